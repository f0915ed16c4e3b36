import assert from 'node:assert';
import * as vscode from 'vscode';
import { evalInWindow, needsBridge, press, typeText } from '../support/bridge.js';
import {
  closeAll,
  completionsAt,
  freshPath,
  labelOf,
  open,
  openNew,
  positionOf,
  remove,
  textOf,
  uriOf,
  waitFor,
} from '../support/editor.js';
import { refactoring } from '../support/refactoring.js';

const access = 'policies/access-control-policy.md';
const choices = `() => document.querySelector('.quick-input-widget:not([style*="display: none"])')?.textContent ?? ''`;

/** Waits until the server knows the document: it then says what can be renamed. */
async function rename(document: vscode.TextDocument, at: vscode.Position, name: string) {
  return waitFor('an edit', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      name,
    );
    return edit.size > 0 && edit;
  });
}

describe('Renaming, moving, refactoring', () => {
  let probe: string;
  const made: string[] = [];

  beforeEach(() => {
    probe = freshPath();
  });

  afterEach(async () => {
    await closeAll();
    for (const path of [probe, ...made.splice(0)]) await remove(path);
  });

  it('a document id is renamed in every document that names it', async () => {
    const { document } = await open(access);
    const edit = await rename(document, positionOf(document, 'POL-AC-01', 3), 'POL-AC-09');
    const paths = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    assert.ok(paths.includes('access-control-policy.md') && paths.length > 1, paths.join(', '));
    for (const [, edits] of edit.entries()) for (const { newText } of edits) assert.equal(newText, 'POL-AC-09');
  });

  it('a heading is renamed by us and not by VS Code’s own Markdown features: soa.yaml follows', async () => {
    const soa = await open('soa.yaml');
    const { document } = await openNew(probe, '# Probe\n\n## Old words\n\n[x](#old-words)\n');
    const evidence = soa.document.getText().match(/^ +evidence: \[/m)![0];
    const start = positionOf(soa.document, evidence, evidence.length);
    const added = new vscode.WorkspaceEdit();
    added.insert(soa.document.uri, start, `${probe}#old-words, `);
    await vscode.workspace.applyEdit(added);
    const prepared = await vscode.commands.executeCommand<{ placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      positionOf(document, 'Old words', 1),
    );
    assert.equal(prepared.placeholder, 'Old words');
    const edit = await waitFor('the edit of soa.yaml', async () => {
      const found = await rename(document, positionOf(document, 'Old words', 1), 'New words');
      return found.get(soa.document.uri).length > 0 && found;
    });
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), '# Probe\n\n## New words\n\n[x](#new-words)\n');
    assert.match(soa.document.getText(), new RegExp(`${probe}#new-words, `));
  });

  it('a word that is neither stays with VS Code', async () => {
    const { document } = await openNew(probe, '# Probe\n\nwords [x](other.md)\n');
    await assert.rejects(async () => {
      await vscode.commands.executeCommand('vscode.prepareRename', document.uri, positionOf(document, 'words', 1));
    });
  });

  it('a file that moves takes its paths in soa.yaml and its links with it', async () => {
    const folder = 'evidence/restore-test-2026-06.md';
    assert.ok((await textOf('soa.yaml')).includes(folder));
    const { document } = await openNew(probe, '# Probe\n\n[restored](../evidence/restore-test-2026-06.md)\n');
    await waitFor('the link to be known', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.length > 0;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uriOf(folder), uriOf('evidence/2026/restore-test.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    try {
      assert.ok((await textOf('soa.yaml')).includes('evidence/2026/restore-test.md'));
      assert.ok(!(await textOf('soa.yaml')).includes(folder));
      assert.equal((await textOf(probe)).trim(), '# Probe\n\n[restored](../evidence/2026/restore-test.md)');
    } finally {
      // The server has to have seen the file at its new place before it can follow it again.
      await waitFor('the new place to be known', async () => {
        const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          uriOf('soa.yaml'),
        );
        return links.some(({ target }) => target?.path.endsWith('evidence/2026/restore-test.md'));
      });
      const back = new vscode.WorkspaceEdit();
      back.renameFile(uriOf('evidence/2026/restore-test.md'), uriOf(folder));
      await vscode.workspace.applyEdit(back);
      await vscode.workspace.saveAll();
    }
    assert.ok((await textOf('soa.yaml')).includes(folder));
  });

  it('ids and the files of soa.yaml are links', async () => {
    const { document } = await openNew(probe, '# Probe\n\nSee POL-AC-01.\n');
    const link = await waitFor('the link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.find(({ target }) => target?.path.endsWith(access));
    });
    assert.equal(document.getText(link.range), 'POL-AC-01');
  });

  it('a tag is a link to the line of its decision', async () => {
    const { document } = await open(access);
    const link = await waitFor('the link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return links.find(({ target }) => target?.path.endsWith('soa.yaml'));
    });
    const id = document.getText(link.range);
    await vscode.commands.executeCommand('vscode.open', link.target);
    const editor = await waitFor('soa.yaml', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('soa.yaml') && active;
    });
    const line = editor.document.lineAt(editor.selection.start.line).text;
    assert.ok(line.includes(id.replace(/^.*:/, '')), `${id} leads to “${line}”`);
  });

  it('a section is tagged with what it cites, in one step that can be undone', async () => {
    const before = '# Probe\n\n## Part\n\nAs ISO/IEC 27001:2022 A.5.15 asks.\n';
    const { document } = await openNew(probe, before);
    const action = await refactoring(document, positionOf(document, 'A.5.15'), /^Tag this section with A\.5\.15/);
    await vscode.workspace.applyEdit(action.edit!);
    assert.equal(document.lineAt(3).text, '<!-- controls: 27001:A.5.15 -->');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('a section becomes a document of its own', async () => {
    const { document } = await openNew(
      probe,
      '---\nid: POL-P\nowner: X\n---\n# Probe\n\n## Some part\n\nText.\n\n## Rest\n',
    );
    made.push('policies/some-part.md');
    const action = await refactoring(document, positionOf(document, 'Some part'), /^Make a document/);
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.match(document.getText(), /## Some part\n\nSee \[Some part\]\(some-part\.md\)\.\n\n## Rest/);
    assert.match(
      await textOf('policies/some-part.md'),
      /^---\nid: .*\ntitle: Some part\nowner: X\n[\s\S]*# Some part\n\nText\.\n$/,
    );
  });

  it('front matter offers what the type asks for and the ids of other documents', async () => {
    const { document } = await openNew(probe, '---\ntype: \nrelated: []\n---\n\n# Probe\n');
    const types = (await completionsAt(document.uri, positionOf(document, 'type: ', 6))).map(labelOf);
    assert.ok(types.includes('impact assessment'), types.join(', '));
    const ids = (await completionsAt(document.uri, positionOf(document, '[]', 1))).map(labelOf);
    assert.ok(ids.includes('POL-AC-01'), ids.slice(0, 10).join(', '));
  });

  it('a document is created from a template, with the keyboard', async function () {
    needsBridge(this);
    const done = vscode.commands.executeCommand('clausemark.createDocument');
    const shows = (what: string, text: string) =>
      waitFor(what, async () => (await evalInWindow<string>(choices)).includes(text));
    await shows('the types', 'impact assessment');
    await press('Enter');
    await shows('the title', '(2 of 5)');
    await typeText('Probe Template Policy');
    await press('Enter');
    await shows('the id', '(3 of 5)');
    await press('Enter');
    await shows('the owner', '(4 of 5)');
    await typeText('Head of Probes');
    await press('Enter');
    await shows('the folder', '(5 of 5)');
    await press('Enter');
    await done;
    const { document } = await waitFor('the new document', () => vscode.window.activeTextEditor);
    made.push('policies/probe-template-policy.md');
    assert.equal(document.uri.path, uriOf('policies/probe-template-policy.md').path);
    assert.match(
      document.getText(),
      /^---\nid: POL-PT-01\ntitle: Probe Template Policy\ntype: policy\nowner: Head of Probes\n/,
    );
    assert.match(document.getText(), /\n## Purpose\n\n<!-- /);
  });
});
