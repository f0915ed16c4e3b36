/** The head of the statement and controls of the organisation's own, edited in the pane, in a real browser. */
import assert from 'node:assert/strict';
import type { EditMessage, PaneChange } from '../../client/webview/messages.js';
import type { PanePage } from './support/browser.js';
import { modelWithoutSoa, teaModel } from './support/models.js';
import { axeViolations, paneSuite } from './support/suite.js';
import { themes } from './support/themes.js';

const offered = {
  type: 'offered' as const,
  standards: [
    { standard: '90001:2022', name: 'ISO/IEC 90001:2022' },
    { standard: '90003:2023', name: 'ISO/IEC 90003:2023' },
  ],
};
const own = 'additional:\n  OWN-1: { title: Two cups, source: Contract, applicable: yes }\n';
const ownRow = 'tr[data-key="additional:OWN-1"]';

describe('the head in the pane', function () {
  this.timeout(60_000);
  const open = paneSuite();
  const edits = async (page: PanePage): Promise<EditMessage[]> =>
    (await page.posted()).filter((message) => message.type === 'edit');
  const changes = async (page: PanePage): Promise<PaneChange[]> => (await edits(page)).flatMap((edit) => edit.changes);
  const openHead = async (...options: Parameters<typeof open>) => {
    const page = await open(...options);
    await page.page.getByText('Edit the head').click();
    await page.send(offered);
    return page;
  };
  const withOwn = (soa: string) => soa + own;

  it('opens as fields that say what the file says, and sends each when it is left', async () => {
    const page = await openHead(teaModel());
    assert.deepEqual((await page.posted()).at(-1), { type: 'offered' });
    assert.equal(await page.read('document.activeElement.value'), 'Tea & Co');
    await page.page.locator('.field-version input').fill('2.2');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.head-editor .field-status select').selectOption('draft');
    await page.page.locator('.field-scope textarea').fill('All kettles\nand pots');
    await page.page.locator('.field-classification input').click();
    assert.deepEqual(await changes(page), [
      { kind: 'header', field: 'version', value: '2.2' },
      { kind: 'header', field: 'status', value: 'draft' },
      { kind: 'header', field: 'scope', value: 'All kettles\nand pots' },
    ]);
  });

  it('says at the field why something was refused, and in the foot what was written', async () => {
    const page = await openHead(teaModel());
    await page.page.locator('.field-approved input').fill('yesterday');
    await page.page.keyboard.press('Enter');
    const [edit] = await edits(page);
    const reason = '“yesterday” is not a date.';
    await page.send({ type: 'edited', id: edit!.id, refused: [{ index: 0, reason }], made: 0, canUndo: false });
    assert.equal(await page.page.locator('.field-approved .fault').innerText(), reason);
    await page.page.locator('.field-approved input').fill('2026-04-01');
    await page.page.keyboard.press('Enter');
    const again = (await edits(page))[1]!;
    await page.send({ type: 'edited', id: again.id, refused: [], made: 1, canUndo: true });
    assert.equal(await page.page.locator('.field-approved .fault').isVisible(), false);
    assert.equal(await page.page.locator('.foot-text').innerText(), 'Written to soa.yaml: head of the statement.');
  });

  it('keeps what is typed while the file changes, and after the page was hidden', async () => {
    const page = await openHead(teaModel());
    await page.page.locator('.head-editor .field-owner input').fill('Somebody');
    await page.send({
      type: 'model',
      model: teaModel((soa) => soa.replace('Tea & Co', 'Coffee & Co')),
      source: 'system-1',
    });
    assert.equal(await page.page.locator('.head-editor .field-owner input').inputValue(), 'Somebody');
    assert.equal(await page.page.locator('.field-organisation input').inputValue(), 'Coffee & Co');
    const state = await page.state();
    assert.deepEqual(state.head, { owner: 'Somebody' });
    await page.close();
    const again = await open(teaModel(), { state });
    assert.equal(await again.page.locator('.head-editor .field-owner input').inputValue(), 'Somebody');
    await again.page.locator('.head-editor .field-owner input').focus();
    await again.page.keyboard.press('Escape');
    await again.page.keyboard.press('Escape');
    assert.equal(await again.page.locator('.head-editor').count(), 0);
    assert.equal(await again.read('document.activeElement.textContent'), 'Edit the head');
    assert.deepEqual(await edits(again), []);
    assert.equal((await again.state()).head, null);
  });

  it('brings standards into scope and takes them out, with roles and amendments', async () => {
    const page = await openHead(teaModel());
    assert.equal(await page.page.locator('.standard-line').count(), 2);
    assert.equal(
      await page.page.locator('.standard-line').nth(0).locator('input[type=checkbox]').count(),
      0,
      'no roles',
    );
    const second = page.page.locator('.standard-line').nth(1);
    assert.equal(await second.locator('input[value=controller]').isChecked(), true);
    await second.locator('input[value=processor]').check();
    await page.page.locator('.standard-line').nth(0).locator('input').fill('Amd 1:2024; Amd 2:2026');
    await page.page.keyboard.press('Enter');
    assert.deepEqual(
      await page.read(`[...document.querySelector('.standard-add select').options].map(({ text }) => text)`),
      ['ISO/IEC 90003:2023'],
    );
    await page.page.getByText('Add to the scope').click();
    await page.page.getByLabel('Remove ISO/IEC 90002:2025 from the scope').click();
    assert.deepEqual(await changes(page), [
      { kind: 'standard', standard: '90002', field: 'roles', value: ['controller', 'processor'] },
      { kind: 'standard', standard: '90001', field: 'amendments', value: ['Amd 1:2024', 'Amd 2:2026'] },
      { kind: 'addStandard', standard: '90003:2023' },
      { kind: 'removeStandard', standard: '90002' },
    ]);
    const last = (await edits(page)).at(-1)!;
    const reason = 'A statement has at least one standard.';
    await page.send({ type: 'edited', id: last.id, refused: [{ index: 0, reason }], made: 0, canUndo: true });
    assert.equal(await page.page.locator('.standards-editor > .fault').innerText(), reason);
  });

  it('adds a control of the organisation and opens it as soon as it is there', async () => {
    const page = await open(teaModel());
    await page.page.getByText('Add a control of your own').click();
    await page.page.keyboard.type('OWN-1');
    await page.page.getByLabel('Title', { exact: true }).fill('Two cups');
    await page.page.keyboard.press('Enter');
    const [edit] = await edits(page);
    assert.deepEqual(edit!.changes, [{ kind: 'addOwn', control: 'OWN-1', title: 'Two cups', source: '' }]);
    const reason = 'There is a control OWN-1 already.';
    await page.send({ type: 'edited', id: edit!.id, refused: [{ index: 0, reason }], made: 0, canUndo: false });
    assert.equal(await page.page.locator('.own-form .fault').innerText(), reason);
    await page.page.keyboard.press('Enter');
    const again = (await edits(page))[1]!;
    await page.send({ type: 'edited', id: again.id, refused: [], made: 1, canUndo: true });
    assert.equal(await page.page.locator('.own-form').count(), 0);
    await page.send({ type: 'model', model: teaModel(withOwn), source: 'system-1' });
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'additional:OWN-1');
    assert.equal(await page.page.locator(`${ownRow} .editor`).count(), 1);
  });

  it('gives an own control another id, title and source, and takes it away', async () => {
    const page = await open(teaModel(withOwn));
    await page.page.locator(`${ownRow} td.justification`).click();
    await page.page.locator(`${ownRow} .field-title input`).fill('Three cups');
    await page.page.locator(`${ownRow} .field-source input`).fill('');
    await page.page.locator(`${ownRow} .field-id input`).fill('OWN-2');
    await page.page.keyboard.press('Enter');
    await page.page.locator(`${ownRow} [data-editor=remove]`).click();
    assert.deepEqual(await changes(page), [
      { kind: 'decision', control: 'OWN-1', field: 'title', value: 'Three cups' },
      { kind: 'decision', control: 'OWN-1', field: 'source', value: '' },
      { kind: 'rename', control: 'OWN-1', to: 'OWN-2' },
      { kind: 'remove', control: 'OWN-1' },
    ]);
    const rename = (await edits(page))[2]!;
    await page.send({
      type: 'model',
      model: teaModel((soa) => withOwn(soa).replace('OWN-1', 'OWN-2')),
      source: 'system-1',
    });
    await page.send({ type: 'edited', id: rename.id, refused: [], made: 1, canUndo: true });
    assert.equal(
      await page.page.locator('tr[data-key="additional:OWN-2"] .editor').count(),
      1,
      'the editor follows the new id',
    );
  });

  it('has no field for title and source on controls of standards, and nothing to edit where nothing can be written', async () => {
    const page = await open(teaModel());
    await page.page.locator('tr[data-key="iso90001-2022:A.5.1"] td.justification').click();
    assert.equal(await page.page.locator('.field-title, .field-source, .field-id, [data-editor=remove]').count(), 0);
    await page.close();
    const locked = await open(teaModel(), {}, themes[0], 'Restricted Mode.');
    assert.equal(await locked.page.locator('[data-head]').count(), 0);
    await locked.close();
    const without = await open(modelWithoutSoa());
    assert.equal(await without.page.locator('[data-head]').count(), 0);
  });

  for (const theme of themes) {
    it(`has nothing that axe objects to in the ${theme.name} theme`, async () => {
      const page = await openHead(teaModel(withOwn), {}, theme);
      await page.page.locator('.field-version input').fill('x');
      await page.page.keyboard.press('Enter');
      const [edit] = await edits(page);
      await page.send({ type: 'edited', id: edit!.id, refused: [{ index: 0, reason: 'No.' }], made: 0, canUndo: true });
      await page.page.getByText('Add a control of your own').click();
      assert.deepEqual(await axeViolations(page), []);
    });
  }
});
