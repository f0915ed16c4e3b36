/** The pane in a real browser. Skipped where there is none; on a build server that is a failure. */
import assert from 'node:assert/strict';
import type { PanePage } from './support/browser.js';
import { emptyModel, largeModel, modelWithoutSoa, patchMessage, teaModel, teaStatement } from './support/models.js';
import { axeViolations, paneSuite } from './support/suite.js';
import { themes } from './support/themes.js';

const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{x}}';
describe('SoA pane', function () {
  this.timeout(60_000);
  const open = paneSuite();

  const texts = (page: PanePage, selector: string) =>
    page.read<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((node) => node.innerText.trim())`,
    );
  const shownIds = (page: PanePage) =>
    page.read<string[]>(
      `[...document.querySelectorAll('tr[data-key]')].filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent)`,
    );
  const focused = (page: PanePage) => page.read<string>('document.activeElement.textContent');

  it('says that it listens, and shows the header, the summary and every control', async () => {
    const page = await open(teaModel());
    assert.deepEqual(await page.posted(), [{ type: 'ready' }]);
    assert.deepEqual(await texts(page, 'h1'), ['Statement of Applicability: Tea & Co']);
    assert.match(
      (await texts(page, '.facts'))[0]!,
      /Version\s+2\.1\s+Status\s+Approved\s+Approved by\s+Board\s+Approved\s+2026-03-01/,
    );
    assert.deepEqual(await shownIds(page), [
      'A.5.1',
      'A.5.2',
      'A.5.10',
      'A.6.1',
      'A.1.2.2',
      'A.2.2.2',
      'A.3.3',
      'A.5.1',
    ]);
    assert.deepEqual(await texts(page, 'tr[data-key="iso90001-2022:A.5.1"] > *'), [
      'A.5.1',
      'Policies for tea',
      'Yes',
      'We drink Earl Grey.',
      'Risk: R-1',
      'Implemented',
      'Head of Tea',
      'POL-1 Tea Policy\nBrewing\nServing\nMentioned, not claimed, in:\nnotes',
      'pot.md 2026-01-31',
    ]);
    assert.match((await texts(page, '.numbers'))[0]!, /ISO\/IEC 90001:2022\s+4\s+1\s+1\s+2\s+1\s+33 %\s*1 of 3\s+2/);
  });

  it('has a table per standard with caption, column heads and row heads', async () => {
    const page = await open(teaModel());
    assert.deepEqual(await texts(page, 'h2'), ['ISO/IEC 90001:2022', 'ISO/IEC 90002:2025 · PII controller']);
    const counts = await page.read<unknown>(`[...document.querySelectorAll('table.controls')].map((table) => [
      table.querySelectorAll('caption').length,
      table.querySelectorAll('thead th[scope=col]').length,
      table.querySelectorAll('tbody').length,
      table.querySelectorAll('th[scope=rowgroup]').length,
      table.querySelectorAll('th[scope=row]').length,
    ])`);
    assert.deepEqual(counts, [
      [1, 9, 2, 2, 4],
      [1, 9, 3, 3, 4],
    ]);
  });

  it('posts what is clicked or entered', async () => {
    const page = await open(teaModel());
    const key = 'iso90001-2022:A.5.1';
    const row = page.page.locator(`tr[data-key="${key}"]`);
    await row.getByText('POL-1 Tea Policy').click();
    await row.getByText('Serving').click();
    await row.getByText('pot.md').click();
    await row.getByText('A.5.1').focus();
    await page.page.keyboard.press('Enter');
    await page.page.getByText('soa.yaml', { exact: true }).click();
    const targets = (await page.posted()).slice(1).map((message) => message.type === 'open' && message.target);
    assert.deepEqual(targets, [
      { what: 'document', key, path: 'tea.md' },
      { what: 'document', key, path: 'tea.md', section: 1 },
      { what: 'file', path: 'pot.md' },
      { what: 'decision', key },
      { what: 'soa' },
    ]);
  });

  it('changes only what differs, and keeps nodes, focus and scroll position', async () => {
    const page = await open(teaModel(), { height: 300 });
    await page.read(`(() => {
      window.rows = [...document.querySelectorAll('tr[data-key]')];
      window.changes = [];
      new MutationObserver((list) => window.changes.push(...list.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement).closest('tr[data-key]')?.dataset.key ?? target.className)))
        .observe(document.querySelector('.tables'), { subtree: true, childList: true, characterData: true, attributes: true });
      document.querySelector('tr[data-key="iso90001-2022:A.5.1"] .sections button').focus();
      window.scrollTo(0, 200);
    })()`);
    const edit = (soa: string) => soa.replace('Head of Tea\n    evidence', 'Ann\n    evidence');
    await page.send(patchMessage(teaStatement(), teaStatement(edit)));
    const row = 'tr[data-key="iso90001-2022:A.5.1"]';
    assert.deepEqual(await texts(page, `${row} .responsible`), ['Ann']);
    assert.deepEqual([...new Set(await page.read<string[]>('window.changes'))], ['iso90001-2022:A.5.1']);
    assert.equal(await focused(page), 'Brewing');
    assert.equal(await page.read('window.scrollY'), 200);
    assert.equal(await page.read(`window.rows.every((row) => row.isConnected)`), true);
  });

  it('keeps the focus in a cell that is drawn again', async () => {
    const page = await open(teaModel());
    const second = { path: 'a.md', fields: { title: 'Another' }, references: ['90001:A.5.1'] };
    await page.page.locator('tr[data-key="iso90001-2022:A.5.1"] [data-open=document]').focus();
    await page.send({ type: 'model', model: teaModel(undefined, [second]) });
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90001-2022:A.5.1');
  });

  it('follows standards, groups and rows that come and go', async () => {
    const page = await open(teaModel());
    await page.send({ type: 'model', model: teaModel((soa) => soa.replace(', 90002: { roles: [controller] }', '')) });
    assert.deepEqual(await shownIds(page), ['A.5.1', 'A.5.2', 'A.5.10', 'A.6.1']);
    assert.equal((await texts(page, 'h2')).length, 1);
    await page.send({
      type: 'model',
      model: teaModel((soa) =>
        soa.replace('{ 90001: 2022, 90002: { roles: [controller] } }', '{ 90002: { roles: both }, 90001: 2022 }'),
      ),
    });
    assert.deepEqual(await texts(page, 'h2'), [
      'ISO/IEC 90002:2025 · PII controller and PII processor',
      'ISO/IEC 90001:2022',
    ]);
    assert.equal((await shownIds(page))[0], 'A.1.2.2');
  });

  it('says why it shows more controls than the summary counts', async () => {
    const page = await open(teaModel());
    assert.deepEqual(await texts(page, '.count'), ['8 controls, 1 of them not in role']);
    assert.ok((await texts(page, '.group-numbers')).includes('1 control, 1 of them not in role'));
    assert.deepEqual(
      (await texts(page, '.numbers .of-standard tr')).map((text) => text.split(/\s+/)[2]),
      ['4', '3'],
    );
  });

  it('shows a sixth mistake instead of saying that there is one more, and says of two that there are', async () => {
    const page = await open(teaModel());
    const wrong = (count: number) =>
      teaModel((soa) => soa + Array.from({ length: count }, (_, index) => `  90001:A.9.${index}: no\n`).join(''));
    await page.send({ type: 'model', model: wrong(6) });
    assert.equal((await texts(page, '.problems li')).filter((text) => /90001:2022 has no/.test(text)).length, 6);
    await page.send({ type: 'model', model: wrong(7) });
    assert.deepEqual((await texts(page, '.problems li')).slice(5), ['and 2 more, listed under Problems']);
  });

  it('filters, says how many are left, and keeps the filter in its state', async () => {
    const page = await open(teaModel());
    await page.page.selectOption('.select-standard', 'iso90001-2022');
    await page.page.selectOption('.select-gap', 'missing-decision');
    assert.deepEqual(await shownIds(page), ['A.5.10', 'A.6.1']);
    assert.deepEqual(await texts(page, '.count'), ['2 of 8 controls']);
    await page.page.fill('.search', 'kettle');
    assert.deepEqual(await shownIds(page), ['A.5.10']);
    const state = await page.state();
    assert.deepEqual(state.filter, {
      standard: 'iso90001-2022',
      group: '',
      applicability: '',
      status: '',
      gap: 'missing-decision',
      text: 'kettle',
    });
    assert.equal(state.source, 'system-1');
    await page.close();
    const again = await open(teaModel(), { state });
    assert.deepEqual(await shownIds(again), ['A.5.10']);
    await again.page.fill('.search', 'nothing at all');
    assert.deepEqual(await texts(again, '.message:not([hidden])'), ['No control passes these filters.']);
    await again.page.getByText('Clear filters').click();
    assert.equal((await shownIds(again)).length, 8);
  });

  it('shows the rows behind a number of the summary, and its themes', async () => {
    const page = await open(teaModel());
    assert.deepEqual((await texts(page, '.of-themes:not([hidden])')).length, 0);
    await page.page.locator('[data-toggle="iso90001-2022"]').click();
    assert.match((await texts(page, '.of-themes:not([hidden])'))[0]!, /A\.5 Tea controls\s+3/);
    assert.equal(await page.read(`document.activeElement.getAttribute('aria-expanded')`), 'true');
    await page.page.locator('[data-gaps-of="iso90001-2022"]').click();
    assert.deepEqual(await shownIds(page), ['A.5.10', 'A.6.1']);
  });

  it('can be walked through by keyboard', async () => {
    const page = await open(teaModel());
    const { keyboard } = page.page;
    await page.page.locator('[data-jump]').focus();
    await keyboard.press('Tab');
    assert.match(await focused(page), /^Control/, 'the heads of the table sort it');
    await page.page.locator('tr[data-key="iso90001-2022:A.5.1"] .id-link').focus();
    await keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'Policies for tea');
    await keyboard.press('ArrowDown');
    assert.match(await focused(page), /^Roles in the kitchen/);
    await keyboard.press('Home');
    assert.equal(await focused(page), 'A.5.2');
    await keyboard.press('End');
    assert.equal(await page.read(`document.activeElement.className`), 'cell evidence');
    await keyboard.press('Control+End');
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'iso90002-2025:A.5.1');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    await keyboard.press('Home');
    assert.equal(await focused(page), 'A.3.3');
    await keyboard.press('Control+Home');
    assert.equal(await focused(page), 'A.5.1');
    const reachable = await page.read<number>(`document.querySelectorAll('.tables tbody [tabindex="0"]').length`);
    assert.equal(reachable, 1, 'only one cell is reached with the tab key');
    await page.page.selectOption('.select-applicability', 'no');
    assert.equal(await page.read(`document.querySelector('.tables tbody [tabindex="0"]').textContent`), 'A.5.2');
  });

  it('leads into the links of a cell and back', async () => {
    const page = await open(teaModel());
    const { keyboard } = page.page;
    await page.page.locator('tr[data-key="iso90001-2022:A.5.1"] td.documents').focus();
    await keyboard.press('Enter');
    assert.equal(await focused(page), 'POL-1 Tea Policy');
    await keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'Brewing');
    await keyboard.press('Escape');
    assert.equal(await page.read(`document.activeElement.className`), 'cell documents');
  });

  it('does not hide the row with the focus below what sticks to the top', async () => {
    const page = await open(largeModel(200), { width: 900, height: 600 });
    await page.read(`document.querySelector('[data-key=k120] button').focus()`);
    for (let i = 0; i < 30; i++) await page.page.keyboard.press('ArrowUp');
    const [top, covered] = await page.read<[number, number]>(`[
      document.activeElement.getBoundingClientRect().top,
      document.querySelector('.group-head').getBoundingClientRect().height + document.querySelector('.bar').offsetHeight,
    ]`);
    assert.ok(top >= covered, `${top} is below ${covered}`);
  });

  it('reveals a row, also one that the filter hides', async () => {
    const page = await open(largeModel(400), { height: 500 });
    await page.page.fill('.search', 'no such thing');
    await page.send({ type: 'reveal', key: 'k333' });
    const { top, bottom } = await page.read<{ top: number; bottom: number }>(
      `document.activeElement.getBoundingClientRect().toJSON()`,
    );
    assert.equal(await page.read(`document.activeElement.closest('tr').dataset.key`), 'k333');
    assert.ok(top > 0 && bottom < 500);
    await page.send({ type: 'reveal', key: 'not there' });
  });

  it('restores the scroll position', async () => {
    const page = await open(largeModel(400), { height: 500 });
    await page.read(`window.scrollTo(0, 3000)`);
    await page.page.waitForFunction(`window.kept.scrollTop > 2900`);
    const state = await page.state();
    await page.close();
    const again = await open(largeModel(400), { height: 500, state });
    assert.ok(Math.abs((await again.read<number>('window.scrollY')) - state.scrollTop) < 5);
  });

  it('shows a thousand rows, of which it lays out only those in view', async () => {
    const page = await open(largeModel(1000));
    assert.equal((await shownIds(page)).length, 1000);
    const inView = await page.read<boolean>(
      `document.querySelector('[data-key=k999] .id').checkVisibility({ contentVisibilityAuto: true })`,
    );
    assert.equal(inView, false);
  });

  it('shows hostile texts as text', async () => {
    const sketch = {
      path: `${hostile}.md`,
      fields: { title: hostile, status: 'draft' },
      headings: [hostile],
      references: ['90001:A.5.1 @0'],
    };
    const quoted = JSON.stringify(hostile);
    const page = await open(
      teaModel(
        (soa) =>
          soa
            .replace('Tea & Co', quoted)
            .replace('All kettles', quoted)
            .replace('We drink Earl Grey.', quoted)
            .replace('[R-1]', `[${quoted}]`)
            .replace('path: pot.md', `path: ${quoted}`)
            .replace('version: "2.1"', 'version: "2.1"\njunk<img src=x>: 1'),
        [sketch],
      ),
    );
    assert.equal(await page.read('window.hacked'), undefined);
    assert.equal(await page.read(`document.querySelectorAll('img, script:not([src]), iframe').length`), 0);
    assert.deepEqual(await texts(page, 'h1'), [`Statement of Applicability: ${hostile}`]);
    assert.equal((await texts(page, 'tr[data-key="iso90001-2022:A.5.1"] .justification'))[0], hostile);
    assert.ok((await texts(page, 'tr[data-key="iso90001-2022:A.5.1"] .documents'))[0]!.includes(hostile));
  });

  it('never writes a style attribute, and links only to web addresses', async () => {
    const page = await open(
      teaModel((soa) =>
        soa.replace('[{ path: pot.md, date: 2026-01-31 }]', '["javascript:alert(1)", "https://example.org/a"]'),
      ),
    );
    assert.equal(await page.read(`document.querySelectorAll('#app [style]').length`), 0);
    assert.deepEqual(await page.read(`[...document.querySelectorAll('a')].map((a) => a.href)`), [
      'https://example.org/a',
    ]);
  });

  it('offers to create a soa.yaml where there is none', async () => {
    const page = await open(modelWithoutSoa());
    assert.match((await texts(page, '.notice'))[0]!, /^There is no soa\.yaml yet/);
    assert.deepEqual(await shownIds(page), ['A.5.1', 'A.5.2', 'A.5.10', 'A.6.1']);
    await page.page.getByText('Create soa.yaml').click();
    assert.deepEqual((await page.posted()).at(-1), { type: 'command', command: 'clausemark.createSoa' });
  });

  it('explains itself where there is nothing to show', async () => {
    const page = await open(emptyModel());
    assert.match((await texts(page, '.message:not([hidden])'))[0]!, /^No standard is in scope yet\./);
    await page.send({ type: 'model', model: null });
    assert.match((await texts(page, '#app'))[0]!, /^There is nothing to show/);
    await page.send({ type: 'model', model: teaModel() });
    assert.equal((await shownIds(page)).length, 8);
  });

  it('tells what is wrong with the soa.yaml, and where', async () => {
    const page = await open(teaModel((soa) => soa.replace('status: implemented', 'status: shiny')));
    await page.page.getByText('“shiny” is not a status').click();
    const [opened] = (await page.posted()).slice(1);
    assert.equal(opened?.type, 'open');
  });

  it('names the lines of mistakes in soa.yaml, errors first, and leads there', async () => {
    const page = await open(teaModel());
    const model = teaModel((soa) =>
      soa.replace('owner: Head of Tea\n', 'owner: Head of Tea\norganisaton: blue\nversion: "2.2"\n'),
    );
    assert.deepEqual(
      model.problems.map(({ severity }) => severity),
      ['warning', 'error'],
    );
    await page.send({ type: 'model', model, source: 'system-1', problemLines: [8, 9] });
    assert.deepEqual(await texts(page, '.problems li'), [
      'Line 9: “version” stands here twice; the first one counts.',
      'Line 8: “organisaton” is not a key of soa.yaml. Did you mean “organisation”?',
    ]);
    assert.match((await texts(page, '.notice'))[0]!, /What stands near them may be missing here/);
    await page.page.getByText('Line 9').click();
    const opened = (await page.posted()).at(-1);
    assert.deepEqual(opened, { type: 'open', target: { what: 'problem', index: 1 } });
  });

  it('tells states apart by words and shapes, not only by colour', async () => {
    const page = await open(teaModel());
    const cells = await page.read<[string, string][]>(
      `[...document.querySelectorAll('td.applicable')].map((cell) => [cell.innerText, cell.querySelector('svg')?.getAttribute('class')])`,
    );
    const shapes = new Map(cells);
    assert.deepEqual([...shapes.entries()].sort(), [
      ['No', 'icon icon-cross'],
      ['Not in role', 'icon icon-dash'],
      ['Undecided', 'icon icon-question'],
      ['Yes', 'icon icon-check'],
    ]);
  });

  for (const theme of themes) {
    for (const width of [1440, 700]) {
      it(`has nothing that axe objects to in the ${theme.name} theme at ${width} pixels`, async () => {
        const page = await open(
          teaModel((soa) => `${soa}strange: 1\n`),
          { width },
          theme,
        );
        await page.page.locator('[data-toggle="iso90001-2022"]').click();
        assert.deepEqual(await axeViolations(page), []);
      });
    }
  }

  it('shows every column of the summary in half of a window', async () => {
    for (const width of [1190, 740]) {
      const page = await open(teaModel(), { width });
      const right = await page.read<number>(
        `Math.max(...[...document.querySelectorAll('.numbers th, .numbers td')].map((node) => node.getBoundingClientRect().right))`,
      );
      assert.ok(right <= width, `the summary ends at ${right} in a window of ${width}`);
      await page.close();
    }
  });

  it('fits the window', async () => {
    for (const width of [1440, 1190, 1100, 800, 400]) {
      const page = await open(teaModel(), { width });
      const right = await page.read<number>(
        `Math.max(...[...document.querySelectorAll('[data-key] .cell, .bar > *, .facts > *, h2')].map((node) => node.getBoundingClientRect().left + node.scrollWidth))`,
      );
      assert.ok(right <= width, `something ends at ${right} in a window of ${width}`);
      await page.close();
    }
  });
});
