/** `A.5.15`, `Annex A 8.15`, `B.8.2.1` and what only looks like them. */
import { clauseWords, controlWords, numberWords, sectionWords, seeWords, tableWords } from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { isScoreOfAnnex } from './annexScores.js';
import {
  attachedBefore,
  beginsCleanly,
  beginsPhrase,
  endsCleanly,
  inheritedFromList,
  isLowerWord,
  isOneOf,
  isPlace,
  isQuantity,
  startsSentence,
} from './bounds.js';
import { readChain } from './chain.js';
import { fillsBrackets } from './free.js';
import { readItems } from './lists.js';
import type { Reader } from './types.js';

/** `Annex A 8.15`, `Annex A.8.15`, `Annex A control A.8.15`, `Anhang A (5.15, 5.16)`. */
export function readAnnexWord(reader: Reader, at: number): number {
  const { tokens } = reader;
  const letterToken = tokens[at + 1];
  if (letterToken?.kind !== 'word' || (letterToken.lower !== 'a' && letterToken.lower !== 'b')) return at;
  // "annex a" may be the article of "annex a copy": a small letter needs its number right behind.
  const isSmall = letterToken.text === letterToken.lower;
  if (isSmall && tokens[at + 2]?.kind !== 'number' && !isMark(tokens[at + 2], '.')) return at;
  const letter = letterToken.lower === 'a' ? 'A' : 'B';
  let next = at + 2;
  // "Annex A: Contacts", "Annex A.1": a colon or dash alone still leads to numbers, words end it.
  let steps = 0;
  while (steps < 4 && next < tokens.length) {
    const token = tokens[next]!;
    if (token.kind === 'number') break;
    if (
      isOneOf(token, '.,:-–—([§#') ||
      isWord(token, controlWords) ||
      isWord(token, clauseWords) ||
      isWord(token, numberWords)
    ) {
      next++;
      steps++;
    } else break;
  }
  const token = tokens[next];
  if (token?.kind === 'word' && (token.text === 'A' || token.text === 'B')) return next; // the id carries its own letter
  if (token?.kind !== 'number') return at + 2;
  // "as in Annex A. 3.3 Consider …": the next item, unless the title of the control stands there.
  const isNext = isMark(tokens[next - 1], '.') && token.gap > 0 && beginsPhrase(tokens[next + 1]);
  if (isNext && reader.hints.titled?.(token, false) !== 'control') return at + 2;
  // "compared with Annex A (6.1.3 c)": only clauses have items.
  if (isMark(tokens[next - 1], '(') && readItems(tokens, next + 1)) return at + 2;
  if (token.parts.length > 3 || !isAnnexNumber(token, letter) || !endsCleanly(tokens, next) || isQuantity(tokens, next))
    return at + 2;
  if (isScoreOfAnnex(tokens, at, next)) return next + 1;
  const isTight = next <= at + 3 && tokens.slice(at + 2, next).every((mark) => mark.text === '.');
  return readChain(reader, {
    start: next,
    wordAt: isTight || next === at + 2 ? at : next,
    form: 'annex',
    letter,
    needsScope: token.parts.length === 1,
    needsMention: false,
    attached: attachedBefore(reader, at),
  });
}

/** Plausible as a number of Annex A or B; what exists is the catalog's business. */
function isAnnexNumber(token: Token, letter: string): boolean {
  const first = token.parts[0]!;
  return letter === 'B' ? first >= 1 && first <= 10 : first >= 1 && first <= 18;
}

/** "Appendix A.1": the document's own; its id is passed over. */
export function skipAppendix(reader: Reader, at: number): number {
  const { tokens } = reader;
  let next = at + 1;
  // "in the schedule (A.1.4.8)", "in schedule 3 (A.10.2)": a bracket begins something else.
  if (isOneOf(tokens[next], '([')) return at;
  while (
    next < tokens.length &&
    next < at + 4 &&
    !isOneOf(tokens[next], '([') &&
    (tokens[next]!.text.length <= 1 || tokens[next]!.kind === 'number') &&
    tokens[next]!.gap < 2
  )
    next++;
  return next;
}

/** `A.5.15`, `A5.15`, `A 5.15`, `B.8.2.1`, `A.8.x`. */
export function readAnnexId(reader: Reader, at: number): number {
  const { tokens } = reader;
  const letter = tokens[at]!.lower === 'a' ? 'A' : 'B';
  const isSmall = tokens[at]!.text === tokens[at]!.lower;
  if (!beginsCleanly(reader, at)) return at;
  const dotted = isMark(tokens[at + 1], '.') && tokens[at + 1]!.gap === 0;
  const numberAt = dotted ? at + 2 : at + 1;
  const number = tokens[numberAt];
  if (number?.kind !== 'number') return at;
  if (isSmall && (!dotted || number.gap > 0 || number.parts.length < 2)) return at;
  if (dotted ? number.gap > 1 : number.gap > 1) return at;
  if (number.parts.length > 3 || (number.parts.length === 1 && number.wildcard && !dotted))
    return skipId(tokens, numberAt);
  if (!isAnnexNumber(number, letter) || !endsCleanly(tokens, numberAt)) return skipId(tokens, numberAt);
  if (isPlace(tokens, at) || (reader.mentions.length === 0 && followsPlace(tokens, at)))
    return skipId(tokens, numberAt);
  // "Table B.2 of ISO/IEC 27002"
  if (letter === 'B' && isWord(tokens[at - 1], tableWords)) return skipId(tokens, numberAt);
  // "Schedule 2, section A.3.2": a part of some text of its own.
  if (isWord(tokens[at - 1], sectionWords) && tokens[at]!.gap > 0 && tokens[at - 1]!.lower !== 'art')
    return skipId(tokens, numberAt);
  const attached = attachedBefore(reader, at) ?? inheritedFromList(reader, at);
  if (!dotted || number.gap === 1) {
    // A1.2 is SOC 2, A05:2021 is OWASP, "A 2.5 litre engine" is a car: apart from the themes of 27001, touching alone counts.
    const first = number.parts[0]!;
    const isOfIso = attached?.standards.some((named) => named.looksLikeIso) ?? false;
    const lowest = number.gap > 0 ? 5 : number.parts.length === 3 ? 1 : 2;
    const highest = number.parts.length === 3 ? 18 : number.gap === 0 ? 10 : 8;
    if (number.parts.length === 1 || (!isOfIso && (first < lowest || first > highest)) || isQuantity(tokens, numberAt))
      return skipId(tokens, numberAt);
    // "A 7.5 magnitude …" begins a sentence with a decimal, "A 10.4.1 release …" with a version; nobody writes 7.12 as one.
    const looksDecimal = number.gap > 0 && (number.parts[1]! < 10 || number.parts.length === 3);
    if (looksDecimal && startsSentence(tokens, at) && isLowerWord(tokens[numberAt + 1]))
      return skipId(tokens, numberAt);
  }
  return readChain(reader, {
    start: numberAt,
    wordAt: at,
    form: 'annex',
    letter,
    needsScope: isSmall || !dotted || number.gap === 1 || number.parts.length === 1,
    needsMention: false,
    attached,
  });
}

/** "Seminar rooms A.5 to A.8 …; keys for A.8.15 are at reception": another room, where no standard is named between. */
function followsPlace(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before > 0 && before > at - nearPlace; before--) {
    if (tokens[before]!.text === tokens[at]!.text && isPlace(tokens, before)) return !isCited(tokens, at, before);
  }
  return false;
}

/** "In room A.2.4 printouts lay open (A.7.7)", "see A.7.8": a control behind a room; "room A.2.4 (A.2.5)" has two. */
function isCited(tokens: readonly Token[], at: number, place: number): boolean {
  const before = tokens[at - 1];
  if (!isMark(before, '(')) return isWord(before, controlWords) || isWord(before, seeWords);
  const isBehindWord = tokens[at - 2]?.kind === 'word' || tokens[at + 2]?.parts[0] !== tokens[place + 2]?.parts[0];
  return isBehindWord && fillsBrackets(tokens, at + 2);
}

/** In tokens. */
const nearPlace = 30;

function skipId(tokens: readonly Token[], numberAt: number): number {
  let at = numberAt + 1;
  while (at < tokens.length && tokens[at]!.gap === 0 && (tokens[at]!.kind !== 'mark' || isOneOf(tokens[at], '.-_/')))
    at++;
  return at;
}
