/** Exports of a statement with attacks in all of its texts, opened as whoever gets the file opens it. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { ClauseMatrix } from '../../server/src/core/soa/clauseMatrixTypes.js';
import type { SoaModel } from '../../server/src/core/soa/modelTypes.js';
import type { SoaExport } from '../../server/src/core/soa/render/exportInput.js';
import { renderSoaHtml } from '../../server/src/core/soa/render/html.js';
import { renderSoaMarkdown } from '../../server/src/core/soa/render/markdown.js';
import { exampleClauses, teaStatement } from '../webview/support/models.js';
import { pageSuite } from '../webview/support/suite.js';
import { payloads, poisoned } from './support/poison.js';

describe('Exports with hostile texts everywhere, in a browser', function () {
  this.timeout(120_000);
  const open = pageSuite('comparison');
  /** As much of markdown-it as is used here; it brings no types. */
  const Markdown = createRequire(import.meta.url)('markdown-it') as new (
    options: object,
  ) => { render(text: string): string };

  /** Opens a page as somebody does who was sent the file. */
  async function openFile(browser: Browser, html: string): Promise<void> {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(html);
    await page.evaluate('new Promise((done) => setTimeout(done, 20))');
    assert.equal(await page.evaluate('window.hacked'), undefined);
    assert.deepEqual(requests, []);
    const strange =
      'script, img, iframe, object, embed, base, form, link, [onerror], [onload], [onfocus], [onmouseover]';
    assert.equal(await page.evaluate(`document.querySelectorAll('${strange}').length`), 0);
    const links = `[...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')`;
    for (const href of (await page.evaluate(links)) as string[])
      assert.doesNotMatch(href, /^\s*(?:javascript|data|command|vbscript):/i);
    await page.close();
  }

  const attacked = (round: number): SoaExport => ({
    model: poisoned(teaStatement(), round) as SoaModel,
    matrix: poisoned(exampleClauses(), round) as ClauseMatrix,
    provenance: { commit: payloads[0]!, isModified: true, generator: payloads[1]! },
    folder: '',
  });

  it('run nothing and load nothing as HTML', async () => {
    const browser = (await open()).page.context().browser()!;
    for (let round = 0; round < payloads.length; round += 2) {
      await openFile(browser, renderSoaHtml(attacked(round)));
    }
  });

  it('run nothing and load nothing as Markdown, shown by a program that takes HTML in it', async () => {
    const markdown = new Markdown({ html: true, linkify: true });
    const browser = (await open()).page.context().browser()!;
    for (let round = 0; round < payloads.length; round += 2) {
      await openFile(browser, markdown.render(renderSoaMarkdown(attacked(round))));
    }
  });
});
