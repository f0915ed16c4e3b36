/** A table of a report, and how it is written in Markdown. */
import { markdownText } from './soa/render/markdown.js';
import { visibleLine } from './visible.js';

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Under a heading of the first level. What documents say is text in it, never markup. */
export function tableAsMarkdown({ title, columns, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => markdownCell(String(cell))).join(' | ')} |`;
  return [
    `# ${markdownCell(title)}`,
    '',
    line(columns),
    `|${' --- |'.repeat(columns.length)}`,
    ...rows.map(line),
    '',
  ].join('\n');
}

function markdownCell(text: string): string {
  return markdownText(visibleLine(text));
}
