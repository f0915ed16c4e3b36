/** What somebody may want to compare the statement with: tags, and commits that touched it or its documents. */
import { runGit } from './git.js';
import { commitsTouching } from './gitLog.js';

export interface Revision {
  /** What git knows it by: the name of a tag, or the hash of a commit. */
  readonly name: string;
  readonly commit: string;
  /** Day of the commit, or of the tag. */
  readonly date: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Whether the commit touched the soa.yaml itself; false for tags. */
  readonly touchesStatement: boolean;
}

/** More are no choice any more; whoever wants an older one names it. */
const mostTags = 200;
const mostCommits = 100;
/** So many commits are looked at to find those. */
const searchedCommits = 1_000;
const longestSubject = 200;

/** The tags of a repository that stand for commits, the newest first. @throws GitProblem */
export async function tagsOf(folder: string): Promise<Revision[]> {
  const format =
    '%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:short)%00%(contents:subject)';
  const listed = await runGit(folder, [
    'for-each-ref',
    '--sort=-creatordate',
    `--count=${mostTags}`,
    `--format=${format}`,
    'refs/tags',
  ]);
  return listed.split('\n').flatMap((line) => {
    const [name = '', type, object = '', innerType, inner = '', date = '', subject = ''] = line.split('\0');
    const commit = type === 'commit' ? object : innerType === 'commit' ? inner : null;
    return commit === null || name === ''
      ? []
      : [{ name, commit, date, subject: subject.slice(0, longestSubject), touchesStatement: false }];
  });
}

/**
 * Commits of the checked-out branch that touched the soa.yaml or Markdown below the folders, the newest first.
 * @param path of the soa.yaml, relative to `folder`
 * @param folders whose documents count, relative to `folder`; `''` is all of it
 * @throws GitProblem
 */
export async function touchingCommits(folder: string, path: string, folders: readonly string[]): Promise<Revision[]> {
  const found: Revision[] = [];
  const options = [`--max-count=${searchedCommits}`, '--no-renames'];
  for (const { commit, date, subject, names } of await commitsTouching(folder, options, [path, ...folders])) {
    const touchesStatement = names.includes(path);
    if (!touchesStatement && !names.some((name) => /\.(?:md|markdown)$/i.test(name))) continue;
    found.push({ name: commit, commit, date, subject: subject.slice(0, longestSubject), touchesStatement });
    if (found.length >= mostCommits) break;
  }
  return found;
}
