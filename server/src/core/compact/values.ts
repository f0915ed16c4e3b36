/**
 * Plain values ↔ bytes: null, undefined, booleans, numbers, strings, arrays, objects without a class, `Uint32Array`. What is
 * read back is equal to what was written, absent and undefined fields told apart. Spans, small numbers and names that the
 * table knows take one to three bytes, so that what is known of a document is a sixth of its text.
 */
import type { Names } from './names.js';

const tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  span: 4,
  positive: 5,
  negative: 6,
  float: 7,
  name: 8,
  latin: 9,
  wide: 10,
  array: 11,
  object: 12,
  words: 13,
  /** A number from here on is that much more than this. */
  small: 16,
} as const;

/** Longer strings are hardly ever the same in two documents. */
const longestName = 24;
const largestInteger = 0xffffffff;

/** Writes values one behind the other into one growing buffer. */
export class ValueWriter {
  private buffer = new Uint8Array(16 * 1024);
  private at = 0;
  private float = new Float64Array(1);
  private floatBytes = new Uint8Array(this.float.buffer);

  constructor(readonly names: Names) {}

  /** How much was written since `take`. */
  get length(): number {
    return this.at;
  }

  /** A copy of what was written; the next value begins anew. */
  take(): Uint8Array {
    const taken = this.buffer.slice(0, this.at);
    this.at = 0;
    return taken;
  }

  /** Begins anew. */
  clear(): void {
    this.at = 0;
  }

  /** Forgets what was written since there were so many bytes. */
  cutTo(length: number): void {
    this.at = length;
  }

  /** Appends what another writer wrote. */
  append(other: ValueWriter): void {
    this.room(other.at);
    this.buffer.set(other.buffer.subarray(0, other.at), this.at);
    this.at += other.at;
  }

  /** A whole number from 0 to 2³²−1, in one to five bytes. */
  unsigned(value: number): void {
    this.room(5);
    let rest = value;
    while (rest > 127) {
      this.buffer[this.at++] = (rest & 127) | 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.at++] = rest;
  }

  /** A text in full, without a name of the table. */
  text(text: string): void {
    if (!this.latin(text)) this.wide(text);
  }

  /** Bytes as they are; null is told from none. */
  bytes(bytes: Uint8Array | null): void {
    this.unsigned(bytes ? bytes.length + 1 : 0);
    if (!bytes) return;
    this.room(bytes.length);
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Copies what was written, or the part between two of its offsets, to its place in a larger block in which it begins at `at`. */
  copyTo(block: Uint8Array, at: number, from = 0, to = this.at): void {
    block.set(this.buffer.subarray(from, Math.min(to, this.at)), at + from);
  }

  /** Any of the values above. Throws for what it cannot keep (functions, classes, symbols). */
  value(value: unknown): void {
    if (typeof value === 'string') this.string(value);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.byte(value ? tag.true : tag.false);
    else if (value === null) this.byte(tag.null);
    else if (value === undefined) this.byte(tag.undefined);
    else if (Array.isArray(value)) this.array(value);
    else if (value instanceof Uint32Array) this.words(value);
    else if (typeof value === 'object') this.object(value as Record<string, unknown>);
    else throw new Error(`A ${typeof value} cannot be stored.`);
  }

  private byte(value: number): void {
    this.room(1);
    this.buffer[this.at++] = value;
  }

  private room(count: number): void {
    if (this.at + count <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.at + count));
    larger.set(this.buffer.subarray(0, this.at));
    this.buffer = larger;
  }

  private number(value: number): void {
    if (!Number.isInteger(value) || Math.abs(value) > largestInteger || Object.is(value, -0)) {
      this.float[0] = value;
      this.byte(tag.float);
      this.room(8);
      this.buffer.set(this.floatBytes, this.at);
      this.at += 8;
    } else if (value >= 0 && value < 256 - tag.small) this.byte(tag.small + value);
    else {
      this.byte(value < 0 ? tag.negative : tag.positive);
      this.unsigned(Math.abs(value));
    }
  }

  private string(value: string): void {
    const id = value.length <= longestName ? this.names.textId(value) : -1;
    if (id >= 0) {
      this.byte(tag.name);
      this.unsigned(id);
    } else if (!this.latin(value)) this.wide(value);
  }

  /** One byte per character; false, and nothing written, where a character does not fit. */
  private latin(value: string): boolean {
    const start = this.at;
    this.byte(tag.latin);
    this.unsigned(value.length);
    this.room(value.length);
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code > 255) {
        this.at = start;
        return false;
      }
      this.buffer[this.at++] = code;
    }
    return true;
  }

  private wide(value: string): void {
    this.byte(tag.wide);
    this.unsigned(value.length);
    this.room(value.length * 2);
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      this.buffer[this.at++] = code & 255;
      this.buffer[this.at++] = code >> 8;
    }
  }

  private array(values: readonly unknown[]): void {
    this.byte(tag.array);
    this.unsigned(values.length);
    for (let i = 0; i < values.length; i++) this.value(values[i]);
  }

  private object(value: Record<string, unknown>): void {
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('An object of a class cannot be stored.');
    const id = this.names.shapeId(value);
    if (id < 0) throw new Error('There are too many kinds of objects.');
    const keys = this.names.shape(id);
    if (keys.length === 2 && keys[0] === 'start' && keys[1] === 'end' && this.span(value)) return;
    this.byte(tag.object);
    this.unsigned(id);
    for (let i = 0; i < keys.length; i++) this.value(value[keys[i]!]);
  }

  private span({ start, end }: Record<string, unknown>): boolean {
    if (!isOffset(start) || !isOffset(end) || end < start) return false;
    this.byte(tag.span);
    this.unsigned(start);
    this.unsigned(end - start);
    return true;
  }

  /** Rising numbers, as the beginnings of lines are, take a byte or two each. */
  private words(values: Uint32Array): void {
    this.byte(tag.words);
    this.unsigned(values.length);
    let before = 0;
    for (let i = 0; i < values.length; i++) {
      // Differences of numbers that do not rise wrap round, and back when read.
      this.unsigned((values[i]! - before) >>> 0);
      before = values[i]!;
    }
  }
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestInteger;
}

/** Reads what a ValueWriter with the same names wrote. */
export class ValueReader {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly names: Names,
    public at = 0,
  ) {}

  unsigned(): number {
    const { bytes } = this;
    let byte = bytes[this.at++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    let factor = 128;
    do {
      byte = bytes[this.at++]!;
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  }

  /** What `text` wrote. */
  text(): string {
    return this.bytes[this.at++] === tag.latin ? this.latin() : this.wide();
  }

  /** What `bytes` wrote: a view, not a copy. */
  rawBytes(): Uint8Array | null {
    const length = this.unsigned() - 1;
    if (length < 0) return null;
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }

  value(): unknown {
    const kind = this.bytes[this.at++]!;
    if (kind >= tag.small) return kind - tag.small;
    switch (kind) {
      case tag.undefined:
        return undefined;
      case tag.null:
        return null;
      case tag.false:
        return false;
      case tag.true:
        return true;
      case tag.span: {
        const start = this.unsigned();
        return { start, end: start + this.unsigned() };
      }
      case tag.positive:
        return this.unsigned();
      case tag.negative:
        return -this.unsigned();
      case tag.name:
        return this.names.text(this.unsigned());
      case tag.array:
        return this.array();
      case tag.object:
        return this.object();
      case tag.latin:
        return this.latin();
      default:
        return this.rare(kind);
    }
  }

  /** One field of the object that stands here; undefined where it has no such field. Those before it are read over. */
  field(name: string): unknown {
    if (this.bytes[this.at++] !== tag.object) return undefined;
    for (const key of this.names.shape(this.unsigned())) {
      const value = this.value();
      if (key === name) return value;
    }
    return undefined;
  }

  private rare(kind: number): unknown {
    if (kind === tag.wide) return this.wide();
    if (kind === tag.words) return this.words();
    if (kind !== tag.float) throw new Error('These bytes are no stored value.');
    const float = new Float64Array(this.bytes.slice(this.at, this.at + 8).buffer)[0];
    this.at += 8;
    return float;
  }

  private array(): unknown[] {
    const length = this.unsigned();
    const values: unknown[] = [];
    for (let i = 0; i < length; i++) values.push(this.value());
    return values;
  }

  private object(): object {
    const value: Record<string, unknown> = {};
    const keys = this.names.shape(this.unsigned());
    for (let i = 0; i < keys.length; i++) value[keys[i]!] = this.value();
    return value;
  }

  private latin(): string {
    const length = this.unsigned();
    const start = this.at;
    this.at += length;
    if (length > 2000) return this.join(length, (i) => this.bytes[start + i]!);
    return String.fromCharCode.apply(null, this.bytes.subarray(start, start + length) as unknown as number[]);
  }

  private wide(): string {
    const length = this.unsigned();
    const start = this.at;
    this.at += length * 2;
    return this.join(length, (i) => this.bytes[start + 2 * i]! | (this.bytes[start + 2 * i + 1]! << 8));
  }

  private join(length: number, codeAt: (index: number) => number): string {
    const parts: string[] = [];
    for (let from = 0; from < length; from += 2000) {
      const codes: number[] = [];
      for (let i = from; i < Math.min(length, from + 2000); i++) codes.push(codeAt(i));
      parts.push(String.fromCharCode(...codes));
    }
    return parts.join('');
  }

  private words(): Uint32Array {
    const values = new Uint32Array(this.unsigned());
    let before = 0;
    for (let i = 0; i < values.length; i++) {
      before = (before + this.unsigned()) >>> 0;
      values[i] = before;
    }
    return values;
  }
}
