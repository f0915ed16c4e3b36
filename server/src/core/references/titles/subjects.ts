/** Do the words around an id say what it is about? Then they tell of what it is: `internal audit 9.2`, `data provenance (A.7.5)`. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import { oncePer } from '../../oncePer.js';
import { isOneOf } from '../grammar/bounds.js';
import type { RawReference } from '../grammar.js';
import { labelOfRow } from '../tables/tableRows.js';
import { commonWords } from '../tables/titledNumbers.js';
import { andWords, purposeWords, seeWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isManagementSystem, type NamedStandard, standardOf } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { normaliseTitle } from './titles.js';

/** In tokens: the words of a title that people set before its number. */
const mostWords = 4;

/**
 * What the number at the token is: a clause or a control whose title has the two words right before it (`internal audit
 * 9.2`, `AI objectives 6.2`), is the one word before it (`awareness 7.3`), or has the words that follow it in its brackets
 * (`(8.15 logging)`). Null for none.
 */
export function namedForm(run: Run, at: number, catalog: Catalog): 'clause' | 'control' | null {
  const { tokens } = run;
  const before = wordsBefore(tokens, at);
  const behind = isMark(tokens[at - 1], '(') ? wordsBehind(tokens, at) : wordsOfPurpose(tokens, at);
  if (before.length === 0 && behind.length === 0) return null;
  const id = tokens[at]!.parts.join('.');
  const subject = subjectBeforeDash(tokens, at);
  for (const standard of managementSystems(catalog)) {
    if (subject !== null && isAbout(catalog.find(standard.key, id), subject)) return 'clause';
    if (isNamed(catalog.find(standard.key, id), before, behind)) return 'clause';
    if (isNamed(catalog.find(standard.key, `A.${id}`), before, behind)) return 'control';
  }
  return null;
}

/** The standards in force. */
export const managementSystems = oncePer((catalog: Catalog) =>
  catalog.standards.filter((one) => isManagementSystem(one) && one.status === 'current'),
);

/**
 * Whether the word for a control right before a number ends what a clause is about, and means none of Annex A: "Operational planning
 * and control (8.1)", "Document control (7.5)", "naming (7.5.2) and control (7.5.3)". The words before it are of the clause's title and
 * not of the control's, or "and" stands before it and there is no such control.
 * @param at the token of that word
 */
export function endsSubject({ tokens }: Run, at: number, number: Token, catalog: Catalog): boolean {
  const id = number.parts.join('.');
  const subject = wordsBefore(tokens, at).filter((word) => word.length >= shortestSubject && !commonWords.has(word));
  const isOf = (entry: CatalogEntry | undefined): boolean =>
    entry !== undefined &&
    (subject.length === 0 ||
      titlesOf(entry).some((title) => [...title].some((word) => subject.some((other) => hasRoot(word, other)))));
  const isOfAny = (prefix: string): boolean =>
    managementSystems(catalog).some(({ key }) => isOf(catalog.find(key, prefix + id)));
  return (subject.length > 0 || isWord(tokens[at - 1], andWords)) && isOfAny('') && !isOfAny('A.');
}

/** "document" and "documented" */
function hasRoot(one: string, other: string): boolean {
  return one.slice(0, longestRoot) === other.slice(0, longestRoot);
}

/** In letters. */
const longestRoot = 6;

function isNamed(entry: CatalogEntry | undefined, before: readonly string[], behind: readonly string[]): boolean {
  if (entry?.kind !== 'clause' && entry?.kind !== 'control') return false;
  return titlesOf(entry).some((title) => {
    if (behind.length > 0 && behind.every((word) => title.has(word))) return true;
    const [last, second] = [before[before.length - 1], before[before.length - 2]];
    if (last === undefined || !title.has(last)) return false;
    return title.size === 1 ? last.length >= shortestAlone : second !== undefined && title.has(second);
  });
}

/**
 * The references of a run; a bare number in brackets among ids with their letter is the control where the word before
 * it is one of its title, and none of the clause: "a second factor (27001 A.8.5); awareness (6.3)".
 */
export function withNamedControls(
  raws: readonly RawReference[],
  { tokens }: Run,
  catalog: Catalog,
): readonly RawReference[] {
  if (!raws.some(({ form }) => form === 'annex')) return raws;
  const isControl = (raw: RawReference): boolean => {
    if (!raw.isParenthesis || raw.form !== 'clause' || !isMark(tokens[raw.first - 1], '(')) return false;
    const before = wordsBefore(tokens, raw.first - 1);
    const last = before[before.length - 1] ?? '';
    const { parts, items } = raw.members[0]!;
    if (last.length < shortestAlone || commonWords.has(last) || parts.length !== 2 || items.length > 0) return false;
    const has = (id: string, words: readonly string[]): boolean =>
      managementSystems(catalog).some(({ key }) => {
        const entry = catalog.find(key, id);
        return entry !== undefined && titlesOf(entry).some((title) => words.some((word) => title.has(word)));
      });
    return has(`A.${parts.join('.')}`, [last]) && !has(parts.join('.'), before);
  };
  return raws.some(isControl) ? raws.map((raw) => (isControl(raw) ? { ...raw, form: 'control' } : raw)) : raws;
}

/** `**O-2. Objectives – 6.2.**`: the one word that stands before a number and a dash in its sentence or item, if it is one. */
function subjectBeforeDash(tokens: readonly Token[], number: number): string | null {
  const [before, word, dash] = [tokens[number - 3], tokens[number - 2], tokens[number - 1]];
  if (!isOneOf(dash, '–—-') || dash!.gap === 0 || word?.kind !== 'word' || word.lower.length < shortestAlone)
    return null;
  return before === undefined || word.gap === 2 || isOneOf(before, '.:*') ? stemOf(word.lower) : null;
}

/** Whether a word is one of the title of a clause. */
function isAbout(entry: CatalogEntry | undefined, word: string): boolean {
  return entry?.kind === 'clause' && !commonWords.has(word) && titlesOf(entry).some((title) => title.has(word));
}

/** In letters: shorter words are titles by chance ("policy 5.2"). */
const shortestAlone = 7;

/** The words right before the token, in the order of the text. */
function wordsBefore(tokens: readonly Token[], number: number): string[] {
  // "input to our management review, 9.3.2", "the risk assessment in 8.2", "Internal audit – 9.2"
  const mark = tokens[number - 1];
  const isApart = isMark(mark, ',') || mark?.lower === 'in' || (isOneOf(mark, '–—-') && mark!.gap > 0);
  const at = isApart ? number - 1 : number;
  let first = at;
  while (first > 0 && first > at - mostWords && tokens[first - 1]!.kind === 'word' && tokens[first]!.gap < 2) first--;
  return wordsOf(tokens, first, at);
}

/** The words behind the token up to the closing bracket; empty where anything else stands there too. */
function wordsBehind(tokens: readonly Token[], at: number): string[] {
  let end = at + 1;
  while (end <= at + mostWords && tokens[end]?.kind === 'word') end++;
  return isMark(tokens[end], ')') ? wordsOf(tokens, at + 1, end) : [];
}

/** "see 9.2 for internal audits": the words of what is found there. */
function wordsOfPurpose(tokens: readonly Token[], at: number): string[] {
  if (!isWord(tokens[at - 1], seeWords) || !isWord(tokens[at + 1], purposeWords)) return [];
  let end = at + 2;
  while (end <= at + 2 + mostWords && tokens[end]?.kind === 'word') end++;
  return wordsOf(tokens, at + 2, end);
}

const smallWords = new Set('of and the for to in on with its a an'.split(' '));

const placeNames = new Set('centre centres center centers room rooms'.split(' '));

function wordsOf(tokens: readonly Token[], first: number, end: number): string[] {
  const words: string[] = [];
  for (let at = first; at < end; at++) {
    const { kind, lower } = tokens[at]!;
    // "data centre" is about a place.
    const isOfPlace = placeNames.has(tokens[at + 1]?.lower ?? '');
    if (kind === 'word' && !smallWords.has(lower) && !isOfPlace) words.push(stemOf(lower));
  }
  return words;
}

/** The same for plural and singular, and for -ise and -ize. */
function stemOf(word: string): string {
  const single = word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  return single.replace(/is(?=(?:e|ed|ing|ation)$)/, 'iz');
}

/** The words of each title of an entry, without those that only join them. */
export const titlesOf = oncePer((entry: CatalogEntry): readonly ReadonlySet<string>[] =>
  [entry.title, ...(entry.aliases ?? [])].map((title) => {
    const words = normaliseTitle(title).split(' ');
    return new Set(words.filter((word) => !smallWords.has(word)).map(stemOf));
  }),
);

/** In tokens: what an id is about stands right before it. */
const mostSubjectWords = 12;
/** In letters: shorter words say nothing of a subject. */
const shortestSubject = 4;

/**
 * The standard whose control of an id shares words with what stands before the id in its part of the sentence, where no other
 * standard's does: "the quality of data (A.7.4)" is the control on data and not the one on premises. Of a number that only
 * circulates as one of another standard it takes two words side by side: "security events (A.6.8)", and not "event logs". Null where
 * the words do not tell.
 * @param from the token after the reference before
 */
export function subjectStandard(run: Run, raw: RawReference, from: number, catalog: Catalog): NamedStandard | null {
  const { parts } = raw.members[0]!;
  if (raw.form !== 'annex' || raw.attached !== null || parts.length < 2) return null;
  const candidates = sharedIds(catalog).get(`${raw.letter}.${parts.join('.')}`);
  if (!candidates) return null;
  const before = wordsOf(run.tokens, beginningOfPart(run.tokens, raw.first, from), raw.first);
  const telling =
    tellingCandidates(candidates, before, 0) ?? tellingCandidates(candidates, glossOf(run.tokens, raw), 0.5);
  if (telling) return standardOf(telling.standard);
  const standard = subjectInWords(before.slice(-mostWords).join(' '), parts[0]!);
  return standard && candidates.some((one) => one.standard === standard) ? standardOf(standard) : null;
}

/**
 * The standard of which the words before an id are in another language than that of the catalog: A.7 of ISO/IEC 42001 is on data
 * ("Datenqualität", "qualité des données"), that of ISO/IEC 27001 on rooms and what is in them. Null where they tell nothing, or both.
 */
function subjectInWords(words: string, group: number): string | null {
  // A data centre is a place, whatever is done there.
  if (group !== 7 || /[zc]entr/.test(words)) return null;
  const isOnData = dataWords.test(words);
  return isOnData === roomWords.test(words) ? null : isOnData ? '42001' : '27001';
}

const dataWords =
  /(?:^| )(?:\p{L}+daten(?!träger)|daten(?!träger|zentr)|donnée|dato(?!s? center)|dati(?: |$)|dado|gegeven)/u;
const roomWords =
  /physi|physisch|fysiek|físic|fisic|räum|gebäude|zutritt|büro|kamera|kabel|locaux|bâtiment|bureau|caméra|oficina|edificio|uffici|kantoor|gebouw|träger|support/u;

/** The one candidate whose title has more than that part of the words that tell something; null where it is none or not one alone. */
function tellingCandidates(candidates: readonly Candidate[], words: readonly string[], part: number): Candidate | null {
  const subject = words.filter((word) => word.length >= shortestSubject && !commonWords.has(word));
  const sharedWords = ({ entry }: Candidate): number =>
    Math.max(...titlesOf(entry).map((title) => subject.filter((word) => title.has(word)).length));
  const telling = candidates.filter((candidate) => sharedWords(candidate) > 0);
  const [only] = telling;
  if (!only || telling.length > 1 || sharedWords(only) <= subject.length * part) return null;
  return candidates.length > 1 || titlesOf(only.entry).some((title) => hasPair(words, title)) ? only : null;
}

/** `A.7.4 (quality of data)`, `A.8.4 – code access`: the few words in brackets or behind a dash up to the next mark. */
function glossOf(tokens: readonly Token[], { last, members }: RawReference): readonly string[] {
  const opening = tokens[last];
  const isBracket = isMark(opening, '(');
  if (members.length > 1 || !(isBracket || (isOneOf(opening, '–—-') && opening!.gap > 0))) return [];
  let end = last + 1;
  while (end <= last + longestGloss && tokens[end]?.kind === 'word' && tokens[end]!.gap < 2) end++;
  const isWhole = tokens[end] === undefined || tokens[end]!.gap === 2 || tokens[end]!.kind === 'mark';
  return isWhole && (!isBracket || isMark(tokens[end], ')')) ? wordsOf(tokens, last + 1, end) : [];
}

/** In tokens. */
const longestGloss = 6;

/** What stands before the list of a reference in its sentence, else in the first cell of its row; empty where that is too long. */
export function listSubject(runs: Runs, index: number, { head }: RawReference): readonly string[] {
  const { tokens } = runs.of(index);
  const before = wordsOf(tokens, beginningOfPart(tokens, head, 0), head).filter((word) => !isoWords.has(word));
  const label = before.length === 0 && runs.blocks[index]!.table >= 0 ? labelOfRow(runs.blocks, index) : -1;
  const words = label < 0 ? before : wordsOf(runs.of(label).tokens, 0, runs.of(label).tokens.length);
  return words.length > mostWords ? [] : words;
}

const isoWords = new Set(['iso', 'iec']);
/** Words that only say that there is something: "Control: A.5.15, 8.1". */
const labelWords = new Set(['control', 'policy', 'requirement', 'planning']);

/** Whether words are those of the title of a clause, and say nothing of the control of that number. */
export function tellsClause(
  words: readonly string[],
  clause: CatalogEntry | undefined,
  control: CatalogEntry | undefined,
): boolean {
  if (clause?.kind !== 'clause' || words.length === 0) return false;
  const telling = words.filter((word) => word.length >= shortestSubject && !commonWords.has(word));
  if (control && titlesOf(control).some((title) => telling.some((word) => title.has(word)))) return false;
  if (words.length === 1 && labelWords.has(words[0]!)) return false;
  return (
    telling.length > 0 &&
    titlesOf(clause).some((title) => words.every((word) => title.has(word) || commonWords.has(word)))
  );
}

/** Whether two words that follow on each other are of the title, and one of them tells something. */
function hasPair(words: readonly string[], title: ReadonlySet<string>): boolean {
  return words.some((word, at) => {
    const next = words[at + 1];
    return (
      next !== undefined &&
      [word, next].every((one) => title.has(one)) &&
      !(commonWords.has(word) && commonWords.has(next))
    );
  });
}

interface Candidate {
  readonly standard: string;
  readonly entry: CatalogEntry;
}

/** The ids that are controls of several standards in force, or of one while they circulate as those of another. */
const sharedIds = oncePer((catalog: Catalog) => {
  const all = new Map<string, Candidate[]>();
  for (const { key, standard } of managementSystems(catalog))
    for (const entry of catalog.controls(key)) all.set(entry.id, [...(all.get(entry.id) ?? []), { standard, entry }]);
  const circulating = new Set(managementSystems(catalog).flatMap(({ inventedIds }) => inventedIds ?? []));
  return new Map([...all].filter(([id, candidates]) => candidates.length > 1 || circulating.has(id)));
});

function beginningOfPart(tokens: readonly Token[], end: number, from: number): number {
  let first = end;
  while (first > from && first > end - mostSubjectWords && !isOneOf(tokens[first - 1], '.;!?')) first--;
  return first;
}
