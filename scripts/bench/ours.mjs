/** What our own server does, measured over stdio with the messages that an editor sends. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachePath, projectPath } from '../support/paths.mjs';
import { citedControls, PolicyWriter, policyPath, randomNumbers } from './corpus.mjs';
import { LspClient, processUse } from './lspClient.mjs';
import { median, percentile } from './numbers.mjs';

export const serverFile = projectPath('dist', 'server', 'server.cjs');

/** A copy of what is built, so that a build in between does not change what is measured. */
export function copyProgram() {
  const copy = cachePath('bench', 'program');
  rmSync(copy, { recursive: true, force: true });
  for (const part of ['dist/server', 'dist/cli', 'dist/catalog.json', 'package.json'])
    cpSync(projectPath(part), join(copy, part), { recursive: true, preserveTimestamps: true });
  program = {
    server: join(copy, 'dist', 'server', 'server.cjs'),
    commandLine: join(copy, 'dist', 'cli', 'clausemark.mjs'),
  };
  return program;
}

let program = null;

/**
 * Starts our server on a folder; resolves when it has answered `initialize`. With a `storage` folder it keeps there what the extension
 * for VS Code has it keep: the index, and what was compiled of the program.
 */
export async function startOurs(
  folder,
  { storage = null, file = program?.server ?? serverFile, nodeArguments = [] } = {},
) {
  const heard = { published: 0, onPublish: null };
  const client = new LspClient(process.execPath, [...nodeArguments, file, '--stdio'], {
    env: storage ? { CLAUSEMARK_COMPILED: compiledIn(storage) } : {},
    answers: {
      'workspace/configuration': ({ items }) => items.map(() => ({})),
    },
    on: {
      'textDocument/publishDiagnostics': (params) => {
        heard.published++;
        heard.onPublish?.(params);
      },
    },
  });
  await client.request('initialize', {
    processId: process.pid,
    rootUri: uriOf(folder),
    workspaceFolders: [{ uri: uriOf(folder), name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: { relatedInformation: true } },
    },
    initializationOptions: { clausemarkMessages: true, storage },
  });
  return { client, heard, started: client.age() };
}

/** Where what was compiled of the program is kept. */
export function compiledIn(storage) {
  return join(storage, 'compiled');
}

export function uriOf(path) {
  return pathToFileURL(path).href;
}

/**
 * From `initialized` to complete diagnostics of all files. While it runs, a hover is asked for every 50 ms: the longest
 * wait is what a user may feel.
 */
export async function indexWith(ours, folder) {
  const { client } = ours;
  const before = processUse(client.child.pid);
  const begin = performance.now();
  client.notify('initialized', {});
  const openPath = join(folder, policyPath(0));
  const text = readFileSync(openPath, 'utf8');
  client.notify('textDocument/didOpen', {
    textDocument: { uri: uriOf(openPath), languageId: 'markdown', version: 1, text },
  });
  let isDone = false;
  const settled = client.request('clausemark/settled', {}).then((status) => {
    isDone = true;
    return status;
  });
  const waits = [];
  while (!isDone) {
    const asked = performance.now();
    await client.request('textDocument/hover', hoverAt(openPath, text));
    waits.push(performance.now() - asked);
    await Promise.race([settled, new Promise((done) => setTimeout(done, 50))]);
  }
  const status = await settled;
  const after = processUse(client.child.pid);
  return {
    wall: performance.now() - begin,
    sinceStart: client.age(),
    cpu: after && after.cpu - before.cpu,
    rss: after?.rss ?? null,
    peak: after?.peak ?? null,
    longestWait: Math.max(...waits.slice(1), 0),
    status,
  };
}

function hoverAt(path, text) {
  const lines = text.split('\n');
  const line = Math.max(
    0,
    lines.findIndex((one) => /^ {2}- \d/.test(one)),
  );
  return { textDocument: { uri: uriOf(path) }, position: { line, character: 14 } };
}

/**
 * Edits a document again and again; how long until its diagnostics are published, and until hover answers. The first
 * `unmeasured` edits do not count.
 */
export async function measureEdits(ours, path, rounds, unmeasured = firstEdits) {
  const { client, heard } = ours;
  const uri = uriOf(path);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.startsWith('## 1.')) + 2;
  let version = 1;
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  await client.request('clausemark/settled', {});
  const times = [];
  const hovers = [];
  let used = null;
  for (let round = 0; round < unmeasured + rounds; round++) {
    if (round === unmeasured) used = processUse(client.child.pid)?.cpu ?? null;
    // Each edit adds a wrong reference or takes it away, so that other diagnostics must come.
    const inserted = 'See ISO/IEC 27001:2022 A.5.77. ';
    const isAdding = round % 2 === 0;
    const range = {
      start: { line, character: 0 },
      end: { line, character: isAdding ? 0 : inserted.length },
    };
    const published = new Promise((done) => {
      heard.onPublish = (params) => {
        if (params.uri === uri && params.version === version) done();
      };
    });
    version++;
    const begin = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: isAdding ? inserted : '' }],
    });
    if (round % 4 === 3) {
      await client.request('textDocument/hover', hoverAt(path, text));
      if (round >= unmeasured) hovers.push(performance.now() - begin);
      await published;
    } else {
      await published;
      if (round >= unmeasured) times.push(performance.now() - begin);
    }
    await client.request('clausemark/settled', {});
  }
  heard.onPublish = null;
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.request('clausemark/settled', {});
  const cpu = used === null ? null : (processUse(client.child.pid).cpu - used) / rounds;
  return { p50: median(times), p95: percentile(times, 95), hover95: percentile(hovers, 95), cpu };
}

/** Of a document that was just opened. */
export const firstEdits = 10;
/** Of somebody who has been writing for some minutes: by then the engine has optimised what it runs. */
export const editsOfMinutes = 1000;

/** Requests on one document of the workspace, each several times. */
export async function measureRequests(ours, folder, rounds) {
  const { client } = ours;
  const path = join(folder, policyPath(7));
  const text = readFileSync(path, 'utf8');
  const uri = uriOf(path);
  const lines = text.split('\n');
  const tagLine = lines.findIndex((one) => /^ {2}- \d/.test(one));
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await client.request('clausemark/settled', {});
  const at = { textDocument: { uri }, position: { line: tagLine, character: 14 } };
  const results = {};
  const time = async (name, method, params) => {
    const times = [];
    let size = 0;
    for (let round = 0; round < rounds; round++) {
      const begin = performance.now();
      const answer = await client.request(method, params);
      times.push(performance.now() - begin);
      size = Array.isArray(answer) ? answer.length : (answer?.items?.length ?? (answer ? 1 : 0));
    }
    results[name] = { first: times[0], p50: median(times), p95: percentile(times, 95), size };
  };
  await time('hover', 'textDocument/hover', at);
  await time('completion', 'textDocument/completion', at);
  await time('definition', 'textDocument/definition', at);
  await time('references', 'textDocument/references', { ...at, context: { includeDeclaration: true } });
  await time('soa', 'clausemark/soa', { uri: uriOf(folder) });
  await time('coverage', 'clausemark/coverage', {});
  const { version: shown } = (await client.request('clausemark/soa', { uri: uriOf(folder) })) ?? {};
  results.soaAfterEdit = await soaAfterEdits(client, uri, folder, shown, rounds);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.request('clausemark/settled', {});
  return results;
}

/** The changed rows of the statement after a tag of a document came or went, once the diagnostics are out. */
async function soaAfterEdits(client, uri, folder, shown, rounds) {
  const times = [];
  let since = shown;
  let size = 0;
  for (let round = 0; round < rounds; round++) {
    const isAdding = round % 2 === 0;
    const tag = '  - 27001:A.5.7\n';
    const range = { start: { line: 13, character: 0 }, end: { line: isAdding ? 13 : 14, character: 0 } };
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 10 + round },
      contentChanges: [{ range, text: isAdding ? tag : '' }],
    });
    await client.request('clausemark/settled', {});
    const begin = performance.now();
    const answer = await client.request('clausemark/soa', { uri: uriOf(folder), since });
    times.push(performance.now() - begin);
    since = answer?.version;
    size = answer?.patch?.changed.length ?? -1;
  }
  return { first: times[0], p50: median(times), p95: percentile(times, 95), size };
}

/** A policy of about 60 KB. */
export function largePolicy() {
  const writer = new PolicyWriter(citedControls(), randomNumbers(60));
  return writer.policy(60, ['policy-00001.md'], 38);
}
