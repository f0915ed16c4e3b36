/**
 * Which documents satisfy a control, and how well: the index from catalog entries to the places that claim or mention
 * them. It is a pure function of the documents; `set` and `delete` only save the work of a rebuild (tested against one).
 */
import type { Catalog } from './catalog/types.js';
import type { PolicyDocument, Reference } from './document.js';

/** One place that names an entry. */
export interface Occurrence {
  readonly path: string;
  readonly reference: Reference;
}

export interface Coverage {
  /** Tags: the document says that it satisfies the entry. */
  readonly claims: readonly Occurrence[];
  /** Citations in the text. */
  readonly mentions: readonly Occurrence[];
}

/** The places of one document that name an entry, in the order of its text. */
export interface DocumentCoverage extends Coverage {
  readonly path: string;
}

const nothing: Coverage = { claims: [], mentions: [] };

/** Catalog keys of everything a reference stands for; empty while it is ambiguous, external or unknown. */
export function entryKeysOf(reference: Reference, catalog: Catalog): string[] {
  if (reference.standard === null || reference.kind === 'external') return [];
  const standard = catalog.edition(reference.standard, reference.edition);
  if (!standard) return [];
  const keys: string[] = [];
  for (const id of reference.ids) {
    const entry = catalog.find(standard.key, id);
    if (entry) keys.push(entry.key);
  }
  return keys;
}

interface Bucket {
  readonly path: string;
  claims: Occurrence[];
  mentions: Occurrence[];
}

export class CoverageIndex {
  private readonly byEntry = new Map<string, Map<string, Bucket>>();
  private readonly keysOfPath = new Map<string, Set<string>>();
  /** Answers of `documentsOf`, until a document that names the entry changes. */
  private readonly sorted = new Map<string, readonly DocumentCoverage[]>();

  constructor(private readonly catalog: Catalog) {}

  /** Replaces what the document says. */
  set(document: PolicyDocument): void {
    this.delete(document.path);
    const keys = new Set<string>();
    for (const reference of document.references) {
      for (const key of entryKeysOf(reference, this.catalog)) {
        keys.add(key);
        this.add(key, { path: document.path, reference });
      }
    }
    this.keysOfPath.set(document.path, keys);
  }

  /** Forgets a document. */
  delete(path: string): void {
    const keys = this.keysOfPath.get(path);
    if (!keys) return;
    for (const key of keys) {
      const documents = this.byEntry.get(key);
      documents?.delete(path);
      this.sorted.delete(key);
      if (documents?.size === 0) this.byEntry.delete(key);
    }
    this.keysOfPath.delete(path);
  }

  /** Claims and mentions of a catalog entry, by path and position. */
  of(entryKey: string): Coverage {
    if (!this.byEntry.has(entryKey)) return nothing;
    const claims: Occurrence[] = [];
    const mentions: Occurrence[] = [];
    for (const document of this.documentsOf(entryKey)) {
      for (const claim of document.claims) claims.push(claim);
      for (const mention of document.mentions) mentions.push(mention);
    }
    return { claims, mentions };
  }

  /**
   * The documents that name an entry, by path. As long as none of them changes the answer is the same object, so that
   * what is computed from it can be kept with it.
   */
  documentsOf(entryKey: string): readonly DocumentCoverage[] {
    const known = this.sorted.get(entryKey);
    if (known) return known;
    const documents = [...(this.byEntry.get(entryKey)?.values() ?? [])];
    documents.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.sorted.set(entryKey, documents);
    return documents;
  }

  /** Whether any document claims the entry. */
  isClaimed(entryKey: string): boolean {
    const documents = this.byEntry.get(entryKey);
    if (!documents) return false;
    for (const bucket of documents.values()) if (bucket.claims.length > 0) return true;
    return false;
  }

  /** All entries that any document names, in no particular order. */
  entryKeys(): IterableIterator<string> {
    return this.byEntry.keys();
  }

  private add(key: string, occurrence: Occurrence): void {
    this.sorted.delete(key);
    let documents = this.byEntry.get(key);
    if (!documents) {
      documents = new Map();
      this.byEntry.set(key, documents);
    }
    let bucket = documents.get(occurrence.path);
    if (!bucket) {
      bucket = { path: occurrence.path, claims: [], mentions: [] };
      documents.set(occurrence.path, bucket);
    }
    (occurrence.reference.isTag ? bucket.claims : bucket.mentions).push(occurrence);
  }
}
