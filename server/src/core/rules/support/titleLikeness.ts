/** Titles as sets of words, so that they can be compared. */
import type { CatalogEntry } from '../../catalog/types.js';
import { detach } from '../../text.js';

const emptyWords = new Set([
  'and',
  'or',
  'of',
  'the',
  'for',
  'to',
  'in',
  'on',
  'with',
  'a',
  'an',
  'control',
  'controls',
]);

/** How alike some words and the title of an entry are, from 0 to 1; the best of its title and its other forms. */
export function titleLikeness(wanted: ReadonlySet<string>, entry: CatalogEntry): number {
  let best = 0;
  for (const words of wordsOfTitles(entry)) {
    let shared = 0;
    for (const word of words) if (wanted.has(word)) shared++;
    const union = wanted.size + words.size - shared;
    if (union > 0) best = Math.max(best, shared / union);
  }
  return best;
}

/** The titles of an entry are compared again and again. */
const knownTitles = new WeakMap<CatalogEntry, readonly ReadonlySet<string>[]>();

function wordsOfTitles(entry: CatalogEntry): readonly ReadonlySet<string>[] {
  let words = knownTitles.get(entry);
  if (!words) {
    words = [entry.title, ...(entry.aliases ?? [])].map(titleWordsOf);
    knownTitles.set(entry, words);
  }
  return words;
}

/** The words of a title for comparison: lower case, without endings and spelling in which English and American differ. */
export function titleWordsOf(title: string): ReadonlySet<string> {
  const known = knownWords.get(title);
  if (known) return known;
  const found = readTitleWords(title);
  if (knownWords.size >= mostKnown) knownWords.clear();
  if (title.length <= longestKnown) knownWords.set(detach(title), found);
  return found;
}

/** Titles and headings come again in document after document. Bounded, and the same with or without it. */
const knownWords = new Map<string, ReadonlySet<string>>();
const mostKnown = 1000;
const longestKnown = 80;

function readTitleWords(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !emptyWords.has(word)).map(stem));
}

function stem(word: string): string {
  const spelled = word
    .replace(/is(e[sd]?|ing|ation|ations)$/, 'iz$1')
    .replace(/our/g, 'or')
    .replace(/ll/g, 'l');
  return spelled.length > 3 ? spelled.replace(/(?:ies|y)$/, 'i').replace(/s$/, '') : spelled;
}
