/** Runs last: what all the other tests have left in the logs. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { needsBridge, windowProblems } from '../support/bridge.js';
import { closeAll, waitFor } from '../support/editor.js';

/**
 * What the editor says of itself: it had forgotten what a lens of any extension leads to, because it was asking for lenses anew while
 * it was clicked. The tests of lenses click until they lead somewhere.
 */
const staleLens = /^Error: Actual command not found, wanted to execute clausemark\.showPlaces\b/;

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
    const ours = (await windowProblems()).filter(({ text }) => /clausemark/i.test(text) && !staleLens.test(text));
    assert.deepEqual(ours, []);
  });
});
