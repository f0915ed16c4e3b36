/** What changed between two versions of the Statement of Applicability, as a page. Asks git, so only in a trusted folder. */
import { commands, l10n, type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import {
  type CompareSoaAnswer,
  type CompareSoaParams,
  compareSoaRequest,
  type SoaVersionsAnswer,
  settledRequest,
  soaVersionsRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';
import { showReport } from './soaReports.js';

interface Choice extends QuickPickItem {
  /** A version or revision; null for the texts as they are; undefined asks for one. */
  readonly name?: string | null;
}

export async function compareSoa(server: ServerConnection, uri?: Uri): Promise<void> {
  if (!workspace.isTrusted) return offerTrust();
  const place = uri ?? (await placeOfCommand());
  if (!place) return;
  const subject = { uri: place.toString(), isTrusted: workspace.isTrusted };
  await server.request(settledRequest);
  const history = await server.request<SoaVersionsAnswer>(soaVersionsRequest, subject);
  if (!history) return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  if (history.problem) return void window.showErrorMessage(history.problem);
  const before = await choose(history, l10n.t('Compare: the earlier version'), false);
  if (typeof before !== 'string') return;
  const after = await choose(history, l10n.t('Compare {0} with the later version', before), true);
  if (after === undefined) return;
  const params: CompareSoaParams = { ...subject, before, after };
  const answer = await server.request<CompareSoaAnswer>(compareSoaRequest, params);
  if (!answer) return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  if (answer.problem) return void window.showErrorMessage(answer.problem);
  await showReport(l10n.t('Statement of Applicability {0}', answer.title), answer.report);
}

async function offerTrust(): Promise<void> {
  const manage = l10n.t('Manage trust');
  const message = l10n.t(
    'This folder is open in Restricted Mode. Comparing asks git, which a folder can make run programs.',
  );
  if ((await window.showInformationMessage(message, manage)) === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
}

async function placeOfCommand(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  if (active && workspace.getWorkspaceFolder(active)) return active;
  return (await chooseFolder(l10n.t('Open the folder of your policies first.')))?.uri;
}

/** A version or revision, null for the texts as they are, undefined where the user has left. */
async function choose(
  { versions }: SoaVersionsAnswer,
  title: string,
  offersNow: boolean,
): Promise<string | null | undefined> {
  const items: Choice[] = versions.map(({ version, commit, date, isReleased }) => ({
    label: l10n.t('Version {0}', version),
    description: isReleased ? l10n.t('released {0}', date) : date,
    detail: l10n.t('commit {0}', commit.slice(0, 10)),
    name: version,
  }));
  if (offersNow) items.unshift({ label: l10n.t('The texts as they are now'), name: null });
  items.push({ label: '', kind: QuickPickItemKind.Separator });
  items.push({ label: l10n.t('The last commit'), description: 'HEAD', name: 'HEAD' });
  items.push({ label: l10n.t('Another revision of git…') });
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
  if (!chosen || chosen.name !== undefined) return chosen?.name;
  const written = await window.showInputBox({
    title,
    prompt: l10n.t('A branch, tag or commit: main, v2.1, 4f2a91c'),
    validateInput: (text) =>
      /^[\p{L}\p{N}_][^\s]*$/u.test(text.trim()) ? null : l10n.t('Write the name of a revision.'),
  });
  return written?.trim();
}
