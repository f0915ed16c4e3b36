/**
 * Parts of a program that are loaded when something of them is used for the first time: a bundle of their own each, beside
 * the main one, so that no start waits for what few requests need.
 *
 * Sources know nothing of it. Where one imports a module that opens a part, the main bundle holds in its place an object
 * whose properties load the part. What only that module needs lies in the part with it; what the main bundle has is lent to
 * the part and not there a second time, so that caches, settings and words are the same for all.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import * as esbuild from 'esbuild';
import { projectPath, projectRoot } from './paths.mjs';

/** Beside the main bundle. */
const folder = 'later';

/** In a part, the address of a file stands for that of the main bundle, beside which our code looks for files. */
const urlInParts = 'bundleUrl';

/**
 * Builds a bundle for Node with its parts, and returns esbuild's results. The main bundle must have `require`.
 * @param options of esbuild, with one entry point that is a module of ours
 * @param parts name of a part → the modules that open it, as paths in the project
 */
export async function buildWithParts(options, parts) {
  const openedBy = new Map(Object.entries(parts).flatMap(([part, paths]) => paths.map((path) => [path, part])));
  const main = (borrowed, write) => buildMain(options, openedBy, borrowed, write);
  const whole = await main([], false);
  const [output] = Object.entries(whole.metafile.outputs).find(([path]) => path.endsWith('js'));
  const { inputs } = whole.metafile.outputs[output];
  const known = new Set(Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0));
  const outputFolder = join(dirname(options.outfile), folder);
  rmSync(projectPath(outputFolder), { recursive: true, force: true });
  mkdirSync(projectPath(outputFolder), { recursive: true });
  const built = await buildParts(whole, openedBy, (part) =>
    buildPart(options, { part, paths: parts[part], openedBy, known, file: join(outputFolder, `${part}.cjs`) }),
  );
  const borrowed = [...new Set(built.flatMap(borrowedIn))].sort();
  return [await main(borrowed, true), ...built];
}

/** Builds what the main bundle opens, and what that opens in turn. */
async function buildParts(main, openedBy, buildOne) {
  const built = new Map();
  let results = [main];
  while (results.length > 0) {
    const opened = new Set(results.flatMap((result) => openedIn(result, openedBy)));
    const names = [...opened].filter((part) => !built.has(part));
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

function buildMain(options, openedBy, borrowed, write) {
  const [entry] = options.entryPoints;
  const url = options.define?.['import.meta.url'] ?? 'import.meta.url';
  const loader = [
    'const laterModules = {}, laterLoaded = {};',
    'const laterPart = (part) => laterLoaded[part] ??=',
    `  require(\`./${folder}/\${part}.cjs\`)(laterModules, laterPart, laterValues, ${url});`,
    laterValues,
  ];
  return esbuild.build({
    ...options,
    write,
    entryPoints: undefined,
    // What is lent is there before the program runs.
    stdin: { contents: `import 'lent'; import './${entry}';`, resolveDir: projectRoot, sourcefile: 'main.js' },
    banner: { js: [options.banner?.js, ...loader].filter(Boolean).join('\n') },
    plugins: [...options.plugins, lends(borrowed), opensLater(openedBy, null, options.alias)],
  });
}

function buildPart(options, { part, paths, openedBy, known, file }) {
  const opened = paths.map((path, index) => `export * as m${index} from './${path}';`);
  return esbuild.build({
    ...options,
    entryPoints: undefined,
    stdin: { contents: opened.join('\n'), resolveDir: projectRoot, sourcefile: `${part}.js` },
    outfile: file,
    format: 'iife',
    globalName: 'part',
    define: { ...options.define, 'import.meta.url': urlInParts },
    banner: { js: `module.exports = (laterModules, laterPart, laterValues, ${urlInParts}) => {` },
    footer: { js: 'return part; };' },
    plugins: [...options.plugins, opensLater(openedBy, part, options.alias), borrows(known)],
  });
}

/** Lists what the main bundle lends to its parts. */
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

/** In the place of a module that opens another part: an object whose properties load it. */
function opensLater(openedBy, ownPart, alias) {
  return {
    name: 'opens-later',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) => {
        if (kind !== 'import-statement') return undefined;
        const module = sourceOf(path, resolveDir, alias);
        const part = module && openedBy.get(module);
        if (!part || part === ownPart) return undefined;
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

/** What a part has borrowed, as `MODULE#NAME`. */
function borrowedIn(result) {
  return inputsOf(result, 'borrowed:');
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
