/** The statement as Markdown, with tables of GitHub's kind. */
import type { RowDocument, SoaModel, SoaRow } from '../modelTypes.js';
import {
  columns,
  coverageText,
  documentText,
  groupText,
  headerFacts,
  moreText,
  oneLine,
  rowsByGroup,
  standardText,
} from './cells.js';
import { encodePath, relativePath } from './links.js';

/** Paths of documents are written relative to `folder`, the folder in which the file will lie; default: the root. */
export function renderSoaMarkdown(model: SoaModel, folder = ''): string {
  const parts = [
    '# Statement of Applicability',
    table(
      ['', ''],
      headerFacts(model).map(({ label, text }) => [label, markdownText(text)]),
    ),
  ];
  if (model.standards.length > 0) parts.push('## Summary', summaryTable(model));
  const rows = rowsByGroup(model);
  for (const standard of model.standards) {
    parts.push(`## ${markdownText(standardText(standard))}`, markdownText(standard.fullTitle));
    for (const group of standard.groups) {
      parts.push(`### ${markdownText(groupText(group))}`);
      parts.push(
        table(
          columns.map((column) => column.title),
          (rows.get(group.key) ?? []).map((row) => rowCells(row, folder)),
        ),
      );
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function summaryTable(model: SoaModel): string {
  const head = [
    'Standard',
    'Controls',
    'Applicable',
    'Excluded',
    'Undecided',
    'Implemented',
    'Covered by documents',
    'With gaps',
  ];
  const cells = model.standards.map(({ name, counts }) => [
    markdownText(name),
    String(counts.total),
    String(counts.applicable),
    String(counts.excluded),
    String(counts.undecided),
    String(counts.implemented),
    coverageText(counts.covered, counts.toCover),
    String(counts.withGaps),
  ]);
  return table(head, cells);
}

function rowCells(row: SoaRow, folder: string): string[] {
  return columns.map((column) =>
    column.title === 'Documents' ? documentLinks(row, folder) : markdownText(column.text(row)),
  );
}

function documentLinks(row: SoaRow, folder: string): string {
  const links = row.documents.map((document) => documentLink(document, folder));
  return [...links, ...moreText(row)].join('<br>');
}

function documentLink(document: RowDocument, folder: string): string {
  const target = encodePath(relativePath(folder, document.path));
  const sections = document.sections.map((section) => section.heading).join(', ');
  const link = `[${markdownText(documentText(document))}](${target})`;
  return sections === '' ? link : `${link}: ${markdownText(sections)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that stays text: on one line, and no character of it is markup. Web addresses become links, as everywhere. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\|`*{}[\]<>~&$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(#|[-+](?= ))/, '\\$1')
    .replace(/^(\d+)([.)] )/, '$1\\$2');
}
