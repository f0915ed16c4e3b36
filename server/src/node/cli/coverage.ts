/** `clausemark coverage`: which controls the documents claim, by standard and theme. */
import picocolors from 'picocolors';
import { listedFor, nameOfFile } from '../../core/soa/listedDocuments.js';
import { type Table, tableAsMarkdown } from '../../core/table.js';
import { safeJson, visibleLine } from '../../core/visible.js';
import { type CoverageGroup, coverageTree, coverageWithin, type SystemCoverage } from '../../workspace/coverageTree.js';
import { chooseFormat } from './format.js';
import { type OutputOptions, openOutput } from './output.js';
import { exitCodes } from './problem.js';
import { openProject, type Project, type ProjectOptions, warn } from './project.js';
import { tableAsCsv, tableAsHtml, tableAsText } from './table.js';

export interface CoverageOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
  readonly uncovered?: boolean;
}

/** One control or clause with the documents that claim or mention it. */
interface CoverageJson {
  readonly system: string | null;
  readonly standard: string;
  readonly edition: string;
  readonly id: string;
  readonly title: string;
  readonly kind: 'control' | 'clause';
  readonly group: { readonly id: string; readonly title: string };
  readonly state: 'covered' | 'mentioned' | 'uncovered' | 'excluded';
  readonly claimedBy: readonly string[];
  readonly mentionedBy: readonly string[];
}

const formats = ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv'] as const;

export async function coverage(paths: readonly string[], options: CoverageOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const project = await openProject(paths, options);
  const tree = coverageTree(project.snapshot);
  if (tree.every(({ standards }) => standards.length === 0)) {
    warn(
      'No standard is in scope: name them with --standards 27001:2022, in a soa.yaml, or in the tags of the documents.',
    );
  }
  const output = openOutput(options);
  if (format === 'stylish') await output.write(stylish(tree, options.uncovered ?? false, output.hasColour));
  else await output.write(exported(format, entriesOf(tree, project, options.uncovered ?? false)));
  await output.close();
  return exitCodes.clean;
}

function exported(format: Exclude<(typeof formats)[number], 'stylish'>, entries: readonly CoverageJson[]): string {
  switch (format) {
    case 'json':
      return safeJson(entries, 2) + '\n';
    case 'jsonl':
      return entries.map((entry) => safeJson(entry) + '\n').join('');
    case 'markdown':
      return tableAsMarkdown(toTable(entries));
    case 'html':
      return tableAsHtml(toTable(entries));
    case 'csv':
      return tableAsCsv(toTable(entries));
  }
}

function entriesOf(tree: readonly SystemCoverage[], project: Project, onlyUncovered: boolean): CoverageJson[] {
  const found: CoverageJson[] = [];
  for (const { system, standards } of tree) {
    for (const { standard, groups } of standards) {
      for (const { id: groupId, title: groupTitle, kind, entries } of groups) {
        for (const { entry, state } of entries) {
          if (onlyUncovered && state !== 'uncovered' && state !== 'mentioned') continue;
          const places = coverageWithin(entry.key, system, project.snapshot);
          const listed = listedFor(entry.key, system ? [system] : [], project.snapshot).map(nameOfFile);
          const claimedBy = [...new Set([...distinctPaths(places.claims), ...listed])];
          found.push({
            system: system?.path ?? null,
            standard: standard.standard,
            edition: standard.edition,
            id: entry.id,
            title: entry.title,
            kind: kind === 'controls' ? 'control' : 'clause',
            group: { id: groupId, title: groupTitle },
            state,
            claimedBy,
            mentionedBy: distinctPaths(places.mentions).filter((path) => !claimedBy.includes(path)),
          });
        }
      }
    }
  }
  return found;
}

function distinctPaths(occurrences: readonly { readonly path: string }[]): string[] {
  return [...new Set(occurrences.map(({ path }) => path))];
}

function toTable(entries: readonly CoverageJson[]): Table {
  const rows = entries.map((entry) => [
    `${entry.standard}:${entry.edition}`,
    entry.id,
    entry.title,
    `${entry.group.id} ${entry.group.title}`.trim(),
    entry.state,
    entry.claimedBy.join(', '),
    entry.mentionedBy.join(', '),
  ]);
  const columns = ['Standard', 'Id', 'Title', 'Group', 'State', 'Claimed by', 'Mentioned by'];
  return { title: 'Coverage', columns, rows };
}

function stylish(tree: readonly SystemCoverage[], onlyUncovered: boolean, hasColour: boolean): string {
  const colours = picocolors.createColors(hasColour);
  const parts: string[] = [];
  for (const { system, standards } of tree) {
    const name = system?.organisation?.value ?? system?.path;
    if (name) parts.push(`${colours.bold(visibleLine(name))}\n`);
    for (const { standard, covered, total, groups } of standards) {
      parts.push(`${colours.bold(standard.name)}: ${covered} of ${total} controls covered${percent(covered, total)}\n`);
      parts.push(tableAsText(groups.map((group) => groupRow(group))));
      if (onlyUncovered) parts.push(openEntries(groups));
      parts.push('\n');
    }
  }
  return parts.join('');
}

function groupRow({ id, title, kind, covered, total }: CoverageGroup): string[] {
  const name = kind === 'clauses' ? `Clause ${id} ${title}` : `${id} ${title}`;
  return [`  ${shortened(name.trim())}`, `${covered}/${total}`];
}

const longestName = 70;

/** Cut between two words, with a sign that something is left out. */
function shortened(name: string): string {
  if (name.length <= longestName) return name;
  return `${name.slice(0, longestName - 1).replace(/\s+\S*$/, '')}…`;
}

/** `tableAsText` puts lines in order; the indentation is added behind it. */
function openEntries(groups: readonly CoverageGroup[]): string {
  const open = groups
    .flatMap(({ entries }) => entries)
    .filter(({ state }) => state === 'uncovered' || state === 'mentioned')
    .map(({ entry, state }) => [entry.id, entry.title, state === 'mentioned' ? '(mentioned only)' : '']);
  if (open.length === 0) return '';
  return '  Not covered:\n' + tableAsText(open).replace(/^/gm, '    ').trimEnd() + '\n';
}

function percent(covered: number, total: number): string {
  return total === 0 ? '' : ` (${Math.floor((covered / total) * 100)} %)`;
}
