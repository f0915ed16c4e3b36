/** What follows the first id: lettered items, ranges, short and elided lists. */
import {
  andWords,
  annexWords,
  clauseWords,
  ofWords,
  openRangeWords,
  pointWords,
  rangeFillers,
  rangeWords,
} from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import {
  endsCleanly,
  endsCleanlyForClause,
  isDash,
  isOneOf,
  isQuantity,
  isSingleLetter,
  isTerminator,
} from './bounds.js';
import { beginsDays, isDay } from './dates.js';
import type { Form, Member, NumberHints } from './types.js';

/** Letters of a lettered item behind a clause number: `d)`, `(d)`, `d`, `c) and d)`, `(a)–(f)`. */
export function readItems(tokens: readonly Token[], at: number): { letters: string[]; end: number } | null {
  const first = readItem(tokens, at, true);
  if (!first) return null;
  const letters = [first.letter];
  let end = first.end;
  for (let i = 0; i < 12; i++) {
    const separator = tokens[end];
    const isRange = isDash(separator) || isWord(separator, rangeWords);
    if (!isRange && !isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '/')) break;
    const next = readItem(tokens, end + 1, false);
    if (!next) break;
    if (isRange) {
      const last = letters[letters.length - 1]!.charCodeAt(0);
      for (let code = last + 1; code <= next.letter.charCodeAt(0) && code <= last + 26; code++)
        letters.push(String.fromCharCode(code));
    } else {
      letters.push(next.letter);
    }
    // "(6.1.3 a–c)": the bracket is that around all of it where the first letter has none.
    const isOuter = !isMark(tokens[first.end - 1], ')') && isMark(tokens[next.end - 1], ')') && next.end === end + 3;
    end = isOuter ? next.end - 1 : next.end;
  }
  return { letters, end };
}

/** Words between a letter and its clause: "item d) of the clause 6.1.3". */
const mostBetweenItem = 3;

/** `item d) of clause 6.1.3`, `lettera f) del punto 6.1.3`: the letter named before the clause, and where its word begins. */
export function itemBefore(tokens: readonly Token[], first: number): { letter: string; first: number } | null {
  let at = first - 1;
  while (at >= first - mostBetweenItem && (isWord(tokens[at], ofWords) || isOneOf(tokens[at], "'’"))) at--;
  if (at === first - 1) return null;
  if (isMark(tokens[at], ')')) at--;
  const letter = tokens[at];
  if (!isSingleLetter(letter)) return null;
  if (isMark(tokens[at - 1], '(')) at--;
  return isWord(tokens[at - 1], pointWords) ? { letter: letter.text, first: at - 1 } : null;
}

function readItem(tokens: readonly Token[], at: number, isFirst: boolean): { letter: string; end: number } | null {
  const token = tokens[at];
  if (!token || token.gap === 2) return null;
  const pointAt = isMark(token, ',') ? at + 1 : at;
  if (isFirst && isWord(tokens[pointAt], pointWords)) {
    const letterAt = isMark(tokens[pointAt + 1], '.') ? pointAt + 2 : pointAt + 1;
    const letter = tokens[letterAt];
    if (isMark(letter, '(')) return readItem(tokens, letterAt, false);
    if (!isSingleLetter(letter)) return null;
    return { letter: letter.text, end: isMark(tokens[letterAt + 1], ')') ? letterAt + 2 : letterAt + 1 };
  }
  if (isMark(token, '(') && isSingleLetter(tokens[at + 1]) && isMark(tokens[at + 2], ')'))
    return { letter: tokens[at + 1]!.text, end: at + 3 };
  if (isMark(token, '.') && token.gap === 0 && isSingleLetter(tokens[at + 1]) && tokens[at + 1]!.gap === 0)
    return { letter: tokens[at + 1]!.text, end: at + 2 };
  if (!isSingleLetter(token)) return null;
  if (isMark(tokens[at + 1], ')') && tokens[at + 1]!.gap === 0) return { letter: token.text, end: at + 2 };
  if (token.gap === 0 && isFirst) return { letter: token.text, end: at + 1 };
  // A single letter behind a blank is only an item where it is not a word of some language, which never ends a phrase.
  // "6.1.3 e is a separate export": nor before an English verb.
  // "6.1.3 a–c"
  const isRange = isDash(tokens[at + 1]) && isSingleLetter(tokens[at + 2]) && tokens[at + 2]!.gap === 0;
  const endsPhrase =
    isRange || isTerminator(tokens[at + 1]) || isAnd(tokens, at + 1) || isWord(tokens[at + 1], englishVerbs);
  // "d), n'est pas modifiée": cut off before its word.
  const isCut = isOneOf(tokens[at + 1], "'’");
  const isItem = !isCut && (endsPhrase || (isFirst && !'aeoiuy'.includes(token.text)));
  return isItem && !isAbbreviation(tokens, at) ? { letter: token.text, end: at + 1 } : null;
}

const englishVerbs: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'has', 'asks', 'requires', 'demands']);

/** "and", "oder"; a lone letter ("e o controle" of Portuguese) only between two items. */
function isAnd(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at], andWords) && (tokens[at]!.text.length > 1 || isSingleLetter(tokens[at + 1]));
}

/** "d. h.", "p. 12": a letter whose point does not end the sentence. */
function isAbbreviation(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 2];
  if (!isMark(tokens[at + 1], '.') || after === undefined) return false;
  return after.gap === 0 || after.kind !== 'word' || after.text === after.lower || after.text.length === 1;
}

/** The end of a range: full (`A.5.22`), half (`5.22`) or short (`22`). */
export function readRangeEnd(
  tokens: readonly Token[],
  at: number,
  from: Token,
  letter: 'A' | 'B' | null,
): { to: number[]; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  let next: number;
  const isDotted = token.text === '.' && isMark(tokens[at + 1], '.') && tokens[at + 1]!.gap === 0;
  const byDash = isDash(token) || token.text === '…' || isDotted;
  if (isDotted) next = isMark(tokens[at + 2], '.') ? at + 3 : at + 2;
  else if (byDash) next = at + 1;
  else if (token.lower === 'up' && isWord(tokens[at + 1], rangeWords)) next = at + 2;
  // "A8.6 A8.20" is no "8.6 a 8.20".
  else if (token.gap > 0 && isWord(token, rangeWords) && !(token.lower === 'a' && tokens[at + 1]?.gap === 0))
    next = at + 1;
  else if (token.lower === 't' && isMark(tokens[at + 1], '/') && tokens[at + 2]?.lower === 'm') next = at + 3;
  else return null;
  if (isDash(tokens[next]) || isOneOf(tokens[next], "'’")) next++;
  for (let fillers = 0; !byDash && fillers < 2 && isWord(tokens[next], rangeFillers); fillers++) next++;
  let isFull = false;
  if (letter !== null && isWord(tokens[next], annexWords) && tokens[next + 1]?.text === letter) next++;
  if (letter !== null && tokens[next]?.text.toUpperCase() === letter) {
    isFull = true;
    next++;
    if (isMark(tokens[next], '.')) next++;
  } else if (letter === null && isWord(tokens[next], clauseWords)) {
    next++;
  }
  const number = tokens[next];
  if (number?.kind !== 'number' || number.wildcard || !endsCleanlyForClause(tokens, next)) return null;
  if (!isFull && isQuantity(tokens, next)) return null;
  if (isWord(token, openRangeWords) && !/^(?:まで|까지)/.test(tokens[next + 1]?.text ?? '')) return null;
  // "A.8.8 - 212 open": a lone number behind a dash is the end of a range only where it is written as one.
  const isShort = number.parts.length === 1 && from.parts.length > 1;
  if (
    isShort &&
    (number.text.length > 2 || (byDash && number.gap > 0 && (token.text === '-' || !isTerminator(tokens[next + 1]))))
  )
    return null;
  const to =
    number.parts.length === 1 && from.parts.length > 1
      ? [...from.parts.slice(0, -1), number.parts[0]!]
      : [...number.parts];
  if (number.parts.length === 1 && from.parts.length > 1 && !byDash && !isTerminator(tokens[next + 1])) return null;
  // `A.2.2.2–A.3.31`: from one table of an annex into the next.
  const goesOn = isFull && to.length > 1 && from.parts.length > 1 && to[0]! > from.parts[0]!;
  if ((to.length !== from.parts.length && !goesOn) || !isAscending(from.parts, to)) return null;
  return { to, end: next + 1 };
}

function isAscending(from: readonly number[], to: readonly number[]): boolean {
  for (let i = 0; i < from.length; i++) {
    if (to[i]! !== from[i]!) return to[i]! > from[i]!;
  }
  return false;
}

/** `A.5/6/8`, `[A.8.1, 7, 18-19]`, `A.5.15, 16 and 17`: members that are only the last component. */
export function readShorthand(
  tokens: readonly Token[],
  start: number,
  head: Token,
  isAnnex: boolean,
  members: Member[],
): number {
  if (!isAnnex) return start;
  const prefix = head.parts.slice(0, -1);
  let previous = members[0]!.to ? members[0]!.to![members[0]!.to!.length - 1]! : head.parts[head.parts.length - 1]!;
  const added: Member[] = [];
  let at = start;
  let bySlashOnly = true;
  for (;;) {
    const separator = tokens[at];
    const bySlash = isMark(separator, '/') && separator!.gap === 0;
    if (!bySlash && !isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '&')) break;
    let numberAt = at + 1;
    if (isMark(separator, ',') && isWord(tokens[numberAt], andWords)) numberAt++;
    const number = tokens[numberAt];
    if (number?.kind !== 'number' || number.parts.length !== 1 || number.wildcard || number.text.length > 2) break;
    if (number.parts[0]! <= previous || !endsCleanly(tokens, numberAt)) break;
    if (!bySlash && prefix.length === 0) break;
    let end = numberAt + 1;
    let to: number[] | null = null;
    if (
      isDash(tokens[end]) &&
      tokens[end + 1]?.kind === 'number' &&
      tokens[end + 1]!.parts.length === 1 &&
      tokens[end + 1]!.parts[0]! > number.parts[0]!
    ) {
      to = [...prefix, tokens[end + 1]!.parts[0]!];
      end += 2;
    }
    if (!bySlash) bySlashOnly = false;
    added.push({ parts: [...prefix, number.parts[0]!], to, items: [] });
    previous = to ? to[to.length - 1]! : number.parts[0]!;
    at = end;
  }
  if (added.length === 0) return start;
  // "A.5.15, 30 days": a shorthand list is believed only where it ends as a list does.
  if (!bySlashOnly && !isTerminator(tokens[at])) return start;
  members.push(...added);
  return at;
}

/** The next number of an elided list: `A.5.29, 8.14`, `clauses 4.1, 4.2 and 5`, `5.3 (Roles), 6.1 (Actions)`. */
export function nextElided(
  tokens: readonly Token[],
  start: number,
  head: Token,
  form: Form,
  separatorMarks: string,
  word: string | null,
  isClause: NumberHints['isClause'] = null,
): number | null {
  let at = skipParenthesis(tokens, start);
  let separators = 0;
  let hasWord = false;
  while (separators < 2 && (isOneOf(tokens[at], separatorMarks) || isWord(tokens[at], andWords))) {
    if (tokens[at]!.kind === 'word') hasWord = true;
    at++;
    separators++;
  }
  if (separators === 0) return null;
  // "punto 6.1.2 e punto 6.1.3 della norma": the word is said again.
  if (word !== null && tokens[at]?.lower === word) at += isMark(tokens[at + 1], '.') ? 2 : 1;
  if (isMark(tokens[at], '§') || (form === 'clause' && isWord(tokens[at], clauseWords))) return null;
  const number = tokens[at];
  if (number?.kind !== 'number' || number.wildcard || number.parts.length > 4) return null;
  const first = number.parts[0]!;
  if (form === 'clause') {
    if (first < 4 || first > 18 || (number.parts.length === 1 && first > 10)) return null;
    if (
      number.parts.length === 1 &&
      !isTerminator(tokens[at + 1]) &&
      !isOneOf(tokens[at + 1], ',/&') &&
      !isWord(tokens[at + 1], andWords) &&
      !isTitled(tokens, at)
    )
      return null;
  } else if (
    number.parts.length < 2 ||
    first < 1 ||
    first > 18 ||
    // "A.5.2, 6.1.4": a clause of its own, which has one part more.
    (form === 'annex' && number.parts.length !== head.parts.length && !(isDeeper(number, head) && isClause?.(number)))
  ) {
    return null;
  }
  if (hasWord && number.gap === 0) return null;
  if (!endsCleanlyForClause(tokens, at) || isQuantity(tokens, at)) return null;
  return (form === 'clause' ? isDay : beginsDays)(tokens, at) ? null : at;
}

function isDeeper({ parts }: Token, head: Token): boolean {
  return head.parts.length === 2 && parts.length === 3;
}

/** `Clauses 8 and 9 – Doing and checking` */
function isTitled(tokens: readonly Token[], at: number): boolean {
  const dash = tokens[at + 1];
  return isDash(dash) && dash!.gap > 0 && tokens[at + 2]?.kind === 'word' && tokens[at + 2]!.gap > 0;
}

/** `(Access control policy)` between two members of a list; at most 40 tokens, one level. */
function skipParenthesis(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], '(')) return at;
  for (let end = at + 1; end < Math.min(at + 42, tokens.length); end++) {
    if (isMark(tokens[end], ')')) return end + 1;
    if (isMark(tokens[end], '(')) return at;
  }
  return at;
}
