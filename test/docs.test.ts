import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from 'yaml';
import { withoutRow } from '../scripts/docs/features.mjs';
import { generatedPages, readManifest, renderPage } from '../scripts/docs.mjs';
import { allRules } from '../server/src/core/rules/all.js';
import { defaultSettings } from '../server/src/core/settings.js';
import { serverCapabilities } from '../server/src/lsp/capabilities.js';
import { settingNames } from '../server/src/workspace/settings.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Folders without pages of ours: what is installed or built, and texts that are broken on purpose. */
const leftOut = new Set(['node_modules', '.git', '.cache', '.vscode-test', 'dist', 'coverage', 'test/fixtures']);

function filesBelow(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (leftOut.has(path)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const pages = filesBelow()
  .filter((path) => path.endsWith('.md'))
  .sort();
/** The pages that explain the product; the others are examples of policies. */
const ownPages = pages.filter((path) => !path.startsWith('examples/'));

const parsed = new Map<string, Nodes[]>();

/** All nodes of a page, in the order of the text. */
function nodesOf(path: string): Nodes[] {
  const known = parsed.get(path);
  if (known) return known;
  const nodes: Nodes[] = [];
  const visit = (node: Nodes) => {
    nodes.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(read(path)));
  parsed.set(path, nodes);
  return nodes;
}

/** Where links and pictures of a page lead. */
function targetsOf(path: string): string[] {
  return nodesOf(path).flatMap((node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return [node.url];
    if (node.type === 'html') return [...node.value.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1]!);
    return [];
  });
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The anchors of a page as GitHub makes them from its headings. */
function anchorsOf(path: string): Set<string> {
  const anchors = new Set<string>();
  for (const node of nodesOf(path)) {
    if (node.type !== 'heading') continue;
    const name = textOf(node)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is wrong with a relative link, or null. */
function problemOf(page: string, target: string): string | null {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
  if (file.startsWith('..')) return 'leads out of the project';
  if (!existsSync(join(root, file))) return 'leads nowhere';
  if (anchor === undefined || anchor === '') return null;
  if (!file.endsWith('.md') || !statSync(join(root, file)).isFile()) return 'has an anchor, but is no page';
  return anchorsOf(file).has(anchor) ? null : `${file} has no heading for it`;
}

/** Code blocks of a page in the given languages. */
function codeOf(path: string, ...languages: string[]): string[] {
  return nodesOf(path).flatMap((node) =>
    node.type === 'code' && languages.includes(node.lang ?? '') ? [node.value] : [],
  );
}

/** The command lines in the code blocks and between backticks of a page that begin with the word. */
function commandLines(path: string, program: string): string[] {
  const inline = nodesOf(path).flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
  const blocks = codeOf(path, '', 'sh', 'yaml').flatMap((block) => block.split('\n'));
  return [...inline, ...blocks].flatMap((line) => {
    const at = new RegExp(`(?:^|\\s)${program} (.*)$`).exec(line);
    return at
      ? [
          at[1]!
            .replace(/\s#.*$/, '')
            .split(/\s*[|>;&]/)[0]!
            .trim(),
        ]
      : [];
  });
}

const helpTexts = new Map<string, string>();

function helpOf(command: string): string {
  const known = helpTexts.get(command);
  if (known !== undefined) return known;
  const program = join(root, 'dist/cli/clausemark.mjs');
  const help = execFileSync(process.execPath, [program, ...command.split(' ').filter(Boolean), '--help'], {
    encoding: 'utf8',
  });
  helpTexts.set(command, help);
  return help;
}

describe('The documents', () => {
  it('are found', () => {
    for (const page of ['README.md', 'ARCHITECTURE.md', 'docs/README.md', 'docs/rules/README.md']) {
      assert.ok(pages.includes(page), page);
    }
  });

  it('have no relative link that leads nowhere', () => {
    const broken = pages.flatMap((page) =>
      targetsOf(page)
        .filter((target) => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target))
        .flatMap((target) => {
          const problem = problemOf(page, target);
          return problem === null ? [] : [`${page}: ${target} ${problem}`];
        }),
    );
    assert.deepEqual(broken, []);
  });

  it('say what the code says, where they are made from it', () => {
    const sources = {
      manifest: readManifest(),
      defaults: defaultSettings,
      capabilities: serverCapabilities({ pullsDiagnostics: true }),
    };
    for (const path of generatedPages) {
      const page = read(path);
      assert.match(page, /<!-- made from the code: /, `${path} has no such part`);
      assert.equal(page, renderPage(page, sources), `${path} is out of date: run “node scripts/docs.mjs”`);
    }
  });

  it('compare everything that we have with the others: each capability and contribution has a row', () => {
    assert.deepEqual(
      withoutRow({ manifest: readManifest(), capabilities: serverCapabilities({ pullsDiagnostics: true }) }),
      [],
    );
    const more = { manifest: { contributes: { jsonValidation: [] } }, capabilities: { monikerProvider: true } };
    assert.deepEqual(withoutRow(more), ['monikerProvider', 'jsonValidation']);
  });

  it('name every setting that the server reads', () => {
    const page = read('docs/settings.md');
    assert.deepEqual(
      settingNames.filter((name) => !page.includes(`\`${name}\``)),
      [],
    );
  });

  it('show YAML that can be read', () => {
    for (const path of ownPages) {
      for (const block of codeOf(path, 'yaml')) {
        assert.deepEqual(
          parseDocument(block).errors.map((error) => error.message),
          [],
          `${path}:\n${block}`,
        );
      }
    }
  });

  it('call only commands and flags that the command line has', function () {
    if (!existsSync(join(root, 'dist/cli/clausemark.mjs'))) this.skip();
    const unknown: string[] = [];
    for (const path of ownPages) {
      for (const line of commandLines(path, 'clausemark')) {
        const [command = '', below = ''] = line.split(/\s+/);
        // `clausemark/soa` and the like are names, not commands; a line of flags alone is about the program itself.
        if (command !== '' && !/^[a-z-]+$/.test(command)) continue;
        const isCommand = command !== '' && !command.startsWith('-');
        if (isCommand && !new RegExp(`^ +${command} `, 'm').test(helpOf(''))) {
          unknown.push(`${path}: clausemark ${line}`);
          continue;
        }
        const own = helpOf(isCommand ? command : '');
        // `soa import` is a command below `soa`, with flags of its own.
        const isBelow = isCommand && /^[a-z]+$/.test(below) && new RegExp(`^ +${below} `, 'm').test(own);
        const help = isBelow ? helpOf(`${command} ${below}`) : own;
        for (const [flag] of line.matchAll(/(?<=^|\s)--[a-z][a-z-]*/g)) {
          if (!new RegExp(`${flag}(?![\\w-])`).test(help)) unknown.push(`${path}: clausemark ${line} (${flag})`);
        }
      }
    }
    assert.deepEqual(unknown, []);
  }).timeout(30_000);

  it('name only source files that exist', () => {
    const files = filesBelow().map((path) => `/${path}`);
    const unknown = ['ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((path) =>
      nodesOf(path)
        .flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []))
        .filter(
          (name) => /^(?!.*(?:NAME|FROM|review-overdue))[\w./-]*\w\.(?:ts|mjs)$/.test(name) && name !== './file.js',
        )
        .filter((name) => !files.some((file) => file.endsWith(`/${name}`)))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('have every file of the recogniser on the map', () => {
    const map = read('ARCHITECTURE.md');
    const folder = join(root, 'server/src/core/references');
    // What is in these two is told in the row of the module that they belong to.
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/^(?:grammar|laws)[/\\]/.test(name))
      .map((name) => (name.endsWith('.ts') ? basename(name) : `${name}/`));
    // draft.ts holds the types of what recognise.ts makes.
    assert.deepEqual(
      names.filter((name) => name !== 'draft.ts' && !map.includes(`\`${name}\``)),
      [],
    );
  });

  it('call commands of the palette by their names', () => {
    const manifest = readManifest() as { contributes?: { commands?: { category?: string; title: string }[] } };
    const names = new Set((manifest.contributes?.commands ?? []).map(({ category, title }) => `${category}: ${title}`));
    const unknown = ownPages.flatMap((path) =>
      [
        ...read(path)
          .replace(/\s+/g, ' ')
          .matchAll(/\*(Clausemark: [^*]+)\*/g),
      ]
        .filter(([, name]) => !names.has(name!))
        .map(([, name]) => `${path}: ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('call only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const own = new Set([...Object.keys(scripts), 'ci', 'install', 'pack']);
    const unknown = ownPages.flatMap((path) =>
      commandLines(path, 'npm')
        .map((line) => (line.startsWith('run ') ? line.slice(4) : line).split(/\s+/)[0]!)
        .filter((name) => !own.has(name))
        .map((name) => `${path}: npm ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('name no rule that does not exist in a link to its page or a silencing comment', () => {
    const codes = new Set(allRules().map((rule) => rule.code));
    const unknown = ownPages.flatMap((path) =>
      [...read(path).matchAll(/clausemark-disable(?:-next-line|-line|-file)? ([a-z-]+)/g)]
        .map((match) => match[1]!)
        .filter((code) => !codes.has(code) && code !== '--')
        .map((code) => `${path}: ${code}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('hold no path of a developer', () => {
    for (const path of ownPages) {
      assert.doesNotMatch(read(path), /(?:^|[\s("'`])\/(?:home|Users|work)\//m, path);
    }
  });
});
