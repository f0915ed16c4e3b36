/**
 * The fence between the layers: core → workspace → lsp → node | browser, nothing points back; the client knows the
 * server by protocol.ts alone. This table is the rule; a new exception is a line here that somebody has to defend.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Layer {
  readonly folder: string;
  /** What of ours may be imported besides the layer itself: beginnings of paths. */
  readonly own: readonly string[];
  /** The same for imports of types alone, which leave nothing in the bundle. */
  readonly types?: readonly string[];
  /** Packages that may be imported; `node:` stands for every module of Node. */
  readonly packages: readonly string[];
}

const core = 'server/src/core/';
const workspace = 'server/src/workspace/';
const lsp = 'server/src/lsp/';
const protocol = 'server/src/protocol.ts';
const protocolFolder = 'server/src/protocol/';
/** What the parser is held against, in files that only tests and a debugging switch use. */
const parsersByOthers = [
  'gray-matter',
  'micromark',
  'micromark-extension-gfm',
  'remark-frontmatter',
  'remark-gfm',
  'remark-parse',
  'unified',
  'mdast',
];

const layers: readonly Layer[] = [
  {
    folder: 'server/src/core',
    own: [],
    packages: ['yaml', 'fastest-levenshtein', '@noble/hashes/sha2.js', '@noble/hashes/utils.js', ...parsersByOthers],
  },
  { folder: 'server/src/workspace', own: [core], packages: ['yaml'] },
  {
    folder: 'server/src/lsp',
    own: [core, workspace, protocol],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
  },
  {
    folder: 'server/src/node',
    own: [core, workspace, lsp, 'server/src/node/lazy/'],
    packages: ['node:', 'vscode-languageserver/node', 'vscode-uri'],
  },
  // The command line shares the core with the server and has nothing of its protocol.
  {
    folder: 'server/src/node/cli',
    own: [core, workspace, 'server/src/node/'],
    packages: ['node:', 'commander', 'picocolors'],
  },
  // Bundles of their own, loaded when somebody needs them: the large libraries are known here alone.
  {
    folder: 'server/src/node/lazy',
    own: [core, 'server/src/exports/'],
    packages: ['node:', 'csv-parse/sync', 'hucre/'],
  },
  // The formats of an export: bytes out of values, pure like the core, with the libraries that write files.
  { folder: 'server/src/exports', own: [core], packages: ['docx', 'fflate', 'hucre/xlsx', 'node:crypto'] },
  {
    folder: 'server/src/browser',
    // The question for today's date is the same everywhere, and stands in one place.
    own: [core, workspace, lsp, protocol, 'server/src/node/clock.ts'],
    packages: ['vscode-languageserver/browser', 'vscode-uri'],
  },
  // Messages: plain types and names, which import nothing but each other.
  { folder: 'server/src/protocol', own: [], packages: [] },
  {
    folder: 'client/webview',
    own: [],
    types: [
      protocol,
      'server/src/core/soa/modelTypes.ts',
      'server/src/core/soa/paneTypes.ts',
      'server/src/core/soa/clauseMatrixTypes.ts',
      'server/src/core/soa/compare/types.ts',
      'server/src/core/soa/import/previewTypes.ts',
      'server/src/core/soa/reuseTypes.ts',
      'server/src/core/soa/fieldNames.ts',
      'server/src/core/soa/types.ts',
    ],
    packages: [],
  },
  {
    folder: 'client/src',
    own: [protocol, 'client/webview/'],
    types: [
      'server/src/core/soa/paneTypes.ts',
      'server/src/core/soa/compare/types.ts',
      'server/src/core/soa/import/previewTypes.ts',
    ],
    packages: ['vscode', 'vscode-languageclient'],
  },
  { folder: 'client/src/node', own: ['client/src/'], packages: ['vscode', 'vscode-languageclient/node', 'node:'] },
  {
    folder: 'client/src/browser',
    own: ['client/src/', protocol],
    packages: ['vscode', 'vscode-languageclient/browser'],
  },
];

interface Import {
  readonly from: string;
  /** A path of ours, or the name of a package. */
  readonly to: string;
  readonly isOwn: boolean;
  readonly isType: boolean;
}

/** The innermost layer that holds a file. */
function layerOf(path: string): Layer | undefined {
  const holding = layers.filter(({ folder }) => path.startsWith(`${folder}/`));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.m?ts$/.test(path))
    .map((path) => join(folder, path).split(sep).join('/'));
}

function importsOf(path: string): Import[] {
  const statement =
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...read(path).matchAll(statement)].map(([, type, written, later]) => {
    const name = (written ?? later)!;
    const isOwn = name.startsWith('.');
    const file = relative(root, resolve(root, dirname(path), name))
      .split(sep)
      .join('/')
      .replace(/\.js$/, '.ts');
    return { from: path, to: isOwn ? file : name, isOwn, isType: type !== undefined };
  });
}

function isAllowed({ to, isOwn, isType }: Import, layer: Layer): boolean {
  if (!isOwn) {
    return layer.packages.some((name) => to === name || (/[:/]$/.test(name) && to.startsWith(name)));
  }
  if (to.startsWith(`${layer.folder}/`) && layerOf(to) === layer) return true;
  return [...layer.own, ...(isType ? (layer.types ?? []) : [])].some((beginning) => to.startsWith(beginning));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The text without comments and strings, as far as that can be had with a pattern. */
function codeOf(path: string): string {
  return read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gm, ' ');
}

describe('Layers', () => {
  const sources = ['server/src', 'client/src', 'client/webview'].flatMap(sourcesBelow);

  it('hold every source', () => {
    assert.deepEqual(
      sources.filter((path) => !layerOf(path)),
      [protocol],
    );
    for (const folder of ['core', 'workspace', 'lsp', 'node', 'node/cli']) {
      assert.ok(
        sources.some((path) => layerOf(path)?.folder === `server/src/${folder}`),
        folder,
      );
    }
  });

  it('import only what the table allows', () => {
    const wrong = sources.flatMap((path) => {
      const layer = layerOf(path);
      return layer ? importsOf(path).filter((each) => !isAllowed(each, layer)) : [];
    });
    assert.deepEqual(
      wrong.map(({ from, to, isType }) => `${from} → ${to}${isType ? ' (type)' : ''}`),
      [],
    );
  });

  it('are found by this test where they are broken', () => {
    const layer = layers[0]!;
    const wrong: Import[] = ['node:fs', 'vscode-languageserver', 'fs'].map((to) => ({
      from: '',
      to,
      isOwn: false,
      isType: false,
    }));
    assert.ok(wrong.every((each) => !isAllowed(each, layer)));
    assert.ok(!isAllowed({ from: '', to: 'server/src/workspace/host.ts', isOwn: true, isType: true }, layer));
    assert.ok(importsOf('server/src/node/languageServer.ts').some(({ to }) => to === 'vscode-languageserver/node'));
    assert.ok(importsOf('server/src/node/languageServer.ts').some(({ to }) => to === 'server/src/lsp/server.ts'));
  });

  it('leave protocol.ts without any import but its own parts', () => {
    const imports = importsOf(protocol);
    assert.ok(imports.length > 0);
    assert.deepEqual(
      imports.filter(({ to }) => !to.startsWith(protocolFolder)),
      [],
    );
  });

  it('keep clock, chance and environment out of the core', () => {
    const outside =
      /\b(?:Date\.now|new Date|Math\.random|performance\.now|process\.|globalThis|setTimeout|setInterval|queueMicrotask)\b/;
    const wrong = sources.filter((path) => path.startsWith(core) && outside.test(codeOf(path)));
    assert.deepEqual(wrong, []);
  });

  it('never make code from text', () => {
    const wrong = sources.filter((path) => /\beval\(|\bnew Function\b|\bFunction\(/.test(codeOf(path)));
    assert.deepEqual(wrong, []);
    // Parts of our own program are loaded with what was compiled of them.
    const withMachine = sources.filter((path) => /['"](?:node:)?vm['"]/.test(read(path)));
    assert.deepEqual(
      withMachine.map((path) => basename(path)),
      ['compiledParts.ts'],
    );
  });
});
