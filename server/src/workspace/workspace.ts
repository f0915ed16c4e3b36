/**
 * The one mutable object: texts on disk, open texts over them, settings. It turns events (opened, edited, changed on
 * disk, other settings) into one value, the snapshot, and says which findings changed. Work is done in small steps that
 * whoever drives it calls; an open document that was just edited is brought up to date as soon as anybody asks.
 */
import type { Catalog } from '../core/catalog/types.js';
import type { PolicyDocument } from '../core/document.js';
import type { Finding } from '../core/rules/types.js';
import type { Settings } from '../core/settings.js';
import type { Snapshot } from '../core/snapshot.js';
import { Checks } from './checks.js';
import { type WorkspaceFiles, workspaceFiles } from './files.js';
import type { FileText, Host, MaybePromise } from './host.js';
import { IndexKeeper } from './indexKeeper.js';
import { Inventory, type SkippedFile } from './inventory.js';
import { Library } from './library.js';
import { folderOf, insidePath, isSystemPath, isUnsaved } from './paths.js';
import { certainFindings, findingsWithoutDocuments } from './provisional.js';
import type { StepResult } from './slices.js';
import { lastingTopics } from './trackedSnapshot.js';

/** Larger files are no policies; they are left out with a notice. In bytes. */
export const largestFile = 5 * 1024 * 1024;

/** What a workspace is made of besides its files. */
export interface WorkspaceConfiguration {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** Content of `.clausemarkignore`, empty without one. */
  readonly ignoreText: string;
  /** Stands for the content of the catalog. Without it nothing is kept for the next start. */
  readonly catalogPrint?: string;
}

export interface WorkspaceOptions {
  /** How many documents are kept as values and not as bytes; for tests. */
  readonly documentsAtHand?: number;
  /** Editors show a text without its byte order mark, so positions leave it out; the command line counts it. */
  readonly keepsByteOrderMark?: boolean;
  /** False for files opened without a folder: there is nothing to list, and every opened text is a document. */
  readonly hasFolder?: boolean;
  /**
   * Called with the findings of a document or soa.yaml whenever it was checked and has some or had some before, whether or
   * not they changed. Null: the file is not part of the workspace any more.
   */
  readonly onFindings?: (path: string, findings: readonly Finding[] | null) => void;
}

/** How far the workspace is. */
export type Progress = 'listing' | 'reading' | 'resolving' | 'checking' | 'ready';

export class Workspace {
  private readonly openTexts = new Map<string, string>();
  /** Open documents whose newest text is not parsed yet. */
  private readonly edited = new Set<string>();
  /** Paths of which findings were handed on that somebody may be showing. */
  private readonly reported = new Set<string>();
  private readonly inventory: Inventory;
  private library: Library;
  private checks: Checks;
  private files: WorkspaceFiles;
  private readonly keeper: IndexKeeper;
  private lastReadIsChecked = true;
  /** The file that was read from disk last. */
  private lastRead: { readonly path: string; readonly text: string } | null = null;
  private current: { readonly snapshot: Snapshot; readonly library: Library; readonly versions: object } | null = null;
  private sweptFor: { readonly versions: object; readonly today: string } | null = null;
  private hasListed = false;
  /** True once all documents were read and resolved: from then on the standards in scope are known. */
  private wasComplete = false;

  constructor(
    private readonly host: Host,
    configuration: WorkspaceConfiguration,
    private readonly options: WorkspaceOptions = {},
  ) {
    this.inventory = new Inventory(host);
    this.keeper = new IndexKeeper(host.storage ?? null, this.inventory, options);
    const names = this.keeper.open(configuration);
    const { documentsAtHand } = options;
    this.library = new Library(configuration.catalog, configuration.settings, { documentsAtHand, names });
    this.checks = new Checks(this.library.documents);
    this.files = workspaceFiles(configuration.settings, configuration.ignoreText);
    if (options.hasFolder === false) this.hasListed = true;
  }

  // ---- events ----

  /** Begins to look for files. Until `step` answers false, answers are about what is known so far. */
  start(): void {
    if (this.options.hasFolder === false) return;
    for (const name of ['soa.yaml', 'soa.yml']) this.inventory.systemsToRead.add(name);
    this.inventory.startListing(this.files);
  }

  /** A document or soa.yaml was opened or edited in an editor: its text counts, not the one on disk. */
  setOpenText(path: string, text: string): void {
    const isNew = !this.openTexts.has(path);
    // A text that is excluded is kept all the same: other settings may include it.
    this.openTexts.set(path, text);
    if (!this.belongs(path)) return;
    if (isNew) this.probeSystemsAbove(path);
    this.edited.add(path);
  }

  /** The editor closed it: the text on disk counts again. */
  closeText(path: string): void {
    if (!this.openTexts.delete(path)) return;
    this.edited.delete(path);
    if (this.options.hasFolder === false || isUnsaved(path)) this.drop(path);
    else this.inventory.askFor(path, this.files);
  }

  /** The file was created or changed on disk. A folder means that everything in it may be new. */
  fileChanged(path: string): void {
    this.library.filesChanged();
    this.inventory.noteEvent(path);
    this.inventory.askFor(path, this.files);
    if (this.host.kindOf(path) === 'folder' && this.files.entersFolder(path)) this.listAgain();
  }

  /** The file, or the folder with everything in it, is gone from the disk. */
  fileDeleted(path: string): void {
    this.library.filesChanged();
    this.inventory.noteEvent(path);
    for (const gone of this.inventory.pathsBelow(path)) this.forgetFile(gone);
    this.forgetFile(path);
  }

  /** Looks at all files again: after many changes at once, or when it is not known what changed. */
  listAgain(): void {
    if (this.options.hasFolder !== false) this.inventory.startListing(this.files);
  }

  /** Other settings, another catalog, another ignore file: everything is read anew, open texts stay. */
  configure(configuration: WorkspaceConfiguration): void {
    const known = new Set([...this.library.paths(), ...this.reported, ...this.openTexts.keys()]);
    this.files = workspaceFiles(configuration.settings, configuration.ignoreText);
    const { documentsAtHand } = this.options;
    const names = this.keeper.open(configuration);
    this.library = new Library(configuration.catalog, configuration.settings, { documentsAtHand, names });
    this.checks = new Checks(this.library.documents);
    this.sweptFor = null;
    this.wasComplete = false;
    this.lastRead = null;
    this.inventory.forgetStamps();
    for (const path of known) {
      if (!this.belongs(path)) this.report(path, null);
      else if (this.openTexts.has(path)) this.edited.add(path);
      else this.inventory.askFor(path, this.files);
    }
    this.listAgain();
  }

  // ---- answers ----

  /** The value that every request and every rule works on; the same object until something changes. */
  snapshot(): Snapshot {
    this.takeEdits();
    const { library, host } = this;
    const today = host.today();
    // Sorting costs a few milliseconds with ten thousand documents: not for every edit while they are being read.
    if (this.isComplete()) library.sortDocuments();
    const isCurrent =
      this.current?.library === library &&
      this.current.versions === library.versions &&
      this.current.snapshot.documents === library.documents &&
      this.current.snapshot.today === today;
    if (!isCurrent) {
      this.current = { snapshot: this.makeSnapshot(today), library, versions: library.versions };
    }
    return this.current!.snapshot;
  }

  /** The document as it is now, or undefined. */
  document(path: string): PolicyDocument | undefined {
    return this.snapshot().documents.get(path);
  }

  /** Whether a path is a document or soa.yaml of this workspace, by its settings. */
  belongs(path: string): boolean {
    return this.options.hasFolder === false || isUnsaved(path) || this.files.wantsFile(path);
  }

  isOpen(path: string): boolean {
    return this.openTexts.has(path);
  }

  /**
   * The findings of one document or soa.yaml now; empty where it is unknown. They are reported as well: this check counts
   * as done, so nobody else would tell the editor of them.
   */
  findings(path: string): readonly Finding[] {
    const findings = this.checks.run(path, this.snapshot(), this.library.versions);
    if (!findings) return [];
    const shown = this.shown(path, findings);
    this.report(path, shown);
    return shown;
  }

  /** Files that were left out, and why. */
  skippedFiles(): readonly SkippedFile[] {
    return [...this.inventory.skipped.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  progress(): Progress {
    if (this.inventory.isListing) return 'listing';
    if (this.inventory.hasMore) return 'reading';
    if (this.library.hasUnresolved) return 'resolving';
    return this.isSwept() ? 'ready' : 'checking';
  }

  // ---- for the next start ----

  /** One small piece of storing what is known, for when there is nothing else to do; false when there is nothing to store. */
  saveStep(): boolean {
    return this.isComplete() && this.keeper.saveStep(this.library, (path) => this.openTexts.has(path));
  }

  /** Stores at once what is worth storing: nothing more will come. */
  saveNow(): void {
    if (this.isComplete()) this.keeper.saveNow(this.library, (path) => this.openTexts.has(path));
  }

  // ---- work ----

  /** Does one small piece of what is to be done, the most urgent first. False when everything is up to date. */
  step(): MaybePromise<StepResult> {
    return this.checkEdited() || this.checkRead() || this.loadStep() || this.checkNext();
  }

  /** The same without checking: reads and resolves only. For whoever asks for findings document by document. */
  loadStep(): MaybePromise<boolean> {
    this.takeEdits();
    const didSomething = this.readNext() || this.library.resolveNext() || this.readWanted();
    if (didSomething === false) this.wasComplete = true;
    return didSomething;
  }

  /** Texts that are needed once more, because other standards came into scope. */
  private readWanted(): boolean {
    const { wanted } = this.library;
    if (wanted.size === 0) return false;
    for (const path of wanted) {
      if (this.openTexts.has(path)) this.edited.add(path);
      else this.inventory.askFor(path, this.files);
    }
    wanted.clear();
    return true;
  }

  private takeEdits(): void {
    for (const path of this.edited) {
      this.edited.delete(path);
      if (!this.belongs(path)) continue;
      this.takeText(path, this.openTexts.get(path) ?? '', true);
      this.checks.askFirst(path);
    }
  }

  /** What somebody is typing comes first, even while the rest is being read. */
  private checkEdited(): StepResult {
    this.takeEdits();
    const path = this.checks.nextUrgent();
    if (path === null) return false;
    this.check(path);
    return 'urgent';
  }

  /**
   * A document that was read and resolved just now is checked while its text is at hand: rules quote from it, and reading
   * it a second time would cost as much as the first.
   */
  private checkRead(): boolean {
    const path = this.lastRead?.path;
    if (path === undefined || this.lastReadIsChecked) return false;
    this.lastReadIsChecked = true;
    this.check(path);
    // At once, so that what was made for it is still young when it becomes garbage.
    if (!this.openTexts.has(path)) this.library.documents.release(path);
    return true;
  }

  private readNext(): MaybePromise<boolean> {
    const waiting = this.inventory.systemsToRead.size > 0 && !this.hasListed;
    if (this.inventory.isListing && !waiting) return this.list();
    const path = this.inventory.next();
    if (path === null) return false;
    if (this.openTexts.has(path) || !this.belongs(path)) return true;
    if (this.restore(path)) return true;
    const result = this.host.readFile(path, largestFile);
    if (!(result instanceof Promise)) return this.takeFile(path, result);
    return result.then((file) => this.takeFile(path, file));
  }

  private list(): MaybePromise<boolean> {
    const finish = (gone: readonly string[] | null) => {
      if (gone !== null) this.hasListed = true;
      for (const path of gone ?? []) this.forgetFile(path);
      return true;
    };
    const gone = this.inventory.takeBatch(this.files);
    return gone instanceof Promise ? gone.then(finish) : finish(gone);
  }

  /** Takes what an earlier run stored of the file, where the file is still the same. */
  private restore(path: string): boolean {
    const stored = this.keeper.find(path);
    if (!stored) return false;
    const canResolve = this.library.hasStatedScope(path);
    this.library.restoreDocument(path, stored, canResolve);
    if (canResolve && this.library.documents.has(path)) this.check(path);
    return true;
  }

  private takeFile(path: string, file: FileText): true {
    this.inventory.noteRead(path, file);
    if (this.openTexts.has(path)) return true;
    this.lastRead = null;
    if (file.kind === 'text') {
      const text = this.withoutMark(file.text);
      const canResolve = this.library.hasStatedScope(path);
      this.takeText(path, text, canResolve);
      this.lastRead = { path, text };
      this.lastReadIsChecked = !canResolve || isSystemPath(path);
      this.keeper.noteChange();
    }
    if (file.kind !== 'text') this.drop(path);
    if (file.kind === 'skipped') this.host.log(`Left out ${path}: ${file.reason} (${file.bytes} bytes).`);
    return true;
  }

  private takeText(path: string, text: string, resolve: boolean): void {
    try {
      if (isSystemPath(path)) this.library.setSystem(path, text);
      else this.library.setDocument(path, text, resolve);
    } catch (error) {
      // The core promises not to throw. Should it do so all the same, one file is lost and not the server.
      this.host.log(
        `Could not read ${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      this.drop(path);
    }
  }

  private checkNext(): boolean {
    const snapshot = this.snapshot();
    const path = this.checks.next();
    if (path !== null) {
      this.check(path);
      return true;
    }
    if (this.isSwept()) return false;
    this.sweptFor = { versions: this.library.versions, today: snapshot.today };
    const waiting = this.checks.askOutdated(snapshot, this.library.versions, this.library.resolved);
    this.library.resolved.clear();
    return waiting > 0;
  }

  private isSwept(): boolean {
    return this.sweptFor?.versions === this.library.versions && this.sweptFor.today === this.host.today();
  }

  private check(path: string): void {
    try {
      const findings = this.knownFindings(path) ?? this.checks.run(path, this.snapshot(), this.library.versions);
      if (findings) this.keepFindings(path, findings);
      this.report(path, findings && this.shown(path, findings));
    } catch (error) {
      this.host.log(
        `Could not check ${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }

  /** The findings of an earlier check of the same document, where everything that it looked at is still the same. */
  private knownFindings(path: string): readonly Finding[] | null {
    const stored = this.library.documents.slot(path)?.findings;
    if (!stored || this.openTexts.has(path)) return null;
    const today = this.host.today();
    if (stored.today !== today || stored.systems !== this.library.systemsPrint) return null;
    this.checks.noteKnown(path, stored.seen, this.library.versions, today);
    return this.keeper.unpackFindings(stored.bytes, this.library.documents.names);
  }

  private keepFindings(path: string, findings: readonly Finding[]): void {
    const slot = this.library.documents.slot(path);
    const seen = this.checks.seenBy(path);
    if (!slot || slot.findings || this.openTexts.has(path) || (seen & ~lastingTopics) !== 0) return;
    const bytes = this.keeper.packFindings(findings, this.library.documents.names);
    if (bytes) slot.findings = { bytes, seen, today: this.host.today(), systems: this.library.systemsPrint };
  }

  /** The findings that can be handed on now. */
  private shown(path: string, findings: readonly Finding[]): readonly Finding[] {
    if (this.wasComplete) return findings;
    // What a statement says of documents cannot be judged before they are known; it is checked again then.
    const isSystem = isSystemPath(path);
    if (!isSystem && this.library.hasStatedScope(path)) return findings;
    this.checks.distrust(path);
    return isSystem ? findingsWithoutDocuments(findings) : certainFindings(this.library.documents.get(path), findings);
  }

  /** Whether all documents are in and resolved, so that only checks are left. */
  private isComplete(): boolean {
    return this.hasListed && !this.inventory.hasMore && !this.library.hasUnresolved;
  }

  /** The soa.yaml files above a document decide its scope, so they are looked for before the listing finds them. */
  private probeSystemsAbove(path: string): void {
    if (this.hasListed || isUnsaved(path)) return;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      this.inventory.askFor(`${folder}/soa.yaml`, this.files);
    }
  }

  private forgetFile(path: string): void {
    this.inventory.forget(path);
    if (!this.openTexts.has(path)) this.drop(path);
  }

  private drop(path: string): void {
    if (this.lastRead?.path === path) this.lastRead = null;
    this.library.delete(path);
    this.checks.forget(path);
    this.report(path, null);
  }

  private report(path: string, findings: readonly Finding[] | null): void {
    if (findings !== null && findings.length > 0) this.reported.add(path);
    else if (!this.reported.delete(path)) return;
    this.options.onFindings?.(path, findings);
  }

  private withoutMark(text: string): string {
    return !this.options.keepsByteOrderMark && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  private makeSnapshot(today: string): Snapshot {
    const { library } = this;
    return {
      catalog: library.catalog,
      settings: library.settings,
      today,
      documents: library.documents,
      systems: library.systems,
      coverage: library.coverage,
      fields: library.fields,
      scopeFor: (path) => library.scopeFor(path).standards,
      textOf: (path) => this.textOf(path),
      fileExists: (path) => this.fileExists(path),
    };
  }

  private textOf(path: string): string | null {
    const open = this.openTexts.get(path);
    if (open !== undefined) return open;
    if (this.lastRead?.path === path) return this.lastRead.text;
    const system = this.library.systemTexts.get(path);
    if (system !== undefined) return system;
    const inside = insidePath(path);
    const text = inside === null ? null : this.host.readFileNow(inside);
    return text === null ? null : this.withoutMark(text);
  }

  private fileExists(path: string): boolean | null {
    const inside = insidePath(path);
    if (inside === null) return false;
    const kind = this.openTexts.has(inside) ? 'file' : this.host.kindOf(inside);
    return kind === 'unknown' ? null : kind !== 'nothing';
  }
}
