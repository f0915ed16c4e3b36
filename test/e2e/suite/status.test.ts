import * as vscode from 'vscode';
import { evalInWindow, hover, needsBridge } from '../support/bridge.js';
import { closeAll, open, pause, waitFor } from '../support/editor.js';

describe('The language status', () => {
  after(closeAll);

  it('names the standards in scope and how many documents were read', async function () {
    needsBridge(this);
    await open('policies/access-control-policy.md');
    await waitFor('the status', async () => {
      // A click would close it again every other time; it opens a moment after the mouse has come.
      await hover('[id="status.languageStatus"] a', { timeout: 2000 }).catch(() => {});
      await pause(700);
      return evalInWindow(
        `() => /\\d+ documents · standards in scope: 27001:2022, 27701:2025, 42001:2023/.test(document.querySelector('.hover-language-status, .monaco-hover')?.parentElement?.textContent ?? document.body.textContent)`,
      );
    });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
});
