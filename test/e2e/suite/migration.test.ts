import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, press } from '../support/bridge.js';
import { closeAll, freshPath, openNew, remove, uriOf, waitFor } from '../support/editor.js';

const choices = `() => [...document.querySelectorAll('.quick-input-widget:not([style*="display: none"]) .quick-input-list .monaco-list-row')].map((row) => row.textContent).join('\\n')`;

describe('Moving to the next edition', () => {
  const probe = freshPath();

  afterEach(async () => {
    await closeAll();
    await remove(probe);
  });

  it('changes the files in one step that can be undone, and shows a report', async function () {
    needsBridge(this);
    const before = '# Patching\n\nAs ISO/IEC 27001:2013 A.12.6.1 asks, and ISO/IEC 27001:2013 A.18.2.3.\n';
    const editor = await openNew(probe, before);
    const done = vscode.commands.executeCommand('clausemark.moveToNextEdition');
    await waitFor('the editions', async () => (await evalInWindow<string>(choices)).includes('27001:2022'));
    await press('Enter');
    await waitFor('what to do', async () => (await evalInWindow<string>(choices)).includes('Change the files'));
    await press('ArrowDown');
    await press('Enter');
    await done;
    assert.match(editor.document.getText(), /ISO\/IEC 27001:2022 A\.8\.8/);
    const report = vscode.window.activeTextEditor?.document;
    assert.equal(report?.isUntitled, true);
    assert.match(report?.getText() ?? '', /## Changed[\s\S]*## For a person/);
    await vscode.window.showTextDocument(uriOf(probe));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });
});
