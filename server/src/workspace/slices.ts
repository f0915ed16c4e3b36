/** Work in small pieces, so that whoever asks something meanwhile waits for one slice at most. */
import type { Host, MaybePromise } from './host.js';

/** Milliseconds of work before everything that waits goes first. */
const sliceLength = 8;

/**
 * Calls `step` until it answers false. After each slice of a few milliseconds the host lets requests and edits go first.
 * `isWanted` is asked after each pause and ends the run early.
 */
export async function runInSlices(
  step: () => MaybePromise<boolean>,
  host: Pick<Host, 'now' | 'pause'>,
  isWanted: () => boolean = () => true,
): Promise<void> {
  let begin = host.now();
  for (;;) {
    const result = step();
    const didSomething = typeof result === 'boolean' ? result : await result;
    if (!didSomething) return;
    if (host.now() - begin < sliceLength) continue;
    await host.pause();
    if (!isWanted()) return;
    begin = host.now();
  }
}
