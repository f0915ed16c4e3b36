/**
 * A resolved document as bytes, and back. Of ten thousand documents hardly any is looked at: they wait as bytes, each part
 * of one is read when somebody asks for it, and of its references even one alone.
 */
import type { PolicyDocument, Reference } from '../document.js';
import type { Span } from '../text.js';
import type { Names } from './names.js';
import { ValueReader, ValueWriter } from './values.js';

/** The parts in the order in which they are stored. Lists are stored item by item. */
const values = ['path', 'length', 'lineEnding', 'lineStarts', 'frontMatter'] as const;
const lists = ['fields', 'headings', 'references', 'named', 'laws', 'counts', 'suppressions', 'problems'] as const;
const parts = [...values, ...lists] as const;

type Part = (typeof parts)[number];

/** Makes bytes of documents. */
export class DocumentPacker {
  private readonly whole: ValueWriter;
  private readonly part: ValueWriter;
  private readonly item: ValueWriter;

  constructor(names: Names) {
    this.whole = new ValueWriter(names);
    this.part = new ValueWriter(names);
    this.item = new ValueWriter(names);
  }

  /** Throws where a document holds what cannot be stored, which only one made by hand does. */
  pack(document: PolicyDocument): Uint8Array {
    this.whole.clear();
    for (const name of values) {
      this.part.clear();
      this.part.value(document[name]);
      this.append();
    }
    for (const name of lists) {
      this.part.clear();
      const items: readonly unknown[] | undefined = document[name];
      if (items === undefined) throw new Error('A document that lacks a list cannot be stored.');
      if (items.length > 0) this.list(items);
      this.append();
    }
    return this.whole.take();
  }

  private list(items: readonly unknown[]): void {
    this.part.unsigned(items.length);
    for (const item of items) {
      this.item.clear();
      this.item.value(item);
      this.part.unsigned(this.item.length);
      this.part.append(this.item);
    }
  }

  private append(): void {
    this.whole.unsigned(this.part.length);
    this.whole.append(this.part);
  }
}

/** A reader at the beginning of a part, and its length. */
function seek(bytes: Uint8Array, names: Names, part: Part): { reader: ValueReader; length: number } {
  const reader = new ValueReader(bytes, names);
  for (const name of parts) {
    const length = reader.unsigned();
    if (name === part) return { reader, length };
    reader.at += length;
  }
  return { reader, length: 0 };
}

function readPart(bytes: Uint8Array, names: Names, part: Part): unknown {
  return seek(bytes, names, part).reader.value();
}

function readList(bytes: Uint8Array, names: Names, part: Part): unknown[] {
  const { reader, length } = seek(bytes, names, part);
  if (length === 0) return [];
  const items: unknown[] = [];
  for (let count = reader.unsigned(); count > 0; count--) {
    reader.unsigned();
    items.push(reader.value());
  }
  return items;
}

/** Where the lines of a stored document begin. */
export function unpackLineStarts(bytes: Uint8Array, names: Names): Uint32Array {
  return readPart(bytes, names, 'lineStarts') as Uint32Array;
}

/** One reference of a stored document, by its place in `references`; undefined where there is none. */
export function unpackReference(bytes: Uint8Array, names: Names, index: number): Reference | undefined {
  return seekReference(bytes, names, index)?.value() as Reference | undefined;
}

/** The span of one reference, without the rest of it. */
export function unpackReferenceSpan(bytes: Uint8Array, names: Names, index: number): Span | undefined {
  return seekReference(bytes, names, index)?.field('span') as Span | undefined;
}

/** A reader at the beginning of a reference. */
function seekReference(bytes: Uint8Array, names: Names, index: number): ValueReader | undefined {
  const { reader, length } = seek(bytes, names, 'references');
  if (length === 0 || index >= reader.unsigned()) return undefined;
  for (let before = 0; before < index; before++) {
    const skipped = reader.unsigned();
    reader.at += skipped;
  }
  reader.unsigned();
  return reader;
}

/**
 * The document that was stored: equal to it, with each part read at its first use. `Required` makes the compiler ask for
 * every part that a document may have.
 */
export function unpackDocument(bytes: Uint8Array, names: Names): PolicyDocument {
  const read = new Map<Part, unknown>();
  const part = <Name extends Part>(name: Name): Required<PolicyDocument>[Name] => {
    if (!read.has(name))
      read.set(
        name,
        (lists as readonly Part[]).includes(name) ? readList(bytes, names, name) : readPart(bytes, names, name),
      );
    return read.get(name) as Required<PolicyDocument>[Name];
  };
  const document: Required<PolicyDocument> = {
    get path() {
      return part('path');
    },
    get length() {
      return part('length');
    },
    get lineStarts() {
      return part('lineStarts');
    },
    get lineEnding() {
      return part('lineEnding');
    },
    get frontMatter() {
      return part('frontMatter');
    },
    get fields() {
      return part('fields');
    },
    get headings() {
      return part('headings');
    },
    get suppressions() {
      return part('suppressions');
    },
    get problems() {
      return part('problems');
    },
    get laws() {
      return part('laws');
    },
    get counts() {
      return part('counts');
    },
    get named() {
      return part('named');
    },
    get references() {
      return part('references');
    },
  };
  return document;
}
