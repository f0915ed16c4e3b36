/**
 * The index of each workspace as one file in the user's cache folder, never in the workspace. It holds what can be read
 * from the documents (ids, headings, fields, findings), so only the user may read it. Everything that fails here (no
 * folder, a full or read-only disk) costs time at the next start and nothing else.
 */
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IndexStorage } from '../workspace/host.js';

/** Larger files are none of ours. In bytes. */
const largestIndex = 512 * 1024 * 1024;

/** Indexes of workspaces that nobody opened for so long are removed. In milliseconds. */
const longestKept = 60 * 24 * 60 * 60 * 1000;

/** What is being written is not written for so long: whoever began it was ended. In milliseconds. */
const longestWriting = 60 * 60 * 1000;

/** The folder for indexes: the one that the client names, else that of the platform; null where the user wants none. */
export function indexFolder(named: unknown): string | null {
  if (named === false || process.env['CLAUSEMARK_INDEX'] === 'off') return null;
  if (typeof named === 'string' && named !== '') return join(named, 'index');
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ? join(LOCALAPPDATA, 'clausemark', 'index') : null;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'clausemark', 'index');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'clausemark', 'index');
}

/** The storage for the workspace at that absolute path. `program` names version and build of the program. */
export function indexStorage(folder: string, root: string, program: string): IndexStorage {
  const name = createHash('sha256').update(resolve(root)).digest('hex').slice(0, 32);
  const file = join(folder, `${name}.idx`);
  return {
    program,
    load: () => load(file),
    save: (block, atOnce) => {
      if (atOnce) saveNow(folder, file, block);
      else void saveSoon(folder, file, block);
    },
  };
}

function load(file: string): Uint8Array | null {
  try {
    const stats = statSync(file);
    // Anything else could be read for ever: a pipe waits, and a device may have no end.
    return !stats.isFile() || stats.size > largestIndex ? null : readFileSync(file);
  } catch {
    return null;
  }
}

/** Beside it first and then in its place, so that nobody ever finds half of it. */
function saveNow(folder: string, file: string, block: Uint8Array): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeOld(folder);
    writeFileSync(beside, block, { mode: 0o600, flush: true });
    renameSync(beside, file);
  } catch {
    removeFile(beside);
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never there.
  }
}

/** The same without holding up anybody. */
async function saveSoon(folder: string, file: string, block: Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.soon.new`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    removeOld(folder);
    await writeFile(beside, block, { mode: 0o600, flush: true });
    await rename(beside, file);
  } catch {
    removeFile(beside);
  }
}

/** Before anything is written: where the disk is full, that makes room. */
function removeOld(folder: string): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    if (!/^[0-9a-f]{32}\.idx(?:\.\d+(?:\.soon)?\.new)?$/.test(name)) continue;
    const path = join(folder, name);
    const longest = name.endsWith('.new') ? longestWriting : longestKept;
    if (now - lstatSync(path).mtimeMs > longest) removeFile(path);
  }
}

/** Version and build: another build may read texts differently under the same version. */
export function programName(version: string, bundle: string): string {
  try {
    const { size, mtimeMs } = statSync(bundle);
    return `${version} ${size} ${Math.round(mtimeMs)}`;
  } catch {
    return version;
  }
}
