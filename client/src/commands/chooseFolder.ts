/** Which folder of the window a command is for. */
import { commands, l10n, type WorkspaceFolder, window, workspace } from 'vscode';

/** The only folder, or the one that the user picks; undefined where there is none, or the user has left. */
export async function chooseFolder(withoutFolder: string): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) return window.showWorkspaceFolderPick();
  if (folders[0]) return folders[0];
  const open = l10n.t('Open folder');
  if ((await window.showInformationMessage(withoutFolder, open)) === open) {
    void commands.executeCommand('vscode.openFolder');
  }
  return undefined;
}
