import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { parseAddition } from '../../../server/src/core/catalog/read-file.js';
import type { CatalogAddition } from '../../../server/src/core/catalog/types.js';
import { miniCatalog } from './mini.js';

/** Reads a file that must be all right. */
function addition(text: string, file = 'own.yaml'): CatalogAddition {
  const { data, problems } = parseAddition(text, file);
  deepStrictEqual(problems, []);
  return data!;
}

const ownStandard = `
key: house-rules
name: House rules
type: framework
entries:
  - { id: HR.1, kind: control, title: No noise }
  - { id: 5.10, kind: control, title: No dogs }
`;

describe('core/catalog: files of an organisation', () => {
  it('adds a standard of its own; unquoted ids stay as written', () => {
    const catalog = miniCatalog([addition(ownStandard)]);
    deepStrictEqual(catalog.problems, []);
    const standard = catalog.standard('house-rules')!;
    deepStrictEqual([standard.standard, standard.edition, standard.isAddition], ['house-rules', '', true]);
    deepStrictEqual(
      catalog.controls('house-rules').map((entry) => entry.id),
      ['HR.1', '5.10'],
    );
    strictEqual(catalog.edition('house-rules')?.name, 'House rules');
    strictEqual(catalog.standard('tea-2020')?.isAddition, undefined);
  });

  it('adds mappings, also to its own standard', () => {
    const mapping = `
source: Our quality team
rows:
  - { from: "house-rules:HR.1", to: "tea-2020:A.1", relation: superset, confidence: high }
  - { from: "house-rules:HR.1", to: "tea-2010:4.1 d" }
`;
    const catalog = miniCatalog([addition(mapping), addition(ownStandard)]);
    deepStrictEqual(catalog.problems, []);
    deepStrictEqual(catalog.mappings('house-rules:HR.1'), [
      { target: 'tea-2020:A.1', relation: 'superset', source: 'Our quality team', confidence: 'high', inverse: false },
      {
        target: 'tea-2010:4.1.d',
        relation: 'related',
        source: 'Our quality team',
        confidence: 'medium',
        inverse: false,
      },
    ]);
  });

  it('shows licensed texts, and only from its file', () => {
    strictEqual(miniCatalog().text('tea-2020:A.1'), undefined);
    const catalog = miniCatalog([
      addition('key: tea-2020\nsource: Licensed to Tea Ltd\ntexts:\n  A.1: |\n    Warm the pot.\n    Twice.\n'),
    ]);
    deepStrictEqual(catalog.problems, []);
    deepStrictEqual(catalog.text('tea-2020:A.1'), { text: 'Warm the pot.\nTwice.', source: 'Licensed to Tea Ltd' });
    strictEqual(catalog.text('tea-2020:A.2'), undefined);
  });

  it('adds intents where we have none', () => {
    const catalog = miniCatalog([
      addition('key: tea-2020\nintents:\n  A.1: "Other."\n  A.2: "Holds tea."\n  A.9: "Nothing."\n'),
    ]);
    strictEqual(catalog.find('tea-2020', 'A.2')?.intent, 'Holds tea.');
    strictEqual(catalog.find('tea-2020', 'A.1')?.intent, 'Keeps tea warm.');
    deepStrictEqual(catalog.problems, [
      { file: 'own.yaml', message: 'tea-2020:A.1 already has an intent; the one of this file is not used.' },
      { file: 'own.yaml', message: 'The intent for tea-2020:A.9 is not used: the catalog has no such entry.' },
    ]);
  });

  it('never replaces what is ours, and says so', () => {
    const ours =
      'key: tea-2020\nstandard: tea\nedition: "2020"\nname: TEA 1:2020\ntype: framework\nentries:\n  - { id: "X", kind: control, title: "X" }\n';
    const copy = ours.replace('key: tea-2020', 'key: my-tea');
    const catalog = miniCatalog([addition(ours, 'a.yaml'), addition(copy, 'b.yaml')]);
    strictEqual(catalog.find('tea-2020', 'X'), undefined);
    strictEqual(catalog.standard('my-tea'), undefined);
    deepStrictEqual(catalog.problems, [
      {
        file: 'a.yaml',
        message: 'The standard "tea-2020" is already in the catalog; the one of this file is not used.',
      },
      {
        file: 'b.yaml',
        message: 'TEA 1:2020 is already in the catalog as "tea-2020"; the one of this file is not used.',
      },
    ]);
  });

  it('reports rows that name nothing, rows that disagree with ours, texts for nothing, texts given twice', () => {
    const mapping = `
rows:
  - { from: "tea-2020:A.1", to: "coffee:*", source: us }
  - { from: "tea-2020:A.1", to: "tea-2020:A.99", source: us }
  - { from: "tea-2020:A.1", to: "tea-2010:A.9", relation: intersects, confidence: high, source: us }
`;
    const texts = addition('key: tea-2020\ntexts: { A.1: "One.", A.77: "Two." }', 'text.yaml');
    const catalog = miniCatalog([
      addition(mapping),
      texts,
      addition('key: tea-2020\ntexts: { A.1: "Other." }', 'more.yaml'),
    ]);
    deepStrictEqual(
      catalog.problems.map((problem) => `${problem.file}: ${problem.message}`),
      [
        'own.yaml: The mapping tea-2020:A.1 → coffee:* is not used: the catalog has no coffee:*.',
        'own.yaml: The mapping tea-2020:A.1 → tea-2020:A.99 is not used: the catalog has no tea-2020:A.99.',
        'own.yaml: The catalog calls tea-2020:A.1 → tea-2010:A.9 "equal", this file "intersects"; both are shown.',
        'text.yaml: The text for tea-2020:A.77 is not used: the catalog has no such entry.',
        'more.yaml: tea-2020:A.1 already has a text from another file; the one of this file is not used.',
      ],
    );
    deepStrictEqual(catalog.text('tea-2020:A.1'), { text: 'One.' });
    deepStrictEqual(
      catalog.mappings('tea-2010:A.9').map((view) => view.relation),
      ['equal', 'intersects'],
    );
  });

  it('names the line of what is wrong in a file', () => {
    const lines = (text: string) =>
      parseAddition(text, 'f').problems.map((problem) => `${problem.line} ${problem.message}`);
    deepStrictEqual(
      lines(
        'key: x\nname: X\ntype: framework\nentries:\n  - { id: "1", kind: rule, title: "T" }\n  - { kind: control, title: "T" }\n',
      ),
      [
        '5 The entry "1" needs a kind (one of clause, item, control, theme, objective, guidance, general, article, annex, chapter, function, category, subcategory); it is not used.',
        '6 The entry needs an id; it is not used.',
      ],
    );
    deepStrictEqual(
      lines(
        'key: x\nname: X\ntype: framework\nentries:\n  - { id: "1", kind: clause, title: "T" }\n  - { id: "1", kind: clause, title: "U" }\n',
      ),
      ['6 The id "1" occurs twice; the second one is not used.'],
    );
    deepStrictEqual(lines('rows:\n  - { from: "A.1", to: "b:2" }\n  - { from: "a:1", to: "b:2", relation: like }\n'), [
      '2 A mapping row needs from and to, each like "iso27001-2022:A.5.12"; it is not used.',
      '3 "like" is not one of equal, subset, superset, intersects, related; "related" is used.',
    ]);
    strictEqual(lines('hello: world')[0]?.startsWith('1 This is not a catalog file'), true);
    strictEqual(lines('key: "x')[0]?.includes('The file is not valid YAML'), true);
    deepStrictEqual(lines('texts: { A.1: "x" }'), [
      '1 A file with texts needs a key that names the standard, such as "iso27001-2022"; it is not used.',
    ]);
  });
});
