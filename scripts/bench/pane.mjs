/**
 * The pane with the Statement of Applicability: our server, and the page as it is built in a real browser. Between them
 * stands what the extension does: it asks when it hears of a change, and hands the answer on. The example is measured (all
 * controls of three standards, each with a justification written by hand), and a statement of a thousand rows.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../support/chromium.mjs';
import { cachePath, projectPath } from '../support/paths.mjs';
import { PlainError } from '../support/processes.mjs';
import { median, percentile } from './numbers.mjs';
import { startOurs, uriOf } from './ours.mjs';

const origin = 'https://pane.example';
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="/soa.css"></head>
<body class="vscode-light"><div id="app"></div><script src="/soa.js"></script></body></html>`;

/** What is written, where, and what it does to the statement. */
const edits = {
  'a word of a policy': { path: 'policies/access-control-policy.md', before: ' is ' },
  'the heading of a tagged section': { path: 'policies/access-control-policy.md', before: '## Separating duties' },
  'a justification in soa.yaml': { path: 'soa.yaml', before: 'Nineteen hospitals' },
};

/** Null where there is no browser, with the reason in `missing`. */
export async function measurePane(rounds) {
  let executablePath;
  try {
    executablePath = await ensureChromium({ log: () => {} });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { missing: error.message };
  }
  const folder = cachePath('bench', 'lindenhof');
  rmSync(folder, { recursive: true, force: true });
  cpSync(projectPath('examples', 'lindenhof'), folder, { recursive: true });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const server = await startServer(folder);
  try {
    const page = await openPage(browser);
    const soa = uriOf(join(folder, 'soa.yaml'));
    const whole = await server.ask(soa);
    const opening = await show(page, { type: 'model', model: whole.model, source: 'bench', problemLines: [] });
    const follows = {};
    for (const [name, edit] of Object.entries(edits))
      follows[name] = await measureEdits(server, page, soa, join(folder, edit.path), edit.before, rounds);
    const large = manyTimes(whole.model, 5);
    const largeOpening = await show(page, { type: 'model', model: large, source: 'bench', problemLines: [] });
    return {
      rows: whole.model.rows.length,
      bytes: sizeOf(whole),
      opening,
      follows,
      largeRows: large.rows.length,
      largeOpening,
      scrolling: await measureScrolling(page),
    };
  } finally {
    await browser.close();
    await server.client.stop();
  }
}

async function startServer(folder) {
  const { client } = await startOurs(folder);
  const heard = { waiting: null };
  client.on['clausemark/soaChanged'] = () => heard.waiting?.();
  client.notify('initialized', {});
  await client.request('clausemark/settled', {});
  let version;
  return {
    client,
    /** Resolves when the server says that the statement is another one. */
    changed: () =>
      new Promise((done) => {
        heard.waiting = done;
      }),
    async ask(uri) {
      const answer = await client.request('clausemark/soa', { uri, since: version });
      version = answer.version;
      return answer;
    },
  };
}

async function openPage(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const file = (name) => readFileSync(projectPath('dist', 'client', 'webview', name), 'utf8');
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/soa.js') return route.fulfill({ contentType: 'text/javascript', body: file('soa.js') });
    if (path === '/soa.css') return route.fulfill({ contentType: 'text/css', body: file('soa.css') });
    return path === '/' ? route.fulfill({ contentType: 'text/html', body: html }) : route.fulfill({ status: 204 });
  });
  await page.addInitScript(
    'window.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => null, setState() {} });',
  );
  await page.goto(`${origin}/`);
  return page;
}

/** Hands a message to the page; milliseconds until the frame with it is drawn. */
async function show(page, message) {
  const begin = performance.now();
  await page.evaluate(
    (data) =>
      new Promise((done) => {
        window.postMessage(data, '*');
        setTimeout(() => requestAnimationFrame(() => setTimeout(done)));
      }),
    message,
  );
  return performance.now() - begin;
}

/** A letter comes and goes: milliseconds from the keystroke to the answer of the server, and to the drawn frame. */
async function measureEdits({ client, changed, ask }, page, soa, path, before, rounds) {
  const uri = uriOf(path);
  const text = readFileSync(path, 'utf8');
  const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
  const start = { line: lines.length - 1, character: lines.at(-1).length };
  const languageId = path.endsWith('.md') ? 'markdown' : 'yaml';
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  await client.request('clausemark/settled', {});
  await show(page, patchMessage(await ask(soa)));
  const [answers, frames] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const isAdding = round % 2 === 0;
    const end = { ...start, character: start.character + (isAdding ? 0 : 1) };
    const told = changed();
    const begin = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: round + 2 },
      contentChanges: [{ range: { start, end }, text: isAdding ? 'x' : '' }],
    });
    await told;
    const answer = await ask(soa);
    answers.push(performance.now() - begin);
    bytes = Math.max(bytes, sizeOf(answer));
    await show(page, patchMessage(answer));
    frames.push(performance.now() - begin);
  }
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.request('clausemark/settled', {});
  await show(page, patchMessage(await ask(soa)));
  return { answer: median(answers), frame: median(frames), frame95: percentile(frames, 95), bytes };
}

function patchMessage({ patch, problemLines }) {
  return { type: 'patch', view: 'controls', patch, problemLines };
}

function sizeOf(answer) {
  return Buffer.byteLength(JSON.stringify(answer));
}

/** The same statement several times below itself. */
function manyTimes(model, times) {
  const copies = Array.from({ length: times }, (_, index) => `#${index}`);
  const keyed = (part, copy) => ({ ...part, key: part.key + copy, standardKey: part.standardKey + copy });
  return {
    ...model,
    standards: copies.flatMap((copy) =>
      model.standards.map((one) => ({
        ...one,
        key: one.key + copy,
        groups: one.groups.map((group) => keyed(group, copy)),
      })),
    ),
    rows: copies.flatMap((copy) => model.rows.map((row) => ({ ...keyed(row, copy), groupKey: row.groupKey + copy }))),
  };
}

/** Scrolls through all rows, a third of a window per frame; milliseconds between frames. */
async function measureScrolling(page) {
  const gaps = await page.evaluate(
    () =>
      new Promise((done) => {
        const times = [];
        window.scrollTo(0, 0);
        const frame = (time) => {
          times.push(time);
          const height = document.documentElement.scrollHeight - window.innerHeight;
          if (times.length > 400 || window.scrollY >= height - 1) {
            done(times.slice(1).map((each, index) => each - times[index]));
            return;
          }
          window.scrollBy(0, 300);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
  );
  return {
    frames: gaps.length,
    p50: median(gaps),
    p95: percentile(gaps, 95),
    longest: Math.max(...gaps),
    late: gaps.filter((gap) => gap > 50).length,
  };
}
