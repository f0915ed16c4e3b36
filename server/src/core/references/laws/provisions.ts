/** The grammar of a citation: `Article 21(2)(k)`, `Art. 6 Abs. 1 UAbs. 1 lit. f`, `artigo 21.º, n.º 2, alínea l)`. */
import { isOneOf, isQuantity } from '../grammar/bounds.js';
import { andWords, annexWords, rangeWords } from '../text/lexicon.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';
import {
  articleWords,
  genitives,
  insertedLetters,
  letterWords,
  linkWords,
  ordinals,
  ordinalUnits,
  paragraphWords,
  romanceArticleWords,
  titleWords,
  uncountedWords,
} from './words.js';

export interface Provision {
  readonly first: number;
  /** Token index after it. */
  readonly end: number;
  /** Token index after the article number itself. */
  readonly numberEnd: number;
  readonly parts: readonly string[];
  /** `Annex IV`, `Title III`; null for an article. */
  readonly name: string | null;
}

/** The provisions that a citation beginning at the token lists, empty where none begins there. */
function readProvisions(tokens: readonly Token[], at: number): Provision[] {
  const token = tokens[at]!;
  if (token.kind === 'number') {
    // "5(1)(f) GDPR", "NIS2 21(2)(k)": a paragraph in brackets touches it.
    const touches = isMark(tokens[at + 1], '(') && tokens[at + 1]!.gap === 0 && token.parts.length === 1;
    return touches && tokens[at - 1]?.text !== '.' ? readArticles(tokens, at, '') : [];
  }
  // Hardly any word begins a citation.
  if ((token.traits & trait.provision) === 0) return [];
  if (articleWords.has(token.lower)) {
    const first = isMark(tokens[at + 1], '.') ? at + 2 : at + 1;
    return withPointBefore(tokens, at, readArticles(tokens, first, token.lower));
  }
  if (annexWords.has(token.lower)) return readRoman(tokens, at, 'annex');
  return titleWords.has(token.lower) ? readRoman(tokens, at, 'title') : [];
}

/** The articles of a list behind the word for them, which tells its language. */
function readArticles(tokens: readonly Token[], from: number, word: string): Provision[] {
  const provisions: Provision[] = [];
  const isRomance = romanceArticleWords.has(word);
  let at = from;
  for (;;) {
    const provision = readArticle(tokens, at, isRomance);
    if (!provision) break;
    provisions.push(provision);
    at = provision.end;
    for (let next = readNextPoint(tokens, provision); next; next = readNextPoint(tokens, next)) {
      provisions.push(next);
      at = next.end;
    }
    const rangeEnd = readRangeEnd(tokens, provision, at);
    if (rangeEnd) {
      provisions.push(rangeEnd);
      at = rangeEnd.end;
    }
    const separator = tokens[at];
    if (!isMark(separator, ',') && !isWord(separator, andWords) && !isMark(separator, '/')) break;
    // "Article 3 of 12": a list in Dutch only.
    if (separator!.lower === 'of' && !word.startsWith('artikel')) break;
    const number = isMark(separator, ',') && isWord(tokens[at + 1], andWords) ? at + 2 : at + 1;
    // "Articles 13, 14" goes on; "Art. 13, A.5.15" and "Art. 6, 27001" do not.
    if (tokens[number]?.kind !== 'number' || tokens[number]!.text.length > 3 || isQuantity(tokens, number)) break;
    at = number;
  }
  return provisions;
}

/** `21(2)(a) to (j)`, `(a), (b) and (k)`, `letras a) y k)`: the next point of a range or list of points. */
function readNextPoint(tokens: readonly Token[], { parts, end }: Provision): Provision | null {
  const last = parts[parts.length - 1]!;
  const separator = tokens[end];
  const separates =
    isWord(separator, rangeWords) || isOneOf(separator, '-–—,') || (isWord(separator, andWords) && separator!.gap > 0);
  if (parts.length < 2 || !/^[a-z]$/.test(last) || !separates) return null;
  const at = isMark(separator, ',') && isWord(tokens[end + 1], andWords) ? end + 2 : end + 1;
  // "letras a) y k)" goes on as it began; "… Article 21(2)(j), (k) staff" is the next item of a list.
  const next = isMark(tokens[end - 3], '(') ? readBracket(tokens, at) : readClosedLetter(tokens, at);
  if (!next?.part || !/^[a-z]$/.test(next.part) || !isEndOfPoint(tokens[next.end])) return null;
  return { first: at, end: next.end, numberEnd: next.end, parts: [...parts.slice(0, -1), next.part], name: null };
}

/** `Articles 12 to 22`, `Art. 12–22`: the last article of a range. */
function readRangeEnd(tokens: readonly Token[], { parts }: Provision, at: number): Provision | null {
  const separator = tokens[at];
  const number = tokens[at + 1];
  if (parts.length > 1 || number?.kind !== 'number' || number.parts.length > 1 || number.text.length > 3) return null;
  if (isQuantity(tokens, at + 1)) return null;
  const isDash = isOneOf(separator, '-–—') && separator!.gap === 0 && number.gap === 0;
  if (!isDash && !(isWord(separator, rangeWords) && number.parts[0]! > Number.parseInt(parts[0]!, 10))) return null;
  return readArticle(tokens, at + 1, false);
}

function readArticle(tokens: readonly Token[], from: number, isRomance: boolean): Provision | null {
  // "Article (5)(1)(f)"
  const isBracketed = isMark(tokens[from], '(') && isMark(tokens[from + 2], ')');
  const first = isBracketed ? from + 1 : from;
  const number = tokens[first];
  if (number?.kind !== 'number' || number.wildcard || number.text.length > 9) return null;
  const suffix = readSuffix(tokens, isBracketed ? first + 2 : first + 1, number.parts.length === 1, isRomance);
  const parts = [`${number.parts[0]}${suffix.letter}`, ...number.parts.slice(1).map(String)];
  const end = readParts(tokens, suffix.end, parts);
  return { first, end, numberEnd: isBracketed ? first + 1 : suffix.numberEnd, parts, name: null };
}

interface Suffix {
  readonly letter: string;
  /** Token index after the letter, which belongs to the number. */
  readonly numberEnd: number;
  /** Token index after marks of an ordinal as well. */
  readonly end: number;
}

/** `4a`, `4 bis`, `21.º`, `1er`, `12 ff.`: what follows the number of an article before its parts. */
function readSuffix(tokens: readonly Token[], at: number, isWhole: boolean, isRomance: boolean): Suffix {
  const token = tokens[at];
  const none = { letter: '', numberEnd: at, end: at };
  if (isMark(token, 'º') || isMark(token, '°') || isMark(token, 'ª')) return { ...none, end: at + 1 };
  if (isMark(token, '.') && token!.gap === 0 && isOneOf(tokens[at + 1], 'º°ª') && tokens[at + 1]!.gap === 0)
    return { ...none, end: at + 2 };
  if (token?.kind !== 'word' || !isWhole) return none;
  // "Art. 12f.", "Art. 12 ff.": and what follows it.
  const follows = token.lower === 'ff' || (token.lower === 'f' && (token.gap === 0 || isMark(tokens[at + 1], '.')));
  if (follows) return { ...none, end: isMark(tokens[at + 1], '.') ? at + 2 : at + 1 };
  if (token.gap === 0 && token.text.length === 1) return { letter: token.lower, numberEnd: at + 1, end: at + 1 };
  if (token.gap === 0 && (token.lower === 'er' || token.lower === 'o')) return { ...none, end: at + 1 };
  const inserted = isRomance && tokens[at + 1]?.kind !== 'number' ? insertedLetters[token.lower] : undefined;
  return inserted ? { letter: inserted, numberEnd: at + 1, end: at + 1 } : none;
}

/** In parts: `(1)(f)(ii)`, with what is not counted between. */
const mostParts = 6;

/** Appends the parts behind the article number; returns the token index after them. */
function readParts(tokens: readonly Token[], from: number, parts: string[]): number {
  let at = from;
  for (let steps = 0; steps < mostParts; steps++) {
    const next = readPart(tokens, at);
    if (!next) break;
    if (next.part !== null) parts.push(next.part);
    at = next.end;
  }
  if (parts.length === 2 && isMark(tokens[at], ',')) {
    // "art. 28, § 3, g)": and not the next item of a list, "Art. 28 Abs. 3, b) contracts".
    const point = readClosedLetter(tokens, at + 1);
    if (!point?.part) return at;
    const next = tokens[point.end];
    if (next !== undefined && next.kind !== 'mark' && !isWord(next, genitives)) return at;
    parts.push(point.part);
    return point.end;
  }
  const letter = tokens[at];
  if (parts.length !== 2 || letter?.kind !== 'word' || !/^[a-z]$/.test(letter.text)) return at;
  const closed = readClosedLetter(tokens, at);
  if (!closed && (andWords.has(letter.text) || letter.text === 'a' || !isEndOfPoint(tokens[at + 1]))) return at;
  parts.push(letter.text);
  return closed?.end ?? at + 1;
}

/** "Art 5 (1) f GDPR": behind a letter without brackets stands a name or a mark, not the rest of a sentence. */
function isEndOfPoint(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.kind === 'mark' ||
    token.text !== token.lower ||
    isWord(token, linkWords) ||
    isWord(token, andWords)
  );
}

interface Part {
  /** Null for a part that is not counted. */
  readonly part: string | null;
  readonly end: number;
}

/** `(1)`, `.f`, `Abs. 1`, `lit. f`, `, lid 2`, `, n.º 2`, `Satz 1`. */
function readPart(tokens: readonly Token[], at: number): Part | null {
  return readBracket(tokens, at) ?? readDotted(tokens, at) ?? readNamed(tokens, isMark(tokens[at], ',') ? at + 1 : at);
}

/** `(1)`, `(f)`, `(1a)` */
function readBracket(tokens: readonly Token[], at: number): Part | null {
  if (!isMark(tokens[at], '(')) return null;
  const inner = tokens[at + 1];
  if (isMark(tokens[at + 2], ')') && inner) {
    const isShort =
      (inner.kind === 'number' && inner.parts.length === 1 && inner.text.length <= 2) ||
      (inner.kind === 'word' && inner.text.length <= 3);
    return isShort ? { part: inner.lower, end: at + 3 } : null;
  }
  const letter = tokens[at + 2];
  const isInserted = inner?.kind === 'number' && letter?.kind === 'word' && letter.gap === 0;
  return isInserted && isMark(tokens[at + 3], ')') ? { part: inner.text + letter.lower, end: at + 4 } : null;
}

/** `.f`, `.a)` */
function readDotted(tokens: readonly Token[], at: number): Part | null {
  const letter = tokens[at + 1];
  if (!isMark(tokens[at], '.') || tokens[at]!.gap > 0 || letter?.kind !== 'word' || letter.gap > 0) return null;
  return letter.text.length === 1 ? { part: letter.lower, end: afterBracket(tokens, at + 2) } : null;
}

/** `k)` without an opening bracket. */
function readClosedLetter(tokens: readonly Token[], at: number): Part | null {
  const letter = tokens[at];
  const isLetter = letter?.kind === 'word' && /^[a-z]$/.test(letter.text);
  return isLetter && afterBracket(tokens, at + 1) > at + 1 ? { part: letter.text, end: at + 2 } : null;
}

function afterBracket(tokens: readonly Token[], at: number): number {
  return isMark(tokens[at], ')') && tokens[at]!.gap === 0 ? at + 1 : at;
}

/** A part behind the word for it, or before it where it is an ordinal (`tweede lid`). */
function readNamed(tokens: readonly Token[], at: number): Part | null {
  const word = tokens[at];
  const ordinal = word && isWord(tokens[at + 1], ordinalUnits) ? ordinals.indexOf(word.lower) : -1;
  if (ordinal >= 0) return { part: String(ordinal + 1), end: at + 2 };
  if (!word || !(word.kind === 'word' || word.text === '§')) return null;
  let next = at + 1;
  while (next < at + 3 && isOneOf(tokens[next], '.º°')) next++;
  const value = tokens[next];
  if (value?.kind === 'number' && value.parts.length === 1 && value.text.length <= 2) {
    const isCounted = paragraphWords.has(word.lower);
    if (!isCounted && !uncountedWords.has(word.lower)) return null;
    // "n. 2", "S. 1": one letter needs its mark.
    if (word.text.length === 1 && word.text !== '§' && next === at + 1) return null;
    const suffix = tokens[next + 1];
    const letter = suffix?.kind === 'word' && suffix.gap === 0 && suffix.text.length === 1 ? suffix.lower : '';
    const end = letter ? next + 2 : next + 1;
    const isOrdinal = isMark(tokens[end], 'º') || isMark(tokens[end], '°');
    return { part: isCounted ? value.text + letter : null, end: afterBracket(tokens, isOrdinal ? end + 1 : end) };
  }
  if (!letterWords.has(word.lower)) return null;
  const bracket = readBracket(tokens, next);
  if (bracket) return bracket;
  const isLetter = value?.kind === 'word' && /^[a-z]$/i.test(value.text);
  return isLetter ? { part: value.lower, end: afterBracket(tokens, next + 1) } : null;
}

/** "point (k) of Article 21(2)", "letra k) del artículo 21, apartado 2": the point stands before its article. */
function withPointBefore(tokens: readonly Token[], articleAt: number, provisions: Provision[]): Provision[] {
  const [only] = provisions;
  if (provisions.length !== 1 || only!.parts.length !== 2) return provisions;
  let at = articleAt - 1;
  for (let steps = 0; steps < 3 && (isWord(tokens[at], linkWords) || isOneOf(tokens[at], "'’")); steps++) at--;
  if (at === articleAt - 1 || !tokens.slice(at + 1, articleAt).some((token) => isWord(token, genitives)))
    return provisions;
  const end = at + 1;
  if (isMark(tokens[at], ')')) at--;
  const letter = tokens[at];
  if (letter?.kind !== 'word' || !/^[a-z]$/.test(letter.text)) return provisions;
  at--;
  if (isMark(tokens[at], '(')) at--;
  if (isMark(tokens[at], '.')) at--;
  const named = isWord(tokens[at], letterWords) ? readNamed(tokens, at) : null;
  return named?.part && named.end === end ? [{ ...only!, parts: [...only!.parts, named.part] }] : provisions;
}

/** `Annex IV`, `Annex III(5)(b)`, `Title III`; roman numbers only, since Annex A is of an ISO standard. */
function readRoman(tokens: readonly Token[], wordAt: number, kind: 'annex' | 'title'): Provision[] {
  const roman = tokens[wordAt + 1];
  if (roman?.kind !== 'word' || !/^[IVX]+$/.test(roman.text)) return [];
  const parts = [`${kind}-${roman.lower}`];
  const end = readParts(tokens, wordAt + 2, parts);
  const name = `${kind === 'annex' ? 'Annex' : 'Title'} ${roman.text}`;
  return [{ first: wordAt + 1, end, numberEnd: wordAt + 2, parts, name }];
}

/** Provisions that one word "Article", or none, introduces. */
export interface Citation {
  /** Token index of the word "Article", or of the number where there is none. */
  readonly at: number;
  readonly end: number;
  readonly provisions: readonly Provision[];
}

/** All citations in a text, in order. Linear: every token is looked at a bounded number of times. */
export function citationsIn(tokens: readonly Token[]): Citation[] {
  const citations: Citation[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { kind, traits } = tokens[at]!;
    if (kind !== 'number' && (traits & trait.provision) === 0) continue;
    const provisions = readProvisions(tokens, at);
    const last = provisions[provisions.length - 1];
    if (!last) continue;
    citations.push({ at, end: last.end, provisions });
    at = last.end - 1;
  }
  return citations;
}

/** The articles that a list of bare numbers names, which the head of its column makes those; null where no number stands. */
export function citationOfNumbers(tokens: readonly Token[], at: number): Citation | null {
  const provisions = readArticles(tokens, at, '');
  const last = provisions[provisions.length - 1];
  return last ? { at, end: last.end, provisions } : null;
}
