/**
 * Pages inside VS Code, in a real browser, with everything in them that comes from documents turned into an attack. Nothing
 * may run, load, navigate or change the look of the page; and should it ever get in as markup, the policy stops it.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageToComparison } from '../../client/webview/comparison/messages.js';
import type { MessageToImport } from '../../client/webview/import/messages.js';
import type { MessageToPane } from '../../client/webview/messages.js';
import { compareStatements } from '../../server/src/core/soa/compare/compareStatements.js';
import { comparisonOf } from '../../server/src/core/soa/compare/wording.js';
import { importStatement } from '../../server/src/core/soa/import/importStatement.js';
import { prepareImport } from '../../server/src/core/soa/import/prepareImport.js';
import { importPreview } from '../../server/src/core/soa/import/preview.js';
import type { SheetFile } from '../../server/src/core/soa/import/sheet.js';
import type { SoaModel } from '../../server/src/core/soa/modelTypes.js';
import { paneModel } from '../../server/src/core/soa/paneModel.js';
import { catalogOfProject } from '../support/realCatalog.js';
import type { PanePage } from '../webview/support/browser.js';
import { exampleClauses, teaModel, teaReuse, teaStatement } from '../webview/support/models.js';
import { pageSuite } from '../webview/support/suite.js';
import { far, payloads, poisoned } from './support/poison.js';

/** What must not have happened, whatever the page was given. */
async function assertUntouched(page: PanePage, requests: readonly string[]): Promise<void> {
  assert.equal(await page.read('window.hacked'), undefined);
  assert.deepEqual(requests, []);
  assert.equal(page.page.url(), 'https://pane.example/');
  const strange =
    'img, iframe, object, embed, base, meta[http-equiv=refresh], link[href*=evil], form[action], style, body[style], body [style]';
  assert.deepEqual(
    await page.read(`[...document.querySelectorAll('${strange}')].map((node) => node.outerHTML.slice(0, 200))`),
    [],
  );
  assert.equal(await page.read(`document.querySelectorAll('script').length`), 1);
  const handlers = `[...document.querySelectorAll('*')].flatMap((node) => [...node.attributes]).filter(({ name }) => /^on/.test(name)).length`;
  assert.equal(await page.read(handlers), 0);
  const links = `[...document.querySelectorAll('a[href], area[href], use')].map((a) => a.getAttribute('href') ?? '')`;
  for (const href of await page.read<string[]>(links)) assert.match(href, /^(?:https?:\/\/|#|$)/, href);
}

/** What the page asks the network for, from now on. */
function watch(page: PanePage): string[] {
  const requests: string[] = [];
  page.page.on('request', (request) => requests.push(request.url()));
  return requests;
}

async function clickEverything(page: PanePage): Promise<void> {
  await page.read(
    `[...document.querySelectorAll('summary, [aria-expanded=false], [data-unfold]')].slice(0, 40).forEach((node) => node.click())`,
  );
  await page.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Source of a function for the page: what a careless page would do with a text. */
const putIn = `(text) => {
  const place = document.createElement('div');
  document.body.append(place);
  place.innerHTML = text;
  // A script that is put in as text does not run by itself.
  for (const old of place.querySelectorAll('script')) {
    const script = document.createElement('script');
    script.textContent = old.textContent;
    place.append(script);
  }
  for (const node of place.querySelectorAll('a, button')) node.click();
}`;

describe('Pages with hostile texts everywhere', function () {
  this.timeout(120_000);

  describe('the statement', () => {
    const open = pageSuite('soa');

    it('is shown as text, in every tab and while it is edited', async () => {
      const page = await open();
      const requests = watch(page);
      for (let round = 0; round < payloads.length; round += 3) {
        const model = paneModel(poisoned(teaStatement(), round) as SoaModel);
        await page.send({ type: 'model', model, source: 'system-1', locked: null });
        await page.send(poisoned({ type: 'view', view: 'clauses', data: exampleClauses() }, round) as MessageToPane);
        await page.send(poisoned({ type: 'view', view: 'reuse', data: teaReuse() }, round) as MessageToPane);
        await page.send({ type: 'tell', text: payloads[round]!, canUndo: true } as MessageToPane);
        for (const name of ['clauses', 'coverage', 'reuse', 'controls']) {
          await page.read(`document.querySelector('[data-tab=${name}]').click()`);
          await clickEverything(page);
        }
        await assertUntouched(page, requests);
        assert.ok((await page.read<string>('document.body.innerText')).includes('evil.example'));
      }
      for (const field of ['justification', 'evidence', 'documents']) {
        await page.page.locator(`tr[data-key] td.${field}`).first().click();
        await assertUntouched(page, requests);
      }
    });

    it('has a policy that stops what would get in as markup', async () => {
      const page = await open();
      // What the policy blocks never comes to the network.
      const requests: string[] = [];
      await page.page.route(`${far}/**`, (route) => {
        requests.push(route.request().url());
        return route.abort();
      });
      await page.send({ type: 'model', model: teaModel(), source: 'system-1', locked: null } as MessageToPane);
      for (const payload of payloads.filter((each) => each.includes('<') && !each.includes('refresh'))) {
        await page.page.evaluate(`(${putIn})(${JSON.stringify(payload)})`);
        await page.page.evaluate('new Promise((done) => setTimeout(done, 30))');
        assert.equal(await page.read('window.hacked'), undefined, payload);
        assert.deepEqual(requests, [], payload);
        assert.equal(await page.read('document.baseURI'), 'https://pane.example/', payload);
        assert.notEqual(await page.read('getComputedStyle(document.body).display'), 'none', payload);
        await page.page.evaluate('document.body.lastChild.remove()');
      }
      assert.ok(page.errors.length >= payloads.length - 6, 'the browser says what it has stopped');
      page.errors.length = 0;
    });
  });

  describe('the comparison', () => {
    const open = pageSuite('comparison');

    it('is shown as text', async () => {
      const before = teaStatement();
      const after = teaStatement((soa) =>
        soa.replace('We drink Earl Grey.', 'We drink Assam.').replace('version: "2.1"', 'version: "2.2"'),
      );
      const diff = compareStatements(
        { label: 'before', model: before, commit: '4f2a91c0', date: '2026-03-01' },
        { label: 'after', model: after, commit: null, date: null },
        null,
      );
      const page = await open();
      const requests = watch(page);
      for (let round = 0; round < payloads.length; round += 3) {
        const comparison = poisoned(comparisonOf(diff), round);
        await page.send({ type: 'comparison', comparison, source: 's' } as MessageToComparison);
        await clickEverything(page);
        await assertUntouched(page, requests);
      }
    });
  });

  describe('the preview of an import', () => {
    const open = pageSuite('import');
    const catalog = catalogOfProject();

    it('is shown as text', async () => {
      const page = await open();
      const requests = watch(page);
      for (const payload of payloads) {
        const row = (number: number, ...texts: string[]) => ({ number, cells: texts.map((text) => ({ text })) });
        const file: SheetFile = {
          name: `${payload}.xlsx`,
          remarks: [payload],
          sheets: [
            {
              name: payload,
              context: [payload],
              counts: 'row',
              rows: [
                row(1, 'Control', 'Title', 'Applicable', 'Justification', payload),
                row(2, 'A.5.1', payload, 'Yes', payload, payload),
                row(3, 'A.99.1', payload, payload, payload, payload),
                row(4, payload, payload, 'No', payload, payload),
              ],
            },
          ],
        };
        const statement = importStatement(file, catalog, { standards: [], migrates: false });
        const target = { path: 'soa.yaml', text: `controls:\n  27001:A.5.1: yes\n`, keepsExisting: true };
        const preview = importPreview(prepareImport(statement, target, catalog), file, catalog);
        const choices = { sheet: null, standards: [], migrates: false, target: 'fill' };
        await page.send({ type: 'preview', preview, problem: payload, choices, hasExisting: true } as MessageToImport);
        await clickEverything(page);
        await assertUntouched(page, requests);
      }
    });
  });
});

describe('The code of the pages', () => {
  it('has no way from a text to markup, style or code', () => {
    const folder = fileURLToPath(new URL('../../client/webview', import.meta.url));
    const ways =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc|createContextualFragment|setHTMLUnsafe|eval|new Function)\b|\.style\b(?!\.setProperty\('--)|'style'|\bon(?:click|error|load)\s*=/;
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    assert.ok(sources.length > 50);
    assert.deepEqual(
      sources.filter((name) => ways.test(readFileSync(join(folder, name), 'utf8'))),
      [],
    );
  });
});
