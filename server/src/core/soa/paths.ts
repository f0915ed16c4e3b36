/** Paths as a soa.yaml writes them → paths of the workspace. */
import type { Snapshot } from '../snapshot.js';

/** What stands behind the `#` of a path is a place in the file. */
const anchor = /#\S*$/;

/**
 * The path relative to the workspace root, `''` for the root itself; null where it leads out of the workspace.
 * @param folder the folder in which the text begins, relative to the root; a text that begins with `/` begins at the root
 * @param text as written, with `/` or `\`; what follows `#` is a place in the file and is left out
 */
export function pathFrom(folder: string, text: string): string | null {
  return wholePathFrom(folder, text.replace(anchor, ''));
}

/** The same of a text in which `#` is a character like any other. */
export function wholePathFrom(folder: string, text: string): string | null {
  const written = text.replaceAll('\\', '/');
  const parts = written.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

export interface NamedPlace {
  /** As of `pathFrom`. */
  readonly path: string | null;
  /** What stands behind `#`; null without one, and where it belongs to the name of the file. */
  readonly fragment: string | null;
}

/** A name with more of them is none. */
const mostHashes = 4;

/** The file that a text means, and the place in it. A file may have `#` in its name: where there is one, that is meant. */
export function placeFrom(folder: string, text: string, snapshot: Pick<Snapshot, 'fileExists'>): NamedPlace {
  const found = anchor.exec(text);
  if (!found) return { path: wholePathFrom(folder, text), fragment: null };
  for (let tries = 0, end = text.length; tries < mostHashes && end > found.index; tries++) {
    const path = wholePathFrom(folder, text.slice(0, end));
    const fragment = end === text.length ? null : text.slice(end + 1);
    if (path !== null && path !== '' && snapshot.fileExists(path) === true) return { path, fragment };
    end = text.lastIndexOf('#', end - 1);
  }
  return { path: pathFrom(folder, text), fragment: found[0].slice(1) };
}

/** `S:\isms\log.pdf`, `\\server\share\log.pdf`, `~/log.pdf`: a place that is not looked for in the workspace. */
export function isOnOtherMachine(text: string): boolean {
  return /^(?:[a-z]:[\\/]|\\\\|\/\/|~)/i.test(text);
}

/** The folder before the first wildcard of a path: `scans` of `scans/*.pdf`; empty where there is none. */
export function folderOfPattern(path: string): string {
  const wildcard = path.indexOf('*');
  return path.slice(0, Math.max(0, path.lastIndexOf('/', wildcard)));
}

/**
 * Whether there is such a file; null where that cannot be said, as of `scans/*.pdf` in a folder that is there: which files
 * are meant is not looked up.
 */
export function fileExistsAt(path: string, snapshot: Pick<Snapshot, 'fileExists'>): boolean | null {
  const exists = snapshot.fileExists(path);
  const wildcard = path.indexOf('*');
  if (exists !== false || wildcard < 0) return exists;
  const folder = folderOfPattern(path);
  return folder !== '' && snapshot.fileExists(folder) === false ? false : null;
}
