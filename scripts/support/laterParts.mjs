/**
 * Parts of a program that are loaded when something of them is used for the first time: a bundle of their own each, beside
 * the main one, so that no start waits for what few requests need.
 *
 * One of the parts may be the base of the others: it holds what all work needs and no answer to `initialize`, is there before
 * any other part, and lends to them as the main bundle does.
 *
 * Sources know nothing of it. Where one imports a module that opens a part, the main bundle holds in its place an object
 * whose properties load the part. What only that module needs lies in the part with it; what the main bundle has is lent to
 * the part and not there a second time, so that caches, settings and words are the same for all.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
 * @param base name of the part that is the base of the others, if there is one
 * @param loader module of ours that exports `loadPart`, which is given a part's file and returns what it exports; by itself
 *     parts are loaded as any file is
 */
export async function buildWithParts(options, parts, base = null, loader = null) {
  const openedBy = new Map(Object.entries(parts).flatMap(([part, paths]) => paths.map((path) => [path, part])));
  const outputFolder = join(dirname(options.outfile), folder);
  rmSync(projectPath(outputFolder), { recursive: true, force: true });
  mkdirSync(projectPath(outputFolder), { recursive: true });
  writeFileSync(projectPath(outputFolder, lentFile), '');
  // What a bundle has to lend is known when those that borrow are built: the main bundle and the base are built twice.
  const main = (borrowed, write) => buildMain(options, { openedBy, base, loader }, borrowed, write);
  const part = (name, known, borrowed = [], write = true) => {
    const file = join(outputFolder, `${name}.cjs`);
    return buildPart(options, { part: name, paths: parts[name], openedBy, base, known, file }, borrowed, write);
  };
  const lenders = [await main([], false)];
  const ofMain = modulesIn(lenders);
  if (base) lenders.push(await part(base, ofMain, [], false));
  const known = modulesIn(lenders);
  const others = await buildParts(lenders, openedBy, base, (name) => part(name, known));
  const isOfMain = (borrowed) => ofMain.has(borrowed.split('#')[0]);
  const ofBase = borrowedIn(others).filter((borrowed) => !isOfMain(borrowed));
  const bases = base ? [await part(base, ofMain, ofBase)] : [];
  const result = await main(borrowedIn([...bases, ...others]).filter(isOfMain), true);
  refuseDoubles(result, bases);
  return [result, ...bases, ...others];
}

/** What is there twice has its caches twice, and makes both larger. */
function refuseDoubles(main, bases) {
  const ofMain = modulesIn([main]);
  const doubles = [...modulesIn(bases)].filter((path) => ofMain.has(path));
  if (doubles.length > 0) throw new Error(`The main bundle and the base of its parts both hold ${doubles.join(', ')}.`);
}

/** The sources of which something is in these bundles. */
function modulesIn(bundles) {
  const inputs = bundles.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  return new Set(inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 && !/^\w+:/.test(path) ? path : [])));
}

/** Builds what these bundles open, and what that opens in turn. */
async function buildParts(bundles, openedBy, base, buildOne) {
  const built = new Map();
  let results = bundles;
  while (results.length > 0) {
    const opened = new Set(results.flatMap((result) => openedIn(result, openedBy)));
    const names = [...opened].filter((part) => part !== base && !built.has(part));
    results = await Promise.all(names.map(buildOne));
    names.forEach((part, index) => {
      built.set(part, results[index]);
    });
  }
  return [...built.values()];
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

function buildMain(options, { openedBy, base, loader }, borrowed, write) {
  const [entry] = options.entryPoints;
  const url = options.define?.['import.meta.url'] ?? 'import.meta.url';
  const opening = [
    'const laterModules = {}, laterLoaded = {};',
    `const laterPart = (part) => laterLoaded[part] ??= (${base ? `part === '${base}' || laterPart('${base}'), ` : ''}`,
    `  laterLoader.load(require.resolve(\`./${folder}/\${part}.cjs\`)));`,
    'const laterLoader = { load: require };',
    laterValues,
    `Object.assign(require('./${folder}/${lentFile}'), { laterModules, laterPart, laterValues, ${urlInParts}: ${url} });`,
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
    plugins: [...options.plugins, lends(borrowed), loadsWith(loader), opensLater(openedBy, [], options.alias)],
  });
}

function buildPart(options, { part, paths, openedBy, base, known, file }, borrowed, write) {
  const opened = paths.map((path, index) => `export * as m${index} from './${path}';`);
  return esbuild.build({
    ...options,
    write,
    entryPoints: undefined,
    stdin: { contents: [`import 'lent';`, ...opened].join('\n'), resolveDir: projectRoot, sourcefile: `${part}.js` },
    outfile: file,
    format: 'cjs',
    define: { ...options.define, 'import.meta.url': urlInParts },
    banner: { js: `const { laterModules, laterPart, laterValues, ${urlInParts} } = require('./${lentFile}');` },
    plugins: [...options.plugins, lends(borrowed), opensLater(openedBy, [part, base], options.alias), borrows(known)],
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
