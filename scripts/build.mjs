/**
 * Builds everything that ships into dist/:
 *
 *   client/extension.cjs    the VS Code extension         from client/src/node/main.ts
 *   client/webview/*        the panes, one file each      from client/webview/NAME.ts or client/webview/NAME/main.ts
 *   server/server.cjs       the language server           from server/src/node/server.ts
 *   cli/clausemark.mjs      the command line              from server/src/node/cli/main.ts
 *   client/browser.cjs.js   both for VS Code in a         from client/src/browser/main.ts
 *   server/server.worker.js browser                       from server/src/browser/main.ts
 *   lazy/*.mjs              what both load when asked     from server/src/node/lazy/NAME.ts
 *   catalog.json            standards, laws, mappings     from catalog/, by build-catalog.mjs
 *
 * node scripts/build.mjs [--watch] [--minify] [--sizes]
 *   --watch   builds again on each change    --minify   as shipped: small, no source maps    --sizes   prints the sizes
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { writeCatalog } from './build-catalog.mjs';
import { buildWithParts } from './support/laterParts.mjs';
import { projectPath, projectRoot } from './support/paths.mjs';
import { PlainError, runMain } from './support/processes.mjs';
import { shrink } from './support/shrink.mjs';

/** A bundled ES module has no `require`, but some of our libraries are CommonJS and ask for Node's own modules with it. */
const requireForModules =
  "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);";

const options = new Set(process.argv.slice(2));
const isWatching = options.has('--watch');
const isMinified = options.has('--minify');

const common = {
  absWorkingDir: projectRoot,
  bundle: true,
  minify: isMinified,
  sourcemap: isMinified ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
};

/**
 * `import('…/lazy/NAME.js')` stays as it is and means the bundle of that name: large libraries that few commands need do
 * not make every start slower. All our bundles lie one folder below dist/.
 */
const lazyModules = {
  name: 'lazy-modules',
  setup(build) {
    build.onResolve({ filter: /\/lazy\/\w+\.js$/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: `../lazy/${basename(path, '.js')}.mjs`, external: true };
    });
  },
};

const forNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The same code as Node would get, as ES modules, of which esbuild leaves out what nobody uses.
  alias: { yaml: projectPath('node_modules/yaml/browser/dist/index.js') },
  plugins: [lazyModules],
};

const forBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  // Some libraries have a third variant, for workers, which have no document.
  conditions: ['worker'],
  mainFields: ['browser', 'module', 'main'],
  alias: forNode.alias,
  define: { clausemarkVersion: JSON.stringify(JSON.parse(readFileSync(projectPath('package.json'), 'utf8')).version) },
};

/** A CommonJS bundle has no `import.meta.url`, by which our code finds the files beside it. */
const urlForCommonJs = {
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** The server is also a program of its own, `clausemark-language-server`. */
const programForCommonJs = { ...urlForCommonJs, banner: { js: `#!/usr/bin/env node\n${urlForCommonJs.banner.js}` } };

/** What few requests and commands need: parts, and the modules that open them (support/laterParts.mjs). */
const laterParts = {
  // YAML that is more than simple, and every soa.yaml.
  yaml: [
    'node_modules/yaml/browser/dist/index.js',
    ...sources('core/markdown', 'fullYaml'),
    ...sources('core/soa', 'parse contentHash yaml/messages yaml/source'),
  ],
  pane: sources('core/soa', 'clauseMatrix firstSystem model paneModel patch places recordProblems reuse withoutPlaces'),
  features: sources(
    'core/features',
    'codeLenses completion definition documentHighlight documentLinks documentSymbols foldingRanges hover',
    'implementation inlayHints previewPage qualify quickFixes references selectionRanges semanticTokens silence workspaceSymbols',
  ),
  // How a wrong number is meant where it stands, and how it is put right; and what a text counts, which few do.
  findings: [
    ...sources(
      'core/rules/support',
      'counts crosswalkRows lawSentence lawSubject moveOn restyle standing suggest swappedClauses tagsBeside titleMove toldTitle unreadTags usage usageWords',
    ),
    ...sources('core/edits', 'frontMatterList removeWithLine'),
    ...sources('core/documentTypes', 'insertSection'),
  ],
  // Whether an old number is one of its day.
  records: sources('core/edits/migration', 'records statements'),
  // What is known of documents, for the threads that read a large folder and for the next start.
  stored: sources('workspace', 'storedIndex'),
  // The numbers of the coverage view.
  coverage: sources('workspace', 'coverageTree'),
  // What is asked of a Statement of Applicability, where there is one.
  statement: sources('core/rules', 'statementRules'),
  // What few documents have: questions below headings with letters.
  forms: sources('core/references/sections', 'letteredSections'),
  editing: sources('core/edits/soa', 'editSoa readChange'),
  changes: [
    ...sources('core/edits', 'migrateAll migration/report'),
    ...sources('core/features', 'callHierarchy fileMoves joinedFolders refactorings rename'),
    ...sources('core/documentTypes', 'idProblem newDocument'),
  ],
  compare: [
    ...sources('core/soa/compare', 'compareStatements renderDiff wording'),
    ...sources('core/soa/release', 'planRelease'),
  ],
  import: sources('core/soa/import', 'ids importStatement markdownSheets ownExport prepareImport preview report'),
  // Folders that only the editor can read, and catalogs and types of documents of the organisation.
  virtual: [
    ...sources('lsp', 'clientHost'),
    ...sources('core/catalog', 'read-file'),
    ...sources('workspace', 'documentTypeSettings'),
  ],
  outside: sources('node', 'chromium git gitRevisions gitState gitStatements'),
};

/** What reads and checks documents: the server needs it as soon as it knows its folders, and for no answer to `initialize`. */
const reading = [
  ...sources('workspace', 'configuration documentStore fingerprint helper scope workspace'),
  ...sources('core/catalog', 'catalog decode'),
  ...sources('core/features/support', 'at documents idMentions usedValues'),
  ...sources('core/markdown', 'links'),
  ...sources('core/rules', 'ruleCodes run'),
  ...sources('core/soa', 'coveredFolders versions words'),
  ...sources('core', 'documentStates'),
];

function sources(folder, ...names) {
  return names.flatMap((some) => some.split(' ')).map((name) => `server/src/${folder}/${name}.ts`);
}

/** The server in a browser works with the same parts; it starts no program and has no git. */
const partsInBrowser = ['reading', ...Object.keys(laterParts).filter((name) => name !== 'outside')];

const browserServer = {
  options: {
    ...forBrowser,
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/server/server.worker.js',
    format: 'iife',
  },
  parts: partsInBrowser,
  loader: 'server/src/browser/givenParts.ts',
};

/** What is built, as far as its sources exist. */
function bundles() {
  const all = [
    {
      ...forNode,
      entryPoints: ['client/src/node/main.ts'],
      outfile: 'dist/client/extension.cjs',
      format: 'cjs',
      external: ['vscode'],
      ...urlForCommonJs,
    },
    {
      ...forNode,
      ...programForCommonJs,
      entryPoints: ['server/src/node/server.ts'],
      outfile: 'dist/server/server.cjs',
      format: 'cjs',
      parts: { ...laterParts, reading, server: sources('node', 'languageServer') },
      bases: ['server', 'reading'],
      loader: 'server/src/node/compiledParts.ts',
      alsoUsedBy: browserServer,
    },
    {
      ...forNode,
      entryPoints: ['server/src/node/cli/main.ts'],
      outfile: 'dist/cli/clausemark.mjs',
      format: 'esm',
      banner: { js: `#!/usr/bin/env node\n${requireForModules}` },
      parts: laterParts,
    },
    {
      ...forBrowser,
      entryPoints: ['client/src/browser/main.ts'],
      // VS Code's worker appends .js to any name that ends otherwise, and refuses a plain .js of a package whose type is
      // `module`, as ours is: the manifest says browser.cjs.
      outfile: 'dist/client/browser.cjs.js',
      format: 'cjs',
      external: ['vscode'],
      define: { ...forBrowser.define, partsOfServer: JSON.stringify(isWatching ? [] : partsInBrowser) },
    },
    // With its parts it is built together with the server for Node, whose parts they are.
    ...(isWatching ? [browserServer.options] : []),
    ...lazyBundles(),
    ...panes(),
  ];
  return all.filter(({ entryPoints }) => {
    const [entry] = entryPoints;
    if (existsSync(projectPath(typeof entry === 'string' ? entry : entry.in))) return true;
    console.error(`Left out ${entry}: it is not there.`);
    return false;
  });
}

/** One bundle per file of the folder; what they share stands in folders below it. */
function lazyBundles() {
  const folder = 'server/src/node/lazy';
  if (!existsSync(projectPath(folder))) return [];
  return readdirSync(projectPath(folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      ...forNode,
      entryPoints: [`${folder}/${name}`],
      outfile: `dist/lazy/${basename(name, '.ts')}.mjs`,
      format: 'esm',
      banner: { js: requireForModules },
    }));
}

/** One bundle per pane: `client/webview/soa.ts` and `client/webview/soa/main.ts` both become `soa.js`; styles alike. */
function panes() {
  const folder = 'client/webview';
  if (!existsSync(projectPath(folder))) return [];
  const entryPoints = readdirSync(projectPath(folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      const mains = ['main.ts', 'main.css'].map((name) => `${folder}/${entry.name}/${name}`);
      return mains.filter((path) => existsSync(projectPath(path))).map((path) => ({ in: path, out: entry.name }));
    }
    // messages.ts holds the types of the messages that panes and extension exchange; there is nothing in it to run.
    const match = /^(?!messages\.)(.+)\.(ts|css)$/.exec(entry.name);
    return match && !entry.name.endsWith('.d.ts') ? [{ in: `${folder}/${entry.name}`, out: match[1] }] : [];
  });
  if (entryPoints.length === 0) return [];
  return [
    { ...common, entryPoints, outdir: 'dist/client/webview', format: 'iife', platform: 'browser', target: 'es2022' },
  ];
}

/** Makes the catalog; its problems stop the build, each with its file and line. */
async function buildCatalog() {
  const { problems } = await writeCatalog(projectRoot);
  if (problems.length === 0) return;
  const lines = problems.map(({ file, line, message }) => `${file ?? 'catalog'}${line ? `:${line}` : ''}: ${message}`);
  throw new PlainError(`The catalog has mistakes:\n${lines.join('\n')}`);
}

/** esbuild's errors as `file:line:column: message`. */
function plainErrors(error) {
  if (!Array.isArray(error.errors)) return error;
  const lines = error.errors.map(({ text, location }) => {
    return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
  });
  return new PlainError(lines.join('\n'));
}

async function buildOnce() {
  mkdirSync(projectPath('dist'), { recursive: true });
  // One part that cannot be built does not keep the others from being built.
  const [parts, [catalog]] = await Promise.all([
    Promise.allSettled(bundles().map(buildBundle)),
    Promise.allSettled([buildCatalog()]),
  ]);
  makeExecutable();
  const failures = [...parts, catalog]
    .filter(({ status }) => status === 'rejected')
    .map(({ reason }) => plainErrors(reason));
  if (failures.length > 0)
    throw failures.length === 1 ? failures[0] : new PlainError(failures.map(({ message }) => message).join('\n'));
  const results = parts.flatMap(({ value }) => value);
  if (isMinified) await shrink(scriptsOf(results));
  writeFileSync(projectPath('dist', 'packages.json'), `${JSON.stringify(packagesIn(results), null, 2)}\n`);
  if (options.has('--sizes')) printSizes(results);
}

async function buildBundle({ parts, bases, loader, alsoUsedBy, ...options }) {
  return parts ? buildWithParts(options, parts, { bases, loader, alsoUsedBy }) : [await esbuild.build(options)];
}

function scriptsOf(results) {
  const outputs = results.flatMap(({ metafile }) => Object.keys(metafile.outputs));
  return outputs.filter((path) => /\.[cm]?js$/.test(path)).map((path) => projectPath(path));
}

/** The packages of which something is in the bundles: what we ship, and whose licences go along (support/notices.mjs). */
function packagesIn(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

function makeExecutable() {
  for (const path of ['dist/cli/clausemark.mjs', 'dist/server/server.cjs']) {
    if (existsSync(projectPath(path))) chmodSync(projectPath(path), 0o755);
  }
}

function printSizes(results) {
  const sizes = results.flatMap(({ metafile }) =>
    Object.entries(metafile.outputs).map(([path, { bytes }]) => [path, bytes]),
  );
  sizes.push(['dist/catalog.json', statSync(projectPath('dist/catalog.json')).size]);
  for (const [path, bytes] of sizes) {
    if (!path.endsWith('.map')) console.log(`${String(Math.ceil(bytes / 1024)).padStart(6)} KB  ${path}`);
  }
}

/** Builds, and again whenever a source changes, until interrupted. */
async function buildAndWatch() {
  const report = {
    name: 'report',
    setup(build) {
      build.onEnd(({ errors }) => {
        const name = build.initialOptions.outfile ?? build.initialOptions.outdir;
        if (errors.length > 0) console.error(plainErrors({ errors }).message);
        else console.log(`${new Date().toLocaleTimeString()}  ${name}`);
        makeExecutable();
      });
    },
  };
  const contexts = await Promise.all(
    bundles().map(({ parts: _, bases: __, loader: ___, alsoUsedBy: ____, ...bundle }) =>
      esbuild.context({ ...bundle, plugins: [...(bundle.plugins ?? []), report] }),
    ),
  );
  await Promise.all(contexts.map((context) => context.watch()));
  const catalog = async () => {
    await buildCatalog().then(
      () => console.log(`${new Date().toLocaleTimeString()}  dist/catalog.json`),
      (error) => console.error(error.message),
    );
  };
  await catalog();
  let waiting;
  watch(join(projectRoot, 'catalog'), { recursive: true }, (_event, file) => {
    if (!file || basename(file).startsWith('.')) return;
    clearTimeout(waiting);
    waiting = setTimeout(catalog, 100);
  });
  await new Promise(() => {});
}

await runMain(async () => {
  try {
    await (isWatching ? buildAndWatch() : buildOnce());
  } catch (error) {
    throw plainErrors(error);
  }
});
