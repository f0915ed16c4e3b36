/**
 * Other programs that we start (git, a browser that prints): none outlives the work that it was started for, nor us.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cancellation } from '../lsp/statementTools.js';

/** A program was stopped, because nobody waits for its answer any more. Nothing for the user. */
export class Aborted extends Error {}

/** It goes along with everything that a piece of work leads to, so that no program started on the way can forget it. */
const ends = new AsyncLocalStorage<AbortSignal>();

let aborting = 0;

/**
 * Does the work of a request; the programs that it starts end as soon as the request is cancelled.
 * @param token of the request; undefined where it cannot be cancelled
 * @throws Aborted once it is, else what `work` throws
 */
export async function whileWanted<T>(token: Cancellation | undefined, work: () => Promise<T>): Promise<T> {
  if (!token) return work();
  const controller = new AbortController();
  const listener = token.onCancellationRequested(() => controller.abort());
  aborting++;
  try {
    return await ends.run(controller.signal, work);
  } finally {
    listener.dispose();
    // As long as it is on, every promise of the program takes a little longer.
    if (--aborting === 0) ends.disable();
  }
}

/** @throws Aborted where nobody waits for the present piece of work any more */
export function stopIfAborted(): void {
  if (ends.getStore()?.aborted) throw new Aborted();
}

/** A process that was started. */
interface Started {
  kill(signal: 'SIGKILL'): boolean;
  readonly stdin: Stream | null;
  readonly stdout: Stream | null;
  readonly stderr: Stream | null;
}

interface Stream {
  destroy(): unknown;
}

/** What is to be done where we end before a program has. */
const onExit = new Set<() => void>();

/**
 * Kills the program when the present piece of work is aborted, and says so at once; or when our own process ends. What we start only
 * reads, or writes into a folder of its own, so it can be ended in the middle of anything, while a request to end may be left
 * waiting.
 * @param clearUp what is left to do where our own process ends: whoever started the program will not come to it
 * @returns to be called when the program has ended
 */
export function endWithWork(
  child: Started,
  onAbort: (reason: Aborted) => void,
  clearUp: () => void = () => {},
): () => void {
  const signal = ends.getStore();
  const abort = () => {
    child.kill('SIGKILL');
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
    onAbort(new Aborted());
  };
  const exit = () => {
    child.kill('SIGKILL');
    clearUp();
  };
  if (onExit.size === 0) process.on('exit', endAll);
  onExit.add(exit);
  signal?.addEventListener('abort', abort, { once: true });
  return () => {
    signal?.removeEventListener('abort', abort);
    onExit.delete(exit);
    if (onExit.size === 0) process.off('exit', endAll);
  };
}

function endAll(): void {
  for (const end of onExit) end();
}
