import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { entryKeyOf, keyTail } from '../../../server/src/core/catalog/ids.js';
import { inverseRelation, relations } from '../../../server/src/core/catalog/relations.js';
import { miniCatalog, miniData } from './mini.js';

describe('core/catalog: createCatalog', () => {
  const catalog = miniCatalog();
  const id = (key: string, text: string) => catalog.find(key, text)?.id;

  it('reads the invented catalog without a problem', () => {
    deepStrictEqual(miniData().problems, []);
    deepStrictEqual(catalog.problems, []);
  });

  it('finds an id in all its forms', () => {
    for (const text of ['4.1 d', '4.1d', '4.1 d)', '4.1(d)', '4.1 (d)', '4.1.d', ' 4.1 D) '])
      strictEqual(id('tea-2010', text), '4.1 d', text);
    for (const text of ['2(1)(a)', '2.1.a', '2 (1) (a)', 'Article 2(1)(a)', 'Art. 2(1)a', 'art 2.1(a)']) {
      strictEqual(id('tea-act', text), '2(1)(a)', text);
    }
    for (const text of ['Annex IV', 'annex-iv', 'ANNEX IV', 'annex iv'])
      strictEqual(id('tea-act', text), 'Annex IV', text);
    strictEqual(id('tea-act', 'Chapter I'), 'Chapter I');
    strictEqual(id('tea-2020', '4.1'), undefined);
    strictEqual(id('tea-2020', '4.10'), '4.10');
    strictEqual(id('tea-2020', 'constructor'), undefined);
    strictEqual(id('coffee', '4'), undefined);
  });

  it('answers the same again, however many other ids were asked for meanwhile', () => {
    const asked = ['4.1', '4.10', '2(1)(a)', 'Article 9(9)', '*', 'constructor'];
    const answers = () =>
      ['tea-2020', 'tea-2010', 'tea-act'].map((key) => asked.map((text) => catalog.find(key, text)));
    const first = answers();
    for (let number = 0; number < 2500; number++) catalog.find('tea-act', `99.${number}`);
    deepStrictEqual(answers(), first);
    deepStrictEqual(answers(), first);
  });

  it('an inserted paragraph 2(1a) is not point (a) of paragraph 1', () => {
    strictEqual(id('tea-act', '2(1a)'), '2(1a)');
    strictEqual(catalog.entry('tea-act:2.1a')?.deleted, true);
    strictEqual(catalog.entry('tea-act:2.1.a')?.title, 'warm the pot');
  });

  it('makes an entry for a paragraph or point that the file does not list', () => {
    deepStrictEqual(catalog.entry('tea-act:1.3.b'), {
      key: 'tea-act:1.3.b',
      standardKey: 'tea-act',
      id: '1(3)(b)',
      kind: 'item',
      title: 'Scope',
      parent: '1',
    });
    strictEqual(catalog.entry('tea-act:annex-iv.2')?.id, 'Annex IV(2)');
    strictEqual(catalog.entry('tea-act:2.3')?.note, 'Hot.');
    strictEqual(catalog.entry('tea-act:3.1'), undefined, 'no such article');
    strictEqual(catalog.entry('tea-act:2.1.b'), undefined, 'all points of 2(1) are listed');
    strictEqual(catalog.entry('tea-act:2.1')?.id, '2(1)');
    strictEqual(catalog.entry('tea-act:1.2.d')?.id, '1(2)(d)', 'its last point');
    strictEqual(catalog.entry('tea-act:1.2.e'), undefined, 'behind the last point of 1(2)');
    strictEqual(catalog.entry('tea-act:1.2.da')?.id, '1(2)(da)', 'points are inserted so');
    strictEqual(catalog.entry('tea-act:1.4.z')?.id, '1(4)(z)', 'nothing is known of 1(4)');
    const belowDeleted = catalog.entry('tea-act:2.1a.b')!;
    deepStrictEqual([belowDeleted.id, belowDeleted.parent, belowDeleted.deleted], ['2(1a)(b)', '2(1a)', true]);
    strictEqual(catalog.entry('tea-2020:4.3.b'), undefined, 'only laws have such points');
  });

  it('knows the whole instrument', () => {
    deepStrictEqual(catalog.entry('tea-act:*')?.title, 'Tea Act');
    strictEqual(catalog.entry('coffee:*'), undefined);
  });

  it('gives editions: without a year the current one', () => {
    strictEqual(catalog.edition('tea')?.key, 'tea-2020');
    strictEqual(catalog.edition('tea', null)?.key, 'tea-2020');
    strictEqual(catalog.edition('tea', '2010')?.key, 'tea-2010');
    strictEqual(catalog.edition('tea', '2011'), undefined);
    strictEqual(catalog.edition('coffee'), undefined);
    deepStrictEqual(
      catalog.editions('tea').map((standard) => standard.key),
      ['tea-2020', 'tea-2010'],
    );
  });

  it('gives controls and children in the order of the file', () => {
    deepStrictEqual(
      catalog.controls('tea-2010').map((entry) => entry.id),
      ['A.9', 'A.10', 'A.11'],
    );
    deepStrictEqual(
      catalog.children('tea-2020', 'A').map((entry) => entry.id),
      ['A.1', 'A.2'],
    );
    deepStrictEqual(
      catalog.children('tea-act', 'Chapter I').map((entry) => entry.id),
      ['1', '2'],
    );
    deepStrictEqual(catalog.children('tea-2020', 'A.1'), []);
    deepStrictEqual(catalog.controls('coffee'), []);
  });

  it('entries keep what their file says', () => {
    const cup = catalog.find('tea-2020', 'A.2')!;
    deepStrictEqual([cup.isNew, cup.role, cup.parent, cup.intent], [true, 'both', 'A', undefined]);
    strictEqual(catalog.find('tea-2020', 'A.1')?.intent, 'Keeps tea warm.');
    deepStrictEqual(catalog.find('tea-2020', 'A.1')?.aliases, ['Teapot']);
    strictEqual(catalog.find('tea-2020', 'B.1')?.explains, 'A.1');
    strictEqual(catalog.find('tea-2010', 'A.11')?.withdrawn, true);
    strictEqual(catalog.find('tea-2010', 'A.9')?.withdrawn, undefined);
    deepStrictEqual(catalog.standard('tea-2020')?.companions?.[0]?.number, '2');
  });

  it('shows mappings from both ends, strongest first, relations turned', () => {
    deepStrictEqual(
      catalog.mappings('tea-2020:A.1').map((view) => [view.target, view.relation, view.confidence, view.inverse]),
      [
        ['tea-2010:A.9', 'equal', 'high', true],
        ['tea-act:1.3', 'subset', 'medium', false],
        ['tea-2010:A.10', 'superset', 'high', true],
        ['tea-act:2.1.a', 'related', 'high', false],
        ['tea-act:1.3', 'related', 'low', false],
      ],
    );
    deepStrictEqual(catalog.mappings('tea-act:1.3')[0], {
      target: 'tea-2020:A.1',
      relation: 'superset',
      source: 'The board; A page',
      confidence: 'medium',
      inverse: true,
    });
    deepStrictEqual(
      catalog.mappings('tea-act:*').map((view) => view.target),
      ['tea-2020:A.2'],
    );
    deepStrictEqual(catalog.mappings('tea-2020:4'), []);
  });

  it('joins equal rows: the better confidence, both sources, the note kept', () => {
    const [view] = catalog.mappings('tea-act:2.1.a');
    deepStrictEqual([view?.confidence, view?.source, view?.note], ['high', 'A page; The board', 'maybe']);
    strictEqual(catalog.mappings('tea-act:2.1.a').length, 1);
  });

  it('gives successors and predecessors, equal ones first', () => {
    const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id);
    deepStrictEqual(ids(catalog.successors('tea-2010:A.10')), ['A.1', 'A.2']);
    deepStrictEqual(ids(catalog.successors('tea-2010:A.11')), []);
    deepStrictEqual(ids(catalog.predecessors('tea-2020:A.1')), ['A.9', 'A.10']);
    deepStrictEqual(ids(catalog.predecessors('tea-2010:A.9')), []);
    deepStrictEqual(ids(catalog.successors('tea-2020:A.1')), []);
  });
});

describe('core/catalog: keys and relations', () => {
  it('makes keys of ids', () => {
    const keys = [
      '6.1.3 d',
      '6.1.3 d)',
      '21(2)(a)',
      'Annex IV',
      'GOVERN 1.1',
      'GV.OC-01',
      'A.5.15',
      '4a',
      '5(1a)',
      '*',
    ].map(keyTail);
    deepStrictEqual(keys, [
      '6.1.3.d',
      '6.1.3.d',
      '21.2.a',
      'annex-iv',
      'GOVERN 1.1',
      'GV.OC-01',
      'A.5.15',
      '4a',
      '5.1a',
      '*',
    ]);
    strictEqual(entryKeyOf('gdpr', '5(1)(f)'), 'gdpr:5.1.f');
  });

  it('turning a relation twice gives it back', () => {
    for (const relation of relations) strictEqual(inverseRelation(inverseRelation(relation)), relation);
    strictEqual(inverseRelation('subset'), 'superset');
    ok(inverseRelation('equal') === 'equal' && inverseRelation('related') === 'related');
  });
});
