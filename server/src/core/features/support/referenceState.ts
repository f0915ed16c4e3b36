/** In which state a reference is, for everything that shows it at a glance. */
import type { Reference } from '../../document.js';
import { lookUp } from '../../rules/support/lookup.js';
import { supersededEntries } from '../../rules/support/superseded.js';
import type { Snapshot } from '../../snapshot.js';
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
  return controls.every((key) => !snapshot.coverage.isClaimed(key)) ? 'uncovered' : null;
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
