import assert from 'node:assert';
import { nextStop } from '../../client/src/commands/findingOrder.js';

const at = (uri: string, line: number, character = 0) => ({ uri, line, character });
const stops = [at('b', 3), at('a', 9), at('a', 2, 5), at('b', 1)];

describe('The next finding', () => {
  it('is the next in the file, then in the next file, then the first of all', () => {
    assert.deepEqual(nextStop(stops, at('a', 0), 1), at('a', 2, 5));
    assert.deepEqual(nextStop(stops, at('a', 2, 5), 1), at('a', 9));
    assert.deepEqual(nextStop(stops, at('a', 9), 1), at('b', 1));
    assert.deepEqual(nextStop(stops, at('b', 3), 1), at('a', 2, 5));
  });

  it('goes backwards, too', () => {
    assert.deepEqual(nextStop(stops, at('b', 1), -1), at('a', 9));
    assert.deepEqual(nextStop(stops, at('a', 2, 5), -1), at('b', 3));
  });

  it('is the first one without an editor, and none where there is none', () => {
    assert.deepEqual(nextStop(stops, null, 1), at('a', 2, 5));
    assert.deepEqual(nextStop(stops, null, -1), at('b', 3));
    assert.equal(nextStop([], at('a', 0), 1), undefined);
  });
});
