/** Moves a folder from one edition of a standard to the one that replaced it, as one change that can be undone. */
import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type EditionMoveMessage,
  editionMovesRequest,
  type FileEditsMessage,
  type MigrateAnswer,
  migrateRequest,
  settledRequest,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';

/** What the user wants done with what was found. */
type Wish = 'change' | 'preview' | 'report';

export async function moveToNextEdition(server: ServerConnection): Promise<void> {
  const chosen = await chooseFolder(l10n.t('Open the folder of your policies first.'));
  if (!chosen) return;
  const folder = chosen.uri.toString();
  // Documents that are not read yet would be left behind.
  await server.request(settledRequest);
  const moves = await server.request<EditionMoveMessage[]>(editionMovesRequest, { folder });
  if (!moves) return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  const move = await chooseMove(moves);
  if (!move) return;
  const { from, to } = move;
  const answer = await server.request<MigrateAnswer>(migrateRequest, { folder, from, to });
  const wish = answer && (await askWhatToDo(move, answer));
  if (!answer || !wish) return;
  if (wish === 'report') return showReport(answer.plan);
  if (await apply(answer.files, wish === 'preview')) await showReport(answer.report);
}

async function chooseMove(moves: readonly EditionMoveMessage[]): Promise<EditionMoveMessage | undefined> {
  if (moves.length === 0) {
    const message = l10n.t('Nothing in this folder names an edition of a standard that another one has replaced.');
    void window.showInformationMessage(message);
    return undefined;
  }
  const items = moves.map((move) => ({
    label: l10n.t('{0} → {1}', move.fromName, move.toName),
    description: move.places === 1 ? l10n.t('1 place') : l10n.t('{0} places', move.places),
    move,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('From which edition to which?') }))?.move;
}

async function askWhatToDo(
  { fromName, toName }: EditionMoveMessage,
  { files, changed, needsPerson }: MigrateAnswer,
): Promise<Wish | undefined> {
  const items: { label: string; detail: string; wish: Wish }[] = [];
  if (changed > 0) {
    const detail = l10n.t('{0} places in {1} files, as one step that you can undo', changed, files.length);
    items.push({
      label: l10n.t('Look at each change first'),
      detail: l10n.t('Leave out what you do not want'),
      wish: 'preview',
    });
    items.push({ label: l10n.t('Change the files'), detail, wish: 'change' });
  }
  const open = l10n.t('{0} places need a person; nothing is changed', needsPerson);
  items.push({ label: l10n.t('Only show the report'), detail: open, wish: 'report' });
  const title = l10n.t('From {0} to {1}', fromName, toName);
  return (await window.showQuickPick(items, { title }))?.wish;
}

/** True when the files are changed. Says so, and changes nothing, where a text is another one by now. */
async function apply(files: readonly FileEditsMessage[], isPreviewed: boolean): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, version, edits } of files) {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open && version !== null && open.version !== version) {
      void window.showWarningMessage(l10n.t('The text has changed meanwhile. Nothing was written: start again.'));
      return false;
    }
    for (const { range, newText, label } of edits) {
      const { start, end } = range;
      const place = new Range(start.line, start.character, end.line, end.character);
      edit.replace(Uri.parse(uri), place, newText, { needsConfirmation: isPreviewed, label });
    }
  }
  const isApplied = await workspace.applyEdit(edit, { isRefactoring: true });
  if (!isApplied && !isPreviewed) void window.showErrorMessage(l10n.t('The files could not be changed.'));
  return isApplied;
}

async function showReport(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document, { preview: false });
}
