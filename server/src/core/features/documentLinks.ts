/** Links from a file to other files of the workspace. */
import type { Snapshot } from '../snapshot.js';
import { rowEvidence } from '../soa/evidence.js';
import type { Span } from '../text.js';
import { systemAtPath } from './support/at.js';

export interface DocumentLink {
  readonly span: Span;
  /** Path of the target, relative to the workspace root. */
  readonly path: string;
}

/** Evidence in soa.yaml that is a file of the workspace. References in documents have hovers and definitions instead. */
export function documentLinks(snapshot: Snapshot, path: string): DocumentLink[] {
  const system = systemAtPath(path, snapshot);
  if (!system) return [];
  const links: DocumentLink[] = [];
  for (const decision of system.decisions) {
    for (const evidence of decision.evidence) {
      const row = rowEvidence(evidence, system.folder, snapshot);
      if (row.kind === 'file' && row.path !== null && row.exists === true)
        links.push({ span: evidence.span, path: row.path });
    }
  }
  return links;
}
