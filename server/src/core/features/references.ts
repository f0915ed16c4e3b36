/** All places of the workspace that name the control or clause under the cursor. */
import type { CatalogEntry } from '../catalog/types.js';
import type { Snapshot } from '../snapshot.js';
import { entriesAt } from './support/at.js';
import type { Place } from './support/documents.js';

/**
 * Decisions, claims and citations of the entries under the cursor, by path and position.
 * @param includeDecisions whether the keys in soa.yaml count (they are the declarations)
 */
export function referencesOf(snapshot: Snapshot, path: string, offset: number, includeDecisions = true): Place[] {
  const named = entriesAt(snapshot, path, offset);
  if (!named) return [];
  const places = named.entries.flatMap((entry) => placesOf(entry, snapshot, includeDecisions));
  places.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
  // A range names several of the entries at one place.
  return places.filter((place, index) => {
    const before = places[index - 1];
    return before?.path !== place.path || before.span.start !== place.span.start;
  });
}

function placesOf(entry: CatalogEntry, snapshot: Snapshot, includeDecisions: boolean): Place[] {
  const { claims, mentions } = snapshot.coverage.of(entry.key);
  const places: Place[] = [...claims, ...mentions].map((one) => ({ path: one.path, span: one.span }));
  if (!includeDecisions) return places;
  for (const system of snapshot.systems) {
    for (const decision of system.decisions) {
      if (decision.entryKey === entry.key) places.push({ path: system.path, span: decision.keySpan });
    }
  }
  return places;
}
