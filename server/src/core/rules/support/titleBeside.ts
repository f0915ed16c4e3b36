/** When the words beside an id are not meant as its title, although they are exactly the title of another entry. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { entriesByTitle, isTitleOf, normaliseTitle } from '../../references/titles/titles.js';
import { titleLikeness, titleWordsOf } from './titleLikeness.js';

/**
 * Words that end like the name of a document: `A.8.24 (Access Control Policy)` says which policy covers the control, and
 * is no title of it, although an older edition had a control of that name.
 */
export function isDocumentName(words: string, entry: CatalogEntry, titled: readonly CatalogEntry[]): boolean {
  // "Addressing information security within supplier agreements" is a title of today, and no document is called so.
  const isTitle = titled.some(({ standardKey }) => standardKey === entry.standardKey);
  if (isTitle && words.trim().split(/[\s-]+/).length >= longTitle) return false;
  return /\b(?:polic(?:y|ies)|procedures?|process(?:es)?|plans?|agreements?|standards?|guidelines?|registers?)$/.test(
    normaliseTitle(words),
  );
}

/** In words. */
const longTitle = 5;

/** Between the members of a list of ids: `A.8.20, A.8.22`, `A.8.20 and A.8.22`, `| A.8.20 | A.8.22 |`. */
const listSeparator = /^(?:[\s,;/&+|·•*_`()[\]–-]|<br\s*\/?>|and|und|et|y|e|en|or|oder|ou|plus)*$/iu;
const longestSeparator = 30;

/** Whether the reference closes a list of ids, so that what stands behind it may be about all of them. */
export function closesList(document: PolicyDocument, index: number, text: string): boolean {
  const reference = document.references[index]!;
  let before = index - 1;
  // A prefix for two standards makes two references of the same place.
  while (before >= 0 && document.references[before]!.span.end > reference.span.start) before--;
  const previous = document.references[before];
  if (!previous || reference.span.start - previous.span.end > longestSeparator) return false;
  const between = text.slice(previous.span.end, reference.span.start);
  const startsAnew = /\n\s*(?:\n|[-*+] |\d+[.)] |\|)/.test(between);
  return !startsAnew && listSeparator.test(between);
}

/**
 * Whether the words are the title of a group that the entry belongs to; or to which it belonged in the edition before, unless another
 * entry of the same edition has that title today.
 */
export function isGroupTitle(
  entry: CatalogEntry,
  words: string,
  titled: readonly CatalogEntry[],
  catalog: Catalog,
): boolean {
  const isTakenToday = titled.some(({ standardKey }) => standardKey === entry.standardKey);
  return [entry, ...(isTakenToday ? [] : catalog.predecessors(entry.key))].some((one) =>
    ancestorsOf(one, catalog).some((group) => isTitleOf(group, words)),
  );
}

function ancestorsOf(entry: CatalogEntry, catalog: Catalog): CatalogEntry[] {
  const ancestors: CatalogEntry[] = [];
  let { parent } = entry;
  while (parent !== undefined && ancestors.length < 8) {
    const above = catalog.find(entry.standardKey, parent);
    if (!above) break;
    ancestors.push(above);
    parent = above.parent;
  }
  return ancestors;
}

/** The words of the title span; empty without one. */
export function wordsBeside(reference: Reference, text: string): string {
  return reference.titleSpan ? text.slice(reference.titleSpan.start, reference.titleSpan.end) : '';
}

/** Whether the title stands in the cell behind that of the id. */
export function isNextCell({ span, titleSpan }: Reference, text: string): boolean {
  return titleSpan !== null && /^[^\n\r|]*\|[^\n\r|]*$/.test(text.slice(span.end, titleSpan.start));
}

/** `Owner of A.8.8: Configuration management`: behind the colon stands who is responsible. */
export function namesResponsible({ span, titleSpan }: Reference, text: string): boolean {
  if (!titleSpan || !/^[*_]*:/.test(text.slice(span.end, titleSpan.start))) return false;
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  return /(?:owners?|responsib\w+|accountab\w+|contacts?|leads?|eigentümer\w*|verantwortlich\w*|responsables?|propriétaires?|propietarios?|proprietari[o]?|eigenaar) (?:of|for|von|für|zu|de|du|del|di|van|voor|per)\s+\W*$/iu.test(
    before,
  );
}

/** `| A.8.13 | Logging |` in a column of titles: the other control of the edition whose title is the one word that stands there. */
export function titledByOneWord(entry: CatalogEntry, words: string, catalog: Catalog): CatalogEntry | null {
  if (entry.kind !== 'control' || !/^\p{L}+$/u.test(words.trim())) return null;
  const [only, ...others] = entriesByTitle(catalog, words).filter(
    ({ standardKey, kind }) => standardKey === entry.standardKey && kind === 'control',
  );
  return only && others.length === 0 && only.key !== entry.key && only.parent === entry.parent ? only : null;
}

/** Words that are as near to a title as this are meant as it; as far from one as that, are not. From 0 to 1. */
const near = 0.6;
const far = 0.4;
/** In words: the fewer, the more titles are near. */
const fewestWords = 3;

/**
 * The control of the same group whose title the words nearly are, where they are far from the title of the entry itself, from its
 * other forms, from what it was called before and from all other titles, and where a word is among them that no other title has.
 */
export function nearlyTitled(entry: CatalogEntry, words: string, catalog: Catalog): CatalogEntry | null {
  const wanted = titleWordsOf(words);
  if (entry.kind !== 'control' || wanted.size < fewestWords) return null;
  const own = [entry, ...catalog.predecessors(entry.key), ...catalog.successors(entry.key)];
  if (own.some((one) => titleLikeness(wanted, one) > far)) return null;
  const others = catalog.controls(entry.standardKey).filter((one) => one !== entry);
  const [best, ...rest] = others.filter((one) => titleLikeness(wanted, one) > far);
  if (!best || rest.length > 0 || best.parent !== entry.parent || titleLikeness(wanted, best) < near) return null;
  const telling = [...titleWordsOf(best.title)].filter((word) => wanted.has(word));
  const elsewhere = new Set([entry, ...others].flatMap((one) => (one === best ? [] : [...titleWordsOf(one.title)])));
  return telling.some((word) => !elsewhere.has(word)) ? best : null;
}
