/** Where the workspace of a command begins, and which part of it the command is about. */
import { existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { settingsFileName } from '../../workspace/paths.js';
import { UsageProblem } from './problem.js';

export interface Selection {
  /** Absolute path of the root: `file` in every output is relative to it. */
  readonly root: string;
  /** The named files and folders, relative to the root with `/`; empty means everything. */
  readonly paths: readonly string[];
  /** The files among them. */
  readonly files: readonly string[];
  /** True where only files were named and nothing tells what they belong to: then they alone are the workspace. */
  readonly isFilesOnly: boolean;
}

/**
 * The root is the folder above (up to the git root) with a `.clausemark.yaml`, else that with a `soa.yaml`; else the one
 * folder that was named, else the current folder, else the folder that holds everything that was named.
 */
export function selectFiles(written: readonly string[], currentFolder: string): Selection {
  const named = written.map((path) => ({
    path: real(resolve(currentFolder, path)),
    stats: statsOf(path, currentFolder),
  }));
  const folders = named.filter(({ stats }) => stats.isDirectory()).map(({ path }) => path);
  const start = startFolder(
    named.map(({ path, stats }) => (stats.isDirectory() ? path : dirname(path))),
    real(currentFolder),
  );
  const marked = folderAbove(start, [settingsFileName]) ?? folderAbove(start, ['soa.yaml', 'soa.yml']);
  const root = marked ?? start;
  const toRelative = (path: string) => relative(root, path).split(sep).join('/');
  return {
    root,
    paths: named.map(({ path }) => toRelative(path)),
    files: named.filter(({ stats }) => !stats.isDirectory()).map(({ path }) => toRelative(path)),
    isFilesOnly: marked === null && named.length > 0 && folders.length === 0,
  };
}

function startFolder(folders: readonly string[], currentFolder: string): string {
  const [only] = folders;
  if (only === undefined) return currentFolder;
  if (folders.every((folder) => folder === only)) return only;
  if (folders.every((folder) => isBelow(folder, currentFolder))) return currentFolder;
  return folders.reduce((common, folder) => {
    let above = common;
    while (!isBelow(folder, above)) above = dirname(above);
    return above;
  });
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The nearest folder, from `start` upward, that has one of the files; not beyond the root of the git repository. */
function folderAbove(start: string, names: readonly string[]): string | null {
  const top = gitRoot(start) ?? start;
  for (let folder = start; ; folder = dirname(folder)) {
    if (names.some((name) => existsSync(join(folder, name)))) return folder;
    if (folder === top || folder === dirname(folder)) return null;
  }
}

function gitRoot(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function statsOf(written: string, currentFolder: string): Stats {
  const stats = statSync(resolve(currentFolder, written), { throwIfNoEntry: false });
  if (!stats) throw new UsageProblem(`There is no file or folder “${written}”.`);
  return stats;
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
