/** Several folders in one window: the example, and a folder beside it that follows another edition. */
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, textOf, waitFor } from '../support/editor.js';
import { MemoryFolder } from '../support/memoryFolder.js';

const folders = vscode.workspace.workspaceFolders ?? [];

function codesIn(folder: vscode.WorkspaceFolder, path: string): string[] {
  return vscode.languages
    .getDiagnostics(vscode.Uri.joinPath(folder.uri, path))
    .filter(({ source }) => source === 'clausemark')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Moves a file as the explorer does it. */
async function move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: true });
  assert.ok(await vscode.workspace.applyEdit(edit));
}

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

  it('take a file that moves from one to the other: it is held against the statement of its new folder', async () => {
    const [first, second] = folders;
    const from = vscode.Uri.joinPath(second!.uri, 'policies', 'one.md');
    const to = vscode.Uri.joinPath(first!.uri, 'policies', 'one.md');
    await move(from, to);
    await waitFor('no finding at the old place', () => codesIn(second!, 'policies/one.md').length === 0);
    // What the edition of 2013 has, that of 2022 has not.
    const messages = () => vscode.languages.getDiagnostics(to).map(({ message }) => message);
    await waitFor('a finding at the new place', () => messages().some((message) => /A\.18\.2\.3/.test(message)));
    await move(to, from);
    await waitFor('the old findings', () => codesIn(second!, 'policies/one.md').includes('unknown-reference'));
  });

  it('keep links, front matter and evidence true when a file moves from one to the other beside it', async () => {
    const [first, second] = folders.map(({ uri }) => uri);
    const at = (root: vscode.Uri | undefined, path: string) => vscode.Uri.joinPath(root!, ...path.split('/'));
    const name = (root: vscode.Uri | undefined) => root!.path.split('/').at(-1);
    const proof = 'evidence/plan.pdf';
    await waitFor('the evidence', () => !codesIn(folders[1]!, 'soa.yaml').includes('evidence-missing'));
    const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(
      at(second, 'policies/link.md'),
      '---\nrelated: [one.md]\ncontrols: [A.5.98]\n---\n# Link\n\n[one](one.md#one)\n',
    );
    await waitFor('the document to be known', () => codesIn(folders[1]!, 'policies/link.md').length > 0);
    await move(at(second, 'policies/one.md'), at(first, 'policies/one.md'));
    const way = `../../${name(first)}/policies/one.md`;
    assert.equal(
      await textOf(at(second, 'policies/link.md')),
      `---\nrelated: [${way}]\ncontrols: [A.5.98]\n---\n# Link\n\n[one](${way}#one)\n`,
    );
    await move(at(second, proof), at(first, 'evidence/plan-of-second.pdf'));
    assert.match(
      await textOf(at(second, 'soa.yaml')),
      new RegExp(`\\[\\.\\./${name(first)}/evidence/plan-of-second\\.pdf\\]`),
    );
    await move(at(first, 'policies/one.md'), at(second, 'policies/one.md'));
    await move(at(first, 'evidence/plan-of-second.pdf'), at(second, proof));
    await vscode.workspace.saveAll();
    await waitFor('the old findings', () => codesIn(folders[1]!, 'policies/one.md').includes('unknown-reference'));
  });

  it('can be virtual: on no disk, read by VS Code for us', async () => {
    const policy = '---\nid: V-1\ntitle: Virtual\ncontrols: [27001:A.5.15, 27001:A.5.99]\n---\n\n# Virtual\n';
    const statement = 'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15: { applicable: true }\n';
    const memory = new MemoryFolder({ '/isms/soa.yaml': statement, '/isms/policies/v.md': policy });
    const provider = vscode.workspace.registerFileSystemProvider('memfs', memory, { isCaseSensitive: true });
    const uri = vscode.Uri.parse('memfs:/isms');
    const count = vscode.workspace.workspaceFolders!.length;
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 0, { uri, name: 'virtual' }));
    try {
      const folder = await waitFor('the folder', () => vscode.workspace.workspaceFolders?.[count]);
      await waitFor('findings of a file that nobody opened', () =>
        codesIn(folder, 'policies/v.md').includes('unknown-reference'),
      );
      const file = vscode.Uri.joinPath(uri, 'policies', 'v.md');
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeImplementationProvider',
        vscode.Uri.joinPath(uri, 'soa.yaml'),
        new vscode.Position(3, 8),
      );
      assert.deepEqual(
        places.map((place) => place.uri.toString()),
        [file.toString()],
      );
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(policy.replace(', 27001:A.5.99', '')));
      await waitFor('the finding to go', () => !codesIn(folder, 'policies/v.md').includes('unknown-reference'));
    } finally {
      await waitFor('the folder to leave', () => vscode.workspace.updateWorkspaceFolders(count, 1));
      await waitFor('the folder to go', () => vscode.workspace.workspaceFolders?.length === count);
      provider.dispose();
    }
  });

  it('can leave, and take their findings along', async () => {
    const second = folders[1]!;
    await waitFor('the folder to leave', () => vscode.workspace.updateWorkspaceFolders(1, 1));
    await waitFor('no finding', () => codesIn(second, 'policies/one.md').length === 0);
    assert.ok(codesIn(folders[0]!, 'soa.yaml').length > 0);
  });
});
