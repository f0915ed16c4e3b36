/** A piece of prose with its tokens and the standards it mentions. */
import { findMentions, type Mention, type StandardNames } from './mentions.js';
import { type Token, tokenise } from './tokens.js';

export interface Run {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Offset of the run's first character in the document. */
  readonly base: number;
  readonly prose: string;
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

/** Tokenises any text (a front matter value, a key) as a run of its own. */
export function makeRun(prose: string, base: number, names: StandardNames): Run {
  const tokens = tokenise(prose);
  return { tokens, mentions: findMentions(tokens, names), base, prose };
}
