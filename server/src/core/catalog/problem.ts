/** What is wrong with a catalog file, for people. */
import type { CatalogProblem } from './types.js';

/** A problem of a catalog file as one line: file and line, as far as they are known, then the message. */
export function describeProblem({ file, line, message }: CatalogProblem): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}
