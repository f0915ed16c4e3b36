/** Places as the command line prints them: zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
import type { Snapshot } from '../../core/snapshot.js';
import { findLineStarts, type LinePosition, positionAt, type Span } from '../../core/text.js';

export interface RangeJson {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

export function rangeOf(path: string, span: Span, snapshot: Snapshot): RangeJson {
  const known = snapshot.documents.get(path) ?? snapshot.systems.find((system) => system.path === path);
  const lineStarts = known?.lineStarts ?? findLineStarts(snapshot.textOf(path) ?? '');
  return { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
}
