/** Writes a first soa.yaml from what the documents claim, and opens it. Never touches one that is there. */
import { l10n, Uri, window } from 'vscode';
import { type NewSystemAnswer, type NewSystemParams, newSystemRequest } from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';
import { writeNewFile } from './writeNewFile.js';

export async function createSoa(server: ServerConnection): Promise<void> {
  const folder = await chooseFolder(l10n.t('Open the folder of your policies first: soa.yaml belongs at its root.'));
  if (!folder) return;
  const ask = (params: Omit<NewSystemParams, 'folder'>) => {
    return server.request<NewSystemAnswer>(newSystemRequest, { folder: folder.uri.toString(), ...params });
  };
  const first = await ask({ organisation: '' });
  if (!first) return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  if (first.existing) return openExisting(Uri.parse(first.existing));
  const standards = first.text === null ? await chooseStandards(first) : undefined;
  if (first.text === null && !standards) return;
  const organisation = await askForOrganisation();
  if (organisation === undefined) return;
  const answer = await ask({ organisation, ...(standards ? { standards } : {}) });
  if (answer?.text) await writeNewFile(Uri.parse(answer.uri), answer.text, l10n.t('soa.yaml could not be written.'));
}

async function openExisting(uri: Uri): Promise<void> {
  await window.showTextDocument(uri);
  void window.showInformationMessage(l10n.t('There is a soa.yaml already; it was left as it is.'));
}

/** Undefined where the user has left, or chosen nothing. */
async function chooseStandards({ offered }: NewSystemAnswer): Promise<string[] | undefined> {
  const items = offered.map(({ standard, name, title }) => ({ label: name, description: title, standard }));
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Which standards does your organisation follow?'),
    placeHolder: l10n.t('The documents tag none so far. Choose at least one.'),
  });
  return chosen && chosen.length > 0 ? chosen.map(({ standard }) => standard) : undefined;
}

function askForOrganisation(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Name of the organisation'),
    prompt: l10n.t('It stands in the header of the Statement of Applicability. You can leave it empty for now.'),
  });
}
