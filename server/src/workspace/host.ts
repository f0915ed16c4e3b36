/**
 * Everything the workspace wants from the outside world: files, time, a place for messages. The workspace itself never
 * touches a disk or a clock, so it runs the same in Node, in a browser and in a test with an invented world.
 * Paths are relative to the root of the workspace and use `/`.
 */

import type { HelperAnswer, HelperTask } from './helperTask.js';

/** A value at once, or later: a disk answers at once, a virtual file system later. */
export type MaybePromise<T> = T | Promise<T>;

/** Larger files are no policies; they are left out with a notice. In bytes. */
export const largestFile = 5 * 1024 * 1024;

/** Why a file was left out. */
/** `failed`: there is a mistake in Clausemark itself, so that what is in the file is not known, or not what is wrong in it. */
export type SkipReason = 'too-large' | 'binary' | 'not-utf8' | 'unreadable' | 'name' | 'failed';

/** What reading a file gives: its text, or why there is none. `missing` is a file that is not there (any more). */
export type FileText =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly stamp: string;
      /** It was changed a moment ago: it may change again without another stamp. */
      readonly isYoung?: boolean;
    }
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

/** A place outside the workspace where the index is kept from one start to the next. */
export interface IndexStorage {
  /** What of the program decides how texts are read: version and build. */
  readonly program: string;
  /** What was saved last, or null. Never throws. */
  load(): Uint8Array | null;
  /**
   * Keeps it for the next start: soon, or with `atOnce` before it returns, because nothing comes after. That it fails (a
   * full or read-only disk) costs time at the next start and nothing else.
   */
  save(block: Uint8Array, atOnce: boolean): void;
}

/** Threads that could read files of the same folder. What they are asked and answer is in helperTask.ts. */
export interface HelperPool {
  /** How many are worth their start. */
  readonly most: number;
  /** Fewer files are read sooner than helpers are there to read them. */
  readonly fewestFiles: number;
  /** Starts one; null where that is not possible. `on` is called later and never again after `stop`. */
  start(task: HelperTask, on: HelperEvents): HelperThread | null;
}

export interface HelperEvents {
  answered(answer: HelperAnswer): void;
  /** It can no longer be asked; what it was asked for last will not be answered. */
  failed(reason: string): void;
}

export interface HelperThread {
  /** Asks for files; each call gets one answer, in the order of the calls. */
  ask(paths: readonly string[]): void;
  /** Resolves when it is gone, and never fails. */
  stop(): Promise<void>;
}

export interface Host {
  /** Absent where nothing is kept. */
  readonly storage?: IndexStorage | null;
  /** Who reads files at the same time as we do, for when there are many; absent where nobody does. */
  readonly helpers?: HelperPool;
  /** Files come by way of somebody else, who may never answer. */
  readonly isFarAway?: boolean;
  /** Reads a file of at most `largestFile` bytes as UTF-8. Never throws. A byte order mark stays in the text. */
  readFile(path: string, largestFile: number): MaybePromise<FileText>;
  /** The text of a file of at most `largestFile` bytes at once; null without one, or where the host cannot read at once. */
  readFileNow(path: string): string | null;
  /**
   * Lists files, in batches that each take a few milliseconds at most. Links to folders are not followed; folders that
   * cannot be read are left out and named to `log`.
   */
  listFiles(filter: FileFilter): Iterable<readonly ListedFile[]> | AsyncIterable<readonly ListedFile[]>;
  /** What is at that path; `unknown` where the host cannot say at once. */
  kindOf(path: string): 'file' | 'folder' | 'nothing' | 'unknown';
  /**
   * The editor says that something came, changed or went at that path. For hosts that keep what they know; resolves when
   * they know what is there now.
   */
  noteChange?(path: string, isGone: boolean): Promise<void>;
  /** The calendar date, `2026-11-21`. */
  today(): string;
  /** Milliseconds from any fixed moment; only differences count. */
  now(): number;
  /** Lets everything that waits (requests, edits) go first. */
  pause(): Promise<void>;
  /** A line for the log of whoever operates us; never shown as a finding. */
  log(message: string): void;
}
