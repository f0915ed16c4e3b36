/** Links from a file to other files of the workspace. */
import type { Snapshot } from '../snapshot.js';
import { rowEvidence } from '../soa/evidence.js';
import { listedDocuments } from '../soa/listedDocuments.js';
import { pathFrom } from '../soa/paths.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { systemAtPath } from './support/at.js';
import { namedDocuments } from './support/documentIds.js';

export interface DocumentLink {
  readonly span: Span;
  /** Path of the target, relative to the workspace root. */
  readonly path: string;
}

/**
 * In soa.yaml: evidence, documents and the scope document that are files of the workspace. In a document: the ids of other
 * documents; one that several documents have leads nowhere. References to controls have hovers and definitions instead.
 */
export function documentLinks(snapshot: Snapshot, path: string): DocumentLink[] {
  const system = systemAtPath(path, snapshot);
  if (system) return linksOfSystem(system, snapshot);
  if (!snapshot.documents.has(path)) return [];
  const named = namedDocuments(snapshot, path).flatMap(({ document, spans }) =>
    spans.map((span) => ({ span, path: document.path })),
  );
  const links = named.sort((a, b) => a.span.start - b.span.start);
  return links.filter(({ span }, index) => {
    return links[index - 1]?.span.start !== span.start && links[index + 1]?.span.start !== span.start;
  });
}

function linksOfSystem(system: ManagementSystem, snapshot: Snapshot): DocumentLink[] {
  const links: DocumentLink[] = [];
  const { scopeDocument } = system;
  const scopePath = scopeDocument ? pathFrom(system.folder, scopeDocument.value) : null;
  if (scopeDocument && scopePath && snapshot.fileExists(scopePath) === true) {
    links.push({ span: scopeDocument.span, path: scopePath });
  }
  for (const decision of [...system.decisions, ...(system.additional ?? [])]) {
    for (const evidence of decision.evidence) {
      const row = rowEvidence(evidence, system.folder, snapshot);
      if (row.kind === 'file' && row.path !== null && row.exists === true)
        links.push({ span: evidence.span, path: row.path });
    }
    for (const { written, path } of listedDocuments(decision, system, snapshot)) {
      if (path !== null && snapshot.fileExists(path) === true) links.push({ span: written.span, path });
    }
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}
