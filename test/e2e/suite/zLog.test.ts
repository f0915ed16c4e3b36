/** Runs last: what all the other tests have left in the logs. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { needsBridge, windowProblems } from '../support/bridge.js';
import { closeAll, waitFor } from '../support/editor.js';

describe('After everything', () => {
  after(closeAll);

  it('there is no error in the log of the extension', async () => {
    await vscode.commands.executeCommand('clausemark.showOutput');
    const log = await waitFor('the log', () => {
      return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output' && /clausemark/i.test(uri.path));
    });
    await waitFor('its text', () => log.getText().length > 0);
    const bad = log
      .getText()
      .split('\n')
      .filter((line) => /\[(?:error|warning)\]/i.test(line));
    assert.deepEqual(bad, []);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('the window has reported no error of ours', async function () {
    needsBridge(this);
    const ours = (await windowProblems()).filter(({ text }) => /clausemark/i.test(text));
    assert.deepEqual(ours, []);
  });
});
