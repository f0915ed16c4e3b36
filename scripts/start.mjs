/**
 * `npm start [-- PATH]`: the shortest way to see Clausemark. On a fresh clone it installs the packages, builds, checks
 * the example (or the folder PATH) and prints the findings and the coverage; then it opens the folder in a real VS Code
 * with the extension: desktop VS Code where its command `code` is installed, else the VS Code server at an address of
 * this machine that it prints. It stays until Ctrl-C, and then ends everything that it started.
 *
 *   --server     use the VS Code server although desktop VS Code is installed
 *   --port N     the VS Code server's port (default 8421, or a free one when that is taken)
 *   --no-open    only check and print (also on a build server)
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cachePath, isContinuousIntegration, projectPath, projectRoot } from './support/paths.mjs';
import { build, ensureDependencies, ensureNodeVersion } from './support/prepare.mjs';
import {
  findProgram,
  freePort,
  PlainError,
  portIsFree,
  run,
  runMain,
  startGroup,
  untilInterrupted,
} from './support/processes.mjs';
import { step } from './support/progress.mjs';

const usualPort = 8421;

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { server: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
    if (positionals.length > 1) throw new Error('name one folder');
    return {
      // npm runs us in the project; the user's own folder is where npm was called.
      folder: positionals[0]
        ? resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0])
        : projectPath('examples', 'lindenhof'),
      open: !values['no-open'] && !isContinuousIntegration,
      server: Boolean(values.server),
      port: Number(values.port ?? 0),
    };
  } catch (error) {
    const [what] = error.message.split('. ');
    throw new PlainError(`${what}\nUsage: npm start [-- PATH] [--server] [--port N] [--no-open]`);
  }
}

/** Runs the command line tool on the folder and shows what it prints. Findings are no failure; code 2 and above is. */
async function showCommand(title, command, folder) {
  console.log(`\n${title}\n`);
  const cli = projectPath('dist', 'cli', 'clausemark.mjs');
  const { code } = await run(process.execPath, [cli, command, '.'], { cwd: folder, show: true });
  if (code > 1) throw new PlainError(`clausemark ${command} failed.`);
}

/** Opens desktop VS Code and waits until its window is closed or the user presses Ctrl-C. */
async function openDesktop(code, folder) {
  const editor = startGroup(code, ['--new-window', '--wait', `--extensionDevelopmentPath=${projectRoot}`, folder]);
  console.log('\nVS Code opens with the folder. Close its window when you are done, or press Ctrl-C here.');
  const end = await Promise.race([editor.exited, untilInterrupted()]);
  await editor.stop();
  if (end?.code)
    throw new PlainError(
      `VS Code could not be opened (${code} ended with code ${end.code}). Try: npm start -- --server`,
    );
}

/** Starts the VS Code server with the packaged extension and waits until the user presses Ctrl-C. */
async function openServer(folder, port) {
  const { addressOf, ensureVsCodeServer, installExtension, startServer } = await import('./vscode-host.mjs');
  const { makeVsix } = await import('./package.mjs');
  const folders = { dataDir: cachePath('vscode-data'), extensionsDir: cachePath('vscode-extensions') };
  await ensureVsCodeServer();
  await step('Adding the extension to VS Code', async () => {
    await installExtension(await makeVsix(cachePath('package', 'clausemark.vsix')), folders);
  });
  const sockets = mkdtempSync(join(tmpdir(), 'clausemark-'));
  let server;
  try {
    server = await step('Starting VS Code', async () =>
      startServer({ ...folders, port: await choosePort(port), env: { XDG_RUNTIME_DIR: sockets } }),
    );
    console.log('\nOpen this address in a browser (the first start takes some seconds). Press Ctrl-C here to end.\n');
    console.log(`  ${addressOf(server, { folder })}\n`);
    const ended = server.exited.then(() => 'ended');
    if ((await Promise.race([ended, untilInterrupted()])) === 'ended') {
      throw new PlainError('VS Code ended by itself. Run the same command again.');
    }
  } finally {
    await server?.stop();
    rmSync(sockets, { recursive: true, force: true });
  }
  console.log('\nVS Code has ended.');
}

async function choosePort(wanted) {
  if (!wanted) return (await portIsFree(usualPort)) ? usualPort : freePort();
  if (await portIsFree(wanted)) return wanted;
  throw new PlainError(`Port ${wanted} is taken by another program. Name another one, or leave out --port.`);
}

async function main() {
  ensureNodeVersion();
  const { folder, open, server, port } = readOptions();
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new PlainError(`There is no folder ${folder}`);
  await step('Installing packages', ensureDependencies, (installed) => (installed ? 'done' : 'they are there'));
  await step('Building', () => build());
  const name = relative(projectRoot, folder).startsWith('..') ? folder : relative(projectRoot, folder);
  await showCommand(`What Clausemark finds in ${name}`, 'check', folder);
  await showCommand('Which controls are covered', 'coverage', folder);
  if (!open) return;
  const code = server || process.env.CLAUSEMARK_VSCODE === 'server' ? undefined : findProgram('code');
  if (code) await openDesktop(code, folder);
  else await openServer(folder, port);
}

await runMain(main);
