/** What a year without the name of a standard says of the reference beside it: an edition, or a date. */
import type { Evidence } from '../draft.js';
import { isOneOf } from '../grammar/bounds.js';
import type { RawReference } from '../grammar.js';
import {
  andWords,
  annexWords,
  clauseWords,
  controlWords,
  dateWords,
  editionWords,
  genitiveWords,
  monthWords,
  nowWords,
  ofWords,
  replacedWords,
  standardWords,
  toWords,
  verbWords,
} from '../text/lexicon.js';
import { endsSentence, mentionAtToken, type Run } from '../text/run.js';
import type { StandardNames } from '../text/standardNames.js';
import { isMark, isWord, isYear, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';

/**
 * What a year without its standard says of the reference: a word for an edition beside it counts more than a colon behind it.
 * @param listEnd the last reference of its list, where that is another one
 */
export function yearLayer(
  run: Run,
  raw: RawReference,
  { years, withdrawn }: StandardNames,
  listEnd?: RawReference,
): Evidence | null {
  const own =
    yearInBrackets(run.tokens, raw, years) ?? (isAlike(run, raw, listEnd) ? yearBehind(run, listEnd, years) : null);
  if (own !== null) return { by: 'line', standards: [], tight: true, joined: false, editionHint: own, year: 'own' };
  const label = yearOfLabel(run, raw);
  const kind = label >= 0 ? kindOfYear(run.tokens, label) : isBareYearBefore(run, raw) ? 'date' : null;
  const named =
    label < 0 || kind
      ? (editionNamedBefore(run, raw) ??
        editionNamedAfter(run, raw) ??
        editionBehindTitle(run.tokens, raw.last) ??
        editionOfList(run, listEnd) ??
        yearBeforeBrackets(run, raw, withdrawn))
      : null;
  const editionHint = named ?? run.tokens[label]?.text ?? null;
  if (editionHint === null) return null;
  const layer: Evidence = { by: 'line', standards: [], tight: true, joined: false, editionHint };
  return kind && (label < 0 || named === null) ? { ...layer, year: kind } : layer;
}

/** `A.9.2.3 [2013]`, `A.8.2 (2022)`, `[2013] A.9.2.3`: nothing but the year of an edition in the brackets right behind or before it. */
function yearInBrackets(
  tokens: readonly Token[],
  { head, last }: RawReference,
  years: ReadonlySet<string>,
): string | null {
  const yearAt = (at: number): string | null => {
    const year = tokens[at]?.text ?? '';
    const isInBrackets = years.has(year) && isOneOf(tokens[at - 1], '([') && isOneOf(tokens[at + 1], ')]');
    return isInBrackets ? year : null;
  };
  return yearAt(last + 1) ?? (tokens[head - 4]?.kind === 'number' ? null : yearAt(head - 2));
}

/**
 * "The old files are on 2013 (A.6.1.1 etc.)", "one per 2013 domain (A.5 to A.18)": the year of a withdrawn edition right before the
 * brackets of numbers; for clauses with a word for what it is divided into. "Audit 2025 (A.5.18)" and "audit 2013 (clause 9.2)" are dates.
 */
function yearBeforeBrackets(run: Run, { first, form }: RawReference, withdrawn: ReadonlySet<string>): string | null {
  const { tokens } = run;
  let open = first - 1;
  while (open > first - longestBracket && isOfNumbers(tokens[open])) open--;
  if (!isMark(tokens[open], '(')) return null;
  const at = isWord(tokens[open - 1], partNouns) ? open - 2 : open - 1;
  const year = tokens[at];
  if (!isYear(year) || mentionAtToken(run, at)) return null;
  if (![...withdrawn].some((edition) => edition.endsWith(`:${year.text}`))) return null;
  if ((form === 'clause' && at === open - 1) || isMark(tokens[at - 1], '-')) return null;
  return isWord(tokens[at - 1], dateWords) || isWord(tokens[at - 1], monthWords) || tokens[at - 1]?.kind === 'number'
    ? null
    : year.text;
}

/** What an edition is divided into. */
const partNouns: ReadonlySet<string> = new Set(
  'domain domains group groups structure annex control controls numbers ids domäne domänen bereich bereiche nummern domaine domaines dominio domini'.split(
    ' ',
  ),
);

function isOfNumbers(token: Token | undefined): boolean {
  if (token?.kind === 'mark') return ',.&/-–'.includes(token.text);
  return token?.kind === 'number' || isLetterOfAnnex(token) || isWord(token, restWords);
}

function isLetterOfAnnex(token: Token | undefined): boolean {
  return token?.text === 'A' || token?.text === 'B';
}

const restWords: ReadonlySet<string> = new Set(['etc', 'usw', 'ff']);

/**
 * "A.12.3.1 and A.9.4.3 (2013)", and neither "A.12.3.1, A.9.4.3 (2013)" nor "A.8.8 and A.12.6.1 (2013)": a list that a word closes, of ids
 * of three parts as those of an older edition are.
 */
function isAlike({ tokens }: Run, raw: RawReference, end: RawReference | undefined): end is RawReference {
  const isOfThree = ({ form, members }: RawReference) => form === 'annex' && members[0]!.parts.length === 3;
  return end !== undefined && isOfThree(raw) && isOfThree(end) && isWord(tokens[end.first - 1], andWords);
}

/** The edition in the brackets behind a list: `(2013)`, "(2013 edition)". */
function yearBehind(run: Run, end: RawReference, years: ReadonlySet<string>): string | null {
  if (!'(['.includes(run.tokens[end.last]?.text ?? ' ')) return null;
  return yearInBrackets(run.tokens, end, years) ?? editionFrom(run.tokens, end.last);
}

/** "In 2025 clause 9.2 was audited", and not "the 2019 clause 6". */
function isBareYearBefore({ tokens }: Run, raw: RawReference): boolean {
  return isYear(tokens[raw.head - 1]) && isWord(tokens[raw.head - 2], dateWords);
}

/** What the year before a colon is: an edition (null) by the words behind it ("2013 mapping:"), a date by those before it. */
function kindOfYear(tokens: readonly Token[], at: number): Evidence['year'] | null {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const isEdition = [before, next].some(
    (token) => isWord(token, editionWords) || ((token?.traits ?? 0) & trait.crosswalk) !== 0,
  );
  if (isEdition) return null;
  const isDate = isWord(before, dateWords) || isWord(before, monthWords) || isOccasion(before);
  return isDate ? 'date' : 'either';
}

/** "Training 2022: clause 7.2", "IA-2025: clause 9.2": what was then; "Annex A 2013:", "Clauses 2019:" is an edition. */
function isOccasion(before: Token | undefined): boolean {
  if (before?.kind !== 'word') return isMark(before, '-');
  const isOfStandard = [clauseWords, controlWords, annexWords, standardWords].some((words) => isWord(before, words));
  return before.text.length > longestJoint && !isOfStandard;
}

/** In letters: "from", "nach". */
const longestJoint = 4;

/** `2013: A.12.4.1`, `2013 mapping: 9.1.1`: the token of a year, with a colon between; -1 where there is none. */
function yearOfLabel(run: Run, raw: RawReference): number {
  const { tokens } = run;
  let at = raw.first - 1;
  // Inside a list only its label counts: the nearest colon before the reference, with a year up to four words before it.
  // "(A.1.3.4; 2019: 7.3.2). Copies go to others (A.1.3.8).": neither that of brackets that are closed, nor that of a sentence before.
  let closed = 0;
  for (; at >= 0 && raw.first - at < 60 && (closed > 0 || !isMark(tokens[at], ':')); at--) {
    if (isMark(tokens[at], ')')) closed++;
    else if (isMark(tokens[at], '(')) closed = Math.max(0, closed - 1);
    else if (closed === 0 && isMark(tokens[at], '.') && endsSentence(run, at)) return -1;
  }
  if (!isMark(tokens[at], ':')) return -1;
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    const token = tokens[before]!;
    if (mentionAtToken(run, before)) return -1;
    if (token.kind === 'mark' && !'()[]/'.includes(token.text)) return -1;
    if (isYear(token)) return before;
  }
  return -1;
}

/** "A.16.1.1 of the 2013 edition", "A.11.1.3 (offices, edition 2013)": a year and a word for an edition right behind it. */
function editionNamedAfter(run: Run, raw: RawReference): string | null {
  const isBracket = isMark(run.tokens[raw.last], '(');
  for (let at = raw.last; at < raw.last + (isBracket ? longestBracket : 6); at++) {
    const token = run.tokens[at];
    const next = run.tokens[at + 1];
    if (token?.kind === 'number' && token.text.length === 4 && isWord(behindYear(run.tokens, at), editionWords))
      return token.text;
    if (isWord(token, editionWords) && next?.kind === 'number' && next.text.length === 4) return next.text;
    // "A.8.2 (formerly A.9.2.3 in the 2013 edition)": of what stands in the brackets.
    if (isBracket && (isMark(token, ')') || isDotted(token))) return null;
    if (!isBracket && !isMark(token, ')') && !isMark(token, "'") && !isMark(token, '’')) {
      if (!isWord(token, ofWords) && !isWord(token, editionWords)) return null;
    }
  }
  return null;
}

/** "2013 edition", "2013 års utgåva" */
function behindYear(tokens: readonly Token[], year: number): Token | undefined {
  return tokens[year + 1]?.lower === 'års' ? tokens[year + 2] : tokens[year + 1];
}

/** "A.12.6.1 and A.14.2.8 of the 2013 edition" speaks of both; brackets do of the last. */
function editionOfList(run: Run, end: RawReference | undefined): string | null {
  const behind = end && run.tokens[end.last];
  const isOf = isWord(behind, genitiveWords) || behind?.lower === 'de';
  return end && isOf ? editionNamedAfter(run, end) : null;
}

/** In tokens. */
const longestBracket = 24;

/** "A.7.3.9 Handling requests (2019 edition)", "A.7.3.9 (Handling requests) of the 2019 edition": an edition right behind the title. */
function editionBehindTitle(tokens: readonly Token[], from: number): string | null {
  const isMarked = titleMarks.includes(tokens[from]?.text ?? ' ');
  const first = isMarked ? from + 1 : from;
  const head = tokens[first];
  if (head?.kind !== 'word' || (!isMarked && (head.text[0] === head.lower[0] || head.gap === 0))) return null;
  for (let at = first + 1; at < first + longestTitle; at++) {
    const token = tokens[at];
    const isOpening = isMark(token, '(') || isMark(token, '[');
    const edition = isOpening || isWord(token, ofWords) ? editionFrom(tokens, at) : null;
    if (edition !== null) return edition;
    // Behind a verb it is said of something else: "A.7.3.9 Requests are in the leaflet (2019 edition)".
    const isOfTitle =
      token?.kind === 'word' ? !isWord(token, verbWords) : isMarked && closingMarks.includes(token?.text ?? ' ');
    if (!isOfTitle) return null;
  }
  return null;
}

const titleMarks = '(–—:"“„«';
const closingMarks = ')"”“»,';
/** In tokens. */
const longestTitle = 14;

/** `(2019 edition)`, "of the 2019 edition", `(Ausgabe 2019)`, "(edition of 2019)" */
function editionFrom(tokens: readonly Token[], from: number): string | null {
  let at = from + 1;
  while (at < from + 4 && isWord(tokens[at], ofWords)) at++;
  const [one, two] = [tokens[at], tokens[at + 1]];
  if (isYear(one) && isWord(behindYear(tokens, at), editionWords)) return one.text;
  const year = isWord(two, ofWords) ? tokens[at + 2] : two;
  return isWord(one, editionWords) && isYear(year) ? year.text : null;
}

/** "In the 2013 edition, A.6.2 was …": the nearest edition named before it in the sentence. */
function editionNamedBefore(run: Run, raw: RawReference): string | null {
  const year = run.tokens[raw.head - 1];
  // "the 2019 clauses 5 to 8"
  if (year && isYear(year) && !mentionAtToken(run, raw.head - 1)) return year.text;
  // "in the 2019 edition (A.7.2.2), which is now A.1.2.3"
  if (isWord(run.tokens[raw.head - 1], nowWords)) return null;
  // "A.12.3.1 (edition 2013) replaced by A.8.13"
  if (isWord(run.tokens[raw.head - 2], replacedWords) && run.tokens[raw.head - 1]!.kind === 'word') return null;
  for (let at = raw.first - 1; at >= 1 && raw.first - at < 15; at--) {
    const token = run.tokens[at]!;
    if (token.text === ';' || (token.text === '.' && token.gap === 0 && (run.tokens[at + 1]?.gap ?? 0) > 0))
      return null;
    if (mentionAtToken(run, at)) return null;
    if (!isWord(token, editionWords)) continue;
    // "in the 2013 edition", "in der Ausgabe 2013"
    const year = [run.tokens[at - 1], run.tokens[at + 1]].find(
      (one) => one?.kind === 'number' && one.text.length === 4,
    );
    if (year) return isMovedTo(run.tokens, at, raw.head) || isOfBracketed(run.tokens, at, raw.head) ? null : year.text;
  }
  return null;
}

/** "from A.16.1.1 of the 2013 edition to A.5.24": the edition is that of the number before it. */
function isMovedTo(tokens: readonly Token[], edition: number, head: number): boolean {
  return isWord(tokens[head - 1], toWords) && tokens.slice(Math.max(0, edition - 6), edition).some(isDotted);
}

function isDotted(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.parts.length > 1;
}

/** "A.8.2 (formerly A.9.2.3 in the 2013 edition) and A.8.3": behind a number in brackets that are closed before the reference. */
function isOfBracketed(tokens: readonly Token[], edition: number, head: number): boolean {
  let close = edition + 1;
  while (close < head && !'()'.includes(tokens[close]!.text)) close++;
  if (close >= head || !isMark(tokens[close], ')')) return false;
  for (let at = edition - 1; at >= Math.max(0, edition - longestBracket) && !isMark(tokens[at], '('); at--)
    if (isDotted(tokens[at])) return true;
  return false;
}
