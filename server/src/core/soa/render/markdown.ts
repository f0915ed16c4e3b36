/** The statement as Markdown, with tables of GitHub's kind. */

import { relativePath } from '../../relativePath.js';
import type { ClauseMatrix } from '../clauseMatrixTypes.js';
import type { RowDocument, SoaModel, SoaRow } from '../modelTypes.js';
import { documentText, groupText, missingTexts, moreText, oneLine, rowsByGroup } from './cells.js';
import { clauseCountText, clauseHeads, clauseTexts } from './clauses.js';
import { columnsInUse, type RegisterColumn } from './columns.js';
import { harmless, type SoaExport } from './exportInput.js';
import {
  countHeads,
  countTexts,
  documentTitle,
  headerFacts,
  historyHeads,
  historyTexts,
  standardText,
} from './facts.js';
import { legendParts } from './legend.js';
import { encodePath } from './links.js';

/** Paths of documents are written relative to the folder in which the file will lie. */
export function renderSoaMarkdown(input: SoaExport): string {
  const { model, matrix, provenance, folder } = harmless(input);
  const columns = columnsInUse(model.rows);
  const parts = [
    `# ${documentTitle}`,
    table(
      ['', ''],
      headerFacts(model, provenance).map(({ label, text }) => [label, text]),
    ),
  ];
  if (model.standards.length > 0) parts.push('## Summary', summaryTable(model));
  parts.push(...standardParts(model, columns, folder));
  if (matrix && matrix.rows.length > 0) parts.push(...clauseParts(matrix));
  const history = historyTexts(model);
  if (history.length > 0) parts.push('## Change history', table(historyHeads, history));
  parts.push('## Reading this statement');
  for (const { title, terms } of legendParts(columns, matrix !== null)) {
    const rows = terms.map(({ term, meaning }) => [term, meaning]);
    parts.push(`### ${markdownText(title)}`, table(['Term', 'Meaning'], rows));
  }
  return `${parts.join('\n\n')}\n`;
}

function summaryTable(model: SoaModel): string {
  const rows = model.standards.map(({ name, counts }) => [name, ...countTexts(counts)]);
  return table(['Standard', ...countHeads], rows);
}

function standardParts(model: SoaModel, columns: readonly RegisterColumn[], folder: string): string[] {
  const rows = rowsByGroup(model);
  const heads = columns.map(({ title }) => title);
  return model.standards.flatMap((standard) => [
    `## ${markdownText(standardText(standard))}`,
    ...(standard.fullTitle === standard.name ? [] : [markdownText(standard.fullTitle)]),
    ...standard.groups.flatMap((group) => [
      `### ${markdownText(groupText(group))}`,
      markdownTable(
        heads,
        (rows.get(group.key) ?? []).map((row) => rowCells(row, columns, folder)),
      ),
    ]),
  ]);
}

function clauseParts(matrix: ClauseMatrix): string[] {
  const counts = matrix.standards.map((standard) => `${standard.name}: ${clauseCountText(standard)}`);
  const rows = matrix.rows.map((row) => clauseTexts(row, matrix));
  return ['## Clauses 4–10', markdownText(`${counts.join('; ')}.`), table(clauseHeads(matrix), rows)];
}

function rowCells(row: SoaRow, columns: readonly RegisterColumn[], folder: string): string[] {
  return columns.map((column) =>
    column.key === 'documents' ? documentLinks(row, folder) : markdownLines(column.text(row)),
  );
}

function documentLinks(row: SoaRow, folder: string): string {
  const links = row.documents.map((document) => documentLink(document, folder));
  return [...links, ...[...missingTexts(row), ...moreText(row)].map(markdownText)].join('<br>');
}

function documentLink(document: RowDocument, folder: string): string {
  const target = encodePath(relativePath(folder, document.path));
  const sections = document.sections.map((section) => section.heading).join(', ');
  const link = `[${markdownText(documentText(document))}](${target})`;
  return sections === '' ? link : `${link}: ${markdownText(sections)}`;
}

/** A table of plain texts. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    head.map(markdownText),
    rows.map((cells) => cells.map(markdownLines)),
  );
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text of several lines in a cell; empty lines, which a cell cannot show, are left out. */
function markdownLines(text: string): string {
  return text.split('\n').map(markdownText).filter(Boolean).join('<br>');
}

/** Text that stays text: on one line, and no character of it is markup. Web addresses become links, as everywhere. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/[\\|`*{}[\]<>~&$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(#|[-+](?= ))/, '\\$1')
    .replace(/^(\d+)([.)] )/, '$1\\$2');
}
