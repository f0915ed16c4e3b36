/**
 * A real VS Code without the desktop program: the VS Code server and workbench from the npm package `code-server`, and
 * Chromium as its window (support/chromium.mjs, vscode-window.mjs). Used where desktop VS Code is not installed and
 * cannot be downloaded.
 *
 *   ensureVsCodeServer()      installs it into `.cache/vscode-server` (a minute, 470 MB, once); can be interrupted
 *   startServer({ … })        starts it on a free port of this machine only, guarded by a token
 *   installExtension(vsix, …) installs a packaged extension into it
 *
 * On the command line: `node scripts/vscode-host.mjs` installs both and says where they are.
 */

import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './support/chromium.mjs';
import { cachePath } from './support/paths.mjs';
import { freePort, looksOffline, PlainError, pause, run, runMain, runNpm, startGroup } from './support/processes.mjs';

/** VS Code 1.100.3: the newest line that runs on Node 20. */
const codeServerVersion = '4.100.3';

/**
 * Parts compiled on this machine. The server also runs without them (it then writes no log files and watches files
 * with its own code), so a machine without a compiler gets a note and not a failure. One npm call each: a call for
 * several stops at the first that fails.
 */
const compiledParts = ['@vscode/spdlog', 'native-watchdog', '@parcel/watcher', '@vscode/deviceid'];

/**
 * VS Code's file search. The version that the server names downloads its program after installing; this one brings it
 * along as an npm package for each system. Without it `workspace.findFiles` finds nothing.
 */
const searchPackage = '@vscode/ripgrep@1.18.0';

const npmQuiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];

/** Where the server's program is, or will be. */
function serverFolder() {
  return cachePath('vscode-server', 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * Installs the VS Code server where it is not installed yet and returns the path of its main script. Each finished
 * step is noted in a stamp file, so that an interrupted installation goes on where it stopped.
 * Throws a PlainError when npm cannot be reached or fails.
 */
export async function ensureVsCodeServer({ log = console.log } = {}) {
  const home = cachePath('vscode-server');
  const stamp = readStamp(home);
  const steps = [
    ['the VS Code server from npm', () => installPackage(home)],
    ['its libraries', () => npmOrThrow(['install', '--omit=dev', ...npmQuiet], serverFolder())],
    ...compiledParts.map((part) => [`compiling ${part}`, () => compilePart(part, log)]),
    ['linking its libraries', linkLibraries],
    ['its file search', () => addFileSearch(home)],
  ];
  const missing = steps.filter(([name]) => !stamp.done.includes(name));
  if (missing.length > 0) log(`Installing the VS Code server ${codeServerVersion} (once, about a minute) …`);
  for (const [name, step] of missing) {
    log(`  ${name} …`);
    await step();
    stamp.done.push(name);
    writeStamp(home, stamp);
  }
  return join(serverFolder(), 'out', 'server-main.js');
}

function stampFile(home) {
  return join(home, 'installed.json');
}

/** The steps done so far; none when they were done for another version of the server or of Node. */
function readStamp(home) {
  const wanted = {
    version: codeServerVersion,
    node: process.versions.modules,
    platform: `${process.platform}-${process.arch}`,
  };
  try {
    const found = JSON.parse(readFileSync(stampFile(home), 'utf8'));
    const same = Object.entries(wanted).every(([key, value]) => found[key] === value);
    if (same && existsSync(join(serverFolder(), 'out', 'server-main.js'))) return found;
  } catch {
    // No stamp, or one that was cut short: start from the beginning.
  }
  rmSync(home, { recursive: true, force: true });
  return { ...wanted, done: [] };
}

function writeStamp(home, stamp) {
  const draft = `${stampFile(home)}.part`;
  writeFileSync(draft, JSON.stringify(stamp, null, 2));
  renameSync(draft, stampFile(home));
}

async function installPackage(home) {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "name": "vscode-server", "private": true }\n');
  await npmOrThrow(['install', ...npmQuiet, `code-server@${codeServerVersion}`], home);
}

async function npmOrThrow(args, cwd) {
  const { code, output } = await runNpm(args, { cwd });
  if (code === 0) return;
  if (code === 127) throw new PlainError('npm was not found. It comes with Node.js: https://nodejs.org');
  if (looksOffline(output)) {
    throw new PlainError(
      'The npm registry could not be reached, so the VS Code server could not be installed.\n' +
        'Connect to the network, or set npm up for your proxy, and run the same command again: it goes on where it stopped.',
    );
  }
  throw new PlainError(`npm could not install the VS Code server. This is what it said:\n\n${output.trim()}`);
}

async function compilePart(part, log) {
  const { code } = await runNpm(['rebuild', part, '--no-progress', '--loglevel=error'], { cwd: serverFolder() });
  if (code !== 0) log(`    ${part} could not be compiled here; VS Code works without it.`);
}

/** VS Code looks for its libraries in node_modules.asar, an archive that the npm package does not have. */
function linkLibraries() {
  const link = join(serverFolder(), 'node_modules.asar');
  rmSync(link, { recursive: true, force: true });
  if (process.platform === 'win32') symlinkSync(join(serverFolder(), 'node_modules'), link, 'junction');
  else symlinkSync('node_modules', link);
}

async function addFileSearch(home) {
  await npmOrThrow(['install', ...npmQuiet, searchPackage], home);
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const brought = join(home, 'node_modules', '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin', program);
  const expected = join(serverFolder(), 'node_modules', '@vscode', 'ripgrep', 'bin', program);
  if (!existsSync(brought)) return;
  mkdirSync(dirname(expected), { recursive: true });
  copyFileSync(brought, expected);
}

/** What a first window of VS Code would otherwise ask or advertise. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.commandPalette.experimental.suggestCommands': false,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
};

/**
 * Writes the user settings of a server's data folder: the quiet ones, what is there already, then `settings`.
 */
export function writeUserSettings(dataDir, settings = {}) {
  const file = join(dataDir, 'data', 'User', 'settings.json');
  let present = {};
  try {
    present = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A first start, or a file with comments that its user wrote: then it is left alone.
    if (existsSync(file)) return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...quietSettings, ...present, ...settings }, null, 2)}\n`);
}

/**
 * Starts the VS Code server on this machine's own address only.
 * `dataDir` and `extensionsDir` are made where missing; `port` 0 or none picks a free one; `env` is added to the
 * server's environment and so to the extension host's; `endWhenUnused` ends the server some minutes after its last
 * window was closed, should we be killed before we can end it; `onOutput(text)` gets what the server prints.
 * Returns `{ url, authority, token, pid, stop() }`. Open `addressOf(server, …)`, not the bare url: it has the token.
 */
export async function startServer({
  port,
  dataDir,
  extensionsDir,
  settings,
  env,
  endWhenUnused = false,
  onOutput = () => {},
}) {
  const main = await ensureVsCodeServer();
  const chosenPort = port || (await freePort());
  const token = randomBytes(16).toString('hex');
  mkdirSync(extensionsDir, { recursive: true });
  writeUserSettings(dataDir, settings);
  let said = '';
  const server = startGroup(
    process.execPath,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(chosenPort), '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
      ...(endWhenUnused ? ['--enable-remote-auto-shutdown'] : []),
    ],
    {
      env: { ...withoutNodeOptions(), ...env },
      onOutput: (text) => {
        said += text;
        onOutput(text);
      },
    },
  );
  const url = `http://127.0.0.1:${chosenPort}`;
  await waitUntilItAnswers(server, `${url}/version`, () => said);
  return {
    url,
    authority: `127.0.0.1:${chosenPort}`,
    token,
    pid: server.child.pid,
    exited: server.exited,
    stop: server.stop,
  };
}

/** Loaders and inspectors meant for our own process must not reach the server's. */
function withoutNodeOptions() {
  return { NODE_OPTIONS: undefined, VSCODE_IPC_HOOK_CLI: undefined };
}

async function waitUntilItAnswers(server, url, said) {
  let ended;
  server.exited.then((end) => {
    ended = end;
  });
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (ended) break;
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(200);
  }
  await server.stop();
  throw new PlainError(`The VS Code server did not start. This is what it said:\n\n${said().trim() || '(nothing)'}`);
}

/**
 * The address to open in a browser: `folder` is the absolute path of a folder or of a `.code-workspace` file,
 * `payload` a list of pairs of names and values that the workbench understands.
 */
export function addressOf(server, { folder, payload = [] } = {}) {
  const address = new URL(server.url);
  address.searchParams.set('tkn', server.token);
  if (folder) address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** Installs a packaged extension for servers started with the same folders. Throws a PlainError when VS Code refuses. */
export async function installExtension(vsix, { dataDir, extensionsDir }) {
  const main = await ensureVsCodeServer();
  const { code, output } = await run(
    process.execPath,
    [
      main,
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--force', '--install-extension', vsix],
    ],
    { env: withoutNodeOptions() },
  );
  if (code !== 0 || !/successfully installed|already installed/i.test(output)) {
    throw new PlainError(`VS Code did not install ${vsix}. This is what it said:\n\n${output.trim()}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    console.log(`VS Code server: ${await ensureVsCodeServer()}`);
    console.log(`Chromium: ${await ensureChromium()}`);
  });
}
