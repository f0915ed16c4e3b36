/**
 * Which files there are and which of them must still be read. A listing finds what is new, changed or gone by the stamp
 * of each file; the editor's watcher names single files. Both end in the same set of paths to read.
 */
import type { WorkspaceFiles } from './files.js';
import type { HelperFileText } from './helperTask.js';
import type { FileText, Host, ListedFile, MaybePromise, SkipReason } from './host.js';
import { PathQueue } from './pathQueue.js';

/** A file that was left out, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
  readonly bytes: number;
}

type Batches = Iterator<readonly ListedFile[]> | AsyncIterator<readonly ListedFile[]>;

export class Inventory {
  /** Paths whose content must be read; those of management systems first. */
  readonly toRead = new PathQueue();
  readonly systemsToRead = new PathQueue();
  readonly skipped = new Map<string, SkippedFile>();

  /** What is known of each file on disk: the stamp it had when it was listed or read. */
  private readonly stamps = new Map<string, string>();
  /** Files to read that the listing alone named: nobody says that they changed. */
  private readonly onlyListed = new Set<string>();
  /** Files that were changed a moment before they were read. */
  private readonly young = new Set<string>();
  private batches: Batches | null = null;
  private listed = new Set<string>();
  /** Files and folders that changed or went while the listing is under way: what it says of them may be older. */
  private readonly overtaken = new Set<string>();

  constructor(private readonly host: Host) {}

  /** Begins a listing, or begins it again. */
  startListing(files: WorkspaceFiles): void {
    const batches = this.host.listFiles(files);
    this.batches = Symbol.iterator in batches ? batches[Symbol.iterator]() : batches[Symbol.asyncIterator]();
    this.listed = new Set();
    this.overtaken.clear();
  }

  /** Somebody says that the file or folder changed or went: a listing under way may still have seen the old one. */
  noteEvent(path: string): void {
    if (this.isListing) this.overtaken.add(path);
  }

  get isListing(): boolean {
    return this.batches !== null;
  }

  /** Takes the next batch of the listing. Answers the paths that are gone once the listing is complete, else null. */
  takeBatch(files: WorkspaceFiles): MaybePromise<string[] | null> {
    if (!this.batches) return null;
    const next = this.batches.next();
    return next instanceof Promise ? next.then((result) => this.take(result, files)) : this.take(next, files);
  }

  /** Asks for a file to be read, whatever its stamp. */
  askFor(path: string, files: WorkspaceFiles): void {
    this.onlyListed.delete(path);
    if (files.isSystem(path)) this.systemsToRead.add(path);
    else if (files.isDocument(path)) this.toRead.add(path);
  }

  /** The next path to read, or null. */
  next(): string | null {
    return this.systemsToRead.take() ?? this.toRead.take();
  }

  get hasMore(): boolean {
    return this.toRead.size > 0 || this.systemsToRead.size > 0;
  }

  /** The stamp of a file that the listing found and nobody else named; null for others. */
  listedStamp(path: string): string | null {
    return this.onlyListed.has(path) ? (this.stamps.get(path) ?? null) : null;
  }

  /** The stamp by which the file will be known at the next start; null where it is not to be trusted. */
  lastingStamp(path: string): string | null {
    return this.young.has(path) ? null : (this.stamps.get(path) ?? null);
  }

  /** Notes what reading the file gave. */
  noteRead(path: string, result: FileText | HelperFileText): void {
    this.onlyListed.delete(path);
    if (result.kind === 'text' && result.isYoung) this.young.add(path);
    else this.young.delete(path);
    this.skipped.delete(path);
    if (result.kind === 'missing') this.stamps.delete(path);
    else {
      this.stamps.set(path, result.stamp);
      // A file that appeared while the listing was under way may have missed it, and is there all the same.
      this.listed.add(path);
    }
    if (result.kind === 'skipped') this.skipped.set(path, { path, reason: result.reason, bytes: result.bytes });
  }

  /** Notes that the program failed on the text of a file, or that it did not this time. */
  noteFailure(path: string, hasFailed: boolean): void {
    if (hasFailed) this.skipped.set(path, { path, reason: 'failed', bytes: 0 });
    else if (this.skipped.get(path)?.reason === 'failed') this.skipped.delete(path);
  }

  /** Everything is to be read anew: the next listing finds every file new. */
  forgetStamps(): void {
    this.stamps.clear();
    this.skipped.clear();
    this.onlyListed.clear();
  }

  /** Notes that the file is gone. */
  forget(path: string): void {
    this.stamps.delete(path);
    this.skipped.delete(path);
    this.onlyListed.delete(path);
    this.toRead.delete(path);
    this.systemsToRead.delete(path);
  }

  /** Every path known to be on disk that is the given path or below it. */
  pathsBelow(folder: string): string[] {
    return [...this.stamps.keys()].filter((path) => path === folder || path.startsWith(folder + '/'));
  }

  private take(result: IteratorResult<readonly ListedFile[]>, files: WorkspaceFiles): string[] | null {
    if (result.done) {
      this.batches = null;
      return [...this.stamps.keys()].filter((path) => !this.listed.has(path) && !this.isAskedFor(path));
    }
    for (const { path, stamp } of result.value) {
      this.listed.add(path);
      if (this.stamps.get(path) === stamp) continue;
      this.stamps.set(path, stamp);
      const isAsked = this.toRead.has(path) && !this.onlyListed.has(path);
      this.askFor(path, files);
      if (!isAsked && !this.isOvertaken(path)) this.onlyListed.add(path);
    }
    return null;
  }

  /** Somebody says that it changed: whether it is there, reading it will tell. It may have come after the listing passed by. */
  private isAskedFor(path: string): boolean {
    return (this.toRead.has(path) || this.systemsToRead.has(path)) && !this.onlyListed.has(path);
  }

  private isOvertaken(path: string): boolean {
    if (this.overtaken.size === 0) return false;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (this.overtaken.has(path.slice(0, end))) return true;
    }
    return false;
  }
}
