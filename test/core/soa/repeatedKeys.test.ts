/** Keys that stand twice, found without comparing each with each. */
import assert from 'node:assert/strict';
import { Pair, parseDocument, Scalar, YAMLMap } from 'yaml';
import { repeatedKeys } from '../../../server/src/core/soa/yaml/repeatedKeys.js';

describe('Keys that stand twice in a mapping', () => {
  it('are found at every depth, each with the first one, and in that mapping alone', () => {
    const text = 'a: { x: 1, y: 2, "x": 3 }\nb: { x: 1 }\n? [a]\n: 1\n? [a]\n: 2\na: 4\na: 5\n';
    const root = parseDocument(text, { uniqueKeys: false }).contents!;
    assert.deepEqual(
      [...repeatedKeys(root)].map(({ key, first }) => [key.value, key.range![0], first.range![0]]),
      [
        ['a', text.indexOf('a: 4'), 0],
        ['a', text.indexOf('a: 5'), 0],
        ['x', text.indexOf('"x"'), text.indexOf('x')],
      ],
    );
  });

  it('cost a look or two at each key, however many there are', () => {
    let looks = 0;
    const map = new YAMLMap();
    for (let number = 0; number < 20_000; number++) {
      const key = new Scalar(null);
      Object.defineProperty(key, 'value', {
        get: () => {
          looks++;
          return number;
        },
      });
      map.items.push(new Pair(key, null));
    }
    assert.deepEqual([...repeatedKeys(map)], []);
    assert.ok(looks <= 3 * map.items.length, String(looks));
  });
});
