/** The parts of the built server: loaded when first used, and not before. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type FileContents, temporaryFolder } from '../support/temporaryFolder.js';

const program = fileURLToPath(new URL('../../dist/server/server.cjs', import.meta.url));
const parts = fileURLToPath(new URL('../../dist/server/later', import.meta.url));

/** Writes down the name of each part that is loaded, but for the server itself, without which nothing is. */
const listener = `const { _load } = require('node:module');
require('node:module')._load = function (request, ...rest) {
  const part = /later\\/(\\w+)\\.cjs$/.exec(request);
  if (part && part[1] !== 'lent' && part[1] !== 'server') process.stderr.write(part[1] + ' ');
  return _load.call(this, request, ...rest);
};`;

interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params?: object | null;
}

const message = (content: Message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** What is loaded by a server that is told this, on a folder with these files. */
async function loadedBy(files: FileContents, ...messages: Message[]): Promise<string[]> {
  const folder = temporaryFolder({ ...files, 'listener.cjs': listener });
  const child = spawn(process.execPath, ['-r', `${folder.path}/listener.cjs`, program, '--stdio']);
  try {
    const params = {
      processId: null,
      rootUri: pathToFileURL(folder.path).href,
      capabilities: {},
      initializationOptions: { storage: false },
    };
    const all: Message[] = [{ id: 1, method: 'initialize', params }, ...messages, { id: 9, method: 'shutdown' }];
    let loaded = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      loaded += chunk;
    });
    const isClosed = new Promise((done) => child.once('close', done));
    let answers = '';
    // Each waits for the answer to the one before: what follows a shutdown would not be worked on.
    const next = () => {
      while (all.length > 0) {
        const one = all.shift()!;
        child.stdin.write(message(one));
        if (one.id !== undefined) return `"id":${one.id},`;
      }
      child.stdin.end();
      return null;
    };
    let awaited = next();
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      answers += chunk;
      while (awaited !== null && answers.includes(awaited)) awaited = next();
    }
    await isClosed;
    assert.equal(awaited, null, answers);
    return loaded.split(' ').filter(Boolean);
  } finally {
    child.kill();
    folder.dispose();
  }
}

describe('The parts of the server', () => {
  const begin = [
    { method: 'initialized', params: {} },
    { id: 2, method: 'clausemark/settled', params: null },
  ];
  const policy = (text: string) => ({ 'a.md': `---\ncontrols: [27001:A.5.1]\n---\n# Policy\n\n${text}\n` });
  const statement = { 'soa.yaml': 'standards: { 27001: { edition: 2022 } }\ncontrols: {}\n' };

  before(function () {
    if (!existsSync(program)) this.skip();
  });

  it('are not loaded at the start, and one of them for documents in which nothing is wrong', async () => {
    assert.deepEqual(await loadedBy(policy('See ISO/IEC 27001:2022 A.5.1.')), []);
    assert.deepEqual(await loadedBy(policy('See ISO/IEC 27001:2022 A.5.1.'), ...begin), ['reading']);
  });

  it('are loaded when something of them is used', async () => {
    assert.ok((await loadedBy({ ...statement, ...policy('') }, ...begin)).includes('yaml'));
    assert.ok((await loadedBy(policy('See ISO/IEC 27001:2022 A.5.99.'), ...begin)).includes('findings'));
  });

  it('import nothing by themselves, which what was compiled of them could not do, and through the main program what is there', () => {
    const texts = readdirSync(parts).map((name) => readFileSync(join(parts, name), 'utf8'));
    assert.deepEqual(
      texts.flatMap((text) => text.match(/\bimport\(.{0,40}/g) ?? []),
      [],
    );
    const imported = texts.flatMap((text) =>
      [...text.matchAll(/["'](\.\.\/lazy\/\w+\.mjs)["']/g)].map(([, path]) => path!),
    );
    assert.ok(imported.length > 0);
    assert.deepEqual(
      imported.filter((path) => !existsSync(join(dirname(program), path))),
      [],
    );
  });

  it('are all there', () => {
    assert.ok(readdirSync(parts).filter((name) => name.endsWith('.cjs')).length > 5);
  });
});
