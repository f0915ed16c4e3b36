/** Edits that the server made for a soa.yaml, as one step in the editor: undo takes it back, saving is the user's. */
import { l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { RangeMessage } from '../../../server/src/protocol.js';

export interface SoaTextEdits {
  readonly uri: string;
  readonly edits: readonly { readonly range: RangeMessage; readonly newText: string }[];
  /** Of the text that the edits are for, in UTF-16 units. */
  readonly length: number;
}

/** True when the edits are made. Says so, and changes nothing, where the text is another one by now. */
export async function applySoaEdits({ uri, edits, length }: SoaTextEdits, label: string): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  if (document.getText().length !== length) {
    void window.showWarningMessage(l10n.t('The text has changed meanwhile. Nothing was written: start again.'));
    return false;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    const place = new Range(start.line, start.character, end.line, end.character);
    edit.replace(document.uri, place, newText, { needsConfirmation: false, label });
  }
  if (await workspace.applyEdit(edit)) {
    await window.showTextDocument(document, { preview: false });
    return true;
  }
  void window.showErrorMessage(l10n.t('soa.yaml could not be changed.'));
  return false;
}
