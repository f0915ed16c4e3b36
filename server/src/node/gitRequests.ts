/** Work with git for a request that its sender may take back. */
import type { Cancellation } from '../lsp/statementTools.js';
import { untilAborted } from './git.js';

/**
 * Does the work; what it asks of git ends as soon as the request is cancelled.
 * @param token of the request; undefined where it cannot be cancelled
 * @throws GitCancelled once it is, else what `work` throws
 */
export async function whileWanted<T>(token: Cancellation | undefined, work: () => Promise<T>): Promise<T> {
  if (!token) return work();
  const controller = new AbortController();
  const listener = token.onCancellationRequested(() => controller.abort());
  try {
    return await untilAborted(controller.signal, work);
  } finally {
    listener.dispose();
  }
}
