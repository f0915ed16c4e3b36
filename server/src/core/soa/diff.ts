/** What differs between two statements: which rows to redraw, or which to report. */
import type { SoaModel, SoaRow } from './modelTypes.js';

export interface SoaModelDiff {
  /** Header, standards, counts or problems differ. */
  readonly isSummaryChanged: boolean;
  /** Rows that both have, with different content, as the second has them. */
  readonly changed: readonly SoaRow[];
  readonly added: readonly SoaRow[];
  /** Keys of the rows that only the first has. */
  readonly removed: readonly string[];
  /** The rows that both have stand in another order. */
  readonly isReordered: boolean;
}

/** Compares two models row by row. Both orders are kept: `changed` and `added` follow the second, `removed` the first. */
export function diffSoaModels(before: SoaModel, after: SoaModel): SoaModelDiff {
  const old = new Map(before.rows.map((row) => [row.key, row]));
  const keys = new Set(after.rows.map((row) => row.key));
  const changed: SoaRow[] = [];
  const added: SoaRow[] = [];
  for (const row of after.rows) {
    const previous = old.get(row.key);
    if (!previous) added.push(row);
    else if (!isSame(previous, row)) changed.push(row);
  }
  const removed = before.rows.filter((row) => !keys.has(row.key)).map((row) => row.key);
  const keptBefore = before.rows.filter((row) => keys.has(row.key));
  const keptAfter = after.rows.filter((row) => old.has(row.key));
  return {
    isSummaryChanged: !isSame({ ...before, rows: [] }, { ...after, rows: [] }),
    changed,
    added,
    removed,
    isReordered: keptBefore.some((row, index) => row.key !== keptAfter[index]!.key),
  };
}

/** Models are plain data that one function makes, so equal values have equal JSON. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
