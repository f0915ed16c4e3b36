/** PRIVACY.md says that nothing leaves the machine: neither is there code for it, nor does anything happen when we run. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { type StatusMessage, settledRequest } from '../server/src/protocol.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Modules and functions by which a program in Node or a browser reaches another machine or starts another program. */
const waysOut =
  /from '(?:node:)?(?:http|https|http2|net|tls|dgram|dns|child_process|worker_threads|cluster|inspector)(?:\/\w+)?'|\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimportScripts\b/;

/** The files that start a program of the machine: git, which may reach nobody (see git.ts), and a browser that prints. */
const startsPrograms = ['server/src/node/chromium.ts', 'server/src/node/git.ts'];

/** The file that starts threads: of our own bundle and of nothing else. */
const startsThreads = 'server/src/node/helperPool.ts';

/** Asks whether it is one of these threads, and starts none. */
const knowsThreads = 'server/src/node/server.ts';

/** Makes every attempt to connect, to look up a name or to start a program other than git end the process with code 99. */
const guard = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module';
  const require = createRequire(process.cwd() + '/');
  const stop = (what) => () => { process.stderr.write('tried: ' + what); process.exit(99); };
  require('net').Socket.prototype.connect = stop('connect');
  require('dgram').createSocket = stop('dgram');
  for (const name of ['lookup', 'resolve']) require('dns')[name] = stop('dns');
  const programs = require('child_process');
  for (const name of ['spawn', 'spawnSync', 'exec', 'execFile', 'fork']) {
    const start = programs[name];
    programs[name] = (program, ...rest) => (/^git(?:\\.exe)?$/.test(require('path').basename(program)) ? start(program, ...rest) : stop(name)());
  }
  globalThis.fetch = stop('fetch');
`)}`;

function runGuarded(...args: string[]) {
  return spawnSync(process.execPath, ['--import', guard, ...args], {
    cwd: join(root, 'examples', 'lindenhof'),
    encoding: 'utf8',
    timeout: 60_000,
  });
}

describe('Nothing leaves the machine', function () {
  this.timeout(120_000);

  it('has no code that could', () => {
    const found = ['server/src', 'client/src', 'client/webview'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .filter((path) => waysOut.test(readFileSync(join(root, folder, path), 'utf8')))
        .map((path) => `${folder}/${path}`),
    );
    assert.deepEqual(found.sort(), [...startsPrograms, startsThreads, knowsThreads].sort());
    assert.doesNotMatch(readFileSync(join(root, knowsThreads), 'utf8'), /Worker\b/);
    const threads = readFileSync(join(root, startsThreads), 'utf8');
    assert.deepEqual(threads.match(/new Worker\(\w+/g), ['new Worker(bundle']);
    assert.match(threads, /const bundle = fileURLToPath\(import\.meta\.url\);/);
  });

  it('is watched by a guard that works', () => {
    const { status } = runGuarded('--eval', "fetch('http://127.0.0.1:9/')");
    assert.equal(status, 99);
    assert.equal(runGuarded('--eval', "require('net').connect(9, '127.0.0.1')").status, 99);
    // Our bundles take these as imports.
    for (const code of [
      "import { spawn } from 'node:child_process'; spawn('ls')",
      "import { lookup } from 'node:dns'; lookup('a.b', () => {})",
    ])
      assert.equal(runGuarded('--input-type=module', '--eval', code).status, 99, code);
  });

  it('does not happen on the command line', function () {
    const program = join(root, 'dist/cli/clausemark.mjs');
    if (!existsSync(program)) this.skip();
    for (const args of [
      ['check'],
      ['coverage'],
      ['references', '--format', 'jsonl'],
      ['soa', '--format', 'html'],
      ['explain', '27001:A.5.15'],
    ]) {
      const { status, stderr, stdout } = runGuarded(program, ...args, '--no-color');
      assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${stderr}`);
      assert.ok(stdout.length > 0, args.join(' '));
    }
  });

  it('does not happen in the language server', async function () {
    const program = join(root, 'dist/server/server.cjs');
    if (!existsSync(program)) this.skip();
    const server = spawn(process.execPath, ['--import', guard, program, '--stdio'], { cwd: root });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const exited = new Promise<number | null>((done) => server.once('exit', done));
    connection.listen();
    const uri = pathToFileURL(join(root, 'examples', 'lindenhof')).href;
    const folders = [{ uri, name: 'lindenhof' }];
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: uri,
      workspaceFolders: folders,
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    const status = await connection.sendRequest<StatusMessage>(settledRequest);
    assert.ok(status.documents > 20 && status.warnings > 0, JSON.stringify(status));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await exited, 0);
    connection.dispose();
  });
});
