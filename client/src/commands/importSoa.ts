/** Reads an existing Statement of Applicability from a file, shows what was understood, and opens the soa.yaml it makes. */
import { l10n, Uri, window, workspace } from 'vscode';
import {
  type ImportSoaAnswer,
  type ImportSoaParams,
  importSoaRequest,
  type NewSystemAnswer,
  newSystemRequest,
  settledRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';
import { showReport } from './soaReports.js';
import { applySoaEdits } from './soaTextEdits.js';

/** Larger files are no statement; the server says the same. */
const largestFile = 20 * 1024 * 1024;

/** @param chosen the file, where the command was called on one; else the user is asked */
export async function importSoa(server: ServerConnection, chosen?: Uri): Promise<void> {
  const folder = await chooseFolder(l10n.t('Open the folder of your policies first: soa.yaml belongs at its root.'));
  if (!folder) return;
  const file = chosen ?? (await chooseFile(folder.uri));
  const content = file && (await contentOf(file));
  if (!file || content === undefined) return;
  await server.request(settledRequest);
  const into = await chooseTarget(server, folder.uri.toString());
  if (!into) return;
  const params: ImportSoaParams = {
    folder: folder.uri.toString(),
    fileName: file.path.slice(file.path.lastIndexOf('/') + 1),
    content,
    ...into,
  };
  const answer = await server.request<ImportSoaAnswer>(importSoaRequest, params);
  if (!answer) return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  await showAnswer(answer, params);
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

/** Where there is a soa.yaml the user says what is to happen to it; undefined where the user has left. */
async function chooseTarget(
  server: ServerConnection,
  folder: string,
): Promise<Pick<ImportSoaParams, 'into' | 'keepsExisting'> | undefined> {
  const existing = (await server.request<NewSystemAnswer>(newSystemRequest, { folder, organisation: '' }))?.existing;
  if (!existing) return {};
  const items = [
    {
      label: l10n.t('Fill what soa.yaml leaves open'),
      detail: l10n.t('What is written there stays; the report lists what the file says differently'),
      target: { into: existing, keepsExisting: true },
    },
    {
      label: l10n.t('Let the file win'),
      detail: l10n.t('What the file says replaces what is written in soa.yaml; everything else stays'),
      target: { into: existing, keepsExisting: false },
    },
    { label: l10n.t('Make a new soa.yaml beside it'), detail: l10n.t('In a new tab that is not saved'), target: {} },
  ];
  const title = l10n.t('There is a soa.yaml already');
  return (await window.showQuickPick(items, { title }))?.target;
}

async function showAnswer(answer: ImportSoaAnswer, params: ImportSoaParams): Promise<void> {
  const { problem, report, text, edits, uri, length } = answer;
  const title = l10n.t('Import of {0}', params.fileName);
  if (problem) {
    if (report !== '') await showReport(title, report);
    return void window.showErrorMessage(problem);
  }
  if (params.into === undefined) {
    // Not written: the user looks through it and saves it as soa.yaml.
    const isFree = !(await exists(Uri.parse(uri)));
    const document = isFree
      ? await workspace.openTextDocument(Uri.parse(uri).with({ scheme: 'untitled' }))
      : await workspace.openTextDocument({ language: 'yaml' });
    const editor = await window.showTextDocument(document, { preview: false });
    await editor.edit((builder) => builder.insert(document.positionAt(0), text));
  } else if (edits.length === 0) {
    await showReport(title, report);
    return void window.showInformationMessage(l10n.t('Nothing to change: soa.yaml says all of this already.'));
  } else if (!(await applySoaEdits({ uri, edits, length }, title))) return;
  await showReport(title, report, true);
  const done = l10n.t('Controls read: {0}. Look through soa.yaml, then save it.', answer.controls);
  const lost = answer.lost > 0 ? ` ${l10n.t('{0} things could not be taken over: see the report.', answer.lost)}` : '';
  void window.showInformationMessage(done + lost);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
