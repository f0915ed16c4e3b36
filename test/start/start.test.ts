/**
 * `npm start` the whole way, as on a machine without desktop VS Code: it builds, checks the example, packages the
 * extension, starts the VS Code server, prints an address that answers, and ends with everything it started.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isBuildServer = Boolean(process.env.CI) && process.env.CI !== 'false';

/** Starts the script with a free port; CI is taken away, since on a build server it only checks and prints. */
function start(): ChildProcess {
  const env = { ...process.env, CI: '', CLAUSEMARK_VSCODE: 'server' };
  return spawn(process.execPath, ['scripts/start.mjs', '--server'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What the script prints until an address stands there or it ends. */
function untilAddress(child: ChildProcess): Promise<{ output: string; address: string | undefined }> {
  return new Promise((done) => {
    let output = '';
    const addressIn = () => /^ {2}(http:\S+)\s*$/m.exec(output)?.[1];
    const collect = (chunk: Buffer) => {
      output += chunk;
      if (addressIn()) done({ output, address: addressIn() });
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('exit', () => done({ output, address: addressIn() }));
  });
}

/** The page that a browser gets: the first answer sets a cookie from the token in the address and leads on. */
async function workbenchAt(address: string): Promise<string> {
  const first = await fetch(address, { redirect: 'manual' });
  const cookie = first.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const page = await fetch(new URL(first.headers.get('location') ?? '', address), { headers: { cookie } });
  assert.equal(page.status, 200, `${first.status}, then ${page.status}`);
  return page.text();
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.on('exit', (code) => done(code)));
}

describe('npm start', function () {
  this.timeout(15 * 60_000);

  it('shows findings and coverage of the example and opens it at an address that answers', async function () {
    if (process.platform === 'win32') this.skip();
    const child = start();
    const ended = exitOf(child);
    try {
      const { output, address } = await untilAddress(child);
      // Without a connection the VS Code server cannot be had; a build server has to have it.
      if (!address && !isBuildServer && /could not be reached/.test(output)) this.skip();
      assert.ok(address, output);
      assert.match(output, /What Clausemark finds in examples/);
      assert.match(output, /Which controls are covered/);
      assert.match(await workbenchAt(address), /workbench/i);
      child.kill('SIGINT');
      assert.equal(await ended, 0);
      await assert.rejects(fetch(address), 'the VS Code server has ended');
    } finally {
      // By Ctrl-C, so that nothing of what it started is left behind.
      child.kill('SIGINT');
      await ended;
    }
  });
});
