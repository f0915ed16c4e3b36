/** The paths of files and folders that a soa.yaml names, each with the characters that may be replaced. */

import type { Snapshot } from '../../snapshot.js';
import { allDecisions } from '../../soa/allDecisions.js';
import { evidencePlace } from '../../soa/evidence.js';
import { isAddress } from '../../soa/listedDocuments.js';
import { placeFrom } from '../../soa/paths.js';
import type { Located, ManagementSystem } from '../../soa/types.js';
import type { Span } from '../../text.js';

export interface SystemPath {
  /** The value as it stands in the file, with its quotes. */
  readonly span: Span;
  /** As written, without quotes. */
  readonly written: string;
  /** Relative to the root of the workspace, without an anchor. */
  readonly path: string;
  /** What stands behind `#`; null without one. */
  readonly fragment: string | null;
}

/**
 * Evidence files, `documents` that are paths, the scope document and `folders`, in the order of the file. Paths of files that
 * are known not to exist are left out, save for folders, of which nobody knows. Values that YAML wrote in other characters
 * than they mean (escapes, folded lines) are left out, too: nobody can replace a part of them.
 */
export function systemPaths(system: ManagementSystem, snapshot: Pick<Snapshot, 'textOf' | 'fileExists'>): SystemPath[] {
  const text = snapshot.textOf(system.path);
  if (text === null) return [];
  const found: SystemPath[] = [];
  const add = (value: Located<string>, path: string | null, mayMiss = false) => {
    if (path === null || (path === '' && !mayMiss) || isAddress(value.value)) return;
    if (!mayMiss && snapshot.fileExists(path) === false) return;
    if (!isPlainly(text.slice(value.span.start, value.span.end), value.value)) return;
    const place = placeFrom(system.folder, value.value, snapshot);
    found.push({ span: value.span, written: value.value, path, fragment: place.fragment });
  };
  for (const folder of system.folders ?? []) add(folder, folder.path, true);
  if (system.scopeDocument)
    add(system.scopeDocument, placeFrom(system.folder, system.scopeDocument.value, snapshot).path);
  for (const decision of allDecisions(system)) {
    for (const evidence of decision.evidence) add(evidence, evidencePlace(evidence, system.folder, snapshot).path);
    for (const written of decision.documents ?? [])
      add(written, placeFrom(system.folder, written.value, snapshot).path);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function isPlainly(source: string, value: string): boolean {
  return source === value || source === `"${value}"` || source === `'${value}'`;
}

/** Another path in the place of one, in its quotes, or in new ones where YAML would read it as something else. */
export function replacedPath(text: string, span: Span, path: string): string {
  const quote = text[span.start] === '"' || text[span.start] === "'" ? text[span.start]! : '';
  if (quote === '"') return JSON.stringify(path);
  if (quote === "'") return `'${path.replaceAll("'", "''")}'`;
  return /^[\s&*!|>%@`"'?-]|[,[\]{}"]|:(?:\s|$)|\s#|\s$/.test(path) ? JSON.stringify(path) : path;
}
