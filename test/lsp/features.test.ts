/** Each editor feature once over the protocol: that it is wired and its places are right. What it says is tested in the core. */
import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  SymbolInformation,
  TextDocumentEdit,
} from 'vscode-languageserver';
import { type Conversation, editorCapabilities, startConversation } from '../support/conversation.js';

const system = `organisation: Example
standards:
  27001: { edition: 2022 }
controls:
  27001:A.5.15:
    applicable: true
    status: implemented
    evidence: [review.pdf]
`;

const access = `---
id: POL-AC
title: Access control
controls: [27001:A.5.15]
---
# Access control

Rights are given 🔐 as A.5.15 asks.
Old: ISO/IEC 27001:2022 A.5.38.
`;

const other = '# Other\n\nSee POL-AC and A.5.15.\n';

describe('Features over the protocol', () => {
  let talk: Conversation;
  before(async () => {
    talk = await startConversation({ 'soa.yaml': system, 'access.md': access, 'other.md': other, 'review.pdf': '' });
    await talk.open('access.md', access);
  });
  after(() => talk.end());

  const control = { line: 7, character: 26 };

  it('hover: what the control is, for exactly its characters', async () => {
    const hover = await talk.ask<Hover>('textDocument/hover', 'access.md', control);
    assert.deepEqual(hover.range, { start: { line: 7, character: 23 }, end: { line: 7, character: 29 } });
    assert.match((hover.contents as { value: string }).value, /Access control/);
  });

  it('hover: sees the edit that was sent just before', async () => {
    const range = { start: { line: 7, character: 27 }, end: { line: 7, character: 29 } };
    const sent = talk.change('access.md', { range, text: '16' });
    const hover = talk.ask<Hover>('textDocument/hover', 'access.md', control);
    await sent;
    assert.match(((await hover).contents as { value: string }).value, /Identity management/);
    await talk.change('access.md', { range, text: '15' });
  });

  it('hover: nothing where nothing stands, nothing in files of others', async () => {
    assert.equal(await talk.ask('textDocument/hover', 'access.md', { line: 7, character: 2 }), null);
    assert.equal(await talk.ask('textDocument/hover', 'none.md', { line: 0, character: 0 }), null);
    assert.equal(await talk.ask('textDocument/hover', 'access.md', { line: 4000, character: 4 }), null);
  });

  it('completion: ids with their titles, replacing what is typed', async () => {
    const at = { line: 3, character: 23 };
    await talk.change('access.md', { range: { start: at, end: at }, text: ', A.5.1' });
    const items = await talk.ask<CompletionItem[]>('textDocument/completion', 'access.md', { line: 3, character: 30 });
    const item = items.find(({ label }) => label.includes('A.5.17'));
    assert.ok(item, items.map(({ label }) => label).join(' '));
    assert.match(item.detail ?? '', /Authentication information/);
    assert.ok(item.textEdit && 'range' in item.textEdit && item.textEdit.range.end.character === 30);
    await talk.change('access.md', { range: { start: at, end: { line: 3, character: 30 } }, text: '' });
  });

  it('definition: from a reference to its decision', async () => {
    const places = await talk.ask<Location[]>('textDocument/definition', 'access.md', control);
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start]),
      [[talk.uri('soa.yaml'), { line: 4, character: 2 }]],
    );
  });

  it('references: every place that names the control, with or without its decision', async () => {
    const find = async (includeDeclaration: boolean) => {
      const context = { context: { includeDeclaration } };
      const places = await talk.ask<Location[]>('textDocument/references', 'access.md', control, context);
      return places.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line}`);
    };
    assert.deepEqual(await find(true), ['access.md:3', 'access.md:7', 'other.md:2', 'soa.yaml:4']);
    assert.deepEqual(await find(false), ['access.md:3', 'access.md:7', 'other.md:2']);
  });

  it('highlight: the places in the same file', async () => {
    const places = await talk.ask<DocumentHighlight[]>('textDocument/documentHighlight', 'access.md', control);
    assert.deepEqual(
      places.map(({ range }) => range.start.line),
      [3, 7],
    );
  });

  it('links: evidence that is a file', async () => {
    const links = await talk.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: talk.uri('soa.yaml') },
    });
    assert.deepEqual(
      links.map(({ target, range }) => [target, range.start.line]),
      [[talk.uri('review.pdf'), 7]],
    );
  });

  it('links: from a tag to the line of its decision', async () => {
    const links = await talk.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: talk.uri('access.md') },
    });
    assert.deepEqual(
      links.map(({ target, range }) => [target, range.start.line, range.start.character]),
      [[`${talk.uri('soa.yaml')}#L5,3`, 3, 11]],
    );
  });

  it('implementation: from a reference to the documents that claim the control', async () => {
    const places = await talk.ask<Location[]>('textDocument/implementation', 'access.md', control);
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [[talk.uri('access.md'), 3]],
    );
  });

  it('outline: sections', async () => {
    const params = { textDocument: { uri: talk.uri('other.md') } };
    const symbols = await talk.request<DocumentSymbol[]>('textDocument/documentSymbol', params);
    assert.deepEqual(
      symbols.map(({ name, range }) => [name, range.start.line]),
      [['Other', 0]],
    );
  });

  it('workspace symbols: controls and documents', async () => {
    const symbols = await talk.request<SymbolInformation[]>('workspace/symbol', { query: 'access control' });
    assert.ok(symbols.some(({ location }) => location.uri === talk.uri('access.md')));
  });

  describe('code actions', () => {
    const actions = (line: number, only?: string[]) =>
      talk.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: talk.uri('access.md') },
        range: { start: { line, character: 25 }, end: { line, character: 25 } },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });

    it('fix the finding at the cursor, in the version that is open', async () => {
      const [first] = (await actions(8)).filter(({ title }) => title.startsWith('Replace'));
      assert.ok(first);
      assert.equal(first.kind, 'quickfix');
      assert.equal(first.diagnostics?.[0]?.code, 'unknown-reference');
      const [change] = first.edit!.documentChanges as TextDocumentEdit[];
      assert.equal(change!.textDocument.uri, talk.uri('access.md'));
      assert.ok(typeof change!.textDocument.version === 'number');
      assert.deepEqual(change!.edits[0]!.range.start.line, 8);
    });

    it('silence it', async () => {
      assert.ok((await actions(8)).some(({ title }) => title === 'Silence unknown-reference on this line'));
    });

    it('are none where nothing is wrong, and none of other kinds', async () => {
      assert.deepEqual(await actions(6, ['quickfix']), []);
      assert.deepEqual(await actions(8, ['refactor.inline', 'source.organizeImports']), []);
    });
  });

  it('fix all: one edit with everything that leaves no doubt', async () => {
    const text = '---\nid: X\ncontrols: [27001:A.5.15, 27001:A.5.15]\n---\n# X\n';
    await talk.open('dup.md', text);
    const found = await talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('dup.md') },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['source.fixAll.clausemark'],
    );
    await talk.closeFile('dup.md');
  });

  it('tells what it can do', () => {
    const { capabilities, serverInfo } = talk.result;
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.equal(serverInfo?.name, 'Clausemark');
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.clausemark'],
      resolveProvider: true,
    });
  });

  it('says an error of ours in the log and answers with nothing', async () => {
    const answer = await talk.request('textDocument/hover', { textDocument: null, position: null });
    assert.equal(answer, null);
    assert.ok(talk.log.some((line) => line.includes('hover failed')));
  });
});

describe('A client without documentChanges', () => {
  it('gets edits by file', async () => {
    const capabilities = { ...editorCapabilities, workspace: { ...editorCapabilities.workspace, workspaceEdit: {} } };
    const talk = await startConversation({ 'a.md': '# A\n\nISO/IEC 27001:2022 A.5.38.\n' }, { capabilities });
    const actions = await talk.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: talk.uri('a.md') },
      range: { start: { line: 2, character: 20 }, end: { line: 2, character: 20 } },
      context: { diagnostics: [] },
    });
    assert.deepEqual(Object.keys(actions[0]?.edit?.changes ?? {}), [talk.uri('a.md')]);
    talk.end();
  });
});
