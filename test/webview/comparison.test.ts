/** The pane with a comparison in a real browser. */
import assert from 'node:assert/strict';
import type {
  ComparisonState,
  MessageFromComparison,
  MessageToComparison,
} from '../../client/webview/comparison/messages.js';
import { compareStatements } from '../../server/src/core/soa/compare/compareStatements.js';
import { comparisonOf } from '../../server/src/core/soa/compare/wording.js';
import type { PanePage } from './support/browser.js';
import { teaStatement } from './support/models.js';
import { axeViolations, pageSuite } from './support/suite.js';
import { themes } from './support/themes.js';

const hostile = '<img src=x onerror="window.hacked=1">';

/** One control turned, one with new evidence and another status, one with another owner, and a changed head. */
function message(justification = 'We rent a kitchen since May'): MessageToComparison {
  const before = teaStatement();
  const after = teaStatement((soa) =>
    soa
      .replace('version: "2.1"', 'version: "2.2"')
      .replace('approved_by: Board', 'approved_by: Ann')
      .replace('status: implemented', 'status: partial')
      .replace('pot.md, date: 2026-01-31', 'pot.md, date: 2026-06-30')
      .replace(
        '{ applicable: no, justification: No kitchen. }',
        `{ applicable: yes, justification: '${justification}' }`,
      ),
  );
  const side = { commit: '4f2a91c0000000000000000000000000000000ab', date: '2026-03-01' };
  const diff = compareStatements(
    { label: 'version 2.1', model: before, ...side },
    { label: 'the texts as they are now', model: after, commit: null, date: null },
    null,
  );
  return { type: 'comparison', comparison: comparisonOf(diff), source: 'source-1' };
}

describe('Pane with a comparison', function () {
  this.timeout(60_000);
  const openPage = pageSuite('comparison');
  const open = async (...options: Parameters<typeof openPage>) => {
    const page = await openPage(...options);
    await page.send(message());
    return page;
  };
  const texts = (page: PanePage, selector: string) =>
    page.read<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((node) => node.innerText.replace(/\\s+/g, ' ').trim())`,
    );
  const posted = async (page: PanePage) => (await page.posted<MessageFromComparison>()).slice(1);
  const second = 'tr[data-key="iso90001-2022:A.5.2"]';
  const first = 'tr[data-key="iso90001-2022:A.5.1"]';

  it('tells what is compared, the first answers, and every control that changed', async () => {
    const page = await open();
    assert.deepEqual(await page.posted<MessageFromComparison>(), [{ type: 'ready' }]);
    assert.deepEqual(await texts(page, 'h1'), ['What changed: Tea & Co']);
    assert.deepEqual(await texts(page, '.sides dd'), [
      'version 2.1 (commit 4f2a91c000, 2026-03-01) Choose …',
      'the texts as they are now, version 2.2 Choose …',
    ]);
    assert.match((await texts(page, '.overview-lines'))[0]!, /Now applicable: A\.5\.2\./);
    assert.deepEqual(await texts(page, `${first} .sentences li`), [
      'Status Implementation went back from implemented to partial.',
      'Evidence Evidence pot.md renewed: 2026-01-31 → 2026-06-30.',
    ]);
    assert.match(
      (await texts(page, second))[0]!,
      /^90001:A\.5\.2 .* Changed .*Applicability Was excluded, now applicable; reason given: “We rent a kitchen since May”/,
    );
    assert.match((await texts(page, '.numbers-compared'))[0]!, /Excluded 1 0 −1/);
    assert.match((await texts(page, '.figures-compared'))[0]!, /Version 2\.1 2\.2 Approved by Board Ann/);
  });

  it('shows which policies cite a control that changed', async () => {
    const page = await open();
    assert.deepEqual(await texts(page, `${first} td:last-child`), ['POL-1 Tea Policy notes (mentions it)']);
    assert.deepEqual(await texts(page, '.policies tbody tr'), [
      'notes notes.md 90001:A.5.1',
      'POL-1 Tea Policy tea.md 90001:A.5.1',
    ]);
  });

  it('shows one kind of change alone, and says what else there is', async () => {
    const page = await open();
    assert.deepEqual(await texts(page, '.kinds label'), [
      'Applicability (1)',
      'Status (1)',
      'Justification (1)',
      'Evidence (1)',
    ]);
    await page.page.getByLabel('Status (1)').check();
    assert.deepEqual(await texts(page, '.changes tbody tr th .id-link'), ['90001:A.5.1']);
    assert.deepEqual(await texts(page, `${first} .sentences li`), [
      'Status Implementation went back from implemented to partial.',
    ]);
    assert.deepEqual(await texts(page, `${first} td .muted`), ['and 1 other change', '(mentions it)']);
    assert.deepEqual(await texts(page, '.count'), ['1 of 2 controls']);
    assert.deepEqual((await page.state<ComparisonState>()).filter.kinds, ['status']);
    await page.page.getByText('Clear filters').click();
    assert.equal((await texts(page, '.changes tbody tr')).length, 2);
  });

  it('keeps its filter while the page is away', async () => {
    const filter = { kinds: ['evidence' as const], fate: '', standard: '', text: '' };
    const page = await open({ state: { source: 'source-1', filter, scrollTop: 0 } satisfies ComparisonState });
    assert.deepEqual(await texts(page, '.changes tbody tr th .id-link'), ['90001:A.5.1']);
  });

  it('says so where nothing passes the filter, and where nothing changed', async () => {
    const page = await open();
    await page.page.getByPlaceholder('Filter by words').fill('zebra');
    assert.deepEqual(await texts(page, '.changes-view'), ['No change passes these filters.']);
    const side = { label: 'now', model: teaStatement(), commit: null, date: null };
    const comparison = comparisonOf(compareStatements(side, side, null));
    await page.send({ type: 'comparison', comparison, source: 'source-2' });
    assert.deepEqual(await texts(page, '.changes-view'), ['No control changed.']);
  });

  it('leads to the row, to the line, and to the policy', async () => {
    const page = await open();
    await page.page.locator(`${first} .id-link`).click();
    await page.page.locator(`${first}`).getByText('soa.yaml').click();
    await page.page.locator(`${first}`).getByText('POL-1 Tea Policy').click();
    await page.page.locator('.policies').getByText('notes', { exact: true }).click();
    assert.deepEqual(await posted(page), [
      { type: 'row', key: 'iso90001-2022:A.5.1' },
      { type: 'decision', key: 'iso90001-2022:A.5.1' },
      { type: 'policy', path: 'tea.md', key: 'iso90001-2022:A.5.1' },
      { type: 'policy', path: 'notes.md', key: null },
    ]);
  });

  it('asks for other versions, for the same again, and for the report', async () => {
    const page = await open();
    await page.page.locator('[data-choose=before]').click();
    await page.page.locator('[data-choose=after]').click();
    await page.page.getByText('Compare again').click();
    await page.page.getByText('Show as Markdown').click();
    assert.deepEqual(await posted(page), [
      { type: 'choose', side: 'before' },
      { type: 'choose', side: 'after' },
      { type: 'again' },
      { type: 'report' },
    ]);
  });

  it('goes from control to control by keyboard, and copies one as Markdown', async () => {
    const page = await open();
    await page.page.locator(`${first} .id-link`).focus();
    await page.page.keyboard.press('ArrowDown');
    assert.equal(await page.read('document.activeElement.textContent'), '90001:A.5.2');
    await page.page.keyboard.press('c');
    const [copied] = await posted(page);
    assert.equal(copied?.type === 'copy' && copied.what, '90001:A.5.2');
    assert.match(
      copied?.type === 'copy' ? copied.text : '',
      /^\| Control \| Title \| {2}\| What changed \| Cited by \|\n.*\n\| 90001:A\.5\.2 \| .* \| Changed \| Was excluded, now applicable; .*\| {2}\|\n$/,
    );
  });

  it('copies what is shown', async () => {
    const page = await open();
    await page.page.locator('.bar').getByText('Copy as Markdown').click();
    const [copied] = await posted(page);
    assert.equal(copied?.type === 'copy' && copied.text.split('\n').length, 5);
  });

  it('says when the texts have changed since, and why there is no comparison', async () => {
    const page = await open();
    await page.send({ type: 'outdated' });
    assert.match((await texts(page, '.notice'))[0]!, /The texts have changed since they were compared/);
    await page.send(message());
    assert.deepEqual(await texts(page, '.notice'), []);
    await page.send({ type: 'problem', text: 'This folder is not in a git repository.' });
    assert.deepEqual(await texts(page, '.message'), ['This folder is not in a git repository.']);
    assert.equal(await page.read(`document.querySelector('main').hidden`), true);
  });

  it('shows hostile texts as text', async () => {
    const page = await openPage();
    await page.send(message(hostile));
    assert.equal(await page.read(`document.querySelectorAll('img').length`), 0);
    assert.equal(await page.read('window.hacked'), undefined);
    assert.ok((await texts(page, second))[0]!.includes(hostile));
  });

  for (const theme of themes) {
    for (const width of [1440, 700]) {
      it(`has nothing that axe objects to in the ${theme.name} theme at ${width} pixels`, async () => {
        const page = await open({ width }, theme);
        await page.send({ type: 'outdated' });
        assert.deepEqual(await axeViolations(page), []);
      });
    }
  }
});
