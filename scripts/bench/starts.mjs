/**
 * From the start of a server to its first answers: ours and VS Code's Markdown server in turn, so that whatever else the
 * machine does meets both. Nothing is stored between the starts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPath } from './corpus.mjs';
import { median } from './numbers.mjs';
import { startOurs, uriOf } from './ours.mjs';
import { startMarkdownServer } from './peers.mjs';

/**
 * Medians in milliseconds: `{ initialized, diagnosed, markdown }`, of which the last is null without that server. `diagnosed` is when
 * the diagnostics of a document have come that was open from the beginning.
 */
export async function measureFirstAnswers(folder, peers, rounds) {
  const ours = [];
  const markdown = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await firstAnswers(folder));
    if (!peers?.markdownServer || !peers.node) continue;
    const { client, started } = await startMarkdownServer(peers, folder);
    markdown.push(started);
    await client.stop();
  }
  return {
    initialized: median(ours.map(({ initialized }) => initialized)),
    diagnosed: median(ours.map(({ diagnosed }) => diagnosed)),
    markdown: markdown.length > 0 ? median(markdown) : null,
  };
}

async function firstAnswers(folder) {
  const { client, heard, started } = await startOurs(folder, { storage: false });
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
  // It would read the whole folder first.
  client.child.kill('SIGKILL');
  await client.exited;
  return { initialized: started, diagnosed };
}
