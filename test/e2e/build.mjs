/**
 * Bundles the end-to-end tests for the extension hosts, which load one CommonJS file each:
 *   test/e2e/suite/*.test.ts   → dist/test/e2e/index.cjs   Node's extension host (desktop VS Code and the VS Code server)
 *   test/e2e/german/*.test.ts  → dist/test/e2e/german.cjs  the same, told that the editor speaks German
 *                              → dist/test/e2e/german-web.cjs  the same tests in the web worker
 *   test/e2e/package/*.test.ts → dist/test/e2e/package.cjs the same, for the packaged and installed extension
 *                              → dist/test/e2e/package-web.cjs  the same tests in the web worker
 *   test/e2e/web/*.test.ts     → dist/test/e2e/web.cjs     the web worker's; the file is web.cjs.js (see below). Those of
 *                                                          suite/ come along as far as they need no Node
 *   test/e2e/scenes/*.test.ts  → both index.cjs and web.cjs: a file for each window that is not the usual one (scenes.mjs)
 * Every file ending in .test.ts is taken; nothing has to be registered. CLAUSEMARK_GREP runs only the tests whose names
 * match its pattern.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { projectPath, projectRoot } from '../../scripts/support/paths.mjs';

/**
 * The web-worker extension host appends .js to any name without it, and refuses a .js of a package whose type is
 * `module`, as ours is. So its file ends in .cjs.js, and is asked for by the name that ends in .cjs.
 */
const hosts = {
  node: { folder: 'test/e2e/suite', outfile: 'dist/test/e2e/index.cjs', platform: 'node' },
  german: { folder: 'test/e2e/german', outfile: 'dist/test/e2e/german.cjs', platform: 'node' },
  'german-web': {
    folder: 'test/e2e/german',
    outfile: 'dist/test/e2e/german-web.cjs.js',
    platform: 'browser',
    alias: { 'node:assert': './test/e2e/support/assert-in-browser.ts' },
  },
  package: { folder: 'test/e2e/package', outfile: 'dist/test/e2e/package.cjs', platform: 'node' },
  'package-web': {
    folder: 'test/e2e/package',
    outfile: 'dist/test/e2e/package-web.cjs.js',
    platform: 'browser',
    alias: { 'node:assert': './test/e2e/support/assert-in-browser.ts' },
  },
  web: {
    folder: 'test/e2e/web',
    outfile: 'dist/test/e2e/web.cjs.js',
    platform: 'browser',
    alias: { 'node:assert': './test/e2e/support/assert-in-browser.ts' },
  },
};

/**
 * Bundles the tests for 'node', 'german', 'german-web', 'package', 'package-web' or 'web'. Returns the absolute path of the bundle, or undefined when there
 * are none.
 */
export async function buildTests(host) {
  const { folder, outfile, platform, alias } = hosts[host];
  if (testsIn(folder).length === 0) return undefined;
  await build({
    stdin: {
      contents: entryFor(host),
      resolveDir: projectRoot,
      sourcefile: 'entry.cjs',
    },
    bundle: true,
    outfile: projectPath(outfile),
    platform,
    alias,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return projectPath(outfile).replace(/\.cjs\.js$/, '.cjs');
}

const only = JSON.stringify(process.env.CLAUSEMARK_GREP ?? '');
const sceneFolder = 'test/e2e/scenes';

/**
 * Mocha's browser build takes `module.exports` for its own when it is loaded, so the entry sets it last. Each window runs the
 * tests that belong to it.
 */
function entryFor(host) {
  const { folder } = hosts[host];
  const own = testsIn(folder);
  // In a usual window everything that the extension can do is tried in the browser, too.
  const usual = host === 'web' ? [...own, ...testsIn(hosts.node.folder).filter((path) => !needsNode(path))] : own;
  const scenes = host === 'node' || host === 'web' ? testsIn(sceneFolder) : [];
  const requires = (paths) => paths.map((path) => `require('./${path}');`).join(' ');
  const cases = scenes.map((path) => `case '${basename(path, '.test.ts')}': ${requires([path])} break;`);
  return `const { workspace } = require('vscode');
const { runSuites } = require('./test/e2e/support/mocha-run.ts');
module.exports = {
  run: () => runSuites(() => {
    switch (workspace.getConfiguration('clausemarkTest').get('scene')) {
      ${cases.join('\n      ')}
      default: ${requires(usual)}
    }
  }, ${only}),
};
`;
}

function testsIn(folder) {
  const names = existsSync(projectPath(folder)) ? readdirSync(projectPath(folder)).sort() : [];
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`);
}

/**
 * Exports, imports and comparisons need libraries and programs that run in Node (docs/browser.md). VS Code's own Markdown
 * preview is not in the server's package as a browser build; what we add to it is tried in web/preview.test.ts.
 */
const withoutBrowser = /(?:statements|comparison|exports?|suite\/preview)\.test\.ts$/;

/** Whether the file is among those that the web worker's host gets. */
export function runsInBrowser(path) {
  return !(path.startsWith(`${hosts.node.folder}/`) && needsNode(path));
}

function needsNode(path) {
  return withoutBrowser.test(path) || /from 'node:(?!assert')/.test(readFileSync(projectPath(path), 'utf8'));
}
