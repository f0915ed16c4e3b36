/** Versions of a Statement of Applicability in the history of its soa.yaml. */
import type { Catalog } from '../core/catalog/types.js';
import { parseSoa } from '../core/soa/parse.js';
import { readObjects } from './git.js';
import { commitsTouching } from './gitLog.js';

export interface StatementVersion {
  /** As the file said it. */
  readonly version: string;
  /** The newest commit in which the file said so, after a release where there was one. */
  readonly commit: string;
  /** Day of the commit. */
  readonly date: string;
  /** Whether `clausemark soa release` had stamped it. */
  readonly isReleased: boolean;
}

/** So far back the history is looked through. */
const mostCommits = 2_000;
const largestStatement = 4 * 1024 * 1024;

/**
 * The versions, the newest first. A version is told by `released:` where there is one, else by `version:`.
 * @param path of the soa.yaml, relative to the folder
 */
export async function statementVersions(folder: string, path: string, catalog: Catalog): Promise<StatementVersion[]> {
  const touching = await commitsTouching(folder, ['--follow', `--max-count=${mostCommits}`], [path]);
  const commits = touching.map(({ commit, date, names }) => ({ commit, date, path: names[0] ?? path }));
  const texts = await readObjects(
    folder,
    commits.map((one) => `${one.commit}:./${one.path}`),
    largestStatement,
  );
  const versions = new Map<string, StatementVersion>();
  for (const [index, { commit, date }] of commits.entries()) {
    const text = texts[index]?.toString('utf8');
    const found = text === undefined ? null : versionIn(text, path, catalog);
    if (!found) continue;
    const known = versions.get(found.version);
    // Newest first: a released state wins over one that was only edited under the same number.
    if (!known || (found.isReleased && !known.isReleased)) versions.set(found.version, { ...found, commit, date });
  }
  return [...versions.values()];
}

/** Only what stands before the controls is parsed: a history has hundreds of files. */
function versionIn(text: string, path: string, catalog: Catalog): { version: string; isReleased: boolean } | null {
  const withoutControls = text.replace(
    /^(?:controls|decisions|additional)\s*:[^\n]*\n(?:[ \t#-][^\n]*(?:\n|$)|\r?\n)*/gm,
    '',
  );
  const { version, released } = parseSoa(path, withoutControls, catalog);
  const isReleased = released?.version?.value !== undefined && released.version.value === version?.value;
  return version ? { version: version.value, isReleased } : null;
}
