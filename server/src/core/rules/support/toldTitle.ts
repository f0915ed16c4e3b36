/** What the words beside an old number say that it is about: a number is not moved on to another subject. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { successorsOf } from './editions.js';
import { otherMark, ownMark, passageOf } from './passage.js';
import { lineSpanAt } from './source.js';
import { titleWordsOf } from './titleLikeness.js';

export interface ToldTitle {
  /** Entries of the newest edition whose titles the words beside the number are, where those are not its successors. */
  readonly others: readonly CatalogEntry[];
  /** The words rather speak of something else than the old entry and what it became. */
  readonly contradicts: boolean;
}

const nothing: ToldTitle = { others: [], contradicts: false };

/** From here on, words are as good as a title. */
const alike = 0.6;

/**
 * Compares the words beside a reference (its title, its row, its sentence) with the titles of both editions.
 * @param entry what the reference is in the older edition
 * @param successors what that became
 */
export function toldTitle(
  reference: Reference,
  entry: CatalogEntry,
  successors: readonly CatalogEntry[],
  newest: Standard,
  document: PolicyDocument,
  text: string | null,
  catalog: Catalog,
): ToldTitle {
  if (text === null || reference.isTag) return nothing;
  const words = titleWordsOf(wordsNear(reference, document, text).replace(/(?<!\p{L})[AB]?[.\d]+/gu, ' '));
  if (words.size === 0) return nothing;
  const isShort = words.size <= shortTitle && (reference.titleSpan !== null || reference.where === 'table');
  const own = Math.max(...[entry, ...successors].map((one) => coverage(words, isShort, one, catalog)));
  let best = 0;
  let candidates: CatalogEntry[] = [];
  for (const standard of [newest, catalog.standard(entry.standardKey)!]) {
    for (const other of standard.entries) {
      if (other === entry || successors.includes(other) || !isTitled(other)) continue;
      const score = coverage(words, isShort, other, catalog);
      if (score > best) [best, candidates] = [score, [other]];
      else if (score === best) candidates.push(other);
    }
  }
  if (best < alike || best <= own) return nothing;
  const others = candidates.flatMap((other) => successorsOf(other, newest, catalog));
  const controls = [...new Set(others)].filter(({ kind }) => kind === entry.kind);
  // Several with the same words tell nothing but that it is none of ours.
  return { others: controls.length <= 2 ? controls : [], contradicts: true };
}

function isTitled({ kind }: CatalogEntry): boolean {
  return kind === 'control' || kind === 'objective' || kind === 'theme';
}

/** The words of its title, else of its row, else of its sentence. */
function wordsNear(reference: Reference, document: PolicyDocument, text: string): string {
  if (reference.titleSpan) return text.slice(reference.titleSpan.start, reference.titleSpan.end);
  if (reference.where !== 'table') return wordsBetweenOthers(passageOf(reference, document, text)?.sentence ?? '');
  const { start, end } = lineSpanAt(document, reference.span.start);
  return text.slice(start, Math.min(end, start + 1000));
}

/** "Doors (A.11.1.2), fences (A.11.1.1)": each number has the words up to the next one. */
function wordsBetweenOthers(sentence: string): string {
  const at = sentence.indexOf(ownMark);
  const start = sentence.lastIndexOf(otherMark, at) + 1;
  const end = sentence.indexOf(otherMark, at);
  return sentence.slice(start, end < 0 ? sentence.length : end);
}

/** So few words are a title of their own, and are held against another one in both directions. */
const shortTitle = 6;

/** Which part of the title of an entry stands among the words, from 0 to 1: rare words count more. */
function coverage(words: ReadonlySet<string>, isShort: boolean, entry: CatalogEntry, catalog: Catalog): number {
  const { titles, counts } = titlesOf(catalog.standard(entry.standardKey)!);
  const weigh = (some: Iterable<string>) => {
    let sum = 0;
    for (const word of some) sum += 1 / Math.sqrt(counts.get(word) ?? Number.POSITIVE_INFINITY);
    return sum;
  };
  let best = 0;
  for (const title of titles.get(entry.id) ?? []) {
    const shared = [...title].filter((word) => words.has(word));
    // In a sentence, one common word ("security") makes no title.
    if (shared.length === 0 || (shared.length === 1 && !isShort)) continue;
    const part = weigh(shared);
    const ofTitle = part / weigh(title);
    best = Math.max(best, isShort ? (ofTitle + part / weigh(words)) / 2 : ofTitle);
  }
  return best;
}

interface Titles {
  readonly titles: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  readonly counts: ReadonlyMap<string, number>;
}

const remembered = new WeakMap<Standard, Titles>();

function titlesOf(standard: Standard): Titles {
  let known = remembered.get(standard);
  if (!known) {
    const titles = new Map<string, readonly ReadonlySet<string>[]>();
    const counts = new Map<string, number>();
    for (const { id, title, aliases } of standard.entries) {
      titles.set(
        id,
        [title, ...(aliases ?? [])].map((one) => titleWordsOf(one)),
      );
      for (const word of new Set(titles.get(id)!.flatMap((one) => [...one])))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    known = { titles, counts };
    remembered.set(standard, known);
  }
  return known;
}
