/** Which article of a law a sentence is about, where its number is one that drafts of the law used for another. */
import type { Catalog, CatalogEntry, FormerId, Standard } from '../../catalog/types.js';
import { normaliseTitle } from '../../references/titles/titles.js';
import type { LawSentence } from './lawSentence.js';

/** A number of a draft, and the article that has its subject today. */
export interface SubjectMeant {
  readonly former: FormerId;
  readonly now: CatalogEntry;
}

/** The article whose subject the sentence names, and not that of the one cited; null where none is named for certain. */
export function subjectMeant(
  sentence: LawSentence,
  law: Standard,
  cited: CatalogEntry,
  catalog: Catalog,
): SubjectMeant | null {
  for (const words of wordsOf(sentence, law)) {
    const candidates = (law.formerIds ?? []).flatMap((former) => {
      const now = former.now === cited.id ? undefined : catalog.find(law.key, former.now);
      return now ? [{ former, now }] : [];
    });
    // The subject that this very number had in the drafts is the likeliest.
    candidates.sort((a, b) => Number(b.former.id === cited.id) - Number(a.former.id === cited.id));
    const meant = candidates.find((one) => isAbout(words, cited, one));
    if (meant) return meant;
    const called = candidates.find((one) => one.former.id === cited.id && isCalled(sentence.after, cited, one));
    if (called) return called;
  }
  return null;
}

/** `Article 52 (Transparency)`: the title in one word, which is what the number was about in the drafts. */
function isCalled(after: string, cited: CatalogEntry, { former }: SubjectMeant): boolean {
  const title = /^\s*(?:\(([^()]*)\)|[–—|:](?!.*\()([^|,]*))/u.exec(after);
  const [word, ...others] = normaliseTitle(title?.[1] ?? title?.[2] ?? '').split(' ');
  if (!word || others.length > 0 || word.length < shortestTitle || significantWords(cited.title).has(word))
    return false;
  const subjects = (former.subjects ?? []).flatMap((subject) => [...significantWords(subject)]);
  // "Transparenz" for "Transparenzpflichten"
  return significantWords(former.note ?? '').has(word) || subjects.some((subject) => subject.startsWith(word));
}

/** In letters. */
const shortestTitle = 8;

/**
 * The words behind an article tell its subject, else those before it (also where one word behind tells nothing); a
 * label before it ("Incidents: Article 73") first.
 */
function wordsOf({ before, after }: LawSentence, law: Standard): ReadonlySet<string>[] {
  const ofTheLaw = significantWords([law.name, law.fullTitle, ...(law.names ?? [])].join(' '));
  const [behind, ahead] = [after, before].map(
    (text) => new Set([...significantWords(text)].filter((word) => !ofTheLaw.has(word))),
  ) as [Set<string>, Set<string>];
  if (/[:–—|]\s*$/.test(before) && ahead.size > 0) return [ahead];
  if (behind.size === 0) return [ahead];
  // "Transparency obligations under Article 52 of the Act apply."
  return behind.size === 1 ? [behind, ahead] : [behind];
}

function isAbout(words: ReadonlySet<string>, cited: CatalogEntry, { former, now }: SubjectMeant): boolean {
  if (former.subjects?.some((subject) => holds(words, subject)))
    return share(words, significantWords(cited.title)) === 0;
  if (cited.id !== former.id) return false;
  const meansNow = share(words, significantWords(`${now.title} ${former.note ?? ''}`));
  return meansNow >= 2 && share(words, significantWords(cited.title)) < meansNow;
}

/** Whether all words of a subject stand among the others, in any number and case. */
function holds(words: ReadonlySet<string>, subject: string): boolean {
  return [...significantWords(subject)].every((wanted) => [...words].some((word) => isSameRoot(word, wanted)));
}

/** In letters: endings of case and number may differ by so many. */
const longestEnding = 2;

function isSameRoot(a: string, b: string): boolean {
  const root = Math.max(4, Math.min(a.length, b.length) - longestEnding);
  return Math.abs(a.length - b.length) <= longestEnding && a.slice(0, root) === b.slice(0, root);
}

const smallWords = new Set(
  'article articles drafts draft which that this with from into under their there were was are for the and act now nach dans pour sobre sulla durch'.split(
    ' ',
  ),
);

function significantWords(text: string): Set<string> {
  const words = normaliseTitle(text).split(' ');
  return new Set(words.filter((word) => word.length > 3 && !smallWords.has(word)));
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both;
}
