/** Shows what was found in all documents. They are checked all the time; this waits for what is under way. */
import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { StatusMessage } from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { describeCheck } from '../status/statusText.js';

export async function checkWorkspace(server: ServerConnection): Promise<void> {
  const title = l10n.t('Clausemark: checking all documents');
  const status = await window.withProgress({ location: ProgressLocation.Window, title }, () => readyStatus(server));
  if (!status) {
    void window.showWarningMessage(l10n.t('Clausemark is not running. Its log says why.'));
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  window.setStatusBarMessage(describeCheck(status), 6000);
}

/** The status once all work is done; null where the server is not running, or ends meanwhile. */
function readyStatus(server: ServerConnection): Promise<StatusMessage | null> {
  if (server.state === 'stopped') return Promise.resolve(null);
  if (server.status?.state === 'ready') return Promise.resolve(server.status);
  return new Promise((done) => {
    const finish = (status: StatusMessage | null) => {
      changes.dispose();
      states.dispose();
      done(status);
    };
    const changes = server.onDidChangeStatus((status) => status.state === 'ready' && finish(status));
    const states = server.onDidChangeState((state) => state === 'stopped' && finish(null));
  });
}
