/** A piece of prose with its tokens and the standards it mentions. */
import { citingAbbreviations, monthWords } from './lexicon.js';
import { findMentions, type Mention } from './mentions.js';
import type { StandardNames } from './standardNames.js';
import { isUnspaced, isWord, type Token, tokenise } from './tokens.js';

export interface Run {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Offset of the run's first character in the document. */
  readonly base: number;
  readonly prose: string;
  /** What any of its words may mean for a reference, as bits of `trait`. */
  readonly traits: number;
}

/** Index of the last mention that ends at or before the offset in the run, -1 where there is none. Mentions are in order. */
export function lastMentionBefore(run: Run, offset: number): number {
  let low = 0;
  let high = run.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (run.mentions[middle]!.stop <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The mention that holds the token, if any. */
export function mentionAtToken(run: Run, token: number): Mention | null {
  let low = 0;
  let high = run.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (run.mentions[middle]!.end <= token) low = middle + 1;
    else high = middle;
  }
  const mention = run.mentions[low];
  return mention && mention.first <= token ? mention : null;
}

/** Whether a sentence ends with a token: a mark that ends one, and the next begins with a capital, perhaps behind a number. */
export function endsSentence(run: Run, at: number): boolean {
  const { tokens } = run;
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (!next) return false;
  if (token.kind === 'mark' && '。！？；．'.includes(token.text)) return true;
  if (beginsNumberedLine(tokens, at + 1)) return true;
  if (token.text !== '.' && token.text !== '!' && token.text !== '?') return false;
  if (next.gap === 0) return false;
  // "적용한다. 물리적": where there are no capitals, and no blanks between words and marks are told.
  if (isUnspacedWord(tokens[at - 1])) return token.start === tokens[at - 1]!.end;
  if (token.gap > 0) return false;
  // "… the Services. 2.2 The Supplier …": a numbered sentence.
  const first = next.kind === 'number' ? at + 2 : at + 1;
  const word = tokens[first];
  if (word?.kind !== 'word' || word.text[0] === word.lower[0]) return false;
  // "vom 12. Mai 2021"
  if (isWord(word, monthWords) && tokens[at - 1]?.kind === 'number' && tokens[at - 1]!.text.length < 3) return false;
  // "(A.9.4.3, réf. ISO/IEC 27001:2013)": what is written with a point leads on to the standard.
  if (token.text === '.' && isWord(tokens[at - 1], citingAbbreviations) && mentionAtToken(run, at + 1)) return false;
  // One letter may be an initial or an annex ("J. Smith", "A 5.1"), unless another word follows: "A los proveedores", "L’audit".
  const behind = tokens[first + 1];
  const isElided = behind?.gap === 0 && "'’".includes(behind.text);
  return word.text.length > 1 || isElided || (behind?.kind === 'word' && behind.gap > 0);
}

/**
 * "4.1 … A.5.15 …" on one line and "4.2 …" on the next, in a script without capitals: a paragraph of its own, with or without a mark
 * between.
 */
export function beginsNumberedLine(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at];
  if (number?.gap !== 2 || number.parts.length < 2 || at === 0) return false;
  return isUnspacedWord(tokens[at + 1]) && !'、，,'.includes(tokens[at - 1]!.text);
}

function isUnspacedWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && isUnspaced(token.text.charCodeAt(0));
}

/** Where the sentences of a run begin and end, as offsets in it. */
export function sentencesOf(run: Run): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  run.tokens.forEach((token, at) => {
    if (!endsSentence(run, at)) return;
    sentences.push({ start, end: token.end });
    start = token.end;
  });
  sentences.push({ start, end: run.prose.length });
  return sentences;
}

/** Gives the number of the sentence of a token; to be asked in the order of the text. */
export function sentenceCounter(run: Run): (token: number) => number {
  let sentence = 0;
  let at = 0;
  return (token) => {
    for (; at < token; at++) if (endsSentence(run, at)) sentence++;
    return sentence;
  };
}

/**
 * The runs of a document that somebody writes in: of one reading to the next nearly all say what they said. Whoever reads
 * calls `begin` and asks for all of them; what was not asked for is forgotten with the reading after it.
 */
export class KeptRuns {
  private before: ReadonlyMap<string, Run> = new Map();
  private now = new Map<string, Run>();

  /** A reading begins. */
  begin(): this {
    this.before = this.now;
    this.now = new Map();
    return this;
  }

  /** The same as `makeRun`. The same names must be given each time. */
  of(prose: string, base: number, names: StandardNames): Run {
    const { tokens, mentions, traits } = this.now.get(prose) ?? this.before.get(prose) ?? makeRun(prose, base, names);
    // With the prose of this text: that of an older one would keep all of it alive.
    const run = { tokens, mentions, base, prose, traits };
    this.now.set(prose, run);
    return run;
  }
}

/** Tokenises any text (a front matter value, a key) as a run of its own. */
export function makeRun(prose: string, base: number, names: StandardNames): Run {
  const tokens = tokenise(prose);
  let traits = 0;
  for (let at = 0; at < tokens.length; at++) traits |= tokens[at]!.traits;
  return { tokens, mentions: findMentions(tokens, names), base, prose, traits };
}
