/** Writes the Statement of Applicability to a file of the user's choice, in the format of the user's choice. */
import { env, l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type ExportSoaAnswer,
  type ExportSoaParams,
  exportSoaRequest,
  settledRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';

interface Format extends QuickPickItem {
  readonly format: string;
  readonly ending: string;
  /** Whether VS Code can show the file itself. */
  readonly isText: boolean;
}

/** What needs nothing that only Node has. */
const madeInBrowser = new Set(['html', 'markdown', 'csv', 'json']);

function formats(): Format[] {
  const format = (name: string, ending: string, label: string, description: string, isText = true): Format => {
    return { format: name, ending, label, description, isText };
  };
  return [
    format(
      'xlsx',
      'xlsx',
      l10n.t('Excel workbook'),
      l10n.t('One sheet per standard, filters and lists to choose from'),
      false,
    ),
    format('docx', 'docx', l10n.t('Word document'), l10n.t('To hand in and comment on'), false),
    format('pdf', 'pdf', l10n.t('PDF'), l10n.t('Needs Chromium, Chrome or Edge on this machine'), false),
    format('html', 'html', l10n.t('HTML page'), l10n.t('One file, ready to print from any browser')),
    format('markdown', 'md', l10n.t('Markdown'), l10n.t('For a repository or wiki')),
    format('csv', 'csv', l10n.t('CSV'), l10n.t('One row per control')),
    format('json', 'json', l10n.t('JSON'), l10n.t('For other programs')),
    format('oscal-component', 'oscal-component.json', l10n.t('OSCAL component definition'), 'NIST OSCAL 1.2'),
    format('oscal-ssp', 'oscal-ssp.json', l10n.t('OSCAL system security plan'), 'NIST OSCAL 1.2'),
    format('oscal-mapping', 'oscal-mapping.json', l10n.t('OSCAL mapping collection'), 'NIST OSCAL 1.2'),
  ];
}

/**
 * @param hasNode whether the server runs in Node; in a browser only formats that are text can be made
 * @param uri any document, soa.yaml or folder of the management system; without it the active document decides
 */
export async function exportSoa(server: ServerConnection, hasNode: boolean, uri?: Uri): Promise<void> {
  const place = uri ?? (await placeOfCommand());
  if (!place) return;
  const offered = hasNode ? formats() : formats().filter(({ format }) => madeInBrowser.has(format));
  const format = await window.showQuickPick(offered, {
    title: l10n.t('Export the Statement of Applicability'),
    placeHolder: hasNode
      ? l10n.t('Format of the file')
      : l10n.t('Format of the file. Excel, Word, PDF and OSCAL need VS Code on a computer'),
    matchOnDescription: true,
  });
  const target = format && (await chooseFile(place, format));
  if (!format || !target) return;
  const title = l10n.t('Exporting the Statement of Applicability');
  const progress = { location: ProgressLocation.Notification, title, cancellable: true };
  let isCancelled = false;
  const answer = await window.withProgress(progress, async (_, token) => {
    token.onCancellationRequested(() => {
      isCancelled = true;
    });
    await server.request(settledRequest, {}, token);
    const params: ExportSoaParams = {
      uri: place.toString(),
      format: format.format,
      target: target.toString(),
      isTrusted: workspace.isTrusted,
    };
    return server.request<ExportSoaAnswer>(exportSoaRequest, params, token);
  });
  if (isCancelled) return;
  if (!answer) {
    return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot export from this folder.'));
  }
  if ('problem' in answer) return void window.showErrorMessage(answer.problem);
  await write(target, answer.content, format);
}

async function placeOfCommand(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  if (active && workspace.getWorkspaceFolder(active)) return active;
  return (await chooseFolder(l10n.t('Open the folder of your policies first.')))?.uri;
}

/** Undefined where the user has left. */
async function chooseFile(place: Uri, { ending, label }: Format): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(place)?.uri ?? place;
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `statement-of-applicability.${ending}`),
    title: l10n.t('Export the Statement of Applicability'),
    saveLabel: l10n.t('Export'),
    filters: { [label]: [ending.slice(ending.lastIndexOf('.') + 1)] },
  });
}

async function write(target: Uri, base64: string, { isText }: Format): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    await workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return void window.showErrorMessage(l10n.t('The file could not be written: {0}', detail));
  }
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const open = l10n.t('Open');
  if ((await window.showInformationMessage(l10n.t('Exported to {0}.', name), open)) !== open) return;
  if (isText) await window.showTextDocument(target);
  else await env.openExternal(target);
}
