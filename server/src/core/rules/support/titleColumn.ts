/** Whether the words beside an id stand in a column that says that it holds titles. */
import type { Reference } from '../../document.js';
import { isNextCell } from './titleBeside.js';

/** "Title", "Control name", "Bezeichnung": whole heads. */
const headsTitles =
  /^(?:(?:(?:official|short|iso|annex a|control|clause|requirement)s? )*(?:title|name)s?|(?:(?:control|maßnahmen?|norm|kurz)-?)?(?:titel|bezeichnung|benennung|name)|(?:titre|intitulé|título|nombre|nome|titolo|naam)(?: (?:de la|du|del|do|della|van de) \p{L}+)?|controls?|maßnahmen?)$/u;

/** In characters: a table of all controls of a standard with a remark on each. */
const longestTable = 30_000;

/**
 * Whether the title of a reference stands in the next cell, below a head such as "Title": then it is one, also where it is called like
 * a document ("Disciplinary process").
 */
export function isBelowTitle(reference: Reference, text: string): boolean {
  const { titleSpan } = reference;
  if (!titleSpan || !isNextCell(reference, text)) return false;
  const row = text.lastIndexOf('\n', titleSpan.start) + 1;
  const column = cellsOf(text.slice(row, titleSpan.start)).length - 1;
  // The row of dashes is the second of its table.
  const above = text.slice(Math.max(0, row - longestTable), row).split('\n');
  const dashes = above.findLastIndex((line) => /^[\s>]*\|?(?:\s*:?-+:?\s*\|)+[\s:-]*$/.test(line));
  const isOneTable =
    dashes > 0 && above.slice(dashes).every((line, at, { length }) => line.includes('|') || at === length - 1);
  const head = isOneTable ? cellsOf(above[dashes - 1]!)[column] : undefined;
  return head !== undefined && headsTitles.test(head.replace(/[*_`]/g, '').trim().toLowerCase());
}

/** The cells of a row, the first of them before its first pipe where it begins with none. */
function cellsOf(row: string): string[] {
  return row.replace(/^[\s>]*\|/, '').split(/(?<!\\)\|/);
}
