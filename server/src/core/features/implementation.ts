/** Where the control under the cursor is put into practice: the places of the documents that claim it. */
import type { Snapshot } from '../snapshot.js';
import { entriesAt } from './support/at.js';
import { claimPlaces } from './support/claimPlaces.js';
import type { Place } from './support/documents.js';

/** From a reference, a tag or the key of a decision. Empty where nothing is named, or nothing claims it. */
export function implementationsOf(snapshot: Snapshot, path: string, offset: number): Place[] {
  const named = entriesAt(snapshot, path, offset);
  return (named?.entries ?? []).flatMap((entry) => claimPlaces(entry, path, snapshot));
}
