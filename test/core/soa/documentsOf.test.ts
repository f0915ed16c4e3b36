import assert from 'node:assert/strict';
import { CoverageIndex } from '../../../server/src/core/coverage.js';
import { catalog, sketchDocument } from './support.js';

const key = 'iso90001-2022:A.5.1';
const first = sketchDocument({ path: 'b.md', references: ['90001:A.5.1', '90001:A.5.1 mention'] });
const second = sketchDocument({ path: 'a.md', references: ['90001:A.5.1 mention'] });
const other = sketchDocument({ path: 'c.md', references: ['90001:A.5.2'] });

/** All that the index says of the entry, as plain values. */
function read(index: CoverageIndex): object[] {
  return index.documentsOf(key).map(({ path, claims, mentions, claimCount, mentionCount }) => {
    const spans = [...claims, ...mentions].map(({ span, reference }) => [span, reference]);
    return { path, claimCount, mentionCount, spans };
  });
}

describe('CoverageIndex.documentsOf', () => {
  it('lists the documents of an entry by path', () => {
    const index = new CoverageIndex(catalog);
    index.set(first);
    index.set(second);
    assert.deepEqual(
      index.documentsOf(key).map(({ path, claims, mentions }) => [path, claims.length, mentions.length]),
      [
        ['a.md', 0, 1],
        ['b.md', 1, 1],
      ],
    );
    assert.deepEqual(index.documentsOf('iso90001-2022:A.6.1'), []);
  });

  it('gives the same answer until a document that names the entry changes', () => {
    const index = new CoverageIndex(catalog);
    index.set(first);
    const answer = index.documentsOf(key);
    index.set(other);
    assert.equal(index.documentsOf(key), answer);
    index.set(second);
    assert.notEqual(index.documentsOf(key), answer);
    assert.equal(index.documentsOf(key).length, 2);
    index.delete('b.md');
    assert.deepEqual(
      index.documentsOf(key).map(({ path }) => path),
      ['a.md'],
    );
    index.set(sketchDocument({ path: 'a.md' }));
    assert.deepEqual(index.documentsOf(key), []);
  });

  it('is what a rebuild gives after any order of changes', () => {
    const index = new CoverageIndex(catalog);
    for (const document of [first, second, other]) {
      index.set(document);
      index.documentsOf(key);
    }
    index.delete('a.md');
    index.set(second);
    const rebuilt = new CoverageIndex(catalog);
    for (const document of [second, other, first]) rebuilt.set(document);
    assert.deepEqual(read(index), read(rebuilt));
    assert.equal(read(index).length, 2);
  });

  it('changes what one of many documents says, and leaves the others as they are', () => {
    const index = new CoverageIndex(catalog);
    const documentAt = (number: number, ...references: string[]) =>
      sketchDocument({ path: `d-${10 + number}.md`, references });
    for (let number = 0; number < 40; number += 2) index.set(documentAt(number, '90001:A.5.1'));
    const before = index.documentsOf(key);
    index.set(documentAt(6, '90001:A.5.2', '90001:A.5.1 mention'));
    index.set(documentAt(7, '90001:A.5.1'));
    index.delete('d-10.md');
    const after = index.documentsOf(key);
    const rebuilt = new CoverageIndex(catalog);
    for (let number = 38; number > 0; number -= 2)
      rebuilt.set(
        number === 6 ? documentAt(6, '90001:A.5.2', '90001:A.5.1 mention') : documentAt(number, '90001:A.5.1'),
      );
    rebuilt.set(documentAt(7, '90001:A.5.1'));
    assert.deepEqual(read(index), read(rebuilt));
    assert.equal(after.filter((places) => before.includes(places)).length, 18);
  });
});
