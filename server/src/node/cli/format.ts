/** Formats by name: what a command can print, and the words on a mistake. */
import { UsageProblem } from './problem.js';

/** The format that was asked for, or the first of those offered. */
export function chooseFormat<Format extends string>(asked: string | undefined, offered: readonly Format[]): Format {
  if (asked === undefined) return offered[0]!;
  const found = offered.find((format) => format === asked);
  if (found) return found;
  throw new UsageProblem(`There is no format “${asked}” here. There are: ${offered.join(', ')}.`);
}
