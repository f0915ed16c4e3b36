/** Paths as a soa.yaml writes them → paths of the workspace. */
import type { Snapshot } from '../snapshot.js';

/**
 * The path relative to the workspace root, `''` for the root itself; null where it leads out of the workspace.
 * @param folder the folder in which the text begins, relative to the root; a text that begins with `/` begins at the root
 * @param text as written, with `/` or `\`; what follows `#` is a place in the file and is left out
 */
export function pathFrom(folder: string, text: string): string | null {
  const withoutAnchor = text.replace(/#\S*$/, '').replaceAll('\\', '/');
  const parts = withoutAnchor.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of withoutAnchor.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** `S:\isms\log.pdf`, `\\server\share\log.pdf`, `~/log.pdf`: a place that is not looked for in the workspace. */
export function isOnOtherMachine(text: string): boolean {
  return /^(?:[a-z]:[\\/]|\\\\|\/\/|~)/i.test(text);
}

/**
 * Whether there is such a file; null where that cannot be said, as of `scans/*.pdf` in a folder that is there: which files
 * are meant is not looked up.
 */
export function fileExistsAt(path: string, snapshot: Pick<Snapshot, 'fileExists'>): boolean | null {
  const exists = snapshot.fileExists(path);
  const wildcard = path.indexOf('*');
  if (exists !== false || wildcard < 0) return exists;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/', wildcard)));
  return folder !== '' && snapshot.fileExists(folder) === false ? false : null;
}
