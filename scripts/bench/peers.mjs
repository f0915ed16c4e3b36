/**
 * The peers, installed into a cache of their own and measured in the same run: VS Code's own Markdown server, with a client
 * that answers its questions as VS Code does, and rumdl, a Markdown linter written in Rust. What cannot be installed here
 * is named and left out.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachePath } from '../support/paths.mjs';
import { run, runNpm } from '../support/processes.mjs';
import { LspClient, processUse } from './lspClient.mjs';
import { median, percentile } from './numbers.mjs';
import { firstEdits, uriOf } from './ours.mjs';

const packages = ['vscode-markdown-languageserver@0.5.0', 'markdown-it@14.1.0', 'rumdl@0.2.75'];

/** Its server wants Node 22, of which npm has the program itself. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@22`;

/** Installs the peers once. Returns what is there: `{ markdownServer, node, markdownIt, rumdl, missing }`. */
export async function installPeers() {
  const folder = cachePath('bench', 'peers');
  mkdirSync(folder, { recursive: true });
  const missing = [];
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  for (const name of [...packages, nodePackage]) {
    if (existsSync(join(folder, 'node_modules', name.slice(0, name.lastIndexOf('@'))))) continue;
    const { code } = await runNpm(['install', '--no-audit', '--no-fund', '--ignore-scripts', '--force', name], {
      cwd: folder,
    });
    if (code !== 0) missing.push(`${name} could not be installed (no registry, or none for this platform)`);
  }
  const found = (...parts) => {
    const path = join(folder, 'node_modules', ...parts);
    return existsSync(path) ? path : null;
  };
  const nodeFolder = nodePackage.slice(0, nodePackage.lastIndexOf('@'));
  return {
    node: found(nodeFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    markdownServer: found('vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js'),
    markdownIt: found('markdown-it') && createRequire(join(folder, 'package.json'))('markdown-it'),
    rumdl: findRumdl(folder),
    missing,
  };
}

function findRumdl(folder) {
  const scope = join(folder, 'node_modules', '@rumdl');
  if (!existsSync(scope)) return null;
  const programs = readdirSync(scope).map((name) =>
    join(scope, name, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl'),
  );
  return programs.find((path) => existsSync(path)) ?? null;
}

/** Starts VS Code's Markdown server with a client that answers as VS Code does. */
export async function startMarkdownServer(peers, folder) {
  const parser = peers.markdownIt({ html: true });
  const textOf = (uri) => open.get(uri) ?? readFileSync(fileURLToPath(uri), 'utf8');
  const open = new Map();
  const files = [];
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const below = join(path, entry.name);
      if (entry.isDirectory()) visit(below);
      else if (entry.name.endsWith('.md')) files.push(uriOf(below));
    }
  };
  const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const client = new LspClient(peers.node, [peers.markdownServer, '--stdio'], {
    answers: {
      'markdown/parse': ({ uri, text }) => parser.parse(text ?? textOf(uri), {}),
      'markdown/fs/readFile': ({ uri }) => Array.from(readFileSync(fileURLToPath(uri))),
      'markdown/fs/readDirectory': ({ uri }) =>
        readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
          entry.name,
          { isDirectory: entry.isDirectory() },
        ]),
      'markdown/fs/stat': ({ uri }) => {
        const is = isFolder(fileURLToPath(uri));
        return is === undefined ? null : { isDirectory: is };
      },
      'markdown/findMarkdownFilesInWorkspace': () => {
        if (files.length === 0) visit(folder);
        return files;
      },
      'workspace/configuration': ({ items }) => items.map(() => markdownSettings.markdown),
    },
  });
  await client.request('initialize', {
    processId: process.pid,
    rootUri: uriOf(folder),
    workspaceFolders: [{ uri: uriOf(folder), name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  const started = client.age();
  client.notify('initialized', {});
  client.notify('workspace/didChangeConfiguration', { settings: markdownSettings });
  return { client, started, open };
}

/** `TextDocumentSyncKind.Incremental` of the protocol. */
const incremental = 2;

const markdownSettings = {
  markdown: {
    suggest: { paths: { enabled: true } },
    occurrencesHighlight: { enabled: false },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'warning' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

/**
 * First workspace symbols, memory, edits with pulled diagnostics, and the same edits after `unmeasured` others. `paths` are the
 * documents to edit.
 */
export async function measureMarkdownServer(peers, folder, paths, { edits: rounds, unmeasured }) {
  const server = await startMarkdownServer(peers, folder);
  const { client } = server;
  const before = processUse(client.child.pid);
  const begin = performance.now();
  await client.request('workspace/symbol', { query: '' });
  const symbols = performance.now() - begin;
  const after = processUse(client.child.pid);
  const edits = [];
  for (const path of paths) edits.push(await pulledEdits(server, path, rounds));
  const laterEdits = [];
  for (const path of paths) laterEdits.push(await pulledEdits(server, path, rounds, unmeasured));
  await client.stop();
  return { symbols, cpu: after && after.cpu - before.cpu, rss: after?.rss ?? null, edits, laterEdits };
}

async function pulledEdits({ client, open }, path, rounds, unmeasured = firstEdits) {
  const uri = uriOf(path);
  const text = readFileSync(path, 'utf8');
  open.set(uri, text);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const measured = await editsOf(client, { rounds, unmeasured, text }, async (range, inserted, changed, version) => {
    open.set(uri, changed);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: inserted }],
    });
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
  });
  open.delete(uri);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  return measured;
}

/** The same edits as those of our own server. */
async function editsOf(client, { rounds, unmeasured = firstEdits, text }, edit) {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.startsWith('## 1.')) + 2;
  const inserted = 'See [a missing page](missing.md) and #tags  ';
  const offset = lines.slice(0, line).join('\n').length + 1;
  const changed = text.slice(0, offset) + inserted + text.slice(offset);
  const times = [];
  let used = null;
  for (let round = 0; round < unmeasured + rounds; round++) {
    if (round === unmeasured) used = processUse(client.child.pid)?.cpu ?? null;
    const isAdding = round % 2 === 0;
    const range = { start: { line, character: 0 }, end: { line, character: isAdding ? 0 : inserted.length } };
    const begin = performance.now();
    await edit(range, isAdding ? inserted : '', isAdding ? changed : text, round + 2);
    if (round >= unmeasured) times.push(performance.now() - begin);
  }
  const cpu = used === null ? null : (processUse(client.child.pid).cpu - used) / rounds;
  return { p50: median(times), p95: percentile(times, 95), cpu };
}

/** The linter over the whole folder, and its server's published diagnostics after an edit. */
export async function measureRumdl(peers, folder, paths, rounds) {
  const begin = performance.now();
  await run(peers.rumdl, ['check', '--no-cache', '--quiet', '--no-config', folder]);
  const check = performance.now() - begin;
  let heard = null;
  const client = new LspClient(peers.rumdl, ['server', '--no-config'], {
    cwd: folder,
    answers: { 'workspace/configuration': ({ items }) => items.map(() => ({})) },
    on: { 'textDocument/publishDiagnostics': (params) => heard?.(params) },
  });
  const { capabilities } = await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: {} } },
  });
  const started = client.age();
  // It asks for whole texts; told of a range it would take the inserted words for the document.
  const takesRanges = (capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync) === incremental;
  client.notify('initialized', {});
  const edits = [];
  for (const path of paths) {
    const uri = uriOf(path);
    const text = readFileSync(path, 'utf8');
    const published = () =>
      new Promise((done) => {
        heard = (params) => params.uri === uri && done();
      });
    const opened = published();
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    await opened;
    edits.push(
      await editsOf(client, { rounds, text }, async (range, inserted, changed, version) => {
        const answered = published();
        client.notify('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [takesRanges ? { range, text: inserted } : { text: changed }],
        });
        await answered;
      }),
    );
  }
  const rss = processUse(client.child.pid)?.rss ?? null;
  await client.stop();
  return { started, check, rss, edits };
}
