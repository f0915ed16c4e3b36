/** The pieces of a document in which references are looked for, tokenised once and on demand. */
import type { Block, LinkLabels } from '../markdown/blocks.js';
import { proseOf } from '../markdown/inline.js';
import type { BareNumbers } from './grammar.js';
import type { StandardNames } from './mentions.js';
import { makeRun, type Run } from './run.js';

/** Tokens and mentions of blocks, computed when first asked for. */
export class Runs {
  private readonly cache: (Run | undefined)[];
  /** How bare numbers of a table column are read, by the index of its header cell (filled by columns.ts). */
  readonly columnNumbers = new Map<number, BareNumbers>();

  constructor(
    private readonly text: string,
    readonly blocks: readonly Block[],
    private readonly names: StandardNames,
    private readonly inlineCode: boolean,
    private readonly labels: LinkLabels | undefined,
  ) {
    this.cache = new Array(blocks.length);
  }

  of(index: number): Run {
    const cached = this.cache[index];
    if (cached) return cached;
    const block = this.blocks[index]!;
    const prose = proseOf(this.text, block, { inlineCode: this.inlineCode, labels: this.labels });
    const run = makeRun(prose, block.span.start, this.names);
    this.cache[index] = run;
    return run;
  }

  /** Whether the block can hold a reference or a numbered standard at all; cheap, and false for most prose. */
  hasDigit(index: number): boolean {
    const { span } = this.blocks[index]!;
    for (let at = span.start; at < span.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code >= 48 && code <= 57) return true;
    }
    return false;
  }
}
