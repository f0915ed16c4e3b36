import assert from 'node:assert';
import { LatestAnswer } from '../../client/src/panes/latestAnswer.js';

/** A question whose answer comes when the test gives it. */
function question() {
  let answer: (value: string) => void = () => assert.fail('not asked');
  const asked = new Promise<string>((resolve) => {
    answer = resolve;
  });
  return { asked, answer };
}

describe('The latest answer', () => {
  it('is that of the newest question, in whatever order the answers come', async () => {
    const latest = new LatestAnswer();
    const [first, second] = [question(), question()];
    const older = latest.of(() => first.asked);
    const newer = latest.of(() => second.asked);
    second.answer('as chosen now');
    first.answer('as chosen before');
    assert.equal(await older, null);
    assert.deepEqual(await newer, { value: 'as chosen now' });
  });

  it('is not that of a question before which the newest was asked, though it comes first', async () => {
    const latest = new LatestAnswer();
    const [first, second] = [question(), question()];
    const older = latest.of(() => first.asked);
    const newer = latest.of(() => second.asked);
    first.answer('as chosen before');
    assert.equal(await older, null);
    second.answer('as chosen now');
    assert.deepEqual(await newer, { value: 'as chosen now' });
  });

  it('passes on what went wrong, and answers the next question', async () => {
    const latest = new LatestAnswer();
    await assert.rejects(
      latest.of(() => Promise.reject(new Error('no server'))),
      /no server/,
    );
    assert.deepEqual(await latest.of(() => Promise.resolve(null)), { value: null });
  });
});
