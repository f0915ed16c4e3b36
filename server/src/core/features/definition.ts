/** Where the thing under the cursor is decided or defined. */
import type { CatalogEntry } from '../catalog/types.js';
import { decisionOn, systemOf } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import { type Span, touches } from '../text.js';
import { documentLinks } from './documentLinks.js';
import { entriesAt, systemAtPath } from './support/at.js';
import { claimPlaces } from './support/claimPlaces.js';
import { idAt, wordAt } from './support/documentIds.js';
import { type Place, startOf } from './support/documents.js';

export interface Definition extends Place {
  /** The characters under the cursor that the jump starts from. */
  readonly origin: Span;
}

/**
 * From a reference to its decision in soa.yaml, and where there is none to the documents that claim it; from the key of a
 * decision to the documents that claim it; from a document id, or a file that soa.yaml names, to that file. Empty where
 * nothing is known.
 */
export function definition(snapshot: Snapshot, path: string, offset: number): Definition[] {
  const named = entriesAt(snapshot, path, offset);
  if (named && named.entries.length > 0) {
    const isInSystem = systemAtPath(path, snapshot) !== null;
    const places = named.entries.flatMap((entry) => {
      const decisions = isInSystem ? [] : decisionsOf(entry, path, snapshot);
      return decisions.length > 0 ? decisions : claimPlaces(entry, path, snapshot);
    });
    return places.map((place) => ({ ...place, origin: named.span }));
  }
  const file = systemAtPath(path, snapshot) ? fileAt(snapshot, path, offset) : [];
  return file.length > 0 ? file : documentById(snapshot, path, offset);
}

function decisionsOf(entry: CatalogEntry, path: string, snapshot: Snapshot): Place[] {
  const system = systemOf(path, snapshot);
  const decision = system && decisionOn(entry.key, system);
  return system && decision ? [{ path: system.path, span: decision.keySpan }] : [];
}

/** The file that a soa.yaml names at the offset. */
function fileAt(snapshot: Snapshot, path: string, offset: number): Definition[] {
  const link = documentLinks(snapshot, path).find(({ span }) => touches(span, offset));
  if (!link) return [];
  const document = snapshot.documents.get(link.path);
  const span = link.target ?? (document ? startOf(document) : { start: 0, end: 0 });
  return [{ path: link.path, span, origin: link.span }];
}

function documentById(snapshot: Snapshot, path: string, offset: number): Definition[] {
  const text = snapshot.textOf(path);
  if (text === null) return [];
  const origin = wordAt(text, offset);
  return idAt(snapshot, path, offset).map((document) => ({ path: document.path, span: startOf(document), origin }));
}
