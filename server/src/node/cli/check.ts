/** `clausemark check`: all findings of the documents and decisions. */
import picocolors from 'picocolors';
import type { Severity } from '../../core/settings.js';
import { type Table, tableAsMarkdown } from '../../core/table.js';
import type { LinePosition } from '../../core/text.js';
import { safeJson, visible, visibleLine } from '../../core/visible.js';
import { readVersion } from '../environment.js';
import { GitProblem } from '../git.js';
import { changedSince } from '../gitChanges.js';
import { github, gitlab, rdjsonl } from './findings/annotations.js';
import { withoutKnown, writeBaseline } from './findings/baseline.js';
import { type PlacedFinding, placeFindings, type Report, toJson } from './findings/finding.js';
import { junit } from './findings/junit.js';
import { sarif } from './findings/sarif.js';
import { chooseFormat } from './format.js';
import { tellLeftOut } from './leftOut.js';
import { type Output, type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectFindings, type ProjectOptions, warn } from './project.js';
import { selectFiles } from './root.js';
import { tableAsCsv, tableAsHtml } from './table.js';
import { runOnEveryChange } from './watch.js';

export interface CheckOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
  readonly failOn?: string;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
  /** A file of known findings. */
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A revision of git: only what changed since is reported. */
  readonly changedSince?: string;
  readonly watch?: boolean;
}

type Counts = Record<Severity, number>;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const formats = [
  'stylish',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'rdjsonl',
  'markdown',
  'html',
  'csv',
] as const;

export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  if (!options.watch) return checkOnce(paths, options);
  if (options.stdin) throw new UsageProblem('--watch looks at files, and --stdin is none: use one of them.');
  const { root } = selectFiles(paths, process.cwd());
  return runOnEveryChange({ root, outputFile: options.outputFile, run: () => checkOnce(paths, options) });
}

async function checkOnce(paths: readonly string[], options: CheckOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const failsFrom = failLevel(options.failOn);
  const maxWarnings = warningLimit(options.maxWarnings);
  const byPath: ProjectFindings = new Map();
  const everything = await openProject(paths, options, byPath);
  const all = placeFindings(
    filesOf(everything).flatMap((path) => byPath.get(path) ?? []),
    everything.snapshot,
  );
  const others = tellLeftOut(everything.leftOut, everything.documents.length);
  if (others !== null) warn(others);
  // The baseline is about all files, whichever of them have changed.
  const fresh = compareWithBaseline(all, options);
  const project = options.changedSince === undefined ? everything : await changedPart(everything, options.changedSince);
  const files = filesOf(project);
  const isReported = new Set(files);
  const findings = fresh.filter(({ finding }) => isReported.has(finding.path));
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  const shown = options.quiet ? findings.filter(({ finding }) => finding.severity === 'error') : findings;
  const { snapshot } = project;
  const output = openOutput(options);
  await printers[format]({ findings: shown, files, snapshot, version: readVersion() }, project, counts, output);
  await output.close();
  // Nobody may take it for checked.
  if (project.workspace.skippedFiles().some(({ reason }) => reason === 'failed')) return exitCodes.failure;
  const isFailing = severities.some((severity, index) => index <= failsFrom && counts[severity] > 0);
  return isFailing || counts.warning > maxWarnings ? exitCodes.findings : exitCodes.clean;
}

function filesOf({ systems, documents }: Project): string[] {
  return [...systems, ...documents].sort();
}

/** The project with those files alone that are new or changed since a revision. Everything was read all the same. */
async function changedPart(project: Project, revision: string): Promise<Project> {
  try {
    const changed = await changedSince(project.root, revision, filesOf(project));
    const isChanged = (path: string) => changed.has(path);
    return { ...project, documents: project.documents.filter(isChanged), systems: project.systems.filter(isChanged) };
  } catch (error) {
    if (error instanceof GitProblem) throw new UsageProblem(error.message);
    throw error;
  }
}

/** The findings that count: all of them, or those that the baseline does not know. */
function compareWithBaseline(
  findings: readonly PlacedFinding[],
  { baseline, updateBaseline }: CheckOptions,
): readonly PlacedFinding[] {
  if (baseline === undefined) {
    if (updateBaseline) throw new UsageProblem('--update-baseline needs --baseline with the file to write.');
    return findings;
  }
  if (updateBaseline) writeBaseline(findings, baseline);
  const { fresh, known, gone } = withoutKnown(findings, baseline);
  if (known > 0) warn(`${known} known ${known === 1 ? 'finding' : 'findings'} of the baseline left out.`);
  if (gone > 0)
    warn(`${gone} of the baseline ${gone === 1 ? 'is' : 'are'} gone: bring it up to date with --update-baseline.`);
  return fresh;
}

/** Index of the least severity that fails the check; -1 for never. */
function failLevel(written = 'error'): number {
  const level = severities.indexOf((written === 'info' ? 'information' : written) as Severity);
  if (level < 0 && written !== 'never') {
    throw new UsageProblem(`--fail-on takes ${severities.join(', ')} or never, not “${written}”.`);
  }
  return level;
}

function warningLimit(written: string | undefined): number {
  if (written === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(written)) throw new UsageProblem(`--max-warnings takes a number, not “${written}”.`);
  return Number(written);
}

type Print = (report: Report, project: Project, counts: Counts, output: Output) => Promise<void>;

/** A format that is made in one piece. */
function whole(render: (report: Report) => string): Print {
  return async (report, _project, _counts, output) => output.write(render(report));
}

const printers: Record<(typeof formats)[number], Print> = {
  stylish: printStylish,
  json: printJson,
  jsonl: async ({ findings, snapshot }, _project, _counts, output) => {
    for (const { finding } of findings) await output.write(safeJson(toJson(finding, snapshot)) + '\n');
  },
  sarif: whole(sarif),
  github: whole(github),
  gitlab: whole(gitlab),
  junit: whole(junit),
  rdjsonl: whole(rdjsonl),
  markdown: whole((report) => tableAsMarkdown(toTable(report))),
  html: whole((report) => tableAsHtml(toTable(report))),
  csv: whole((report) => tableAsCsv(toTable(report))),
};

async function printJson(report: Report, project: Project, counts: Counts, output: Output): Promise<void> {
  const { error: errors, warning: warnings, information, hint: hints } = counts;
  const summary = { documents: project.documents.length, errors, warnings, information, hints };
  const findings = report.findings.map(({ finding }) => toJson(finding, report.snapshot));
  await output.write(safeJson({ findings, summary }, 2) + '\n');
}

async function printStylish({ findings }: Report, project: Project, counts: Counts, output: Output): Promise<void> {
  const colours = picocolors.createColors(output.hasColour);
  const paint = { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.dim };
  let path = '';
  for (const { finding, range, message } of findings) {
    if (finding.path !== path)
      await output.write(`${path === '' ? '' : '\n'}${colours.underline(visibleLine(finding.path))}\n`);
    path = finding.path;
    const place = inWords(range.start).padEnd(8);
    const severity = paint[finding.severity](finding.severity.padEnd(11));
    await output.write(`  ${place}${severity}  ${message}  ${colours.dim(finding.code)}\n`);
  }
  const total = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countInWords(severity, counts[severity]));
  const checked = `${project.documents.length} ${project.documents.length === 1 ? 'document' : 'documents'} checked`;
  const summary = total.length === 0 ? `${checked}, nothing found.` : `${checked}: ${total.join(', ')}.`;
  await output.write(`${findings.length > 0 ? '\n' : ''}${summary}\n`);
}

function countInWords(severity: Severity, count: number): string {
  const plural = severity === 'information' || count === 1 ? '' : 's';
  return `${count} ${severity}${plural}`;
}

/** Editors and people count from one. */
function inWords({ line, character }: LinePosition): string {
  return `${line + 1}:${character + 1}`;
}

function toTable({ findings }: Report): Table {
  const rows = findings.map(({ finding: { path, severity, code, message }, range: { start } }) => {
    return [path, start.line + 1, start.character + 1, severity, code, visible(message)];
  });
  return { title: 'Clausemark findings', columns: ['File', 'Line', 'Column', 'Severity', 'Rule', 'Message'], rows };
}
