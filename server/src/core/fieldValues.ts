/** Which documents give which value to a document control field: whose id is POL-7, which owners there are. */
import { type FieldName, fieldOf, type PolicyDocument } from './document.js';
import type { Snapshot } from './snapshot.js';

/** Fields whose values are asked for over all documents. */
export const indexedFields = ['id', 'type', 'owner', 'status', 'classification', 'approvedBy'] as const;

type IndexedField = (typeof indexedFields)[number];

/** The values of one document, in the order of `indexedFields`; null where it has none. */
export type OwnValues = readonly (string | null)[];

type Paths = ReadonlySet<string>;

const nobody: ReadonlyMap<string, Paths> = new Map();

/** Kept with the documents, so that one edit among ten thousand documents costs one document. */
export class FieldIndex {
  private readonly byField = new Map<string, Map<string, Set<string>>>(indexedFields.map((name) => [name, new Map()]));
  private readonly own = new Map<string, OwnValues>();

  /** Replaces what the document says. Whether that is something else than before. */
  set(document: PolicyDocument): boolean {
    return this.restore(document.path, valuesOf(document));
  }

  /** The same from what `stored` gave. */
  restore(path: string, values: OwnValues): boolean {
    const before = this.own.get(path);
    if (before?.every((value, index) => value === values[index])) return false;
    this.delete(path);
    this.own.set(path, values);
    this.each(values, (byValue, value) => {
      const paths = byValue.get(value);
      if (paths) paths.add(path);
      else byValue.set(value, new Set([path]));
    });
    return true;
  }

  stored(path: string): OwnValues | null {
    return this.own.get(path) ?? null;
  }

  delete(path: string): void {
    const values = this.own.get(path);
    if (!values) return;
    this.own.delete(path);
    this.each(values, (byValue, value) => {
      const paths = byValue.get(value);
      paths?.delete(path);
      if (paths?.size === 0) byValue.delete(value);
    });
  }

  /** Value → documents; undefined for a field that is not kept. Ids are in lower case, other values as written. */
  of(name: FieldName): ReadonlyMap<string, Paths> | undefined {
    return this.byField.get(name);
  }

  private each(values: OwnValues, visit: (byValue: Map<string, Set<string>>, value: string) => void): void {
    indexedFields.forEach((name, index) => {
      const value = values[index];
      if (value) visit(this.byField.get(name)!, value);
    });
  }
}

function valuesOf(document: PolicyDocument): OwnValues {
  return indexedFields.map((name) => ownValue(document, name));
}

function ownValue(document: PolicyDocument, name: IndexedField): string | null {
  const value = fieldOf(document, name)?.value.trim();
  if (!value) return null;
  return name === 'id' ? value.toLowerCase() : value;
}

const madeFor = new WeakMap<Snapshot, FieldIndex>();

/** The values of a field over all documents of a snapshot, each with the documents that have it. */
export function fieldValues(snapshot: Snapshot, name: IndexedField): ReadonlyMap<string, Paths> {
  if (snapshot.fields) return snapshot.fields.of(name) ?? nobody;
  let index = madeFor.get(snapshot);
  if (!index) {
    index = new FieldIndex();
    for (const document of snapshot.documents.values()) index.set(document);
    madeFor.set(snapshot, index);
  }
  return index.of(name) ?? nobody;
}

/** The documents whose id that is, in whatever case, by path. */
export function documentsWithId(snapshot: Snapshot, id: string): PolicyDocument[] {
  const paths = fieldValues(snapshot, 'id').get(id.trim().toLowerCase());
  return [...(paths ?? [])].sort().flatMap((path) => snapshot.documents.get(path) ?? []);
}
