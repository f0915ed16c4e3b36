/** Did-you-mean: the entries that a wrong id was probably meant to be, by its number and by the words beside it. */
import { distance } from 'fastest-levenshtein';
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import { isTitleOf } from '../../references/titles/titles.js';
import { splitItem } from './lookup.js';
import { titleLikeness, titleWordsOf } from './titleLikeness.js';

export interface Suggestion {
  readonly entry: CatalogEntry;
  /** Whether the words beside the id are those of the title, or only the number is near. */
  readonly by: 'title' | 'number';
}

const mostSuggestions = 3;

/**
 * The nearest entries of the edition, best first, at most three. A clause is compared with clauses, an id with a letter
 * with the controls. `titleWords` are the words beside the id, if there are any.
 */
export function suggestEntries(
  id: string,
  titleWords: string | null,
  standard: Standard,
  catalog: Catalog,
): Suggestion[] {
  const candidates = candidatesFor(id, standard, catalog);
  const byTitle = titleWords ? nearestByTitle(titleWords, candidates) : [];
  const byNumber = nearestByNumber(id, candidates).filter((entry) => !speaksOfElse(titleWords, entry));
  const suggestions: Suggestion[] = byTitle.map((entry) => ({ entry, by: 'title' }));
  for (const entry of byNumber) {
    if (!byTitle.includes(entry)) suggestions.push({ entry, by: 'number' });
  }
  return suggestions.slice(0, mostSuggestions);
}

/** Whether the words beside the id, several of them, have little in common with the title: near as the number may be, it is not meant. */
export function speaksOfElse(titleWords: string | null, entry: CatalogEntry): boolean {
  const words = titleWordsOf(titleWords ?? '');
  return words.size >= fewestWords && titleLikeness(words, entry) < slightlyAlike;
}

/** From 0 to 1. */
const slightlyAlike = 0.3;

/** In words that tell: fewer say too little of a subject. */
const fewestWords = 2;

function candidatesFor(id: string, standard: Standard, catalog: Catalog): readonly CatalogEntry[] {
  if (/^[A-Z]/.test(id)) return catalog.controls(standard.key);
  const isItem = splitItem(id) !== null;
  return standard.entries.filter((entry) => entry.kind === 'clause' || (isItem && entry.kind === 'item'));
}

/** Near numbers of the same group. In a group that the standard does not have, a near number is no more likely than any. */
function nearestByNumber(id: string, candidates: readonly CatalogEntry[]): CatalogEntry[] {
  const parent = parentNumber(id);
  const depth = depthOf(id);
  const last = lastNumber(id);
  const scored: { entry: CatalogEntry; score: number }[] = [];
  for (const entry of candidates) {
    // Of most entries the beginning tells that they are of another group.
    if (!entry.id.startsWith(parent)) continue;
    if (entry.id[parent.length] !== '.' && parentNumber(entry.id) !== parent) continue;
    const apart = Math.abs(last - lastNumber(entry.id)) / 100;
    // With one slip nearly every short id is near every other: then the numbers have to be neighbours, or turned round.
    const isLikeIt = depth < 4 && depthOf(entry.id) <= depth;
    const isTurned = isLikeIt && isTransposed(id, entry.id);
    // Asked first: of a number in a group of forty it leaves out nearly all.
    if (isLikeIt && !isTurned && apart > 0.03) continue;
    const edits = distance(id, entry.id);
    if (edits > 2) continue;
    scored.push({ entry, score: (isTurned ? 0 : edits) + Math.min(apart, 0.99) });
  }
  scored.sort((a, b) => a.score - b.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score < best + 1)
    .map(({ entry }) => entry)
    .slice(0, mostSuggestions);
}

/** `A.8.43` for `A.8.34`. */
function isTransposed(id: string, other: string): boolean {
  if (id.length !== other.length) return false;
  let at = 0;
  while (at < id.length && id[at] === other[at]) at++;
  return (
    id[at] === other[at + 1] &&
    id[at + 1] === other[at] &&
    /^\d\d/.test(id.slice(at)) &&
    id.slice(at + 2) === other.slice(at + 2)
  );
}

function depthOf(id: string): number {
  let depth = 1;
  for (let at = id.indexOf('.'); at >= 0; at = id.indexOf('.', at + 1)) depth++;
  return depth;
}

function lastNumber(id: string): number {
  return Number(/(\d+)(?: [a-z]+)?$/.exec(id)?.[1] ?? 0);
}

function parentNumber(id: string): string {
  return id.replace(/[. ][^. ]*$/, '');
}

function nearestByTitle(words: string, candidates: readonly CatalogEntry[]): CatalogEntry[] {
  const wanted = titleWordsOf(words);
  if (wanted.size === 0) return [];
  const scored = candidates.map((entry) => ({ entry, score: titleLikeness(wanted, entry) }));
  // "Right of access" has the words of "Access rights" and is something else.
  const isNear = ({ entry, score }: (typeof scored)[number]) =>
    score >= 0.6 && (wanted.size > fewestWords || isTitleOf(entry, words) || score < 1);
  const near = scored.filter(isNear).sort((a, b) => b.score - a.score);
  return near
    .filter(({ score }) => score > near[0]!.score - 0.2)
    .map(({ entry }) => entry)
    .slice(0, 2);
}
