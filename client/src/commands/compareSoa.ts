/** What changed between two versions of the Statement of Applicability, in a pane. Asks git, so only in a trusted folder. */
import { commands, l10n, type Uri, window, workspace } from 'vscode';
import type { ComparisonPanes } from '../panes/comparisonPanes.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';
import { chooseSoaVersion } from './chooseSoaVersion.js';

export async function compareSoa(server: ServerConnection, comparisons: ComparisonPanes, uri?: Uri): Promise<void> {
  if (!workspace.isTrusted) return offerTrust();
  const place = (uri ?? (await placeOfCommand()))?.toString();
  if (!place) return;
  const before = await chooseSoaVersion(server, place, 'before', '');
  if (typeof before !== 'string') return;
  const after = await chooseSoaVersion(server, place, 'after', before);
  if (after !== undefined) comparisons.show({ uri: place, before, after });
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
