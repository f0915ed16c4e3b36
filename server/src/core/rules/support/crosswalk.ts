/** Lines that tell the reader themselves what became of an old number. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { lineAt } from '../../text.js';
import { successorsOf } from './editions.js';
import { lookUp } from './lookup.js';

/** References farther away on one line say nothing that the nearest did not. */
const mostNeighbours = 20;

/**
 * Whether the line of a reference names what one of its withdrawn entries became.
 * @param index of the reference in the document
 */
export function namesSuccessorOnLine(
  entries: readonly CatalogEntry[],
  newest: Standard,
  index: number,
  document: PolicyDocument,
  catalog: Catalog,
): boolean {
  const { references, lineStarts } = document;
  const line = lineAt(lineStarts, references[index]!.span.start);
  const successors = new Set(entries.flatMap((entry) => successorsOf(entry, newest, catalog)));
  const isSuccessor = (other: Reference) =>
    lookUp(other, catalog).some(({ entry }) => entry !== null && successors.has(entry));
  for (const step of [-1, 1]) {
    for (let i = index + step; Math.abs(i - index) < mostNeighbours; i += step) {
      const other = references[i];
      if (!other || lineAt(lineStarts, other.span.start) !== line) break;
      if (isSuccessor(other)) return true;
    }
  }
  return false;
}
