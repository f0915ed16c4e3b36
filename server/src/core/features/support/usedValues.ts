/** Values that the documents of the workspace use already, the most frequent first. */
import type { FieldName } from '../../document.js';
import { fieldValues, indexedFields } from '../../fieldValues.js';
import { isPlaceholder } from '../../rules/support/fields.js';
import type { Snapshot } from '../../snapshot.js';

/** Distinct filled-in values of the fields over all documents, by frequency and then by name. */
export function usedFieldValues(snapshot: Snapshot, names: readonly FieldName[]): string[] {
  const counts = new Map<string, number>();
  for (const name of indexedFields) {
    if (!names.includes(name)) continue;
    for (const [value, paths] of fieldValues(snapshot, name)) {
      if (!isPlaceholder(value) && value.length < 80) counts.set(value, (counts.get(value) ?? 0) + paths.size);
    }
  }
  return byFrequency(counts);
}

/** People and roles: owners and approvers of documents, of the management systems and of controls. */
export function usedPeople(snapshot: Snapshot): string[] {
  const people = new Set(usedFieldValues(snapshot, ['owner', 'approvedBy']));
  for (const system of snapshot.systems) {
    for (const located of [system.owner, system.approvedBy]) if (located) people.add(located.value);
    for (const decision of system.decisions) if (decision.owner) people.add(decision.owner.value);
  }
  return [...people];
}

function byFrequency(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}
