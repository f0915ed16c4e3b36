/** A head and its range or list as references. */
import {
  andWords,
  annexedWords,
  annexWords,
  contractGenitive,
  eachWords,
  editionWords,
  formWords,
  genitiveWords,
  lawNouns,
  manualWords,
  moduleWords,
  numberWords,
  ofWords,
  ownDocumentWords,
  ownGenitive,
  ownPlaceWords,
  ownText,
  requiredText,
  sameWords,
  standardWords,
  systemWords,
  verbWords,
} from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { isLowerWord } from './bounds.js';
import { isContractAt, isContractName } from './contractNames.js';
import { itemBefore, nextElided, readItems, readRangeEnd, readShorthand } from './lists.js';
import { type Head, type Member, mentionBeginningAt, type RawReference, type Reader } from './types.js';

/** Reads a head and the range or list that follows it; each complete member of a list becomes a reference of its own. */
export function readChain(reader: Reader, head: Head): number {
  const { tokens } = reader;
  const letter = head.letter ?? 'A';
  const isAnnex = head.form === 'annex';
  let wordAt = head.wordAt;
  let at = head.start;
  const firstFound = reader.found.length;
  // "Controls: 5.15; 5.16", "(9.2.1; 9.3.1 to 9.3.3)": behind a label and in brackets a semicolon separates too.
  // "Anhang A Nr. 8.6 und Nr. 8.9"
  const before = tokens[isMark(tokens[at - 1], '.') ? at - 2 : at - 1];
  const isNumbered = isAnnex && isWord(before, numberWords);
  const word = head.needsMention ? (tokens[head.wordAt]?.lower ?? null) : isNumbered ? before!.lower : null;
  const isApart = isMark(tokens[head.wordAt - 1], head.isParenthesis ? '(' : ':');
  const separators = isApart ? ',/&+、，・;；' : ',/&+、，・';
  for (;;) {
    const number = tokens[at]!;
    const members: Member[] = [];
    let end = at + 1;
    const items = isAnnex ? null : readItems(tokens, end);
    if (items) end = items.end;
    const range = items ? null : readRangeEnd(tokens, end, number, isAnnex ? letter : null);
    if (range) end = range.end;
    const item = isAnnex || items || range ? null : itemBefore(tokens, wordAt);
    const letters = items?.letters ?? (item ? [item.letter] : []);
    members.push({ parts: number.parts, to: range ? range.to : null, items: letters });
    end = readShorthand(tokens, end, number, isAnnex, members);
    reader.found.push({
      start: tokens[item?.first ?? wordAt]!.start,
      end: tokens[end - 1]!.end,
      first: item?.first ?? wordAt,
      last: end,
      head: head.wordAt,
      form: head.form,
      letter,
      members,
      wildcard: number.wildcard,
      needsScope: head.needsScope,
      // Laws and contracts hardly number so deep: "lettera f) del punto 6.1.3".
      needsMention: head.needsMention && !(item && number.parts.length >= 3),
      attached: head.attached,
      ofOwnDocument: false,
      isEither: head.isEither ?? false,
      isSection: head.isSection ?? false,
      isParenthesis: head.isParenthesis ?? false,
      ofStandard: false,
      ofEach: false,
    });
    const isOther = isAnnex && reader.hints.bareIsClause;
    const next = isOther
      ? null
      : nextElided(tokens, end, tokens[head.start]!, head.form, separators, word, reader.hints.isClause);
    if (next === null) {
      finishChain(reader, firstFound, end);
      return end;
    }
    at = next;
    wordAt = next;
  }
}

/** Looks behind the chain: "of ISO 27001" is found by the scope; "of this policy" marks the whole chain as the document's own. */
function finishChain(reader: Reader, firstFound: number, end: number): void {
  const { tokens } = reader;
  const first = reader.found[firstFound]!;
  // "MSA, clause 8.2", "contract, clause 6": a contract right before the clause is the text that is cited.
  // "the DPA, and clause 8.1 of ISO 27001" cites the standard all the same.
  const isOfNamed = isWord(tokens[end], ofWords) && isMentionWithin(reader, end + 1, 3);
  const isOfContract =
    hasContractBefore(tokens, first.first) || isOfAnnex(tokens, first.first) || goesOnWithOwn(reader, firstFound);
  if (first.form === 'clause' && isOfContract && !isOfNamed) {
    markOwn(reader, firstFound);
    return;
  }
  if (isOfOwnAnnex(tokens, first, end) || goesOnWithOwnAnnex(reader, firstFound)) {
    markOwn(reader, firstFound);
    return;
  }
  let at = behindGloss(tokens, end);
  if (isMark(tokens[at], ')') || isMark(tokens[at], ']')) at++;
  // "clause 4.3 there", and not "for clause 9.1 there was data"
  const isPlace = isWord(tokens[at], ownPlaceWords) && !isWord(tokens[at + 1], verbWords);
  if (isPlace && first.form === 'clause') {
    markOwn(reader, firstFound);
    return;
  }
  // "Kap. 9.3 aller drei Normen"
  const isGenitive = isWord(tokens[at], eachWords);
  if (!isGenitive && !isWord(tokens[at], ofWords)) return;
  const ofAt = at;
  while (at < ofAt + 4 && isWord(tokens[at], ofWords)) at++;
  const standardAt = standardWordFrom(tokens, at);
  // "of the standard EN 18286"
  const isOfBody = mentionBeginningAt(reader.mentions, standardAt + 1)?.onlyForClauseAt === -1;
  if (standardAt >= 0 && !isOfBody) {
    const ofEach = tokens.slice(end, standardAt).some((token) => isWord(token, eachWords));
    for (let i = firstFound; i < reader.found.length; i++)
      reader.found[i] = { ...reader.found[i]!, ofStandard: true, ofEach };
    return;
  }
  if (isGenitive) return;
  if (first.form === 'clause' && !first.attached && isOfManual(tokens, at)) {
    markOwn(reader, firstFound);
    return;
  }
  // "Clause 9 of the library", "clause 4.2 of the licence", but "clause 9 of the ISMS", "clauses 5 and 6 of the old edition".
  const nouns = tokens.slice(at, at + 4);
  const isOther =
    first.form === 'clause' &&
    (first.members[0]!.parts.length === 1 || isWord(tokens[end], genitiveWords)) &&
    isLowerWord(nouns[0]) &&
    !nouns.some((token) => [editionWords, standardWords, annexWords, systemWords].some((set) => isWord(token, set)));
  if (isOther && !first.attached && !isMentionWithin(reader, at, 5)) {
    markOwn(reader, firstFound);
    return;
  }
  // "Kapitel 4.2 des Einkaufshandbuchs": a part of something else.
  const isOfSystem = isWord(nouns[0], systemWords) && !isLowerWord(nouns[1]);
  if (first.needsMention && !isOfSystem && !isMentionWithin(reader, at, 5)) {
    markOwn(reader, firstFound);
    return;
  }
  // "clause 8.3 of 17025": a standard by its number alone, and not one of ours.
  const named = tokens[at];
  const isOtherStandard = named?.kind === 'number' && named.text.length === 5 && named.parts.length === 1;
  if (isOtherStandard && !mentionBeginningAt(reader.mentions, at)) {
    markOwn(reader, firstFound);
    return;
  }
  // "A.8.24 in our policy" says where a control is described; "clause 8.2 of our agreement" cites the agreement.
  if (reader.found[firstFound]!.form === 'annex' && reader.found[firstFound]!.members[0]!.parts.length > 1) return;
  const isOwn = [0, 1, 2].some(
    (ahead) =>
      (isWord(tokens[at + ahead], ownDocumentWords) ||
        isWord(tokens[at + ahead], lawNouns) ||
        isContractName(tokens, at + ahead)) &&
      !isAnnexOfStandard(tokens, at + ahead) &&
      tokens.slice(at, at + ahead).every((token) => token.kind === 'word'),
  );
  if (isOwn && !isMentionWithin(reader, at, 4)) {
    markOwn(reader, firstFound);
  }
}

/** "clause 4.3 of the ISMS manual", "Ziffer 4.3 des ISMS-Handbuchs": no standard is a manual, whatever it is about. */
function isOfManual(tokens: readonly Token[], at: number): boolean {
  for (let next = at; next < at + longestManual; next++) {
    const token = tokens[next];
    if (isWord(token, manualWords)) return true;
    if (token?.kind !== 'word' && !isMark(token, '-')) return false;
    if (isWord(token, ofWords) || isWord(token, standardWords)) return false;
  }
  return false;
}

/** In tokens: "quality management manual", "ISMS-Handbuchs". */
const longestManual = 4;

/** "clause 10.1 (termination) of the agreement": the token behind words in brackets, where "of" follows on them. */
function behindGloss(tokens: readonly Token[], end: number): number {
  if (!isMark(tokens[end], '(')) return end;
  let at = end + 1;
  while (at < end + longestGloss && tokens[at]?.kind === 'word') at++;
  return at > end + 1 && isMark(tokens[at], ')') && isWord(tokens[at + 1], ofWords) ? at + 1 : end;
}

/** In tokens. */
const longestGloss = 6;

/** "the standard", "all three standards": the token of that word, -1 where another text is spoken of. */
function standardWordFrom(tokens: readonly Token[], at: number): number {
  if (isWord(tokens[at], standardWords)) return at;
  if (isWord(tokens[at], sameWords) && isWord(tokens[at + 1], standardWords)) return at + 1;
  const isEach = isWord(tokens[at], eachWords) || isWord(tokens[at - 1], eachWords);
  for (let next = at + 1; isEach && next <= at + 4; next++) if (isWord(tokens[next], standardWords)) return next;
  return -1;
}

const noWords: ReadonlySet<string> = new Set();

/** A contract, or one of the words, at most six tokens before, in the same sentence. */
function hasContractBefore(tokens: readonly Token[], at: number, words: ReadonlySet<string> = noWords): boolean {
  if (isContractName(tokens, endOfName(tokens, at))) return true;
  const from = beginningOfId(tokens, isMark(tokens[at - 1], ',') ? at - 2 : at - 1);
  for (let before = from; before >= 0 && before > from - 6; before--) {
    // "Works council agreement no. 16"
    const isShortened = isWord(tokens[before - 1], numberWords) && tokens[before + 1]?.kind === 'number';
    if ((isMark(tokens[before], '.') && !isShortened) || isMark(tokens[before], ';')) return false;
    if (isContractAt(tokens, before) || isWord(tokens[before], words)) return true;
  }
  return false;
}

/** "Contract template AI-CT-4.2 clause 6.4": the first token of the id that ends with the token; itself where that is no id. */
function beginningOfId(tokens: readonly Token[], last: number): number {
  let first = last;
  while (first > last - farthestName && tokens[first]?.gap === 0 && isOfId(tokens[first]) && isOfId(tokens[first - 1]))
    first--;
  return first;
}

function isOfId(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'number' || isMark(token, '-');
}

/** The token before the rest of a name: "SCC 2021/914, Module 2, clause 8.2". A name may be all of its sentence: "EU SCCs. Clause 8.2". */
function endOfName(tokens: readonly Token[], at: number): number {
  let before = at - 1;
  if (isMark(tokens[before], '.')) {
    const isWhole = before === 1 || before === 2 || isMark(tokens[before - 2], ':') || isMark(tokens[before - 3], ':');
    return isWhole ? before - 1 : -1;
  }
  while (before > at - farthestName && isPartOfName(tokens[before])) before--;
  return before;
}

function isPartOfName(token: Token | undefined): boolean {
  if (token?.kind === 'mark') return ',/()'.includes(token.text);
  return token?.kind === 'number' || isWord(token, moduleWords);
}

/** In tokens. */
const farthestName = 14;

/** "SCC, clause 8.2 and clause 10.2": the next of clauses that are none of a standard. */
function goesOnWithOwn(reader: Reader, firstFound: number): boolean {
  const before = reader.found[firstFound - 1];
  const { first } = reader.found[firstFound]!;
  if (!before?.ofOwnDocument || before.form !== 'clause' || before.last !== first - 1) return false;
  return isWord(reader.tokens[before.last], andWords) || isMark(reader.tokens[before.last], ',');
}

/** "the contract's annex A.9.2 and annex A.5.40" */
function goesOnWithOwnAnnex({ tokens, found }: Reader, firstFound: number): boolean {
  const before = found[firstFound - 1];
  const { head, form, attached } = found[firstFound]!;
  if (!before?.ofOwnDocument || before.form !== 'annex' || form !== 'annex' || attached) return false;
  const isJoined = isWord(tokens[before.last], andWords) || isMark(tokens[before.last], ',');
  return isJoined && before.last === head - 1 && isWord(tokens[head], annexWords);
}

/** "Anhang A.9.1 der Betriebsvereinbarung", "bijlage A.9.2 bij de overeenkomst", "the form is in annex A.5" */
function isOfOwnAnnex(tokens: readonly Token[], first: RawReference, end: number): boolean {
  if (first.form !== 'annex' || first.attached !== null || !isWord(tokens[first.head], annexWords)) return false;
  if (first.members[0]!.parts.length === 1 && hasContractBefore(tokens, first.first, formWords)) return true;
  // "databehandleraftalens bilag A.9.2", "příloha A.5.40 smlouvy", "příloha A.9.1 této směrnice"
  if ([first.head - 1, end].some((at) => contractGenitive.test(tokens[at]?.lower ?? ' '))) return true;
  if (isWord(tokens[end], ownGenitive) && !namesNorm.test(tokens[end + 1]?.lower ?? ' ')) return true;
  const nouns = tokens.slice(end + 1, end + 4);
  if (isWord(tokens[end], genitiveWords) && nouns.some(isOwnText)) return true;
  return isWord(tokens[end], annexedWords) && nouns.some((_, at) => isContractAt(nouns, at));
}

/** "této normy", "denna standard" */
const namesNorm = /^(?:norm|standard)/;

function isOwnText({ kind, lower }: Token): boolean {
  return kind === 'word' && (ownText.test(lower) || requiredText.test(lower));
}

/** "annex C, clauses 7.2 to 7.8": of an annex that our standards have not. */
function isOfAnnex(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at - 2];
  return isMark(tokens[at - 1], ',') && isWord(tokens[at - 3], annexWords) && /^[C-Z]$/.test(letter?.text ?? '');
}

/** "of Annex A" is the annex of the standard, "of the annex" one of a contract. */
function isAnnexOfStandard(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at + 1];
  return isWord(tokens[at], annexWords) && letter?.kind === 'word' && letter.text.length === 1;
}

function markOwn(reader: Reader, firstFound: number): void {
  for (let i = firstFound; i < reader.found.length; i++) reader.found[i] = { ...reader.found[i]!, ofOwnDocument: true };
}

function isMentionWithin(reader: Reader, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (mentionBeginningAt(reader.mentions, i)) return true;
  return false;
}
