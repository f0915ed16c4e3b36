/**
 * Everything the workspace wants from the outside world: files, time, a place for messages. The workspace itself never
 * touches a disk or a clock, so it runs the same in Node, in a browser and in a test with an invented world.
 * Paths are relative to the root of the workspace and use `/`.
 */

/** A value at once, or later: a disk answers at once, a virtual file system later. */
export type MaybePromise<T> = T | Promise<T>;

/** Why a file was left out. */
export type SkipReason = 'too-large' | 'binary' | 'not-utf8' | 'unreadable';

/** What reading a file gives: its text, or why there is none. `missing` is a file that is not there (any more). */
export type FileText =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: string }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly bytes: number; readonly stamp: string }
  | { readonly kind: 'missing' };

/** A file as a listing found it. Its stamp (time and size, in any form) is another one when the content may be another. */
export interface ListedFile {
  readonly path: string;
  readonly stamp: string;
}

/** Which files and folders a listing is about. */
export interface FileFilter {
  entersFolder(path: string): boolean;
  wantsFile(path: string): boolean;
}

export interface Host {
  /** Reads a file of at most `largestFile` bytes as UTF-8. Never throws. A byte order mark stays in the text. */
  readFile(path: string, largestFile: number): MaybePromise<FileText>;
  /** The same at once, or null where the host cannot read at once. */
  readFileNow(path: string): string | null;
  /**
   * Lists files, in batches that each take a few milliseconds at most. Links to folders are not followed; folders that
   * cannot be read are left out and named to `log`.
   */
  listFiles(filter: FileFilter): Iterable<readonly ListedFile[]> | AsyncIterable<readonly ListedFile[]>;
  /** What is at that path; `unknown` where the host cannot say at once. */
  kindOf(path: string): 'file' | 'folder' | 'nothing' | 'unknown';
  /** The calendar date, `2026-11-21`. */
  today(): string;
  /** Milliseconds from any fixed moment; only differences count. */
  now(): number;
  /** Lets everything that waits (requests, edits) go first. */
  pause(): Promise<void>;
  /** A line for the log of whoever operates us; never shown as a finding. */
  log(message: string): void;
}
