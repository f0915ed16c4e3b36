/** The built server as a process: what comes over the wire, and that nothing of it stays behind. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defaultSettings } from '../../server/src/core/settings.js';
import { loadCatalog } from '../../server/src/node/catalog.js';
import { createDiskHost } from '../../server/src/node/host.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { slowBrowser } from '../support/slowBrowser.js';
import { temporaryFolder } from '../support/temporaryFolder.js';

const program = fileURLToPath(new URL('../../dist/server/server.cjs', import.meta.url));

const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const message = (content: object) => framed(JSON.stringify({ jsonrpc: '2.0', ...content }));

/** With an id that the standard in scope does not have, and one of a control that another document tags. */
const policy = (number: number) =>
  `---\nid: POL-${number}\ncontrols: [27001:A.5.${(number % 30) + 1}]\n---\n# Policy ${number}\n\nSee ISO/IEC 27001:2022 A.5.${90 + (number % 9)}, and A.8.9 (${number}).\n`;

class ServerProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly exited: Promise<number | null>;
  errors = '';
  private output = '';
  private waiting: (() => void)[] = [];

  constructor(environment: NodeJS.ProcessEnv = {}) {
    this.child = spawn(process.execPath, [program, '--stdio'], { env: { ...process.env, ...environment } });
    this.child.stdin.on('error', () => {});
    this.child.stdout.setEncoding('utf8').on('data', (chunk) => {
      this.output += chunk;
      for (const done of this.waiting.splice(0)) done();
    });
    this.child.stderr.setEncoding('utf8').on('data', (chunk) => {
      this.errors += chunk;
    });
    this.exited = new Promise((done) => this.child.once('close', done));
  }

  send(...parts: readonly string[]): void {
    for (const part of parts) this.child.stdin.write(part);
  }

  initialize(processId: number | null = null, rootUri: string | null = null, storage: string | false = false): void {
    const params = { processId, rootUri, capabilities: {}, initializationOptions: { storage } };
    this.send(message({ id: 1, method: 'initialize', params }), message({ method: 'initialized', params: {} }));
  }

  /** Resolves with what the server answered to that request; fails where it ends instead. */
  async answer(id: number): Promise<string> {
    const isGone = this.exited.then((code) => {
      throw new Error(`The server has ended with ${code} without an answer.`);
    });
    isGone.catch(() => {});
    while (!this.output.includes(`"id":${id},`))
      await Promise.race([new Promise<void>((done) => this.waiting.push(done)), isGone]);
    return this.output.slice(this.output.lastIndexOf(`"id":${id},`));
  }

  /** Ends it, should a test have failed to. */
  end(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

const settled = (id: number) => message({ id, method: 'clausemark/settled', params: {} });

describe('The server as a process', function () {
  this.timeout(60_000);
  let server: ServerProcess;
  beforeEach(function () {
    if (!existsSync(program)) this.skip();
    server = new ServerProcess();
  });
  afterEach(() => server?.end());

  it('goes on after messages that are none', async () => {
    server.initialize();
    await server.answer(1);
    const bodies = ['', 'null', '[]', '[1, 2]', '42', '"x"', '{', '{"jsonrpc":"2.0"}', '\0', '\u{1f510}', '{"id":1}'];
    const objects = [
      { id: 70 },
      { id: 71, method: 5 },
      { id: { a: 1 }, method: 'textDocument/hover' },
      { id: 72, result: 3 },
      { id: 73, error: null },
      { method: '$/cancelRequest' },
      { method: '$/cancelRequest', params: { id: 'none' } },
      { method: 'textDocument/didOpen', params: [1, 2, 3] },
    ];
    for (const [at, text] of [...bodies.map(framed), ...objects.map(message)].entries()) {
      server.send(text, settled(100 + at));
      await server.answer(100 + at);
    }
  });

  it('goes on after headers that are none', async () => {
    server.initialize();
    await server.answer(1);
    for (const [at, header] of [
      'garbage\r\n\r\n',
      'Content-Length: abc\r\n\r\n',
      'Content-Length:\r\n\r\n',
    ].entries()) {
      server.send(header, settled(300 + at));
      // What came in one piece with a broken header is read with the next piece.
      const typing = setInterval(() => server.send(message({ method: '$/typing' })), 20);
      await server.answer(300 + at);
      clearInterval(typing);
    }
  });

  it('loses the messages that a wrong length cuts, and no more', async () => {
    server.initialize();
    await server.answer(1);
    const text = 'ISO/IEC 27001 A.5.15 '.repeat(5000);
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { text } } });
    for (const [at, length] of [0, 1, body.length - 40, body.length - 1, body.length + 1, body.length + 30].entries()) {
      const lengthened = `Content-Length: ${length}\r\n\r\n${body}`;
      server.send(lengthened, message({ method: '$/cut' }), message({ method: '$/cut' }), settled(500 + at));
      await server.answer(500 + at);
    }
  });

  it('ends when what comes in is no message at all, and keeps nothing of it', async () => {
    const megabyte = 1024 * 1024;
    const streams: [string, RegExp][] = [
      ['x'.repeat(4 * megabyte), /no message of the language server protocol/],
      ['garbage\r\n'.repeat(megabyte / 2), /no message of the language server protocol/],
      ['X: y\r\n\r\n'.repeat(megabyte / 2), /no message of the language server protocol/],
      ['Content-Length: 99999999999\r\n\r\n', /A message of 99999999999 bytes is too long/],
    ];
    for (const [text, reason] of streams) {
      server.end();
      server = new ServerProcess();
      server.initialize();
      server.send(text);
      assert.equal(await server.exited, 1);
      assert.match(server.errors, reason);
    }
  });

  it('ends when the editor does not read any more, without a stack trace', async () => {
    server.initialize();
    await server.answer(1);
    server.child.stdout.destroy();
    const asking = setInterval(() => server.send(settled(2)), 20);
    assert.equal(await server.exited, 1);
    clearInterval(asking);
    assert.equal(server.errors, '');
  });

  it('takes messages in pieces of any size', async () => {
    server.initialize();
    const text = settled(400);
    for (const character of text) server.send(character);
    await server.answer(400);
  });

  it('ends with 0 after “shutdown” and “exit”, with 1 after “exit” alone', async () => {
    server.initialize();
    await server.answer(1);
    server.send(message({ id: 2, method: 'shutdown' }));
    await server.answer(2);
    server.send(message({ method: 'exit' }));
    assert.equal(await server.exited, 0);
    server = new ServerProcess();
    server.initialize();
    await server.answer(1);
    server.send(message({ method: 'exit' }));
    assert.equal(await server.exited, 1);
  });

  it('ends when nobody is at the other end any more', async () => {
    server.initialize();
    await server.answer(1);
    server.child.stdin.end();
    assert.equal(await server.exited, 1);
  });

  it('ends when the editor that started it is gone without a word', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    server.initialize(editor.pid!);
    await server.answer(1);
    editor.kill('SIGKILL');
    assert.equal(await server.exited, 1);
  });

  it('takes the browser that prints for it along when it ends, and what that has written', async function () {
    if (process.platform === 'win32') this.skip();
    const browser = slowBrowser();
    const folder = temporaryFolder({ 'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n' });
    server.end();
    server = new ServerProcess({ CLAUSEMARK_CHROMIUM: browser.path });
    try {
      const uri = pathToFileURL(folder.path).href;
      server.initialize(null, uri);
      server.send(settled(2));
      await server.answer(2);
      server.send(message({ id: 3, method: 'clausemark/exportSoa', params: { uri, format: 'pdf' } }));
      const printing = await browser.started;
      assert.ok(existsSync(printing));
      server.send(message({ id: 4, method: 'shutdown' }));
      await server.answer(4);
      server.send(message({ method: 'exit' }));
      assert.equal(await server.exited, 0);
      await browser.ended;
      assert.ok(!existsSync(printing));
    } finally {
      browser.dispose();
      folder.dispose();
    }
  });

  it('ends, in the middle of its work, when VS Code is killed, which talks to it by a channel', async () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 1500; number++) folder.write(`f${number}.md`, policy(number));
    const params = { processId: null, rootUri: pathToFileURL(folder.path).href, capabilities: {} };
    const messages = [
      { id: 1, method: 'initialize', params: { ...params, initializationOptions: { storage: false } } },
      { method: 'initialized', params: {} },
    ].map((content) => ({ jsonrpc: '2.0', ...content }));
    // The server has the output of its parent, which is closed when neither of them is there any more.
    const editor = spawn(process.execPath, [
      '-e',
      `const child = require('child_process').fork(${JSON.stringify(program)}, ['--node-ipc'], { stdio: 'inherit' });
      for (const message of ${JSON.stringify(messages)}) child.send(message);
      child.once('message', () => process.stdout.write('answered'));`,
    ]);
    const closed = new Promise((done) => editor.once('close', done));
    await new Promise((done) => editor.stdout.once('data', done));
    editor.kill('SIGKILL');
    await closed;
    folder.dispose();
  });

  it('says the same of a large folder, which threads read, as one thread does, and ends while they are at work', async () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 1200; number++) folder.write(`f${number}.md`, policy(number));
    folder.write('soa.yaml', 'standards:\n  27001: { edition: 2022 }\n');
    const { catalog, print } = loadCatalog(folder.path);
    const today = () => '2026-11-21';
    const host = createDiskHost(folder.path, { log: () => {}, today, pause: () => Promise.resolve() });
    const errors = new Map<string, number>();
    const configuration = { catalog, settings: defaultSettings, ignoreText: '', catalogPrint: print };
    const workspace = new Workspace(host, configuration, {
      onFindings: (path, findings) => {
        errors.set(path, findings?.filter(({ severity }) => severity === 'error').length ?? 0);
      },
    });
    workspace.start();
    while (await workspace.step());
    const count = [...errors.values()].reduce((sum, each) => sum + each, 0);
    assert.ok(count >= 1000);
    const uri = pathToFileURL(folder.path).href;
    server.initialize(null, uri);
    await server.answer(1);
    server.send(settled(5));
    const answer = await server.answer(5);
    assert.ok(answer.includes(`"errors":${count},`), answer);
    assert.doesNotMatch(answer, /helper/);
    server.end();
    server = new ServerProcess();
    server.initialize(null, uri);
    await server.answer(1);
    await new Promise((done) => setTimeout(done, 300));
    server.send(message({ id: 2, method: 'shutdown' }), message({ method: 'exit' }));
    assert.equal(await server.exited, 0);
    folder.dispose();
  });

  it('keeps once what was compiled of it, starts from that, and keeps nothing where that is not wanted', async () => {
    const folder = temporaryFolder({ 'policies/a.md': policy(1), 'policies/b.md': policy(2) });
    const compiled = join(folder.path, 'compiled');
    const uri = pathToFileURL(join(folder.path, 'policies')).href;
    const opened = { uri: `${uri}/a.md`, languageId: 'markdown', version: 1, text: policy(1) };
    const state = () =>
      (existsSync(compiled) ? readdirSync(compiled) : []).sort().flatMap((name) => {
        // What is just being written has another name by the time it is looked at.
        const file = statSync(join(compiled, name), { throwIfNoEntry: false });
        return file ? [`${name} ${file.ino} ${file.mtimeMs}`] : [];
      });
    /** Lets a server check the folder with a document open, and waits for `isReady`; its answer to a hover. */
    const run = async (storage: string | false, isReady: () => boolean, root: string | null = uri) => {
      server.end();
      server = new ServerProcess({ CLAUSEMARK_COMPILED: compiled });
      server.initialize(null, root, storage);
      await server.answer(1);
      server.send(message({ method: 'textDocument/didOpen', params: { textDocument: opened } }), settled(5));
      await server.answer(5);
      for (let tries = 0; !isReady() && tries < 1000; tries++) await new Promise((done) => setTimeout(done, 10));
      const position = { line: 2, character: 14 };
      server.send(message({ id: 6, method: 'textDocument/hover', params: { textDocument: opened, position } }));
      return server.answer(6);
    };
    let waits = 0;
    const longer = () => ++waits > 200;
    const first = await run(false, longer);
    assert.deepEqual(state(), [], 'the client wants nothing kept');
    waits = 0;
    await run(false, longer, null);
    assert.deepEqual(state(), [], 'nor without a folder');
    const isThere = (part: string) => state().some((name) => new RegExp(`^${part}-[0-9a-f]{16}\\.code `).test(name));
    assert.equal(await run(join(folder.path, 'storage'), () => isThere('server') && isThere('reading')), first);
    waits = 0;
    const kept = state();
    assert.equal(await run(join(folder.path, 'storage'), longer), first, 'the same answers from what was kept');
    assert.deepEqual(
      state().filter((name) => /^(?:server|reading)/.test(name)),
      kept.filter((name) => /^(?:server|reading)/.test(name)),
      'the engine took it: nothing had to be kept again',
    );
    folder.dispose();
  });

  it('says how it is started where that is not said, or wrong, and no more', async () => {
    for (const [written, code, said] of [
      ['', 2, /^This is the language server of Clausemark\. Editors start it with --stdio[^\n]*\n$/],
      ['--xyz', 2, /^“--xyz” does not say how to talk\. This is [^\n]*\n$/],
      ['--port=7 --xyz', 2, /^“--port=7” does not say how to talk\./],
      ['--socket=abc', 2, /^--socket takes a port from 1 to 65535, not “abc”\. This is [^\n]*\n$/],
      ['--socket abc', 2, /not “abc”/],
      ['--socket=0', 2, /not “0”/],
      ['--socket=65536', 2, /not “65536”/],
      ['--socket', 2, /not “”/],
      ['--pipe=', 2, /^--pipe takes the name of a pipe\./],
      ['--node-ipc', 2, /^--node-ipc is for a parent process/],
      ['--pipe=/nowhere/at/all', 1, /^$/],
      ['--help', 0, /^This is the language server of Clausemark\./],
      ['--version', 0, /^\d+\.\d+\.\d+[^\n]*\n$/],
    ] as const) {
      const child = spawn(process.execPath, [program, ...written.split(' ').filter(Boolean)]);
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
      assert.equal(await new Promise((done) => child.on('close', done)), code, written);
      assert.match(text, said, written);
    }
  });
});
