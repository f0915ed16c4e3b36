/**
 * Which files differ from what a revision has. Git itself is not asked to look at the files: it would run the filters that a
 * repository can name. We take the hashes of the revision from it and compare them with the files ourselves.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '../core/l10n.js';
import { commitOf, GitProblem, runGit } from './git.js';
import { listTree } from './gitTree.js';

/**
 * Of the paths those that are new or differ from the commit where the history of the revision and that of now part. So what
 * others have changed on `main` since is not yours.
 * @param folder absolute; the paths are relative to it
 * @throws GitProblem where there is no repository, no such revision, or no git
 */
export async function changedSince(
  folder: string,
  revision: string,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const commit = await commitOf(folder, revision);
  if (commit === null) throw new GitProblem(t('There is no revision “{0}” in this repository.', revision));
  const files = await listTree(folder, await partingPoint(folder, commit));
  return new Set(paths.filter((path) => !isSame(join(folder, path), files.get(path)?.object)));
}

/** The commit itself where the histories have nothing in common, as in a clone that is cut off. */
async function partingPoint(folder: string, commit: string): Promise<string> {
  try {
    const answer = await runGit(folder, ['merge-base', '--end-of-options', commit, 'HEAD']);
    return /^[0-9a-f]{40,64}$/.exec(answer.trim())?.[0] ?? commit;
  } catch (error) {
    if (error instanceof GitProblem) return commit;
    throw error;
  }
}

/** Whether the file is what the object holds; line ends that git writes for Windows are no difference. */
function isSame(path: string, object: string | undefined): boolean {
  if (object === undefined) return false;
  const algorithm = object.length === 40 ? 'sha1' : 'sha256';
  const bytes = readFileSync(path, { flag: 'r' });
  if (objectName(bytes, algorithm) === object) return true;
  return bytes.includes('\r\n') && objectName(withUnixLineEnds(bytes), algorithm) === object;
}

/** The name that git gives to a file of these bytes. */
function objectName(bytes: Buffer, algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** `latin1` keeps every byte as it is. */
function withUnixLineEnds(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
