/** Clauses 4–10 on the page: one table for all standards in scope. */
import type { ClauseCell, ClauseMatrix, ClauseRow } from '../clauseMatrixTypes.js';
import { cellText, clauseCountText, clauseHeads, sharedText } from './clauses.js';
import { escapeHtml } from './htmlParts.js';

export function clauseSection(matrix: ClauseMatrix): string {
  const counts = matrix.standards.map((standard) => `${standard.name}: ${clauseCountText(standard)}`).join('; ');
  const heads = clauseHeads(matrix).map((head) => `<th scope="col">${escapeHtml(head)}</th>`);
  const rows = matrix.rows.map((row) => rowHtml(row, matrix));
  return `<section>
<h2>Clauses 4–10</h2>
<table class="clauses">
<caption>${escapeHtml(counts)}. ${matrix.commonShared} of ${matrix.common} common clauses are claimed by one document for all standards that have them.</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
</section>
`;
}

function rowHtml(row: ClauseRow, matrix: ClauseMatrix): string {
  const cells = row.cells.map((cell) => {
    return `<td class="${cell === null ? 'absent' : stateClass(cell)}">${escapeHtml(cellText(cell, row))}</td>`;
  });
  const gaps = row.gaps.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('');
  return `<tr class="depth-${row.depth > 1 ? 2 : 1}"><th scope="row">${escapeHtml(row.id)}</th><td>${escapeHtml(row.title)}</td>${cells.join('')}<td>${escapeHtml(sharedText(row, matrix))}</td><td>${gaps === '' ? '' : `<ul class="gaps">${gaps}</ul>`}</td></tr>\n`;
}

function stateClass(cell: ClauseCell): string {
  return cell.state === 'covered' ? 'covered' : 'missing';
}
