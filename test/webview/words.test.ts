/** In a pseudo-language every page is looked through for English words that were left in the code. */
import assert from 'node:assert/strict';
import type { MessageToComparison } from '../../client/webview/comparison/messages.js';
import type { MessageToPane } from '../../client/webview/messages.js';
import { speak } from '../../server/src/core/l10n.js';
import { compareStatements } from '../../server/src/core/soa/compare/compareStatements.js';
import { comparisonOf } from '../../server/src/core/soa/compare/wording.js';
import { exampleSystem } from '../support/exampleSystem.js';
import { pseudoTextsOfPanes, speakPseudoLanguage } from '../support/pseudoLocale.js';
import type { PanePage } from './support/browser.js';
import { importedFile, importMessage } from './support/importPreviews.js';
import { exampleClauses, modelWithoutSoa, teaModel, teaReuse, teaStatement } from './support/models.js';
import { pageSuite } from './support/suite.js';

/** Names of files and standards, examples of ids, and other words that are the same in every language. */
const same =
  /soa\.yaml|ISO\/IEC|Amd 1:2024|Markdown|R-012|GDPR Art\. 32|OWN-01|policies\/scope\.md|\bEscape\b|\bAlt\+N?/g;

/** Texts that a reader sees or hears, without what the messages brought. */
async function plainWords(page: PanePage, sent: readonly unknown[]): Promise<string[]> {
  const texts = await page.read<string[]>(`(() => {
    const texts = [];
    const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) texts.push(node.data);
      else for (const name of ['title', 'aria-label', 'placeholder', 'data-label', 'aria-description'])
        if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
    }
    return [...new Set(texts)];
  })()`);
  const data = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string')
      for (const part of value.split(/[\uff21-\uff3a\uff41-\uff5a][^A-Za-z]*/u)) data.add(part.trim());
    else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit(sent);
  const known = [...data].filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);
  return texts.filter((text) => {
    let rest = text.replace(same, ' ');
    for (const part of known) rest = rest.replaceAll(part, ' ');
    return /[A-Za-z]{2}/.test(rest);
  });
}

describe('Words of the pages in a pseudo-language', function () {
  this.timeout(60_000);
  const texts = pseudoTextsOfPanes();
  const openStatement = pageSuite('soa');
  const openComparison = pageSuite('comparison');
  const openImport = pageSuite('import');

  before(speakPseudoLanguage);
  after(() => speak('en', null));

  const sendAll = async (page: PanePage, messages: readonly (MessageToPane | MessageToComparison)[]) => {
    for (const message of messages) await page.send(message);
    return messages;
  };

  it('are all translated in the statement, its views and its editors', async () => {
    const page = await openStatement({ texts });
    const change = (soa: string) =>
      soa
        .replace(
          'status: implemented',
          'status: partial\n    target: 2027-01-31\n    model: shared\n    supplier: Acme',
        )
        .replace('roles: [controller]', 'roles: [controller, processor], amendments: [Amd 1:2027]');
    const sent = await sendAll(page, [
      { type: 'model', model: teaModel(change), source: 'system-1' },
      { type: 'offered', standards: [{ standard: '90003:2023', name: 'ISO/IEC 90003:2023' }] },
      { type: 'view', view: 'clauses', data: exampleClauses() },
      { type: 'view', view: 'reuse', data: teaReuse() },
    ]);
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      found[name] = await plainWords(page, sent);
    };
    await look('controls');
    await page.page.locator('[data-head=edit]').click();
    await page.send({ type: 'offered', standards: [{ standard: '90003:2023', name: 'ISO/IEC 90003:2023' }] });
    await page.page.locator('[data-head=own]').click();
    await page.page.locator('tr[data-key="iso90001-2022:A.5.1"] td.status').click();
    await page.page.locator('.choose').first().check();
    await look('editors');
    for (const tab of ['clauses', 'coverage', 'reuse']) {
      await page.page.locator(`[data-tab=${tab}]`).click();
      if (tab === 'reuse') await page.page.locator('[data-unfold]').first().click();
      await look(tab);
    }
    assert.deepEqual(found, { controls: [], editors: [], clauses: [], coverage: [], reuse: [] });
  });

  it('are all translated where there is no soa.yaml, and where it has mistakes', async () => {
    const page = await openStatement({ texts });
    const none = await sendAll(page, [{ type: 'model', model: modelWithoutSoa() }]);
    assert.deepEqual(await plainWords(page, none), []);
    const model = teaModel((soa) => `colour: blue\n${soa.replace('implemented', 'shiny')}`);
    const broken = await sendAll(page, [{ type: 'model', model, problemLines: [1, 9], locked: '－' }]);
    assert.deepEqual(await plainWords(page, broken), []);
  });

  it('are all translated in the comparison', async () => {
    const page = await openComparison({ texts });
    const after = teaStatement((soa) =>
      soa
        .replace('version: "2.1"', 'version: "2.2"')
        .replace('risk: [R-1]', 'risk: [R-2], legal: [Art. 1]')
        .replace('status: implemented', 'status: partial\n    model: inherited\n    supplier: Acme')
        .replace('pot.md, date: 2026-01-31', 'pot.md, date: 2026-06-30')
        .replace('{ applicable: no, justification: No kitchen. }', '{ applicable: yes }'),
    );
    const side = { commit: null, date: null };
    const diff = compareStatements(
      { label: '2.1', model: teaStatement(), ...side },
      { label: '2.2', model: after, ...side },
      null,
    );
    await page.send({ type: 'comparison', comparison: comparisonOf(diff), source: 'source-1' });
    // Words of the comparison are made by the server: what is plain in its sentences must come from the statements.
    const statements = [teaStatement(), after].map(({ header, standards, rows }) => ({ header, standards, rows }));
    assert.deepEqual(await plainWords(page, statements), []);
  });

  it('are all translated in the preview of an import', async () => {
    const page = await openImport({ texts });
    const { catalog } = exampleSystem().snapshot;
    const titles = catalog.standards.flatMap(({ name, fullTitle, entries }) => [
      name,
      fullTitle,
      ...entries.map(({ title }) => title),
    ]);
    // Names, and words of soa.yaml, which are the same in every language.
    const words = ['old.xlsx', 'old', 'SoA', 'Old', 'applicable', 'yes', 'no', 'undecided'];
    const cells = importedFile.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ text }) => text)));
    for (const target of ['fill', 'replace', 'new'] as const) {
      await page.send(importMessage({ target }));
      assert.deepEqual(await plainWords(page, [titles, words, cells]), [], target);
    }
    await page.send(importMessage({ sheet: 'Old' }, { problem: '－' }));
    assert.deepEqual(await plainWords(page, [titles, words, cells]), [], 'with a problem');
  });
});
