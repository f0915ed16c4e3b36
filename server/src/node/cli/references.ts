/** `clausemark references`: every reference with what it was resolved to. */
import type { Reference, ReferenceKind, ResolvedBy, Where } from '../../core/document.js';
import { type Table, tableAsMarkdown } from '../../core/table.js';
import { safeJson, visibleLine } from '../../core/visible.js';
import { chooseFormat } from './format.js';
import { type OutputOptions, openOutput } from './output.js';
import { type RangeJson, rangeOf } from './places.js';
import { exitCodes } from './problem.js';
import { openProject, type Project, type ProjectOptions } from './project.js';
import { tableAsCsv, tableAsHtml } from './table.js';

export interface ReferencesOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
}

/** One reference as `--format jsonl` prints it: docs/schema/reference.schema.json. */
export interface ReferenceJson {
  readonly file: string;
  readonly range: RangeJson;
  readonly text: string;
  readonly standard: string | null;
  readonly edition: string | null;
  readonly id: string;
  readonly ids: readonly string[];
  readonly kind: ReferenceKind;
  readonly where: Where;
  readonly resolvedBy: ResolvedBy;
}

const formats = ['stylish', 'json', 'jsonl', 'markdown', 'html', 'csv'] as const;

export async function references(paths: readonly string[], options: ReferencesOptions): Promise<number> {
  const format = chooseFormat(options.format, formats);
  const project = await openProject(paths, options);
  const output = openOutput(options);
  if (format === 'jsonl') {
    for (const path of project.documents) await output.write(linesOf(path, project));
  } else {
    await output.write(whole(format, project));
  }
  await output.close();
  return exitCodes.clean;
}

function whole(format: Exclude<(typeof formats)[number], 'jsonl'>, project: Project): string {
  switch (format) {
    case 'stylish':
      return project.documents.map((path) => stylish(path, project)).join('');
    case 'json':
      return (
        safeJson(
          project.documents.flatMap((path) => referencesOf(path, project)),
          2,
        ) + '\n'
      );
    case 'markdown':
      return tableAsMarkdown(toTable(project));
    case 'html':
      return tableAsHtml(toTable(project));
    case 'csv':
      return tableAsCsv(toTable(project));
  }
}

function linesOf(path: string, project: Project): string {
  return referencesOf(path, project)
    .map((reference) => safeJson(reference) + '\n')
    .join('');
}

function referencesOf(path: string, { snapshot }: Project): ReferenceJson[] {
  const found = snapshot.documents.get(path)?.references ?? [];
  return found.map((reference) => toJson(path, reference, rangeOf(path, reference.span, snapshot)));
}

function toJson(file: string, reference: Reference, range: RangeJson): ReferenceJson {
  const { text, standard, edition, id, ids, kind, where, resolvedBy } = reference;
  return { file, range, text, standard, edition, id, ids, kind, where, resolvedBy };
}

function stylish(path: string, project: Project): string {
  const lines = referencesOf(path, project).map(({ range, text, standard, edition, ids, kind, resolvedBy }) => {
    const name = standard === null ? 'ambiguous' : edition === null ? standard : `${standard}:${edition}`;
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    return `  ${place.padEnd(8)}${visibleLine(`${text} → ${name} ${ids.join(', ')} (${kind}, ${resolvedBy})`)}\n`;
  });
  return lines.length === 0 ? '' : `${visibleLine(path)}\n${lines.join('')}\n`;
}

function toTable(project: Project): Table {
  const rows = project.documents
    .flatMap((path) => referencesOf(path, project))
    .map((reference) => [
      reference.file,
      reference.range.start.line + 1,
      reference.range.start.character + 1,
      reference.text,
      reference.standard ?? '',
      reference.edition ?? '',
      reference.ids.join(', '),
      reference.kind,
      reference.where,
      reference.resolvedBy,
    ]);
  const columns = ['File', 'Line', 'Column', 'Text', 'Standard', 'Edition', 'Ids', 'Kind', 'Where', 'Resolved by'];
  return { title: 'References', columns, rows };
}
