/** Whether the rows of a column or list are clauses or controls, told by the words beside their numbers. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { BareNumbers } from '../grammar.js';
import { normaliseTitle } from '../titles/titles.js';

/** A number at the beginning of a cell or item, and the words that follow it there or in the next cell. */
export interface NumberedRow {
  readonly number: string;
  readonly words: string;
}

/** Fewer rows may agree by chance. */
const enoughRows = 2;

/** Of so many rows one may be a slip, or a title in words of one's own. */
const rowsPerException = 5;

/**
 * `6.1.3 Risk treatment`, `8.1 Operational planning`, `9.1 Monitoring`: (nearly) every row has a word of the title of the
 * clause (or control) of its number, in one edition. 'none' where they do not.
 */
export function meaningOfRows(rows: readonly NumberedRow[], catalog: Catalog): BareNumbers {
  if (rows.length < enoughRows) return 'none';
  const enough = rows.length - Math.floor(rows.length / rowsPerException);
  for (const standard of catalog.standards) {
    if (standard.type !== 'management-system') continue;
    const isTitled = (prefix: string): boolean =>
      rows.filter(({ number, words }) => sharesWord(catalog.find(standard.key, prefix + number), words)).length >=
      enough;
    if (isTitled('')) return 'clause';
    if (isTitled('A.')) return 'control';
  }
  return 'none';
}

/** Words that stand in so many titles that they tell nothing. */
export const commonWords = new Set(
  'information security management system systems of and the for to in on with'.split(' '),
);

/** Whether words are those of the title of a clause or control, in short or with a word more. */
export function sharesWord(entry: CatalogEntry | undefined, words: string): boolean {
  if (entry?.kind !== 'clause' && entry?.kind !== 'control') return false;
  const title = new Set(significantWords([entry.title, ...(entry.aliases ?? [])].join(' ')));
  const beside = significantWords(words);
  // The title in short, or with a word more; a sentence that happens to hold one of its words is something else.
  const shared = beside.filter((word) => title.has(word)).length;
  return shared > 0 && shared * 2 >= beside.length;
}

function significantWords(text: string): string[] {
  return normaliseTitle(text)
    .split(' ')
    .filter((word) => word.length > 3 && !commonWords.has(word));
}
