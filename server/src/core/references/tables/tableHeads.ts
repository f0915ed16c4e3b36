/** The heads of the columns of tables, in whichever row they stand. */
import type { Block } from '../../markdown/blocks.js';
import type { Runs } from '../text/runs.js';
import { type Structure, secondHeadRow } from '../text/structure.js';
import { isInRow, mostColumns } from './tableRows.js';

/** Answers for one document, per table remembered. */
export class TableHeads {
  private readonly secondHeads = new Map<number, Map<number, number>>();
  private readonly boldHeads = new Map<number, boolean>();

  constructor(
    private readonly runs: Runs,
    private readonly structure: Structure,
  ) {}

  /** Block index of the column's header cell, -1 where there is none. */
  of(index: number): number {
    const { blocks } = this.runs;
    const { column } = blocks[index]!;
    const start = this.structure.start[index]!;
    const below = this.headBelow(start, column);
    if (below >= 0) return below;
    let header = start + column;
    // Empty cells are no blocks: with one before it, a head stands nearer to the first.
    const nearest = header - Math.min(column, mostColumns);
    const first = blocks[start]!;
    while (header > nearest && !isUpTo(column, blocks[header], first)) header--;
    const cell = blocks[header];
    const isHead = isInRow(cell, first) && cell.column === column && this.isHeadRow(start, cell.row);
    return isHead ? header : -1;
  }

  /**
   * Block index of the head of a column in the second row of heads, -1 where there is none: "ISO 27001" below a
   * "Frameworks" of several columns.
   */
  private headBelow(start: number, column: number): number {
    const { blocks } = this.runs;
    if (!blocks[start]!.isHead) return -1;
    let heads: Map<number, number> | undefined = this.secondHeads.get(start);
    if (!heads) {
      heads = new Map();
      const first = secondHeadRow(blocks, start);
      for (let i = first; first >= 0 && isInRow(blocks[i], blocks[first]!); i++) heads.set(blocks[i]!.column, i);
      this.secondHeads.set(start, heads);
    }
    return heads.get(column) ?? -1;
  }

  /** "ISO 27001" above "Control" and "Title": the head of several columns that stands above the one of a column; -1 where there is none. */
  above(header: number): number {
    const { blocks } = this.runs;
    const { column, row } = blocks[header]!;
    if (row !== 1 || !blocks[header]!.isHead) return -1;
    let above = -1;
    const start = this.structure.start[header]!;
    for (let i = start; i < start + mostColumns && isInRow(blocks[i], blocks[start]!); i++)
      if (blocks[i]!.column <= column) above = i;
    return above;
  }

  /** The first row; of tables out of word processors, whose first row is empty, the next one where it is in bold. */
  private isHeadRow(start: number, row: number): boolean {
    if (row !== 1 || this.runs.blocks[start]!.row !== 1) return row === 0;
    let is = this.boldHeads.get(start);
    if (is === undefined) {
      is = this.runs.isBoldRow(start);
      this.boldHeads.set(start, is);
    }
    return is;
  }
}

/** Whether a cell is one of the row of a table's first cell, not behind the column. */
function isUpTo(column: number, cell: Block | undefined, first: Block): boolean {
  return isInRow(cell, first) && cell.column <= column;
}
