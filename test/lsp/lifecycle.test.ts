/** Messages at the wrong time, of the wrong shape, about places and files that do not exist. */
import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  ErrorCodes,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import * as protocol from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const policy = '# Access control\n\nSee ISO/IEC 27001:2022 A.5.99.\n';
const statement =
  'organisation: Example\nstandards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.15: { applicable: true }\n';
const files = { 'a.md': policy, 'soa.yaml': statement };

/** Every request of the protocol that we answer, and of our own. */
const methods = (talk: Conversation): string[] => {
  const { capabilities } = talk.result;
  const offered = Object.keys(capabilities).flatMap((name) => {
    const match = /^(\w+)Provider$/.exec(name);
    return match ? [`textDocument/${match[1]}`] : [];
  });
  return [
    ...offered,
    'textDocument/semanticTokens/full',
    'textDocument/prepareRename',
    'textDocument/prepareCallHierarchy',
    'workspace/symbol',
    'workspace/willRenameFiles',
    'codeAction/resolve',
    'completionItem/resolve',
    'callHierarchy/incomingCalls',
    'callHierarchy/outgoingCalls',
    ...Object.entries(protocol).flatMap(([name, method]) =>
      name.endsWith('Request') && typeof method === 'string' ? [method] : [],
    ),
  ];
};

const odd: unknown[] = [
  null,
  [],
  {},
  7,
  'text',
  { textDocument: null },
  { textDocument: {}, position: {} },
  { textDocument: { uri: 5 }, position: { line: 'a', character: null } },
  { textDocument: { uri: '' }, position: { line: 0, character: 0 }, range: null, context: null },
  { uri: null, folder: {}, path: [], span: 'x', change: 3, content: {}, files: 7, item: {} },
];

const codeOf = async (answer: Promise<unknown>): Promise<number | null> => {
  try {
    await answer;
    return null;
  } catch (error) {
    return error instanceof ResponseError ? error.code : Number.NaN;
  }
};

describe('A server', function () {
  this.timeout(30_000);
  let talk: Conversation;
  afterEach(() => talk.end());

  /** Whether it still does what it is there for. */
  async function assertWellAndAwake(): Promise<void> {
    await talk.open('a.md', policy);
    await talk.settled();
    assert.deepEqual(talk.codes('a.md').includes('unknown-reference'), true);
    await talk.change('a.md', { text: policy.replace('A.5.99', 'A.5.15') });
    await talk.settled();
    assert.deepEqual(talk.codes('a.md').includes('unknown-reference'), false);
  }

  it('refuses requests before “initialize” and takes no notice of notifications', async () => {
    talk = await startConversation(files, { initializes: false });
    const textDocument = { uri: talk.uri('a.md') };
    assert.equal(await codeOf(talk.request('textDocument/hover', { textDocument })), ErrorCodes.ServerNotInitialized);
    assert.equal(await codeOf(talk.request('clausemark/soa', {})), ErrorCodes.ServerNotInitialized);
    await talk.notify('initialized', {});
    await talk.open('a.md', policy);
    await talk.filesChanged(['a.md', FileChangeType.Changed]);
    await talk.initialize();
    await talk.notify('initialized', {});
    await talk.settled();
    assert.ok(talk.codes('a.md').includes('unknown-reference'));
  });

  it('holds requests that come before “initialized” until it can answer', async () => {
    talk = await startConversation(files, { begins: false });
    await talk.open('a.md', policy);
    const answer = talk.ask<{ contents: unknown } | null>('textDocument/hover', 'a.md', { line: 2, character: 26 });
    await talk.notify('initialized', {});
    assert.ok((await answer)?.contents);
  });

  it('is initialised once', async () => {
    talk = await startConversation(files);
    assert.equal(await codeOf(talk.initialize()), ErrorCodes.InvalidRequest);
    await assertWellAndAwake();
  });

  it('answers nothing after “shutdown”, and says so', async () => {
    talk = await startConversation(files);
    assert.equal(await talk.request('shutdown', undefined), null);
    const published = talk.published.length;
    assert.equal(
      await codeOf(talk.ask('textDocument/hover', 'a.md', { line: 2, character: 26 })),
      ErrorCodes.InvalidRequest,
    );
    await talk.open('a.md', '# Other\n\nISO/IEC 27001:2022 A.5.98.\n');
    await talk.filesChanged(['a.md', FileChangeType.Deleted]);
    assert.equal(await codeOf(talk.settled()), ErrorCodes.InvalidRequest);
    assert.equal(talk.published.length, published);
  });

  it('says of a method that it does not know', async () => {
    talk = await startConversation(files);
    assert.equal(await codeOf(talk.request('textDocument/doesNotExist', {})), ErrorCodes.MethodNotFound);
    await talk.notify('$/unknown', {});
    await talk.notify('workspace/unknown', null);
    await assertWellAndAwake();
  });

  it('answers requests of any shape, and goes on', async () => {
    talk = await startConversation(files);
    const all = methods(talk);
    assert.ok(all.length > 35, all.join());
    for (const method of all) for (const params of odd) await codeOf(talk.request(method, params));
    await assertWellAndAwake();
  });

  it('survives notifications of any shape', async () => {
    talk = await startConversation(files);
    const notifications = [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didSave',
      'textDocument/willSave',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeWorkspaceFolders',
      'workspace/didCreateFiles',
      'workspace/didRenameFiles',
      'workspace/didDeleteFiles',
      'window/workDoneProgress/cancel',
      '$/cancelRequest',
      '$/setTrace',
    ];
    const more = [
      { textDocument: { uri: 'file:///x.md', version: null }, contentChanges: null },
      { textDocument: { uri: 'file:///x.md', version: 1, languageId: 3, text: null } },
      { changes: [null, {}, { uri: 3, type: 9 }], files: [null, {}], event: null, settings: 3, id: {} },
      { event: { added: [null], removed: [{}] }, settings: { clausemark: [] } },
    ];
    for (const method of notifications) for (const params of [...odd, ...more]) await talk.notify(method, params);
    await talk.notify('workspace/didChangeConfiguration', { settings: { clausemark: {} } });
    await assertWellAndAwake();
  });

  it('knows no file of another scheme or with a broken address, and says nothing of it', async () => {
    talk = await startConversation(files);
    const uris = [
      'http://example.org/a.md',
      'vscode-vfs://github/x/y.md',
      'git:/a.md?%7B%22ref%22%3A%22HEAD%22%7D',
      'javascript:alert(1)',
      'file:',
      'file:///%',
      'file:///%00.md',
      'file://server/share/a.md',
      'file:///a\nb.md',
      '%%%',
      ':',
      '',
      `file:///${'x'.repeat(100_000)}.md`,
    ];
    for (const uri of uris) {
      await codeOf(talk.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }));
      await codeOf(talk.request('clausemark/soa', { uri }));
      await talk.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
      await talk.notify('textDocument/didClose', { textDocument: { uri } });
    }
    await assertWellAndAwake();
  });

  it('takes places outside of the text for its nearest ends', async () => {
    talk = await startConversation(files);
    await talk.open('a.md', policy);
    for (const [line, character] of [
      [0, 1e9],
      [1e9, 0],
      [2 ** 31, 2 ** 31],
      [-1, -1],
      [0.5, 0.5],
      [Number.MAX_SAFE_INTEGER, -0],
    ]) {
      const position = { line, character };
      for (const method of ['hover', 'completion', 'definition', 'references', 'documentHighlight', 'codeAction']) {
        await talk.request(`textDocument/${method}`, {
          textDocument: { uri: talk.uri('a.md') },
          position,
          range: { start: position, end: { line: 0, character: 0 } },
          context: { diagnostics: [], includeDeclaration: true },
        });
      }
      await talk.change('a.md', { range: { start: position as never, end: position as never }, text: '' });
    }
    await talk.settled();
    assert.deepEqual(
      talk.log.filter((line) => /failed|Unexpected/.test(line)),
      [],
    );
    assert.ok(talk.codes('a.md').includes('unknown-reference'));
  });

  it('takes texts as they come, whatever their versions', async () => {
    talk = await startConversation(files);
    const textDocument = (version: unknown) => ({ uri: talk.uri('a.md'), version });
    const change = (version: unknown, text: string) =>
      talk.notify('textDocument/didChange', { textDocument: textDocument(version), contentChanges: [{ text }] });
    // Never opened: nothing to change.
    await change(5, '# Not open\n');
    await talk.settled();
    assert.ok(talk.codes('a.md').includes('unknown-reference'));
    await talk.open('a.md', '# One\n');
    await change(900, '# Two\n');
    await change(3, policy);
    await talk.settled();
    assert.ok(talk.codes('a.md').includes('unknown-reference'));
    await change(-1, '# Three\n');
    await talk.settled();
    assert.ok(!talk.codes('a.md').includes('unknown-reference'));
    // Opened twice, closed twice.
    await talk.open('a.md', policy);
    await talk.closeFile('a.md');
    await talk.closeFile('a.md');
    await assertWellAndAwake();
  });

  it('answers what was not cancelled, at once, however much was', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`d/${at}.md`, `${policy}\n`.repeat(9)]));
    talk = await startConversation({ ...files, ...many });
    const cancelled: Promise<number | null>[] = [];
    for (let times = 0; times < 300; times++) {
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri: talk.uri('a.md') }, position: { line: 2, character: 26 }, query: 'A.5' };
      const method = times % 2 === 0 ? 'workspace/symbol' : 'textDocument/references';
      cancelled.push(codeOf(talk.client.sendRequest(method, { ...params, context: {} }, source.token)));
      source.cancel();
    }
    const answer = await talk.ask<object | null>('textDocument/hover', 'a.md', { line: 2, character: 26 });
    assert.ok(answer);
    const codes = await Promise.all(cancelled);
    assert.deepEqual([...new Set(codes)], [LSPErrorCodes.RequestCancelled]);
    await assertWellAndAwake();
  });
});

describe('Folders that cannot be opened', () => {
  let talk: Conversation;
  afterEach(() => talk.end());

  it('do not keep the others from being read', async () => {
    talk = await startConversation(files, {
      folderUris: ['file:///nowhere/at/all', 'http://[', 'vscode-vfs://github/a/b', 'untitled:x', ''],
    });
    await talk.open('file:///somewhere/else.md', policy);
    await talk.settled();
    assert.ok(talk.codes('file:///somewhere/else.md').includes('unknown-reference'));
  });
});
