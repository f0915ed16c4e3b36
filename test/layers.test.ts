/**
 * The fence between the layers: core → workspace → lsp → node | browser, nothing points back; the client knows the
 * server by protocol.ts alone. This table is the rule; a new exception is a line here that somebody has to defend.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Layer {
  readonly folder: string;
  /** Our own files that may be imported, as beginnings of paths, besides the layer itself. */
  readonly own: readonly string[];
  /** The same for imports of types alone, which leave nothing in the bundle. */
  readonly types?: readonly string[];
  /** Packages that may be imported; `node:` is every module of Node. */
  readonly packages: readonly string[];
}

const core = 'server/src/core/';
const markdown = ['unified', 'remark-parse', 'remark-gfm', 'remark-frontmatter', 'mdast'];

const layers: readonly Layer[] = [
  { folder: 'server/src/core', own: [], packages: ['yaml', ...markdown] },
  { folder: 'server/src/workspace', own: [core], packages: ['yaml', 'ignore', 'picomatch'] },
  {
    folder: 'server/src/lsp',
    own: [core, 'server/src/workspace/', 'server/src/protocol.ts'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
  },
  {
    // The command line and what it shares with the server: no language server protocol in it.
    folder: 'server/src/node/cli',
    own: [core, 'server/src/workspace/', 'server/src/node/'],
    packages: ['node:', 'commander', 'picocolors'],
  },
  {
    folder: 'server/src/node',
    own: [core, 'server/src/workspace/', 'server/src/lsp/'],
    packages: ['node:', 'vscode-languageserver/node', 'vscode-uri'],
  },
  { folder: 'server/src/browser', own: [core, 'server/src/workspace/', 'server/src/lsp/'], packages: ['vscode-languageserver/browser', 'vscode-uri'] },
  {
    folder: 'client/webview',
    own: [],
    types: ['server/src/protocol.ts', 'server/src/core/soa/modelTypes.ts', 'server/src/core/soa/types.ts', 'server/src/core/text.ts'],
    packages: [],
  },
  {
    folder: 'client/src',
    own: ['server/src/protocol.ts', 'client/webview/messages.ts', 'client/webview/soa/shell.ts'],
    types: ['server/src/core/soa/modelTypes.ts'],
    packages: ['vscode', 'vscode-languageclient'],
  },
  { folder: 'client/src/node', own: ['client/src/'], packages: ['vscode', 'vscode-languageclient/node', 'node:'] },
  { folder: 'client/src/browser', own: ['client/src/'], packages: ['vscode', 'vscode-languageclient/browser'] },
];

/** What a browser must be able to run: no module of Node, and nothing that Node alone has. */
const runsInBrowsers = ['server/src/core', 'server/src/workspace', 'server/src/lsp', 'client/webview'];

interface Import {
  readonly from: string;
  /** A path of ours with `/`, or the name of a package. */
  readonly to: string;
  readonly isOwn: boolean;
  readonly isType: boolean;
}

/** The innermost layer that holds a file. */
function layerOf(path: string): Layer | undefined {
  const holding = layers.filter(({ folder }) => path.startsWith(folder + '/'));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function sourcesBelow(folder: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.m?ts$/.test(path))
    .map((path) => join(folder, path).split(sep).join('/'));
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  const found: Import[] = [];
  const pattern = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  for (const [, type, written, dynamic] of text.matchAll(pattern)) {
    const name = (written ?? dynamic)!;
    const isOwn = name.startsWith('.');
    const to = isOwn ? relative(root, resolve(root, dirname(path), name)).split(sep).join('/').replace(/\.js$/, '.ts') : name;
    found.push({ from: path, to, isOwn, isType: type !== undefined });
  }
  return found;
}

function isAllowed({ from, to, isOwn, isType }: Import, layer: Layer): boolean {
  if (!isOwn) return layer.packages.some((name) => (name.endsWith(':') ? to.startsWith(name) : to === name || to.startsWith(name + '/') && !to.slice(name.length).match(/^\/(node|browser)$/)));
  if (layerOf(to) === layer) return true;
  const allowed = isType ? [...layer.own, ...(layer.types ?? [])] : layer.own;
  if (allowed.some((beginning) => to.startsWith(beginning))) return true;
  throw new Error(`${from} → ${to}`);
}

describe('Layers', () => {
  const sources = ['server/src', 'client/src', 'client/webview'].flatMap(sourcesBelow);

  it('are where the table says, with files in them', () => {
    for (const folder of ['server/src/core', 'server/src/workspace', 'server/src/lsp', 'server/src/node']) {
      assert.ok(sources.some((path) => path.startsWith(folder + '/')), folder);
    }
    const outside = sources.filter((path) => !layerOf(path) && path !== 'server/src/protocol.ts');
    assert.deepEqual(outside, ['client/src/extension.ts'].filter((path) => outside.includes(path)));
  });

  it('import only what the table allows', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      const layer = layerOf(path);
      if (!layer) continue;
      for (const each of importsOf(path)) {
        let isFine = false;
        try {
          isFine = isAllowed(each, layer);
        } catch {
          isFine = false;
        }
        if (!isFine) wrong.push(`${each.from} → ${each.to}${each.isType ? ' (type)' : ''}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});
