/**
 * Parts of a program that are loaded when something of them is used for the first time: a bundle of their own each, beside
 * the main one, so that no start waits for what few requests need.
 *
 * Some of the parts may be bases of the others, one on top of the other: the first holds what each start needs, the next what all
 * work needs and no answer to `initialize`. They are there before any other part, and lend to them as the main bundle does.
 *
 * Sources know nothing of it. Where one imports a module that opens a part, the main bundle holds in its place an object
 * whose properties load the part. What only that module needs lies in the part with it; what the main bundle has is lent to
 * the part and not there a second time, so that caches, settings and words are the same for all.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as esbuild from 'esbuild';
import { projectPath, projectRoot } from './paths.mjs';

/** Beside the main bundle. */
const folder = 'later';

/**
 * In that folder: an object by which the main bundle hands its parts what they need. A function around a part would do the same,
 * but an engine reads a large function twice.
 */
const lentFile = 'lent.cjs';

/** In a part, the address of a file stands for that of the main bundle, beside which our code looks for files. */
const urlInParts = 'bundleUrl';

/**
 * Builds a bundle for Node with its parts, and returns esbuild's results. The main bundle must have `require`.
 * @param options of esbuild, with one entry point that is a module of ours
 * @param parts name of a part → the modules that open it, as paths in the project
 * @param bases names of the parts that are bases of the others, the first one first
 * @param loader module of ours that exports `loadPart`, which is given a part's file and returns what it exports; by itself
 *     parts are loaded as any file is
 * @param alsoUsedBy a main bundle for another engine that works with the same parts, so that they are shipped once: esbuild's
 *     `options`, the names of the `parts` that it may open, and its `loader`, whose `loadPart` is given the name of a part and
 *     what its `require` is to answer
 */
export async function buildWithParts(options, parts, { bases = [], loader = null, alsoUsedBy = null } = {}) {
  const openedBy = new Map(Object.entries(parts).flatMap(([part, paths]) => paths.map((path) => [path, part])));
  const outputFolder = join(dirname(options.outfile), folder);
  rmSync(projectPath(outputFolder), { recursive: true, force: true });
  mkdirSync(projectPath(outputFolder), { recursive: true });
  writeFileSync(projectPath(outputFolder, lentFile), '');
  const context = { openedBy, bases, loader };
  const part = (name, known, borrowed = [], write = true) => {
    const file = join(outputFolder, `${name}.cjs`);
    return buildPart(options, { ...context, part: name, paths: parts[name], known, file }, borrowed, write);
  };
  // What a bundle has to lend is known when those that borrow are built: lenders are built twice.
  const lenders = [{ known: new Set(), first: await buildMain(options, context, [], false) }];
  for (const name of bases) {
    const known = modulesIn(lenders.map(({ first }) => first));
    lenders.push({ name, known, first: await part(name, known, [], false) });
  }
  const known = modulesIn(lenders.map(({ first }) => first));
  const built = await buildParts(
    lenders.map(({ first }) => first),
    openedBy,
    bases,
    (name) => part(name, known),
  );
  const results = [...built.values()];
  for (const lender of lenders.reverse()) {
    const isOwn = (borrowed) => !lender.known.has(borrowed.split('#')[0]);
    const own = modulesIn([lender.first]);
    const wanted = borrowedIn(results).filter((borrowed) => isOwn(borrowed) && own.has(borrowed.split('#')[0]));
    const result = await (lender.name
      ? part(lender.name, lender.known, wanted)
      : buildMain(options, context, wanted, true));
    if (lender.name) built.set(lender.name, result);
    results.unshift(result);
  }
  refuseDoubles(results.slice(0, bases.length + 1));
  return alsoUsedBy ? [...results, await buildOtherMain(alsoUsedBy, context, built)] : results;
}

/** Builds the main bundle that works with the parts of another one. It lends them what that one and the bases it does without do. */
async function buildOtherMain({ options, parts, loader }, context, built) {
  const missing = parts.filter((name) => !built.has(name));
  if (missing.length > 0) throw new Error(`There is no part ${missing.join(', ')}.`);
  const used = parts.map((name) => built.get(name));
  const bases = context.bases.filter((name) => parts.includes(name));
  const there = modulesIn(bases.map((name) => built.get(name)));
  const borrowed = borrowedIn(used).filter((one) => !there.has(one.split('#')[0]));
  const result = await buildMain(options, { ...context, bases, loader }, borrowed, true);
  const opened = openedIn(result, context.openedBy).find((name) => !parts.includes(name));
  if (opened) throw new Error(`${options.outfile} opens ${opened}, which is no part of it.`);
  refuseDoubles([...bases.map((name) => built.get(name)), result]);
  return result;
}

/** What is there twice has its caches twice, and makes both larger. */
function refuseDoubles(lenders) {
  const seen = new Set();
  for (const path of lenders.flatMap((lender) => [...modulesIn([lender])])) {
    if (seen.has(path)) throw new Error(`Two of the main bundle and the bases of its parts hold ${path}.`);
    seen.add(path);
  }
}

/** The sources of which something is in these bundles. */
function modulesIn(bundles) {
  const inputs = bundles.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  return new Set(inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 && !/^\w+:/.test(path) ? path : [])));
}

/** Builds what these bundles open, and what that opens in turn: results by name of the part. */
async function buildParts(bundles, openedBy, bases, buildOne) {
  const built = new Map();
  let results = bundles;
  while (results.length > 0) {
    const opened = new Set(results.flatMap((result) => openedIn(result, openedBy)));
    const names = [...opened].filter((part) => !bases.includes(part) && !built.has(part));
    results = await Promise.all(names.map(buildOne));
    names.forEach((part, index) => {
      built.set(part, results[index]);
    });
  }
  return built;
}

/** In the place of a module: whoever asks it for something first loads the part; the next one finds the value there. */
const laterValues = `const laterValues = (exports, names, load) => {
  for (const name of names) Object.defineProperty(exports, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = load()[name];
      Object.defineProperty(exports, name, { value });
      return value;
    },
  });
};`;

function buildMain(options, { openedBy, bases, loader }, borrowed, write) {
  const [entry] = options.entryPoints;
  const opening = [
    'const laterModules = {}, laterLoaded = {};',
    // Before a part all bases are there; before a base those below it.
    `const laterBases = ${JSON.stringify(bases)};`,
    'const laterPart = (part) => {',
    '  for (const base of laterBases) {',
    '    if (base === part) break;',
    '    laterLoad(base);',
    '  }',
    '  return laterLoad(part);',
    '};',
    laterValues,
    ...(options.platform === 'node' ? openingOfNode(options) : openingElsewhere),
  ];
  return esbuild.build({
    ...options,
    write,
    entryPoints: undefined,
    // What is lent is there before the program runs.
    stdin: {
      contents: `import 'lent'; ${loader ? "import 'part-loader'; " : ''}import './${entry}';`,
      resolveDir: projectRoot,
      sourcefile: 'main.js',
    },
    banner: { js: [options.banner?.js, ...opening].filter(Boolean).join('\n') },
    plugins: [...(options.plugins ?? []), lends(borrowed), loadsWith(loader), opensLater(openedBy, [], options.alias)],
  });
}

function openingOfNode(options) {
  const url = options.define?.['import.meta.url'] ?? 'import.meta.url';
  return [
    'const laterLoader = { load: require };',
    'const laterLoad = (part) => laterLoaded[part] ??=',
    `  laterLoader.load(require.resolve(\`./${folder}/\${part}.cjs\`));`,
    'const laterImport = (path) => import(path);',
    `Object.assign(require('./${folder}/${lentFile}'), { laterModules, laterPart, laterValues, laterImport, ${urlInParts}: ${url} });`,
  ];
}

/** Where there is no `require`, all that a part asks for is what the main bundle lends, and the loader gives it that. */
const openingElsewhere = [
  'const laterLoader = {}, laterLent = { laterModules, laterPart, laterValues };',
  'const laterLoad = (part) => laterLoaded[part] ??= laterLoader.load(part, () => laterLent);',
];

function buildPart(options, { part, paths, openedBy, bases, known, file }, borrowed, write) {
  // Of the bases those above this one are not there yet when it is read.
  const there = bases.includes(part) ? bases.slice(0, bases.indexOf(part) + 1) : [part, ...bases];
  const opened = paths.map((path, index) => `export * as m${index} from './${path}';`);
  return esbuild.build({
    ...options,
    write,
    entryPoints: undefined,
    stdin: { contents: [`import 'lent';`, ...opened].join('\n'), resolveDir: projectRoot, sourcefile: `${part}.js` },
    outfile: file,
    format: 'cjs',
    define: { ...options.define, 'import.meta.url': urlInParts },
    banner: {
      js: `const { laterModules, laterPart, laterValues, laterImport, ${urlInParts} } = require('./${lentFile}');`,
    },
    plugins: [
      ...options.plugins,
      lends(borrowed),
      opensLater(openedBy, there, options.alias),
      borrows(known),
      importsThroughMain(),
    ],
  });
}

/** Lists what a bundle lends to parts. */
function lends(borrowed) {
  return {
    name: 'lends',
    setup(build) {
      build.onResolve({ filter: /^lent$/ }, () => ({ path: 'lent', namespace: 'lends' }));
      build.onLoad({ filter: /.*/, namespace: 'lends' }, () => {
        const imports = borrowed.map((one, index) => {
          const [path, name] = one.split('#');
          return `import { ${name} as a${index} } from './${path}';`;
        });
        const list = borrowed.map((one, index) => `${JSON.stringify(keyOf(one))}: a${index}`);
        const contents = `${imports.join('\n')}\nObject.assign(laterModules, { ${list.join(', ')} });`;
        return { contents, resolveDir: projectRoot };
      });
    },
  };
}

/** Has parts loaded by a function of ours, once that is there. */
function loadsWith(loader) {
  return {
    name: 'loads-with',
    setup(build) {
      build.onResolve({ filter: /^part-loader$/ }, ({ path }) => ({ path, namespace: 'loads-with' }));
      build.onLoad({ filter: /.*/, namespace: 'loads-with' }, () => {
        const contents = `import { loadPart } from './${loader}';\nlaterLoader.load = loadPart;`;
        return { contents, resolveDir: projectRoot };
      });
    },
  };
}

/** In the place of a module that opens a part which is not there yet: an object whose properties load it. */
function opensLater(openedBy, partsThere, alias) {
  return {
    name: 'opens-later',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) => {
        if (kind !== 'import-statement') return undefined;
        const module = sourceOf(path, resolveDir, alias);
        const part = module && openedBy.get(module);
        if (!part || partsThere.includes(part)) return undefined;
        return { path: module, namespace: 'later' };
      });
      build.onLoad({ filter: /.*/, namespace: 'later' }, async ({ path }) => {
        const part = openedBy.get(path);
        const index = [...openedBy.keys()].filter((one) => openedBy.get(one) === part).indexOf(path);
        const names = JSON.stringify(await exportsOf(path));
        return { contents: `laterValues(exports, ${names}, () => laterPart('${part}').m${index});` };
      });
    },
  };
}

/**
 * In a part: what the main bundle has is taken from there, name by name, so that the main bundle keeps no function for a part
 * that asks for another one of the same module.
 */
function borrows(known) {
  return {
    name: 'borrows',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, resolveDir, kind, importer, namespace, pluginData }) => {
        if (namespace === 'lent') return { path, namespace: 'borrowed', sideEffects: false };
        if (kind !== 'import-statement' || importer === '' || pluginData?.isKnown) return undefined;
        const found = await build.resolve(path, { resolveDir, kind, importer, pluginData: { isKnown: true } });
        if (found.external || found.namespace !== 'file' || !known.has(inProject(found.path))) return undefined;
        return { path: inProject(found.path), namespace: 'lent', sideEffects: false };
      });
      build.onLoad({ filter: /.*/, namespace: 'lent' }, async ({ path }) => {
        const lines = (await exportsOf(path)).map((name) => `export { ${name} } from '${path}#${name}';`);
        return { contents: lines.join('\n') };
      });
      build.onLoad({ filter: /.*/, namespace: 'borrowed' }, ({ path }) => {
        return { contents: `export const ${path.split('#')[1]} = laterModules[${JSON.stringify(keyOf(path))}];` };
      });
    },
  };
}

/**
 * In a part: `import('./lazy/NAME.js')`, which means a bundle of that name in dist/lazy/, is done by the main bundle, beside which it is
 * looked for. What was kept of a part that an engine compiled cannot import (Node 20), or only with a warning (Node 22).
 */
function importsThroughMain() {
  return {
    name: 'imports-through-main',
    setup(build) {
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/]node[\\/]\w+\.ts$/, namespace: 'file' }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source.replace(/\bimport\('\.\/lazy\/(\w+)\.js'\)/g, "laterImport('../lazy/$1.mjs')");
        return contents === source ? undefined : { contents, loader: 'ts' };
      });
    },
  };
}

/** The parts that a bundle opens. */
function openedIn(result, openedBy) {
  return inputsOf(result, 'later:').map((path) => openedBy.get(path));
}

/** What parts have borrowed, as `MODULE#NAME`, each once. */
function borrowedIn(results) {
  return [...new Set(results.flatMap((result) => inputsOf(result, 'borrowed:')))].sort();
}

/** What of a kind is in a bundle. */
function inputsOf({ metafile }, kind) {
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((input) => (input.startsWith(kind) ? input.slice(kind.length) : [])),
  );
}

/** Short, since it stands in the bundles. */
function keyOf(borrowed) {
  return createHash('sha256').update(borrowed).digest('base64url').slice(0, 8);
}

/** The source of ours, or of a package that stands for another, that an import means; null for everything else. */
function sourceOf(path, resolveDir, alias) {
  if (alias?.[path]) return inProject(alias[path]);
  return /^\.\.?\/.*\.js$/.test(path) ? inProject(resolve(resolveDir, path.replace(/\.js$/, '.ts'))) : null;
}

/** A path in the project as esbuild writes it. */
function inProject(path) {
  return relative(projectRoot, path).split(sep).join('/');
}

async function exportsOf(path) {
  const { metafile } = await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: [path],
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs)[0].exports.filter((name) => name !== 'default');
}
