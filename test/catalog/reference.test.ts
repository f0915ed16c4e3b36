/**
 * Equality with the reference that the catalog was made from, where that folder exists beside the repository. Reads the
 * reference's own form, without the import script, so that an error of the import shows here.
 */
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  catalogFolder,
  type EntryRow,
  hasReference,
  type MappingFile,
  type MappingFileRow,
  readFolder,
  readMappings,
  readStandards,
  referenceFolder,
} from './support/files.js';

/** The reference is free-form YAML: this test looks for what it knows and must find every row with an id. */
// biome-ignore lint/suspicious/noExplicitAny: the reference has no types
type Reference = any;

function readReference(path: string): Reference {
  return parse(readFileSync(join(referenceFolder, path), 'utf8'));
}

const isoKeys = ['iso27001-2022', 'iso27001-2013', 'iso27701-2025', 'iso27701-2019', 'iso42001-2023'];

describe('catalog: equality with the reference', () => {
  before(function () {
    if (hasReference) return;
    console.log('      ../shared/reference is not there: nothing to compare.');
    this.skip();
  });

  const byId = (key: string): Map<string, EntryRow> =>
    new Map((readStandards().get(key)?.entries ?? []).map((entry) => [entry.id, entry]));

  /** All rows `{id, title}` of a list under the given path. */
  const rows = (reference: Reference, path: string): Reference[] =>
    path.split('.').reduce((value, name) => value?.[name], reference) ?? [];

  const kinds: Record<string, string> = {
    clauses: 'clause',
    'annex_a.themes': 'theme',
    'annex_a.domains': 'theme',
    'annex_a.areas': 'theme',
    'annex_a.subareas': 'theme',
    'annex_a.groups': 'theme',
    'annex_a.objectives': 'objective',
    'annex_a.controls': 'control',
    'annex_b.controls': 'control',
  };

  for (const key of isoKeys) {
    it(`${key}: every id with its kind and title, and nothing else of these kinds`, () => {
      const reference = readReference(`${key}.yaml`);
      const entries = byId(key);
      const seen = new Set<string>();
      for (const [path, kind] of Object.entries(kinds)) {
        for (const row of rows(reference, path)) {
          const entry = entries.get(row.id);
          const table = rows(reference, 'tables').find((item: Reference) => item.id === row.id);
          deepStrictEqual([entry?.kind, entry?.title], [kind, table?.title ?? row.title], `${key} ${row.id}`);
          for (const alias of [row.aliases ?? [], row.title_variant ?? []].flat()) {
            ok(entry?.aliases?.includes(alias), `${row.id}: alias ${alias}`);
          }
          seen.add(row.id);
        }
      }
      for (const table of rows(reference, 'tables')) {
        strictEqual(entries.get(table.id)?.title, table.title);
        seen.add(table.id);
      }
      const extra = [...entries.values()]
        .filter((entry) => ['clause', 'control', 'theme'].includes(entry.kind) && !seen.has(entry.id))
        .map((entry) => entry.id);
      const groupsWithoutTitle = ['A.7', 'A.7.2', 'A.7.3', 'A.7.4', 'A.7.5', 'B.8', 'B.8.2', 'B.8.3', 'B.8.4', 'B.8.5'];
      deepStrictEqual(extra, key === 'iso27701-2019' ? groupsWithoutTitle : []);
    });

    it(`${key}: groups, roles, guidance, objectives, lettered items, what is new`, () => {
      const reference = readReference(`${key}.yaml`);
      const entries = byId(key);
      const controls = [...rows(reference, 'annex_a.controls'), ...rows(reference, 'annex_b.controls')];
      const themeId = new Map(rows(reference, 'annex_a.themes').map((theme: Reference) => [theme.key, theme.id]));
      for (const row of controls) {
        const entry = entries.get(row.id)!;
        const parent = row.objective ?? row.subarea ?? row.area ?? row.group ?? themeId.get(row.theme);
        deepStrictEqual(
          [entry.parent, entry.role, entry.isNew ?? false],
          [parent, row.role, row.new_in_2022 ?? false],
          row.id,
        );
        if (row.guidance) {
          const guidance = entries.get(row.guidance);
          deepStrictEqual([guidance?.kind, guidance?.explains, guidance?.title], ['guidance', row.id, row.title]);
        }
      }
      const groups = ['areas', 'subareas', 'groups'].flatMap((name) => rows(reference, `annex_a.${name}`));
      for (const group of groups) {
        if (!group.objective_id) continue;
        const objective = entries.get(group.objective_id);
        deepStrictEqual([objective?.kind, objective?.parent], ['objective', group.id], group.objective_id);
      }
      const items = rows(reference, 'lettered_items').map((item: Reference) => [
        `${item.clause} ${item.item}`,
        item.label,
      ]);
      const ours = [...entries.values()]
        .filter((entry) => entry.kind === 'item')
        .map((entry) => [entry.id, entry.title]);
      deepStrictEqual(ours, key === 'iso27001-2013' ? [['6.1.3 d', 'Statement of Applicability']] : items);
    });
  }

  it('moves between editions: every statement of the reference is there', () => {
    const moved = (key: string, id: string) => byId(key).get(id)?.movedTo ?? [];
    for (const row of rows(readReference('iso27001-2013.yaml'), 'annex_a.controls')) {
      deepStrictEqual([...moved('iso27001-2013', row.id)].sort(), [...row.maps_to_2022].sort(), row.id);
    }
    const from = (key: string, id: string) => byId(key).get(id)?.movedFrom ?? [];
    for (const row of rows(readReference('iso27001-2022.yaml'), 'annex_a.controls')) {
      deepStrictEqual([...from('iso27001-2022', row.id)].sort(), [...row.from_2013].sort(), row.id);
    }
    const reference2019 = readReference('iso27701-2019.yaml');
    const lowRows = readMappings()
      .get('iso27701-2019--iso27701-2025')!
      .rows.filter((row) => row.confidence === 'low')
      .map((row) => row.from.slice('iso27701-2019:'.length));
    let unsure = 0;
    for (const path of ['clauses', 'annex_a.controls', 'annex_b.controls']) {
      for (const row of rows(reference2019, path)) {
        if (!('maps_to_2025' in row)) continue;
        const stated = row.maps_to_2025 === null ? [] : [row.maps_to_2025];
        const ours = moved('iso27701-2019', row.id);
        ok(
          stated.every((id) => ours.includes(id)),
          row.id,
        );
        if (ours.length !== stated.length) {
          // The rows that only a report of Annex F has: low confidence, not in `maps_to_2025`.
          ok(lowRows.includes(row.id), row.id);
          unsure++;
        }
        strictEqual(
          byId('iso27701-2019').get(row.id)?.mirrors,
          row.iso27001_2013 && `iso27001-2013:${row.iso27001_2013}`,
        );
      }
    }
    strictEqual(unsure, 2);
    for (const row of rows(readReference('iso27701-2025.yaml'), 'annex_a.controls')) {
      const stated = [row.from_2019, row.from_2019_derived, row.from_2019_annex_f_reported].flat().filter(Boolean);
      deepStrictEqual([...from('iso27701-2025', row.id)].sort(), [...new Set(stated)].sort(), row.id);
      const control = row.iso27001_2022 && `iso27001-2022:${row.iso27001_2022}`;
      const sameTitle = readMappings()
        .get('iso27001-2022--iso27701-2025')!
        .rows.find((item) => item.to === `iso27701-2025:${row.id}` && item.source === 'same-title')?.from;
      strictEqual(sameTitle, control, row.id);
    }
  });

  it('laws: every chapter, article, annex and point with its title', () => {
    for (const file of ['gdpr', 'eu-ai-act', 'nis2']) {
      const reference = readReference(`reference-regulations/${file}.yaml`);
      const entries = byId(reference.key);
      const seen = new Set<string>();
      const compare = (id: string, title: string | null, parent?: string) => {
        const entry = entries.get(id);
        ok(entry, `${file} ${id}`);
        if (title !== null) strictEqual(entry.title, title, `${file} ${id}`);
        else ok(/not (seen|verified)/.test(entry.note ?? ''), `${file} ${id} says that its title is not verified`);
        strictEqual(entry.parent, parent, `${file} ${id}`);
        seen.add(id);
      };
      for (const row of reference.chapters) compare(`Chapter ${row.id}`, row.title);
      for (const row of [...reference.articles, ...(reference.articles_inserted_2026 ?? [])]) {
        compare(row.id, row.title, `Chapter ${row.chapter}`);
        strictEqual(entries.get(row.id)?.section, row.section);
      }
      for (const row of [...(reference.annexes ?? []), ...(reference.annexes_added_2026 ?? [])]) {
        compare(`Annex ${row.id}`, row.title);
      }
      for (const row of reference.article_21_2 ?? []) compare(`21(2)(${row.id.slice(-1)})`, row.text, '21');
      const extra = [...entries.keys()].filter((id) => !seen.has(id));
      const parts = ['5(1)(ba)', '5(1)(bb)', '5(1a)', '5(1b)', '10(5)', '99(6a)'];
      deepStrictEqual(extra, file === 'eu-ai-act' ? parts : [], file);
    }
    strictEqual(byId('ai-act').get('10(5)')?.deleted, true);
  });

  it('frameworks: every function, category and subcategory with its text', () => {
    for (const key of ['nist-ai-rmf-1.0', 'nist-csf-2.0']) {
      const reference = readReference(`reference-regulations/${key}.yaml`);
      const expected = ['functions', 'categories', 'subcategories'].flatMap((list) =>
        reference[list].map((row: Reference) => [row.id, row.statement ?? row.name]),
      );
      const ours = [...byId(key).values()].map((entry) => [entry.id, entry.title]);
      deepStrictEqual(ours.sort(), expected.sort(), key);
      for (const row of reference.categories)
        if (row.function) strictEqual(byId(key).get(row.id)?.parent, row.function);
    }
  });

  describe('mappings', () => {
    const order = (rows: string[]) => rows.sort();
    const plain = (row: Reference, links?: number) =>
      JSON.stringify([
        row.from,
        row.to,
        row.relation,
        row.confidence,
        row.via ?? null,
        links ?? null,
        row.note ?? null,
      ]);

    it('the same files with the same rows', () => {
      const reference = readFolder<Reference>(join(referenceFolder, 'mappings'));
      deepStrictEqual([...readMappings().keys()], [...reference.keys()]);
      for (const [name, file] of readMappings()) {
        const expected = reference.get(name)!.rows.map((row: Reference) => plain(row, row.leaf_links));
        deepStrictEqual(order(file.rows.map((row) => plain(row, row.links))), order(expected), name);
      }
    });

    it('the same sources: rows with one source there have one source here, and the other way round', () => {
      const textsOf = (file: MappingFile, row: MappingFileRow) =>
        [row.source].flat().map((name) => file.sources[name]!);
      const reference = readFolder<Reference>(join(referenceFolder, 'mappings'));
      for (const [name, file] of readMappings()) {
        const there = new Map<string, string>();
        const here = new Map<string, string>();
        for (const [index, row] of file.rows.entries()) {
          const source: string = reference.get(name)!.rows[index].source;
          const texts = textsOf(file, row);
          const joined = texts.join(' | ');
          strictEqual(there.get(joined) ?? source, source, `${name} row ${index + 1}`);
          strictEqual(here.get(source) ?? joined, joined, `${name} row ${index + 1}`);
          there.set(joined, source);
          here.set(source, joined);
          const last = texts.at(-1)!.replace('Modulos integration page ', '');
          ok(source.includes(last) || /by subject/.test(source), `${name}: ${source} → ${joined}`);
        }
      }
    });

    it('entries named as having no counterpart', () => {
      const reference = readFolder<Reference>(join(referenceFolder, 'mappings'));
      for (const [name, file] of readMappings()) {
        const { only_in_42001: only = [], no_27001_counterpart: no = [] } = reference.get(name)!;
        deepStrictEqual(file.withoutCounterpart?.['iso42001-2023'] ?? [], [...only, ...no], name);
      }
      deepStrictEqual(
        readMappings().get('iso27001-2022--iso27701-2025')!.withoutCounterpart?.['iso27001-2022'],
        readReference('iso27701-2025.yaml').iso27001_2022_without_counterpart,
      );
    });

    it('no cell of the Modulos tables is copied', () => {
      const reference = readFolder<Reference>(join(referenceFolder, 'mappings')).get('modulos-integration')!;
      const ours = readFileSync(join(catalogFolder('mappings'), 'modulos-integration.yaml'), 'utf8');
      for (const table of ['table_1', 'table_2', 'table_3', 'table_4']) {
        for (const cell of reference[table].rows.flat()) {
          if (cell.length > 40) ok(!ours.includes(cell), cell);
        }
      }
    });
  });
});
