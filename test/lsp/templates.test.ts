/** The messages behind the command that creates a document from a template. */
import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import {
  type DocumentTemplatesAnswer,
  documentTemplatesRequest,
  type NewDocumentAnswer,
  newDocumentRequest,
} from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

describe('Documents from templates', () => {
  let talk: Conversation;
  before(async () => {
    talk = await startConversation({
      'p/a.md': '---\nid: POL-001\ntitle: Access\ntype: policy\nowner: Head of IT\n---\n# Access\n',
    });
    await talk.settled();
  });
  after(() => talk.end());
  const folder = () => talk.uri('').replace(/\/$/, '');
  const ask = (params: object = {}) =>
    talk.request<DocumentTemplatesAnswer | null>(documentTemplatesRequest, { folder: folder(), ...params });
  const make = (params: object) =>
    talk.request<NewDocumentAnswer | null>(newDocumentRequest, {
      ...{ folder: folder(), type: 'policy', title: 'Keys', id: 'POL-002', owner: '', within: 'p' },
      ...params,
    });

  it('says what there is to choose from, and proposes', async () => {
    const first = await ask();
    assert.deepEqual([first?.types[0]?.name, first?.people, first?.folders], ['policy', ['Head of IT'], ['', 'p']]);
    const second = await ask({ type: 'policy', title: 'Keys' });
    assert.deepEqual([second?.proposedId, second?.proposedFolder], ['POL-002', 'p']);
    assert.match((await ask({ id: 'pol-001' }))?.idProblem ?? '', /is the id of “Access”/);
    assert.equal((await ask({ id: '' }))?.idProblem, null);
    assert.equal(await ask({ folder: 'file:///elsewhere' }), null);
  });

  it('makes the text and says where it goes, never outside the folder', async () => {
    const made = await make({});
    assert.equal(made?.uri, talk.uri('p/keys.md'));
    assert.match(made?.text ?? '', /^---\nid: POL-002\n/);
    assert.equal((await make({ title: 'A', within: '' }))?.uri, talk.uri('a-2.md').replace('a-2.md', 'a.md'));
    for (const within of ['../x', '/etc', 'file:///x']) assert.equal(await make({ within }), null);
  });
});

describe('A document that others name and nobody wrote', () => {
  const named = (id: string, more = '') =>
    `---\nid: ${id}\ntitle: ${id}\ntype: policy\nowner: Head of IT\n${more}---\n# ${id}\n`;
  const files = {
    'p/a.md': named('POL-01', 'related: [POL-02, "POL-09 Key Management"]\n'),
    'p/b.md': named('POL-02'),
  };
  let talk: Conversation;
  afterEach(() => talk.end());

  async function actions(): Promise<CodeAction[]> {
    const found = talk.diagnostics('p/a.md').find(({ code }) => code === 'unknown-document');
    assert.ok(found, talk.codes('p/a.md').join());
    return talk.request('textDocument/codeAction', {
      textDocument: { uri: talk.uri('p/a.md') },
      range: found.range,
      context: { diagnostics: [found] },
    });
  }

  it('is made by our own client, which asks for the rest', async () => {
    talk = await startConversation(files);
    const action = (await actions()).find(({ title }) => /^Create POL-09/.test(title));
    assert.equal(action?.edit, undefined);
    assert.equal(action?.command?.command, 'clausemark.createDocument');
    const [wanted] = action.command.arguments as [Record<string, string>];
    assert.deepEqual(
      { ...wanted, folder: wanted['folder']?.replace(/\/$/, '') },
      {
        folder: talk.uri('').replace(/\/$/, ''),
        type: 'policy',
        id: 'POL-09',
        title: 'Key Management',
        owner: 'Head of IT',
      },
    );
  });

  it('is made as a file by other clients that can, and not offered to those that cannot', async () => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
    talk = await startConversation(files, {
      capabilities: { workspace: { workspaceEdit } },
      initializationOptions: {},
    });
    const action = (await actions()).find(({ title }) => /^Create POL-09/.test(title));
    const [create, fill] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(create, {
      kind: 'create',
      uri: talk.uri('p/key-management.md'),
      options: { overwrite: false, ignoreIfExists: false },
    });
    assert.match(JSON.stringify(fill), /id: POL-09\\ntitle: Key Management\\ntype: policy\\nowner: Head of IT/);
    talk.end();
    talk = await startConversation(files, { capabilities: {}, initializationOptions: {} });
    assert.ok(!(await actions()).some(({ title }) => /^Create/.test(title)));
  });

  it('is found by everything that follows ids as soon as it is there, and the finding goes', async () => {
    talk = await startConversation(files);
    const at = { line: 5, character: 22 };
    const definitions = () => talk.ask<{ uri: string }[]>('textDocument/definition', 'p/a.md', at);
    assert.deepEqual(await definitions(), []);
    assert.equal(await talk.ask('textDocument/prepareRename', 'p/a.md', at), null);
    await talk.open('p/c.md', named('POL-09'));
    await talk.settled();
    assert.ok(!talk.codes('p/a.md').includes('unknown-document'));
    assert.deepEqual(
      (await definitions()).map(({ uri }) => uri),
      [talk.uri('p/c.md')],
    );
    const offered = await talk.ask<{ label: string }[]>('textDocument/completion', 'p/a.md', {
      line: 5,
      character: 11,
    });
    assert.ok(JSON.stringify(offered).includes('POL-09'));
    await talk.change('p/c.md', { text: named('POL-10') });
    await talk.settled();
    assert.ok(talk.codes('p/a.md').includes('unknown-document'));
  });
});
