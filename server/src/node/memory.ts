/** How much memory the server takes before it clears it. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import type { Environment } from '../lsp/environment.js';

/** An editor stays open all day: the heap may grow by a fifth of what is in use before it is cleared, not by several times as much. */
const leastGrowth = 20;

/**
 * A fifth of a small heap is reached every few edits, and clearing it makes the next one wait: so much may always be added.
 * In bytes.
 */
const usualGrowth = 24 * 1024 * 1024;

/** By how many percent a heap may grow of which so many bytes are in use. */
export function growthOf(used: number): number {
  return Math.max(leastGrowth, Math.min(100, Math.round((100 * usualGrowth) / Math.max(1, used))));
}

/** Reading ten thousand documents with a fifth takes the same time as without limit, and a third less memory at its end. */
export const nodeMemory: NonNullable<Environment['memory']> = {
  workTakesLong: () => letHeapGrow(leastGrowth),
  workIsDone: () => letHeapGrow(growthOf(getHeapStatistics().used_heap_size)),
};

/**
 * Does something while the engine is told what it is told at a start: what it compiles counts only where it has been told the same
 * when that is used.
 */
export function asAtStart<T>(work: () => T): T {
  if (Number.isNaN(allowed)) return work();
  setFlagsFromString(growingPercent(leastGrowth));
  try {
    return work();
  } finally {
    setFlagsFromString(growingPercent(allowed));
  }
}

let allowed = Number.NaN;

/** Saying so takes a tenth of a millisecond: not after each edit for a difference that does not matter. */
function letHeapGrow(percent: number): void {
  if (Math.abs(percent - allowed) < 5) return;
  allowed = percent;
  setFlagsFromString(growingPercent(percent));
}

function growingPercent(percent: number): string {
  return `--heap-growing-percent=${percent}`;
}
