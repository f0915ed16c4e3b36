/**
 * Finds the browser that is the VS Code server's window, and installs it where that is possible.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isContinuousIntegration } from './paths.mjs';
import { findProgram, PlainError, run } from './processes.mjs';

/**
 * The path of a Chromium or Chrome: CHROMIUM_PATH, the PATH, the usual places, or Debian's package, which is installed
 * where we may (root, or sudo without a password on a build server). Throws a PlainError when there is none.
 */
export async function ensureChromium({ log = console.log } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new PlainError(`CHROMIUM_PATH names a file that does not exist: ${named}`);
  const found = named || (await findChromium());
  if (found) return found;
  const becomeRoot = await howToBecomeRoot();
  if (findProgram('apt-get') && becomeRoot) {
    log('Installing Chromium from the system’s packages (once) …');
    const apt = (...args) => {
      const [command, ...rest] = [...becomeRoot, 'apt-get', ...args];
      return run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    };
    await apt('update', '-q');
    const { code, output } = await apt(
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
    );
    const installed = await findChromium();
    if (code === 0 && installed) return installed;
    log(output.trim().split('\n').slice(-5).join('\n'));
  }
  throw new PlainError(
    'Chromium was not found. Install Chromium or Google Chrome (on Debian: apt-get install chromium),\n' +
      'or set CHROMIUM_PATH to the program.',
  );
}

async function findChromium() {
  const onPath = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome');
  if (onPath) return onPath;
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    await playwrightChromium(),
  ];
  return usual.find((path) => path && existsSync(path));
}

/** Where playwright keeps a Chromium of its own, if somebody installed one. */
async function playwrightChromium() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** The words to put before a command to run it as root, or undefined where we cannot or should not. */
async function howToBecomeRoot() {
  if (process.getuid?.() === 0) return [];
  if (!isContinuousIntegration || !findProgram('sudo')) return undefined;
  const { code } = await run('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'] : undefined;
}
