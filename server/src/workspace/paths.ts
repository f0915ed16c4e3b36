/** Paths inside a workspace: relative to its root, with `/`. */

/** The names under which a management system and its decisions are found. */
const systemFileNames = new Set(['soa.yaml', 'soa.yml']);

/** Our own settings file, for the command line, other editors and everybody of a team. */
export const settingsFileName = '.clausemark.yaml';

/** Files and folders that are not looked at, in the syntax of .gitignore. */
export const ignoreFileName = '.clausemarkignore';

/** The part after the last `/`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path, `''` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Whether the path is inside the folder (at any depth), or is the folder. The root holds everything. */
export function isInside(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(folder + '/');
}

/** Whether a file of this path states a management system. */
export function isSystemPath(path: string): boolean {
  return systemFileNames.has(fileNameOf(path));
}

/** Whether a change of this file changes what the workspace consists of. */
export function isSettingsPath(path: string): boolean {
  return path === settingsFileName || path === ignoreFileName;
}

/**
 * A path as somebody wrote it (in evidence, in a link), made relative to the root: `./a/../b.md` is `b.md`.
 * Null for what would leave the workspace or is no path at all: an address, a drive. `Policy: access.md` is a file name.
 */
export function insidePath(written: string): string | null {
  if (written.includes('\0') || /^(?:[a-z]:|[a-z][a-z0-9+.-]*:[\\/]|[\\/])/i.test(written)) return null;
  const parts: string[] = [];
  for (const part of written.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The path of a text that was never saved: the editor's own name for it, which no file can have. */
export function isUnsaved(path: string): boolean {
  return path.startsWith('untitled:');
}
