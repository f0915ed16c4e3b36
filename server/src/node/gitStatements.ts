/** The Statement of Applicability as it was in a commit: that commit's documents and decisions, under today's settings. */

import type { Catalog } from '../core/catalog/types.js';
import { t } from '../core/l10n.js';
import type { Settings } from '../core/settings.js';
import type { StatementSide } from '../core/soa/compare/types.js';
import { buildSoaModel } from '../core/soa/model.js';
import type { SoaModel } from '../core/soa/modelTypes.js';
import { Workspace } from '../workspace/workspace.js';
import { commitOf, dateOf, GitProblem, looksLikeRevision } from './git.js';
import { createGitHost } from './gitTree.js';
import { type StatementVersion, statementVersions } from './gitVersions.js';
import { stopIfAborted } from './programs.js';

export interface StatementContext {
  /** Absolute folder of the workspace, in a git repository. */
  readonly root: string;
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly ignoreText: string;
  /** For which reviews are judged on both sides, so that only what was written differs. */
  readonly today: string;
  /** Path of the soa.yaml; null where there is none now. */
  readonly path: string | null;
}

/** The statement of a commit. Where its soa.yaml lay elsewhere and was the only one, that one is meant. */
async function statementAt(context: StatementContext, commit: string, path = context.path): Promise<SoaModel> {
  const { root, catalog, settings, ignoreText, today } = context;
  const host = await createGitHost(root, commit, { today: () => today, log: () => {} });
  const workspace = new Workspace(host, { catalog, settings, ignoreText }, { keepsByteOrderMark: true });
  workspace.start();
  while (await workspace.loadStep()) stopIfAborted();
  stopIfAborted();
  const snapshot = workspace.snapshot();
  const same = snapshot.systems.find((system) => system.path === path);
  const system = same ?? (snapshot.systems.length === 1 ? snapshot.systems[0]! : null);
  if (!system && snapshot.systems.length > 1) {
    const names = snapshot.systems.map((one) => one.path).join(', ');
    throw new GitProblem(
      t('In {0} there is no {1} but several others: {2}.', commit.slice(0, 10), path ?? 'soa.yaml', names),
    );
  }
  if (!system) throw new GitProblem(t('There is no soa.yaml in {0}.', commit.slice(0, 10)));
  return buildSoaModel(system, snapshot, 'all');
}

/**
 * What a name means: a version of the statement, or a revision of git. A number such as 2.1 is a version first, because a tag
 * of that name is more likely one of the product; any other name is a revision first.
 * @throws GitProblem where it is neither
 */
export async function namedStatement(context: StatementContext, name: string): Promise<StatementSide> {
  const isNumber = /^v?\d+(?:\.\d+)*$/i.test(name);
  const found = isNumber
    ? ((await byVersion(context, name)) ?? (await byRevision(context, name)))
    : ((await byRevision(context, name)) ?? (await byVersion(context, name)));
  if (found) return found;
  const versions = await versionsOf(context);
  const known = versions.slice(0, 12).map(({ version }) => version);
  const list = known.length > 0 ? ` ${t('Versions in the history: {0}.', known.join(', '))}` : '';
  throw new GitProblem(t('“{0}” is neither a version of the statement nor a revision of git.', name) + list);
}

async function byRevision(context: StatementContext, name: string): Promise<StatementSide | null> {
  if (!looksLikeRevision(name)) return null;
  const commit = await commitOf(context.root, name);
  if (!commit) return null;
  return { label: name, model: await statementAt(context, commit), commit, date: await dateOf(context.root, commit) };
}

async function byVersion(context: StatementContext, name: string): Promise<StatementSide | null> {
  const wanted = withoutV(name);
  const version = (await versionsOf(context)).find((one) => withoutV(one.version) === wanted);
  if (!version) return null;
  const { commit, date } = version;
  return { label: t('version {0}', version.version), model: await statementAt(context, commit), commit, date };
}

/** The versions in the history of the soa.yaml; none without one. */
export async function versionsOf({ root, path, catalog }: StatementContext): Promise<StatementVersion[]> {
  return path === null ? [] : statementVersions(root, path, catalog);
}

function withoutV(version: string): string {
  return version.trim().replace(/^v(?=\d)/i, '');
}
