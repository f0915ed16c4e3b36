/** Reads an existing Statement of Applicability from a file and shows what it comes to; the pane writes it. */
import { l10n, type Uri, window, workspace } from 'vscode';
import {
  type NewSystemAnswer,
  type NewSystemParams,
  newSystemRequest,
  settledRequest,
} from '../../../server/src/protocol.js';
import { ImportPane } from '../panes/importPane.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';

/** Larger files are no statement; the server says the same. */
const largestFile = 20 * 1024 * 1024;

/** @param chosen the file, where the command was called on one; else the user is asked */
export async function importSoa(server: ServerConnection, extensionUri: Uri, chosen?: Uri): Promise<void> {
  const folder = await chooseFolder(l10n.t('Open the folder of your policies first: soa.yaml belongs at its root.'));
  if (!folder) return;
  const file = chosen ?? (await chooseFile(folder.uri));
  const content = file && (await contentOf(file));
  if (!file || content === undefined) return;
  await server.request(settledRequest);
  const params: NewSystemParams = { folder: folder.uri.toString(), organisation: '' };
  const system = await server.request<NewSystemAnswer>(newSystemRequest, params);
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1);
  const subject = { folder: params.folder, fileName, content, existing: system?.existing ?? null };
  new ImportPane(subject, extensionUri, server);
}

async function chooseFile(folder: Uri): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    defaultUri: folder,
    canSelectMany: false,
    title: l10n.t('The Statement of Applicability to import'),
    openLabel: l10n.t('Import'),
    filters: {
      [l10n.t('Statements of Applicability')]: ['xlsx', 'xlsm', 'ods', 'csv', 'tsv', 'md', 'markdown', 'json'],
      [l10n.t('All files')]: ['*'],
    },
  });
  return chosen?.[0];
}

/** In base64; undefined where the file cannot be taken, which is said. */
async function contentOf(file: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (size > largestFile) {
      void window.showErrorMessage(l10n.t('The file is larger than 20 MB. A Statement of Applicability is smaller.'));
      return undefined;
    }
    const bytes = await workspace.fs.readFile(file);
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The file cannot be read: {0}', detail));
    return undefined;
  }
}
