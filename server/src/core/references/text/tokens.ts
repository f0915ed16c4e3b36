/**
 * The words, numbers and marks of a piece of prose. One linear pass, no backtracking: the recogniser reads these tokens
 * and never the raw text.
 */

import { joiner } from '../../markdown/inline.js';
import { Words } from './words.js';

export type TokenKind = 'word' | 'number' | 'mark';

export interface Token {
  readonly kind: TokenKind;
  /** Offsets into the run that was tokenised. */
  readonly start: number;
  readonly end: number;
  /** As written, without escapes. */
  readonly text: string;
  /** Lower case, for words; the mark itself for marks. */
  readonly lower: string;
  /** What stands before it: 0 nothing (it touches the token before), 1 blank, 2 at least one line end. */
  readonly gap: 0 | 1 | 2;
  /** For numbers: `5.15` → [5, 15]. */
  readonly parts: readonly number[];
  /** For numbers: `A.8.x`, `A.8.*` */
  readonly wildcard: boolean;
  /** For words: what it may mean for a reference, as bits of `trait`. */
  readonly traits: number;
}

const noParts: readonly number[] = [];
const joinerCode = joiner.charCodeAt(0);

/** Shared by all documents: nothing can be told from it but which words the language has. */
const words = new Words();

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters of all scripts, roughly: ASCII, and everything from À on that is neither punctuation nor a symbol block. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return false;
  return !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && code < 0xfe00;
}

/** Chinese, Japanese and Korean: written without blanks beside Latin letters and digits, so that the change of script separates words. */
export function isUnspaced(code: number): boolean {
  return code >= 0x2e80;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x3000;
}

/**
 * Marks of emphasis carry no meaning for a reference: `**A.5.15**` and `A.5.15` are the same. Nor does what is in the
 * place of an escape.
 */
function isEmphasis(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 42 || code === joinerCode) return true; // *
  if (code === 126) return !isTildeOfRange(text, at); // ~
  if (code !== 95) return false; // _
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  const inWord = (isLetter(before) || isDigit(before)) && (isLetter(after) || isDigit(after));
  return !inWord;
}

/** Capitals of other scripts that look like A and B, and digits, letters and points of full width. */
const lookalikes = 'ΑΒАВＡＢ．０１２３４５６７８９';
const latin = 'ABABAB.0123456789';

function isLookalike(code: number): boolean {
  return (code >= 0xff0e && code <= 0xff22) || (code < 0x413 && (code < 0x393 || code === 0x410 || code === 0x412));
}

const idOfAnyScript =
  /(?<![\p{L}\d０-９])(?:[AΑАＡBΒВＢ][.．](?=[\d０-９]+[.．][\d０-９]))?[\d０-９]+(?:[.．][\d０-９]+)*/gu;

/** `Α.8.24` (Greek), `А.8.15` (Cyrillic), `A．５．２４`: the text with its ids as they are written in Latin letters; no offset changes. */
function withLatinIds(text: string): string {
  return text.replace(idOfAnyScript, (id) => id.replace(/[^\dAB.]/gu, (letter) => latin[lookalikes.indexOf(letter)]!));
}

/** `A.5.24~A.5.26`, `5.24 ~ 5.26`: one tilde behind a digit, and before one or the letter of an id. */
function isTildeOfRange(text: string, at: number): boolean {
  const isSpaced = text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32;
  const [before, after] = isSpaced ? [at - 2, at + 2] : [at - 1, at + 1];
  if (!isDigit(text.charCodeAt(before))) return false;
  return (
    isDigit(text.charCodeAt(after)) || ('AB'.includes(text[after] ?? ' ') && !isLetter(text.charCodeAt(after + 1)))
  );
}

/** Splits a run of prose into tokens, in order. Linear in the length of the text. */
export function tokenise(text: string, isLatin = false): Token[] {
  const tokens: Token[] = [];
  let gap: 0 | 1 | 2 = 2;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isLatin && code > 0x390 && isLookalike(code)) return tokenise(withLatinIds(text), true);
    if (code === 10 || code === 13) {
      gap = 2;
      at++;
    } else if (isBlank(code)) {
      if (gap === 0) gap = 1;
      at++;
    } else if (isLetter(code)) {
      const isApart = isUnspaced(code);
      const token = wordAt(text, at, isApart ? blankAtLeast(gap) : gap);
      tokens.push(token);
      gap = isApart ? 1 : 0;
      at = token.end;
    } else if (isDigit(code)) {
      const token = numberAt(text, at, gap);
      tokens.push(token);
      gap = 0;
      at = token.end;
    } else if (isEmphasis(text, at)) {
      at++;
    } else {
      const mark = text[at]!;
      tokens.push({
        kind: 'mark',
        start: at,
        end: at + 1,
        text: mark,
        lower: mark,
        gap,
        parts: noParts,
        wildcard: false,
        traits: 0,
      });
      gap = 0;
      at++;
    }
  }
  return tokens;
}

function blankAtLeast(gap: 0 | 1 | 2): 1 | 2 {
  return gap === 0 ? 1 : gap;
}

function wordAt(text: string, start: number, gap: 0 | 1 | 2): Token {
  let hash = text.charCodeAt(start);
  const isApart = isUnspaced(hash);
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > 127 ? isUnspaced(code) !== isApart : isApart) break;
    if (!isLetter(code) && !((code === 39 || code === 0x2019) && isContraction(text, end + 1))) break;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  const word = words.find(text, start, end, hash);
  return {
    kind: 'word',
    start,
    end: behindPlural(text, start, end),
    text: word.text,
    lower: word.lower,
    gap,
    parts: noParts,
    wildcard: false,
    traits: word.traits,
  };
}

/** `Control(s)`, `Maßnahme(n)`: the place behind the ending of several that is left to the reader; else the end of the word. */
function behindPlural(text: string, start: number, end: number): number {
  // "A(s)" is no word.
  if (text.charCodeAt(end) !== 40 || end - start < 3) return end;
  return end + (endings.find((ending) => text.startsWith(ending, end))?.length ?? 0);
}

const endings = ['(s)', '(n)', '(en)', '(es)'];

/** `doesn't`, `we're`: the letters behind the apostrophe belong to the word. `l'annexe`, `dell'Allegato`: they do not. */
function isContraction(text: string, start: number): boolean {
  let end = start;
  while (end < text.length && end - start < 3 && isLetter(text.charCodeAt(end))) end++;
  // "l'A.8.1", "dall'A.5.19": a control behind an article.
  const code = text.charCodeAt(start);
  const isId = end - start === 1 && (code === 65 || code === 66) && !isBlank(text.charCodeAt(end)) && end < text.length;
  return end > start && end - start <= 2 && !isId;
}

function numberAt(text: string, start: number, gap: 0 | 1 | 2): Token {
  const parts: number[] = [];
  let end = start;
  let wildcard = false;
  let isJoined = false;
  for (;;) {
    let value = 0;
    while (end < text.length && isDigit(text.charCodeAt(end))) {
      value = Math.min(value * 10 + text.charCodeAt(end) - 48, 1e9);
      end++;
    }
    parts.push(value);
    if (text.charCodeAt(end) === joinerCode && text.charCodeAt(end + 1) === 46) {
      if (!isDigit(text.charCodeAt(end + 2))) break;
      isJoined = true;
      end += 2;
      continue;
    }
    if (text.charCodeAt(end) !== 46) break;
    if (isDigit(text.charCodeAt(end + 1))) {
      end++;
      continue;
    }
    if (isWildcard(text, end + 1, start)) {
      end += 2;
      wildcard = true;
    }
    break;
  }
  const written = isJoined ? withoutJoiners(text.slice(start, end)) : text.slice(start, end);
  return { kind: 'number', start, end, text: written, lower: written, gap, parts, wildcard, traits: 0 };
}

/** A text as its reader sees it. */
export function withoutJoiners(prose: string): string {
  return prose.includes(joiner) ? prose.replaceAll(joiner, '') : prose;
}

function isWildcard(text: string, at: number, start: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 42 && code !== 120 && code !== 88) return false; // * x X
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  if (code === 42 && after === 42) return false; // the end of bold text: **A.8.**
  return !isLetter(after) && !isDigit(after) && !(code === 42 && isEmphasised(text, start));
}

/** `*ISO 27001 A.11.2.9.*`: whether an asterisk before it begins emphasis, which the next one ends. */
function isEmphasised(text: string, start: number): boolean {
  for (let last = start; last > 0; ) {
    last = text.lastIndexOf('*', last - 1);
    let first = last;
    while (first > 0 && text.charCodeAt(first - 1) === 42) first--;
    // Two of them are bold text, and say nothing of one.
    if ((last - first) % 2 === 0) return last >= 0 && opensEmphasis(text, first, last);
    last = first;
  }
  return false;
}

function opensEmphasis(text: string, first: number, last: number): boolean {
  const before = first > 0 ? text.charCodeAt(first - 1) : 32;
  const after = text.charCodeAt(last + 1);
  return !isBlank(after) && after !== 10 && before !== 46 && !isLetter(before) && !isDigit(before);
}

/** Whether a token is that mark. */
export function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.text === mark;
}

/** Whether a token is one of the words, in any case. */
export function isWord(token: Token | undefined, set: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && set.has(token.lower);
}

/** Whether a token is a year that an edition may have. */
export function isYear(token: Token | undefined): token is Token {
  if (token?.kind !== 'number' || token.parts.length !== 1 || token.text.length !== 4) return false;
  return isYearNumber(token.parts[0]!);
}

/** Whether a number may be the year of an edition, or of a document about one. */
export function isYearNumber(number: number): boolean {
  return number >= 1990 && number < 2100;
}
