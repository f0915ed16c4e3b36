/**
 * The bridge: what a test inside the extension host cannot do itself (look at the window, into a webview, press keys),
 * the process that owns the browser does for it. It listens on this machine only, at an address with a secret part,
 * which the tests get in the environment variable CLAUSEMARK_BRIDGE and, for the web-worker extension host, which has
 * no environment, in the user setting `clausemarkTest.bridge`. The tests' side is test/e2e/support/bridge.ts.
 *
 * One POST per call to ADDRESS/METHOD, arguments and answer as JSON: `{ "value": … }` or `{ "error": "…" }`.
 *
 *   screenshot     { name }                                    → path of the PNG
 *   evalInWebview  { source, arg?, contains?, timeout? }       → what the function returns
 *   evalInWindow   { source, arg? }                            → the same, in the workbench's own page
 *   click, hover   { selector, in?: 'window'|'webview', contains?, timeout? }
 *   type           { text }                                    keyboard input where the focus is
 *   press          { key }                                     one key or chord, in playwright's words: 'Control+Space'
 *   resize         { width, height }
 *   problems       {}                                          → errors of the page so far (see vscode-window.mjs)
 *
 * `source` is the source of a function of one argument, or an expression. `contains` is a CSS selector that tells the
 * wanted webview from others. `timeout` is in milliseconds; a webview that is not there yet is waited for.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { pause } from './processes.mjs';

const longestRequest = 20_000_000;

/** Starts the bridge for a window that may open later. Returns `{ address, attach(window), close() }`. */
export async function startBridge() {
  const secret = randomBytes(16).toString('hex');
  let window;
  const server = createServer(async (request, response) => {
    const answer = (status, body) => {
      // The web-worker extension host asks from another origin; the secret in the path is what guards us.
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(body));
    };
    const [, given, method] = (request.url ?? '').split('/');
    if (given !== secret || request.method !== 'POST') return answer(403, { error: 'not allowed' });
    try {
      if (!window) throw new Error('the window is not open yet');
      if (!Object.hasOwn(methods, method)) throw new Error(`the bridge has no method ${method}`);
      answer(200, { value: (await methods[method](window, JSON.parse(await bodyOf(request)))) ?? null });
    } catch (error) {
      answer(200, { error: String(error?.message ?? error) });
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/${secret}`,
    attach: (opened) => {
      window = opened;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > longestRequest) throw new Error('the request is too long');
  }
  return body || '{}';
}

const methods = {
  screenshot: (window, { name }) => window.screenshot(name),
  evalInWebview: async ({ page }, { source, arg, ...which }) =>
    (await webviewFrame(page, which)).evaluate(callOf(source, arg)),
  evalInWindow: ({ page }, { source, arg }) => page.evaluate(callOf(source, arg)),
  click: async ({ page }, { selector, ...where }) =>
    (await placeOf(page, where)).locator(selector).first().click(limit(where)),
  hover: async ({ page }, { selector, ...where }) =>
    (await placeOf(page, where)).locator(selector).first().hover(limit(where)),
  type: ({ page }, { text }) => page.keyboard.type(text),
  press: ({ page }, { key }) => page.keyboard.press(key),
  resize: ({ page }, { width, height }) => page.setViewportSize({ width, height }),
  problems: (window) => window.problems,
};

function limit({ timeout = 15_000 }) {
  return { timeout };
}

function placeOf(page, where) {
  return where.in === 'webview' ? webviewFrame(page, where) : page;
}

/** An expression that calls the function with the argument; playwright evaluates text only as an expression. */
function callOf(source, arg) {
  return `(() => { const it = (${source}\n); return typeof it === 'function' ? it(${JSON.stringify(arg)}) : it; })()`;
}

/**
 * The frame that holds a webview's own document: VS Code puts it two frames deep, and loads it as `fake.html`. Frames
 * of closed webviews can linger for a moment and are passed over.
 */
async function webviewFrame(page, { contains = 'body *', timeout = 15_000 }) {
  const until = Date.now() + timeout;
  do {
    for (const frame of page.frames().filter((each) => each.url().includes('/fake.html'))) {
      try {
        if (await frame.evaluate(`Boolean(document.querySelector(${JSON.stringify(contains)}))`)) return frame;
      } catch {
        // The frame went away while we asked.
      }
    }
    await pause(100);
  } while (Date.now() < until);
  throw new Error(`no webview with “${contains}” appeared within ${timeout} ms`);
}
