/** Links from a file to other files of the workspace and to places in them. */

import { anchorsOf, headingNamed } from '../markdown/anchors.js';
import { decisionOn, systemOf } from '../rules/support/scope.js';
import { prefixSpan } from '../rules/support/source.js';
import type { Snapshot } from '../snapshot.js';
import { allDecisions } from '../soa/allDecisions.js';
import { evidencePlace } from '../soa/evidence.js';
import { listedDocuments } from '../soa/listedDocuments.js';
import { placeFrom } from '../soa/paths.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { entriesOfTags, systemAtPath } from './support/at.js';
import { namedDocuments } from './support/documentIds.js';

export interface DocumentLink {
  readonly span: Span;
  /** Path of the target, relative to the workspace root. */
  readonly path: string;
  /** The place in the target: a section, a decision; null for the file as a whole. */
  readonly target: Span | null;
}

/**
 * In soa.yaml: evidence, documents and the scope document that are files of the workspace, and the section where one is
 * named behind `#`. In a document: the ids of other documents (one that several documents have leads nowhere), and its tags,
 * which lead to their decisions. References in prose have hovers and definitions; links all over a text would be in the way.
 */
export function documentLinks(snapshot: Snapshot, path: string): DocumentLink[] {
  const system = systemAtPath(path, snapshot);
  if (system) return linksOfSystem(system, snapshot);
  if (!snapshot.documents.has(path)) return [];
  const named = namedDocuments(snapshot, path).flatMap(({ document, spans }) =>
    spans.map((span) => ({ span, path: document.path, target: null })),
  );
  const links = [...named, ...tagLinks(path, snapshot)].sort((a, b) => a.span.start - b.span.start);
  return links.filter(({ span }, index) => {
    return links[index - 1]?.span.start !== span.start && links[index + 1]?.span.start !== span.start;
  });
}

/** Tags of one control that is decided; a range has several decisions, and one place is all that a link can lead to. */
function tagLinks(path: string, snapshot: Snapshot): DocumentLink[] {
  const system = systemOf(path, snapshot);
  const text = system && snapshot.textOf(path);
  if (!system || text === null) return [];
  return (snapshot.documents.get(path)?.references ?? []).flatMap((tag) => {
    const [entry, ...more] = entriesOfTags([tag], path, snapshot);
    const decision = entry && more.length === 0 && decisionOn(entry.key, system);
    if (!decision) return [];
    const span = { start: prefixSpan(text, tag).start, end: tag.span.end };
    return [{ span, path: system.path, target: decision.keySpan }];
  });
}

function linksOfSystem(system: ManagementSystem, snapshot: Snapshot): DocumentLink[] {
  const links: DocumentLink[] = [];
  const add = (written: { readonly value: string; readonly span: Span }, path: string | null) => {
    if (path === null || path === '' || snapshot.fileExists(path) !== true) return;
    links.push({ span: written.span, path, target: sectionOf(written.value, system.folder, path, snapshot) });
  };
  const { scopeDocument } = system;
  if (scopeDocument) add(scopeDocument, placeFrom(system.folder, scopeDocument.value, snapshot).path);
  for (const decision of allDecisions(system)) {
    for (const evidence of decision.evidence) {
      const { kind, path } = evidencePlace(evidence, system.folder, snapshot);
      if (kind === 'file') add(evidence, path);
    }
    for (const { written, path } of listedDocuments(decision, system, snapshot)) add(written, path);
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** The heading that a path, written from a folder, names behind `#`; null where it names none that the document has. */
function sectionOf(written: string, folder: string, path: string, snapshot: Snapshot): Span | null {
  const { fragment } = placeFrom(folder, written, snapshot);
  const document = fragment === null ? undefined : snapshot.documents.get(path);
  const text = document ? snapshot.textOf(path) : null;
  if (fragment === null || !document || text === null) return null;
  return document.headings[headingNamed(fragment, anchorsOf(text, document.headings))]?.span ?? null;
}
