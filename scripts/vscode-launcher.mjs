#!/usr/bin/env node
/**
 * Stands in for the desktop VS Code program where `@vscode/test-electron` expects it (`vscodeExecutablePath`): it
 * understands the same flags, runs the tests in the VS Code server with headless Chromium as the window, passes their
 * output through and ends with their exit code.
 *
 *   vscode-launcher.mjs [FOLDER | FILE.code-workspace] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE
 *       [--extensionDevelopmentKind=web]  the extension's `browser` entry in the web-worker extension host
 *       [--user-data-dir=DIR]             the server's data; its User/settings.json is used when there is one
 *       [--extensions-dir=DIR]            installed extensions
 *       [--locale=LANGUAGE]               the language that extensions are told
 *       [--test-timeout=SECONDS]          end with code 1 when the tests have not ended by then (default 900)
 *
 * Other flags of VS Code are accepted and have no meaning here. Tests reach the window over the bridge
 * (support/bridge.mjs). A test run that fails leaves a picture of the window in `.cache/screenshots`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBridge } from './support/bridge.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { PlainError, pause, runMain } from './support/processes.mjs';
import { ensureVsCodeServer, startServer } from './vscode-host.mjs';
import { openWindow, settingsForKind, testPayload } from './vscode-window.mjs';

/** The flags given, by name, and what is not a flag. */
function parseFlags(args) {
  const flags = new Map();
  const rest = [];
  for (const arg of args) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name) flags.set(name, value ?? '');
    else rest.push(arg);
  }
  return { flags, rest };
}

function settingsIn(userDataDir) {
  try {
    return JSON.parse(readFileSync(join(userDataDir, 'User', 'settings.json'), 'utf8'));
  } catch {
    return {};
  }
}

async function main() {
  const { flags, rest } = parseFlags(process.argv.slice(2));
  const testsPath = flags.get('extensionTestsPath');
  const extensionPath = flags.get('extensionDevelopmentPath');
  const kind = flags.get('extensionDevelopmentKind');
  if (!testsPath || !extensionPath) {
    throw new PlainError('vscode-launcher: --extensionDevelopmentPath and --extensionTestsPath are needed');
  }
  await ensureVsCodeServer();
  const executablePath = await ensureChromium();
  const scratch = mkdtempSync(join(tmpdir(), 'clausemark-vscode-'));
  const userDataDir = flags.get('user-data-dir');
  const bridge = await startBridge();
  let server;
  let window;
  try {
    server = await startServer({
      dataDir: userDataDir ?? join(scratch, 'data'),
      extensionsDir: flags.get('extensions-dir') ?? join(scratch, 'extensions'),
      settings: {
        ...settingsForKind(extensionPath, kind, settingsIn(userDataDir ?? scratch)),
        'clausemarkTest.bridge': bridge.address,
      },
      // Without a gallery VS Code does not look for extensions outside this machine; its sockets go where we tidy up.
      env: { CLAUSEMARK_BRIDGE: bridge.address, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: scratch },
      endWhenUnused: true,
    });
    window = await openWindow({
      server,
      executablePath,
      language: flags.get('locale'),
      folder: rest[0],
      payload: testPayload(server, {
        extensionPath,
        testsPath,
        kind,
      }),
      onLog: (_type, text) => process.stdout.write(`${text}\n`),
    });
    bridge.attach(window);
    const code = await outcome(window, server, Number(flags.get('test-timeout') ?? 900));
    if (code !== 0) console.log(`Picture of the window: ${await window.screenshot('failed-run')}`);
    return code;
  } finally {
    bridge.close();
    await window?.close();
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The tests' exit code; 1 when the server ended under them or the time is over. */
async function outcome(window, server, seconds) {
  const end = await Promise.race([
    window.exitCode,
    server.exited.then(() => 'The VS Code server ended before the tests did.'),
    pause(seconds * 1000).then(() => `The tests did not end within ${seconds} seconds.`),
  ]);
  if (typeof end === 'number') return end;
  console.log(end);
  return 1;
}

await runMain(main);
