/** Shows what was found in all documents. They are checked all the time; this waits for what is under way. */
import { commands, l10n, ProgressLocation, window } from 'vscode';
import { type StatusMessage, settledRequest } from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { describeCheck } from '../status/statusText.js';

export async function checkWorkspace(server: ServerConnection): Promise<void> {
  const title = l10n.t('Clausemark: checking all documents');
  const status = await window.withProgress({ location: ProgressLocation.Window, title }, () => {
    return server.request<StatusMessage>(settledRequest);
  });
  if (!status) {
    void window.showWarningMessage(l10n.t('Clausemark is not running. Its log says why.'));
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  window.setStatusBarMessage(describeCheck(status), 6000);
}
