/** Numbers that words, columns, brackets or labels make into references. */
import {
  accordWords,
  andWords,
  continuingWords,
  fromWords,
  numberWords,
  ofWords,
  ownPlaceWords,
  sectionWords,
  seeWords,
  standardWords,
  toWords,
  versionWords,
} from '../lexicon.js';
import { isMark, isWord, type Mention } from '../mentions.js';
import type { Token } from '../tokens.js';
import { attachedBefore, endsCleanly, endsCleanlyForClause, isDash, isOneOf, isQuantity } from './bounds.js';
import { readChain } from './chain.js';
import { readItems } from './lists.js';
import { type Head, mentionBeginningAt, mentionEndingAt, type Reader } from './types.js';

/** `ISO/IEC 27002:2022 8.15`, `ISO 27001 §9.3`, `27001:A.5.15` (the id itself is read next, attached to the mention). */
export function readAfterMention(reader: Reader, mention: Mention): number {
  const { tokens } = reader;
  let at = mention.end;
  if (!mention.standards.some((standard) => standard.looksLikeIso)) return at;
  let marks = 0;
  while (marks < 2 && at < tokens.length && isOneOf(tokens[at], ':,-–—/([§#')) {
    at++;
    marks++;
  }
  const token = tokens[at];
  if (token?.kind !== 'number' || token.wildcard) return mention.end;
  const first = token.parts[0]!;
  const isClauseLike = token.parts.length >= 2 && first >= 4 && first <= 18;
  if (!isClauseLike || token.parts.length > 4 || !endsCleanly(tokens, at) || isQuantity(tokens, at)) return mention.end;
  return readChain(reader, {
    start: at,
    wordAt: at,
    form: 'clause',
    needsScope: false,
    needsMention: false,
    attached: mention,
  });
}

/** `Clause 9.2`, `Cl.6.1`, `Clauses 4–10`, `controls 5.15 and 5.16`, `Section 9.2 of ISO 27001`. */
export function readWordAndNumbers(
  reader: Reader,
  at: number,
  form: 'clause' | 'control',
  needsMention: boolean,
): number {
  const { tokens } = reader;
  const word = tokens[at]!;
  const isAbbreviated = word.lower === 'cl' || word.lower === 'kl';
  if (isAbbreviated && !(isMark(tokens[at + 1], '.') || tokens[at + 1]?.kind === 'number')) return at;
  // "kl. 9.30" is a time in the north.
  if (word.text === 'kl') return at;
  let next = at + 1;
  let steps = 0;
  while (
    steps < 3 &&
    next < tokens.length &&
    (isOneOf(tokens[next], '.:([#§') || isWord(tokens[next], numberWords) || isWord(tokens[next], fromWords))
  ) {
    next++;
    steps++;
  }
  const number = tokens[next];
  if (number?.kind !== 'number' || (number.gap === 2 && steps > 0)) return at;
  // "Planning and control (8.1)": the word ends a title, the brackets are the citation.
  if (form === 'control' && isMark(tokens[next - 1], '(') && reader.hints.bracketed.has(number.text)) return at;
  const first = number.parts[0]!;
  const plausible =
    form === 'clause'
      ? first >= 4 && first <= 18 && (number.parts.length > 1 || first <= 10)
      : number.parts.length >= 2 && first >= 5 && first <= 18;
  // "clause 9.2 minutes" are those of the audit; "control 5.1 days" hardly is one.
  const isCounted = isQuantity(tokens, next) && !(form === 'clause' && !needsMention);
  if (!plausible || number.parts.length > 4 || !endsCleanlyForClause(tokens, next) || isCounted) return at;
  if (form === 'control' && isMark(tokens[next - 1], ':') && number.parts.length > 3) return at;
  // "controls: 5.15" and "clauses: 5.3": the label is not part of the reference, its first number is.
  const wordAt = steps > 0 && isMark(tokens[next - 1], ':') ? next : form === 'control' ? next : at;
  return readChain(reader, {
    start: next,
    wordAt,
    form,
    needsScope: form === 'control',
    needsMention,
    attached: attachedBefore(reader, at),
  });
}

/** `<br>` in a cell is read as so many blanks. */
const lineBreakTag = 4;

export function startsBareNumber(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  let before = at - 1;
  while (before >= 0 && isOneOf(tokens[before], '([{"\'“”‘’#§•-')) before--;
  if (before < 0) return true;
  if (reader.hints.onlyAtStart) return false;
  const isOnNewLine = tokens[at]!.gap === 2 || tokens[at]!.start - tokens[before]!.end >= lineBreakTag;
  return isOneOf(tokens[before], ',;/&+|') || isOnNewLine || isWord(tokens[before], andWords);
}

export function readBareNumber(reader: Reader, at: number, bare: 'control' | 'clause'): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const first = number.parts[0]!;
  const plausible =
    bare === 'clause' ? first >= 4 && first <= 18 : first >= 1 && first <= 18 && number.parts.length >= 2;
  if (!plausible || number.parts.length > 4 || !endsCleanlyForClause(tokens, at) || isQuantity(tokens, at)) return at;
  return readFreeNumber(reader, at, { form: bare });
}

/** `6.1.3 d)`, `6.1.3(d)`: three numbers and a letter need no word before them, only a text about a standard. */
export function readLetteredNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  if (number.parts.length !== 3 || number.parts[0]! < 4 || number.parts[0]! > 10 || number.wildcard) return at;
  if (number.gap === 0 && before && !isOneOf(before, '([,;"\'“/–')) return at;
  const isMarked = isMark(tokens[at + 1], '(') || isMark(tokens[at + 2], ')') || tokens[at + 1]?.gap === 0;
  if (!isMarked && !reader.hints.isClause?.(number)) return at;
  if (!readItems(tokens, at + 1)) return at;
  return readChain(reader, {
    start: at,
    wordAt: at,
    form: 'clause',
    needsScope: true,
    needsMention: false,
    attached: attachedBefore(reader, at),
  });
}

/** `Risk treatment (6.1.3)` in a document whose headings end in such numbers. */
export function readBracketedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  if (hints.bracketed.size === 0 || !isMark(tokens[at - 1], '(') || !hints.bracketed.has(tokens[at]!.text)) return at;
  if (!fillsBrackets(tokens, at)) return at;
  return readFreeNumber(reader, at, { isEither: true });
}

/** `2013 mapping: 9.1.1, 9.1.2`, `ISO 27001 main part: 5.3, 6.1`: a label that names a standard or an edition. */
export function readLabelledNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  if (!isMark(tokens[at - 1], ':') || number.parts.length < 2 || number.wildcard) return at;
  const first = number.parts[0]!;
  if (first < 4 || first > 18 || number.parts.length > 4 || !endsCleanlyForClause(tokens, at) || isQuantity(tokens, at))
    return at;
  for (let before = at - 2; before >= 0 && before >= at - 7; before--) {
    const token = tokens[before]!;
    if (isWord(token, versionWords)) return at;
    const mention = mentionEndingAt(reader.mentions, before + 1);
    if (mention?.standards.some((named) => !named.looksLikeIso)) return at;
    const isLabel = mention !== null || (token.kind === 'number' && reader.hints.years.has(token.text));
    if (isLabel) return readFreeNumber(reader, at, { isEither: true });
    if (token.kind === 'mark' && !'()[]/-'.includes(token.text)) return at;
  }
  return at;
}

/** `5.1 of ISO/IEC 27001`: the standard behind a bare number. */
export function readNumberOfStandard(reader: Reader, at: number): number {
  const { tokens } = reader;
  if (!isPlausibleNumber(reader, at) || !isWord(tokens[at + 1], ofWords)) return at;
  let next = at + 2;
  while (
    next < at + 6 &&
    (isWord(tokens[next], ofWords) || isWord(tokens[next], standardWords) || isOneOf(tokens[next], "'’"))
  )
    next++;
  const mention = mentionBeginningAt(reader.mentions, next);
  if (mention?.standards.some((named) => named.looksLikeIso))
    return readFreeNumber(reader, at, { needsMention: true, isEither: true });
  // "see 8.4 of the standard"
  return !mention && isWord(tokens[next - 1], standardWords) ? readFreeNumber(reader, at, { isEither: true }) : at;
}

/** `9.2.2` below a heading "Clause 9 – Performance evaluation". */
export function readSectionNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const first = tokens[at]!.parts[0]!;
  const isClause = hints.sectionClauses.has(first);
  const isControl = hints.sectionControls.has(first);
  if ((!isClause && !isControl) || !isPlausibleNumber(reader, at)) return at;
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    if (isWord(tokens[before], versionWords) || isWord(tokens[before], sectionWords)) return at;
  }
  const before = tokens[at - 1];
  if (before && before.kind === 'mark' && '€$£#'.includes(before.text)) return at;
  return readFreeNumber(reader, at, { isSection: true, form: isClause ? 'clause' : 'control' });
}

/** `the certificate of the data centre covers 7.1–7.4` in a Statement of Applicability that writes its controls so. */
export function readListedRange(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const before = tokens[at - 1];
  const end = tokens[at + 2];
  if (!hints.listsControls || before?.kind !== 'word' || isWord(before, versionWords) || isWord(before, sectionWords))
    return at;
  if (!isPlausibleNumber(reader, at) || !isDash(tokens[at + 1]) || end?.kind !== 'number') return at;
  const [from, to] = [tokens[at]!.parts, end.parts];
  const isRange = from.length === 2 && to.length === 2 && from[0] === to[0] && from[1]! < to[1]!;
  return isRange && !isQuantity(tokens, at + 2) ? readFreeNumber(reader, at, { form: 'control' }) : at;
}

/**
 * `clause 6.1.4 asks for the process, 8.4 for doing it`: a bare number in a text that has cited a clause in full just before.
 */
export function readContinuingNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const before = tokens[at - 1];
  const last = reader.found[reader.found.length - 1];
  if (!last || at - last.last > farthestCitation || before === undefined) return at;
  // Numbers of four parts are those of ISO/IEC 27701:2019, and are set beside Annex ids too.
  const isLong = tokens[at]!.parts.length === 4 && !tokens[at]!.wildcard && endsCleanly(tokens, at);
  const isCited =
    last.form === 'clause' && !last.isEither && !last.isSection && !last.isParenthesis && !last.needsMention;
  if (!isLong && !(isCited && isPlausibleNumber(reader, at))) return at;
  const continues = isOneOf(before, ',;/(') || isWord(before, continuingWords);
  if (!(continues || isLong) || tokens[at]!.gap === 2 || isWord(tokens[at + 1], ofWords)) return at;
  for (let near = at - 1; near >= at - 4 && near >= last.last; near--) {
    if (isWord(tokens[near], versionWords) || isWord(tokens[near], sectionWords)) return at;
  }
  // "ISO/IEC 27002:2022 8.10 … and 5.33": the numbers of a companion go on as its own.
  const isOfCompanion = last.attached?.standards.some((named) => named.byCompanion);
  return readFreeNumber(reader, at, isOfCompanion ? { attached: last.attached } : { isSection: true });
}

/** In tokens: a sentence or two. */
const farthestCitation = 40;

/** A word of compliance or "see" before the token, with at most two small words between. */
function isBehindAccord(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= at - 3; before--) {
    if (isWord(tokens[before], accordWords) || isWord(tokens[before], seeWords)) return true;
    if (!isWord(tokens[before], ofWords) && !isWord(tokens[before], toWords)) return false;
  }
  return false;
}

/** `conformément au 9.3`, `ver 7.11`, `how we do 6.1.3`: no word for a clause, but one of compliance, or a clause's own number. */
export function readAccordedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  if (!isPlausibleNumber(reader, at)) return at;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  const isAccorded = isBehindAccord(tokens, at);
  const isClause = hints.isClause?.(number) === true;
  if (isClause && hints.isSystem?.(at - 1)) return readFreeNumber(reader, at, {});
  const isOwnNumber = number.parts.length === 3 && isClause;
  const isBehindWord = before?.kind === 'word' && before.text === before.lower;
  if (!isAccorded && !(isOwnNumber && (isBehindWord || isMark(before, '(')))) return at;
  if (isWord(before, versionWords) || isWord(before, sectionWords) || isWord(before, numberWords)) return at;
  const next = tokens[at + 1];
  // "see 8.2 of QM-01", "see 8.2 below"
  if (isWord(next, ofWords) || isWord(next, ownPlaceWords)) return at;
  return readFreeNumber(reader, at, { isParenthesis: true, isEither: number.parts.length === 2 });
}

/** A dotted number of at most three parts that stands free, begins like a clause and is no quantity. */
function isPlausibleNumber(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  const first = number.parts[0]!;
  if (number.parts.length < 2 || number.parts.length > 3 || number.wildcard || first < 4 || first > 10) return false;
  if (number.gap === 0 && before && !'([,;:"“–'.includes(before.text)) return false;
  return endsCleanlyForClause(tokens, at) && !isQuantity(tokens, at);
}

/** `9.2 Internal audit`, `5.10 – Acceptable use of …` at the beginning of a cell or item: the number with its exact title. */
export function readTitledNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const isLong = tokens[at]!.parts.length === 4 && tokens[at]!.parts[0]! >= 5 && endsCleanly(tokens, at);
  if (hints.titled === null || !(isLong || isPlausibleNumber(reader, at))) return at;
  if (!startsPart(tokens, at)) return at;
  const form = hints.titled(tokens[at]!);
  if (form === null) return at;
  return readChain(reader, {
    start: at,
    wordAt: at,
    form,
    needsScope: true,
    needsMention: false,
    attached: null,
    isSection: form === 'clause',
  });
}

/** At the beginning of the text, or of a part of a line of links: `← 8.12 … | 8.14 … →`. */
function startsPart(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= at - 3 && isOneOf(tokens[before], '[("«#§•-–*%')) before--;
  return before < 0 || isOneOf(tokens[before], '|·←→•»,;');
}

/** `Internal audits follow the programme (9.2).`, `(5.1, 9.3)`: clause numbers alone in brackets behind words. */
export function readParenthesised(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const first = number.parts[0]!;
  const behind = tokens[at - 2];
  const isBehindWords = behind?.kind === 'word' || (behind?.kind === 'number' && behind.text.length === 4);
  if (!isMark(tokens[at - 1], '(') || !isBehindWords || tokens[at - 1]!.gap === 0) return at;
  if (number.parts.length < 2 || number.parts.length > 4 || number.wildcard || first < 4 || first > 10) return at;
  if (!fillsBrackets(tokens, at)) return at;
  // "(8.2)" beside a list of controls may still be the clause; a range is of what the list holds.
  const isControl = reader.hints.listsControls && number.parts.length === 2 && isDash(tokens[at + 1]);
  return readFreeNumber(reader, at, isControl ? { form: 'control' } : { isParenthesis: true });
}

/** `7.3/A.6.3`: a number with nothing but a stroke between it and a control is the clause that goes with it. */
export function readBesideControl(reader: Reader, at: number): number {
  const { tokens } = reader;
  const [stroke, letter, dot] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!isMark(stroke, '/') || stroke!.gap > 0 || letter?.text !== 'A' || letter.gap > 0 || !isMark(dot, '.')) return at;
  if (!isPlausibleNumber(reader, at) || isWord(tokens[at - 1], versionWords)) return at;
  return readFreeNumber(reader, at, {});
}

/** Reads a number that no word of its own makes a reference: a clause in a text about a standard, unless `more` says otherwise. */
function readFreeNumber(reader: Reader, at: number, more: Partial<Head>): number {
  return readChain(reader, {
    start: at,
    wordAt: at,
    form: 'clause',
    needsScope: true,
    needsMention: false,
    attached: null,
    ...more,
  });
}

/** Whether nothing but numbers, ranges and separators stands from the number to the closing bracket. */
function fillsBrackets(tokens: readonly Token[], at: number): boolean {
  let end = at + 1;
  // `(7.3, A.6.3)`: the ids of controls beside it do not make it less of a clause.
  const isLetter = (token: Token | undefined): boolean => token?.kind === 'word' && token.text === 'A';
  const isPart = (token: Token | undefined): boolean =>
    token?.kind === 'number' || isDash(token) || isOneOf(token, ',/.') || isLetter(token) || isWord(token, andWords);
  while (end < at + longestBracket && isPart(tokens[end])) end++;
  return isMark(tokens[end], ')');
}

/** In tokens: a dozen ranges with their commas. */
const longestBracket = 40;
