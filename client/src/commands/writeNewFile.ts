/** Writes a file that is not there yet, as an edit that can be undone, and opens it. */
import { type Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** Fails, and says so with the given words, where the file has come into being meanwhile. */
export async function writeNewFile(uri: Uri, text: string, failure: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(failure);
    return;
  }
  await window.showTextDocument(uri, { preview: false });
}
