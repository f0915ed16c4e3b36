/** The disk as the workspace sees it: one folder, read-only, nothing outside it. */
import { isAscii, isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { ReadyHost } from '../workspace/helper.js';
import {
  type FileFilter,
  type FileText,
  type HelperPool,
  type IndexStorage,
  type ListedFile,
  largestFile,
} from '../workspace/host.js';

/** Files per batch of a listing: a millisecond or two of work. */
const batchSize = 200;

/** Windows has neither; it has no pipes among files, and making a link there takes an administrator. */
const noWaiting = constants.O_NONBLOCK ?? 0;
const noFollowing = constants.O_NOFOLLOW ?? 0;

/** How much of a file is looked at for a NUL byte, which no text has. */
export const binaryProbe = 8192;

export interface DiskHostOptions {
  readonly log: (message: string) => void;
  /** Is told of a folder that cannot be read; the log by itself. */
  readonly warn?: (message: string) => void;
  /** The calendar date of today, `2026-11-21`. */
  readonly today: () => string;
  /** Resolves when everything that waits had its turn. */
  readonly pause: () => Promise<void>;
  /** Where the index is kept; nothing is kept without it. */
  readonly storage?: IndexStorage | null;
  /** Who reads files at the same time; nobody without it. */
  readonly helpers?: HelperPool;
}

/** A file changed so shortly before it is read may change again without its time and size showing it. In milliseconds. */
const youngAge = 2000;

/** So long a folder that was found inside the root is taken for one: files of a folder are read one after the other. */
const folderHolds = 100;

/** The host for the folder of that absolute path. */
export function createDiskHost(root: string, options: DiskHostOptions): ReadyHost {
  const reader = new FileReader(realPath(root) ?? root);
  const absolute = (path: string) => (path === '' ? root : join(root, path));
  return {
    readFile: (path, largest) => reader.read(absolute(path), largest),
    readFileNow: (path) => {
      const file = reader.read(absolute(path), largestFile);
      return file.kind === 'text' ? file.text : null;
    },
    listFiles: (filter) => listFiles(root, filter, options.warn ?? options.log),
    kindOf: (path) => kindOf(absolute(path)),
    today: options.today,
    now: () => performance.now(),
    pause: options.pause,
    log: options.log,
    storage: options.storage ?? null,
    ...(options.helpers ? { helpers: options.helpers } : {}),
  };
}

/** Reads files into one buffer that is used again, which is several times as fast as a new one for each file. */
class FileReader {
  private buffer = Buffer.allocUnsafe(256 * 1024);
  /** The folder that was last found inside the root, and when. */
  private inside = { folder: '', since: Number.NEGATIVE_INFINITY };

  constructor(private readonly realRoot: string) {}

  read(path: string, largest: number): FileText {
    let file: number | null = null;
    try {
      file = this.open(path);
      if (file === null) return { kind: 'missing' };
      const stats = fstatSync(file);
      if (!stats.isFile()) return { kind: 'missing' };
      const stamp = stampOf(stats);
      if (stats.size > largest) return { kind: 'skipped', reason: 'too-large', bytes: stats.size, stamp };
      const read = this.decode(this.readAll(file, stats.size), stamp);
      const changed = Math.max(stats.mtimeMs, stats.ctimeMs);
      return read.kind === 'text' && Date.now() - changed < youngAge ? { ...read, isYoung: true } : read;
    } catch (error) {
      if (isMissing(error) && isNameBroken(path))
        return { kind: 'skipped', reason: 'name', bytes: 0, stamp: brokenName };
      if (isMissing(error)) return { kind: 'missing' };
      return { kind: 'skipped', reason: 'unreadable', bytes: 0, stamp: '' };
    } finally {
      if (file !== null) closeSync(file);
    }
  }

  /** Opens without waiting (a pipe would wait for a writer); null for what does not lie inside the root, links followed. */
  private open(path: string): number | null {
    if (!this.holdsFolder(dirname(path))) return null;
    try {
      return openSync(path, constants.O_RDONLY | noWaiting | noFollowing);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOOP') throw error;
      return this.holds(realPath(path)) ? openSync(path, constants.O_RDONLY | noWaiting) : null;
    }
  }

  /** A file can lie outside by its name (`..`) and by a link in its way. What cannot be looked up cannot be opened either. */
  private holdsFolder(folder: string): boolean {
    const now = performance.now();
    if (folder === this.inside.folder && now - this.inside.since < folderHolds) return true;
    const target = realPath(folder);
    if (target === null) return true;
    if (!this.holds(target)) return false;
    this.inside = { folder, since: now };
    return true;
  }

  private holds(target: string | null): boolean {
    return target !== null && isWithin(target, this.realRoot);
  }

  /** The bytes of the file; the file may have grown or shrunk since its size was asked. */
  private readAll(file: number, size: number): Buffer {
    if (size + 1 > this.buffer.length) this.buffer = Buffer.allocUnsafe(Math.max(size + 1, this.buffer.length * 2));
    let length = 0;
    while (length < this.buffer.length) {
      const count = readSync(file, this.buffer, length, this.buffer.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return this.buffer.subarray(0, length);
  }

  private decode(bytes: Buffer, stamp: string): FileText {
    if (isAscii(bytes)) {
      if (bytes.subarray(0, binaryProbe).includes(0)) return skipped('binary', bytes, stamp);
      return { kind: 'text', text: bytes.toString('latin1'), stamp };
    }
    if (bytes.subarray(0, binaryProbe).includes(0)) return skipped('binary', bytes, stamp);
    if (!isUtf8(bytes)) return skipped('not-utf8', bytes, stamp);
    return { kind: 'text', text: bytes.toString('utf8'), stamp };
  }
}

function skipped(reason: 'binary' | 'not-utf8', bytes: Buffer, stamp: string): FileText {
  return { kind: 'skipped', reason, bytes: bytes.length, stamp };
}

/** Walks the folder. Links to folders are not followed, so that a link to a folder above cannot lead in circles. */
function* listFiles(root: string, filter: FileFilter, warn: (message: string) => void): Generator<ListedFile[]> {
  let batch: ListedFile[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const below: string[] = [];
    for (const entry of readFolder(root, folder, warn)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (filter.entersFolder(path)) below.push(path);
      } else if (filter.wantsFile(path)) {
        const stats = statsOf(join(root, path));
        if (stats?.isFile()) batch.push({ path, stamp: stampOf(stats) });
        else if (!stats && entry.name.includes(replacement)) batch.push({ path, stamp: brokenName });
      }
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    for (const inner of below.reverse()) folders.push(inner);
  }
  yield batch;
}

function readFolder(root: string, folder: string, warn: (message: string) => void) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const isBroken = isMissing(error) && isNameBroken(join(root, folder));
    const why = isBroken ? 'its name is not written in UTF-8' : messageOf(error);
    if (isBroken || !isMissing(error)) warn(`The folder “${folder || '.'}” cannot be read: ${why}`);
    return [];
  }
}

/** Stands in a name for what is no UTF-8. */
const replacement = '\uFFFD';

/** The stamp of a file of which only that is known. */
const brokenName = 'name';

/**
 * Whether the name of what cannot be found is what Node makes of bytes that are no UTF-8: it is there, and nobody can open it by that
 * name. Asks the folder only where the name has the sign for such bytes.
 */
function isNameBroken(path: string): boolean {
  const name = basename(path);
  if (!name.includes(replacement)) return false;
  try {
    return readdirSync(dirname(path), { encoding: 'buffer' }).some((bytes) => !isUtf8(bytes) && String(bytes) === name);
  } catch {
    return false;
  }
}

function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  const stats = statsOf(path);
  if (!stats) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'file';
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function stampOf(stats: Stats): string {
  return `${stats.mtimeMs}:${stats.ctimeMs}:${stats.size}`;
}

/** Whether one absolute path without links lies in another, or is it. */
export function isWithin(target: string, folder: string): boolean {
  return target === folder || target.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Where a path leads to when links are followed; null where that cannot be told. */
export function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
