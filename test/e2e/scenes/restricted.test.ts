/** A folder that is not trusted. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, screenshot } from '../support/bridge.js';
import { closeAll, extensionId, hasFinding, openNew, waitFor } from '../support/editor.js';
import { welcomeWith } from '../support/welcome.js';

describe('Restricted Mode', () => {
  after(closeAll);

  it('says what it changes, as long as there is nothing else to show', async function () {
    needsBridge(this);
    assert.equal(vscode.workspace.isTrusted, false);
    const text = await welcomeWith(/This folder is open in Restricted Mode/);
    assert.match(text, /Manage trust/);
    await screenshot('welcome-restricted');
  });

  it('checks everything', async () => {
    const extension = await waitFor('the extension', () => vscode.extensions.getExtension(extensionId));
    await waitFor('activation', () => extension.isActive);
    await openNew('soa.yaml', 'standards:\n  27001: { edition: 2022 }\n');
    await openNew('p.md', '---\nid: P-01\ncontrols: [27001:A.5.99]\n---\n# P\n');
    await waitFor('a finding of the statement', () => hasFinding('soa.yaml', 'missing-control'));
    await waitFor('a finding of the document', () => hasFinding('p.md', 'unknown-reference'));
  });

  it('does not take catalogs from the settings of the folder', () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const inFolder = vscode.workspace.getConfiguration('clausemark', folder!.uri).inspect('catalogs');
    assert.deepEqual(vscode.workspace.getConfiguration('clausemark', folder!.uri).get('catalogs'), []);
    assert.equal(inFolder?.workspaceValue ?? inFolder?.workspaceFolderValue, undefined);
  });

  it('asks git nothing and releases nothing, and says why', async function () {
    needsBridge(this);
    const notices = `() => document.querySelector('.notifications-toasts, .notifications-center')?.textContent ?? ''`;
    const isInBrowser = typeof process === 'undefined';
    for (const command of ['clausemark.releaseSoa', ...(isInBrowser ? [] : ['clausemark.compareSoa'])]) {
      void vscode.commands.executeCommand(command);
      await waitFor(`the message of ${command}`, async () =>
        /Restricted Mode/.test(await evalInWindow<string>(notices)),
      );
      await vscode.commands.executeCommand('notifications.clearAll');
      await waitFor('no message', async () => !/Restricted Mode/.test(await evalInWindow<string>(notices)));
    }
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const names = (await vscode.workspace.fs.readDirectory(folder!.uri)).map(([name]) => name);
    assert.ok(names.includes('.git'), 'there is a repository that would start a program');
    assert.ok(!names.includes('started'), 'it was started');
  });
});
