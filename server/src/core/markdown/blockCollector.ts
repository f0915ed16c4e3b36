/** Makes the blocks, each with the containers that are open at the moment. */
import type { ContainerStack } from './containers.js';
import { forEachCell } from './tables.js';
import type { Block, BlockKind } from './types.js';

const none: readonly number[] = [];

export class BlockCollector {
  readonly blocks: Block[] = [];
  private table = -1;

  constructor(private readonly stack: ContainerStack) {}

  /** A block outside tables. */
  add(kind: BlockKind, start: number, end: number, depth: number, continuations: readonly number[] = none): void {
    this.push(kind, start, end, depth, continuations.length === 0 ? none : continuations, -1, -1, -1);
  }

  /** Rows added from now on belong to another table. */
  beginTable(): void {
    this.table++;
  }

  /** The cells of the row in [start, end) that have content. */
  addRow(text: string, start: number, end: number, row: number): void {
    forEachCell(text, start, end, (column, from, to) => {
      this.push('table-cell', from, to, 0, none, this.table, row, column);
    });
  }

  private push(
    kind: BlockKind,
    start: number,
    end: number,
    depth: number,
    continuations: readonly number[],
    table: number,
    row: number,
    column: number,
  ): void {
    const stack = this.stack;
    this.blocks.push({
      kind,
      span: { start, end },
      depth,
      list: stack.outermostList,
      item: stack.innermostItem,
      listDepth: stack.listDepth,
      quoted: stack.quoted,
      table,
      row,
      column,
      continuations,
    });
  }
}
