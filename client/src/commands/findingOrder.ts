/** The order in which "next finding" goes through the workspace. No editor in here. */

export interface Stop {
  /** URI of the file. */
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
  readonly character: number;
}

/**
 * The stop after (`step` 1) or before (-1) a place, through all files in the order of their names, and round again.
 * Undefined where there is none.
 * @param here where the cursor is; null without an editor
 */
export function nextStop<T extends Stop>(stops: readonly T[], here: Stop | null, step: 1 | -1): T | undefined {
  const sorted = [...stops].sort(compareStops);
  if (step === 1) return (here ? sorted.find((stop) => compareStops(stop, here) > 0) : undefined) ?? sorted[0];
  return (here ? sorted.findLast((stop) => compareStops(stop, here) < 0) : undefined) ?? sorted.at(-1);
}

function compareStops(a: Stop, b: Stop): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.line - b.line || a.character - b.character;
}
