/** As what an id would be read at a place of a document, asked of the reader itself: it is written there and read. */
import type { Standard } from '../../catalog/types.js';
import type { Reference } from '../../document.js';
import type { KeptRuns } from '../../references/text/run.js';
import type { Snapshot } from '../../snapshot.js';
import type { Span } from '../../text.js';
import { readAgain } from './readAgain.js';

/**
 * The references that the last character of `written` would belong to, if that stood in the place of the span; none where
 * ids are not read: in code, in the address of a link, behind a word of somebody else's numbers.
 * @param runs as in `readAgain`
 */
export function referencesOnceWritten(
  snapshot: Snapshot,
  path: string,
  text: string,
  span: Span,
  written: string,
  runs?: KeptRuns,
): readonly Reference[] {
  const last = span.start + written.length - 1;
  const { references } = readAgain(snapshot, path, text.slice(0, span.start) + written + text.slice(span.end), runs);
  return references.filter((one) => one.span.start <= last && one.span.end > last);
}

/** What the surroundings of a place make of an id that stands there without a standard. */
export interface ReadingAt {
  /** The standards that it belongs to (`ISO/IEC 27001 and 42001, clause 9.2`); none where nothing tells. */
  readonly standards: readonly Standard[];
}

/**
 * The reading of an id at a place; null where it is no reference, or one to something that we do not know.
 * @param runs as in `readAgain`
 */
export function readingAt(
  snapshot: Snapshot,
  path: string,
  text: string,
  span: Span,
  id: string,
  runs?: KeptRuns,
): ReadingAt | null {
  const found = referencesOnceWritten(snapshot, path, text, span, id, runs);
  if (found.length === 0) return null;
  // That only one standard has an id of this number says nothing of the next one.
  const isOpen = ({ standard, readings, resolvedBy }: Reference) =>
    standard === null || readings.length > 1 || resolvedBy === 'catalog';
  if (found.some(isOpen)) return { standards: [] };
  const standards = found.flatMap(({ standard, edition }) => snapshot.catalog.edition(standard!, edition) ?? []);
  return standards.length > 0 ? { standards: [...new Set(standards)] } : null;
}
