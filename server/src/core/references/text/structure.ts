/** How the blocks of a document lie in each other, worked out once, so that no lookup walks back over a long list or table. */
import type { Block } from '../../markdown/blocks.js';
import type { Runs } from './runs.js';

/** Parents and beginnings of lists and tables, so that no lookup walks back over a long one. */
export interface Structure {
  /** Index of the paragraph of the list item above, -1 at the outermost level and outside lists. */
  readonly parent: Int32Array;
  /** Index of the first block of the table, or of the outermost list. */
  readonly start: Int32Array;
}

/** The structure of all blocks, in one walk. */
export function structureOf(blocks: readonly Block[]): Structure {
  const parent = new Int32Array(blocks.length).fill(-1);
  const start = new Int32Array(blocks.length);
  const open: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const before = blocks[i - 1];
    const continues =
      before !== undefined &&
      (block.table >= 0 ? before.table === block.table : block.list >= 0 && before.list === block.list);
    start[i] = continues ? start[i - 1]! : i;
    if (block.list < 0) {
      open.length = 0;
      continue;
    }
    if (before === undefined || before.list !== block.list) open.length = 0;
    while (open.length > 0 && blocks[open[open.length - 1]!]!.listDepth >= block.listDepth) open.pop();
    parent[i] = block.table >= 0 ? -1 : (open[open.length - 1] ?? -1);
    if (block.kind === 'paragraph') open.push(i);
  }
  return { parent, start };
}

/** For each heading the index of the nearest one before it with a smaller depth, -1 at the top. */
export function parentsOf(depths: readonly number[]): Int32Array {
  const parents = new Int32Array(depths.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < depths.length; i++) {
    while (open.length > 0 && depths[open[open.length - 1]!]! >= depths[i]!) open.pop();
    parents[i] = open[open.length - 1] ?? -1;
    open.push(i);
  }
  return parents;
}

/** For each block the index of the last line in bold up to it, in its section; -1 where there is none. */
export function boldLinesAbove(runs: Runs): Int32Array {
  const lines = new Int32Array(runs.blocks.length);
  let last = -1;
  runs.blocks.forEach(({ kind }, index) => {
    if (kind === 'heading') last = -1;
    else if (runs.isBoldLine(index)) last = index;
    lines[index] = last;
  });
  return lines;
}

/**
 * Block index of the first cell of the second head row of a table in HTML, which is one of nothing but `<th>`; -1 where it has none.
 *
 * @param start first block of the table
 */
export function secondHeadRow(blocks: readonly Block[], start: number): number {
  const { table, row } = blocks[start]!;
  if (row !== 0 || !blocks[start]!.isHead) return -1;
  let second = start;
  while (blocks[second]?.table === table && blocks[second]!.row === 0) second++;
  let at = second;
  while (blocks[at]?.table === table && blocks[at]!.row === 1 && blocks[at]!.isHead) at++;
  return at > second && (blocks[at]?.table !== table || blocks[at]!.row > 1) ? second : -1;
}
