import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { setImmediate as nextRound } from 'node:timers/promises';
import { growthOf } from '../../server/src/node/memory.js';
import { inOnePiece } from '../../server/src/node/output.js';

/** A stream that notes what it is given in one call. */
function recording(): { readonly output: Writable; readonly calls: string[] } {
  const calls: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      calls.push(chunk.toString());
      done();
    },
    writev(chunks, done) {
      calls.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  return { output, calls };
}

describe('standard output', () => {
  it('gets what is written in one round in one call', async () => {
    const { output, calls } = recording();
    const pieces = inOnePiece(output);
    pieces.write('head ');
    await new Promise((done) => pieces.write('body', done));
    assert.deepEqual(calls, []);
    await nextRound();
    await nextRound();
    assert.deepEqual(calls, ['head body']);
    pieces.write('next');
    await nextRound();
    await nextRound();
    assert.deepEqual(calls, ['head body', 'next']);
  });

  it('ends with everything written', async () => {
    const { output, calls } = recording();
    const pieces = inOnePiece(output);
    pieces.write('last');
    await new Promise<void>((done) => pieces.end(done));
    assert.deepEqual(calls, ['last']);
    assert.ok(output.writableFinished);
  });

  it('tells whoever writes that nobody reads any more', async () => {
    const { output } = recording();
    const pieces = inOnePiece(output);
    const told = new Promise<Error>((done) => pieces.on('error', done));
    output.destroy(new Error('EPIPE'));
    assert.equal((await told).message, 'EPIPE');
  });
});

describe('the heap', () => {
  it('may grow by some megabytes where little is in use, and by a fifth where much is', () => {
    const megabytes = 1024 * 1024;
    assert.equal(growthOf(10 * megabytes), 100);
    assert.equal(growthOf(48 * megabytes), 50);
    assert.equal(growthOf(500 * megabytes), 20);
    assert.equal(growthOf(0), 100);
  });
});
