/**
 * Bundles the end-to-end tests for the extension hosts, which load one CommonJS file each:
 *   test/e2e/suite/*.test.ts   → dist/test/e2e/index.cjs   Node's extension host (desktop VS Code and the VS Code server)
 *   test/e2e/german/*.test.ts  → dist/test/e2e/german.cjs  the same, told that the editor speaks German
 *                              → dist/test/e2e/german-web.cjs  the same tests in the web worker
 *   test/e2e/package/*.test.ts → dist/test/e2e/package.cjs the same, for the packaged and installed extension
 *   test/e2e/web/*.test.ts     → dist/test/e2e/web.cjs     the web worker's; the file is web.cjs.js (see below). Those of
 *                                                          suite/ come along as far as they need no Node
 * Every file ending in .test.ts is taken; nothing has to be registered. CLAUSEMARK_GREP runs only the tests whose names
 * match its pattern.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  web: {
    folder: 'test/e2e/web',
    outfile: 'dist/test/e2e/web.cjs.js',
    platform: 'browser',
    alias: { 'node:assert': './test/e2e/support/assert-in-browser.ts' },
  },
};

/**
 * Bundles the tests for 'node', 'german', 'german-web', 'package' or 'web'. Returns the absolute path of the bundle, or undefined when there
 * are none.
 */
export async function buildTests(host) {
  const { folder, outfile, platform, alias } = hosts[host];
  const names = existsSync(projectPath(folder)) ? readdirSync(projectPath(folder)).sort() : [];
  const tests = names.filter((name) => name.endsWith('.test.ts'));
  if (tests.length === 0) return undefined;
  await build({
    stdin: {
      contents: host === 'web' ? entryForWeb(tests) : entryFor(folder, tests),
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

/** Mocha's browser build takes `module.exports` for its own when it is loaded, so the entry sets it last. */
function entryFor(folder, tests) {
  const requires = tests.map((test) => `require('./${folder}/${test}');`).join('\n    ');
  return `const { runSuites } = require('./test/e2e/support/mocha-run.ts');
module.exports = {
  run: () => runSuites(() => {
    ${requires}
  }, ${only}),
};
`;
}

/** In a usual window everything that the extension can do is tried in the browser, too. */
function entryForWeb(tests) {
  const folder = 'test/e2e/suite';
  const shared = readdirSync(projectPath(folder))
    .sort()
    .filter((name) => name.endsWith('.test.ts') && !needsNode(`${folder}/${name}`));
  const requires = (from, names) => names.map((name) => `require('./${from}/${name}');`).join('\n    ');
  return `const { workspace } = require('vscode');
const { runSuites } = require('./test/e2e/support/mocha-run.ts');
const isUsual = workspace.isTrusted && workspace.workspaceFolders.length === 1;
module.exports = {
  run: () => runSuites(() => {
    if (isUsual) {
    ${requires(
      'test/e2e/web',
      tests.filter((name) => name !== 'scenes.test.ts'),
    )}
    ${requires(folder, shared)}
    } else {
    ${requires('test/e2e/web', ['scenes.test.ts'])}
    }
  }, ${only}),
};
`;
}

/**
 * Exports, imports and comparisons need libraries and programs that run in Node (docs/browser.md). VS Code's own Markdown
 * preview runs beside the server here, and asks only extensions of that host for their part.
 */
const withoutBrowser = /(?:statements|comparison|exports?|preview)\.test\.ts$/;

function needsNode(path) {
  return withoutBrowser.test(path) || /from 'node:(?!assert')/.test(readFileSync(projectPath(path), 'utf8'));
}
