/** In which state a reference is, for everything that shows it at a glance. */
import type { Reference } from '../../document.js';
import { oncePer } from '../../oncePer.js';
import { lookUp } from '../../rules/support/lookup.js';
import { isClaimedWithin } from '../../rules/support/scope.js';
import { supersededEntries } from '../../rules/support/superseded.js';
import type { Snapshot } from '../../snapshot.js';
import { listedFor } from '../../soa/listedDocuments.js';
import type { ManagementSystem } from '../../soa/types.js';
import type { ReferenceState } from './tokenKinds.js';

/**
 * The state that matters most, or null where all is well.
 * @param system the management system that the document belongs to
 */
export function stateOf(
  reference: Reference,
  snapshot: Snapshot,
  system: ManagementSystem | null,
): ReferenceState | null {
  if (reference.kind === 'external') return 'external';
  if (reference.readings.length > 1) return 'ambiguous';
  const looked = lookUp(reference, snapshot.catalog);
  if (looked.some(({ state }) => state === 'unknown')) return 'unknown';
  if (reference.isCrosswalk) return null;
  if (supersededEntries(reference, snapshot)) return 'superseded';
  const controls = looked.flatMap(({ entry }) => (entry?.kind === 'control' ? [entry.key] : []));
  if (controls.length === 0) return null;
  if (system && controls.every((key) => isExcluded(key, system))) return 'excluded';
  return controls.some((key) => isCovered(key, system, snapshot)) ? null : 'uncovered';
}

/** Of what no document claims: a text can cite it a thousand times, and whether files are there is asked of the disk. */
const listedOf = oncePer((_: Snapshot) => new Map<string, boolean>());

function isCovered(key: string, system: ManagementSystem | null, snapshot: Snapshot): boolean {
  if (system ? isClaimedWithin(key, system, snapshot) : snapshot.coverage.isClaimed(key)) return true;
  const known = listedOf(snapshot);
  const name = `${key} ${system?.path ?? ''}`;
  let isListed = known.get(name);
  if (isListed === undefined) {
    isListed = listedFor(key, system ? [system] : snapshot.systems, snapshot).length > 0;
    known.set(name, isListed);
  }
  return isListed;
}

const excludedOf = new WeakMap<ManagementSystem, ReadonlySet<string>>();

function isExcluded(key: string, system: ManagementSystem): boolean {
  let excluded = excludedOf.get(system);
  if (!excluded) {
    const decisions = system.decisions.filter(({ applicable }) => applicable.value === 'no');
    excluded = new Set(decisions.flatMap(({ entryKey }) => entryKey ?? []));
    excludedOf.set(system, excluded);
  }
  return excluded.has(key);
}
