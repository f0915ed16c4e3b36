/** The preview of an import in a real browser. */
import assert from 'node:assert/strict';
import type { MessageFromImport } from '../../client/webview/import/messages.js';
import type { PanePage } from './support/browser.js';
import { importChoices as choices, hostile, importMessage as message } from './support/importPreviews.js';
import { axeViolations, pageSuite } from './support/suite.js';
import { themes } from './support/themes.js';

describe('Pane with the preview of an import', function () {
  this.timeout(60_000);
  const openPage = pageSuite('import');
  const open = async (...options: Parameters<typeof openPage>) => {
    const page = await openPage(...options);
    await page.send(message());
    return page;
  };
  const texts = (page: PanePage, selector: string) =>
    page.read<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((node) => node.innerText.replace(/\\s+/g, ' ').trim())`,
    );
  const posted = async (page: PanePage) => (await page.posted<MessageFromImport>()).slice(1);

  it('tells first what could not be placed, then what will be written', async () => {
    const page = await open();
    assert.deepEqual(await texts(page, 'h1'), ['Import of old.xlsx']);
    assert.match((await texts(page, '.summary-lines'))[0]!, /4 rows read, 2 of them taken over/);
    assert.deepEqual((await texts(page, 'h2')).slice(0, 3), [
      'Not taken over (2)',
      'Please check (1)',
      'What will be written (2 controls)',
    ]);
    assert.match(
      (await texts(page, '.part-lost tbody'))[0]!,
      /row 4 .*lost words.* ISO\/IEC 27001:2022 has no A\.99\.1\./,
    );
    const entries = (await texts(page, '.entries tbody')).map((text) => text.replace(hostile, 'HOSTILE'));
    assert.deepEqual(entries, [
      'A.5.1 Policies for information security Applicable yes Justification HOSTILE Notes Colour: blue',
      'A.7.4 Physical security monitoring Justification No premises',
    ]);
    assert.equal(await page.read('window.hacked'), undefined);
  });

  it('shows before and after where the file wins', async () => {
    const page = await open();
    await page.send(message({ target: 'replace' }));
    assert.match((await texts(page, '.entries tbody'))[1]!, /Applicable yes no/);
  });

  it('asks to read the file in another way for every choice', async () => {
    const page = await open();
    await page.page.getByLabel('Sheet').selectOption('Old');
    await page.page.getByLabel('ISO/IEC 27001:2013').check();
    await page.page.getByLabel('Move 1 id of the edition before').check();
    await page.page.getByLabel('Let the file win').check();
    const asked = (await posted(page)).map((each) => (each.type === 'choose' ? each.choices : null));
    assert.deepEqual(asked, [
      { ...choices, sheet: 'Old' },
      { ...choices, sheet: 'Old', standards: ['27001:2013'] },
      { ...choices, sheet: 'Old', standards: ['27001:2013'], migrates: true },
      { ...choices, sheet: 'Old', standards: ['27001:2013'], migrates: true, target: 'replace' },
    ]);
  });

  it('shows what was moved from the edition before, and keeps the focus on the choice', async () => {
    const page = await open();
    await page.page.getByLabel('Move 1 id').check();
    await page.send(message({ migrates: true }));
    assert.equal(await page.read('document.activeElement.id'), 'import-migrates');
    assert.match((await texts(page, '.part-check tbody'))[0]!, /Was A\.9\.2\.1 .* moved to A\.5\.16/);
    assert.ok((await texts(page, '.entries tbody')).some((text) => text.startsWith('A.5.16 Identity management')));
  });

  it('writes on demand only, and then no more', async () => {
    const page = await open();
    assert.deepEqual(await posted(page), []);
    await page.page.getByText('Write into soa.yaml').click();
    await page.page.getByText('Show as Markdown').click();
    assert.deepEqual(await posted(page), [{ type: 'write' }, { type: 'report' }]);
    await page.send({ type: 'written', text: 'Controls read: 2.' });
    assert.equal(await page.page.getByText('Write into soa.yaml').isVisible(), false);
    assert.equal(await page.page.locator('.foot-text').innerText(), 'Controls read: 2.');
  });

  it('cannot write what is nothing, and says why', async () => {
    const page = await open();
    await page.send({
      type: 'preview',
      preview: null,
      problem: 'The file cannot be read.',
      choices,
      hasExisting: true,
    });
    assert.equal(await page.page.locator('.import-buttons .primary').isDisabled(), true);
    assert.deepEqual(await texts(page, '.notice'), ['The file cannot be read.']);
    await page.send(message({ target: 'new' }));
    assert.equal(await page.page.locator('.import-buttons .primary').innerText(), 'Open as a new soa.yaml');
    assert.equal(await page.page.locator('.import-buttons .primary').isDisabled(), false);
  });

  for (const theme of themes) {
    for (const width of [1300, 680]) {
      it(`has nothing that axe objects to in the ${theme.name} theme at ${width} pixels`, async () => {
        const page = await open({ width }, theme);
        assert.deepEqual(await axeViolations(page), []);
        if (process.env['SHOTS'])
          await page.page.screenshot({ path: `/tmp/soa-shots/import-${theme.name}-${width}.png` });
      });
    }
  }
});
