/**
 * `npm run soak`: one server, tens of thousands of edits, and its memory. Fails where memory keeps growing.
 *
 *   npm run soak                     50,000 edits over 1,000 documents
 *   npm run soak -- --edits 5000     another number
 *
 * The edits are those of a person: bursts of typing, tags that come and go, documents opened, changed and closed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPath, randomNumbers, writeCorpus } from './bench/corpus.mjs';
import { processUse } from './bench/lspClient.mjs';
import { median } from './bench/numbers.mjs';
import { indexWith, serverFile, startOurs, uriOf } from './bench/ours.mjs';
import { cachePath } from './support/paths.mjs';
import { PlainError, runMain } from './support/processes.mjs';

/** More growth than this from the second quarter to the last, in MB, is a leak. */
const mostGrowth = 25;
const documents = 1000;

class Typist {
  constructor(client, folder) {
    this.client = client;
    this.folder = folder;
    this.random = randomNumbers(7);
    this.edits = 0;
  }

  /** Opens a document, types in it, and closes it. */
  async visit() {
    const path = join(this.folder, policyPath(Math.floor(this.random() * documents)));
    const uri = uriOf(path);
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n').length;
    this.client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    for (let edit = 2; edit < 52; edit++) {
      const isTag = this.random() < 0.2;
      const line = isTag ? 13 : Math.floor(this.random() * lines);
      const written = isTag
        ? `  - 27001:A.5.${1 + (this.edits % 37)}\n`
        : `w${this.edits} A.${5 + (this.edits % 4)}.${this.edits % 60} `;
      this.client.notify('textDocument/didChange', {
        textDocument: { uri, version: edit },
        contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: written }],
      });
      this.edits++;
      if (edit % 5 > 0) continue;
      await this.client.request('textDocument/hover', { textDocument: { uri }, position: { line: 14, character: 14 } });
    }
    await this.client.request('clausemark/soa', { uri: uriOf(this.folder) });
    this.client.notify('textDocument/didClose', { textDocument: { uri } });
    await this.client.request('clausemark/settled', {});
  }
}

await runMain(async () => {
  if (!existsSync(serverFile)) throw new PlainError('Nothing is built yet: run “npm run build” first.');
  const at = process.argv.indexOf('--edits');
  const wanted = at < 0 ? 50_000 : Number(process.argv[at + 1]);
  const { folder } = writeCorpus(cachePath('bench', `policies-${documents}`), documents);
  const server = await startOurs(folder, { storage: false });
  const before = await indexWith(server, folder);
  const typist = new Typist(server.client, folder);
  const memory = [];
  while (typist.edits < wanted) {
    await typist.visit();
    const rss = processUse(server.client.child.pid)?.rss ?? 0;
    memory.push(rss);
    if (memory.length % Math.ceil(wanted / 50 / 10) === 0) console.log(`${typist.edits} edits, ${Math.round(rss)} MB`);
  }
  const after = await server.client.request('clausemark/settled', {});
  await server.client.stop();
  const quarter = (index) => median(memory.slice((memory.length * index) / 4, (memory.length * (index + 1)) / 4));
  const growth = quarter(3) - quarter(1);
  console.log(`\nFrom the second quarter to the last: ${growth.toFixed(1)} MB.`);
  const isSame = ['errors', 'warnings', 'information'].every((name) => after[name] === before.status[name]);
  if (!isSame)
    console.log('The findings at the end are not those of the beginning, although every document was closed unsaved.');
  return growth > mostGrowth || !isSame ? 1 : 0;
});
