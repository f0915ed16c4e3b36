import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Names } from '../../../server/src/core/compact/names.js';
import { ValueReader, ValueWriter } from '../../../server/src/core/compact/values.js';

/** Everything that a document may hold. Keys as in our own objects: a `__proto__` is nobody's field. */
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: -0xffffffff, max: 0xffffffff }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, -0, 255, 256, 2 ** 32, 'A.5.15'),
  fc.record(
    { start: fc.integer({ min: -5, max: 300 }), end: fc.integer({ min: -5, max: 3e9 }) },
    { noNullPrototype: true },
  ),
  fc.array(fc.integer({ min: 0, max: 0xffffffff })).map((numbers) => Uint32Array.from(numbers)),
);
const key = fc.constantFrom('start', 'end', 'span', 'text', 'ids', 'a');
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
  ),
}));

function again(values: readonly unknown[], names = new Names()): unknown[] {
  const writer = new ValueWriter(names);
  for (const value of values) writer.value(value);
  const bytes = writer.take();
  const reader = new ValueReader(bytes, names);
  const read = values.map(() => reader.value());
  assert.equal(reader.at, bytes.length);
  return read;
}

/** The beginning of a table's range: the numbers before it are empty. */
function firstsOf(table: Names): [number, number] {
  const { texts, shapes } = table.content();
  return [texts.findIndex((text) => text !== ''), shapes.findIndex((shape) => shape.length > 0)];
}

describe('Values as bytes', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (values) => assert.deepEqual(again(values), values)),
      {
        numRuns: 500,
      },
    );
  });

  it('are read with the names of another run', () => {
    const values = [
      { id: 'A.5.15', kind: 'control' },
      ['A.5.15', 'für', '🔐'],
      { id: 'x'.repeat(5000) },
      'ü'.repeat(5000),
    ];
    const names = new Names();
    const writer = new ValueWriter(names);
    writer.value(values);
    const restored = new Names(structuredClone(names.content()));
    assert.deepEqual(new ValueReader(writer.take(), restored).value(), values);
    assert.equal(restored.textId('A.5.15'), names.textId('A.5.15'));
  });

  it('are refused where they could not be read again', () => {
    for (const value of [new Map(), new Set(), () => 1, Symbol('x'), new Date(), [1n]])
      assert.throws(() => again([value]), /cannot be stored/);
  });

  it('are the same for whoever writes under numbers that were lent', () => {
    const names = new Names();
    names.textId('ours');
    const values = (from: string) => [{ id: from, kind: 'control' }, { id: 'ours' }, [from, 'ours', 'theirs'], {}];
    const lent = names.lend(2, 4, 3).map((range) => new Names(undefined, range));
    const written = lent.map((table, index) => {
      const writer = new ValueWriter(table);
      writer.value(values(`helper ${index}`));
      return writer.take();
    });
    // What we write meanwhile has numbers of our own.
    const own = new ValueWriter(names);
    own.value(values('later'));
    for (const table of lent) names.adopt(structuredClone(table.since(...firstsOf(table))));
    const stored = new Names(structuredClone(names.content()));
    for (const table of [names, stored]) {
      for (const [index, bytes] of written.entries())
        assert.deepEqual(new ValueReader(bytes, table).value(), values(`helper ${index}`));
    }
    assert.deepEqual(new ValueReader(own.take(), stored).value(), values('later'));
    assert.deepEqual(again(values('after'), stored), values('after'));
  });

  it('are written in full where all numbers that were lent are used', () => {
    const names = new Names();
    const [range] = names.lend(1, 2, 50);
    const many = ['one', 'two', 'three', 'four', 'one', 'four'];
    assert.deepEqual(again(many, new Names(undefined, range)), many);
    assert.equal(new Names(undefined, range).content().texts.length, 0);
    const none = new Names(undefined, { texts: [3, 3], shapes: [2, 2] });
    assert.throws(() => again([{ a: 1 }], none), /too many kinds/);
  });

  it('do not make the table of names grow for ever', () => {
    const names = new Names();
    const many = Array.from({ length: 70_000 }, (_, index) => `name ${index}`);
    assert.deepEqual(again(many, names), many);
    assert.ok(names.content().texts.length < 70_000);
  });
});
