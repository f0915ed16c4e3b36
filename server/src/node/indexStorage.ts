/**
 * The index of each workspace as one file in the user's cache folder, never in the workspace. It holds what can be read
 * from the documents (ids, headings, fields, findings), so only the user may read it. Everything that fails here (no
 * folder, a full or read-only disk) costs time at the next start and nothing else.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { IndexStorage } from '../workspace/host.js';
import { keepNow, keepSoon } from './keptFiles.js';

/** Larger files are none of ours. In bytes. */
const largestIndex = 512 * 1024 * 1024;

/** Names of indexes. */
const ours = /^[0-9a-f]{32}\.idx$/;

/** The folder for indexes: the one that the client names, else that of the platform; null where the user wants none. */
export function indexFolder(named: unknown): string | null {
  if (named === false || process.env['CLAUSEMARK_INDEX'] === 'off') return null;
  if (typeof named === 'string' && named !== '') return join(named, 'index');
  const own = platformFolder();
  return own && join(own, 'index');
}

/** Where the platform wants programs to keep what they can make anew; null where it says nothing. */
export function platformFolder(): string | null {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ? join(LOCALAPPDATA, 'clausemark') : null;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'clausemark');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'clausemark');
}

/** The storage for the workspace at that absolute path. `program` names version and build of the program. */
export function indexStorage(folder: string, root: string, program: string): IndexStorage {
  const name = createHash('sha256').update(resolve(root)).digest('hex').slice(0, 32);
  const file = join(folder, `${name}.idx`);
  return {
    program,
    load: () => load(file),
    save: (block, atOnce) => {
      if (atOnce) keepNow(file, block, ours);
      else void keepSoon(file, block, ours);
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

/** Version and build, parts and all: another build may read texts differently under the same version. */
export function programName(version: string, bundle: string): string {
  const print = createHash('sha256');
  for (const file of [bundle, ...partsBeside(bundle)]) {
    const stats = statSync(file, { throwIfNoEntry: false });
    print.update(`${stats?.size} ${stats && Math.round(stats.mtimeMs)} `);
  }
  return `${version} ${print.digest('base64url').slice(0, 16)}`;
}

/** The files in which most of a built program is (scripts/support/laterParts.mjs). */
function partsBeside(bundle: string): string[] {
  const folder = join(dirname(bundle), 'later');
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
    return names.sort().map((name) => join(folder, name));
  } catch {
    // The sources themselves run.
    return [];
  }
}
