/** Several folders in one window, and a folder that is not trusted. Each is a window of its own: see run.mjs. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, extensionId, waitFor } from '../support/editor.js';

const folders = vscode.workspace.workspaceFolders ?? [];

function codesIn(folder: vscode.WorkspaceFolder, path: string): string[] {
  return vscode.languages
    .getDiagnostics(vscode.Uri.joinPath(folder.uri, path))
    .filter(({ source }) => source === 'clausemark')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

if (folders.length > 1) {
  describe('Several folders', () => {
    after(closeAll);

    it('are all read, each by its own statement', async () => {
      const [first, second] = folders;
      await waitFor('the first folder', () => codesIn(first!, 'soa.yaml').length > 0);
      // The second folder has the edition of 2013 alone in scope.
      await waitFor('the second folder', () => codesIn(second!, 'policies/one.md').includes('unknown-reference'));
      const unknown = vscode.languages
        .getDiagnostics(vscode.Uri.joinPath(second!.uri, 'policies/one.md'))
        .filter(({ code }) => typeof code === 'object' && code.value === 'unknown-reference');
      assert.equal(unknown.length, 1);
      assert.match(unknown[0]!.message, /27001:2013.*A\.5\.99/);
    });

    it('have evidence that is missing, until it comes', async () => {
      const second = folders[1]!;
      await waitFor('the finding', () => codesIn(second, 'soa.yaml').includes('evidence-missing'));
      const file = vscode.Uri.joinPath(second.uri, 'evidence', 'plan.pdf');
      await vscode.workspace.fs.writeFile(file, new Uint8Array([1, 2, 3]));
      await waitFor('the finding to go', () => !codesIn(second, 'soa.yaml').includes('evidence-missing'));
    });

    it('can leave, and take their findings along', async () => {
      const second = folders[1]!;
      assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
      await waitFor('no finding', () => codesIn(second, 'policies/one.md').length === 0);
      assert.ok(codesIn(folders[0]!, 'soa.yaml').length > 0);
    });
  });
}

if (!vscode.workspace.isTrusted) {
  describe('Restricted Mode', () => {
    after(closeAll);

    it('checks everything', async () => {
      const extension = await waitFor('the extension', () => vscode.extensions.getExtension(extensionId));
      await waitFor('activation', () => extension.isActive);
      await waitFor('findings', () => codesIn(folders[0]!, 'soa.yaml').length > 0);
    });

    it('does not take catalogs from the settings of the folder', () => {
      const inFolder = vscode.workspace.getConfiguration('clausemark', folders[0]!.uri).inspect('catalogs');
      assert.deepEqual(vscode.workspace.getConfiguration('clausemark', folders[0]!.uri).get('catalogs'), []);
      assert.equal(inFolder?.workspaceValue ?? inFolder?.workspaceFolderValue, undefined);
    });
  });
}
