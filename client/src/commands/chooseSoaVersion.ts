/** Which version of the statement is meant: one in its history, a tag or a commit that touched it, or another revision. */
import { l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import {
  type RevisionMessage,
  type SoaVersionsAnswer,
  settledRequest,
  soaVersionsRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';

interface Choice extends QuickPickItem {
  /** A version or revision; null for the texts as they are; undefined asks for one. */
  readonly name?: string | null;
}

/**
 * @param uri of the soa.yaml, or of what the user asked from
 * @param side the later version can be the texts as they are now
 * @param before the earlier version, for the title
 * @returns a version or revision, null for the texts as they are, undefined where the user has left or nothing can be chosen,
 *   which is said
 */
export async function chooseSoaVersion(
  server: ServerConnection,
  uri: string,
  side: 'before' | 'after',
  before: string,
): Promise<string | null | undefined> {
  await server.request(settledRequest);
  const params = { uri, isTrusted: workspace.isTrusted };
  const history = await server.request<SoaVersionsAnswer>(soaVersionsRequest, params);
  if (!history || history.problem !== null) {
    void window.showErrorMessage(history?.problem ?? l10n.t('Clausemark is not running, or cannot read this folder.'));
    return undefined;
  }
  const title =
    side === 'before'
      ? l10n.t('Compare: the earlier version')
      : l10n.t('Compare {0} with the later version', shortName(before));
  const items = choicesOf(history, side === 'after');
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  if (!chosen || chosen.name !== undefined) return chosen?.name;
  const written = await window.showInputBox({
    title,
    prompt: l10n.t('A branch, tag or commit: main, v2.1, 4f2a91c'),
    validateInput: (text) =>
      /^[\p{L}\p{N}_][^\s]*$/u.test(text.trim()) ? null : l10n.t('Write the name of a revision.'),
  });
  return written?.trim();
}

function choicesOf({ versions, tags, commits }: SoaVersionsAnswer, offersNow: boolean): Choice[] {
  const items: Choice[] = versions.map(({ version, commit, date, isReleased }) => ({
    label: l10n.t('Version {0}', version),
    description: isReleased ? l10n.t('released {0}', date) : date,
    detail: l10n.t('commit {0}', commit.slice(0, 10)),
    name: version,
  }));
  if (offersNow) items.unshift({ label: l10n.t('The texts as they are now'), name: null });
  items.push(separator(''));
  items.push({ label: l10n.t('The last commit'), description: 'HEAD', name: 'HEAD' });
  items.push({ label: l10n.t('Another revision of git…') });
  if (tags.length > 0) items.push(separator(l10n.t('Tags')), ...tags.map((tag) => revision(tag, `$(tag) ${tag.name}`)));
  const heading = l10n.t('Commits');
  if (commits.length > 0) {
    items.push(
      separator(heading),
      ...commits.map((commit) => revision(commit, `$(git-commit) ${commit.subject || shortName(commit.name)}`)),
    );
  }
  return items;
}

function separator(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator };
}

function revision({ name, commit, date, touchesStatement }: RevisionMessage, label: string): Choice {
  const where = touchesStatement ? ' · soa.yaml' : '';
  return { label, description: `${date} · ${commit.slice(0, 10)}${where}`, name };
}

/** Hashes are known by their first digits. */
function shortName(name: string): string {
  return /^[0-9a-f]{40,64}$/.test(name) ? name.slice(0, 10) : name;
}
