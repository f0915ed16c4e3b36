/** Which commit the files of a folder come from. */
import { commitOf, GitProblem, runGit } from './git.js';

export interface GitState {
  /** Hash of the commit that is checked out. */
  readonly commit: string;
  /** Whether files that git knows differ from it. */
  readonly isModified: boolean;
}

/**
 * Null where the folder is no git repository, has no commit yet, or git is not there. Must not be asked in a workspace
 * that the user does not trust: the configuration of a repository can name programs.
 */
export async function gitState(folder: string): Promise<GitState | null> {
  try {
    const commit = await commitOf(folder, 'HEAD');
    if (commit === null) return null;
    const changes = await runGit(folder, ['status', '--porcelain', '--untracked-files=no', '--', '.']);
    return { commit, isModified: changes.trim() !== '' };
  } catch (error) {
    if (error instanceof GitProblem) return null;
    throw error;
  }
}
