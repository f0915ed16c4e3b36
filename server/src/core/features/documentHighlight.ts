/** The other places in the same file that name what is under the cursor. */
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { entriesAt, entriesOf, systemAtPath } from './support/at.js';

export interface Highlight {
  readonly span: Span;
  /** A tag claims (`write`), a citation only names (`read`). */
  readonly kind: 'read' | 'write';
}

/** All references of the document that share an entry with the one at the offset. Empty in a soa.yaml. */
export function documentHighlight(snapshot: Snapshot, path: string, offset: number): Highlight[] {
  const document = snapshot.documents.get(path);
  const named = document && !systemAtPath(path, snapshot) ? entriesAt(snapshot, path, offset) : null;
  if (!document || !named) return [];
  const keys = new Set(named.entries.map((entry) => entry.key));
  const highlights: Highlight[] = [];
  for (const reference of document.references) {
    if (highlights[highlights.length - 1]?.span.start === reference.span.start) continue;
    const isSame = entriesOf(reference, snapshot).some((entry) => keys.has(entry.key));
    if (isSame) highlights.push({ span: reference.span, kind: reference.isTag ? 'write' : 'read' });
  }
  return highlights;
}
