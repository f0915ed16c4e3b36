/** Which commit the files of a folder come from. */
import { commitOf, GitProblem, runGit } from './git.js';

export interface GitState {
  /** Hash of the commit that is checked out. */
  readonly commit: string;
  /** Whether files that git knows differ from it. */
  readonly isModified: boolean;
}

/** More filters than anybody has. */
const mostFilters = 50;

/**
 * Null where the folder is no git repository, has no commit yet, or git is not there. Must not be asked in a workspace
 * that the user does not trust (see git.ts).
 */
export async function gitState(folder: string): Promise<GitState | null> {
  try {
    const commit = await commitOf(folder, 'HEAD');
    if (commit === null) return null;
    return { commit, isModified: await isModified(folder) };
  } catch (error) {
    if (error instanceof GitProblem) return null;
    throw error;
  }
}

/**
 * Git runs the filters of a repository on files that may have changed, so they are switched off by name. What a repository
 * names its filters so that they cannot be is not asked: it counts as modified, which claims nothing.
 */
async function isModified(folder: string): Promise<boolean> {
  const filters = await filtersOf(folder);
  if (filters.length > mostFilters || filters.some((name) => /[=\n]/.test(name))) return true;
  const switchedOff = filters.flatMap((name) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.${name}.${setting}`]),
  );
  const status = ['status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty', '--', '.'];
  return (await runGit(folder, [...switchedOff, ...status])).trim() !== '';
}

/** The names of the filters that the configuration of git has for this folder. */
async function filtersOf(folder: string): Promise<string[]> {
  const listed = await runGit(folder, ['config', '--null', '--name-only', '--list']);
  const names = listed.split('\0').flatMap((key) => /^filter\.([\s\S]+)\.[^.]+$/i.exec(key)?.[1] ?? []);
  return [...new Set(names)];
}
