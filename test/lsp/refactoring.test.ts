/** Renaming, moves of files and refactorings over the protocol: that they are wired, and what the client's abilities change. */
import assert from 'node:assert/strict';
import type {
  CodeAction,
  CreateFile,
  InitializeResult,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type Conversation, editorCapabilities, startConversation } from '../support/conversation.js';

const files = {
  'soa.yaml':
    'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15:\n    applicable: true\n    documents: [POL-AC]\n    evidence: [proof/a.txt]\n',
  'access.md':
    '---\nid: POL-AC\ntitle: Access\n---\n# Access\n\n## Rules\n\nAs ISO/IEC 27001:2022 A.5.15 asks.\n\n## Rest\n\nSee [rules](#rules).\n',
  'other.md': '# Other\n\nPOL-AC and [a](access.md#rules).\n',
  'proof/a.txt': '',
};

const withFiles = {
  ...editorCapabilities,
  workspace: {
    ...editorCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** `file: new text` of each edit, sorted. */
function textsOf(edit: WorkspaceEdit | null): string[] {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return changes
    .flatMap(({ textDocument, edits }) =>
      (edits as { newText: string }[]).map(({ newText }) => `${textDocument.uri.split('/').at(-1)}: ${newText}`),
    )
    .sort();
}

describe('Refactoring over the protocol', () => {
  let talk: Conversation;
  const start = async (options: Parameters<typeof startConversation>[1] = {}) => {
    talk = await startConversation(files, { capabilities: withFiles as typeof editorCapabilities, ...options });
    await talk.settled();
  };
  afterEach(() => talk.end());

  it('says what it can', async () => {
    await start();
    const { capabilities } = talk.result as InitializeResult;
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.ok(capabilities.workspace?.fileOperations?.willRename);
  });

  it('renames a document id everywhere', async () => {
    await start();
    const at = { line: 2, character: 2 };
    const target = await talk.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', 'other.md', at);
    assert.deepEqual(target, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 6 } },
      placeholder: 'POL-AC',
    });
    const edit = await talk.ask<WorkspaceEdit>('textDocument/rename', 'other.md', at, { newName: 'POL-1' });
    assert.deepEqual(textsOf(edit), ['access.md: POL-1', 'other.md: POL-1', 'soa.yaml: POL-1']);
  });

  it('leaves what is not ours to others, and says why something is refused', async () => {
    await start({ initializationOptions: {} });
    assert.equal(await talk.ask('textDocument/prepareRename', 'access.md', { line: 8, character: 1 }), null);
    const at = { line: 1, character: 6 };
    await assert.rejects(
      talk.ask('textDocument/rename', 'access.md', at, { newName: 'two words' }),
      /“two words” cannot be an id/,
    );
  });

  it('tells VS Code of a refusal in a message, so that it does not ask anybody else', async () => {
    await start();
    const edit = await talk.ask('textDocument/rename', 'access.md', { line: 1, character: 6 }, { newName: '' });
    assert.deepEqual(edit, { changes: {} });
    const shown = talk.notifications.find(({ method }) => method === 'window/showMessage');
    assert.match(JSON.stringify(shown?.params), /Write the id/);
  });

  const move = (from: string, to: string) =>
    talk.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: talk.uri(from), newUri: talk.uri(to) }],
    });

  it('changes soa.yaml and links when files move', async () => {
    await start();
    assert.deepEqual(textsOf(await move('access.md', 'p/access.md')), ['other.md: p/access.md']);
    assert.deepEqual(textsOf(await move('proof', 'evidence')), ['soa.yaml: evidence/a.txt']);
    assert.equal(await move('proof/a.txt', 'proof/a.txt'), null);
  });

  it('leaves links to VS Code where it changes them, and everything where the setting is off', async () => {
    await start();
    talk.settings = 'prompt';
    assert.deepEqual(textsOf(await move('access.md', 'p/access.md')), []);
    assert.deepEqual(textsOf(await move('proof', 'evidence')), ['soa.yaml: evidence/a.txt']);
    talk.end();
    await start({ settings: { updateOnFileMove: false } });
    assert.equal(await move('proof', 'evidence'), null);
  });

  describe('of two folders of a window', () => {
    const soaOf = (evidence: string) =>
      `standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15: { applicable: true, evidence: [${evidence}] }\n`;
    const both = {
      'one/soa.yaml': soaOf('proof/a.txt'),
      'one/p/a.md': '# A\n\n[b](b.md#part) [two](../../two/c.md) [gone](gone.md)\n',
      'one/p/b.md': '---\nrelated: [a.md]\n---\n# B\n\n[a](a.md)\n',
      'one/proof/a.txt': '',
      'two/c.md': '# C\r\n\r\n[a](../one/p/a.md#a) [x](x.md)\r\n',
      'deep/three/d.md': '# D\n\n[a](../../one/p/a.md)\n',
    };

    it('changes links to it, its own links and evidence, where the folders lie side by side', async () => {
      talk = await startConversation(both, {
        capabilities: withFiles as typeof editorCapabilities,
        folders: ['one', 'two', 'deep/three'],
      });
      await talk.settled();
      // `../../two/c.md` leads from its new place where it led before.
      assert.deepEqual(textsOf(await move('one/p/a.md', 'two/q/a.md')), [
        'a.md: ../../one/p/b.md',
        'b.md: ../../two/q/a.md',
        'b.md: ../../two/q/a.md',
        'c.md: q/a.md',
      ]);
      assert.deepEqual(textsOf(await move('one/proof', 'two/proof')), ['soa.yaml: ../two/proof/a.txt']);
      // No way is written that leads up and down through folders that nobody has opened.
      assert.equal(await move('one/p/a.md', 'deep/three/a.md'), null);
    });
  });

  const actions = (line: number, character: number, context: object = {}) =>
    talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('access.md') },
      range: { start: { line, character }, end: { line, character } },
      context: { diagnostics: [], triggerKind: 1, ...context },
    });

  it('offers refactorings to who asks, with their kinds', async () => {
    await start();
    const asked = await actions(8, 2, { only: ['refactor'] });
    const tag = asked.find(({ title }) => title.startsWith('Tag this section'));
    assert.equal(tag?.kind, 'refactor.rewrite');
    assert.deepEqual(textsOf(tag?.edit ?? null), ['access.md: \n<!-- controls: 27001:A.5.15 -->']);
    const ofItself = await actions(8, 2, { triggerKind: 2 });
    assert.deepEqual(
      ofItself.filter(({ kind }) => kind?.startsWith('refactor')),
      [],
    );
  });

  it('makes a file of a section, for clients that can make files', async () => {
    await start();
    const [split] = (await actions(6, 4, { only: ['refactor.extract'] })).filter(
      ({ kind }) => kind === 'refactor.extract',
    );
    const made = split?.edit?.documentChanges?.find((change): change is CreateFile => 'kind' in change);
    assert.equal(made?.uri, talk.uri('rules.md'));
    assert.deepEqual(made?.options, { overwrite: false, ignoreIfExists: false });
    const written = split?.edit?.documentChanges?.at(-1) as TextDocumentEdit;
    assert.equal(written.textDocument.version, null);
    assert.match((written.edits[0] as { newText: string }).newText, /title: Rules[\s\S]*# Rules/);
    talk.end();
    await start({ capabilities: editorCapabilities });
    assert.ok(!(await actions(6, 4)).some(({ kind }) => kind === 'refactor.extract'));
  });

  it('finds the links of other files when the user has chosen, where the client can wait for that', async () => {
    const textDocument = {
      ...editorCapabilities.textDocument,
      codeAction: { resolveSupport: { properties: ['edit'] } },
    };
    await start({ capabilities: { ...withFiles, textDocument } as typeof editorCapabilities });
    const offered = (await actions(6, 4)).find(({ kind }) => kind === 'refactor.extract');
    assert.ok(offered?.data && !offered.edit);
    const resolved = await talk.request<CodeAction>('codeAction/resolve', offered);
    assert.equal(
      resolved.edit?.documentChanges?.some((change) => 'kind' in change && change.kind === 'create'),
      true,
    );
  });
});
