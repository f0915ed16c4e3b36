/** Releases the Statement of Applicability: asks for version and approval, and stamps them where nothing speaks against it. */
import { l10n, Range, Selection, type Uri, Uri as Uris, window, workspace } from 'vscode';
import {
  type ReleaseDefaults,
  type ReleaseSoaAnswer,
  type ReleaseSoaParams,
  releaseDefaultsRequest,
  releaseSoaRequest,
  settledRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';
import { applySoaEdits } from './soaTextEdits.js';

export async function releaseSoa(server: ServerConnection, uri?: Uri): Promise<void> {
  if (!workspace.isTrusted) {
    const message = l10n.t('This folder is open in Restricted Mode: nothing is written into it.');
    return void window.showInformationMessage(message);
  }
  const place = uri ?? window.activeTextEditor?.document.uri ?? (await folderUri());
  if (!place) return;
  await server.request(settledRequest);
  const defaults = await server.request<ReleaseDefaults>(releaseDefaultsRequest, { uri: place.toString() });
  if (!defaults)
    return void window.showWarningMessage(l10n.t('There is no soa.yaml here, so there is nothing to release.'));
  const params = await askForRelease(defaults);
  if (!params) return;
  const answer = await server.request<ReleaseSoaAnswer>(releaseSoaRequest, params);
  if (!answer) return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  if (answer.reasons.length > 0) return showReasons(defaults.uri, params, answer);
  const { edits, length, warnings } = answer;
  const title = l10n.t('Release of version {0}', params.version);
  if (!(await applySoaEdits({ uri: defaults.uri, edits, length }, title))) return;
  const done = l10n.t('Version {0} is stamped into soa.yaml. Save and commit it.', params.version);
  const stand = warnings > 0 ? ` ${l10n.t('{0} warnings stand: see Problems.', warnings)}` : '';
  void window.showInformationMessage(done + stand);
}

async function folderUri(): Promise<Uri | undefined> {
  return (await chooseFolder(l10n.t('Open the folder of your policies first.')))?.uri;
}

/** Undefined where the user has left. */
async function askForRelease(defaults: ReleaseDefaults): Promise<ReleaseSoaParams | undefined> {
  const { uri, lastReleased } = defaults;
  const last =
    lastReleased === null ? l10n.t('Nothing was released before.') : l10n.t('The last release was {0}.', lastReleased);
  const version = await ask(1, l10n.t('Version. {0}', last), defaults.version, (text) =>
    /^v?\d+(\.\d+){0,5}$/i.test(text) ? null : l10n.t('Numbers with points between them: 2.2.'),
  );
  if (version === undefined) return undefined;
  const approvedBy = await ask(2, l10n.t('Approved by: a role or a name'), defaults.approvedBy, (text) =>
    text === '' ? l10n.t('Say who approved this version.') : null,
  );
  if (approvedBy === undefined) return undefined;
  const date = await ask(3, l10n.t('Day of the approval: year, month, day'), defaults.today, (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && text <= defaults.today
      ? null
      : l10n.t('A day that is not in the future: 2026-03-31.'),
  );
  if (date === undefined) return undefined;
  const change = await ask(4, l10n.t('What changed, for the change history. You can leave it empty.'), '', () => null);
  return change === undefined ? undefined : { uri, version, approvedBy, date, change };
}

async function ask(
  step: number,
  prompt: string,
  value: string,
  problem: (text: string) => string | null,
): Promise<string | undefined> {
  const title = l10n.t('Release the Statement of Applicability ({0} of 4)', step);
  const options = { title, prompt, value, ignoreFocusOut: true, validateInput: (text: string) => problem(text.trim()) };
  return (await window.showInputBox(options))?.trim();
}

/** The reasons as a list: each leads to its place. */
async function showReasons(uri: string, { version }: ReleaseSoaParams, { reasons }: ReleaseSoaAnswer): Promise<void> {
  const items = reasons.map(({ text, range }) => ({
    label: range === null ? '$(error)' : l10n.t('$(error) line {0}', range.start.line + 1),
    detail: text,
    range,
  }));
  const title = l10n.t('Version {0} cannot be released yet', version);
  const chosen = await window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!chosen?.range) return;
  const { start } = chosen.range;
  const place = new Range(start.line, start.character, start.line, start.character);
  const editor = await window.showTextDocument(Uris.parse(uri), { preview: false });
  editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place);
}
