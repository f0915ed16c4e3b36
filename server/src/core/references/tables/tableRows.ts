/** The cells of a row. Empty cells are no blocks: how many stand before another one, its column does not tell. */
import type { Block } from '../../markdown/blocks.js';

/** Tables for people have fewer columns; keeps very wide rows linear. */
export const mostColumns = 30;

/** Whether a block is a cell of the row of another one. */
export function isInRow(block: Block | undefined, cell: Block): block is Block {
  return block?.table === cell.table && block.row === cell.row;
}

/** Block index of the first cell of the row of a cell; of a cell in the middle of a very wide row, of one before it. */
export function firstOfRow(blocks: readonly Block[], index: number): number {
  const cell = blocks[index]!;
  const leftmost = index - Math.min(cell.column, mostColumns);
  let first = index;
  while (first > leftmost && isInRow(blocks[first - 1], cell)) first--;
  return first;
}

/** Block index of the cell that heads the row of a cell; -1 where there is none, and for that cell itself. */
export function labelOfRow(blocks: readonly Block[], index: number): number {
  const first = firstOfRow(blocks, index);
  return first < index && blocks[first]!.column === 0 ? first : -1;
}

/** The block indexes of the cells of the row of a cell, the first of them. */
export function cellsOfRow(blocks: readonly Block[], index: number): number[] {
  const found: number[] = [];
  const first = firstOfRow(blocks, index);
  for (let i = first; found.length < mostColumns && isInRow(blocks[i], blocks[index]!); i++) found.push(i);
  return found;
}
