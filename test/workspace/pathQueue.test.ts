/** A queue of paths is a set of which the oldest is taken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PathQueue } from '../../server/src/workspace/pathQueue.js';

describe('Paths that wait', () => {
  it('are taken in the order in which they came, whatever comes, goes and is cleared meanwhile', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('add', 'delete'), path: fc.nat({ max: 20 }).map(String) }),
      fc.record({ kind: fc.constantFrom('take', 'take', 'clear'), path: fc.constant('') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const queue = new PathQueue();
        let plain: string[] = [];
        for (const { kind, path } of steps) {
          if (kind === 'take') assert.equal(queue.take(), plain.shift() ?? null);
          else if (kind === 'add') {
            queue.add(path);
            if (!plain.includes(path)) plain.push(path);
          } else if (kind === 'delete') {
            queue.delete(path);
            plain = plain.filter((one) => one !== path);
          } else {
            queue.clear();
            plain = [];
          }
          assert.deepEqual([...queue], plain);
        }
      }),
      { numRuns: 300 },
    );
  });
});
