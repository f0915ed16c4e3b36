/**
 * Which documents satisfy a control, and how well: the index from catalog entries to the places that claim or mention
 * them. It is a pure function of the documents; `set` and `delete` only save the work of a rebuild (tested against one).
 */
import type { Catalog } from './catalog/types.js';
import { isNote, type PolicyDocument, type Reference } from './document.js';
import type { Span } from './text.js';

/** One place that names an entry. */
export interface Occurrence {
  readonly path: string;
  readonly reference: Reference;
  /** That of the reference; a place alone is told without reading the rest of it. */
  readonly span: Span;
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
  /** How many there are, which is known without reading them. */
  readonly claimCount: number;
  readonly mentionCount: number;
}

export interface DocumentCounts {
  /** Documents that claim the entry, and those that only mention it. */
  readonly claiming: number;
  readonly mentioning: number;
}

const countsOf = new WeakMap<readonly DocumentCoverage[], DocumentCounts>();

/** Counts an answer of `documentsOf`, once: it is the same object until a document changes. */
export function countDocuments(documents: readonly DocumentCoverage[]): DocumentCounts {
  let counts = countsOf.get(documents);
  if (!counts) {
    let claiming = 0;
    for (const { claimCount } of documents) if (claimCount > 0) claiming++;
    counts = { claiming, mentioning: documents.length - claiming };
    countsOf.set(documents, counts);
  }
  return counts;
}

/** Where the references of a document are read from: one by its place in `references`, or its span alone. */
export interface ReferenceSource {
  reference(path: string, index: number): Reference | undefined;
  span(path: string, index: number): Span | undefined;
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

/**
 * What a document says, as numbers: per entry the count of claims, the count of mentions, and the places of both in its
 * `references`. With ten thousand documents there are hundreds of thousands of them.
 */
interface Said {
  readonly keys: readonly string[];
  readonly numbers: Uint16Array | Uint32Array;
}

/** A place whose reference is read when asked for: of the thousands that name a control, few are looked at. */
class ReadPlace implements Occurrence {
  private known: Reference | undefined;

  constructor(
    readonly path: string,
    private readonly index: number,
    private readonly source: ReferenceSource,
  ) {}

  get reference(): Reference {
    this.known ??= this.source.reference(this.path, this.index);
    return this.known!;
  }

  get span(): Span {
    return this.known?.span ?? this.source.span(this.path, this.index)!;
  }
}

/** A document among those that name an entry; its places are read when asked for. */
class DocumentPlaces implements DocumentCoverage {
  constructor(
    readonly path: string,
    private readonly numbers: Said['numbers'],
    private readonly at: number,
    private readonly source: ReferenceSource,
  ) {}

  get claimCount(): number {
    return this.numbers[this.at]!;
  }

  get mentionCount(): number {
    return this.numbers[this.at + 1]!;
  }

  get claims(): readonly Occurrence[] {
    return this.read(this.at + 2, this.claimCount);
  }

  get mentions(): readonly Occurrence[] {
    return this.read(this.at + 2 + this.claimCount, this.mentionCount);
  }

  private read(from: number, count: number): Occurrence[] {
    const places: Occurrence[] = [];
    for (let i = from; i < from + count; i++) places.push(new ReadPlace(this.path, this.numbers[i]!, this.source));
    return places;
  }
}

/** Keeps the documents it was given: for snapshots made by hand. */
class KeptDocuments implements ReferenceSource {
  private readonly documents = new Map<string, PolicyDocument>();

  set(document: PolicyDocument): void {
    this.documents.set(document.path, document);
  }

  delete(path: string): void {
    this.documents.delete(path);
  }

  reference(path: string, index: number): Reference | undefined {
    return this.documents.get(path)?.references[index];
  }

  span(path: string, index: number): Span | undefined {
    return this.reference(path, index)?.span;
  }
}

export class CoverageIndex {
  /** Entry → document → where in its numbers the entry begins. */
  private readonly byEntry = new Map<string, Map<string, number>>();
  private readonly said = new Map<string, Said>();
  /** Answers of `documentsOf`. */
  private readonly sorted = new Map<string, readonly DocumentCoverage[]>();
  /** Documents that have changed since such an answer was made, by entry. */
  private readonly changed = new Map<string, Set<string>>();
  /** How many documents claim each entry. */
  private readonly claiming = new Map<string, number>();
  private readonly kept: KeptDocuments | null;
  private readonly source: ReferenceSource;

  /** Without a source of references the index keeps the documents that it is given. */
  constructor(
    private readonly catalog: Catalog,
    source?: ReferenceSource,
  ) {
    this.kept = source ? null : new KeptDocuments();
    this.source = source ?? this.kept!;
  }

  /** Replaces what the document says. */
  set(document: PolicyDocument): void {
    this.setNumbers(document.path, numbersOf(document, this.catalog));
    this.kept?.set(document);
  }

  /** The same from what `stored` gave for that document, which must be the one that the source has. */
  restore(path: string, stored: StoredCoverage): void {
    this.setNumbers(path, { keys: stored.keys, numbers: arrayOf(stored.numbers) });
  }

  /** What the document says, to be stored with it. */
  stored(path: string): StoredCoverage | null {
    const said = this.said.get(path);
    return said ? { keys: said.keys, numbers: Uint32Array.from(said.numbers) } : null;
  }

  /** Forgets a document. */
  delete(path: string): void {
    this.kept?.delete(path);
    const said = this.said.get(path);
    if (!said) return;
    this.said.delete(path);
    eachEntry(said, (key, at) => {
      const documents = this.byEntry.get(key);
      documents?.delete(path);
      this.noteChange(key, path);
      if (documents?.size === 0) this.byEntry.delete(key);
      if (said.numbers[at]! > 0) this.count(key, -1);
    });
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
    const changed = this.changed.get(entryKey);
    if (known && !changed) return known;
    this.changed.delete(entryKey);
    const isPatched = known !== undefined && changed !== undefined && changed.size * 4 < known.length;
    const documents = isPatched ? this.patch(known, changed, entryKey) : this.sortedDocuments(entryKey);
    this.sorted.set(entryKey, documents);
    return documents;
  }

  /** What one document says of an entry; undefined where it does not name it. */
  inDocument(entryKey: string, path: string): DocumentCoverage | undefined {
    const at = this.byEntry.get(entryKey)?.get(path);
    return at === undefined ? undefined : this.places(path, at);
  }

  private sortedDocuments(entryKey: string): DocumentCoverage[] {
    const documents: DocumentCoverage[] = [];
    for (const [path, at] of this.byEntry.get(entryKey) ?? []) documents.push(this.places(path, at));
    return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Another array in which documents that did not change are the same objects as before. */
  private patch(known: readonly DocumentCoverage[], changed: Iterable<string>, entryKey: string): DocumentCoverage[] {
    const documents = known.slice();
    let { claiming, mentioning } = countDocuments(known);
    const count = ({ claimCount }: DocumentCoverage, difference: 1 | -1) => {
      if (claimCount > 0) claiming += difference;
      else mentioning += difference;
    };
    for (const path of changed) {
      const at = placeOfPath(documents, path);
      const place = this.inDocument(entryKey, path);
      const places = place ? [place] : [];
      const gone = documents.splice(at, documents[at]?.path === path ? 1 : 0, ...places);
      for (const one of gone) count(one, -1);
      for (const one of places) count(one, 1);
    }
    countsOf.set(documents, { claiming, mentioning });
    return documents;
  }

  private places(path: string, at: number): DocumentPlaces {
    return new DocumentPlaces(path, this.said.get(path)!.numbers, at, this.source);
  }

  /** The answer on an entry is another one because of a document. */
  private noteChange(entryKey: string, path: string): void {
    if (!this.sorted.has(entryKey)) return;
    const changed = this.changed.get(entryKey);
    if (changed) changed.add(path);
    else this.changed.set(entryKey, new Set([path]));
  }

  /** Whether any document claims the entry. */
  isClaimed(entryKey: string): boolean {
    return this.claiming.has(entryKey);
  }

  /** All entries that any document names, in no particular order. */
  entryKeys(): IterableIterator<string> {
    return this.byEntry.keys();
  }

  private setNumbers(path: string, said: Said): void {
    this.delete(path);
    this.said.set(path, said);
    eachEntry(said, (key, at) => {
      this.noteChange(key, path);
      const documents = this.byEntry.get(key);
      if (documents) documents.set(path, at);
      else this.byEntry.set(key, new Map([[path, at]]));
      if (said.numbers[at]! > 0) this.count(key, 1);
    });
  }

  private count(key: string, difference: 1 | -1): void {
    const count = (this.claiming.get(key) ?? 0) + difference;
    if (count > 0) this.claiming.set(key, count);
    else this.claiming.delete(key);
  }
}

/** The index of the path in a list by path, or where it would stand. */
function placeOfPath(documents: readonly DocumentCoverage[], path: string): number {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (documents[middle]!.path < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a document says, as it is stored. */
export interface StoredCoverage {
  readonly keys: readonly string[];
  readonly numbers: Uint32Array;
}

function eachEntry(said: Said, visit: (key: string, at: number) => void): void {
  let at = 0;
  for (const key of said.keys) {
    visit(key, at);
    at += 2 + said.numbers[at]! + said.numbers[at + 1]!;
  }
}

function numbersOf(document: PolicyDocument, catalog: Catalog): Said {
  const places = new Map<string, { claims: number[]; mentions: number[] }>();
  document.references.forEach((reference, index) => {
    if (isNote(reference)) return;
    for (const key of entryKeysOf(reference, catalog)) {
      let found = places.get(key);
      if (!found) {
        found = { claims: [], mentions: [] };
        places.set(key, found);
      }
      (reference.isTag ? found.claims : found.mentions).push(index);
    }
  });
  const numbers: number[] = [];
  for (const { claims, mentions } of places.values()) {
    numbers.push(claims.length, mentions.length);
    for (const index of claims) numbers.push(index);
    for (const index of mentions) numbers.push(index);
  }
  return { keys: [...places.keys()], numbers: arrayOf(numbers) };
}

function arrayOf(numbers: ArrayLike<number>): Said['numbers'] {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, numbers[i]!);
  return largest < 65536 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}
