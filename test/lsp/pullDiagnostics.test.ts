/** Diagnostics for editors that ask for them, and that are then sent none. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { type Conversation, editorCapabilities, startConversation } from '../support/conversation.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const capabilities: ClientCapabilities = {
  workspace: { ...editorCapabilities.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...editorCapabilities.textDocument, diagnostic: {} },
};
const pulls = { pullDiagnostics: true };
const files = {
  'a.md': '# A\n\nSee ISO/IEC 27001:2022 A.5.99.\n',
  'b.md': '# B\n\nSee ISO/IEC 27001:2022 A.5.15.\n',
  '.clausemark.yaml': 'ruels: {}\n',
};

describe('Diagnostics that an editor asks for', () => {
  let talk: Conversation;
  let refreshes: number;
  afterEach(() => talk.end());

  async function start(initializationOptions: object = pulls, own = capabilities) {
    refreshes = 0;
    talk = await startConversation(files, {
      capabilities: own,
      initializationOptions,
      serve: (client) =>
        client.onRequest('workspace/diagnostic/refresh', () => {
          refreshes++;
          return null;
        }),
    });
    await talk.settled();
  }
  const document = (path: string, previousResultId?: string) =>
    talk.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: talk.uri(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  const workspace = (previousResultIds: { uri: string; value: string }[] = []) =>
    talk.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const codes = (report: DocumentDiagnosticReport) =>
    report.kind === 'full' ? report.items.map(({ code }) => String(code)) : report.kind;

  it('are offered to whoever asks for it in both places, and then none are sent', async () => {
    await start();
    assert.deepEqual(talk.result.capabilities.diagnosticProvider, {
      identifier: 'clausemark',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await talk.open('a.md', files['a.md']);
    await talk.settled();
    assert.deepEqual(talk.published, []);
    assert.deepEqual(codes(await document('a.md')), ['unknown-reference']);
  });

  for (const [name, options, own] of [
    ['only says that it could', {}, capabilities],
    ['only sets the option', pulls, editorCapabilities],
  ] as const) {
    it(`are sent to an editor that ${name}`, async () => {
      await start(options, own);
      assert.equal(talk.result.capabilities.diagnosticProvider, undefined);
      assert.deepEqual(talk.codes('a.md'), ['unknown-reference']);
    });
  }

  it('of a document are those of its newest text, and unchanged where nothing is new', async () => {
    await start();
    await talk.open('b.md', files['b.md']);
    const clean = await document('b.md');
    assert.deepEqual(codes(clean), []);
    assert.equal((await document('b.md', clean.resultId)).kind, 'unchanged');
    await talk.change('b.md', { text: '# B\n\nSee ISO/IEC 27001:2022 A.5.98.\n' });
    const broken = await document('b.md', clean.resultId);
    assert.deepEqual(codes(broken), ['unknown-reference']);
    assert.equal((await document('b.md', broken.resultId)).kind, 'unchanged');
    assert.deepEqual(codes(await document('none.md')), []);
    assert.deepEqual(codes(await document('.clausemark.yaml')), ['settings']);
  });

  it('of the workspace are those of all files, opened or not, and later those that changed', async () => {
    await start();
    const first = await workspace();
    const name = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);
    assert.deepEqual(first.items.map((item) => [name(item.uri), codes(item)]).sort(), [
      ['.clausemark.yaml', ['settings']],
      ['a.md', ['unknown-reference']],
    ]);
    const before = first.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    await talk.open('a.md', '# A\n');
    await talk.open('b.md', '# B\n\nSee ISO/IEC 27001:2022 A.5.97.\n');
    const second = await workspace(before);
    assert.deepEqual(second.items.map((item) => [name(item.uri), codes(item)]).sort(), [
      ['.clausemark.yaml', 'unchanged'],
      ['a.md', []],
      ['b.md', ['unknown-reference']],
    ]);
    assert.equal(second.items.find(({ uri }) => uri.endsWith('b.md'))?.version, 1);
  });

  it('are asked for again when other files change', async () => {
    await start();
    const before = refreshes;
    await talk.open('b.md', '# B\n\nSee ISO/IEC 27001:2022 A.5.97.\n');
    await talk.settled();
    await talk.request('textDocument/hover', {
      textDocument: { uri: talk.uri('b.md') },
      position: { line: 0, character: 0 },
    });
    assert.ok(refreshes > before, String(refreshes));
  });
});

describe('The built server over stdio', () => {
  it('answers an editor that asks for diagnostics, and ends when told to', async function () {
    const program = fileURLToPath(new URL('../../dist/server/server.cjs', import.meta.url));
    if (!existsSync(program)) this.skip();
    const folder = temporaryFolder(files);
    const server = spawn(process.execPath, [program, '--stdio'], { cwd: folder.path });
    const exited = new Promise((done) => server.once('exit', done));
    try {
      const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      let sent = 0;
      connection.onNotification('textDocument/publishDiagnostics', () => {
        sent++;
      });
      connection.onRequest('workspace/diagnostic/refresh', () => null);
      connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
      connection.onRequest('client/registerCapability', () => null);
      connection.listen();
      const uri = pathToFileURL(folder.path).href;
      const { capabilities: own } = await connection.sendRequest<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: uri,
        workspaceFolders: [{ uri, name: 'pulled' }],
        capabilities,
        initializationOptions: { ...pulls, storage: false },
      });
      assert.ok(own.diagnosticProvider);
      await connection.sendNotification('initialized', {});
      const all = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds: [],
      });
      const policy = all.items.find((item) => item.uri === `${uri}/a.md`);
      assert.equal(policy?.kind === 'full' && policy.items[0]?.code, 'unknown-reference');
      const one = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: `${uri}/a.md` },
        previousResultId: policy?.resultId,
      });
      assert.equal(one.kind, 'unchanged');
      assert.equal(sent, 0);
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await exited, 0);
    } finally {
      server.kill();
      folder.dispose();
    }
  });
});
