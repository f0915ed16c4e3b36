/** Tables in Markdown, for an e-mail, a ticket or the minutes. Nothing in them is markup of a document. No DOM here. */

/** @param rows cells of one or several lines each */
export function markdownTable(heads: readonly string[], rows: readonly (readonly (readonly string[])[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows.map((cells) => cells.map(cellText))];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

function cellText(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .map(escapeCell)
    .join('<br>');
}

/** Text that Markdown shows as it is, on one line of a table. */
function escapeCell(text: string): string {
  return text
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&$]/g, '\\$&')
    .replace(/\s*(?:\r\n|\r|\n)\s*/g, '<br>')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}
