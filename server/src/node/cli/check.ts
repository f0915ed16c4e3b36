/** `clausemark check`: all findings of the documents and decisions. */
import picocolors from 'picocolors';
import type { Finding } from '../../core/rules/types.js';
import type { Severity } from '../../core/settings.js';
import { type Table, tableAsMarkdown } from '../../core/table.js';
import type { LinePosition } from '../../core/text.js';
import { safeJson, visible, visibleLine } from '../../core/visible.js';
import { chooseFormat } from './format.js';
import { type Output, type OutputOptions, openOutput } from './output.js';
import { type RangeJson, rangeOf } from './places.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectFindings, type ProjectOptions } from './project.js';
import { tableAsCsv, tableAsHtml } from './table.js';

export interface CheckOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
  readonly failOn?: string;
  readonly maxWarnings?: string;
  readonly quiet?: boolean;
}

/** One finding as `--format jsonl` prints it: docs/schema/finding.schema.json. */
export interface FindingJson {
  readonly file: string;
  readonly range: RangeJson;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly FixJson[];
}

interface FixJson {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly edits: readonly { readonly file: string; readonly range: RangeJson; readonly newText: string }[];
}

type Counts = Record<Severity, number>;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const formats = ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv'] as const;

export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const failsFrom = failLevel(options.failOn);
  const maxWarnings = warningLimit(options.maxWarnings);
  const byPath: ProjectFindings = new Map();
  const project = await openProject(paths, options, byPath);
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const findings: Finding[] = [];
  for (const path of [...project.systems, ...project.documents].sort()) {
    for (const finding of byPath.get(path) ?? []) {
      counts[finding.severity]++;
      if (!options.quiet || finding.severity === 'error') findings.push(finding);
    }
  }
  const output = openOutput(options);
  await printers[format](findings, project, counts, output);
  await output.close();
  const isFailing = severities.some((severity, index) => index <= failsFrom && counts[severity] > 0);
  return isFailing || counts.warning > maxWarnings ? exitCodes.findings : exitCodes.clean;
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

type Print = (findings: readonly Finding[], project: Project, counts: Counts, output: Output) => Promise<void>;

const printers: Record<(typeof formats)[number], Print> = {
  stylish: printStylish,
  json: printJson,
  jsonl: async (findings, project, _counts, output) => {
    for (const finding of findings) await output.write(safeJson(toJson(finding, project)) + '\n');
  },
  markdown: async (findings, project, _counts, output) => output.write(tableAsMarkdown(toTable(findings, project))),
  html: async (findings, project, _counts, output) => output.write(tableAsHtml(toTable(findings, project))),
  csv: async (findings, project, _counts, output) => output.write(tableAsCsv(toTable(findings, project))),
};

async function printJson(
  findings: readonly Finding[],
  project: Project,
  counts: Counts,
  output: Output,
): Promise<void> {
  const { error: errors, warning: warnings, information, hint: hints } = counts;
  const summary = { documents: project.documents.length, errors, warnings, information, hints };
  await output.write(safeJson({ findings: findings.map((finding) => toJson(finding, project)), summary }, 2) + '\n');
}

async function printStylish(
  findings: readonly Finding[],
  project: Project,
  counts: Counts,
  output: Output,
): Promise<void> {
  const colours = picocolors.createColors(output.hasColour);
  const paint = { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.dim };
  let path = '';
  for (const finding of findings) {
    if (finding.path !== path)
      await output.write(`${path === '' ? '' : '\n'}${colours.underline(visibleLine(finding.path))}\n`);
    path = finding.path;
    const place = inWords(rangeOf(finding.path, finding.span, project.snapshot).start).padEnd(8);
    const severity = paint[finding.severity](finding.severity.padEnd(11));
    await output.write(`  ${place}${severity}  ${visibleLine(finding.message)}  ${colours.dim(finding.code)}\n`);
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

function toJson({ path, span, code, severity, message, fixes }: Finding, { snapshot }: Project): FindingJson {
  return {
    file: path,
    range: rangeOf(path, span, snapshot),
    code,
    severity,
    message,
    fixes: (fixes ?? []).map((fix) => ({
      title: fix.title,
      isPreferred: fix.isPreferred ?? false,
      edits: fix.edits.map((edit) => {
        return { file: edit.path, range: rangeOf(edit.path, edit.span, snapshot), newText: edit.newText };
      }),
    })),
  };
}

function toTable(findings: readonly Finding[], { snapshot }: Project): Table {
  const rows = findings.map(({ path, span, severity, code, message }) => {
    const { start } = rangeOf(path, span, snapshot);
    return [path, start.line + 1, start.character + 1, severity, code, visible(message)];
  });
  return { title: 'Clausemark findings', columns: ['File', 'Line', 'Column', 'Severity', 'Rule', 'Message'], rows };
}
