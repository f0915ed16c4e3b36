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
 * The root is the nearest folder from what was named upward (to the git root) with a `.clausemark.yaml`, else that with a
 * `soa.yaml`; else the one folder that was named, else the current folder, else what holds everything that was named.
 */
export function selectFiles(written: readonly string[], currentFolder: string): Selection {
  const here = real(currentFolder);
  const named = written.map((path) => ({ path: real(resolve(here, path)), stats: statsOf(path, here) }));
  const folders = named.filter(({ stats }) => stats.isDirectory()).map(({ path }) => path);
  const holding = named.map(({ path, stats }) => (stats.isDirectory() ? path : dirname(path)));
  const start = holding.length === 0 ? here : holding.reduce(commonFolder);
  const marked = folderAbove(start, [settingsFileName]) ?? folderAbove(start, ['soa.yaml', 'soa.yml']);
  const isOneFolder = named.length === 1 && folders.length === 1;
  const root = marked ?? (!isOneFolder && isBelow(start, here) ? here : start);
  const toRelative = (path: string) => relative(root, path).split(sep).join('/');
  return {
    root,
    paths: named.map(({ path }) => toRelative(path)),
    files: named.filter(({ stats }) => !stats.isDirectory()).map(({ path }) => toRelative(path)),
    isFilesOnly: marked === null && named.length > 0 && folders.length === 0,
  };
}

function commonFolder(one: string, other: string): string {
  let above = one;
  while (!isBelow(other, above)) above = dirname(above);
  return above;
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
  let stats: Stats | undefined;
  try {
    stats = statSync(resolve(currentFolder, written), { throwIfNoEntry: false });
  } catch (error) {
    throw new UsageProblem(`“${written}” cannot be looked at: ${(error as NodeJS.ErrnoException).code}.`);
  }
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
