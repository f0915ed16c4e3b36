/** Several rows about one control → one set of fields. The first row counts; what another adds is taken, what differs is told. */
import type { ImportedFields } from './types.js';

/** A value of a later row that differs from the one that counts. */
export interface Conflict {
  readonly field: keyof ImportedFields;
  readonly value: string;
}

/** Adds the second row's fields to the first's. */
export function mergeFields(first: ImportedFields, second: ImportedFields): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const field of Object.keys(second) as (keyof ImportedFields)[]) {
    const value = second[field];
    if (value === undefined) continue;
    if (field === 'documents') first.documents = union(first.documents, second.documents!, (text) => text);
    else if (field === 'evidence') first.evidence = union(first.evidence, second.evidence!, ({ text }) => text);
    else if (field === 'drivers') mergeDrivers(first, second.drivers!);
    else if (field === 'notes') addNote(first, second.notes!);
    else if (first[field] === undefined) Object.assign(first, { [field]: value });
    else if (first[field] !== value) conflicts.push({ field, value: String(value) });
  }
  return conflicts;
}

/** One more line of notes, unless it stands there already. */
export function addNote(fields: ImportedFields, line: string): void {
  const lines = fields.notes === undefined ? [] : fields.notes.split('\n');
  const more = line.split('\n').filter((each) => !lines.includes(each));
  if (more.length > 0) fields.notes = [...lines, ...more].join('\n');
}

function mergeDrivers(first: ImportedFields, drivers: NonNullable<ImportedFields['drivers']>): void {
  const all = [...(first.drivers ?? [])];
  for (const { kind, ids } of drivers) {
    const at = all.findIndex((driver) => driver.kind === kind);
    if (at < 0) all.push({ kind, ids });
    else all[at] = { kind, ids: [...new Set([...all[at]!.ids, ...ids])] };
  }
  first.drivers = all;
}

function union<T>(first: T[] | undefined, second: readonly T[], identity: (item: T) => string): T[] {
  const known = new Set((first ?? []).map(identity));
  return [...(first ?? []), ...second.filter((item) => !known.has(identity(item)))];
}
