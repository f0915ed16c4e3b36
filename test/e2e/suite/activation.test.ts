import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge } from '../support/bridge.js';
import { closeAll, extensionId, findings, open, uriOf, waitFor } from '../support/editor.js';

describe('The extension', () => {
  after(closeAll);

  it('is activated by the folder, before anybody asks', async () => {
    const extension = await waitFor('the extension', () => vscode.extensions.getExtension(extensionId));
    await waitFor('activation', () => extension.isActive);
  });

  it('runs where the files are: beside a remote folder, not in the window', async function () {
    // The web worker's host has its own test.
    if (typeof process === 'undefined') this.skip();
    const extension = await waitFor('the extension', () => vscode.extensions.getExtension(extensionId));
    assert.equal(uriOf('').scheme, 'file');
    // With the VS Code server the window is a remote one, as with SSH, WSL and containers; on a desktop it is not.
    const { Workspace, UI } = vscode.ExtensionKind;
    assert.equal(extension.extensionKind, vscode.env.remoteName ? Workspace : UI);
    if (vscode.env.uiKind === vscode.UIKind.Web) assert.ok(vscode.env.remoteName, 'a remote window');
  });

  it('registers every command that its manifest declares', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const declared: { command: string }[] =
      vscode.extensions.getExtension(extensionId)?.packageJSON.contributes.commands;
    assert.ok(declared.length >= 16);
    assert.deepEqual(
      declared.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  it('shows the preview button for a policy and for soa.yaml, and not for other Markdown', async function () {
    needsBridge(this);
    const button =
      '() => Boolean(document.querySelector(".editor-actions [aria-label*=\'Statement of Applicability\']"))';
    await open('policies/access-control-policy.md');
    await waitFor('the button of a policy', () => evalInWindow(button));
    await open('soa.yaml');
    await waitFor('the button of soa.yaml', () => evalInWindow(button));
    await vscode.workspace
      .openTextDocument({ language: 'markdown', content: '# Notes\n' })
      .then(vscode.window.showTextDocument);
    await waitFor('no button', async () => !(await evalInWindow(button)));
  });

  it('says in the status bar what it has found', async function () {
    needsBridge(this);
    await open('soa.yaml');
    await waitFor('findings of soa.yaml', () => findings('soa.yaml').length > 0);
    // While documents are still being read it counts those that are.
    await waitFor('the status bar item', async () => {
      const label = await evalInWindow<string>(
        `() => document.querySelector('[id="clausemark.clausemark.clausemark.findings"] a, [id*="clausemark.findings"] a')?.getAttribute('aria-label') ?? ''`,
      );
      return /^Clausemark: .*\d+ warnings?.*\d+ documents/.test(label);
    });
  });
});
