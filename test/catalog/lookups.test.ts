/** Facts that people rely on, asked of the built catalog by the interface that the product uses. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { Catalog } from '../../server/src/core/catalog/types.js';
import { loadCatalog } from './support/files.js';

describe('catalog: lookups', () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await loadCatalog();
  });

  const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map((entry) => entry.id);

  it('the same id means different things in different standards', () => {
    strictEqual(catalog.find('iso27001-2022', 'A.8.3')?.title, 'Information access restriction');
    strictEqual(catalog.find('iso42001-2023', 'A.8.3')?.title, 'External reporting');
    deepStrictEqual(
      ['iso27001-2022', 'iso42001-2023', 'iso27001-2013'].map((key) => catalog.find(key, 'A.5.1')?.kind),
      ['control', 'objective', 'objective'],
    );
    strictEqual(catalog.find('iso27701-2019', 'B.8.2.1')?.kind, 'control');
    strictEqual(catalog.find('iso27701-2025', 'B.1.2.2')?.explains, 'A.1.2.2');
    strictEqual(catalog.find('iso27701-2025', 'A.3.1')?.kind, 'general');
    for (const key of ['iso27001-2022', 'iso27701-2025']) strictEqual(catalog.find(key, '8.4'), undefined);
  });

  it('replacements of superseded controls and clauses', () => {
    const successors = (key: string) => ids(catalog.successors(key));
    deepStrictEqual(successors('iso27001-2013:A.12.6.1'), ['A.8.8']);
    deepStrictEqual(successors('iso27001-2013:A.18.2.3').sort(), ['A.5.36', 'A.8.8']);
    deepStrictEqual(successors('iso27001-2013:10.1'), ['10.2']);
    deepStrictEqual(successors('iso27701-2019:A.7.3.6'), ['A.1.3.7']);
    deepStrictEqual(successors('iso27701-2019:B.8.5.8'), ['A.2.5.9']);
    deepStrictEqual(successors('iso27701-2019:6.6.1.1'), []);
    strictEqual(catalog.entry('iso27701-2019:6.6.1.1')?.withdrawn, true);
    for (const control of catalog.controls('iso27001-2013')) ok(successors(control.key).length > 0, control.id);
    deepStrictEqual(ids(catalog.predecessors('iso27001-2022:A.8.1')).sort(), ['A.11.2.8', 'A.6.2.1']);
    deepStrictEqual(ids(catalog.predecessors('iso27001-2022:A.5.7')), []);
  });

  it('provisions of laws', () => {
    strictEqual(catalog.entry('gdpr:5.1.f')?.title, 'Principles relating to processing of personal data');
    strictEqual(catalog.entry('ai-act:26.6')?.id, '26(6)');
    strictEqual(catalog.find('ai-act', '10(5)')?.deleted, true);
    strictEqual(catalog.find('ai-act', 'Article 10(5)(a)')?.deleted, true);
    strictEqual(catalog.find('ai-act', '10(4)')?.deleted, undefined);
    ok(catalog.find('ai-act', '75d') && catalog.find('ai-act', 'Annex XIV') && catalog.find('ai-act', '5(1)(bb)'));
    for (const unknown of ['114', '75e', 'Annex XV', '28b'])
      strictEqual(catalog.find('ai-act', unknown), undefined, unknown);
    for (const unknown of ['100', '6(1)(g)', '28(3)(i)', '13(2)(g)'])
      strictEqual(catalog.find('gdpr', unknown), undefined, unknown);
    for (const known of ['6(1)(f)', '28(3)(h)', '13(3)(a)', '15(1)(z)']) ok(catalog.find('gdpr', known), known);
    strictEqual(catalog.find('nis2', '21(2)(k)'), undefined);
    strictEqual(catalog.find('nis2', '21(2)(h)')?.parent, '21');
  });

  it('mappings of the integration page are joined with those of the pair files', () => {
    const [toValueChain, ...more] = catalog
      .mappings('iso27001-2022:A.5.19')
      .filter((view) => view.target === 'ai-act:25');
    deepStrictEqual(more, []);
    strictEqual(toValueChain?.source, 'Modulos integration page table 2 row 2; Modulos integration page table 3 row 3');
    deepStrictEqual([toValueChain?.relation, toValueChain?.confidence], ['related', 'high']);
    const back = catalog.mappings('ai-act:25').filter((view) => view.target === 'iso27001-2022:A.5.19');
    deepStrictEqual([back.length, back[0]?.inverse], [1, true]);
  });

  it('no entry shows the same relation to the same target twice', () => {
    for (const standard of catalog.standards) {
      for (const entry of standard.entries) {
        const views = catalog.mappings(entry.key).map((view) => `${view.relation} ${view.target}`);
        strictEqual(new Set(views).size, views.length, entry.key);
      }
    }
  });

  it('the clause matrix covers clauses 4 to 10', () => {
    for (const clause of ['4', '5', '6', '7', '8', '9', '10']) ok(catalog.clauseMatrix(clause)?.shared, clause);
    strictEqual(catalog.clauseMatrix('11'), undefined);
  });

  it('European adoptions and companions are named', () => {
    const years = catalog.standards.flatMap((standard) =>
      (standard.alsoPublishedAs ?? []).map((item) => `${item.name}:${item.year} = ${standard.key}`),
    );
    ok(years.includes('EN ISO/IEC 27001:2023 = iso27001-2022'));
    deepStrictEqual(
      catalog.editions('27001').map((standard) => standard.companions?.map((item) => `${item.number}:${item.edition}`)),
      [['27002:2022'], ['27002:2013']],
    );
    for (const standard of catalog.editions('27001')) {
      for (const { idPrefix } of standard.companions ?? []) {
        for (const control of catalog.controls(standard.key)) ok(control.id.startsWith(idPrefix));
      }
    }
  });
});
