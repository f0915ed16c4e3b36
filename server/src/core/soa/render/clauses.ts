/** The words of the clause matrix: one line per clause, in every format the same. */
import type { ClauseCell, ClauseMatrix, ClauseRow } from '../clauseMatrixTypes.js';
import { documentText } from './cells.js';
import { clauseStateLabels } from './legend.js';

/** The heads of the matrix: clause, title, then per standard, then what is shared and what is missing. */
export function clauseHeads(matrix: ClauseMatrix): string[] {
  return ['Clause', 'Title', ...matrix.standards.map(({ name }) => name), 'Shared', 'Gaps'];
}

/** One text per head. */
export function clauseTexts(row: ClauseRow, matrix: ClauseMatrix): string[] {
  return [
    row.id,
    row.title,
    ...row.cells.map((cell) => cellText(cell, row)),
    sharedText(row, matrix),
    row.gaps.map(({ text }) => text).join(' '),
  ];
}

/** `POL-1 Tea Policy (by 7.5); POL-2 … (part: 6.1.3 d)`, `No document`, or that the standard has no such clause. */
export function cellText(cell: ClauseCell | null, row: ClauseRow): string {
  if (!cell) return 'No such clause';
  const own = ownName(cell, row);
  // Documents stand at the clauses themselves; a clause with parts would only repeat them all.
  if (cell.hasParts && !cell.documents.some(({ claimed }) => claimed === cell.id)) {
    return own + clauseStateLabels[cell.state];
  }
  const documents = cell.documents
    .filter(({ isWhole }) => isWhole || cell.state !== 'covered')
    .map((document) => {
      const through = document.claimed === cell.id ? '' : document.isWhole ? ` (by ${document.claimed})` : '';
      return documentText(document) + (document.isWhole ? through : ` (part: ${document.claimed})`);
    });
  return own + (documents.length > 0 ? documents.join('; ') : clauseStateLabels[cell.state]);
}

/** The number and title that the clause has in this standard, where they are not those of the row. */
function ownName(cell: ClauseCell, row: ClauseRow): string {
  if (cell.id !== row.id) return `${cell.id} ${cell.title}: `;
  return cell.title === row.title ? '' : `${cell.title}: `;
}

/** What can be shared and what stays specific at a main clause; else the documents that serve several standards. */
export function sharedText(row: ClauseRow, matrix: ClauseMatrix): string {
  if (row.sharedText !== null) return `Shared: ${row.sharedText} Specific: ${row.differsText ?? ''}`.trim();
  if (row.kind === 'one') {
    const index = row.cells.findIndex(Boolean);
    return `Only ${matrix.standards[index]?.name ?? ''}`;
  }
  const present = row.cells.filter(Boolean).length;
  return row.shared
    .map(({ id, title, standardKeys }) => `${id ?? title} (${standardKeys.length} of ${present})`)
    .join('; ');
}

/** `30 of 30 clauses covered` */
export function clauseCountText({ counts }: ClauseMatrix['standards'][number]): string {
  const partly = counts.partly > 0 ? `, ${counts.partly} partly` : '';
  return `${counts.covered} of ${counts.total} clauses covered${partly}`;
}
