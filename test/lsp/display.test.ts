/** Lenses, titles after ids, colours, folding and selection over the protocol: that they are wired and their places right. */
import assert from 'node:assert/strict';
import type { CodeLens, FoldingRange, InlayHint, SelectionRange, SemanticTokens } from 'vscode-languageserver';
import { showPlacesCommand } from '../../server/src/protocol.js';
import { type Conversation, editorCapabilities, startConversation } from '../support/conversation.js';

const system = `standards:
  27001: { edition: 2022 }
controls:
  27001:A.5.15:
    applicable: true
  27001:A.7.4:
    applicable: false
    justification: No premises
`;

const access = `---
title: Access control
controls: [27001:A.5.15]
---
# Access control

Rights are given 🔐 as A.7.4 asks.
`;

const document = { textDocument: { uri: '' } };

describe('Display over the protocol', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  const start = async (more: object = {}) => {
    talk = await startConversation(
      { 'soa.yaml': system, 'access.md': access },
      { initializationOptions: { clausemarkMessages: true }, ...more },
    );
    await talk.settled();
  };
  const ask = <Answer>(method: string, path: string, more: object = {}) =>
    talk.request<Answer>(`textDocument/${method}`, { ...document, textDocument: { uri: talk.uri(path) }, ...more });

  it('gives lenses whose words come later, with the places that a click shows', async () => {
    await start();
    const lenses = await ask<CodeLens[]>('codeLens', 'soa.yaml');
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [3, 5],
    );
    assert.equal(lenses[0]?.command, undefined);
    const resolved = await talk.request<CodeLens>('codeLens/resolve', lenses[0]);
    assert.equal(resolved.command?.title, '1 document: Access control');
    assert.equal(resolved.command?.command, showPlacesCommand);
    assert.deepEqual(resolved.command?.arguments?.[2], [
      {
        uri: talk.uri('access.md'),
        range: { start: { line: 2, character: 17 }, end: { line: 2, character: 23 } },
      },
    ]);
  });

  it('gives a client that is not ours words without a command', async () => {
    await start({ initializationOptions: {} });
    const [lens] = await ask<CodeLens[]>('codeLens', 'soa.yaml');
    const { command } = await talk.request<CodeLens>('codeLens/resolve', lens);
    assert.deepEqual([command?.title, command?.command], ['1 document: Access control', '']);
  });

  it('gives no lenses where they are turned off', async () => {
    await start({ settings: { codeLens: false } });
    assert.deepEqual(await ask('codeLens', 'access.md'), []);
  });

  it('gives titles only where they are turned on', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    await start();
    assert.deepEqual(await ask('inlayHint', 'access.md', { range }), []);
    talk.end();
    await start({ settings: { titleHints: true } });
    const hints = await ask<InlayHint[]>('inlayHint', 'access.md', { range });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, position.character, label]),
      [
        [2, 23, 'Access control'],
        [6, 28, 'Physical security monitoring'],
      ],
    );
  });

  it('gives colours by kind and state', async () => {
    await start();
    const legend = talk.result.capabilities.semanticTokensProvider?.legend;
    const { data } = await ask<SemanticTokens>('semanticTokens/full', 'access.md');
    assert.deepEqual(data.slice(0, 3), [2, 17, 6]);
    assert.deepEqual(data.slice(5, 8), [4, 23, 5]);
    assert.equal(legend?.tokenTypes[data[8]!], 'control');
    assert.equal(legend?.tokenModifiers[Math.log2(data[9]!)], 'excluded');
  });

  it('folds and expands selections', async () => {
    await start();
    const folds = await ask<FoldingRange[]>('foldingRange', 'access.md');
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [4, 6],
      ],
    );
    const positions = [
      { line: 6, character: 24 },
      { line: 0, character: 0 },
    ];
    const [inId, atStart] = await ask<SelectionRange[]>('selectionRange', 'access.md', { positions });
    assert.deepEqual(inId?.range, { start: { line: 6, character: 23 }, end: { line: 6, character: 28 } });
    assert.equal(inId?.parent?.range.start.line, 4);
    assert.ok(atStart);
  });

  it('tells the editor to ask again when another text has changed', async () => {
    const asked: string[] = [];
    const refreshing = { refreshSupport: true };
    const workspace = { ...editorCapabilities.workspace, codeLens: refreshing, semanticTokens: refreshing };
    await start({ capabilities: { ...editorCapabilities, workspace } });
    for (const what of ['codeLens', 'semanticTokens', 'inlayHint']) {
      talk.client.onRequest(`workspace/${what}/refresh`, () => {
        asked.push(what);
        return null;
      });
    }
    await talk.open('other.md', '---\ncontrols: [27001:A.5.15]\n---\n');
    await talk.settled();
    await talk.settled();
    assert.deepEqual([...new Set(asked)].sort(), ['codeLens', 'semanticTokens']);
  });
});
