/**
 * `npm run package`: the two things that are published, made in the project's root.
 *
 *   clausemark-VERSION.vsix   the extension for VS Code; what goes into it is said by .vscodeignore
 *   clausemark-VERSION.tgz    the npm package with the command line tools; what goes into it is said by .npmignore
 *
 * `npm run package -- --pre-release` marks the extension as one of the pre-release channel.
 *
 * Both are made of the bundles, so neither brings packages along. Fails when a file got in that has no business there,
 * or when the extension is larger than we promise.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeNotices } from './support/notices.mjs';
import { projectPath, projectRoot } from './support/paths.mjs';
import { build, ensureDependencies } from './support/prepare.mjs';
import { PlainError, run, runMain, runNpm } from './support/processes.mjs';
import { step } from './support/progress.mjs';
import { repack } from './support/repack.mjs';

/** What we promise: an extension that is installed in a moment. In bytes. */
const largestExtension = 1_500_000;

/**
 * And a server that has begun in a moment: what it needs to answer `initialize` (two thirds of it are the library of the protocol),
 * and that with what reads and checks the first document (support/laterParts.mjs). In bytes.
 */
const largestServer = 300_000;
const largestReading = 600_000;

/** What belongs into no package: sources, tests, examples, tools, source maps. */
const neverPublished =
  /^(server|client|test|examples|scripts|node_modules|coverage|\.cache|\.git|\.ci|\.vscode|dist\/test)\/|\.map$|\.test\./;

const vsce = projectPath('node_modules', '@vscode', 'vsce', 'vsce');

/**
 * Builds and packages the extension as it is published, and refuses one that is larger than we promise.
 * Returns the path of the .vsix.
 */
export async function makePublishedVsix(path, options = {}) {
  await build({ minify: true });
  refuseLargeFile('What it reads with', projectPath('dist', 'server', 'later', 'reading.cjs'), largestReading);
  refuseLargeFile('The server', projectPath('dist', 'server', 'later', 'server.cjs'), largestServer);
  await makeVsix(path, options);
  await repack(path);
  refuseLargeFile('The extension', path, largestExtension);
  return path;
}

/** Packages the extension as it was last built, which may be large, and returns the path of the .vsix. */
export async function makeVsix(path, { isPreRelease = false } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  writeNotices();
  const options = ['--no-dependencies', ...(isPreRelease ? ['--pre-release'] : []), '--out', path];
  await runOrThrow(run(process.execPath, [vsce, 'package', ...options], { cwd: projectRoot }));
  const listed = await runOrThrow(run(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: projectRoot }));
  refuseStrayFiles('the extension', listed.trim().split(/\r?\n/));
  return path;
}

/** Packages the command line tools as they were last built and returns the path of the .tgz. */
async function makeTarball() {
  writeNotices();
  const packed = await runOrThrow(
    runNpm(['pack', '--json', '--ignore-scripts', '--loglevel=error'], { cwd: projectRoot }),
  );
  const [{ filename, files }] = Object.values(JSON.parse(packed.slice(packed.search(/[[{]/))));
  refuseStrayFiles(
    'the npm package',
    files.map(({ path }) => path),
  );
  return resolve(projectRoot, filename);
}

async function runOrThrow(running) {
  const { code, output } = await running;
  if (code !== 0) throw new PlainError(`Packaging failed:\n\n${output.trim()}`);
  return output;
}

function refuseStrayFiles(what, paths) {
  const stray = paths.filter((path) => neverPublished.test(path));
  if (stray.length > 0) throw new PlainError(`These files do not belong into ${what}:\n  ${stray.join('\n  ')}`);
}

function refuseLargeFile(what, path, largest) {
  const { size } = statSync(path);
  if (size <= largest) return;
  throw new PlainError(
    `${what} is too large: ${Math.ceil(size / 1000)} kB, and at most ${largest / 1000} kB are promised.`,
  );
}

function kilobytes(path) {
  return `${Math.round(statSync(path).size / 1000)} kB`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const { name, version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
    await step('Installing packages', ensureDependencies, (installed) => (installed ? 'done' : 'they are there'));
    const isPreRelease = process.argv.includes('--pre-release');
    const vsix = await step('Building and packaging the extension', () =>
      makePublishedVsix(projectPath(`${name}-${version}.vsix`), { isPreRelease }),
    );
    const tarball = await step('Packaging the command line tools', makeTarball);
    console.log(`\n${kilobytes(vsix).padStart(8)}  ${vsix}\n${kilobytes(tarball).padStart(8)}  ${tarball}`);
  });
}
