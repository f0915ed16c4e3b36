/**
 * Mentions of standards and frameworks in a run of prose: `ISO/IEC 27001:2022`, `27701 and 42001`, `EN ISO/IEC 27001:2023`,
 * `NEN 7510`, `SOC 2`. What is known comes from the catalog; anything else of the ISO family is external by its number.
 */
import { designationAt } from './designations.js';
import { endOfAct } from './euActs.js';
import {
  amendmentWords,
  andWords,
  euAct,
  iecWords,
  isoWords,
  otherIsoNumbers,
  publisherWords,
  rangeWords,
  serialWords,
  siblingNumbers,
  standardWords,
  systemWords,
  toWords,
} from './lexicon.js';
import { type NamedStandard, type StandardNames, standardOf } from './standardNames.js';
import { isMark, isWord, isYear, type Token } from './tokens.js';
import { trait } from './words.js';

export interface Mention {
  /** Token indexes, end exclusive. */
  readonly first: number;
  readonly end: number;
  /** Offsets in the run. */
  readonly start: number;
  readonly stop: number;
  /** Several where the text joins them: `ISO 27001/42001`, `ISO 27001 and 42001`. */
  readonly standards: readonly NamedStandard[];
  /** Joined by a slash: one prefix that stands for each of them. */
  readonly isJoined: boolean;
  /** It says whose the clause is whose word stands at this token, and nothing of others; -1 for one that stands before it. */
  readonly onlyForClauseAt?: number;
}

/** All mentions in a token list, in order; they do not overlap. */
export function findMentions(tokens: readonly Token[], names: StandardNames): Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { kind, traits } = tokens[at]!;
    if (kind === 'mark' || (kind === 'word' && (traits & trait.standard) === 0)) {
      at++;
      continue;
    }
    const mention =
      isoMentionAt(tokens, at, names) ??
      bareNumberMentionAt(tokens, at, names) ??
      familyAt(tokens, at, names) ??
      foreignAt(tokens, at, names) ??
      actAt(tokens, at) ??
      otherBodyAt(tokens, at, names);
    if (mention) {
      mentions.push(mention);
      at = mention.end;
    } else {
      at++;
    }
  }
  return mentions;
}

/** `ISO/IEC 27001:2022`, `EN ISO 27001`, `ISO-27001`, `ISO27001`, and what is joined to it. */
function isoMentionAt(tokens: readonly Token[], first: number, names: StandardNames): Mention | null {
  let at = first;
  while (at < first + 8 && isWord(tokens[at], publisherWords)) at += isMark(tokens[at + 1], '-') ? 2 : 1;
  const isIec = isWord(tokens[at], iecWords) && isStandardNumber(tokens[at + 1]);
  if (!isWord(tokens[at], isoWords) && !isIec) return null;
  at++;
  if (isMark(tokens[at], '/') && isWord(tokens[at + 1], iecWords)) at += 2;
  else if (isWord(tokens[at], iecWords)) at++;
  if (isMark(tokens[at], '-') || isMark(tokens[at], '/') || isMark(tokens[at], '_')) at++;
  if (isWord(tokens[at], dis)) at++;
  const number = tokens[at];
  if (!isStandardNumber(number) || isYearOfEdition(tokens, at, names)) return null;
  return finishMention(tokens, first, at, names);
}

/** `ISO 2013`, `ISO-2022`: the year of an edition, and not `ISO 2022-1`, `ISO 2013:1998`, `ISO/IEC 2022`. */
function isYearOfEdition(tokens: readonly Token[], at: number, names: StandardNames): boolean {
  if (!isWord(tokens[isMark(tokens[at - 1], '-') ? at - 2 : at - 1], isoWords)) return false;
  const [joint, next] = [tokens[at + 1], tokens[at + 2]];
  const isLonger = (isMark(joint, '-') || isMark(joint, ':')) && joint!.gap === 0 && next?.gap === 0;
  return names.years.has(tokens[at]!.text) && !isLonger;
}

/** `ISO27k`, `27k 2022`: the family by its first standard, in heads and labels; `27k` alone is an amount. */
function familyAt(tokens: readonly Token[], first: number, names: StandardNames): Mention | null {
  if (tokens.length > longestLabel || !names.byNumber.has(firstOfFamily)) return null;
  const isIso = isWord(tokens[first], isoWords);
  const at = isIso ? first + (isMark(tokens[first + 1], '-') ? 2 : 1) : first;
  const [number, letter] = [tokens[at], tokens[at + 1]];
  if (number?.text !== '27' || letter?.lower !== 'k' || letter.gap > 0) return null;
  const year = yearAfter(tokens, at + 2, names, firstOfFamily);
  if (!isIso && !year) return null;
  const end = year?.end ?? at + 2;
  const standards = [nameStandard(firstOfFamily, year?.year ?? null, names)];
  return { first, end, start: tokens[first]!.start, stop: tokens[end - 1]!.end, standards, isJoined: false };
}

const firstOfFamily = '27001';
/** In tokens. */
const longestLabel = 6;

const dis = new Set(['dis', 'fdis', 'ts', 'tr', 'iec']);

/** `27001:2022`, `42001` without ISO: only numbers that the catalog knows. */
function bareNumberMentionAt(tokens: readonly Token[], first: number, names: StandardNames): Mention | null {
  const token = tokens[first];
  if (token?.kind !== 'number' || token.parts.length !== 1) return null;
  // The head of a column may be nothing but the number; 20000 is an amount.
  const isAlone =
    tokens.length === 1 &&
    (isOfFamilyNumber(token.text) || (otherIsoNumbers.has(token.text) && !token.text.endsWith('000')));
  if (!names.byNumber.has(token.text) && !isAlone && !isOfFamily(tokens, first)) return null;
  const before = tokens[first - 1];
  if (token.gap === 0 && before && !opensNumber(before)) return null;
  const after = tokens[first + 1];
  if (after?.kind === 'word' && after.gap === 0) return null;
  if (isSerial(tokens, first) || isOfCode(tokens, first, names) || isOfTicket(tokens, first)) return null;
  return finishMention(tokens, first, first, names);
}

/** `AIM-27001`, `ai-prod-27001`; not `EN-27001`, `ISMS-27001`, `SOA-27001:2022`, `pre-27001`. */
function isOfTicket(tokens: readonly Token[], first: number): boolean {
  const [earlier, word, dash, number, next] = [-3, -2, -1, 0, 1].map((at) => tokens[first + at]);
  if (number!.gap > 0 || !joinsCode(dash) || word?.kind !== 'word' || isMark(next, ':') || next?.text === 'A')
    return false;
  if ([publisherWords, isoWords, iecWords, systemWords, standardWords].some((words) => words.has(word.lower)))
    return false;
  return word.text === word.text.toUpperCase() || (word.gap === 0 && isMark(earlier, '-'));
}

/** `inv. 27001 and 27002`, `invoice #27001`; not `Norm Nr. 27001`, `There is no 27001 A.5.40`. */
function isSerial(tokens: readonly Token[], first: number): boolean {
  const joint = tokens[first - 1];
  const before = tokens[first - 2];
  const joins = isWord(joint, andWords) || isWord(joint, rangeWords) || isMark(joint, ',');
  if (joins && before?.kind === 'number' && before.text.length > 2) return isSerial(tokens, first - 2);
  if (isMark(tokens[first - 1], '#')) return true;
  const at = isMark(tokens[first - 1], '.') ? first - 2 : first - 1;
  if (tokens[at]?.lower === 'no' && at === first - 1 && tokens[first + 1]?.text === 'A') return false;
  return isWord(tokens[at], serialWords) && !isWord(tokens[at - 1], standardWords);
}

/** `SE-27001-5.38`, `PL/27001/8.15`: the code of a certificate or a document. `27001/2025`: the number of a contract of that year. */
function isOfCode(tokens: readonly Token[], first: number, { byNumber, byYear }: StandardNames): boolean {
  const { text, gap } = tokens[first]!;
  const [joint, next] = [tokens[first + 1], tokens[first + 2]];
  if (!joinsCode(joint) || next === undefined || next.gap > 0) return false;
  const isYearBehind: boolean = isYear(next);
  if (isYearBehind) return !byYear.has(`${text}:${next.text}`) && !isWord(tokens[first - 1], publisherWords);
  const isBehindWord = gap === 0 && joinsCode(tokens[first - 1]) && tokens[first - 2]?.kind === 'word';
  return isBehindWord && !byNumber.has(next.text) && (next.kind === 'number' || tokens[first + 4]?.kind === 'number');
}

function joinsCode(token: Token | undefined): boolean {
  return token?.gap === 0 && (token.text === '-' || token.text === '/');
}

/** "27018 A.11.3", "27017:2015", "14971 4.4": another standard of ISO, by its number before an id or a year. */
function isOfFamily(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!;
  if (siblingNumbers.has(text)) return true;
  if (!isOfFamilyNumber(text) && !otherIsoNumbers.has(text)) return false;
  const [next, after, number] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (isMark(next, ':')) return isYear(after) && next!.gap === 0 && after.gap === 0;
  if (next?.kind === 'number') return next.gap === 1 && next.parts.length > 1;
  // "9001 §7.2"
  if (isMark(next, '§')) return next!.gap === 1 && after?.kind === 'number' && after.parts.length > 1;
  return next?.text === 'A' && next.gap === 1 && isMark(after, '.') && number?.kind === 'number';
}

function isOfFamilyNumber(text: string): boolean {
  return text.length === 5 && text.startsWith('27');
}

function opensNumber(token: Token): boolean {
  return token.kind === 'mark' && '([{"\'/|,;:–—-‘“«>+&'.includes(token.text);
}

function isStandardNumber(token: Token | undefined): token is Token {
  return (
    token?.kind === 'number' &&
    token.parts.length === 1 &&
    token.text.length >= 4 &&
    token.text.length <= 5 &&
    !token.wildcard
  );
}

/** Reads year, amendment and further standards joined to the number at `numberAt`. */
function finishMention(tokens: readonly Token[], first: number, numberAt: number, names: StandardNames): Mention {
  const standards: NamedStandard[] = [];
  let at = numberAt;
  let isJoined = false;
  for (;;) {
    const number = tokens[at]!;
    const from = names.byNumber.has(number.text) ? at + 1 : behindPart(tokens, at + 1);
    const year = yearAfter(tokens, from, names, number.text);
    const named = nameStandard(number.text, year?.year ?? null, names);
    if (!standards.some((other) => other.standard === named.standard && other.edition === named.edition))
      standards.push(named);
    at = year ? year.end : from;
    at = skipAmendment(tokens, at);
    const further = year ? furtherYear(tokens, at, names, number.text) : null;
    if (further) {
      standards.push(nameStandard(number.text, further.year, names));
      at = further.end;
    }
    const next = nextJoined(tokens, at, names, number.text);
    if (!next) break;
    if (next.bySlash) isJoined = true;
    if (next.abbreviated) {
      const short = nameStandard(next.abbreviated, null, names);
      if (!standards.some((other) => other.standard === short.standard)) standards.push(short);
      at = next.at + 1;
      break;
    }
    at = next.at;
  }
  return { first, end: at, start: tokens[first]!.start, stop: tokens[at - 1]!.end, standards, isJoined };
}

/** `27036-2:2022`, `17021-1`: the token behind the part of a standard that has several; ours have none. */
function behindPart(tokens: readonly Token[], at: number): number {
  const [dash, part] = [tokens[at], tokens[at + 1]];
  const isPart =
    part?.kind === 'number' && part.gap === 0 && part.text.length <= longestPart && part.parts.length === 1;
  return isPart && isMark(dash, '-') && dash!.gap === 0 ? at + 2 : at;
}

/** In digits. */
const longestPart = 2;

function nameStandard(number: string, year: string | null, names: StandardNames): NamedStandard {
  const known = names.byNumber.get(number);
  if (!known) return { ...standardOf(number, year), known: false };
  const byCompanion = known.isCompanion;
  if (year === null) return { ...standardOf(known.standard), byCompanion };
  const edition = names.byYear.get(`${number}:${year}`)?.edition ?? adoptedEdition(number, year, names);
  return { ...standardOf(known.standard, edition ?? year), known: edition !== null, byCompanion };
}

/** National adoptions carry the year of their own publication (DIN EN ISO/IEC 27001:2024): the newest text of that time. */
function adoptedEdition(number: string, year: string, names: StandardNames): string | null {
  let newest: string | null = null;
  for (const [key, known] of names.byYear) {
    if (!key.startsWith(`${number}:`) || known.edition > year) continue;
    if (newest === null || known.edition > newest) newest = known.edition;
  }
  return newest;
}

/** `:2022`, `: 2022`, `-2022`, ` (2022)`, ` [2022]`, ` 2022` after a number. */
function yearAfter(
  tokens: readonly Token[],
  at: number,
  names: StandardNames,
  number: string,
): { year: string; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  if (
    (isMark(token, ':') || isMark(token, '-') || isMark(token, '–') || isMark(token, '/') || isMark(token, '_')) &&
    token.gap === 0
  ) {
    const year = tokens[at + 1];
    if (isYear(year) && (year.gap === 0 || names.byYear.has(`${number}:${year.text}`)))
      return { year: year.text, end: at + 2 };
    return null;
  }
  const close = isMark(token, '(') ? ')' : isMark(token, '[') ? ']' : null;
  if (close !== null && isYear(tokens[at + 1]) && isMark(tokens[at + 2], close))
    return { year: tokens[at + 1]!.text, end: at + 3 };
  if (isYear(token) && names.byYear.has(`${number}:${token.text}`)) return { year: token.text, end: at + 1 };
  return null;
}

/** `27001:2013 → 2022`, "ISO/IEC 27001:2013 to 2022", "2013 vs. 2022": both editions are named. */
function furtherYear(
  tokens: readonly Token[],
  at: number,
  names: StandardNames,
  number: string,
): { year: string; end: number } | null {
  let next = at;
  while (next < at + 2 && (joinsYears(tokens[next]) || (isMark(tokens[next], '.') && next > at))) next++;
  const year = tokens[next];
  if (next === at || !isYear(year) || !names.byYear.has(`${number}:${year.text}`)) return null;
  return { year: year.text, end: next + 1 };
}

function joinsYears(token: Token | undefined): boolean {
  return token?.kind === 'mark'
    ? '→>/–—-'.includes(token.text)
    : [rangeWords, andWords, toWords, versusWords].some((words) => isWord(token, words));
}

const versusWords: ReadonlySet<string> = new Set('versus vs gegenüber contra contre tegen'.split(' '));

/** `/Amd 1:2024`, `+A1:2024`, `Amd.1`, `with Amendment 1`. */
function skipAmendment(tokens: readonly Token[], start: number): number {
  let at = start;
  if (isMark(tokens[at], '/') || isMark(tokens[at], '+') || isMark(tokens[at], ',')) at++;
  if (tokens[at]?.lower === 'with' || tokens[at]?.lower === 'incl') at++;
  if (isMark(tokens[at], '.')) at++;
  const word = tokens[at];
  const isAmendment = isWord(word, amendmentWords);
  const isShort =
    word?.text === 'A' && isMark(tokens[start], '+') && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.gap === 0;
  if (!isAmendment && !isShort) return start;
  at++;
  if (isMark(tokens[at], '.')) at++;
  if (tokens[at]?.kind !== 'number' || tokens[at]!.parts.length !== 1) return start;
  at++;
  if (isMark(tokens[at], ':') && isYear(tokens[at + 1])) at += 2;
  return at;
}

interface Joined {
  readonly at: number;
  readonly bySlash: boolean;
  /** `27001/2`: the last digits of the number before are replaced. */
  readonly abbreviated: string | null;
}

/** The next standard of `27001/42001`, `27001 and 42001`, `27001, 27701 and ISO/IEC 42001`. */
function nextJoined(tokens: readonly Token[], start: number, names: StandardNames, before: string): Joined | null {
  let at = start;
  let separators = 0;
  let bySlash = false;
  while (separators < 2) {
    const token = tokens[at];
    if (isMark(token, '/') || isMark(token, '|')) bySlash = isMark(token, '/');
    else if (!isMark(token, ',') && !isMark(token, '&') && !isMark(token, '+') && !isWord(token, andWords)) break;
    separators++;
    at++;
  }
  if (separators === 0) return null;
  const afterSeparator = at;
  while (isWord(tokens[at], publisherWords)) at++;
  if (isWord(tokens[at], isoWords)) {
    at++;
    if (isMark(tokens[at], '/') && isWord(tokens[at + 1], iecWords)) at += 2;
    if (isMark(tokens[at], '-')) at++;
    const number = tokens[at];
    return isStandardNumber(number) && names.byNumber.has(number.text) ? { at, bySlash, abbreviated: null } : null;
  }
  at = afterSeparator;
  const number = tokens[at];
  if (number?.kind !== 'number' || number.parts.length !== 1 || number.wildcard) return null;
  if (names.byNumber.has(number.text)) return { at, bySlash, abbreviated: null };
  if (bySlash && number.gap === 0 && number.text.length <= 2) {
    const full = before.slice(0, before.length - number.text.length) + number.text;
    if (names.byNumber.has(full)) return { at, bySlash, abbreviated: full };
  }
  return null;
}

function foreignAt(tokens: readonly Token[], first: number, names: StandardNames): Mention | null {
  const token = tokens[first];
  if (token?.kind !== 'word') return null;
  const candidates = names.foreignByFirstWord.get(token.lower);
  if (!candidates) return null;
  for (const framework of candidates) {
    const matched = matchWords(tokens, first, framework.words);
    if (matched === null) continue;
    const end = framework.looksLikeIso ? endOfYear(tokens, matched) : matched;
    // `cra`, `ccm`, `cis` are only names in capitals: in lower case they are words or parts of words.
    if (framework.words.length === 1 && token.text.length <= 4 && token.text !== token.text.toUpperCase()) continue;
    const standard: NamedStandard = {
      standard: framework.name,
      edition: null,
      known: false,
      looksLikeIso: framework.looksLikeIso,
      byCompanion: false,
    };
    return { first, end, start: token.start, stop: tokens[end - 1]!.end, standards: [standard], isJoined: false };
  }
  return null;
}

function actAt(tokens: readonly Token[], first: number): Mention | null {
  const end = endOfAct(tokens, first);
  if (end === null) return null;
  const act = { standard: euAct, edition: null, known: false, looksLikeIso: false, byCompanion: false };
  const [start, stop] = [tokens[first]!.start, tokens[end - 1]!.end];
  return { first, end, start, stop, standards: [act], isJoined: false };
}

/** `:2017`, `-2:2024` behind the number of a standard. */
function endOfYear(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < at + 4 && (isMark(tokens[end], ':') || isMark(tokens[end], '-')) && tokens[end]!.gap === 0) {
    const number = tokens[end + 1];
    if (number?.kind !== 'number' || number.gap > 0 || number.parts.length > 1) break;
    end += 2;
  }
  return end;
}

function otherBodyAt(tokens: readonly Token[], first: number, names: StandardNames): Mention | null {
  const designation = designationAt(tokens, first);
  if (designation === null) return null;
  const { end, clauseAt } = designation;
  // "EN 42001"
  for (let at = first; at < end; at++) if (names.byNumber.has(tokens[at]!.text)) return null;
  const standard = tokens
    .slice(first, end)
    .map(({ text, gap }, i) => (gap > 0 && i > 0 ? ` ${text}` : text))
    .join('');
  const named = { standard, edition: null, known: false, looksLikeIso: false, byCompanion: false };
  const [start, stop] = [tokens[first]!.start, tokens[end - 1]!.end];
  const mention = { first, end, start, stop, standards: [named], isJoined: false };
  return clauseAt === undefined ? mention : { ...mention, onlyForClauseAt: clauseAt };
}

function matchWords(tokens: readonly Token[], first: number, wanted: readonly string[]): number | null {
  let at = first;
  for (let i = 0; i < wanted.length; i++) {
    if (i > 0 && (isMark(tokens[at], '-') || isMark(tokens[at], '&'))) at++;
    if (tokens[at]?.lower !== wanted[i]) return null;
    at++;
  }
  return at;
}
