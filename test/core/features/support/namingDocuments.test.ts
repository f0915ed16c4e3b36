/** Which documents a hover names: counted without reading them, and the same however they are counted. */
import assert from 'node:assert/strict';
import type { DocumentCoverage, Occurrence } from '../../../../server/src/core/coverage.js';
import {
  claimingAndCiting,
  joinedWith,
  type NamingDocuments,
} from '../../../../server/src/core/features/support/namingDocuments.js';

/** A document with so many claims and mentions; `read` hears when its places are asked for. */
function document(path: string, claimCount: number, mentionCount: number, read = () => {}): DocumentCoverage {
  const places = (kind: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ path, kind, index }) as unknown as Occurrence);
  return {
    path,
    claimCount,
    mentionCount,
    get claims() {
      read();
      return places('claims', claimCount);
    },
    get mentions() {
      read();
      return places('mentions', mentionCount);
    },
  };
}

const shown = (documents: NamingDocuments, most = 100) => [...documents.first(most)];
const paths = (documents: NamingDocuments, most?: number) => shown(documents, most).map(([path]) => path);

describe('Documents that a hover names', () => {
  const own = [document('a', 1, 2), document('b', 0, 1), document('c', 2, 0), document('d', 0, 3), document('e', 1, 1)];

  it('claim the entry, or only cite it', () => {
    const { claiming, citing } = claimingAndCiting(own);
    assert.deepEqual(paths(claiming), ['a', 'c', 'e']);
    assert.deepEqual(paths(citing), ['b', 'd']);
    assert.deepEqual([claiming.size, citing.size], [3, 2]);
    assert.deepEqual(shown(claiming), shown(joinedWith([], own).claiming));
    assert.deepEqual(shown(citing), shown(joinedWith([], own).citing));
  });

  it('claim it with a clause above as well: once, behind its own, and no longer among those that cite it', () => {
    const { claiming, citing } = joinedWith([[document('a', 1, 0), document('b', 1, 0), document('x', 0, 1)]], own);
    assert.deepEqual(paths(claiming), ['a', 'c', 'e', 'b']);
    assert.deepEqual(paths(citing), ['d']);
    assert.equal(shown(claiming)[0]![1].length, 2, 'the tag of the clause and that of the clause above');
  });

  it('are read only as far as they are shown', () => {
    let reads = 0;
    const many = Array.from({ length: 1000 }, (_, index) => document(String(index), index % 2, 1, () => reads++));
    const { claiming, citing } = claimingAndCiting(many);
    assert.deepEqual([claiming.size, citing.size], [500, 500]);
    assert.deepEqual(paths(claiming, 3), ['1', '3', '5']);
    assert.deepEqual(paths(joinedWith([many], many).citing, 2), ['0', '2']);
    assert.equal(reads, 5);
  });
});
