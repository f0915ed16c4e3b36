/** Statements of how many controls, themes or objectives there are: `114 controls in 14 domains`, `12 control domains`. */
import { detach, type Span } from '../text.js';
import { countedNouns } from './text/lexicon.js';
import type { Run } from './text/run.js';
import { trait } from './text/words.js';

export type CountedNoun = 'controls' | 'groups' | 'objectives';

export interface CountStatement {
  readonly span: Span;
  readonly text: string;
  readonly number: number;
  readonly noun: CountedNoun;
  /** The end of what stands before it in its sentence, and the beginning of what follows. */
  readonly before: string;
  readonly after: string;
  /** The standards that the sentence names, with the editions that it says. */
  readonly named: readonly { readonly standard: string; readonly edition: string | null }[];
  /** Offset of the sentence: statements of one sentence share it. */
  readonly sentence: number;
}

const numberWords = 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const counted = new RegExp(
  `(?<![\\w.,–-])(\\d{1,3}|${numberWords.join('|')})[ \\u00a0]` +
    `(?:(?:Annex A|information security|security|reference|control)[ \\u00a0])?(${countedNouns.join('|')})\\b`,
  'gi',
);
/** More than this in one block is a list of something else. */
const mostStatements = 20;
/** How much of the sentence is kept on either side, in characters. */
const context = 120;

/** All statements of a run, in order. Linear in its length. */
export function readCounts(run: Run): CountStatement[] {
  const statements: CountStatement[] = [];
  if ((run.traits & trait.counted) === 0) return statements;
  for (const match of run.prose.matchAll(counted)) {
    if (statements.length >= mostStatements) break;
    statements.push(statementOf(run, match[0], match[1]!.toLowerCase(), match[2]!.toLowerCase(), match.index));
  }
  return statements;
}

function statementOf(run: Run, text: string, number: string, noun: string, start: number): CountStatement {
  const end = start + text.length;
  const sentence = sentenceAround(run.prose, start, end);
  const named = run.mentions
    .filter((mention) => mention.start >= sentence.start && mention.stop <= sentence.end)
    .flatMap((mention) => mention.standards.map(({ standard, edition }) => ({ standard, edition })));
  return {
    span: { start: run.base + start, end: run.base + end },
    text: detach(text),
    number: /^\d/.test(number) ? Number(number) : numberWords.indexOf(number) + 2,
    noun: noun === 'controls' || noun === 'objectives' ? noun : 'groups',
    before: plain(run.prose.slice(Math.max(sentence.start, start - context), start)),
    after: plain(run.prose.slice(end, Math.min(sentence.end, end + context))),
    named,
    sentence: run.base + sentence.start,
  };
}

/** Without the marks of emphasis: "contains **39 controls** in all". */
function plain(words: string): string {
  return detach(words.replace(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ''));
}

function sentenceAround(prose: string, from: number, to: number): Span {
  let start = from;
  while (start > 0 && !isEnd(prose, start - 1)) start--;
  let end = to;
  while (end < prose.length && !isEnd(prose, end)) end++;
  return { start, end };
}

/** A mark that ends a sentence, with a blank behind it. */
function isEnd(prose: string, at: number): boolean {
  return '.!?;'.includes(prose[at]!) && (at + 1 >= prose.length || ' \n\r\t'.includes(prose[at + 1]!));
}
