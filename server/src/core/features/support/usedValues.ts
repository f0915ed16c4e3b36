/** Values that the documents of the workspace use already, the most frequent first. */
import { type FieldName, fieldOf } from '../../document.js';
import { fieldValues, indexedFields } from '../../fieldValues.js';
import { isPlaceholder } from '../../rules/support/fields.js';
import type { Snapshot } from '../../snapshot.js';
import { meet, type Span } from '../../text.js';

/** A value that is being written: half typed it is no example of itself. */
export interface WrittenAt {
  readonly path: string;
  readonly span: Span;
}

/**
 * Distinct filled-in values of the fields over all documents, by frequency and then by name.
 * @param except the value at that place does not count; the same value at another place does
 */
export function usedFieldValues(snapshot: Snapshot, names: readonly FieldName[], except?: WrittenAt): string[] {
  const counts = new Map<string, number>();
  const document = except && snapshot.documents.get(except.path);
  for (const name of indexedFields) {
    if (!names.includes(name)) continue;
    const own = document && fieldOf(document, name);
    const written = own && meet(own.span, except!.span) ? own.value.trim() : null;
    for (const [value, paths] of fieldValues(snapshot, name)) {
      const times = value === written ? paths.size - 1 : paths.size;
      if (times > 0 && !isPlaceholder(value) && value.length < 80) counts.set(value, (counts.get(value) ?? 0) + times);
    }
  }
  return byFrequency(counts);
}

/**
 * People and roles: owners and approvers of documents, of the management systems and of controls.
 * @param except as in `usedFieldValues`
 */
export function usedPeople(snapshot: Snapshot, except?: WrittenAt): string[] {
  const people = new Set(usedFieldValues(snapshot, ['owner', 'approvedBy'], except));
  for (const system of snapshot.systems) {
    const owners = system.decisions.map(({ owner }) => owner);
    for (const located of [system.owner, system.approvedBy, ...owners]) {
      if (located && !(except?.path === system.path && meet(located.span, except.span))) people.add(located.value);
    }
  }
  return [...people];
}

function byFrequency(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}
