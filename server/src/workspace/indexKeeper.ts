/** Takes what an earlier run stored of the workspace, and stores what is known for the next one. */
import type { Names } from '../core/compact/names.js';
import { ValueReader, ValueWriter } from '../core/compact/values.js';
import { spokenLanguage } from '../core/l10n.js';
import type { Finding } from '../core/rules/types.js';
import { fingerprintOf } from './fingerprint.js';
import type { IndexStorage } from './host.js';
import type { Inventory } from './inventory.js';
import type { Library } from './library.js';
import type { WorkspaceConfiguration, WorkspaceOptions } from './options.js';
import { IndexWriter, type StoredDocument, StoredIndex } from './storedIndex.js';

/** Documents stored in one step: about a millisecond, for which whoever begins to write waits. */
const documentsPerStep = 20;

/** So many documents must be other ones before everything is written again while work goes on. */
const worthWriting = 100;

const noFindings: readonly Finding[] = [];

interface Saving {
  readonly versions: object;
  /** How many of the changes it began with. */
  readonly changes: number;
  readonly writer: IndexWriter;
  readonly paths: Iterator<string>;
  /** Once all documents are in it. */
  finishing: Generator<void, Uint8Array> | null;
}

export class IndexKeeper {
  private stored: StoredIndex | null = null;
  private key: string | null = null;
  /** Documents that were read since the index was stored. */
  private changes = 0;
  private saving: Saving | null = null;
  private writer: { readonly names: Names; readonly values: ValueWriter } | null = null;

  constructor(
    private readonly storage: IndexStorage | null,
    private readonly inventory: Inventory,
    private readonly options: Pick<WorkspaceOptions, 'keepsByteOrderMark' | 'hasFolder'>,
  ) {}

  /** Looks for what was stored under that configuration. Answers its table of names, or undefined where there is nothing. */
  open(configuration: WorkspaceConfiguration): Names | undefined {
    this.stored = null;
    this.saving = null;
    this.key = this.keyOf(configuration);
    const block = this.key === null ? null : this.storage!.load();
    if (block) this.stored = StoredIndex.open(block, this.key!);
    return this.stored?.names;
  }

  /** What is stored of a file that the listing found unchanged. */
  find(path: string): StoredDocument | null {
    const stamp = this.stored && this.inventory.listedStamp(path);
    return stamp == null ? null : this.stored!.find(path, stamp);
  }

  /** A document was read: what is stored of it is not up to date. */
  noteChange(): void {
    this.changes++;
  }

  /** Null where nothing is stored, or where the findings cannot be. */
  packFindings(findings: readonly Finding[], names: Names): Uint8Array | null {
    if (this.key === null) return null;
    if (this.writer?.names !== names) this.writer = { names, values: new ValueWriter(names) };
    try {
      this.writer.values.value(findings);
      return this.writer.values.take();
    } catch {
      this.writer.values.clear();
      return null;
    }
  }

  unpackFindings(bytes: Uint8Array, names: Names): readonly Finding[] {
    return bytes.length === 0 ? noFindings : (new ValueReader(bytes, names).value() as Finding[]);
  }

  /** Stores some documents more; false when all are stored, or when it is not worth it yet. */
  saveStep(library: Library, isOpen: (path: string) => boolean): boolean {
    const isWorth = this.changes >= worthWriting || (this.changes > 0 && this.changes * 20 >= library.documents.size);
    if (this.key === null || !isWorth) {
      this.saving = null;
      return false;
    }
    return this.advance(library, isOpen, false);
  }

  /** Stores everything at once, if anything changed. */
  saveNow(library: Library, isOpen: (path: string) => boolean): void {
    if (this.key === null || this.changes === 0) return;
    while (this.advance(library, isOpen, true));
  }

  private advance(library: Library, isOpen: (path: string) => boolean, atOnce: boolean): boolean {
    this.saving = this.savingOf(library, atOnce);
    const { writer, paths, finishing } = this.saving;
    if (finishing) return this.finish(finishing, this.saving.changes, atOnce);
    for (let count = 0; count < documentsPerStep; count++) {
      const next = paths.next();
      if (next.done) {
        this.saving.finishing = writer.finish(this.key!);
        return true;
      }
      // What is open is not what is on the disk.
      const stamp = isOpen(next.value) ? null : this.inventory.lastingStamp(next.value);
      const stored = stamp === null ? null : library.storedDocument(next.value, stamp);
      if (stored) writer.add(next.value, stored);
    }
    return true;
  }

  private finish(finishing: Generator<void, Uint8Array>, changes: number, atOnce: boolean): boolean {
    const piece = finishing.next();
    if (!piece.done) return true;
    this.storage!.save(piece.value, atOnce);
    this.changes -= changes;
    this.saving = null;
    return false;
  }

  /**
   * Each document is stored with its own stamp, so what changes while the others are being stored is no reason to begin
   * anew: somebody who types would never let it end. Nothing is left behind of what is stored at once.
   */
  private savingOf(library: Library, atOnce: boolean): Saving {
    const { versions, documents } = library;
    if (this.saving && (!atOnce || this.saving.versions === versions)) return this.saving;
    return {
      versions,
      changes: this.changes,
      writer: new IndexWriter(documents.names),
      paths: documents.keys(),
      finishing: null,
    };
  }

  private keyOf({ catalogPrint, settings }: WorkspaceConfiguration): string | null {
    if (!this.storage || catalogPrint === undefined || this.options.hasFolder === false) return null;
    const mark = this.options.keepsByteOrderMark ? 'mark' : '';
    return `${this.storage.program} ${fingerprintOf(catalogPrint, JSON.stringify(settings), mark, spokenLanguage())}`;
  }
}
