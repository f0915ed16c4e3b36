/** The pieces of a document in which references are looked for, tokenised once and on demand. */
import type { Block, LinkLabels } from '../../markdown/blocks.js';
import { proseOf } from '../../markdown/inline.js';
import type { Span } from '../../text.js';
import type { BareNumbers } from '../grammar.js';
import type { ColumnNumbers } from '../tables/columnCells.js';
import type { ColumnEdition } from '../tables/mixedColumns.js';
import { type KeptRuns, makeRun, type Run } from './run.js';
import type { StandardNames } from './standardNames.js';

/** `a. `, `iv) ` at the beginning of a line. */
const lettered = /^\s*(?:[a-z]|[ivx]{1,5})[.)]\s/;

/** Tokens and mentions of blocks, computed when first asked for. */
export class Runs {
  private readonly cache: (Run | undefined)[];
  /** For each block 0 while nobody asked, 1 where it has no digit, 2 where it has one. */
  private readonly digits: Uint8Array;
  /** Between these two offsets there is no digit; at the second is one. */
  private searchedFrom = 0;
  private nextDigit = -1;
  /** How bare numbers of a table column are read, by the index of its header cell (filled by columns.ts). */
  readonly columnNumbers = new Map<number, BareNumbers>();
  /** The header cells that say of their columns whether they hold controls or clauses (filled by columns.ts). */
  readonly toldColumns = new Set<number>();
  /** The header cells that say of their columns that they hold clauses as well as controls (filled by columns.ts). */
  readonly eitherColumns = new Set<number>();
  /** Whether the items of a list begin with the bare numbers of controls, by the number of the list (filled by listedControls.ts). */
  readonly controlLists = new Map<number, boolean>();
  /** The numbers and ids of a column, by the index of its header cell (filled by columnCells.ts). */
  readonly numbersOfColumns = new Map<number, ColumnNumbers>();
  /** Whether the labels of the rows say what the numbers of a column are, by the index of its header cell (filled by columnHeads.ts). */
  readonly leftToLabels = new Map<number, boolean>();
  /** Whether the ids of a column are those of a catalogue of somebody's own, by the index of its header cell (filled by ownIds.ts). */
  readonly ownCatalogues = new Map<number, boolean>();
  /** The rows in which the numbers of a column are of another framework, by the index of its header cell (filled by otherFrameworks.ts). */
  readonly foreignRows = new Map<number, ReadonlySet<number>>();
  /** The edition that the head and the controls of a column are of, by the index of its header cell (filled by mixedColumns.ts). */
  readonly columnEditions = new Map<number, ColumnEdition | null>();

  constructor(
    private readonly text: string,
    readonly blocks: readonly Block[],
    private readonly names: StandardNames,
    private readonly inlineCode: boolean,
    private readonly labels: LinkLabels | undefined,
    private readonly kept?: KeptRuns,
  ) {
    this.cache = new Array(blocks.length);
    this.digits = new Uint8Array(blocks.length);
  }

  of(index: number): Run {
    const cached = this.cache[index];
    if (cached) return cached;
    const block = this.blocks[index]!;
    const asProse: Block = block.kind === 'code' && this.isProse(index) ? { ...block, kind: 'paragraph' } : block;
    const prose = proseOf(this.text, asProse, { inlineCode: this.inlineCode, labels: this.labels });
    const run = this.kept
      ? this.kept.of(prose, block.span.start, this.names)
      : makeRun(prose, block.span.start, this.names);
    this.cache[index] = run;
    return run;
  }

  /**
   * Whether references are read in the block: not in code, scripts and styles. Items indented below a lettered line
   * ("a. Records:") are code to Markdown and a list to the people who write so.
   */
  isProse(index: number): boolean {
    const { kind, span } = this.blocks[index]!;
    if (kind === 'html') return !/^<(?:script|style|svg|pre|math)/i.test(this.text.slice(span.start, span.start + 8));
    if (kind !== 'code') return true;
    const before = this.blocks[index - 1];
    return (
      before?.kind === 'paragraph' &&
      lettered.test(this.text.slice(span.start, span.start + 20)) &&
      lettered.test(this.text.slice(before.span.start, before.span.start + 20))
    );
  }

  /** Whether a paragraph is one short line in bold: people write headings so, too. */
  isBoldLine(index: number): boolean {
    const { kind, list, table, span } = this.blocks[index]!;
    if (kind !== 'paragraph' || list >= 0 || table >= 0 || span.end - span.start > longestBoldLine) return false;
    return boldLine.test(this.text.slice(span.start, span.end));
  }

  /** Whether all cells of the row that begins with a cell are in bold. */
  isBoldRow(first: number): boolean {
    const { table, row } = this.blocks[first]!;
    let at = first;
    for (; this.blocks[at]?.table === table && this.blocks[at]!.row === row; at++) {
      const { start, end } = this.blocks[at]!.span;
      if (end - start > longestBoldLine || !boldLine.test(this.text.slice(start, end))) return false;
    }
    return at - first > 1;
  }

  /** Whether the block can hold a reference or a numbered standard at all; cheap, and false for most prose. */
  hasDigit(index: number): boolean {
    const known = this.digits[index]!;
    if (known > 0) return known === 2;
    const has = this.findDigit(this.blocks[index]!.span);
    this.digits[index] = has ? 2 : 1;
    return has;
  }

  /** The block as it is written, up to so many UTF-16 units. */
  beginningOf(index: number, length: number): string {
    const { start, end } = this.blocks[index]!.span;
    return this.text.slice(start, Math.min(end, start + length));
  }

  private findDigit(span: Span): boolean {
    // Blocks are mostly asked for in their order, so the digit that the last search found answers for all up to there.
    if (span.start < this.searchedFrom || span.start > this.nextDigit) {
      digit.lastIndex = span.start;
      this.searchedFrom = span.start;
      this.nextDigit = digit.test(this.text) ? digit.lastIndex - 1 : Number.POSITIVE_INFINITY;
    }
    return this.nextDigit < span.end;
  }
}

const digit = /[0-9]/g;
const longestBoldLine = 120;
const boldLine = /^(?:\*\*[^*\n]+\*\*|__[^_\n]+__)[:.]?\s*$/;
