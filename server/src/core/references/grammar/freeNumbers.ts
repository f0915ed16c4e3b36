/** Bare numbers in running text that the words around them make into references. */
import {
  accordWords,
  againstWords,
  agentWords,
  alsoWords,
  andWords,
  annexWords,
  appendixWords,
  becameWords,
  continuingWords,
  controlWords,
  currentWords,
  demandWords,
  findingCodes,
  findingWords,
  fromWords,
  iecWords,
  isoWords,
  leadsToNew,
  likeWords,
  nowWords,
  numberWords,
  ofWords,
  ownPlaceWords,
  purposeWords,
  remarkWords,
  requirementWords,
  sectionWords,
  seeWords,
  shortAccords,
  standardWords,
  systemWords,
  toWords,
  versionWords,
} from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { endsCleanly, isArrow, isDash, isOneOf, isQuantity, isScore } from './bounds.js';
import { readChain } from './chain.js';
import { isDay } from './dates.js';
import { fillsBrackets, isPlausibleNumber, readFreeNumber } from './free.js';
import type { Reader } from './types.js';

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
  if (
    !hints.isListed?.(tokens[at]!) ||
    before?.kind !== 'word' ||
    isWord(before, versionWords) ||
    isWord(before, sectionWords)
  )
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
  if (before?.kind === 'word' && reader.hints.isDeepClause?.(tokens[at]!) && endsCleanly(tokens, at))
    return isOfOtherKind(tokens, at) || listsVersions(reader, at) ? at : readFreeNumber(reader, at, {});
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
  // "(§ 7.5.2). Issue numbers are whole; 7.1 is none": nothing goes on from one sentence to the next but a list.
  if (isMark(before, ';') && tokens.slice(last.last, at).some((token) => isMark(token, '.'))) return at;
  // "ISO/IEC 27002:2022 8.10 … and 5.33": the numbers of a companion go on as its own.
  const isOfCompanion = last.attached?.standards.some((named) => named.byCompanion);
  // "inputs as in clause 9.3.2, outputs as in 9.3.3": beside its sibling it is no section of the document.
  const cited = last.members[last.members.length - 1]!.parts;
  const isSibling =
    isCited && cited.length > 1 && cited.slice(0, -1).join('.') === tokens[at]!.parts.slice(0, -1).join('.');
  return readFreeNumber(reader, at, isOfCompanion ? { attached: last.attached } : { isSection: !isSibling });
}

/** In tokens: a sentence or two. */
const farthestCitation = 40;

/** A word of compliance or "see" before the token, with at most two small words between. */
function isBehindAccord(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= at - 3; before--) {
    if (isMark(tokens[before], '.') && isWord(tokens[before - 1], shortAccords)) return true;
    if (isWord(tokens[before], accordWords) || isSee(tokens, before)) return true;
    const token = tokens[before];
    if (!isWord(token, ofWords) && !isWord(token, toWords) && !isWord(token, alsoWords)) return false;
  }
  return false;
}

/** A word before the token that says that its number is none of the standard's: a version, a section, the number of a thing. */
function isOfOtherKind(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    const token = tokens[before];
    if (isWord(token, versionWords) || isWord(token, sectionWords) || isWord(token, numberWords)) return true;
    if (token!.kind === 'mark' && token!.text !== '(') return false;
  }
  return false;
}

/** `see also 5.18`, `with 8.2`, `covered by 8.15` in a Statement of Applicability that lists its controls by bare numbers. */
export function readRemarkedControl(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const number = tokens[at]!;
  if (number.parts.length !== 2 || !isPlausibleNumber(reader, at)) return at;
  if (!hints.isListed?.(number) || isOfOtherKind(tokens, at)) return at;
  const before = tokens[at - 1];
  // "vgl. 8.2", "wie 8.2"; "S. 8" is a page.
  const isSeen = isMark(before, '.') && isWord(tokens[at - 2], seeWords) && tokens[at - 2]!.text !== 'S';
  const isCited = hints.isCell && (isSeen || isWord(before, remarkWords) || isWord(before, likeWords));
  const isRemark = isBehindAccord(tokens, at) || isCited;
  // "see 8.2 of QM-01"
  if (!isRemark || isWord(tokens[at + 1], ofWords) || isWord(tokens[at + 1], ownPlaceWords)) return at;
  return readFreeNumber(reader, at, { form: 'control' });
}

/** `internal audit 9.2`, `(8.15 logging)`: the words right beside a number are those of its title. */
export function readNamedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  if (!hints.named || !isPlausibleNumber(reader, at) || isOfOtherKind(tokens, at)) return at;
  const form = hints.named(at);
  return form === null ? at : readFreeNumber(reader, at, { form, isParenthesis: true });
}

/** `### Risk assessment 6.1.2` in a document whose headings end in their clauses. */
export function readHeadedNumber(reader: Reader, at: number): number {
  if (!reader.hints.isHeaded?.(at) || !isPlausibleNumber(reader, at)) return at;
  return readFreeNumber(reader, at, {});
}

/** In tokens: "A.9.2.1 (2013) is called", "A.12.6.1 became control". */
const nearRenamed = 8;

/**
 * `A.9.2.1 (2013) heißt jetzt 5.16`, `A.6.1.5 went into 5.8`, `A.12.6.1 → 8.8`, with an arrow also `A.15 → 5.19–5.23`:
 * what the number of a withdrawn edition is called today.
 */
export function readRenamedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const number = tokens[at]!;
  const last = reader.found[reader.found.length - 1];
  if (last?.form !== 'annex' || number.parts.length !== 2 || at - last.last > nearRenamed) return at;
  const isArrowBefore = isArrow(tokens, at - 1);
  const depth = last.members[0]!.parts.length;
  if (depth !== 3 && !(depth === 1 && isArrowBefore)) return at;
  if (!(isArrowBefore || isOfToday(tokens, at)) || !isPlausibleNumber(reader, at)) return at;
  return hints.isControl?.(number) ? readFreeNumber(reader, at, { form: 'control' }) : at;
}

/** A word of today, or a verb of change, before the number with at most three small words between; or "today" behind it. */
function isOfToday(tokens: readonly Token[], at: number): boolean {
  if (isWord(tokens[at + 1], nowWords)) return true;
  for (let before = at - 1; before >= at - 4; before--) {
    const token = tokens[before];
    if (isWord(token, nowWords) || isWord(token, currentWords) || isWord(token, becameWords)) return true;
    if (!token || !leadsToNew.has(token.lower)) return false;
  }
  return false;
}

/** `In the 2013 edition this was 12.4.1`, `old numbers: 9.4.2, 9.4.3`: three numbers as no clause of today has them. */
export function readOldNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  if (number.parts.length !== 3 || number.wildcard || !endsCleanly(tokens, at)) return at;
  const isBehind = before?.kind === 'word' ? before.text === before.lower : isOneOf(before, ':,;(/');
  if (!isBehind || isOfOtherKind(tokens, at) || !hints.isOldControl?.(number) || !hints.tellsOld?.()) return at;
  return readFreeNumber(reader, at, { form: 'control', isSection: true });
}

/**
 * `no control of Annex A except 7.12 and 7.13`, `From Annex A are excluded: 7.12, 8.30`: numbers that only a control has, behind the
 * annex in one sentence, or behind controls without them: `all 93 controls minus 7.11 and 8.30`. Behind a colon or
 * comma small ones may be scores, unless they go on with a list.
 */
export function readNumberOfAnnex(reader: Reader, at: number): number {
  const { tokens, hints, found } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  if (!before || before.text !== before.lower || number.parts.length !== 2) return at;
  const last = found[found.length - 1]?.last ?? -nearRenamed;
  if (before.kind !== 'word' && !(isOneOf(before, ',:') && (number.parts[1]! > 9 || at - last < nearRenamed)))
    return at;
  if (!isPlausibleNumber(reader, at) || isOfOtherKind(tokens, at)) return at;
  if (!hints.isControl?.(number) || hints.isClause?.(number) !== false) return at;
  let isLeftOut = false;
  for (let near = at - 1; near > 0 && near > at - farthestAnnex && !isMark(tokens[near], '.'); near--) {
    const isAnnex = tokens[near]!.text === 'A' && isWord(tokens[near - 1], annexWords);
    if (isAnnex || (isLeftOut && isWord(tokens[near], controlWords)))
      return readFreeNumber(reader, at, { form: 'control' });
    isLeftOut ||= exceptWords.has(tokens[near]!.lower);
  }
  return at;
}

const exceptWords = new Set(
  'minus except excluding without außer ohne sauf hors excepto salvo menos exceto behalve tranne'.split(' '),
);
/** In tokens: a sentence. */
const farthestAnnex = 24;

/** `- Internal audit: two findings on A.8.9. 9.2.2`: the clause that an item is about, alone at its end. */
export function readClosingNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const isLast = at === tokens.length - 1 && tokens[at]!.gap === 1;
  if (!hints.isItem || !isLast || !isOneOf(tokens[at - 1], '.)') || !hints.isClause?.(tokens[at]!)) return at;
  const word = tokens[at - 2];
  const isAbbreviated = isWord(word, numberWords) || isWord(word, appendixWords) || isWord(word, versionWords);
  // "NIS Regulations 2018, reg. 10.2", "Data Protection Act 2018, s. 7.2"
  const year = tokens[isMark(tokens[at - 3], ',') ? at - 4 : at - 3];
  const isPartOfLaw = partOfAct.test(word?.lower ?? '') && /^\d{4}$/.test(year?.text ?? '');
  if (isAbbreviated || isPartOfLaw || isWord(word, sectionWords) || !isPlausibleNumber(reader, at)) return at;
  return readFreeNumber(reader, at, { isParenthesis: true });
}

const partOfAct = /^(?:regs?|ss?|sch|paras?|pt|arts?)$/;

/** "our Password Standard 5.1": a name in capitals, and not the "ISO Standard" or "Der Standard" of a sentence. */
function isOwnStandard(tokens: readonly Token[], at: number): boolean {
  const [name, word] = [tokens[at - 1], tokens[at]!];
  if (name?.kind !== 'word' || word.text[0] === word.lower[0] || name.text[0] === name.lower[0]) return false;
  const isKnown = [isoWords, iecWords, systemWords, articleWords].some((words) => isWord(name, words));
  return !isKnown && name.text !== name.text.toUpperCase();
}

const articleWords = new Set('the this our der die das dem den des le la les el lo il de het unser unsere'.split(' '));

/** `conformément au 9.3`, `ver 7.11`, `how we do 6.1.3`: no word for a clause, but one of compliance, or a clause's own number. */
export function readAccordedNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  if (!isPlausibleNumber(reader, at)) return at;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  const isClause = hints.isClause?.(number) === true;
  // "see 8.4 for the prerequisites" says what stands in a section of the text; its words are not those of a title of
  // ours. Few texts have an 8.20.
  const isSection = number.parts.length === 2 && isBehindSee(tokens, at) && isWord(tokens[at + 1], purposeWords);
  if (isSection && !(number.parts[1]! > mostSections && hints.isControl?.(number))) return at;
  // "norm 9.3": the standard itself is the word for it.
  const isAccorded =
    isBehindAccord(tokens, at) ||
    (isClause && ((isWord(before, standardWords) && !isOwnStandard(tokens, at - 1)) || isRequirement(tokens, at)));
  if (isClause && hints.isSystem?.(at - 1)) return readFreeNumber(reader, at, {});
  const isOwnNumber = number.parts.length === 3 && isClause && !listsVersions(reader, at);
  const isBehindWord = before?.kind === 'word' && before.text === before.lower;
  // "(minor, 7.5.3)", "minor, 6.1.2: scoring guide needed"
  const closesBrackets = isMark(before, ',') && isOneOf(tokens[at + 1], '):');
  if (!isAccorded && !(isOwnNumber && (isBehindWord || closesBrackets || isMark(before, '(')))) return at;
  if (isWord(before, versionWords) || isWord(before, sectionWords) || isWord(before, numberWords)) return at;
  const next = tokens[at + 1];
  // "see 8.2 of QM-01", "see 8.2 below"; "followed up under 10.2 by Quality" goes on with somebody.
  if ((isWord(next, ofWords) && !isWord(next, agentWords)) || isWord(next, ownPlaceWords)) return at;
  const isFinding = isWord(before, againstWords) && isWord(tokens[at - 2], findingWords);
  return readFreeNumber(reader, at, { isParenthesis: !isFinding, isEither: number.parts.length === 2 });
}

/** Sections of one chapter. */
const mostSections = 12;

/** "see", "see also" before the token. */
function isBehindSee(tokens: readonly Token[], at: number): boolean {
  return isSee(tokens, isWord(tokens[at - 1], alsoWords) ? at - 2 : at - 1);
}

/** Also "s" for "siehe", and not the end of "B3S". */
function isSee(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at], seeWords) && !(tokens[at]!.gap === 0 && tokens[at - 1]?.kind === 'number');
}

/** `Requirement: 7.5.3`, "as 10.2 wants" */
function isRequirement(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isMark(before, ':')) return isWord(tokens[at - 2], requirementWords);
  return isWord(before, likeWords) && isWord(tokens[at + 1], demandWords);
}

/**
 * `pdfkit 6.1.3, zlib 1.3.2`: another number beside it that no clause can have; `kernel 6.1.2`, `upgraded from 6.1.2 to 6.1.3`,
 * `7.5.1 → 7.5.2`, and what goes on from a number that was not read (`Proxmox 7.5.1 and 7.5.2`).
 */
function listsVersions({ tokens, found }: Reader, at: number): boolean {
  const [word, earlier, before] = [3, 2, 1].map((back) => tokens[at - back]);
  if (software.test(before?.lower ?? '') || isArrow(tokens, at + 1)) return true;
  const isJoined = before?.kind === 'word' && (word?.kind === 'word' || isDash(word));
  if (isJoined && earlier?.kind === 'number' && earlier.parts.length > 2 && found[found.length - 1]?.last !== at - 1)
    return true;
  const isMoved = isWord(before, fromWords) || isWord(before, toWords) || before?.lower === 'auf';
  return tokens
    .slice(Math.max(0, at - nearVersion), at + nearVersion)
    .some(
      ({ kind, parts, lower }) =>
        (kind === 'number' && parts.length === 3 && (parts[0]! < 4 || parts[0]! > 18)) ||
        (isMoved && upgraded.test(lower)),
    );
}

const software = /ware$|^(?:kernel|driver|client|agente?|package|model|lote?|(?:build|image|feature)s?)$/;
const upgraded = /^(?:upgrad|updat|a[kc]tuali[sz]|migr|jour$|aggiorn|bijgew)/;

/** In tokens: the name before and behind. */
const nearVersion = 5;

/**
 * `9.2 Internal audit`, `5.10 – Acceptable use of …` at the beginning of a cell or item: the number with its exact title. So it is in
 * a sentence, where that has two words and more: `We exclude 8.30 Outsourced development`.
 */
export function readTitledNumber(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const isLong = tokens[at]!.parts.length === 4 && tokens[at]!.parts[0]! >= 5 && endsCleanly(tokens, at);
  if (hints.titled === null || !(isLong || isPlausibleNumber(reader, at))) return at;
  const isWithin = !startsPart(tokens, at);
  if (isWithin && !(tokens[at - 1]!.kind === 'word' && !isOfOtherKind(tokens, at) && beginsTitle(reader, at + 1)))
    return at;
  const form = hints.titled(tokens[at]!, isWithin);
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

/** Whether two words stand at the token with which a title may begin: a cheap question before the catalog is asked. */
function beginsTitle({ tokens, hints }: Reader, at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word' || first.gap !== 1 || second?.kind !== 'word' || second.gap !== 1) return false;
  return hints.mayBeginTitle?.(first) === true;
}

/** `- [ ] 7.5.3 documents controlled` below `## ISO/IEC 27001`: a clause at the beginning of an item, which no control can be. */
export function readItemOfStandard(reader: Reader, at: number): number {
  const { tokens, hints } = reader;
  const number = tokens[at]!;
  if (!hints.isBelowName || number.parts.length !== 3 || !isPlausibleNumber(reader, at)) return at;
  const startsItem = tokens.slice(0, at).every(({ kind }) => kind === 'mark');
  return startsItem && hints.isClause?.(number) ? readFreeNumber(reader, at, {}) : at;
}

/** At the beginning of the text or of brackets, or of a part of a line of links: `← 8.12 … | 8.14 … →`. */
function startsPart(tokens: readonly Token[], at: number): boolean {
  if (isMark(tokens[at - 1], '(') && tokens[at - 1]!.gap > 0) return true;
  let before = at - 1;
  while (before >= at - 3 && isOneOf(tokens[before], '[("«#§•-–*%')) before--;
  return before < 0 || isOneOf(tokens[before], '|·←→•»,;');
}

/** `Internal audits follow the programme (9.2).`, `(5.1, 9.3)`, `Which scope? [4.3]`: clause numbers alone in brackets behind words. */
export function readParenthesised(reader: Reader, at: number): number {
  const { tokens } = reader;
  const number = tokens[at]!;
  const first = number.parts[0]!;
  const behind = tokens[at - 2];
  const isBehindWords =
    behind?.kind === 'word' ||
    isYear(tokens, at - 2) ||
    isFindingCode(tokens, at - 2) ||
    isOneOf(behind, '?!.)"”»€$%\uFFFC');
  if (!isOneOf(tokens[at - 1], '([') || !isBehindWords || tokens[at - 1]!.gap === 0) return at;
  if (number.parts.length < 2 || number.parts.length > 4 || number.wildcard || !fillsBrackets(tokens, at)) return at;
  if (isScore(tokens, at) || isDay(tokens, at)) return at;
  // "(8.1.1)" in a document about the edition of 2013 is the control.
  if (reader.hints.isAboutOld && number.parts.length === 3 && reader.hints.isOldControl?.(number))
    return readFreeNumber(reader, at, { form: 'control', isSection: true });
  if (first < 4 || first > 10) return at;
  // "(8.2)" beside a list of controls may still be the clause; a range is of what the list holds.
  const isControl = number.parts.length === 2 && isDash(tokens[at + 1]) && reader.hints.isListed?.(number);
  return readFreeNumber(reader, at, isControl ? { form: 'control' } : { isParenthesis: true });
}

/** `NC-1`, `OFI-2025-3`: the number with which the code of a finding ends; `PRO-NC-02` is a document. */
function isFindingCode(tokens: readonly Token[], last: number): boolean {
  let at = last;
  while (at > last - longestCode && (tokens[at]?.kind === 'number' || isMark(tokens[at], '-'))) at--;
  const code = tokens[at];
  if (at === last || !isWord(code, findingCodes) || (code!.gap === 0 && isMark(tokens[at - 1], '-'))) return false;
  return code!.text === code!.text.toUpperCase();
}

/** In tokens: "2025-03". */
const longestCode = 5;

/** `2026`, `2026–27` */
function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  return token.text.length === 4 || (token.text.length === 2 && isDash(tokens[at - 1]) && isYear(tokens, at - 2));
}

/** `7.3/A.6.3`, `(6.3 and A.7.13)`: a number with nothing but a stroke between it and a control is the clause that goes with it. */
export function readBesideControl(reader: Reader, at: number): number {
  const { tokens } = reader;
  const [stroke, letter, dot] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  const isListed = isOneOf(tokens[at - 1], ':(') && isWord(stroke, andWords) && reader.hints.isClause?.(tokens[at]!);
  if (isListed && letter?.text === 'A' && isMark(dot, '.') && isPlausibleNumber(reader, at))
    return readFreeNumber(reader, at, {});
  if (!isMark(stroke, '/') || stroke!.gap > 0 || letter?.text !== 'A' || letter.gap > 0 || !isMark(dot, '.')) return at;
  if (!isPlausibleNumber(reader, at) || isWord(tokens[at - 1], versionWords)) return at;
  return readFreeNumber(reader, at, {});
}
