/** Whether the words around an id tell that its title was another one: then the two beside each other are no slip. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { becameWords as calledWords } from '../../references/past/pastWords.js';
import { becameWords, nowWords } from '../../references/text/lexicon.js';
import { isTitleOf } from '../../references/titles/titles.js';
import { lineSpanAt } from './source.js';

/** In characters of a row that are looked at. */
const longestRow = 2000;

/** `| 10.1 | Nonconformity and corrective action | Continual improvement |`: another cell of the row has the title of today. */
export function isTitledInRow(
  { where, span, titleSpan }: Reference,
  entry: CatalogEntry,
  document: PolicyDocument,
  text: string,
): boolean {
  if (where !== 'table' || !titleSpan) return false;
  const { start, end } = lineSpanAt(document, span.start);
  const cells = text.slice(start, Math.min(end, start + longestRow)).split('|');
  return cells.some((cell) => isTitleOf(entry, cell));
}

/** In characters: "Clause 10.1 (Nonconformity and corrective action) is today clause 10.2". */
const farthest = 40;
const moves = [...becameWords, ...calledWords, ...nowWords].join('|');
const toNext = new RegExp(
  `^[\\s)"”»*_]*(?:[-=]>|[→⇒]|(?:\\p{L}+ ){0,2}(?:${moves})(?!\\p{L}))[^.;|\\n◆]{0,${farthest}}?(?<![\\d.])(\\d[\\d.]*\\d)`,
  'iu',
);

/** "Clause 10.1 (Nonconformity) becomes 10.2": what follows is the number of what the words beside the id name. */
export function isMovedOn({ span, titleSpan }: Reference, titled: readonly CatalogEntry[], text: string): boolean {
  const from = Math.max(span.end, titleSpan?.end ?? 0);
  const next = toNext.exec(text.slice(from, from + 2 * farthest))?.[1];
  return next !== undefined && titled.some(({ id }) => id.replace(/^[AB]\./, '') === next);
}
