/** Clause numbers alone in brackets. */
import { findingCodes } from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { isDash, isOneOf, isScore } from './bounds.js';
import { isDay } from './dates.js';
import { fillsBrackets, readFreeNumber } from './free.js';
import type { Reader } from './types.js';

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
