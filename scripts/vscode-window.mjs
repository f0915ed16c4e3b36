/**
 * The window of a VS Code server: its workbench in headless Chromium, driven by playwright-core.
 *
 * The workbench runs extension tests by itself when its address says so (`testPayload`); it reports through two
 * functions that it expects on the page, `codeAutomationLog` and `codeAutomationExit`, as VS Code's own browser tests
 * do. Everything outside this machine is cut off, so that what is seen here is what a user without a network sees.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cachePath } from './support/paths.mjs';
import { addressOf } from './vscode-host.mjs';

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Lines that the workbench writes about itself to the log that tests print to. */
const ownLogLine = new RegExp(
  [
    '^Resolv(ing|ed) connection token',
    '^Creating a socket',
    '^(Ignoring fetching|Updating) additional builtin extensions',
    '^ChatSessionStore:',
    '^\\[Service Worker\\]',
  ].join('|'),
);

/**
 * What the workbench complains of on every start because the npm package does not have it, or because a part could not
 * be compiled on this machine (see vscode-host.mjs); nothing of ours is among it.
 */
const missingParts = new RegExp(
  [
    'favicon',
    '/vsda/',
    'serviceWorker\\.js',
    'when fetching the script',
    '/update/check',
    'Could not locate the bindings file',
    "Cannot find module '\\./build/Release/",
  ].join('|'),
);

/**
 * The payload that makes the workbench load an extension from its folder and, where given, run its tests.
 * Paths are absolute; for `kind` 'web' (the web-worker extension host) see `settingsForKind`.
 */
export function testPayload(server, { extensionPath, testsPath, kind }) {
  const remote = (path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  return [
    ...(extensionPath ? [['extensionDevelopmentPath', remote(extensionPath)]] : []),
    ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
    ...(kind ? [['extensionDevelopmentKind', kind]] : []),
    ['skipWelcome', 'true'],
  ];
}

/**
 * The user settings, with what makes the extension run in the extension host `kind`. A workbench that is connected to a server
 * runs an extension there whenever it has a `main`; only this setting puts it into the web worker. The files that the
 * worker loads (the manifest's `browser` entry, the tests) are named `x.cjs` and stored as `x.cjs.js`: it appends .js to
 * any other name, and takes a plain .js of a package of type `module`, as ours is, for what it cannot load.
 */
export function settingsForKind(extensionPath, kind, settings = {}) {
  if (!kind) return settings;
  const { publisher, name } = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8'));
  const setting = 'remote.extensionKind';
  return { ...settings, [setting]: { ...settings[setting], [`${publisher}.${name}`]: [kind] } };
}

/**
 * Opens the workbench of `server` on `folder` and waits until it shows.
 * `language` (`de`) is what extensions are told of the editor's language; its own words stay English without a language
 * pack. `onLog(type, text)` gets what tests and extensions print. Returns
 *   page          playwright's page
 *   problems      errors of the page so far: `{ kind: 'console' | 'page' | 'network', text }`; 'network' are attempts to
 *                 reach another machine (they fail here)
 *   exitCode      promise of the code that the tests ended with; 1 when the page crashed or was closed
 *   screenshot()  writes a PNG and returns its path
 *   close()       ends the browser
 */
export async function openWindow({ server, executablePath, folder, payload = [], onLog = () => {}, size, language }) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: chromiumFlags,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: size ?? { width: 1440, height: 900 } });
  // VS Code takes the language from here, and reads the translations of extensions by it.
  if (language) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  const problems = collectProblems(page);
  const exitCode = reportExit(page);
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    const text = asText(values);
    if (!ownLogLine.test(text) && !missingParts.test(text)) onLog(type, text);
  });
  const window = {
    page,
    problems,
    exitCode,
    screenshot: (name) => screenshot(page, name),
    close: () => browser.close(),
  };
  try {
    await page.goto(addressOf(server, { folder, payload }), { timeout: 60_000 });
    // The first start on a busy machine takes half a minute and more.
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 120_000 });
  } catch (error) {
    await window.screenshot('window-did-not-open').catch(() => {});
    await browser.close();
    throw error;
  }
  return window;
}

/** Writes what the page shows to `.cache/screenshots/NAME.png` (or the folder CLAUSEMARK_SCREENSHOTS). */
async function screenshot(page, name) {
  const folder = process.env.CLAUSEMARK_SCREENSHOTS || cachePath('screenshots');
  const path = join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
}

/** By this name a webview asks for files of this machine; VS Code's service worker answers, and nothing is sent. */
const localFiles = '.vscode-resource.vscode-cdn.net';

function collectProblems(page) {
  const problems = [];
  page.on('pageerror', (error) => problems.push({ kind: 'page', text: String(error.stack ?? error) }));
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !missingParts.test(text)) problems.push({ kind: 'console', text });
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const here = hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith(localFiles);
    if (/^(https?|wss?):$/.test(protocol) && !here) problems.push({ kind: 'network', text: request.url() });
  });
  return problems;
}

/** The promise of the tests' exit code; it also settles when the page crashes or goes away. */
function reportExit(page) {
  return new Promise((done) => {
    page.exposeFunction('codeAutomationExit', (code) => done(code)).catch(() => done(1));
    page.on('crash', () => done(1));
    page.on('close', () => done(1));
  });
}

function asText(values) {
  return (Array.isArray(values) ? values : [values])
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ');
}
