/** Work in small pieces, so that whoever asks something meanwhile waits for one slice at most. */
import type { Host, MaybePromise } from './host.js';

/** Milliseconds of work before everything that waits goes first. */
const usualSlice = 8;

/** What a step did: nothing was left, something, or something that somebody is waiting for: then it goes out at once. */
export type StepResult = boolean | 'urgent';

/**
 * Calls `step` until it answers false. After each slice of a few milliseconds the host lets requests and edits go first.
 * `isWanted` is asked after each pause and ends the run early. `sliceLength` 0 is one step.
 */
export async function runInSlices(
  step: () => MaybePromise<StepResult>,
  host: Pick<Host, 'now' | 'pause'>,
  isWanted: () => boolean = () => true,
  sliceLength = usualSlice,
): Promise<void> {
  let begin = host.now();
  for (;;) {
    const result = step();
    const didSomething = result instanceof Promise ? await result : result;
    if (!didSomething) return;
    if (didSomething !== 'urgent' && host.now() - begin < sliceLength) continue;
    await host.pause();
    if (!isWanted()) return;
    begin = host.now();
  }
}
