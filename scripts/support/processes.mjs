/**
 * Starting and ending other programs. Everything started here in the background is a process group of its own, so that
 * ending it also ends its children, and is ended when this process ends, whatever the reason.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

const isWindows = process.platform === 'win32';

/** An error whose message is meant for the user as it stands: it is printed without a stack. */
export class PlainError extends Error {}

/**
 * Runs a program to its end.
 * Options: `cwd`, `env` (added to ours), `show` (pass its output through as it comes; it is collected either way).
 * Returns `{ code, output }`; a program that cannot be started has code 127.
 */
export function run(command, args, { cwd, env, show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const collect = (stream) => (chunk) => {
      output += chunk;
      if (show) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', collect(process.stdout));
    child.stderr.setEncoding('utf8').on('data', collect(process.stderr));
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => done({ code: code ?? (signal ? 130 : 1), output }));
  });
}

/** Runs npm, in the way that works on every system: by its script where we run under npm, else by its name. */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return run(process.execPath, [script, ...args], options);
  if (isWindows) return run(process.env.ComSpec || 'cmd.exe', ['/d', '/s', '/c', 'npm.cmd', ...args], options);
  return run('npm', args, options);
}

/** What npm prints when the registry cannot be reached, as opposed to any other failure. */
export function looksOffline(output) {
  return /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|network (request|timeout)/i.test(output);
}

const running = new Set();
let watchingOurEnd = false;

/**
 * Starts a program in the background. Options: `cwd`, `env`, `onOutput(text)`.
 * Returns `{ child, exited, stop() }`; `exited` is a promise of `{ code, signal }`; `stop()` ends the whole group,
 * by force after five seconds, and resolves when nothing of it is left.
 */
export function startGroup(command, args, { cwd, env, onOutput = () => {} } = {}) {
  endGroupsWithUs();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
    windowsHide: true,
  });
  child.stdout.setEncoding('utf8').on('data', onOutput);
  child.stderr.setEncoding('utf8').on('data', onOutput);
  const exited = new Promise((done) => {
    child.on('error', (error) => {
      onOutput(`${error.message}\n`);
      done({ code: 127, signal: null });
    });
    child.on('exit', (code, signal) => done({ code, signal }));
  });
  const group = { child, exited, stop: () => stopGroup(group) };
  running.add(group);
  return group;
}

async function stopGroup(group) {
  signalGroup(group, 'SIGTERM');
  for (let waited = 0; waited < 5000 && groupIsAlive(group); waited += 100) await pause(100);
  if (groupIsAlive(group)) signalGroup(group, 'SIGKILL');
  if (group.child.pid) await group.exited;
  running.delete(group);
}

function signalGroup({ child }, signal) {
  if (!child.pid) return;
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already: that is what we wanted.
  }
}

function groupIsAlive({ child }) {
  if (!child.pid) return false;
  if (isWindows) return child.exitCode === null && child.signalCode === null;
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends every group still running when this process ends; a signal is turned into an ordinary exit. */
function endGroupsWithUs() {
  if (watchingOurEnd) return;
  watchingOurEnd = true;
  process.on('exit', () => {
    for (const group of running) signalGroup(group, 'SIGKILL');
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      // Whoever wants a tidy end listens too (see `untilInterrupted`); the others end here.
      if (process.listenerCount(signal) === 1) process.exit(code);
    });
  }
}

/** Resolves when the user presses Ctrl-C or the process is asked to end; a second request ends it at once. */
export function untilInterrupted() {
  return new Promise((done) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        done(signal);
      });
    }
  });
}

/** A TCP port of this machine that nobody uses at this moment. */
export function freePort() {
  return listenOnce(0);
}

/** Whether nobody uses the port at this moment. */
export async function portIsFree(port) {
  return (await listenOnce(port).catch(() => undefined)) === port;
}

function listenOnce(wanted) {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Waits the given number of milliseconds. */
export function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The first of the named programs that is on the PATH, as an absolute path, or undefined. */
export function findProgram(...names) {
  for (const name of names) {
    const found = spawnSync(isWindows ? 'where' : 'which', [name], { encoding: 'utf8', windowsHide: true });
    const path = found.status === 0 && found.stdout.split(/\r?\n/)[0]?.trim();
    if (path) return path;
  }
  return undefined;
}

/** Runs a script's main function; a PlainError is printed as it stands, anything else with its stack. Exit code 1. */
export async function runMain(main) {
  try {
    const code = await main();
    process.exit(typeof code === 'number' ? code : 0);
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exit(1);
  }
}
