import assert from 'node:assert';
import * as vscode from 'vscode';

describe('The packaged extension, installed', () => {
  const extension = vscode.extensions.getExtension('clausemark.clausemark');

  it('is there, and is not the one of the project folder', () => {
    assert.ok(extension, 'VS Code does not know clausemark.clausemark');
    assert.match(extension.extensionPath, /extensions[\\/]clausemark\.clausemark-/);
  });

  it('activates, beside the files or in the web worker, as it was asked', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
    const isBesideRemoteFiles = typeof process !== 'undefined' && vscode.env.remoteName !== undefined;
    const { Workspace, UI } = vscode.ExtensionKind;
    assert.equal(extension?.extensionKind, isBesideRemoteFiles ? Workspace : UI);
  });

  it('finds what is wrong in a document', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'policies', 'packaged.md');
    const text = '---\ntitle: Probe\ncontrols: [27001:A.5.99]\n---\n# Probe\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri);
    const codes = await codesOnceThere(uri);
    assert.ok(codes.includes('unknown-reference'), `found only: ${codes.join(', ') || 'nothing'}`);
  });
});

/** The codes of our findings in the document, as soon as there are any; none after twenty seconds. */
async function codesOnceThere(uri: vscode.Uri): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'clausemark');
    if (ours.length > 0) return ours.map(({ code }) => String(typeof code === 'object' ? code.value : code));
    await new Promise((done) => setTimeout(done, 100));
  }
  return [];
}
