/** Bare numbers in running text that the words around them make into references. */
import {
  againstWords,
  agentWords,
  andWords,
  appendixWords,
  continuingWords,
  findingWords,
  likeWords,
  numberWords,
  ofWords,
  ownPlaceWords,
  purposeWords,
  remarkWords,
  sectionWords,
  seeWords,
  standardWords,
  versionWords,
} from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { isBehindAccord, isBehindSee, isOfOtherKind, isOwnStandard, isRequirement } from './accords.js';
import { endsCleanly, isDash, isOneOf, isPlace, isQuantity } from './bounds.js';
import { readChain } from './chain.js';
import { isPlausibleNumber, readFreeNumber } from './free.js';
import { mentionBeginningAt, type Reader } from './types.js';
import { listsVersions } from './versions.js';

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
  if ((before && before.kind === 'mark' && '€$£#'.includes(before.text)) || isPlace(tokens, at)) return at;
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

/**
 * `Keys: control 8.4 of ISO 27001. Privileged access: 8.2. Deletion: 8.10.`: controls behind labels, right behind one that is called so,
 * where some number can be nothing else.
 */
export function readBehindLabel(reader: Reader, at: number): number {
  const { tokens, hints, found, mentions } = reader;
  const last = found[found.length - 1];
  if (!isMark(tokens[at - 1], ':') || last?.form !== 'control' || at - last.last > longestLabel) return at;
  if (!hints.isControl?.(tokens[at]!) || !isPlausibleNumber(reader, at) || isOfOtherKind(tokens, at - 1)) return at;
  let end = last.last;
  while (isWord(tokens[end], ofWords)) end++;
  end = mentionBeginningAt(mentions, end)?.end ?? end;
  const isNext = isOneOf(tokens[end], '.;,') && tokens.slice(end + 1, at - 1).every(({ kind }) => kind === 'word');
  // "8.10" is no clause, and no score.
  const isCertain = (token: Token): boolean => token.parts[1]! >= 10 && hints.isControl!(token);
  return isNext && tokens.slice(at, at + farthestCitation).some(isCertain)
    ? readFreeNumber(reader, at, { form: 'control' })
    : at;
}

/** In tokens: "der ISO 27001. Löschung alter Datensätze:". */
const longestLabel = 12;

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
  return before < 0 || isOneOf(tokens[before], '|·←→•»,;:');
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
