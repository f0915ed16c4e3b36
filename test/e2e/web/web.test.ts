/** What is special about the browser: the worker, the folder that is read through the editor. The rest is suite/'s. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, press, screenshot } from '../support/bridge.js';
import { closeAll, extensionId, findings, hasFinding, remove, uriOf, waitFor } from '../support/editor.js';

describe('In a browser', () => {
  after(closeAll);

  it('the extension runs in a web worker, without Node', async () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal((globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node, undefined);
    const extension = await waitFor('the extension', () => vscode.extensions.getExtension(extensionId));
    assert.equal(extension.extensionKind, vscode.ExtensionKind.UI);
    await waitFor('activation', () => extension.isActive);
  });

  it('the folder is not on a disk of ours, and is read all the same', async () => {
    assert.notEqual(uriOf('').scheme, 'file');
    await waitFor('findings of files that nobody opened', () => findings('soa.yaml').length > 0);
  });

  it('a whole folder that comes is read, and forgotten when it goes', async () => {
    const folder = `policies/web-${Date.now()}`;
    const text = '---\nid: POL-W\ncontrols: [27001:A.5.99]\n---\n\n# Web\n';
    await vscode.workspace.fs.writeFile(uriOf(`${folder}/deep/one.md`), new TextEncoder().encode(text));
    await waitFor('the finding', () => hasFinding(`${folder}/deep/one.md`, 'unknown-reference'));
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
    await waitFor('the finding to go', () => findings(`${folder}/deep/one.md`).length === 0);
  });

  it('a file that is no UTF-8 text is left out, and said so', async function () {
    needsBridge(this);
    const path = 'policies/latin-1.md';
    await vscode.workspace.fs.writeFile(uriOf(path), new Uint8Array([0x23, 0x20, 0xe4, 0xf6, 0xfc]));
    await vscode.window.showTextDocument(uriOf('soa.yaml'));
    const label = `() => document.querySelector('[id*="clausemark.findings"] a')?.getAttribute('aria-label')`;
    await waitFor('the notice', async () => /1 file left out/.test((await evalInWindow<string>(label)) ?? ''));
    await remove(path);
    await waitFor('the notice to go', async () => !/left out/.test((await evalInWindow<string>(label)) ?? ''));
  });

  it('what needs Node is not offered, and says so plainly where it is called all the same', async function () {
    needsBridge(this);
    await vscode.commands.executeCommand('clausemark.compareSoa');
    await waitFor('the message', () =>
      evalInWindow(
        `() => /program that a browser cannot start/.test(document.querySelector('.notifications-toasts')?.textContent ?? '')`,
      ),
    );
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>Clausemark: ');
    const listed = await waitFor('the palette', async () => {
      const names = await evalInWindow<string>(
        `() => document.querySelector('.quick-input-list .monaco-list-rows')?.textContent ?? ''`,
      );
      return /Clausemark: Export/.test(names) && names;
    });
    assert.doesNotMatch(listed, /Import a Statement|Compare the Statement/);
    await press('Escape');
  });

  it('exports the formats that are text', async function () {
    needsBridge(this);
    await vscode.window.showTextDocument(uriOf('soa.yaml'));
    void vscode.commands.executeCommand('clausemark.exportSoa');
    // The list of the question before may still stand there.
    const formats = await waitFor('the formats', () =>
      evalInWindow<string[]>(
        `() => [...document.querySelectorAll('.quick-input-list .monaco-list-row .label-name')].map((row) => row.textContent)`,
      ).then((labels) => labels.includes('HTML page') && labels),
    );
    assert.deepEqual(formats, ['HTML page', 'Markdown', 'CSV', 'JSON']);
    await press('ArrowDown');
    await press('Enter');
    await waitFor('the question for a file', () =>
      evalInWindow(`() => /Export/.test(document.querySelector('.quick-input-title')?.textContent ?? '')`),
    );
    await waitFor('the proposed name, in the folder', () =>
      evalInWindow(
        `() => /lindenhof.*statement-of-applicability\\.md$/.test(document.querySelector('.quick-input-widget input')?.value ?? '')`,
      ),
    );
    await screenshot('web-export');
    await press('Enter');
    const text = await waitFor('the file', async () => {
      const file = uriOf('statement-of-applicability.md');
      return vscode.workspace.fs.readFile(file).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => '',
      );
    });
    assert.match(text, /A\.5\.15.*Access control/);
    await remove('statement-of-applicability.md');
  });

  it('the server starts again when asked', async () => {
    await vscode.commands.executeCommand('clausemark.restartServer');
    await waitFor('findings', () => findings('soa.yaml').length > 0);
  });
});
