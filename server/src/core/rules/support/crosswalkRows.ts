/** `| A.7.2.2 | A.1.2.2 | Identify lawful basis |`: the rows of a crosswalk between two editions, and the title that both are. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { isTitleOf } from '../../references/titles/titles.js';
import { lookUp } from './lookup.js';

/** Nothing else stands between two ids of one row. */
const nextCell = /^[\s*_`]*\|[\s*_`]*$/;
/** In characters. */
const longestGap = 40;

/** An id with the words beside it, which are the title of others. */
interface TitledOtherwise {
  /** Of the reference in the document. */
  readonly index: number;
  readonly entry: CatalogEntry;
  readonly titled: readonly CatalogEntry[];
  readonly words: string;
}

/**
 * Whether an id and a title that belongs to another control of its edition stand beside a number of another edition that became
 * something else: a wrong target. What our mappings know as the target, or what is a title of the other number alone, is none.
 */
export function isWrongTarget(
  { index, entry, titled, words }: TitledOtherwise,
  document: PolicyDocument,
  text: string,
  catalog: Catalog,
): boolean {
  const [previous, reference] = [document.references[index - 1], document.references[index]!];
  if (previous?.where !== 'table' || !isNextTo(previous, reference, text)) return false;
  const other = lookUp(previous, catalog)[0]?.entry;
  if (!other || titled.some(({ standardKey }) => standardKey !== entry.standardKey)) return false;
  if (previous.standard !== reference.standard || other.standardKey === entry.standardKey) return false;
  const related = [...catalog.successors(other.key), ...catalog.predecessors(other.key)];
  if (related.includes(entry)) return false;
  return titled.some((one) => related.includes(one)) || !isTitleOf(other, words);
}

function isNextTo(previous: Reference, reference: Reference, text: string): boolean {
  const { end } = previous.span;
  const { start } = reference.span;
  return start > end && start - end <= longestGap && nextCell.test(text.slice(end, start));
}

/** Two cells with a third between them: `| Retention |`. */
const titleBetween = /^[\s*_`]*\|([^|\n]{3,160})\|[\s*_`]*$/;

/** The number of another edition that a row gives beside a control and its title, and what it should be. */
export interface WrongOrigin {
  readonly words: string;
  /** What the title is that of in the edition of the number. */
  readonly titled: readonly CatalogEntry[];
}

/**
 * `| A.1.4.8 | Retention | A.7.4.8 |`: a cell with nothing but the number of another edition, behind a control and its title, which is not
 * that of the number, while another control of its edition became the one of the row under that very title. Null for what our mappings
 * relate.
 */
export function wrongOrigin(
  index: number,
  entry: CatalogEntry,
  document: PolicyDocument,
  text: string,
  catalog: Catalog,
): WrongOrigin | null {
  const [previous, reference] = [document.references[index - 1], document.references[index]!];
  if (previous?.where !== 'table' || previous.standard !== reference.standard) return null;
  if (
    previous.ids.length !== 1 ||
    reference.ids.length !== 1 ||
    !/^[\s*_`]*\|/.test(text.slice(reference.span.end, reference.span.end + 8))
  )
    return null;
  const { end } = previous.span;
  const words = titleBetween
    .exec(text.slice(end, Math.min(reference.span.start, end + 200)))?.[1]
    ?.replace(/[*_`]/g, '')
    .trim();
  const row = words ? lookUp(previous, catalog)[0]?.entry : undefined;
  if (!words || !row || row.standardKey === entry.standardKey || !isTitleOf(row, words) || isTitleOf(entry, words))
    return null;
  const related = [...catalog.predecessors(row.key), ...catalog.successors(row.key)];
  if (related.includes(entry)) return null;
  const titled = related.filter((one) => one.standardKey === entry.standardKey && isTitleOf(one, words));
  return titled.length > 0 ? { words, titled } : null;
}
