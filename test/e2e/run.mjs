/**
 * Runs the end-to-end tests in a real VS Code.
 *
 *   node test/e2e/run.mjs          the extension from its folder, in Node's extension host (test/e2e/suite)
 *   node test/e2e/run.mjs german   the same in an editor that speaks German (test/e2e/german)
 *   node test/e2e/run.mjs german-web   the same in the web-worker extension host
 *   node test/e2e/run.mjs web      the extension's browser build, in the web-worker extension host (test/e2e/web)
 *   node test/e2e/run.mjs package  the packaged extension, installed (test/e2e/package)
 *   node test/e2e/run.mjs package-web  the same in the web-worker extension host
 *   node test/e2e/run.mjs package FILE.vsix  the same with a package that is there already: the one to be published
 *
 * Which VS Code: the environment variable CLAUSEMARK_VSCODE names one, `desktop` (downloaded by @vscode/test-electron)
 * or `server` (scripts/vscode-host.mjs, with Chromium as its window). Without it, desktop where there is a screen and
 * it is downloaded already or can be reached, else the server. Both are started by the same `runTests`, and both run
 * the same bundle; tests that must look into the window are skipped in desktop VS Code. `web` and `package` always use
 * the server. Build first: `npm run build`; `package` builds by itself, as shipped.
 *
 * The tests get a copy of examples/lindenhof as their workspace, and may change it; `node` and `web` open further windows
 * afterwards (scenes.mjs), of which CLAUSEMARK_SCENE names one. CLAUSEMARK_GREP runs only some tests. Where no VS Code can be had, this
 * is a failure on a build server (CI=true), and a skipped test with a plain message elsewhere.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { makePublishedVsix } from '../../scripts/package.mjs';
import { ensureChromium } from '../../scripts/support/chromium.mjs';
import { cachePath, isContinuousIntegration, projectPath, projectRoot } from '../../scripts/support/paths.mjs';
import { PlainError, runMain } from '../../scripts/support/processes.mjs';
import { ensureVsCodeServer, installExtension, quietSettings } from '../../scripts/vscode-host.mjs';
import { buildTests } from './build.mjs';
import { makeHistory } from './history.mjs';
import { scenes } from './scenes.mjs';

const launcher = projectPath('scripts', 'vscode-launcher.mjs');

/** The program to run the tests with: desktop VS Code's, or our launcher's after its parts are there. */
async function findVsCode(mode) {
  const wanted = mode === 'node' ? process.env.CLAUSEMARK_VSCODE || (await defaultVsCode()) : 'server';
  if (wanted === 'desktop') return downloadAndUnzipVSCode();
  if (process.platform === 'win32') {
    throw new PlainError('On Windows the end-to-end tests need desktop VS Code: set CLAUSEMARK_VSCODE=desktop.');
  }
  await ensureVsCodeServer();
  await ensureChromium();
  return launcher;
}

async function defaultVsCode() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return 'server';
  const folder = projectPath('.vscode-test');
  if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('vscode-'))) return 'desktop';
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok ? 'desktop' : 'server';
  } catch {
    return 'server';
  }
}

/** A scratch folder with the workspace and the settings of a VS Code that was never started before. */
function prepareScratch() {
  const scratch = mkdtempSync(join(tmpdir(), 'clausemark-e2e-'));
  const paths = {
    scratch,
    workspace: join(scratch, 'lindenhof'),
    userData: join(scratch, 'user-data'),
    extensions: join(scratch, 'extensions'),
  };
  cpSync(projectPath('examples', 'lindenhof'), paths.workspace, { recursive: true });
  makeHistory(paths.workspace);
  return paths;
}

/** The settings of the user: the tests learn from them which window they are in. */
function writeSettings({ userData }, name, settings) {
  mkdirSync(join(userData, 'User'), { recursive: true });
  const all = { ...quietSettings, ...settings, 'clausemarkTest.scene': name };
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(all));
}

/** A tests' host of its own, so that the extension under test can be the installed one. */
function makeProbe(scratch) {
  const folder = join(scratch, 'probe');
  mkdirSync(folder);
  const manifest = { name: 'probe', publisher: 'clausemark', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/** Packages the extension as it is shipped, unless it is there, and installs it. Returns the folder of the probe. */
async function installPackage({ scratch, userData, extensions }) {
  const given = process.argv[3];
  const vsix = given ? resolve(given) : await makePublishedVsix(cachePath('package', 'published.vsix'));
  await installExtension(vsix, { dataDir: userData, extensionsDir: extensions });
  return makeProbe(scratch);
}

const modes = ['node', 'german', 'german-web', 'web', 'package', 'package-web'];

async function main() {
  const mode = process.argv[2] ?? 'node';
  if (!modes.includes(mode)) throw new PlainError(`run.mjs: “${mode}” is not one of ${modes.join(', ')}`);
  let extensionTestsPath = await buildTests(mode);
  if (!extensionTestsPath) throw new PlainError(`There are no end-to-end tests for “${mode}”.`);
  let vscodeExecutablePath;
  try {
    vscodeExecutablePath = await findVsCode(mode);
  } catch (error) {
    if (isContinuousIntegration || !(error instanceof PlainError)) throw error;
    console.log(`The end-to-end tests are skipped. ${error.message}`);
    console.log('CLAUSEMARK-TOTALS {"passed":0,"failed":0,"skipped":1}');
    return 0;
  }
  const paths = prepareScratch();
  try {
    const extensionDevelopmentPath = mode.startsWith('package') ? await installPackage(paths) : projectRoot;
    // In the browser VS Code runs the tests in the host of the extension that they lie in.
    if (mode === 'package-web') {
      cpSync(`${extensionTestsPath}.js`, join(extensionDevelopmentPath, 'tests.cjs.js'));
      extensionTestsPath = join(extensionDevelopmentPath, 'tests.cjs');
    }
    let worst = 0;
    for (const name of scenesFor(mode)) {
      const { open, settings } = scenes[name];
      const opened = open(paths);
      // The installed extension would run beside the server wherever it can.
      const inWorker = { 'remote.extensionKind': { 'clausemark.clausemark': ['web'] } };
      writeSettings(paths, name, mode === 'package-web' ? { ...settings, ...inWorker } : settings);
      const code = await runScene({
        vscodeExecutablePath,
        extensionDevelopmentPath,
        extensionTestsPath,
        launchArgs: [
          ...(opened ? [opened] : []),
          `--user-data-dir=${paths.userData}`,
          `--extensions-dir=${paths.extensions}`,
          ...(mode.endsWith('web') ? ['--extensionDevelopmentKind=web'] : []),
          ...(mode.startsWith('german') ? ['--locale=de'] : []),
        ],
      });
      worst = Math.max(worst, code);
    }
    return worst;
  } finally {
    rmSync(paths.scratch, { recursive: true, force: true });
  }
}

/** Both hosts see every kind of window; CLAUSEMARK_SCENE names one of them. */
function scenesFor(mode) {
  const all = mode === 'node' || mode === 'web' ? Object.keys(scenes) : ['usual'];
  const wanted = process.env.CLAUSEMARK_SCENE;
  if (wanted && !all.includes(wanted)) throw new PlainError(`There is no scene “${wanted}”, only ${all.join(', ')}.`);
  return wanted ? [wanted] : all;
}

/** One window with its tests; returns its exit code. */
async function runScene(options) {
  try {
    return await runTests(options);
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

await runMain(main);
