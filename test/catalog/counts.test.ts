/** The published counts of every standard, law, framework and mapping file. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { Catalog, CatalogEntry, EntryKind } from '../../server/src/core/catalog/types.js';
import { builtCatalog, loadCatalog, readMappings, readStandards } from './support/files.js';

describe('catalog: counts', () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await loadCatalog();
  });

  const entries = (key: string, kind: EntryKind): CatalogEntry[] =>
    (catalog.standard(key)?.entries ?? []).filter((entry) => entry.kind === kind);
  const count = (key: string, kind: EntryKind): number => entries(key, kind).length;
  const controlsPerGroup = (key: string): Record<string, number> =>
    Object.fromEntries(
      entries(key, 'theme')
        .filter((theme) => theme.parent === undefined)
        .map((theme) => [theme.id, controlsBelow(key, theme.id)]),
    );
  const controlsBelow = (key: string, id: string): number =>
    catalog
      .children(key, id)
      .reduce((sum, child) => sum + (child.kind === 'control' ? 1 : controlsBelow(key, child.id)), 0);

  it('the files build without a problem', async () => {
    deepStrictEqual((await builtCatalog()).problems, []);
    deepStrictEqual(catalog.problems, []);
    strictEqual(catalog.standards.length, 11);
  });

  it('ISO/IEC 27001:2022: 41 clauses, 93 controls in four themes, 11 new', () => {
    const key = 'iso27001-2022';
    strictEqual(count(key, 'clause'), 41);
    strictEqual(catalog.controls(key).length, 93);
    deepStrictEqual(controlsPerGroup(key), { 'A.5': 37, 'A.6': 8, 'A.7': 14, 'A.8': 34 });
    const newIds = catalog.controls(key).filter((control) => control.isNew);
    deepStrictEqual(
      newIds.map((control) => control.id),
      ['A.5.7', 'A.5.23', 'A.5.30', 'A.7.4', 'A.8.9', 'A.8.10', 'A.8.11', 'A.8.12', 'A.8.16', 'A.8.23', 'A.8.28'],
    );
    strictEqual(count(key, 'objective'), 0);
    deepStrictEqual(
      entries(key, 'item').map((item) => item.id),
      ['6.1.3 a', '6.1.3 b', '6.1.3 c', '6.1.3 d', '6.1.3 e', '6.1.3 f'],
    );
  });

  it('ISO/IEC 27001:2013: 35 clauses, 14 domains, 35 objectives, 114 controls', () => {
    const key = 'iso27001-2013';
    strictEqual(count(key, 'clause'), 35);
    strictEqual(count(key, 'theme'), 14);
    strictEqual(count(key, 'objective'), 35);
    strictEqual(catalog.controls(key).length, 114);
    deepStrictEqual(Object.values(controlsPerGroup(key)), [2, 7, 6, 10, 14, 2, 15, 14, 7, 13, 5, 7, 4, 8]);
  });

  it('ISO/IEC 27701:2025: 41 clauses, 78 controls in three tables, each with guidance', () => {
    const key = 'iso27701-2025';
    strictEqual(count(key, 'clause'), 41);
    strictEqual(catalog.controls(key).length, 78);
    deepStrictEqual(controlsPerGroup(key), { 'A.1': 31, 'A.2': 18, 'A.3': 29 });
    strictEqual(count(key, 'guidance'), 78);
    strictEqual(count(key, 'objective'), 8);
    strictEqual(count(key, 'general'), 4);
    const withRole = (role: string) => catalog.controls(key).filter((control) => control.role === role).length;
    deepStrictEqual([withRole('controller'), withRole('processor'), withRole('both')], [31, 18, 29]);
  });

  it('ISO/IEC 27701:2019: 31 + 18 controls, 114 subclauses of clause 6 on the third level', () => {
    const key = 'iso27701-2019';
    const inAnnex = (letter: string) => catalog.controls(key).filter((control) => control.id.startsWith(letter)).length;
    deepStrictEqual([inAnnex('A.7.'), inAnnex('B.8.'), catalog.controls(key).length], [31, 18, 49]);
    strictEqual(entries(key, 'clause').filter((clause) => /^6(\.\d+){3}$/.test(clause.id)).length, 114);
    strictEqual(count(key, 'guidance'), 49);
  });

  it('ISO/IEC 42001:2023: 43 clauses, 38 controls in 9 areas, 10 objectives', () => {
    const key = 'iso42001-2023';
    strictEqual(count(key, 'clause'), 43);
    strictEqual(catalog.controls(key).length, 38);
    deepStrictEqual(Object.entries(controlsPerGroup(key)), [
      ['A.2', 3],
      ['A.3', 2],
      ['A.4', 5],
      ['A.5', 4],
      ['A.6', 9],
      ['A.7', 5],
      ['A.8', 4],
      ['A.9', 3],
      ['A.10', 3],
    ]);
    strictEqual(count(key, 'objective'), 10);
    strictEqual(count(key, 'guidance'), 38);
    strictEqual(count(key, 'item'), 7);
  });

  it('laws: GDPR 99 articles; AI Act 113 + 6 articles and 14 annexes; NIS2 46 articles and 10 points', () => {
    deepStrictEqual([count('gdpr', 'article'), count('gdpr', 'chapter')], [99, 11]);
    strictEqual(count('ai-act', 'article'), 113 + 6);
    strictEqual(count('ai-act', 'annex'), 14);
    strictEqual(count('ai-act', 'chapter'), 13);
    strictEqual(count('nis2', 'article'), 46);
    strictEqual(count('nis2', 'chapter'), 9);
    deepStrictEqual(
      entries('nis2', 'item').map((item) => item.id),
      [...'abcdefghij'].map((letter) => `21(2)(${letter})`),
    );
    strictEqual(entries('nis2-ir-2024-2690', 'annex').length, 13 + 49);
  });

  it('frameworks: AI RMF 4/19/72 and CSF 6/22/106', () => {
    for (const [key, expected] of Object.entries({ 'nist-ai-rmf-1.0': [4, 19, 72], 'nist-csf-2.0': [6, 22, 106] })) {
      deepStrictEqual([count(key, 'function'), count(key, 'category'), count(key, 'subcategory')], expected, key);
    }
  });

  it('mapping files: rows of each file, and 2,831 in all', () => {
    const rows = Object.fromEntries([...readMappings()].map(([name, file]) => [name, file.rows.length]));
    deepStrictEqual(rows, {
      'iso27001-2013--iso27001-2022': 150,
      'iso27001-2022--eu-ai-act': 33,
      'iso27001-2022--gdpr': 120,
      'iso27001-2022--iso27701-2025': 144,
      'iso27001-2022--iso42001-2023': 98,
      'iso27001-2022--nis2': 131,
      'iso27001-2022--nist-csf-2.0': 341,
      'iso27701-2019--gdpr': 482,
      'iso27701-2019--iso27701-2025': 123,
      'iso27701-2025--eu-ai-act': 16,
      'iso27701-2025--gdpr': 498,
      'iso27701-2025--nis2': 31,
      'iso27701-2025--nist-csf-2.0': 92,
      'iso42001-2023--eu-ai-act': 54,
      'iso42001-2023--gdpr': 21,
      'iso42001-2023--iso27701-2025': 72,
      'iso42001-2023--nis2': 9,
      'iso42001-2023--nist-ai-rmf-1.0': 70,
      'iso42001-2023--nist-csf-2.0': 97,
      'modulos-integration': 106,
      'nis2-ir-2024-2690--iso27001-2022': 125,
      'nist-ai-rmf-1.0--iso27001-2022': 12,
      'nist-ai-rmf-1.0--iso27701-2025': 6,
    });
    strictEqual(
      Object.values(rows).reduce((sum, number) => sum + number, 0),
      2831,
    );
  });

  it('the counts at the head of each mapping file are those of its rows', () => {
    for (const [name, file] of readMappings()) {
      const of = (confidence: string) => file.rows.filter((row) => row.confidence === confidence).length;
      deepStrictEqual(
        file.counts,
        { rows: file.rows.length, high: of('high'), medium: of('medium'), low: of('low') },
        name,
      );
    }
  });

  it('the counts at the head of each standard file are those of its entries', () => {
    const counted = new Map<string, (rows: StandardRows) => number>([
      ['clauses_total', (rows) => rows.ofKind('clause')],
      ['annex_a_controls', (rows) => rows.ofKind('control', 'A.')],
      ['annex_b_controls', (rows) => rows.ofKind('control', 'B.')],
      ['annex_a_domains', (rows) => rows.ofKind('theme')],
      ['annex_a_objectives', (rows) => rows.ofKind('objective')],
      ['annex_a_objective_statements', (rows) => rows.ofKind('objective')],
      ['new_in_2022', (rows) => rows.all.filter((row) => row.isNew).length],
      ['chapters', (rows) => rows.ofKind('chapter')],
      ['articles', (rows) => rows.ofKind('article')],
      ['annexes', (rows) => rows.ofKind('annex')],
      ['functions', (rows) => rows.ofKind('function')],
      ['categories', (rows) => rows.ofKind('category')],
      ['subcategories', (rows) => rows.ofKind('subcategory')],
    ]);
    let checked = 0;
    for (const file of readStandards().values()) {
      const rows = new StandardRows(file.entries);
      for (const [name, expected] of Object.entries(file.counts ?? {})) {
        const actual = counted.get(name)?.(rows);
        if (actual === undefined) continue;
        strictEqual(actual, expected, `${file.key}: ${name}`);
        checked++;
      }
    }
    ok(checked >= 20, `${checked} counts checked`);
  });
});

class StandardRows {
  constructor(readonly all: readonly { readonly id: string; readonly kind: string; readonly isNew?: boolean }[]) {}

  ofKind(kind: string, prefix = ''): number {
    return this.all.filter((row) => row.kind === kind && row.id.startsWith(prefix)).length;
  }
}
