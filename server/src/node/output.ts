/** Standard output as the server writes to it. */
import { Writable } from 'node:stream';

/**
 * A stream that hands on what is written in one round of the event loop in one piece. A message is written as a head and a
 * body, and the next one waits for both: two calls of the system for each, and a reader that is woken for the head alone.
 */
export function inOnePiece(output: Writable): Writable {
  let isWaiting = false;
  const uncork = () => {
    isWaiting = false;
    output.uncork();
  };
  const pieces = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isWaiting) {
        isWaiting = true;
        output.cork();
        setImmediate(uncork);
      }
      output.write(chunk);
      done();
    },
    final(done) {
      output.end(done);
    },
  });
  output.on('error', (error) => pieces.destroy(error));
  return pieces;
}
