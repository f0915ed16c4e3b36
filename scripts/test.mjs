/**
 * `npm test`: everything that is checked, on a fresh clone with nothing else typed. Installs, builds, checks types and
 * style, runs the tests and prints as its last line the totals, `N passed, N failed, N skipped`.
 *
 *   npm test -- --only unit,cli       only these stages: build, types, lint, the groups of tests (below), e2e,
 *                                     e2e-german, e2e-german-web, e2e-web, e2e-package, e2e-package-web. Packages are installed and bundles
 *                                     built in any case
 *   npm test -- --only unit -g hover  what is not ours goes to mocha: here, only tests with "hover" in their name
 *
 * Tests are mocha's, in TypeScript, run from their sources (support/typescript.mjs): every `*.test.ts` in a folder of
 * test/ is found, nothing has to be registered. Folders of one layer make one group (`groupOf`), any other folder or
 * file is a group of its own name. One file at a time: `npx mocha test/core/….test.ts`.
 *
 * The totals count tests. A build, type or style check that fails counts as one failure. The exit code is 0 only when
 * nothing failed and at least one test ran.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachePath, projectPath, projectRoot } from './support/paths.mjs';
import { build, ensureDependencies, ensureNodeVersion } from './support/prepare.mjs';
import { PlainError, run, runMain, runNpm } from './support/processes.mjs';
import { step } from './support/progress.mjs';

/** The groups of tests that have another name than their folder. */
const groupOf = {
  core: 'unit',
  workspace: 'unit',
  client: 'unit',
  webview: 'unit',
  scripts: 'unit',
  lsp: 'protocol',
  browser: 'protocol',
  node: 'cli',
  syntaxes: 'grammar',
};

/** Folders of test/ that hold no mocha tests of their own. */
const notGroups = ['e2e', 'support', 'fixtures', 'labels'];

const endToEnd = {
  e2e: 'node',
  'e2e-german': 'german',
  'e2e-german-web': 'german-web',
  'e2e-web': 'web',
  'e2e-package': 'package',
  'e2e-package-web': 'package-web',
};

/** Where the tests of a mode are, unless in a folder of its name. */
const endToEndFolder = { node: 'suite', 'german-web': 'german', 'package-web': 'package' };

const none = { passed: 0, failed: 0, skipped: 0 };

/** The groups of mocha tests that exist, by name, each with its folders and files. */
function findGroups() {
  const groups = {};
  for (const entry of readdirSync(projectPath('test'), { withFileTypes: true })) {
    const own = entry.isDirectory()
      ? !notGroups.includes(entry.name) && hasTests(join(projectPath('test'), entry.name))
      : entry.name.endsWith('.test.ts');
    if (!own) continue;
    const name = entry.name.replace(/\.test\.ts$/, '');
    const path = entry.isDirectory() ? `test/${entry.name}/**/*.test.ts` : `test/${entry.name}`;
    const group = groupOf[name] ?? name;
    groups[group] = [...(groups[group] ?? []), path];
  }
  return groups;
}

function hasTests(folder) {
  return readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.test.ts'));
}

/** The names after --only, or undefined for all, and the words meant for mocha. */
function readArguments(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at < 0) return { only: undefined, forMocha: args };
  const joined = args[at].startsWith('--only=');
  const names = joined ? args[at].slice('--only='.length) : (args[at + 1] ?? '');
  return { only: names.split(',').filter(Boolean), forMocha: args.toSpliced(at, joined ? 1 : 2) };
}

async function runMochaGroup(name, paths, forMocha, verbose) {
  console.log(`\n${name}`);
  const scratch = mkdtempSync(join(tmpdir(), 'clausemark-test-'));
  const totalsFile = join(scratch, 'totals.json');
  const { code } = await run(
    process.execPath,
    [
      projectPath('node_modules', 'mocha', 'bin', 'mocha.js'),
      ...['--reporter', projectPath('scripts', 'support', 'mocha-totals.mjs')],
      ...paths,
      ...forMocha,
    ],
    {
      cwd: projectRoot,
      show: true,
      env: { CLAUSEMARK_TOTALS: totalsFile, CLAUSEMARK_REPORTER: verbose ? 'spec' : 'dot' },
    },
  );
  const totals = existsSync(totalsFile) ? JSON.parse(readFileSync(totalsFile, 'utf8')) : none;
  rmSync(scratch, { recursive: true, force: true });
  return withExitCode(totals, code);
}

/** End-to-end tests print their totals among their output, from inside VS Code. */
async function runEndToEnd(name, mode) {
  console.log(`\n${name}`);
  const { code, output } = await run(process.execPath, [projectPath('test', 'e2e', 'run.mjs'), mode], {
    cwd: projectRoot,
    show: true,
  });
  const totals = { ...none };
  // One line a window; `web` opens several.
  for (const [, line] of output.matchAll(/CLAUSEMARK-TOTALS (\{.*\})/g)) {
    for (const [key, count] of Object.entries(JSON.parse(line))) totals[key] += count;
  }
  return withExitCode(totals, code);
}

/** A run that ended badly without a failed test (it crashed, or could not start) counts as one failure. */
function withExitCode(totals, code) {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** A check without tests: silent when all is well, else it shows what the tool said. */
async function check(title, work) {
  try {
    await step(title, work, () => 'ok');
    return none;
  } catch (error) {
    console.log(error instanceof PlainError ? error.message : error);
    return { ...none, failed: 1 };
  }
}

async function npmScript(name) {
  const { code, output } = await runNpm(['run', '--silent', name], { cwd: projectRoot });
  if (code !== 0) throw new PlainError(output.trim());
}

/** All stages in their order, each a function that runs it and returns its totals. */
function stagesFor(forMocha, verbose) {
  const groups = findGroups();
  const order = ['unit', 'protocol', 'cli', 'grammar', 'catalog', 'layers'];
  const names = [
    ...order.filter((name) => groups[name]),
    ...Object.keys(groups).filter((name) => !order.includes(name)),
  ];
  return {
    types: () => check('Checking types', () => npmScript('typecheck')),
    lint: () => check('Checking style', () => npmScript('lint')),
    ...Object.fromEntries(names.map((name) => [name, () => runMochaGroup(name, groups[name], forMocha, verbose)])),
    ...Object.fromEntries(
      Object.entries(endToEnd)
        .filter(([, mode]) => hasEndToEndTests(mode))
        .map(([name, mode]) => [name, () => runEndToEnd(name, mode)]),
    ),
  };
}

function hasEndToEndTests(mode) {
  const folder = projectPath('test', 'e2e', endToEndFolder[mode] ?? mode);
  return existsSync(folder) && hasTests(folder);
}

async function main() {
  ensureNodeVersion();
  const { only, forMocha } = readArguments(process.argv.slice(2));
  const stages = stagesFor(forMocha, Boolean(only));
  const unknown = (only ?? []).filter((name) => name !== 'build' && !stages[name]);
  if (unknown.length > 0) {
    throw new PlainError(
      `There is no stage “${unknown.join('”, “')}”. There are: build, ${Object.keys(stages).join(', ')}`,
    );
  }
  const totals = { ...none };
  const results = [];
  const add = (name, result) => {
    for (const key of Object.keys(totals)) totals[key] += result[key];
    results.push([name, result]);
  };
  await step('Installing packages', ensureDependencies, (installed) => (installed ? 'done' : 'they are there'));
  const built = await check('Building', () => build());
  add('build', built);
  // Without bundles the rest would only repeat the same failure in many words.
  for (const [name, stage] of Object.entries(built.failed ? {} : stages)) {
    if (!only || only.includes(name)) add(name, await stage());
  }
  printResults(results);
  const { passed, failed, skipped } = totals;
  if (passed + failed === 0) console.log('No test ran.');
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function printResults(results) {
  console.log('');
  for (const [name, { passed, failed, skipped }] of results) {
    if (passed + failed + skipped === 0) console.log(`  ${name.padEnd(12)} ok`);
    else console.log(`  ${name.padEnd(12)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  if (results.some(([name, { failed }]) => name.startsWith('e2e') && failed > 0)) {
    console.log(`  Pictures of the window: ${process.env.CLAUSEMARK_SCREENSHOTS || cachePath('screenshots')}`);
  }
  console.log('');
}

await runMain(main);
