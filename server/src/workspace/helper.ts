/**
 * What a helper does: reads documents one by one and keeps none of them. It works on a library of its own, so that what it
 * says of a document is what the library of the workspace would.
 */
import type { Catalog } from '../core/catalog/types.js';
import { Names } from '../core/compact/names.js';
import { ValueWriter } from '../core/compact/values.js';
import { Checks } from './checks.js';
import { CurrentSnapshot } from './currentSnapshot.js';
import type { HelperAnswer, HelperFile, HelperTask } from './helperTask.js';
import { type FileText, type Host, largestFile } from './host.js';
import { Library } from './library.js';
import { type StoredFindings, writeDocument } from './storedIndex.js';
import { Texts } from './texts.js';
import { lastingTopics } from './trackedSnapshot.js';

/** A host that answers at once. */
export interface ReadyHost extends Host {
  readFile(path: string, largest: number): FileText;
}

export class Helper {
  private readonly library: Library;
  private readonly checks: Checks;
  private readonly texts: Texts;
  private readonly current: CurrentSnapshot;
  private readonly names: Names;
  private readonly block: ValueWriter;
  private readonly findings: ValueWriter;
  private toldTexts: number;
  private toldShapes: number;

  constructor(
    private readonly host: ReadyHost,
    catalog: Catalog,
    private readonly task: HelperTask,
  ) {
    this.names = new Names(undefined, task.names);
    [this.toldTexts] = task.names.texts;
    [this.toldShapes] = task.names.shapes;
    this.block = new ValueWriter(this.names);
    this.findings = new ValueWriter(this.names);
    this.library = new Library(catalog, task.settings, { names: this.names, implied: task.implied });
    for (const [path, text] of task.systems) this.library.setSystem(path, text);
    this.checks = new Checks(this.library.documents);
    this.texts = new Texts(host, task.keepsByteOrderMark);
    this.current = new CurrentSnapshot(this.texts);
  }

  /** Reads the files. Never throws: what goes wrong with one of them is left to the workspace. */
  read(paths: readonly string[]): HelperAnswer {
    this.block.clear();
    const files = paths.map((path) => this.readOne(path));
    const names = this.names.since(this.toldTexts, this.toldShapes);
    this.toldTexts += names.texts.length;
    this.toldShapes += names.shapes.length;
    return { files, block: this.block.take(), names };
  }

  private readOne(path: string): HelperFile {
    const file = this.host.readFile(path, largestFile);
    if (file.kind !== 'text') return { path, file, at: -1 };
    const begin = this.block.length;
    const about = { kind: file.kind, stamp: file.stamp, isYoung: file.isYoung === true };
    try {
      const isKnown = this.take(path, file.stamp, this.texts.noteRead(path, file.text));
      return { path, file: about, at: isKnown ? begin : -1 };
    } catch {
      // Of this one nothing is said; the workspace reads it itself and says in its log what is wrong with it.
      this.block.cutTo(begin);
      return { path, file: about, at: -1 };
    } finally {
      this.texts.forgetRead();
      this.library.delete(path);
      this.checks.forget(path);
    }
  }

  private take(path: string, stamp: string, text: string): boolean {
    this.library.setDocument(path, text, true);
    // Where all documents decide what is in scope, and nobody knows it yet, this one may have changed it.
    if (this.task.implied.length === 0 && this.library.gatherScope()) this.library.setDocument(path, text, true);
    const stored = this.library.storedDocument(path, stamp);
    if (!stored) return false;
    writeDocument(this.block, { ...stored, findings: this.check(path) });
    return true;
  }

  /** The findings, where they depend on nothing but the document and what the task says. */
  private check(path: string): StoredFindings | null {
    const { today } = this.task;
    const found = this.checks.run(path, this.current.of(this.library, today), this.library.versions);
    const seen = this.checks.seenBy(path);
    if (!found || (seen & ~lastingTopics) !== 0) return null;
    this.findings.clear();
    this.findings.value(found);
    return { bytes: this.findings.take(), seen, today, systems: this.library.systemsPrint };
  }
}
