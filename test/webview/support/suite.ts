/** What the tests of the pane in a browser have in common: a browser for all, a page for each, and no errors in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { SentModel } from '../../../server/src/core/soa/paneTypes.js';
import { buildPane, type PaneFiles, type PaneOptions, PanePage, startBrowser } from './browser.js';
import { type Theme, themes } from './themes.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

export type OpenPane = (
  model: SentModel | null,
  options?: PaneOptions,
  theme?: Theme,
  locked?: string | null,
) => Promise<PanePage>;

export type OpenPage = (options?: PaneOptions, theme?: Theme) => Promise<PanePage>;

/** Call it in a `describe`; what it gives opens the page of that name. Skips the tests where there is no browser. */
export function pageSuite(name: string): OpenPage {
  let browser: Browser | null = null;
  let files: PaneFiles;
  let pane: PanePage | null = null;

  before(async function () {
    browser = await startBrowser();
    if (!browser) this.skip();
    files = await buildPane(name);
  });

  after(() => browser?.close());

  afterEach(async () => {
    const errors = pane?.errors ?? [];
    await pane?.close();
    pane = null;
    assert.deepEqual(errors, [], 'the page reported errors');
  });

  return async (options = {}, theme = themes[0]!) => {
    pane = await PanePage.open(browser!, files, theme, options);
    return pane;
  };
}

/** The same for the pane with the statement, opened with a model. */
export function paneSuite(): OpenPane {
  const open = pageSuite('soa');
  return async (model, options, theme, locked = null) => {
    const pane = await open(options, theme);
    await pane.send({ type: 'model', model, source: 'system-1', locked });
    return pane;
  };
}

/** What axe objects to in the page: rule and the first elements. */
export async function axeViolations(page: PanePage): Promise<[string, string[]][]> {
  await page.page.evaluate(axeSource);
  const { violations } = (await page.page.evaluate('axe.run(document)')) as AxeResult;
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
}
