/** Measurements inside one process: hostile texts, and reading all files as the floor. */
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { cachePath, projectPath } from '../support/paths.mjs';
import { hostileTexts } from './hostile.mjs';
import { median } from './numbers.mjs';

/** Milliseconds to read every file of the folder with the plainest means. */
export function readAllFiles(folder) {
  const begin = performance.now();
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const below = join(path, entry.name);
      if (entry.isDirectory()) visit(below);
      else {
        const file = openSync(below, 'r');
        readFileSync(file, 'latin1');
        closeSync(file);
      }
    }
  };
  visit(folder);
  return performance.now() - begin;
}

/** The path from text to findings as one module, made of the sources as they are. */
async function loadPath() {
  const outfile = cachePath('bench', 'server', 'path.mjs');
  await esbuild.build({
    stdin: {
      contents: `
        export { Workspace } from './server/src/workspace/workspace.js';
        export { defaultSettings } from './server/src/core/settings.js';
        export { createCatalog } from './server/src/core/catalog/catalog.js';
        export { decodeCatalog } from './server/src/core/catalog/decode.js';`,
      resolveDir: projectPath(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: { yaml: projectPath('node_modules/yaml/browser/dist/index.js') },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Name → milliseconds from an edit to the findings (parsing, resolving, all rules), the median of `rounds`. */
export async function measureHostile(rounds, names = Object.keys(hostileTexts)) {
  const { Workspace, defaultSettings, createCatalog, decodeCatalog } = await loadPath();
  const catalog = createCatalog(decodeCatalog(JSON.parse(readFileSync(projectPath('dist', 'catalog.json'), 'utf8'))));
  const results = [];
  for (const name of names) {
    const text = hostileTexts[name]();
    const times = [];
    const cpus = [];
    let findings = 0;
    for (let round = 0; round < rounds; round++) {
      const workspace = new Workspace(
        silentHost,
        { catalog, settings: defaultSettings, ignoreText: '' },
        { hasFolder: false },
      );
      const begin = performance.now();
      const used = process.cpuUsage();
      workspace.setOpenText('hostile.md', text);
      findings = workspace.findings('hostile.md').length;
      times.push(performance.now() - begin);
      const { user, system } = process.cpuUsage(used);
      cpus.push((user + system) / 1000);
    }
    results.push({ name, bytes: text.length, time: median(times), cpu: median(cpus), findings });
  }
  return results;
}

const silentHost = {
  readFile: () => ({ kind: 'missing' }),
  readFileNow: () => null,
  listFiles: () => [],
  kindOf: () => 'nothing',
  today: () => '2026-11-22',
  now: () => performance.now(),
  pause: () => Promise.resolve(),
  log: (message) => console.error(message),
};
