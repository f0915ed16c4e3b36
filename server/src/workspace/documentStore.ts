/**
 * All documents of a workspace by path. The few that were written or asked for last are values; the others are bytes,
 * from which a value is made when somebody asks. So ten thousand documents take twenty megabytes and not three hundred.
 */
import {
  DocumentPacker,
  unpackDocument,
  unpackLineStarts,
  unpackReference,
  unpackReferenceSpan,
} from '../core/compact/documents.js';
import type { Names } from '../core/compact/names.js';
import type { PolicyDocument, Reference } from '../core/document.js';
import type { Span } from '../core/text.js';
import type { StoredFindings } from './storedIndex.js';

/** Documents kept as values: more than a person works on, and than a request looks at again and again. */
const usualValues = 200;

/** A document as it was set: as long as it is not replaced, its slot is the same object. */
export interface Slot {
  bytes: Uint8Array | null;
  /** Its findings, where they depend on nothing that changes often. */
  findings: StoredFindings | null;
}

export class DocumentStore implements ReadonlyMap<string, PolicyDocument> {
  private slots = new Map<string, Slot>();
  /** Those that are values, the one used longest ago first. */
  private readonly values_ = new Map<string, PolicyDocument>();
  private readonly packer: DocumentPacker;
  private isSorted = true;
  private lastLines: { readonly bytes: Uint8Array; readonly starts: Uint32Array } | null = null;

  /** `mostValues` is how many documents are kept as values; none at all is only slower. */
  constructor(
    readonly names: Names,
    private readonly mostValues: number = usualValues,
  ) {
    this.packer = new DocumentPacker(names);
  }

  get size(): number {
    return this.slots.size;
  }

  has(path: string): boolean {
    return this.slots.has(path);
  }

  get(path: string): PolicyDocument | undefined {
    const known = this.values_.get(path);
    if (known) {
      this.values_.delete(path);
      this.values_.set(path, known);
      return known;
    }
    const slot = this.slots.get(path);
    if (!slot?.bytes) return undefined;
    const document = unpackDocument(slot.bytes, this.names);
    this.keepValue(path, document);
    return document;
  }

  /** What stands for the document as it is now: another object once it is replaced. */
  slot(path: string): Slot | undefined {
    return this.slots.get(path);
  }

  /** One reference of a document, by its place in `references`. */
  reference(path: string, index: number): Reference | undefined {
    const bytes = this.slots.get(path)?.bytes;
    // From bytes even where there is a value: it may be one of which no other part was read so far.
    return bytes ? unpackReference(bytes, this.names, index) : this.values_.get(path)?.references[index];
  }

  /** The span of one reference of a document. */
  span(path: string, index: number): Span | undefined {
    const bytes = this.slots.get(path)?.bytes;
    return bytes ? unpackReferenceSpan(bytes, this.names, index) : this.values_.get(path)?.references[index]?.span;
  }

  /** Where the lines of a document begin. Nothing else of it is read, and it pushes out none that is in use. */
  lineStarts(path: string): Uint32Array | undefined {
    const known = this.values_.get(path);
    if (known) return known.lineStarts;
    const bytes = this.slots.get(path)?.bytes;
    if (!bytes) return undefined;
    // Whoever has several places in a document asks for one after the other.
    if (this.lastLines?.bytes !== bytes) this.lastLines = { bytes, starts: unpackLineStarts(bytes, this.names) };
    return this.lastLines.starts;
  }

  set(path: string, document: PolicyDocument): void {
    this.setSlot(path, { bytes: null, findings: null });
    this.values_.delete(path);
    this.keepValue(path, document);
  }

  /** Takes a document that was stored as bytes, with its findings where they were stored too. */
  setBytes(path: string, bytes: Uint8Array, findings: StoredFindings | null = null): void {
    this.setSlot(path, { bytes, findings });
    this.values_.delete(path);
  }

  /** The bytes of a document; null where there is none, or where it cannot be stored. */
  bytesOf(path: string): Uint8Array | null {
    const slot = this.slots.get(path);
    const value = this.values_.get(path);
    if (slot && !slot.bytes && value) slot.bytes = this.pack(value);
    return slot?.bytes ?? null;
  }

  /** Nobody works on the document: from now on bytes are enough. */
  release(path: string): void {
    if (this.bytesOf(path)) this.values_.delete(path);
  }

  delete(path: string): void {
    this.slots.delete(path);
    this.values_.delete(path);
  }

  /** Puts the documents into the order of their paths, so that no answer depends on the order of events. */
  sort(): void {
    if (this.isSorted) return;
    this.slots = new Map([...this.slots].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.isSorted = true;
  }

  keys(): MapIterator<string> {
    return this.slots.keys();
  }

  *values(): MapIterator<PolicyDocument> {
    for (const [, document] of this.entries()) yield document;
  }

  /** Whoever goes through all documents does not push out those that are in use. */
  *entries(): MapIterator<[string, PolicyDocument]> {
    for (const [path, slot] of this.slots) {
      const document = this.values_.get(path) ?? (slot.bytes ? unpackDocument(slot.bytes, this.names) : undefined);
      if (document) yield [path, document];
    }
  }

  [Symbol.iterator](): MapIterator<[string, PolicyDocument]> {
    return this.entries();
  }

  forEach(visit: (value: PolicyDocument, key: string, map: ReadonlyMap<string, PolicyDocument>) => void): void {
    for (const [path, document] of this.entries()) visit(document, path, this);
  }

  private setSlot(path: string, slot: Slot): void {
    if (!this.slots.has(path)) this.isSorted = false;
    this.slots.set(path, slot);
  }

  private keepValue(path: string, document: PolicyDocument): void {
    this.values_.set(path, document);
    if (this.values_.size <= this.mostValues) return;
    for (const [oldest, value] of this.values_) {
      const slot = this.slots.get(oldest);
      if (slot) slot.bytes ??= this.pack(value);
      if (slot && !slot.bytes) continue;
      this.values_.delete(oldest);
      return;
    }
  }

  /** The document as bytes; null where it cannot be stored: then it stays a value. */
  pack(document: PolicyDocument): Uint8Array | null {
    try {
      return this.packer.pack(document);
    } catch {
      return null;
    }
  }
}
