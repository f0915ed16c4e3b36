/**
 * From the start of a server to its first answers: ours and VS Code's Markdown server in turn, so that whatever else the
 * machine does meets both. Ours once as it starts for the first time, and once with what an earlier start has kept of the
 * program that it compiled; an index of the documents is there for neither.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath } from '../support/paths.mjs';
import { policyPath } from './corpus.mjs';
import { median } from './numbers.mjs';
import { compiledIn, startOurs, uriOf } from './ours.mjs';
import { startMarkdownServer } from './peers.mjs';

/** Parts that each start needs. */
const needed = ['server', 'reading'];

/**
 * Medians in milliseconds: `{ first: { initialized, diagnosed }, later: the same, markdown }`, of which the last is null without that
 * server. `diagnosed` is when the diagnostics of a document have come that was open from the beginning.
 */
export async function measureFirstAnswers(folder, peers, rounds) {
  const storage = cachePath('bench', 'first-answers');
  rmSync(storage, { recursive: true, force: true });
  await firstAnswers(folder, storage, () => whenKept(compiledIn(storage)));
  const first = [];
  const later = [];
  const markdown = [];
  for (let round = 0; round < rounds; round++) {
    first.push(await firstAnswers(folder, false));
    later.push(await firstAnswers(folder, storage));
    if (!peers?.markdownServer || !peers.node) continue;
    const { client, started } = await startMarkdownServer(peers, folder);
    markdown.push(started);
    await client.stop();
  }
  const medians = (starts) => ({
    initialized: median(starts.map(({ initialized }) => initialized)),
    diagnosed: median(starts.map(({ diagnosed }) => diagnosed)),
  });
  return { first: medians(first), later: medians(later), markdown: markdown.length > 0 ? median(markdown) : null };
}

async function whenKept(compiled) {
  const isThere = (part) =>
    existsSync(compiled) && readdirSync(compiled).some((name) => name.startsWith(`${part}-`) && name.endsWith('.code'));
  for (let tries = 0; !needed.every(isThere) && tries < 1000; tries++)
    await new Promise((done) => setTimeout(done, 10));
}

async function firstAnswers(folder, storage, until = () => {}) {
  const { client, heard, started } = await startOurs(folder, { storage });
  const path = join(folder, policyPath(0));
  const uri = uriOf(path);
  const text = readFileSync(path, 'utf8');
  const published = new Promise((done) => {
    heard.onPublish = (params) => params.uri === uri && done();
  });
  client.notify('initialized', {});
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await published;
  const diagnosed = client.age();
  await until();
  // It would read the whole folder first.
  client.child.kill('SIGKILL');
  await client.exited;
  return { initialized: started, diagnosed };
}
