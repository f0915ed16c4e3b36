// catalog/**/*.yaml → dist/catalog.json. Run: node scripts/build-catalog.mjs
// The reading is the core's own (server/src/core/catalog), bundled on the fly, so that our files and those of an
// organisation go the same way.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folders = ['standards', 'laws', 'frameworks', 'mappings', 'intents'];

/** The core's catalog readers as functions. */
async function loadReaders(root) {
  const contents = [
    "export { readCatalogFile } from './read-file.ts';",
    "export { compileCatalog } from './compile.ts';",
    "export { encodeCatalog } from './compact.ts';",
  ].join('\n');
  const resolveDir = join(root, 'server/src/core/catalog');
  const result = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', result.outputFiles[0].text)(
    module,
    module.exports,
    createRequire(join(root, 'package.json')),
  );
  return module.exports;
}

/** Catalog files of a root, in a fixed order. A folder that is not there is empty. */
function catalogPaths(root) {
  const all = readdirSync(join(root, 'catalog'), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return folders.flatMap((folder) =>
    all
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.yaml'))
      .sort()
      .map((path) => join(root, 'catalog', path)),
  );
}

/**
 * Reads all catalog files of a repository root. Gives the JSON value of dist/catalog.json and everything that is wrong with
 * the files, as `{message, file?, line?}`.
 */
export async function buildCatalog(root) {
  const { readCatalogFile, compileCatalog, encodeCatalog } = await loadReaders(root);
  const results = catalogPaths(root).map((path) =>
    readCatalogFile(readFileSync(path, 'utf8'), relative(root, path).replaceAll('\\', '/')),
  );
  const data = compileCatalog(results.flatMap((result) => result.data ?? []));
  const problems = [...results.flatMap((result) => result.problems), ...(data.problems ?? [])];
  return { catalog: encodeCatalog(data), problems };
}

/** Builds and writes dist/catalog.json; gives the problems. Nothing is written where there are any. */
export async function writeCatalog(root) {
  const { catalog, problems } = await buildCatalog(root);
  if (problems.length === 0) {
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(join(root, 'dist/catalog.json'), JSON.stringify(catalog));
  }
  return { catalog, problems };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(fileURLToPath(import.meta.url), '../..');
  const { catalog, problems } = await writeCatalog(root);
  for (const { file, line, message } of problems)
    console.error(`${file ?? 'catalog'}${line ? `:${line}` : ''}: ${message}`);
  if (problems.length > 0) process.exit(1);
  const entries = catalog.standards.reduce((sum, standard) => sum + standard.entries.length, 0);
  console.log(
    `dist/catalog.json: ${catalog.standards.length} standards, ${entries} entries, ${catalog.mappings.length} mapping rows`,
  );
}
