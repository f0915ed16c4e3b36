/** Bare numbers of old editions and of what took their place, and those that a text leaves out of an annex. */
import { annexWords, becameWords, controlWords, currentWords, leadsToNew, nowWords } from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { isOfOtherKind } from './accords.js';
import { endsCleanly, isArrow, isOneOf } from './bounds.js';
import { isPlausibleNumber, readFreeNumber } from './free.js';
import type { Reader } from './types.js';

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
