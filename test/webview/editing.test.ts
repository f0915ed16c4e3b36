/** Deciding in the pane, in a real browser: what is sent, what survives, what is said. */
import assert from 'node:assert/strict';
import type { EditableField, EditMessage, EditValue, PaneChange } from '../../client/webview/messages.js';
import type { PanePage } from './support/browser.js';
import { exampleClauses, modelWithoutSoa, teaModel, teaReuse } from './support/models.js';
import { axeViolations, paneSuite } from './support/suite.js';
import { themes } from './support/themes.js';

const first = 'tr[data-key="iso90001-2022:A.5.1"]';
const kettle = 'tr[data-key="iso90001-2022:A.5.10"]';

describe('deciding in the pane', function () {
  this.timeout(60_000);
  const open = paneSuite();

  const edits = async (page: PanePage): Promise<EditMessage[]> =>
    (await page.posted()).filter((message) => message.type === 'edit');
  const changes = async (page: PanePage): Promise<PaneChange[]> => (await edits(page)).flatMap((edit) => edit.changes);
  const decision = (field: string, value: unknown, control = 'iso90001-2022:A.5.1') => ({
    kind: 'decision' as const,
    control,
    field: field as EditableField,
    value: value as EditValue,
  });
  const press = (page: PanePage, ...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.page.keyboard.press(key)), Promise.resolve());
  const cell = (page: PanePage, row: string, name: string) => page.page.locator(`${row} td.${name}`);

  it('a click into a cell opens its field, and leaving the field sends it', async () => {
    const page = await open(teaModel());
    await cell(page, first, 'justification').click();
    assert.equal(await page.read('document.activeElement.value'), 'We drink Earl Grey.');
    await page.page.keyboard.press('Control+A');
    await page.page.keyboard.type('We drink Assam.');
    assert.deepEqual(await edits(page), [], 'nothing is sent while somebody types');
    await page.page.locator('.field-owner input').click();
    assert.deepEqual(await edits(page), [
      { type: 'edit', id: 1, changes: [decision('justification', 'We drink Assam.')] },
    ]);
    await page.page.locator('.field-owner input').fill('Butler');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.field-status select').selectOption('planned');
    await page.page.locator('.field-applicable input[value=no]').check();
    assert.deepEqual((await changes(page)).slice(1), [
      decision('owner', 'Butler'),
      decision('status', 'planned'),
      decision('applicable', false),
    ]);
  });

  it('sends drivers and evidence as lists, and keeps what it has no field for', async () => {
    const page = await open(
      teaModel((soa) => soa.replace('date: 2026-01-31 }', 'date: 2026-01-31, valid: 12 months, note: cups }')),
    );
    await cell(page, first, 'drivers').click();
    await page.page.locator('.driver-line input[type=text]').nth(0).fill('R-1; R-2, the second');
    await page.page.locator('.driver-line input[type=checkbox]').nth(3).check();
    await page.page.locator('.evidence-line input.date').first().fill('2026-02-28');
    await page.page.locator('.add-evidence').click();
    await page.page.locator('.evidence-line').nth(1).locator('input').first().fill('Ticket 4711');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.evidence-line').nth(0).locator('button').click();
    assert.deepEqual(await changes(page), [
      decision('drivers', [{ kind: 'risk', ids: ['R-1', 'R-2, the second'] }]),
      decision('drivers', [
        { kind: 'risk', ids: ['R-1', 'R-2, the second'] },
        { kind: 'business', ids: [] },
      ]),
      decision('evidence', [{ file: 'pot.md', note: 'cups', date: '2026-02-28', valid: '12 months' }]),
      decision('evidence', [{ file: 'pot.md', note: 'cups', date: '2026-02-28', valid: '12 months' }, 'Ticket 4711']),
      decision('evidence', ['Ticket 4711']),
    ]);
  });

  it('shows listed documents by title, adds one by its title, and removes one', async () => {
    const listing = (soa: string) =>
      soa.replace(
        'owner: Head of Tea\n    evidence',
        'owner: Head of Tea\n    documents: [POL-1, gone.md]\n    evidence',
      );
    const page = await open(teaModel(listing));
    await cell(page, first, 'justification').click();
    const shown = () =>
      page.read(`[...document.querySelectorAll('.listed-documents span')].map((node) => node.textContent)`);
    assert.deepEqual(await shown(), ['POL-1 Tea Policy', 'gone.md']);
    await page.page.getByRole('button', { name: 'Remove gone.md' }).click();
    await page.page.locator('.field-documents input').fill('contracts/a, b.pdf');
    await page.page.keyboard.press('Enter');
    assert.deepEqual(await changes(page), [
      decision('documents', ['POL-1']),
      decision('documents', ['POL-1', 'contracts/a, b.pdf']),
    ]);
    await cell(page, kettle, 'justification').click();
    await page.page.locator('.field-documents input').fill('pol-1 tea policy');
    await page.page.keyboard.press('Enter');
    assert.deepEqual((await changes(page)).at(-1), decision('documents', ['POL-1'], 'iso90001-2022:A.5.10'));
    assert.deepEqual(await shown(), ['POL-1 Tea Policy']);
  });

  it('keeps what is being typed while the model changes, and takes over everything else', async () => {
    const page = await open(teaModel());
    await cell(page, first, 'justification').click();
    await page.page.keyboard.press('End');
    await page.page.keyboard.type(' And more');
    await page.send({
      type: 'model',
      model: teaModel((soa) => soa.replace('We drink Earl Grey.', 'Changed.').replace('implemented', 'planned')),
      source: 'system-1',
    });
    assert.equal(await page.read('document.activeElement.value'), 'We drink Earl Grey. And more');
    assert.equal(await page.read(`document.querySelector('.field-status select').value`), 'planned');
    await page.page.keyboard.type('!');
    assert.equal(await page.read('document.activeElement.value'), 'We drink Earl Grey. And more!');
    await page.page.keyboard.press('Escape');
    assert.equal(await page.read('document.activeElement.value'), 'Changed.', 'escape takes it back');
    await page.page.keyboard.press('Escape');
    assert.equal(await page.read(`document.querySelector('.editor')`), null);
    assert.equal(await page.read(`document.activeElement.className`), 'cell justification');
    assert.deepEqual(await edits(page), []);
  });

  it('a field that nobody has changed never overwrites what the file says now', async () => {
    const page = await open(teaModel());
    await cell(page, first, 'justification').click();
    await page.send({
      type: 'model',
      model: teaModel((soa) => soa.replace('We drink Earl Grey.', 'From elsewhere.')),
      source: 'system-1',
    });
    assert.equal(await page.read('document.activeElement.value'), 'From elsewhere.');
    await press(page, 'Escape');
    assert.deepEqual(await edits(page), []);
  });

  it('says at the field why something was refused', async () => {
    const page = await open(teaModel());
    await cell(page, first, 'status').click();
    await page.page.locator('.field-review input').fill('soon');
    await page.page.keyboard.press('Enter');
    const [edit] = await edits(page);
    const reason = '“soon” is not a date. Write year, month and day: 2026-03-31.';
    await page.send({ type: 'edited', id: edit!.id, refused: [{ index: 0, reason }], made: 0, canUndo: false });
    assert.equal(await page.page.locator('.field-review .fault').innerText(), reason);
    assert.equal(await page.page.locator('.field-review input').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.page.locator('.field-review input').inputValue(), 'soon', 'what was typed is still there');
    await page.page.locator('.field-review input').fill('2027-01-31');
    await page.page.keyboard.press('Enter');
    const again = (await edits(page))[1]!;
    await page.send({ type: 'edited', id: again.id, refused: [], made: 1, canUndo: true });
    assert.equal(await page.page.locator('.field-review .fault').isVisible(), false);
    assert.equal(await page.page.locator('.foot-text').innerText(), 'Written to soa.yaml: A.5.1.');
    await page.page.getByRole('button', { name: 'Undo' }).click();
    assert.deepEqual((await page.posted()).at(-1), { type: 'undo' });
  });

  it('an edit in progress survives that the page is hidden and made anew', async () => {
    const page = await open(teaModel());
    await cell(page, first, 'justification').click();
    await page.page.keyboard.press('End');
    await page.page.keyboard.type(' Half a');
    await page.page.locator(`${kettle} .choose`).check();
    const state = await page.state();
    await page.close();
    const again = await open(teaModel(), { state });
    assert.equal(await again.page.locator('.field-justification textarea').inputValue(), 'We drink Earl Grey. Half a');
    assert.equal(await again.page.locator(`${kettle} .choose`).isChecked(), true);
    assert.deepEqual(await edits(again), []);
  });

  it('decides, jumps, chooses and copies by letters', async () => {
    const page = await open(teaModel());
    await page.page.locator(`${first} .id-link`).focus();
    await press(page, 'n');
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90001-2022:A.5.10');
    await press(page, 'y', 'n');
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90001-2022:A.6.1');
    await press(page, 'x', 'u', 'Shift+N');
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90001-2022:A.5.10');
    assert.deepEqual(await changes(page), [
      decision('applicable', true, 'iso90001-2022:A.5.10'),
      decision('applicable', false, 'iso90001-2022:A.6.1'),
      decision('applicable', 'undecided', 'iso90001-2022:A.6.1'),
    ]);
    const refused = [{ index: 0, reason: 'Because.' }];
    await page.send({ type: 'edited', id: 1, refused, made: 0, canUndo: false });
    assert.equal(await page.page.locator('.foot-text').innerText(), 'A.5.10: Because.');
    await press(page, 'Control+Home', 'c');
    const copied = (await page.posted()).at(-1);
    assert.ok(copied?.type === 'copy');
    assert.equal(copied.what, 'A.5.1');
    assert.match(copied.text, /^\| Control \| Title \| Applicable \|/);
    assert.match(
      copied.text,
      /\| 90001:A\.5\.1 \| Policies for tea \| Yes \| We drink Earl Grey\. \| Risk: R-1 \| Implemented \| Head of Tea \| POL-1 Tea Policy \| pot\.md \(2026-01-31\) \|/,
    );
    await press(page, 'Control+z');
    assert.deepEqual((await page.posted()).at(-1), { type: 'undo' });
  });

  it('goes on with Alt and the arrows, in the same field', async () => {
    const page = await open(teaModel());
    await page.page.locator(`${first} td.responsible`).focus();
    await press(page, 'F2');
    assert.equal(await page.read(`document.activeElement.closest('.field').dataset.field`), 'owner');
    await page.page.keyboard.type('X');
    await press(page, 'Alt+ArrowDown');
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90001-2022:A.5.2');
    assert.equal(await page.read(`document.activeElement.closest('.field').dataset.field`), 'owner');
    assert.deepEqual(await changes(page), [decision('owner', 'Head of TeaX')], 'sent once');
    await press(page, 'Alt+n');
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90001-2022:A.5.10');
    assert.equal(await page.read(`document.activeElement.closest('.field').dataset.field`), 'applicable');
  });

  it('decides on several controls at once, in one message', async () => {
    const page = await open(teaModel());
    await page.page.locator(`${first} .id-link`).focus();
    await press(page, ' ', 'ArrowDown', 'ArrowDown', 'Shift+ ');
    assert.equal(await page.page.locator('.bulk strong').innerText(), '3 controls chosen');
    assert.equal(await page.page.locator('tr[aria-selected=true]').count(), 3);
    await page.page.locator('.bulk-form select').first().selectOption('owner');
    await page.page.locator('.bulk-value input').fill('Butler');
    await page.page.getByRole('button', { name: 'Set' }).click();
    await page.page.locator('.bulk-form select').first().selectOption('drivers');
    await page.page.locator('.bulk-value select').selectOption('risk');
    await page.page.locator('.bulk-value input').fill('R-9');
    await page.page.keyboard.press('Enter');
    const [owner, drivers] = await edits(page);
    const keys = ['A.5.1', 'A.5.2', 'A.5.10'].map((id) => `iso90001-2022:${id}`);
    assert.deepEqual(
      owner?.changes,
      keys.map((key) => decision('owner', 'Butler', key)),
    );
    assert.deepEqual(
      drivers?.changes.map((change) => (change.kind === 'decision' ? change.value : null)),
      [[{ kind: 'risk', ids: ['R-1', 'R-9'] }], [{ kind: 'risk', ids: ['R-9'] }], [{ kind: 'risk', ids: ['R-9'] }]],
    );
    const refused = [{ index: 1, reason: 'Because.' }];
    await page.send({ type: 'edited', id: owner!.id, refused, made: 2, canUndo: true });
    assert.equal(
      await page.page.locator('.foot-text').innerText(),
      'Written to soa.yaml: 2 decisions. Not written: A.5.2: Because.',
    );
    await page.page.locator('[data-choose=all]').check();
    assert.equal(await page.page.locator('.bulk strong').innerText(), '8 controls chosen');
    await page.page.locator('[data-choose=all]').uncheck();
    assert.equal(await page.page.locator('.bulk').isVisible(), false);
  });

  it('sorts, shows gaps first, and stays so', async () => {
    const page = await open(teaModel());
    const ids = () =>
      page.read<string[]>(`[...document.querySelectorAll('tr[data-key] .id-link')].map((n) => n.textContent)`);
    await page.page.selectOption('.select-sort', 'gaps');
    assert.deepEqual((await ids()).slice(0, 4), ['A.5.10', 'A.6.1', 'A.5.1', 'A.5.2']);
    await page.page.locator('[data-sort=title]').first().click();
    assert.deepEqual((await ids()).slice(0, 4), ['A.5.1', 'A.5.2', 'A.6.1', 'A.5.10']);
    assert.equal(await page.page.locator('th[aria-sort=ascending]').count(), 2);
    const state = await page.state();
    assert.deepEqual(state.sort, { by: 'title', isDescending: false });
    await page.close();
    const again = await open(teaModel(), { state });
    assert.equal(await again.page.locator('th[aria-sort=ascending]').count(), 2);
    await again.page.locator('[data-sort=title]').first().click();
    await again.page.locator('[data-sort=title]').first().click();
    assert.equal((await again.state()).sort?.by, 'standard');
    assert.equal(
      await again.page.locator('.controls tbody').nth(0).locator('.group-title').innerText(),
      'A.5 Tea controls',
    );
  });

  it('does not decide where nothing can be written, and says why', async () => {
    const reason = 'This folder is open in Restricted Mode: nothing is written into it.';
    const page = await open(teaModel(), {}, themes[0]!, reason);
    await cell(page, first, 'status').click();
    assert.equal(await page.page.locator('.editor').count(), 0);
    assert.equal(await page.page.locator('.foot-text').innerText(), reason);
    await page.page.locator(`${first} .id-link`).focus();
    await press(page, 'y');
    assert.deepEqual(await edits(page), []);
    await page.page.getByRole('button', { name: 'Workspace trust' }).click();
    assert.deepEqual((await page.posted()).at(-1), { type: 'command', command: 'workbench.trust.manage' });
    await page.close();
    const without = await open(modelWithoutSoa());
    await without.page.locator('tr[data-key] td.status').first().click();
    assert.equal(await without.page.locator('.foot-text').innerText(), 'There is no soa.yaml yet.');
  });

  it('shows the other views, asks for their data, and leads to documents and controls', async () => {
    const page = await open(teaModel());
    await page.page.getByRole('tab', { name: 'Clauses 4–10' }).click();
    assert.deepEqual((await page.posted()).at(-1), { type: 'view', view: 'clauses' });
    await page.send({ type: 'view', view: 'clauses', data: exampleClauses() });
    assert.match(
      await page.page.locator('#panel-clauses .clauses').innerText(),
      /4\.1\s*Understanding the organization and its context\s+Covered\s+POL-IMS-01/,
    );
    await page.page.locator('[data-open=clause]').first().click();
    const opened = (await page.posted()).at(-1);
    assert.ok(opened?.type === 'open' && opened.target.what === 'clause' && opened.target.path.endsWith('.md'));
    await press(page, 'Shift+Tab');
    await page.page.getByRole('tab', { name: 'Clauses 4–10' }).focus();
    await press(page, 'ArrowRight');
    assert.match(await page.page.locator('#panel-coverage').innerText(), /A\.5 Tea controls\s+50 %\s+1 of 2/);
    assert.deepEqual((await page.posted()).at(-1), { type: 'view', view: null });
    await page.page.getByRole('tab', { name: 'Reuse' }).click();
    await page.send({ type: 'view', view: 'reuse', data: teaReuse() });
    assert.match(await page.page.locator('.reuse tbody').innerText(), /POL-1 Tea Policy\s+1 control, 1 clause/);
    await page.page.locator('[data-unfold]').first().click();
    assert.match(await page.page.locator('.reuse tbody').innerText(), /5\.1 Leading/);
    await page.page.getByRole('tab', { name: 'Coverage' }).click();
    await page.page.locator('[data-theme-of="iso90001-2022:A.6"]').click();
    assert.equal(await page.page.locator('tr[data-key]:visible').count(), 1);
    assert.equal((await page.state()).tab, 'controls');
    assert.equal((await page.state()).filter.group, 'iso90001-2022:A.6');
  });

  it('asks for the view that was open before it was hidden', async () => {
    const page = await open(teaModel());
    await page.page.getByRole('tab', { name: 'Reuse' }).click();
    const state = await page.state();
    await page.close();
    const again = await open(teaModel(), { state });
    assert.deepEqual(await again.posted(), [{ type: 'ready' }, { type: 'view', view: 'reuse' }]);
  });

  for (const theme of themes) {
    for (const width of [1440, 600]) {
      it(`has nothing that axe objects to while deciding, in ${theme.name} at ${width} pixels`, async () => {
        const page = await open(teaModel(), { width }, theme);
        await cell(page, first, 'status').click();
        await page.page.locator('.field-review input').fill('soon');
        await page.page.keyboard.press('Enter');
        const [edit] = await edits(page);
        await page.send({
          type: 'edited',
          id: edit!.id,
          refused: [{ index: 0, reason: 'Not a date.' }],
          made: 0,
          canUndo: false,
        });
        await page.page.locator(`${kettle} .choose`).check();
        await page.send({ type: 'tell', text: 'Written.', canUndo: true });
        const found: unknown[] = [];
        const check = async (name: string) => {
          found.push(...(await axeViolations(page)).map((violation) => [name, ...violation]));
        };
        await check('editing');
        await page.page.selectOption('.select-sort', 'gaps');
        await check('sorted');
        for (const tab of ['clauses', 'coverage', 'reuse']) {
          await page.page.locator(`[data-tab=${tab}]`).click();
          if (tab === 'clauses') await page.send({ type: 'view', view: tab, data: exampleClauses() });
          if (tab === 'reuse') await page.send({ type: 'view', view: tab, data: teaReuse() });
          await check(tab);
        }
        assert.deepEqual(found, []);
        assert.equal(await page.read(`document.querySelectorAll('#app [style]').length`), 0);
      });
    }
  }
});
