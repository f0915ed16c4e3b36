/** A window without a folder: what the views say, and what a document that somebody opens there gets. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, screenshot } from '../support/bridge.js';
import { closeAll, hoverAt, positionOf, waitFor } from '../support/editor.js';
import { welcomeWith } from '../support/welcome.js';

const notices = `() => document.querySelector('.notifications-toasts, .notifications-center')?.textContent ?? ''`;

describe('Without a folder', () => {
  afterEach(closeAll);

  it('every view says what to do', async function () {
    needsBridge(this);
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    const text = await welcomeWith(/Open the folder that holds your policies\./);
    assert.match(text, /listed here by state/);
    assert.match(text, /Open folder/);
    assert.doesNotMatch(text, /Reading your documents/);
    await screenshot('welcome-no-folder');
  });

  it('commands that need a folder say so', async function () {
    needsBridge(this);
    for (const command of ['clausemark.createSoa', 'clausemark.createDocument']) {
      void vscode.commands.executeCommand(command);
      await waitFor(`the message of ${command}`, async () => /folder/i.test(await evalInWindow<string>(notices)));
      await vscode.commands.executeCommand('notifications.clearAll');
      await waitFor('no message', async () => !/folder/i.test(await evalInWindow<string>(notices)));
    }
  });

  it('a document is checked by itself, and nothing is said of documents that nobody can see', async () => {
    const content = '---\nid: POL-01\nrelated: [POL-02]\n---\n# One\n\nSee ISO/IEC 27001:2022 A.5.99 and A.5.15.\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    const codes = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === 'clausemark')
        .map(({ code }) => (typeof code === 'object' ? code.value : code));
    await waitFor('the finding', () => codes().includes('unknown-reference'));
    assert.ok(!codes().includes('unknown-document'), codes().join(', '));
    assert.match(await hoverAt(document.uri, positionOf(document, 'A.5.15', 2)), /Access control/);
  });
});
