/** Each catalog file for itself and all together: schema, uniqueness, ends of mappings, moves between editions. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { entryKeyOf } from '../../server/src/core/catalog/ids.js';
import type { Catalog } from '../../server/src/core/catalog/types.js';
import { catalogFolder, loadCatalog, readFolder, readMappings, readStandards } from './support/files.js';

const ajv = new Ajv({ allErrors: true });
function schema(name: string): ValidateFunction {
  return ajv.compile(JSON.parse(readFileSync(join(catalogFolder('schema'), `${name}.schema.json`), 'utf8')));
}

describe('catalog: files', () => {
  let catalog: Catalog;
  before(async () => {
    catalog = await loadCatalog();
  });

  describe('schemas', () => {
    const validators = { standard: schema('standard'), mapping: schema('mapping'), intents: schema('intents') };
    const texts = schema('texts');
    const schemaOf = {
      standards: 'standard',
      laws: 'standard',
      frameworks: 'standard',
      mappings: 'mapping',
      intents: 'intents',
    } as const;

    for (const [folder, name] of Object.entries(schemaOf)) {
      it(`every file of catalog/${folder} is valid`, () => {
        for (const [file, content] of readFolder<unknown>(catalogFolder(folder))) {
          const validate = validators[name as keyof typeof validators];
          ok(validate(content), `${file}: ${ajv.errorsText(validate.errors)}`);
        }
      });
    }

    it('the schemas refuse an unknown field, an unknown kind, an unknown relation, and "shall"', () => {
      const [standard] = readFolder<{ entries: object[] }>(catalogFolder('standards')).values();
      ok(!validators.standard({ ...standard, colour: 'red' }));
      ok(!validators.standard({ ...standard, entries: [{ id: 'A.1', kind: 'rule', title: 'x' }] }));
      ok(!validators.standard({ ...standard, entries: [{ id: 5.1, kind: 'control', title: 'x' }] }));
      const [mapping] = readFolder<{ rows: object[] }>(catalogFolder('mappings')).values();
      ok(!validators.mapping({ ...mapping, rows: [{ ...mapping!.rows[0], relation: 'similar' }] }));
      ok(!validators.mapping({ ...mapping, rows: [{ ...mapping!.rows[0], from: 'A.5.1' }] }));
      ok(!validators.intents({ key: 'x', licence: 'MIT', intents: { 4: 'The organisation shall know its context.' } }));
      ok(texts({ key: 'iso27001-2022', texts: { 'A.5.1': 'Text.' } }));
      ok(!texts({ key: 'iso27001-2022', texts: { 'A.5.1': '' } }));
    });
  });

  it('every id is unique in its file, every parent and explained control exists, every key is the file name', () => {
    for (const folder of ['standards', 'frameworks']) {
      for (const [name, file] of readFolder<{ key: string }>(catalogFolder(folder))) strictEqual(file.key, name);
    }
    for (const [name, file] of readMappings()) strictEqual(file.key, name);
    for (const file of readStandards().values()) {
      const keys = file.entries.map((entry) => entryKeyOf(file.key, entry.id));
      strictEqual(new Set(keys).size, keys.length, file.key);
      for (const entry of file.entries) {
        const other = entry.parent ?? entry.id;
        ok(keys.includes(entryKeyOf(file.key, other)), `${file.key} ${entry.id}: parent ${other}`);
        if (entry.kind === 'guidance')
          strictEqual(catalog.find(file.key, entry.explains ?? '')?.kind, 'control', entry.id);
        if (entry.mirrors) ok(catalog.entry(entry.mirrors), `${entry.id} mirrors ${entry.mirrors}`);
      }
    }
  });

  it('keys, short names with editions, and names of different standards do not collide', () => {
    const standards = catalog.standards;
    strictEqual(new Set(standards.map((standard) => standard.key)).size, standards.length);
    strictEqual(
      new Set(standards.map((standard) => `${standard.standard}:${standard.edition}`)).size,
      standards.length,
    );
    const owner = new Map<string, string>();
    for (const standard of standards) {
      const companions = (standard.companions ?? []).flatMap((companion) => companion.names);
      for (const name of [...(standard.names ?? []), ...companions]) {
        const known = owner.get(name.toLowerCase()) ?? standard.standard;
        strictEqual(known, standard.standard, name);
        owner.set(name.toLowerCase(), standard.standard);
      }
    }
  });

  it('what requires the Statement of Applicability, former and invented ids fit the entries', () => {
    for (const standard of catalog.standards) {
      if (standard.type === 'management-system') ok(catalog.find(standard.key, standard.soaItem ?? ''), standard.key);
      for (const invented of standard.inventedIds ?? []) {
        strictEqual(catalog.find(standard.key, invented), undefined, `${standard.key} ${invented}`);
      }
      for (const former of standard.formerIds ?? []) ok(catalog.find(standard.key, former.now), former.now);
      if (standard.supersedes) ok(catalog.standard(standard.supersedes));
    }
    strictEqual(catalog.find('iso27001-2022', '6.1.3 d')?.title, 'Statement of Applicability');
    strictEqual(catalog.find('iso27701-2025', '6.1.3 e')?.title, 'Statement of Applicability');
    strictEqual(catalog.find('iso42001-2023', '6.1.3 f')?.title, 'Statement of Applicability');
  });

  it('every mapping end exists, and its row names sources that the head explains', () => {
    for (const [name, file] of readMappings()) {
      const used = new Set<string>();
      for (const row of file.rows) {
        for (const end of [row.from, row.to]) ok(catalog.entry(end), `${name}: ${end}`);
        if (file.from) ok(row.from.startsWith(`${file.from}:`), `${name}: ${row.from}`);
        if (file.to) ok(row.to.startsWith(`${file.to}:`), `${name}: ${row.to}`);
        for (const source of [row.source].flat()) {
          ok(file.sources[source], `${name}: source ${source}`);
          used.add(source);
        }
      }
      deepStrictEqual([...used].sort(), Object.keys(file.sources).sort(), name);
    }
  });

  it('no row occurs twice in a file, unless the page it transcribes says it twice', () => {
    for (const [name, file] of readMappings()) {
      const rows = file.rows.map(
        (row) => `${row.from} ${row.to} ${row.relation} ${[row.source].flat().join(' ')} ${row.via}`,
      );
      strictEqual(new Set(rows).size, rows.length, name);
    }
  });

  it('entries without a counterpart have none', () => {
    for (const [name, file] of readMappings()) {
      for (const [key, ids] of Object.entries(file.withoutCounterpart ?? {})) {
        for (const id of ids) {
          ok(catalog.find(key, id), `${name}: ${id}`);
          const own = entryKeyOf(key, id);
          // For 27701:2025 the list is about Table A.3; a control may still relate to the privacy controls of A.1 and A.2.
          const others = file.rows.flatMap((row) => (row.from === own ? row.to : row.to === own ? row.from : []));
          const counterparts = others.filter((other) => other.startsWith('iso27701-2025:A.3.'));
          deepStrictEqual(key === 'iso27001-2022' ? counterparts : [], [], `${name}: ${id}`);
          const relations = file.rows.filter((row) => [row.from, row.to].includes(own)).map((row) => row.relation);
          if (key !== 'iso27001-2022')
            ok(
              relations.every((relation) => relation === 'related'),
              `${name}: ${id}`,
            );
        }
      }
    }
  });

  it('movedTo and movedFrom agree with the mapping file between both editions', () => {
    let compared = 0;
    for (const newer of readStandards().values()) {
      if (!newer.supersedes) continue;
      const older = readStandards().get(newer.supersedes)!;
      const rows = readMappings().get(`${older.key}--${newer.key}`)!.rows;
      const idOf = (key: string) => key.slice(key.indexOf(':') + 1);
      for (const entry of older.entries) {
        if (!entry.movedTo) continue;
        const expected = rows.filter((row) => row.from === `${older.key}:${entry.id}`).map((row) => idOf(row.to));
        deepStrictEqual([...entry.movedTo].sort(), expected.sort(), `${older.key} ${entry.id}`);
        compared++;
      }
      for (const entry of newer.entries) {
        if (!entry.movedFrom) continue;
        const expected = rows.filter((row) => row.to === `${newer.key}:${entry.id}`).map((row) => idOf(row.from));
        deepStrictEqual([...entry.movedFrom].sort(), expected.sort(), `${newer.key} ${entry.id}`);
        strictEqual(entry.isNew ?? false, newer.key === 'iso27001-2022' && expected.length === 0, entry.id);
        compared++;
      }
    }
    strictEqual(compared, 114 + 93 + (114 + 49) + 78);
  });

  it('no file holds the text of a requirement', () => {
    for (const file of readStandards().values()) {
      if (!file.key.startsWith('iso')) continue;
      for (const entry of file.entries)
        ok(!/\bshall\b/i.test(`${entry.title} ${entry.note ?? ''}`), `${file.key} ${entry.id}`);
    }
  });
});
