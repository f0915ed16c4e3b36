/**
 * What is known of the documents of a workspace as one block of bytes, so that the next start need not read ten thousand
 * files. It is believed only when it is whole (checksum), made by the same program with the same catalog and settings
 * (key), and of a file only while its stamp is the same. Whatever else is found is as good as nothing: then files are read.
 */
import { Names } from '../core/compact/names.js';
import { ValueReader, ValueWriter } from '../core/compact/values.js';
import type { StoredCoverage } from '../core/coverage.js';
import type { OwnValues } from '../core/fieldValues.js';
import type { ScopeVotes } from '../core/parse.js';

/** Another number whenever the layout changes. */
const layout = 1;
const mark = 0x434c4d4b;
/** Mark, layout, length, two checksums: 32 bits each. */
const headLength = 20;

/** So much is copied or summed up in about half a millisecond. */
const bytesPerPiece = 1024 * 1024;

/** The findings of a document, with what they hold for besides its own text. */
export interface StoredFindings {
  readonly bytes: Uint8Array;
  /** What the check looked at, as bits of topics. */
  readonly seen: number;
  readonly today: string;
  /** Stands for all soa.yaml files as they were. */
  readonly systems: string;
}

export interface StoredDocument {
  readonly stamp: string;
  /** Fingerprint of the scope that its references were resolved against. */
  readonly scope: string;
  readonly votes: ScopeVotes | null;
  readonly coverage: StoredCoverage;
  readonly fields: OwnValues;
  readonly document: Uint8Array;
  readonly findings: StoredFindings | null;
}

/** Puts documents one by one into the block. */
export class IndexWriter {
  private readonly documents: ValueWriter;
  private readonly lengths: number[] = [];

  constructor(private readonly names: Names) {
    this.documents = new ValueWriter(names);
  }

  add(path: string, stored: StoredDocument): void {
    const to = this.documents;
    const begin = to.length;
    to.text(path);
    to.text(stored.stamp);
    writeDocument(to, stored);
    this.lengths.push(to.length - begin);
  }

  /**
   * Makes the whole block, a piece of about a millisecond at a time; nothing may be added meanwhile. `key` is what it must be
   * asked for with.
   */
  *finish(key: string): Generator<void, Uint8Array> {
    const head = new ValueWriter(new Names());
    const { texts, shapes } = this.names.content();
    head.text(key);
    head.unsigned(texts.length);
    for (const text of texts) head.text(text);
    head.unsigned(shapes.length);
    for (const shape of shapes) {
      head.unsigned(shape.length);
      for (const name of shape) head.text(name);
    }
    head.unsigned(this.lengths.length);
    for (const length of this.lengths) head.unsigned(length);
    const block = new Uint8Array(headLength + head.length + this.documents.length);
    head.copyTo(block, headLength);
    yield;
    for (let from = 0; from < this.documents.length; from += bytesPerPiece) {
      this.documents.copyTo(block, headLength + head.length, from, from + bytesPerPiece);
      yield;
    }
    const view = new DataView(block.buffer);
    const sum = new Checksum(block);
    while (sum.takePiece()) yield;
    const [first, second] = sum.value();
    for (const [index, number] of [mark, layout, block.length, first, second].entries())
      view.setUint32(index * 4, number, true);
    return block;
  }
}

/** A block that proved whole. Documents are read when they are asked for. */
export class StoredIndex {
  private constructor(
    readonly names: Names,
    private readonly block: Uint8Array,
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  /** Null for everything that is not exactly a block of this key. */
  static open(block: Uint8Array, key: string): StoredIndex | null {
    try {
      if (block.length < headLength) return null;
      const view = new DataView(block.buffer, block.byteOffset, block.length);
      const head = [0, 1, 2, 3, 4].map((index) => view.getUint32(index * 4, true));
      const sum = new Checksum(block);
      while (sum.takePiece());
      const [first, second] = sum.value();
      const wanted = [mark, layout, block.length, first, second];
      if (wanted.some((number, index) => head[index] !== number)) return null;
      return StoredIndex.read(block, key);
    } catch {
      return null;
    }
  }

  /** What is stored of the document; null where it is not stored, or for another stamp. */
  find(path: string, stamp: string): StoredDocument | null {
    const at = this.places.get(path);
    if (at === undefined) return null;
    try {
      const from = new ValueReader(this.block, this.names, at);
      from.text();
      return from.text() === stamp ? readDocument(from, stamp) : null;
    } catch {
      return null;
    }
  }

  get size(): number {
    return this.places.size;
  }

  private static read(block: Uint8Array, key: string): StoredIndex | null {
    const from = new ValueReader(block, new Names(), headLength);
    if (from.text() !== key) return null;
    const texts = Array.from({ length: from.unsigned() }, () => from.text());
    const shapes = Array.from({ length: from.unsigned() }, () =>
      Array.from({ length: from.unsigned() }, () => from.text()),
    );
    const names = new Names({ texts, shapes });
    const lengths = Array.from({ length: from.unsigned() }, () => from.unsigned());
    const places = new Map<string, number>();
    const paths = new ValueReader(block, names);
    let at = from.at;
    for (const length of lengths) {
      paths.at = at;
      places.set(paths.text(), at);
      at += length;
    }
    return at === block.length ? new StoredIndex(names, block, places) : null;
  }
}

/** Writes all of a document but its stamp. */
export function writeDocument(to: ValueWriter, stored: StoredDocument): void {
  to.bytes(stored.document);
  to.bytes(stored.findings?.bytes ?? null);
  to.value(stored.scope);
  to.value(stored.votes);
  to.value(stored.coverage.keys);
  to.value(stored.coverage.numbers);
  to.value(stored.fields);
  to.value(stored.findings && [stored.findings.seen, stored.findings.today, stored.findings.systems]);
}

/** Reads what `writeDocument` wrote; its parts are views of the bytes that are read from. */
export function readDocument(from: ValueReader, stamp: string): StoredDocument {
  const document = from.rawBytes()!;
  const bytes = from.rawBytes();
  const scope = from.value() as string;
  const votes = from.value() as ScopeVotes | null;
  const keys = from.value() as string[];
  const numbers = from.value() as Uint32Array;
  const fields = from.value() as OwnValues;
  const about = from.value() as [number, string, string] | null;
  const findings = bytes && about ? { bytes, seen: about[0], today: about[1], systems: about[2] } : null;
  return { stamp, scope, votes, coverage: { keys, numbers }, fields, document, findings };
}

/** Two sums over all bytes behind the head: a torn, cut or changed block has others. */
class Checksum {
  private first = 0x811c9dc5;
  private second = 0x9747b28c;
  private readonly words: Uint32Array;
  /** The bytes behind the last whole word. */
  private readonly rest: Uint8Array;
  private at = 0;

  constructor(block: Uint8Array) {
    const { buffer, byteOffset, length } = block.byteOffset % 4 === 0 ? block : new Uint8Array(block);
    // Four bytes at a time: thirty megabytes in ten milliseconds.
    this.words = new Uint32Array(buffer, byteOffset + headLength, (length - headLength) >> 2);
    this.rest = new Uint8Array(buffer, byteOffset + headLength + this.words.length * 4, (length - headLength) % 4);
  }

  /** False when there is nothing left to take. */
  takePiece(): boolean {
    const end = Math.min(this.at + bytesPerPiece / 4, this.words.length);
    this.mix(this.words, this.at, end);
    this.at = end;
    return end < this.words.length;
  }

  /** Of everything, once it was taken. */
  value(): [number, number] {
    this.mix(this.rest, 0, this.rest.length);
    return [this.first >>> 0, this.second >>> 0];
  }

  private mix(parts: Uint32Array | Uint8Array, from: number, to: number): void {
    let { first, second } = this;
    for (let at = from; at < to; at++) {
      const part = parts[at]!;
      first = Math.imul(first ^ part, 0x01000193) ^ (first >>> 13);
      second = Math.imul(second + part, 0x85ebca6b) ^ (second >>> 15);
    }
    this.first = first;
    this.second = second;
  }
}
