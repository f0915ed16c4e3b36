/** One table in the formats that people read and tools import: text, HTML, CSV; Markdown is in the core. */
import { csvField } from '../../core/soa/render/csv.js';
import { escapeHtml } from '../../core/soa/render/htmlParts.js';
import type { Table } from '../../core/table.js';
import { visible, visibleLine } from '../../core/visible.js';

/** CSV with a byte order mark, which Excel needs, and with formulas disarmed. */
export function tableAsCsv({ columns, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) => cells.map((cell) => csvCell(cell)).join(',') + '\r\n';
  return '\uFEFF' + [columns, ...rows].map(line).join('');
}

/** One record is one line: a file name with a line break must not begin one that a build server takes for a command. */
function csvCell(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : csvField(visible(cell).replaceAll('\n', '\u240a'));
}

/** A page that needs nothing else: no script, no address, and every text escaped. */
export function tableAsHtml({ title, columns, rows }: Table): string {
  const cells = (row: readonly (string | number)[]) =>
    row.map((cell) => `<td>${escapeHtml(visible(String(cell)))}</td>`).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font: 0.9rem/1.4 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
caption { font-size: 1.2rem; font-weight: 600; text-align: left; margin-bottom: 0.5rem; }
th, td { border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
</style>
<table>
<caption>${escapeHtml(title)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}
</tbody>
</table>
</html>
`;
}

/** Columns of equal width for a terminal. */
export function tableAsText(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => visibleLine(String(cell))));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join('  ')
      .trimEnd();
  return cells.map((row) => line(row) + '\n').join('');
}
