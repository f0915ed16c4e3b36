/** What the readers of bare numbers share: what may be an id at all, and how it is read. */
import { andWords, clauseWords, controlWords, rangeWords } from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { endsCleanlyForClause, isDash, isOneOf, isQuantity, isScore } from './bounds.js';
import { readChain } from './chain.js';
import { isDay } from './dates.js';
import type { Head, Reader } from './types.js';

/** A dotted number of at most three parts that stands free, begins like a clause and is no quantity. */
export function isPlausibleNumber(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const number = tokens[at]!;
  const before = tokens[at - 1];
  const first = number.parts[0]!;
  if (number.parts.length < 2 || number.parts.length > 3 || number.wildcard || first < 4 || first > 10) return false;
  if (number.gap === 0 && before && !'([,;:"“–'.includes(before.text)) return false;
  return endsCleanlyForClause(tokens, at) && !isQuantity(tokens, at) && !isScore(tokens, at) && !isDay(tokens, at);
}

/** Reads a number that no word of its own makes a reference: a clause in a text about a standard, unless `more` says otherwise. */
export function readFreeNumber(reader: Reader, at: number, more: Partial<Head>): number {
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

/**
 * Whether nothing but numbers, ranges and separators stands from the number to the closing bracket; or, where `isUpTo` a semicolon
 * is enough, to that: `(8.32; OPS.1.1.3)`.
 */
export function fillsBrackets(tokens: readonly Token[], at: number, isUpTo: ')' | ';' = ')'): boolean {
  let end = at + 1;
  // `(7.3, A.6.3)`: the ids of controls beside it do not make it less of a clause.
  const isLetter = (token: Token | undefined): boolean => token?.kind === 'word' && token.text === 'A';
  const isPart = (token: Token | undefined): boolean =>
    token?.kind === 'number' ||
    isDash(token) ||
    isOneOf(token, isUpTo === ';' ? ',/.、，・' : ',;/.、，・；') ||
    isLetter(token) ||
    [andWords, rangeWords, controlWords, clauseWords].some((words) => isWord(token, words));
  while (end < at + longestBracket && isPart(tokens[end])) end++;
  if (isMark(tokens[end], isUpTo)) return true;
  return isMark(tokens[end], isMark(tokens[at - 1], '[') ? ']' : ')');
}

/** In tokens: a dozen ranges with their commas. */
const longestBracket = 40;
