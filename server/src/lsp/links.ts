/** Addresses of places, for links in hovers. */
import type { LinkMaker } from '../core/features/support/documents.js';
import type { Snapshot } from '../core/snapshot.js';
import { type Naming, rangeIn } from './convert.js';

/** Editors understand `#L12,5` behind a file's URI as line 12, character 5, both counted from one. */
export function linkMaker(snapshot: Snapshot, naming: Naming): LinkMaker {
  return (path, span) => {
    const { start } = rangeIn(path, span, snapshot);
    return `${naming.uriOf(path)}#L${start.line + 1},${start.character + 1}`;
  };
}
