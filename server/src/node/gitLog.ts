/** The log of a repository with the names of the files that each commit touched. */
import { runGit } from './git.js';

export interface LoggedCommit {
  readonly commit: string;
  /** Day of the commit. */
  readonly date: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Relative to the folder. */
  readonly names: readonly string[];
}

/**
 * The newest first. What a message or a file name holds (quotes, line breaks, control characters) cannot be taken for
 * anything else: git parts all of them by NUL, which none of them can have.
 * @param options of `git log`
 * @param paths files and folders relative to the folder, `''` for all of it
 * @throws GitProblem
 */
export async function commitsTouching(
  folder: string,
  options: readonly string[],
  paths: readonly string[],
): Promise<LoggedCommit[]> {
  const log = await runGit(folder, [
    'log',
    '-z',
    '--relative',
    ...options,
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
    '--name-only',
    '--format=%x00%H %cs %s',
    '--',
    ...paths.map((path) => (path === '' ? '.' : path)),
  ]);
  const commits: { commit: string; date: string; subject: string; names: string[] }[] = [];
  const parts = log.split('\0');
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    // No name is empty: an empty part stands before each commit.
    if (part !== '') {
      commits.at(-1)?.names.push(part.replace(/^\n/, ''));
      continue;
    }
    const head = /^([0-9a-f]{40,64}) (\d{4}-\d{2}-\d{2}) ?([\s\S]*)$/.exec(parts[at + 1] ?? '');
    if (!head) continue;
    commits.push({ commit: head[1]!, date: head[2]!, subject: head[3]!, names: [] });
    at++;
  }
  return commits;
}
