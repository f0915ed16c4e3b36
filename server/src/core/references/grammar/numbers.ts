/** Numbers that words, columns, brackets or labels make into references. */
import {
  andWords,
  annexWords,
  bracketWords,
  controlLabelWords,
  dottedSection,
  eachWords,
  editionWords,
  fromWords,
  isoWords,
  numberWords,
  ofWords,
  rangeWords,
  requirementWords,
  standardWords,
  versionWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import {
  attachedBefore,
  beginsPhrase,
  endsCleanly,
  endsCleanlyForClause,
  isOneOf,
  isQuantity,
  isScore,
  isSingleLetter,
} from './bounds.js';
import { readChain } from './chain.js';
import { beginsDays, isDay } from './dates.js';
import { fillsBrackets, isPlausibleNumber, readFreeNumber } from './free.js';
import { readItems } from './lists.js';
import { isMeasure } from './measures.js';
import { mentionBeginningAt, mentionEndingAt, type Reader } from './types.js';

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
  at = behindGloss(reader, behindExample(tokens, at));
  const token = tokens[at];
  if (token?.kind !== 'number' || token.wildcard) return mention.end;
  if (isMeasure(tokens, at, reader.hints.isClause?.(token) === true)) return mention.end;
  const first = token.parts[0]!;
  const isClauseLike = token.parts.length >= 2 ? first >= 4 && first <= 18 : isMainClauseOfTag(tokens, mention, at);
  if (!isClauseLike || token.parts.length > 4 || !endsCleanly(tokens, at) || isQuantity(tokens, at)) return mention.end;
  if (isScore(tokens, at) || isDay(tokens, at)) return mention.end;
  return readChain(reader, {
    start: at,
    wordAt: at,
    form: 'clause',
    needsScope: false,
    needsMention: false,
    attached: mention,
  });
}

/** `(e.g. 7.2.8)`, `(z. B. 6.1.2)`: the token behind the words; the same where there are none. */
function behindExample(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.kind !== 'word') return from;
  let words = '';
  const last = tokens.slice(from, from + longestExample).findIndex(({ lower }) => {
    words += lower;
    return example.test(words);
  });
  return from + last + 1;
}

/** In tokens: `z`, `.`, `B`, `.` */
const longestExample = 4;
/** Without blanks. */
const example =
  /^(?:(?:e\.g|z\.?b|bi?j?v|p(?:ar)?\.?ex|p(?:or)?\.?ej|p\.es)\.|(?:for|par|por|per)e[xjs]\p{L}+|b(?:eispielsweise|ijvoorbeeld))$/u;

/** `ISO/IEC 27001:2022 (Amd 1, climate change, 4.1 and 4.2)`: the token of the clauses at the end of brackets; `from` for all else. */
function behindGloss({ tokens, hints }: Reader, from: number): number {
  if (tokens[from]?.kind !== 'word' || !isMark(tokens[from - 1], '(')) return from;
  const isEnd = ({ kind, parts, text }: Token): boolean => (kind === 'mark' ? !',:'.includes(text) : parts.length > 1);
  const gloss = tokens.slice(from, from + longestGloss);
  const number = from + gloss.findIndex(isEnd);
  // "(maturity, 4.2)"
  const isListed = isMark(tokens[number - 1], ',') && !isWord(tokens[number - 2], versionWords);
  return isListed && hints.isClause?.(tokens[number]!) && fillsBrackets(tokens, number) ? number : from;
}

/** In tokens: "Amd 1:2024, climate action changes,". */
const longestGloss = 12;

/** `42001:10`: the form of a tag, with nothing but its colon between; `27001: 10 reasons` is something else. */
function isMainClauseOfTag(tokens: readonly Token[], mention: Mention, at: number): boolean {
  const [number, colon] = [tokens[at]!, tokens[mention.end]];
  const isTight = isMark(colon, ':') && colon!.gap === 0 && number.gap === 0 && at === mention.end + 1;
  return isTight && tokens[mention.first]!.kind === 'number' && number.parts[0]! >= 4 && number.parts[0]! <= 10;
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
  // "Requirement: 7.5.3" is a label: the number is read by itself.
  if (needsMention && isWord(word, requirementWords) && isMark(tokens[at + 1], ':')) return at;
  // "state of the art 8.20", "couvert par 8.15"
  const isArticle = word.lower === 'art';
  if ((isArticle || word.lower === dottedSection) && !isMark(tokens[at + 1], '.')) return at;
  const isAbbreviated = word.lower === 'cl' || word.lower === 'kl';
  if (isAbbreviated && !(isMark(tokens[at + 1], '.') || tokens[at + 1]?.kind === 'number')) return at;
  // "kl. 9.30" is a time in the north, KL somebody's initials: only German writes "Kl. 9.2", and "KL." in capitals.
  if (word.text === 'kl' || (word.text === 'KL' && !isMark(tokens[at + 1], '.'))) return at;
  // "corrigerende maatregelen (10.2)", "mesures correctives" name a clause's own measures, and no controls.
  if (form === 'control' && /^[mM]/.test(word.text) && /^(?:corr|korr)[ei]/.test(tokens[at - 1]?.lower ?? ''))
    return at;
  let next = form === 'control' ? behindControlLabel(tokens, at) : at + 1;
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
  if (word.lower === 'kl' && isTimeOfDay(number)) return at;
  // "Planning and control (8.1)": the word ends a title, the brackets are the citation.
  if (form === 'control' && isMark(tokens[next - 1], '(') && reader.hints.bracketed.has(number.text)) return at;
  if (word.lower === 'control' && !isMark(tokens[next - 1], ':') && reader.hints.endsSubject?.(at, number)) return at;
  // "Clauses (7) to (9)": paragraphs of a text that sets their numbers in brackets.
  if (number.parts.length === 1 && isMark(tokens[next - 1], '(') && isMark(tokens[next + 1], ')')) return at;
  const first = number.parts[0]!;
  const attached = attachedBefore(reader, at);
  // "Art. 5(1)(f)", "Art. 6.1.f RGPD": laws have articles, unless the standard is named before them.
  if (isArticle && (attached === null || number.parts.length === 1)) return at;
  const plausible =
    form === 'clause'
      ? first >= 4 && first <= 18 && (number.parts.length > 1 || first <= 10)
      : number.parts.length >= 2 && first >= 5 && first <= 18;
  // "clause 9.2 minutes" are those of the audit; "control 5.1 days" hardly is one, "CL 4.2 days" those of somebody.
  const isCounted = isQuantity(tokens, next) && (isAbbreviated || form !== 'clause' || needsMention);
  if (!plausible || number.parts.length > 4 || !endsCleanlyForClause(tokens, next) || isCounted) return at;
  if (form === 'control' && isMark(tokens[next - 1], ':') && number.parts.length > 3) return at;
  // "controls: 5.15" and "clauses: 5.3": the label is not part of the reference, its first number is.
  const wordAt = steps > 0 && isMark(tokens[next - 1], ':') ? next : form === 'control' ? next : at;
  return readChain(reader, {
    start: next,
    wordAt,
    form,
    needsScope: form === 'control',
    // "Abschnitt 4.2" below a heading that names the clauses of the standard.
    needsMention: needsMention && !(reader.hints.isHeadedClauses && bracketWords.has(word.lower)),
    attached,
  });
}

/** "Control reference: 8.8", "Controls not applicable: 7.11": the token of the colon; the one behind the word where it is no such label. */
function behindControlLabel(tokens: readonly Token[], at: number): number {
  let colon = at + 1;
  while (colon < at + 3 && isWord(tokens[colon], controlLabelWords)) colon++;
  return isMark(tokens[colon], ':') ? colon : at + 1;
}

/** `9.30`, `13.00`: "Kl. 9.30" begins an item of a Danish agenda. */
function isTimeOfDay({ text, parts }: Token): boolean {
  return parts.length === 2 && /\.[0-5][05]$/.test(text);
}

/** `<br>` in a cell is read as so many blanks. */
const lineBreakTag = 4;

export function startsBareNumber(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  let before = at - 1;
  while (before >= 0 && isOneOf(tokens[before], '([{"\'“”‘’#§•-–—')) before--;
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
  return beginsDays(tokens, at) ? at : readFreeNumber(reader, at, { form: bare });
}

/** `6.1.3 d)`, `6.1.3(d)`: three numbers and a letter need no word before them, only a text about a standard. */
export function readLetteredNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  if (number.parts.length !== 3 || number.parts[0]! < 4 || number.parts[0]! > 10 || number.wildcard) return at;
  if (number.gap === 0 && before && !isOneOf(before, '([,;"\'“/–')) return at;
  const isMarked = isMark(tokens[at + 1], '(') || isMark(tokens[at + 2], ')') || tokens[at + 1]?.gap === 0;
  // "(9.3.2 g, 10.1)", "(9.3.2 d 1)"
  const isBracketed = isMark(before, '(') && isSingleLetter(tokens[at + 1]) && tokens[at + 2]?.kind !== 'word';
  if (!isMarked && !isBracketed && !reader.hints.isClause?.(number)) return at;
  if (!readItems(tokens, at + 1)) return at;
  return readFreeNumber(reader, at, { attached: attachedBefore(reader, at) });
}

/** `Risk treatment (6.1.3)` in a document whose headings end in such numbers. */
export function readBracketedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  if (hints.bracketed.size === 0 || !isMark(tokens[at - 1], '(')) return at;
  const form = hints.bracketed.get(tokens[at]!.text);
  if (!form || !fillsBrackets(tokens, at, ';')) return at;
  return readFreeNumber(reader, at, form === 'control' ? { form } : { isEither: true });
}

/** `2013 mapping: 9.1.1, 9.1.2`, `ISO 27001 main part: 5.3, 6.1`: a label that names a standard or an edition. */
export function readLabelledNumber(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  if (isBehindIso(tokens, at) && fillsBrackets(tokens, at) && isPlausibleNumber(reader, at))
    return readFreeNumber(reader, at, { isEither: true });
  if (!isMark(tokens[at - 1], ':') || number.parts.length < 2 || number.wildcard) return at;
  if (isMeasure(tokens, at, reader.hints.isClause?.(number) === true)) return at;
  const first = number.parts[0]!;
  if (first < 4 || first > 18 || number.parts.length > 4 || !endsCleanlyForClause(tokens, at) || isQuantity(tokens, at))
    return at;
  if (isScore(tokens, at) || isDay(tokens, at)) return at;
  for (let before = at - 2; before >= 0 && before >= at - 7; before--) {
    const token = tokens[before]!;
    if (isWord(token, versionWords)) return at;
    const mention = mentionEndingAt(reader.mentions, before + 1);
    if (mention?.standards.some((named) => !named.looksLikeIso)) return at;
    // "ISO: 5.24" in a text about one standard of ISO.
    const isIso = isWord(token, isoWords) && before === at - 2 && (before === 0 || token.gap === 2);
    const isYear = token.kind === 'number' && reader.hints.years.has(token.text);
    if (isYear && number.parts.length === 2 && isYearOfScore(tokens, before, at)) return at;
    if (mention !== null || isIso || isYear) return readFreeNumber(reader, at, { isEither: true });
    if (token.kind === 'mark' && !'()[]/-'.includes(token.text)) return at;
  }
  return at;
}

/**
 * "Maturity 2025: 5.15", "score 8.2 (2025: 7.9)", "2024: 7.4, 2025: 8.1", "6 h (2025: 7.8 h)": a year of the calendar, and what
 * was reached in it.
 */
function isYearOfScore(tokens: readonly Token[], year: number, at: number): boolean {
  const [dot, value, joint] = [3, 2, 1].map((before) => tokens[year - before]);
  if (isWord(joint, versionWords)) return !isWord(joint, editionWords);
  // The unit of the value before, with a blank.
  const unit = value?.gap === 1 && value.kind === 'word' && value.lower === tokens[at + 1]?.lower;
  if (unit && dot?.kind === 'number') return true;
  return value?.parts.length === 2 && isOneOf(joint, '(,') && !isMark(dot, '.');
}

/** `(ISO 5.16)` in a text about one standard of ISO. */
function isBehindIso(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at - 1], isoWords) && isMark(tokens[at - 2], '(') && tokens[at]!.gap > 0;
}

/** `5.1 of ISO/IEC 27001`, `8.13 of Annex A`, `5.19, 5.20 and 5.22 of ISO 27001`: the standard, or its annex, behind bare numbers. */
export function readNumberOfStandard(reader: Reader, at: number): number {
  const { tokens } = reader;
  if (!isPlausibleNumber(reader, at)) return at;
  // "Release 5.2, 5.3 and 6.1 of the ISO 27001 tool"
  const of = isWord(tokens[at - 1], versionWords) ? at + 1 : endOfNumbers(reader, at);
  if (!isWord(tokens[of], ofWords) && !isWord(tokens[of], eachWords)) return at;
  // "10.4 The ISO/IEC 27001 audit", "5.9 From ISO/IEC 42001: none": the number of a section or item, and its words.
  if (beginsPhrase(tokens[of])) return at;
  let next = of + 1;
  while (
    next < of + 5 &&
    ([ofWords, eachWords, standardWords].some((words) => isWord(tokens[next], words)) || isOneOf(tokens[next], "'’"))
  )
    next++;
  const mention = mentionBeginningAt(reader.mentions, next);
  if (mention?.standards.some((named) => named.looksLikeIso))
    return readFreeNumber(reader, at, { needsMention: true, isEither: true });
  if (isWord(tokens[next], annexWords) && tokens[next + 1]?.text === 'A')
    return readFreeNumber(reader, at, { form: 'control' });
  // "see 8.4 of the standard", "9.2.2 of both standards"
  return !mention && isWord(tokens[next - 1], standardWords) ? readFreeNumber(reader, at, { isEither: true }) : at;
}

/** The token behind a list or range of bare numbers: `5.19, 5.20 and 5.22`, `5.19–5.22`. */
function endOfNumbers(reader: Reader, from: number): number {
  const { tokens } = reader;
  let end = from + 1;
  for (let next = end; next < from + longestList; next++) {
    const token = tokens[next];
    const isJoint = isOneOf(token, ',/–-') || isWord(token, andWords) || isWord(token, rangeWords);
    if (isJoint && next < end + 2) continue;
    if (next === end || token?.kind !== 'number' || !isPlausibleNumber(reader, next)) break;
    end = next + 1;
  }
  return end;
}

/** In tokens: a dozen numbers with their commas. */
const longestList = 24;
