/** Days written as numbers, as German and its neighbours write them: `04.12.–06.12.2026`, `7.5. und 8.5.2026`, `04.05.` */
import { andWords, rangeWords } from '../text/lexicon.js';
import { isMark, isWord, isYearNumber, type Token } from '../text/tokens.js';
import { isDash } from './bounds.js';

/** Whether the number at the token is a day: a zero before a figure, a year behind the month, or another day behind its point. */
export function isDay(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at]!;
  return isPadded(number) || hasYear(number) || beginsDays(tokens, at);
}

/** `04.12`, `9.05`: ids of our standards have no zero before a figure. */
function isPadded({ text, parts }: Token): boolean {
  return parts.length > 1 && /(?:^|\.)0\d/.test(text);
}

/** `8.12.2026` */
function hasYear({ parts }: Token): boolean {
  return parts.length === 3 && isYearNumber(parts[2]!);
}

/**
 * Whether the number at the token is the first of two days: `10.3.–11.3.2026`, `5.7. – 8.7.` Without a year they are of one month, or
 * of one and the next: "4.1.–4.4." are clauses.
 */
export function beginsDays(tokens: readonly Token[], at: number): boolean {
  const [day, month] = tokens[at]!.parts;
  if (tokens[at]!.parts.length !== 2 || day! > 31 || month! > 12) return false;
  if (!isPoint(tokens[at + 1]) || !isJoint(tokens[at + 2])) return false;
  const last = tokens[at + 3];
  if (last?.kind !== 'number') return false;
  if (hasYear(last)) return true;
  // "5.2. und 6.2."
  if (isWord(tokens[at + 2], andWords)) return false;
  const [lastDay, lastMonth] = last.parts;
  if (last.parts.length !== 2 || !isPoint(tokens[at + 4])) return false;
  return lastMonth === month ? lastDay! > day! : lastMonth === month! + 1 && lastDay! < day!;
}

function isPoint(token: Token | undefined): boolean {
  return isMark(token, '.') && token!.gap === 0;
}

function isJoint(token: Token | undefined): boolean {
  return isDash(token) || isWord(token, rangeWords) || isWord(token, andWords);
}
