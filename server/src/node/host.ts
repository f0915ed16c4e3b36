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
import { join, sep } from 'node:path';
import type { FileFilter, FileText, Host, IndexStorage, ListedFile } from '../workspace/host.js';

/** Files per batch of a listing: a millisecond or two of work. */
const batchSize = 200;

/** Windows has neither; it has no pipes among files, and making a link there takes an administrator. */
const noWaiting = constants.O_NONBLOCK ?? 0;
const noFollowing = constants.O_NOFOLLOW ?? 0;

/** How much of a file is looked at for a NUL byte, which no text has. */
const binaryProbe = 8192;

export interface DiskHostOptions {
  readonly log: (message: string) => void;
  /** The calendar date of today, `2026-11-21`. */
  readonly today: () => string;
  /** Resolves when everything that waits had its turn. */
  readonly pause: () => Promise<void>;
  /** Where the index is kept; nothing is kept without it. */
  readonly storage?: IndexStorage | null;
}

/** A file changed so shortly before it is read may change again without its time and size showing it. In milliseconds. */
const youngAge = 2000;

/** The host for the folder of that absolute path. */
export function createDiskHost(root: string, options: DiskHostOptions): Host {
  const reader = new FileReader();
  const realRoot = realPath(root) ?? root;
  const absolute = (path: string) => (path === '' ? root : join(root, path));
  return {
    readFile: (path, largestFile) => reader.read(absolute(path), largestFile, realRoot),
    readFileNow: (path) => {
      const file = reader.read(absolute(path), Number.MAX_SAFE_INTEGER, realRoot);
      return file.kind === 'text' ? file.text : null;
    },
    listFiles: (filter) => listFiles(root, filter, options.log),
    kindOf: (path) => kindOf(absolute(path)),
    today: options.today,
    now: () => performance.now(),
    pause: options.pause,
    log: options.log,
    storage: options.storage ?? null,
  };
}

/** Reads files into one buffer that is used again, which is several times as fast as a new one for each file. */
class FileReader {
  private buffer = Buffer.allocUnsafe(256 * 1024);

  read(path: string, largestFile: number, realRoot: string): FileText {
    let file: number | null = null;
    try {
      file = openInside(path, realRoot);
      if (file === null) return { kind: 'missing' };
      const stats = fstatSync(file);
      if (!stats.isFile()) return { kind: 'missing' };
      const stamp = stampOf(stats);
      if (stats.size > largestFile) return { kind: 'skipped', reason: 'too-large', bytes: stats.size, stamp };
      const read = this.decode(this.readAll(file, stats.size), stamp);
      const changed = Math.max(stats.mtimeMs, stats.ctimeMs);
      return read.kind === 'text' && Date.now() - changed < youngAge ? { ...read, isYoung: true } : read;
    } catch (error) {
      if (isMissing(error)) return { kind: 'missing' };
      return { kind: 'skipped', reason: 'unreadable', bytes: 0, stamp: '' };
    } finally {
      if (file !== null) closeSync(file);
    }
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
function* listFiles(root: string, filter: FileFilter, log: (message: string) => void): Generator<ListedFile[]> {
  let batch: ListedFile[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const below: string[] = [];
    for (const entry of readFolder(root, folder, log)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (filter.entersFolder(path)) below.push(path);
      } else if (filter.wantsFile(path)) {
        const stats = statsOf(join(root, path));
        if (stats?.isFile()) batch.push({ path, stamp: stampOf(stats) });
      }
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    folders.push(...below.reverse());
  }
  yield batch;
}

function readFolder(root: string, folder: string, log: (message: string) => void) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (!isMissing(error)) log(`The folder “${folder || '.'}” cannot be read: ${messageOf(error)}`);
    return [];
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

/** Opens without waiting (a pipe would wait for a writer). A link is followed where it leads to a place inside the root. */
function openInside(path: string, realRoot: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | noWaiting | noFollowing);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOOP') throw error;
    return leadsInside(path, realRoot) ? openSync(path, constants.O_RDONLY | noWaiting) : null;
  }
}

/** Whether a link leads to a place inside the root: what lies outside is not read. */
function leadsInside(path: string, realRoot: string): boolean {
  const target = realPath(path);
  return (
    target !== null && (target === realRoot || target.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep))
  );
}

function realPath(path: string): string | null {
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
