import { buildClauseMatrix } from '../../server/src/core/soa/clauseMatrix.js';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import { buildReuse } from '../../server/src/core/soa/reuse.js';
import { exampleSystem } from '../support/exampleSystem.js';
import { buildPane, PanePage, startBrowser } from './support/browser.js';
import { themes } from './support/themes.js';

describe('shots', function () {
  this.timeout(200_000);
  it('takes them', async () => {
    const browser = (await startBrowser())!;
    const files = await buildPane();
    const { system, snapshot } = exampleSystem();
    const model = buildSoaModel(system, snapshot);
    const wanted = (process.env['SHOTS'] ?? '').split(',');
    for (const theme of themes) {
      for (const width of [1500, 820, 480]) {
        if (!wanted.includes(`${theme.name}-${width}`)) continue;
        const page = await PanePage.open(browser, files, theme, { width, height: 950 });
        await page.send({ type: 'model', model, source: 'x' });
        const shot = (name: string) => page.page.screenshot({ path: `/tmp/shots/${theme.name}-${width}-${name}.png` });
        await shot('controls');
        await page.page.locator('tr[data-key="iso27001-2022:A.5.9"] td.justification').click();
        await page.send({ type: 'edited', id: 1, refused: [], made: 0, canUndo: false });
        await page.page.locator('.editor').scrollIntoViewIfNeeded();
        await shot('editor');
        await page.page.keyboard.press('Escape');
        for (const id of ['A.5.10', 'A.5.11', 'A.5.12'])
          await page.page.locator(`tr[data-key="iso27001-2022:${id}"] .choose`).click();
        await page.send({ type: 'tell', text: 'Written to soa.yaml: A.5.9.', canUndo: true });
        await shot('bulk');
        await page.page.locator('[data-tab=clauses]').click();
        await page.send({ type: 'view', view: 'clauses', data: buildClauseMatrix(system, snapshot) });
        await page.read('scrollTo(0,0)');
        await shot('clauses');
        await page.read('scrollTo(0,700)');
        await shot('clauses2');
        await page.page.locator('[data-tab=coverage]').click();
        await page.read('scrollTo(0,0)');
        await shot('coverage');
        await page.page.locator('[data-tab=reuse]').click();
        await page.send({ type: 'view', view: 'reuse', data: buildReuse(system, snapshot) });
        await page.read('scrollTo(0,0)');
        await shot('reuse');
        if (page.errors.length) console.log(page.errors);
        await page.close();
      }
    }
    await browser.close();
  });
});
