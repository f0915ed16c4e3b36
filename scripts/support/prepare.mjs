/**
 * What has to be done before anything of this project can run: its packages installed, its bundles built. Used by
 * `npm start`, `npm test` and `npm run package`, so that each works on a fresh clone with nothing else typed.
 */
import { readFileSync } from 'node:fs';
import { projectPath, projectRoot } from './paths.mjs';
import { looksOffline, PlainError, runNpm } from './processes.mjs';

/** Stops with a plain message where Node is too old. */
export function ensureNodeVersion() {
  const { engines } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  const wanted = engines.node.replace(/^\D+/, '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new PlainError(
    `Clausemark needs Node.js ${wanted} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
}

/** Installs the packages of package-lock.json where one is missing or has another version. Returns whether it did. */
export async function ensureDependencies() {
  if (dependenciesAreInstalled()) return false;
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'], {
    cwd: projectRoot,
  });
  if (code === 0) return true;
  if (looksOffline(output)) {
    throw new PlainError(
      'The npm registry could not be reached. Connect to the network and run the same command again.',
    );
  }
  throw new PlainError(`npm could not install the packages. This is what it said:\n\n${output.trim()}`);
}

/** Compares the lock file with the one that npm leaves in node_modules; packages for other systems may be missing. */
function dependenciesAreInstalled() {
  const read = (path) => JSON.parse(readFileSync(projectPath(path), 'utf8')).packages;
  try {
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || (installed[path] ? installed[path].version === version : optional || devOptional),
    );
  } catch {
    return false;
  }
}

/** Builds the bundles, with `minify` as they are shipped. Throws a PlainError with the builder's words. */
export async function build({ minify = false } = {}) {
  const flags = minify ? ['--', '--minify'] : [];
  const { code, output } = await runNpm(['run', '--silent', 'build', ...flags], { cwd: projectRoot });
  if (code !== 0) throw new PlainError(`The build failed:\n\n${output.trim()}`);
}
