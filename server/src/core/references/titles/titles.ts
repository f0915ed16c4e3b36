/** The words beside an id that look like its title, and comparing them with the titles of the catalog. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import { oncePer } from '../../oncePer.js';
import { detach, type Span } from '../../text.js';
import { isManagementSystem } from '../text/standardNames.js';

/**
 * The span of the words that follow an id as its title: in brackets, behind a dash or colon, or as the rest of a heading
 * or cell. Offsets are those of `prose`. Null where nothing title-like follows.
 */
export function titleAfter(prose: string, end: number, takesRest: boolean): Span | null {
  const quoted = titleInQuotes(prose, end);
  if (quoted) return quoted;
  let at = skip(prose, end, ' \t*_"]');
  if (prose[at] === '(') {
    const close = closingBracket(prose, at);
    return close < 0 || close - at > longestInBrackets ? null : trimmed(prose, at + 1, close);
  }
  const mark = prose[at];
  const isLabelled = mark === '—' || mark === '–' || mark === ':' || (mark === '-' && prose[at + 1] === ' ');
  if (isLabelled) at = skip(prose, at + 1, ' \t*_"“„');
  else if (!takesRest || at === end) return null;
  if (!isLetter(prose, at)) return null;
  return trimmed(prose, at, endOfTitle(prose, at, takesRest));
}

/** In characters. */
const longestInBrackets = 160;

/** `(Managing … technology (ICT) supply chain)`: the bracket that closes the one at a place; the next one where that is none near. */
function closingBracket(prose: string, at: number): number {
  let depth = 0;
  for (let end = at; end <= at + longestInBrackets && end < prose.length; end++) {
    if (prose[end] === '(') depth++;
    else if (prose[end] === ')' && --depth === 0) return end;
  }
  return prose.indexOf(')', at);
}

const closingQuotes: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“', '"': '"' };

/** `A.8.11 « Data masking »`: the title in quotation marks behind the id and a blank; without one the mark closes a quotation. */
function titleInQuotes(prose: string, end: number): Span | null {
  const at = skip(prose, end, ' \t\u00a0\u202f*_]');
  const closing = closingQuotes[prose[at] ?? ''];
  if (closing === undefined || !/\s/.test(prose[at - 1] ?? '')) return null;
  const close = prose.indexOf(closing, at + 1);
  return close < 0 || close - at > 160 ? null : trimmed(prose, at + 1, close);
}

function endOfTitle(prose: string, start: number, takesRest: boolean): number {
  let end = start;
  const limit = Math.min(prose.length, start + 160);
  while (end < limit) {
    const char = prose[end]!;
    if ('\n\r;|(·←→•\uFFFC'.includes(char)) break;
    if (char === '*' && prose[end + 1] === '*') break;
    if (!takesRest && (char === ',' || (char === '.' && (end + 1 >= prose.length || prose[end + 1] === ' ')))) break;
    end++;
  }
  return end;
}

function skip(text: string, start: number, chars: string): number {
  let at = start;
  while (at < text.length && chars.includes(text[at]!)) at++;
  return at;
}

function isLetter(text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && char.toLowerCase() !== char.toUpperCase();
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && ' \t\u00a0\u202f*_"\'“”'.includes(text[from]!)) from++;
  while (to > from && ' \t\u00a0\u202f*_"\'“”.:,'.includes(text[to - 1]!)) to--;
  return to - from < 3 ? null : { start: from, end: to };
}

/** Titles compared without case, punctuation, articles and -ise/-ize: what is left of two equal titles is equal. */
export function normaliseTitle(title: string): string {
  const known = normalised.get(title);
  if (known !== undefined) return known;
  const made = withoutSpelling(title);
  if (normalised.size >= mostNormalised) normalised.clear();
  // A copy of the key: a part of a longer text would keep all of it alive.
  if (title.length <= longestKept) normalised.set(detach(title), made);
  return made;
}

/** The same titles stand beside the same ids in document after document. Bounded, and the same with or without it. */
const normalised = new Map<string, string>();
const mostNormalised = 4000;
const longestKept = 200;

function withoutSpelling(title: string): string {
  return title
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(the|a|an)\b/g, ' ')
    .replace(/is(e|es|ed|ing|ation|ations)\b/g, 'iz$1')
    .replace(/life cycle/g, 'lifecycle')
    .replace(/labell/g, 'label')
    .replace(/re use/g, 'reuse')
    .replace(/\bprogramme\b/g, 'program')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether the words are the title of the entry, in any of its official forms. */
export function isTitleOf(entry: CatalogEntry, words: string): boolean {
  const wanted = normaliseTitle(words);
  if (wanted.length === 0) return false;
  if (normaliseTitle(entry.title) === wanted) return true;
  return (entry.aliases ?? []).some((alias) => normaliseTitle(alias) === wanted);
}

interface TitleIndex {
  /** Entries by normalised title. */
  readonly entries: ReadonlyMap<string, readonly CatalogEntry[]>;
  /** The words with which titles of two words and more begin, in lower case. */
  readonly firstWords: ReadonlySet<string>;
}

const titleIndex = oncePer((catalog: Catalog): TitleIndex => {
  const entries = new Map<string, CatalogEntry[]>();
  const firstWords = new Set<string>();
  for (const standard of catalog.standards) {
    if (!isManagementSystem(standard)) continue;
    for (const entry of standard.entries) {
      for (const title of [entry.title, ...(entry.aliases ?? [])]) {
        const key = normaliseTitle(title);
        const list = entries.get(key);
        // `Clock synchronization` and `Clock synchronisation` are one title.
        if (!list) entries.set(key, [entry]);
        else if (list.at(-1) !== entry) list.push(entry);
        const first = /^\p{L}+(?=\P{L})/u.exec(title)?.[0];
        if (first) firstWords.add(first.toLowerCase());
      }
    }
  }
  return { entries, firstWords };
});

/** Entries of management system standards by normalised title. */
export function entriesByTitle(catalog: Catalog, words: string): readonly CatalogEntry[] {
  return titleIndex(catalog).entries.get(normaliseTitle(words)) ?? [];
}

/** The words, in lower case, with which a title of several words can begin. */
export function firstWordsOfTitles(catalog: Catalog): ReadonlySet<string> {
  return titleIndex(catalog).firstWords;
}

/**
 * The entry whose title stands beside an id that is another entry's: `A.8.22 (Web filtering)`. Null unless the words are
 * exactly a title of the catalog, of at least two words, that is neither a title of the entry itself, nor of what it was
 * called before, nor of the group it is in. Silence beats a wrong accusation.
 */
export function titledAs(catalog: Catalog, entry: CatalogEntry, words: string): CatalogEntry | null {
  const wanted = normaliseTitle(words);
  if (entry.kind === 'objective') return controlOfObjective(catalog, entry, words);
  if (entry.kind !== 'control' && entry.kind !== 'clause') return null;
  if (isTitleOf(entry, words)) return null;
  if (!wanted.includes(' ')) return titledByFirstWord(catalog, entry, wanted);
  const candidates = entriesByTitle(catalog, words).filter((other) => other.kind === entry.kind);
  if (candidates.length === 0) return titledInOtherSense(catalog, entry, words);
  const own = catalog.standard(entry.standardKey);
  const related = new Set([
    entry.key,
    ...catalog.predecessors(entry.key).map((one) => one.key),
    ...catalog.successors(entry.key).map((one) => one.key),
  ]);
  const isOfSame = (candidate: CatalogEntry): boolean => candidate.standardKey === entry.standardKey;
  // Beside a title of the same edition it says nothing that other standards have it for a control like this one.
  const isPlain = candidates.some(isOfSame);
  for (const candidate of candidates) {
    if (related.has(candidate.key)) return null;
    if (isPlain && !isOfSame(candidate)) continue;
    if (isKin(entry, candidate)) return null;
    // The same subject in another standard is no mistake: privacy texts use the titles of 27001 for its twins.
    if (
      catalog.mappings(entry.key).some((mapping) => mapping.target === candidate.key && mapping.relation !== 'related')
    )
      return null;
  }
  const rank = (candidate: CatalogEntry): number => {
    const standard = catalog.standard(candidate.standardKey);
    if (candidate.standardKey === entry.standardKey) return 0;
    return standard?.standard === own?.standard ? 1 : 2;
  };
  const best = [...candidates].sort((a, b) => rank(a) - rank(b))[0]!;
  return rank(best) < 2 || entry.kind === 'control' ? best : null;
}

/** "A.2.1 AI policy": the number of the objective with the title of one of its controls, as where a list is shifted by one. */
function controlOfObjective(catalog: Catalog, objective: CatalogEntry, words: string): CatalogEntry | null {
  if (!normaliseTitle(words).includes(' ') || isTitleOf(objective, words)) return null;
  const [only, ...others] = entriesByTitle(catalog, words).filter(
    ({ standardKey, parent, kind }) =>
      standardKey === objective.standardKey && parent === objective.parent && kind === 'control',
  );
  return only && others.length === 0 ? only : null;
}

/**
 * "10.1 Nonconformity": a long word with which the title of one other clause begins and that no other title of a clause has.
 * "7.2 Awareness": a word that is the whole title of the clause beside it.
 */
function titledByFirstWord(catalog: Catalog, entry: CatalogEntry, word: string): CatalogEntry | null {
  if (entry.kind !== 'clause') return siblingOfOneWord(catalog, entry, word);
  const clauses = (catalog.standard(entry.standardKey)?.entries ?? []).filter(({ kind }) => kind === 'clause');
  const beside = clauses.filter((other) => other.parent === entry.parent && normaliseTitle(other.title) === word);
  if (beside.length === 1 && beside[0] !== entry) return beside[0]!;
  if (word.length < shortestTelling) return null;
  const titled = clauses.filter((other) => normaliseTitle(other.title).split(' ').includes(word));
  const [only] = titled;
  return titled.length === 1 && only !== entry && normaliseTitle(only!.title).startsWith(word) ? only! : null;
}

/** "A.10.2 Suppliers": a word that is the whole title of another control of a small group. In a large one it may be a topic. */
function siblingOfOneWord(catalog: Catalog, entry: CatalogEntry, word: string): CatalogEntry | null {
  const group = catalog.controls(entry.standardKey).filter(({ parent }) => parent === entry.parent);
  const titled = group.filter((other) => normaliseTitle(other.title) === word);
  return group.length <= smallGroup && titled.length === 1 && titled[0] !== entry ? titled[0]! : null;
}

/** In controls. */
const smallGroup = 10;

/** In letters. */
const shortestTelling = 12;

/** What the same number was in another edition, or an article of a law that is related to other controls than this one. */
function titledInOtherSense(catalog: Catalog, entry: CatalogEntry, words: string): CatalogEntry | null {
  const standard = catalog.standard(entry.standardKey);
  const relatives = [...catalog.predecessors(entry.key), ...catalog.successors(entry.key)];
  if (!standard || relatives.some((relative) => isTitleOf(relative, words))) return null;
  for (const edition of catalog.editions(standard.standard)) {
    const other = edition.key === standard.key ? undefined : catalog.find(edition.key, entry.id);
    if (other && isTitleOf(other, words)) return other;
  }
  const article = entry.kind === 'control' ? articlesByTitle(catalog).get(normaliseTitle(words)) : undefined;
  if (!article) return null;
  const mapped = controlsMappedTo(article, entry.standardKey, catalog);
  const isRelated = catalog.mappings(entry.key).some(({ target }) => target === `${article.standardKey}:*`);
  return mapped.length > 0 && !mapped.includes(entry) && !isRelated ? article : null;
}

/** Controls of a standard that are mapped to an article, or to a paragraph or point of it. */
export function controlsMappedTo(article: CatalogEntry, standardKey: string, catalog: Catalog): CatalogEntry[] {
  const isMapped = (control: CatalogEntry) =>
    catalog.mappings(control.key).some(({ target }) => target === article.key || target.startsWith(`${article.key}.`));
  return catalog.controls(standardKey).filter(isMapped);
}

/** Articles of laws by normalised title. */
const articlesByTitle = oncePer((catalog: Catalog): ReadonlyMap<string, CatalogEntry> => {
  const index = new Map<string, CatalogEntry>();
  for (const law of catalog.standards) {
    if (law.type !== 'law') continue;
    for (const entry of law.entries) if (entry.kind === 'article') index.set(normaliseTitle(entry.title), entry);
  }
  return index;
});

/** One above the other in the same standard. */
function isKin(a: CatalogEntry, b: CatalogEntry): boolean {
  return (
    a.standardKey === b.standardKey &&
    (a.id.startsWith(`${b.id}.`) || b.id.startsWith(`${a.id}.`) || a.parent === b.id || b.parent === a.id)
  );
}
