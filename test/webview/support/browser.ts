/** The pane in a real browser, as VS Code would show it: same page, same policy, the theme's variables, a stand-in API. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { MessageToComparison } from '../../../client/webview/comparison/messages.js';
import type { MessageToImport } from '../../../client/webview/import/messages.js';
import type { MessageFromPane, MessageToPane, PaneState } from '../../../client/webview/messages.js';
import { pageShell } from '../../../client/webview/shared/shell.js';
import type { Theme } from './themes.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const origin = 'https://pane.example';

/** A started browser, or null where there is none; on a build server that is an error. */
export async function startBrowser(): Promise<Browser | null> {
  const { ensureChromium } = (await import(`${root}scripts/support/chromium.mjs`)) as {
    ensureChromium(options: object): Promise<string>;
  };
  let executablePath: string;
  try {
    executablePath = await ensureChromium({});
  } catch (error) {
    if (process.env['CI'] && process.env['CI'] !== 'false') throw error;
    console.log(`      The pane is not tested: ${(error as Error).message}`);
    return null;
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface PaneFiles {
  readonly script: string;
  readonly style: string;
}

/** A pane's script and style as they are built, but in memory. */
export async function buildPane(name: string): Promise<PaneFiles> {
  const folder = join(root, 'client/webview', name);
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(folder, 'main.ts'), join(folder, 'main.css')],
    outdir: join(root, 'unused'),
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))!.text;
  return { script: text('.js'), style: text('.css') };
}

/** VS Code's own style sheet for web views, as far as it touches what we use. */
const defaultStyle = `
body { background-color: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family);
  font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
a { color: var(--vscode-textLink-foreground); }
a:focus, input:focus, select:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }`;

export interface PaneOptions {
  readonly width?: number;
  readonly height?: number;
  /** What the page kept before. */
  readonly state?: unknown;
  /** Translations of its words by their English text. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** An opened pane; what it posts and what is wrong with it is kept. */
export class PanePage {
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, files: PaneFiles, theme: Theme, options: PaneOptions = {}): Promise<PanePage> {
    const { width = 1440, height = 900, state, texts } = options;
    const page = await browser.newPage({ viewport: { width, height } });
    const pane = new PanePage(page);
    page.on('pageerror', (error) => pane.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') pane.errors.push(message.text());
    });
    const html = pageShell({
      scriptUri: `${origin}/soa.js`,
      styleUri: `${origin}/soa.css`,
      cspSource: origin,
      nonce: 'abc123',
      ...(texts ? { texts } : {}),
    }).replace('<head>', `<head><link rel="stylesheet" href="${origin}/vscode.css">`);
    const variables = Object.entries(theme.variables).map(([name, value]) => `--vscode-${name}: ${value};`);
    const vscodeStyle = `html { ${variables.join(' ')} }\n${defaultStyle}`;
    await page.route(`${origin}/**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') {
        const body = html.replace('<body', `<body class="${theme.bodyClass}"`);
        return route.fulfill({ contentType: 'text/html', body });
      }
      if (path === '/soa.js') return route.fulfill({ contentType: 'text/javascript', body: files.script });
      if (path === '/soa.css') return route.fulfill({ contentType: 'text/css', body: files.style });
      if (path === '/vscode.css') return route.fulfill({ contentType: 'text/css', body: vscodeStyle });
      return route.fulfill({ status: 204 });
    });
    await page.addInitScript(`
      window.posted = [];
      window.kept = ${JSON.stringify(state ?? null)};
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => window.posted.push(message),
        getState: () => window.kept,
        setState: (state) => { window.kept = state; },
      });`);
    await page.goto(`${origin}/`);
    return pane;
  }

  /** Delivers a message as the extension would, and waits until the pane has drawn. */
  async send(message: MessageToPane | MessageToComparison | MessageToImport): Promise<void> {
    const text = JSON.stringify(message);
    await this.page.evaluate(
      `new Promise((resolve) => {
        window.postMessage(${text}, '*');
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      })`,
    );
  }

  /** The value of an expression in the page. */
  async read<Value>(expression: string): Promise<Value> {
    return (await this.page.evaluate(expression)) as Value;
  }

  posted<Message = MessageFromPane>(): Promise<Message[]> {
    return this.read('window.posted');
  }

  state<State = PaneState>(): Promise<State> {
    return this.read('window.kept');
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
