import assert from 'node:assert/strict';
import { CoverageIndex } from '../../../server/src/core/coverage.js';
import { catalog, sketchDocument } from './support.js';

const key = 'iso90001-2022:A.5.1';
const first = sketchDocument({ path: 'b.md', references: ['90001:A.5.1', '90001:A.5.1 mention'] });
const second = sketchDocument({ path: 'a.md', references: ['90001:A.5.1 mention'] });
const other = sketchDocument({ path: 'c.md', references: ['90001:A.5.2'] });

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
    assert.deepEqual(index.documentsOf(key), rebuilt.documentsOf(key));
    assert.deepEqual(index.of(key), rebuilt.of(key));
  });
});
