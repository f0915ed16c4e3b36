/**
 * The one mutable object: texts on disk, open texts over them, settings. It turns events (opened, edited, changed on
 * disk, other settings) into one value, the snapshot, and says which findings changed. Work is done in small steps that
 * whoever drives it calls; an open document that was just edited is brought up to date as soon as anybody asks.
 */
import type { PolicyDocument } from '../core/document.js';
import type { Finding } from '../core/rules/types.js';
import type { Snapshot } from '../core/snapshot.js';
import { Checks } from './checks.js';
import { CurrentSnapshot } from './currentSnapshot.js';
import { type WorkspaceFiles, workspaceFiles } from './files.js';
import type { HelpedFile, Helpers } from './helpers.js';
import { helpersOf } from './helpersOf.js';
import { type FileText, type Host, largestFile, type MaybePromise } from './host.js';
import { IndexKeeper } from './indexKeeper.js';
import { Inventory, type SkippedFile } from './inventory.js';
import { Library } from './library.js';
import type { WorkspaceConfiguration, WorkspaceOptions } from './options.js';
import { folderOf, isSystemPath, isUnsaved } from './paths.js';
import { Reporting } from './reporting.js';
import type { StepResult } from './slices.js';
import type { StoredDocument } from './storedIndex.js';
import { SystemReading } from './systemReading.js';
import { Texts } from './texts.js';

/** How far the workspace is. */
export type Progress = 'listing' | 'reading' | 'resolving' | 'checking' | 'ready';

export class Workspace {
  private readonly texts: Texts;
  /** Open documents whose newest text is not parsed yet. */
  private readonly edited = new Set<string>();
  private readonly inventory: Inventory;
  private library: Library;
  private checks: Checks;
  private helpers: Helpers;
  private files: WorkspaceFiles;
  private readonly keeper: IndexKeeper;
  private readonly reporting: Reporting;
  private readonly current: CurrentSnapshot;
  private readonly systemReading = new SystemReading();
  private lastReadIsChecked = true;
  private hasListed = false;

  constructor(
    private readonly host: Host,
    configuration: WorkspaceConfiguration,
    private readonly options: WorkspaceOptions = {},
  ) {
    this.inventory = new Inventory(host);
    this.keeper = new IndexKeeper(host.storage ?? null, this.inventory, options);
    this.texts = new Texts(host, options.keepsByteOrderMark ?? false);
    this.current = new CurrentSnapshot(this.texts);
    this.library = this.emptyLibrary(configuration);
    this.checks = new Checks(this.library.documents);
    this.helpers = helpersOf(this.host, configuration, this.options, this.library, this.inventory);
    this.reporting = new Reporting(
      { library: this.library, checks: this.checks },
      host,
      this.keeper,
      this.texts,
      options.onFindings,
      (path, hasFailed) => this.inventory.noteFailure(path, hasFailed),
    );
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
    // A text that is excluded is kept all the same: other settings may include it.
    const isNew = this.texts.setOpen(path, text);
    if (!this.belongs(path)) return;
    if (isNew) this.probeSystemsAbove(path);
    this.edited.add(path);
    this.helpers.nudge();
  }

  /** The editor closed it: the text on disk counts again. */
  closeText(path: string): void {
    if (!this.texts.close(path)) return;
    this.edited.delete(path);
    if (this.options.hasFolder === false || isUnsaved(path)) this.drop(path);
    else this.askFor(path);
  }

  /** The file was created or changed on disk. A folder means that everything in it may be new. */
  fileChanged(path: string): void {
    this.library.filesChanged();
    this.inventory.noteEvent(path);
    this.askFor(path);
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
    if (this.options.hasFolder === false) return;
    for (const path of this.systemReading.stop()) this.askFor(path);
    this.inventory.startListing(this.files);
    this.helpers.nudge();
  }

  /** Other settings, another catalog, another ignore file: everything is read anew, open texts stay. */
  configure(configuration: WorkspaceConfiguration): void {
    const left = [...this.helpers.stop(), ...this.systemReading.stop()];
    const known = new Set([...this.library.paths(), ...this.reporting.paths(), ...this.texts.openPaths(), ...left]);
    this.files = workspaceFiles(configuration.settings, configuration.ignoreText);
    this.library = this.emptyLibrary(configuration);
    this.checks = new Checks(this.library.documents);
    this.helpers = helpersOf(this.host, configuration, this.options, this.library, this.inventory);
    this.reporting.restart({ library: this.library, checks: this.checks });
    this.texts.forgetRead();
    this.inventory.forgetStamps();
    for (const path of known) {
      if (!this.belongs(path)) this.reporting.report(path, null);
      else if (this.texts.isOpen(path)) this.edited.add(path);
      else this.askFor(path);
    }
    this.listAgain();
  }

  /** Nobody wants anything of this workspace any more. */
  close(): void {
    this.helpers.stop();
  }

  // ---- answers ----

  /** The value that every request and every rule works on; the same object until something changes. */
  snapshot(): Snapshot {
    this.takeEdits();
    const { library } = this;
    // Sorting costs a few milliseconds with ten thousand documents: not for every edit while they are being read.
    if (this.isComplete()) library.sortDocuments();
    return this.current.of(library, this.host.today());
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
    return this.texts.isOpen(path);
  }

  /**
   * The findings of one document or soa.yaml now; empty where it is unknown. They are reported as well: this check counts
   * as done, so nobody else would tell the editor of them.
   */
  findings(path: string): readonly Finding[] {
    return this.reporting.findings(path, this.snapshot());
  }

  /** Files that were left out, and why. */
  skippedFiles(): readonly SkippedFile[] {
    return [...this.inventory.skipped.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  progress(): Progress {
    if (this.inventory.isListing) return 'listing';
    if (this.isReading()) return 'reading';
    if (this.library.hasUnresolved) return 'resolving';
    return this.isSwept() ? 'ready' : 'checking';
  }

  // ---- for the next start ----

  /** One small piece of storing what is known, for when there is nothing else to do; false when there is nothing to store. */
  saveStep(): boolean {
    return this.isComplete() && this.keeper.saveStep(this.library, (path) => this.texts.isOpen(path));
  }

  /** Stores at once what is worth storing: nothing more will come. */
  saveNow(): void {
    if (this.isComplete()) this.keeper.saveNow(this.library, (path) => this.texts.isOpen(path));
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
    if (didSomething === false) this.reporting.noteComplete();
    return didSomething;
  }

  /** Texts that are needed once more, because other standards came into scope. */
  private readWanted(): boolean {
    const { wanted } = this.library;
    if (wanted.size === 0) return false;
    for (const path of wanted) {
      if (this.texts.isOpen(path)) this.edited.add(path);
      else this.askFor(path);
    }
    wanted.clear();
    return true;
  }

  private takeEdits(): void {
    for (const path of this.edited) {
      this.edited.delete(path);
      if (!this.belongs(path)) continue;
      this.takeText(path, this.texts.openText(path) ?? '', true);
      this.checks.askFirst(path);
    }
  }

  /** What somebody is typing comes first, even while the rest is being read, and while `step` waits for a file. */
  checkEdited(): StepResult {
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
    const path = this.texts.lastReadPath;
    if (path === undefined || this.lastReadIsChecked) return false;
    this.lastReadIsChecked = true;
    this.check(path);
    // At once, so that what was made for it is still young when it becomes garbage.
    if (!this.texts.isOpen(path) && !this.options.isShortRun) this.library.documents.release(path);
    return true;
  }

  private readNext(): MaybePromise<boolean> {
    const system = this.systemReading.next();
    if (system) return system === 'reading' || this.takeFile(system.path, system.file);
    const waiting = this.inventory.systemsToRead.size > 0 && !this.hasListed;
    if (this.inventory.isListing && !waiting) return this.list();
    for (const path of this.helpers.handBack()) this.inventory.toRead.add(path);
    const helped = this.helpers.next();
    if (helped) return this.takeHelped(helped);
    const path = this.inventory.next();
    if (path === null) return this.helpers.hasMore ? this.helpers.more() : (this.helpers.rest() ?? false);
    if (this.texts.isOpen(path) || !this.belongs(path)) return true;
    if (this.restore(path)) return true;
    if (!isSystemPath(path) && this.helpers.read(path)) return true;
    return this.readFile(path);
  }

  private readFile(path: string): MaybePromise<boolean> {
    const result = this.host.readFile(path, largestFile);
    const take = (file: FileText) => this.systemReading.begin(path, file) || this.takeFile(path, file);
    return result instanceof Promise ? result.then(take) : take(result);
  }

  /** Takes what a helper found out about a file, as if it had been stored. */
  private takeHelped({ path, file, stored }: HelpedFile): MaybePromise<boolean> {
    if (this.texts.isOpen(path) || !this.belongs(path)) return true;
    if (file.kind !== 'text') return this.takeFile(path, file);
    if (!stored) return this.readFile(path);
    this.inventory.noteRead(path, file);
    this.texts.forgetRead(path);
    this.takeStored(path, stored);
    this.keeper.noteChange();
    return true;
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
    if (stored) this.takeStored(path, stored);
    return stored !== null;
  }

  private takeStored(path: string, stored: StoredDocument): void {
    const canResolve = this.library.hasStatedScope(path);
    this.library.restoreDocument(path, stored, canResolve);
    if (canResolve && this.library.documents.has(path)) this.check(path);
  }

  private takeFile(path: string, file: FileText): true {
    this.inventory.noteRead(path, file);
    if (this.texts.isOpen(path)) return true;
    this.texts.forgetRead();
    if (file.kind === 'text') {
      const text = this.texts.noteRead(path, file.text);
      const canResolve = this.library.hasStatedScope(path);
      this.takeText(path, text, canResolve);
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
      else this.library.setDocument(path, text, resolve, this.texts.isOpen(path));
      this.inventory.noteFailure(path, false);
    } catch (error) {
      // The core promises not to throw. Should it do so all the same, one file is lost and not the server, and we say so.
      this.host.log(
        `Could not read ${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      this.drop(path);
      this.inventory.noteFailure(path, true);
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
    this.checks.askOutdated(snapshot, this.library.versions, this.library.resolved);
    if (this.isSwept()) this.library.resolved.clear();
    return true;
  }

  private isSwept(): boolean {
    return this.checks.isSwept(this.library.versions, this.host.today());
  }

  private check(path: string): void {
    this.reporting.check(path, () => this.snapshot());
  }

  /** Whether all documents are in and resolved, so that only checks are left. */
  private isComplete(): boolean {
    return this.hasListed && !this.isReading() && !this.library.hasUnresolved;
  }

  private isReading(): boolean {
    return this.inventory.hasMore || this.systemReading.isUnderWay || this.helpers.hasMore;
  }

  /** The soa.yaml files above a document decide its scope, so they are looked for before the listing finds them. */
  private probeSystemsAbove(path: string): void {
    if (this.hasListed || isUnsaved(path)) return;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      this.inventory.askFor(`${folder}/soa.yaml`, this.files);
    }
  }

  /** Asks for a file to be read, whatever is known of it. */
  private askFor(path: string): void {
    this.inventory.askFor(path, this.files);
    this.overtake(path);
  }

  /** What is being read of the file may be older than what happened to it. */
  private overtake(path: string): void {
    this.helpers.forget(path);
    this.helpers.nudge();
    for (const system of this.systemReading.interrupt(path)) this.inventory.askFor(system, this.files);
  }

  private forgetFile(path: string): void {
    this.inventory.forget(path);
    this.overtake(path);
    if (!this.texts.isOpen(path)) this.drop(path);
  }

  private drop(path: string): void {
    this.texts.forgetRead(path);
    this.library.delete(path);
    this.checks.forget(path);
    this.reporting.report(path, null);
  }

  private emptyLibrary(configuration: WorkspaceConfiguration): Library {
    const { documentsAtHand } = this.options;
    const names = this.keeper.open(configuration);
    return new Library(configuration.catalog, configuration.settings, { documentsAtHand, names });
  }
}
