/** From a control, in the text or in the coverage view, to its row in the Statement of Applicability. */
import { l10n, type QuickPickItem, type TextEditor, Uri, window } from 'vscode';
import { type DocumentPlaceParams, type EntryMessage, entriesAtRequest } from '../../../server/src/protocol.js';
import type { SoaPanes } from '../panes/soaPanes.js';
import type { ServerConnection } from '../server/serverConnection.js';
import type { CoverageNode } from '../views/coverageNodes.js';
import { openSoa } from './openSoa.js';

/** `node` is there when the command is called from the coverage view; else the control at the cursor is meant. */
export async function revealSoaRow(server: ServerConnection, panes: SoaPanes, node?: CoverageNode): Promise<void> {
  if (node?.kind === 'entry') {
    await openSoa(panes, Uri.parse(node.scope.system ?? node.scope.folder), node.entry.key);
    return;
  }
  const editor = window.activeTextEditor;
  if (!editor) return;
  const entry = await entryAtCursor(server, editor);
  if (entry) await openSoa(panes, editor.document.uri, entry.key);
}

async function entryAtCursor(server: ServerConnection, editor: TextEditor): Promise<EntryMessage | undefined> {
  const { line, character } = editor.selection.active;
  const params: DocumentPlaceParams = { uri: editor.document.uri.toString(), position: { line, character } };
  const entries = (await server.request<EntryMessage[]>(entriesAtRequest, params)) ?? [];
  if (entries.length === 0) {
    window.setStatusBarMessage(l10n.t('There is no control at the cursor.'), 4000);
    return undefined;
  }
  if (entries.length === 1) return entries[0];
  const items = entries.map((entry): QuickPickItem & { entry: EntryMessage } => {
    return { label: `${entry.id} ${entry.title}`, description: entry.key.split(':')[0], entry };
  });
  const chosen = await window.showQuickPick(items, { title: l10n.t('Which control is meant?') });
  return chosen?.entry;
}
