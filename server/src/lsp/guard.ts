/** The one guard around every handler: whatever fails in one request is logged, and that request alone gets nothing. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

export interface Guard {
  /**
   * Runs a request's work; `empty` is the answer where it fails. Waits until the server is ready to answer. What was
   * cancelled before its turn is not worked on, and work that fails once its request is cancelled is answered as cancelled.
   */
  request<P, R>(
    name: string,
    empty: R,
    work: (params: P, token: CancellationToken | undefined) => R | Promise<R>,
  ): (params: P, token?: CancellationToken) => Promise<R>;
  /** Runs a notification's work. */
  notification<P>(name: string, work: (params: P) => void | Promise<void>): (params: P) => void;
}

/**
 * `ready` is what requests wait for; `onMessage` is told of every message, so that background work lets them pass. Once
 * `hasEnded` says so, requests are refused, as the protocol wants it, and notifications are left alone.
 */
export function createGuard(
  connection: Connection,
  ready: Promise<void>,
  onMessage: () => void,
  hasEnded: () => boolean,
): Guard {
  const report = (name: string, error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${name} failed: ${detail}`);
  };
  let isReady = false;
  void ready.then(() => {
    isReady = true;
  });
  return {
    request: (name, empty, work) => async (params, token) => {
      onMessage();
      if (!isReady) await ready;
      if (hasEnded()) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was told to shut down.');
      refuseIfCancelled(token);
      try {
        return await work(params, token);
      } catch (error) {
        refuseIfCancelled(token);
        report(name, error);
        return empty;
      }
    },
    notification: (name, work) => (params) => {
      if (hasEnded()) return;
      onMessage();
      try {
        const later = work(params);
        if (later instanceof Promise) later.catch((error: unknown) => report(name, error));
      } catch (error) {
        report(name, error);
      }
    },
  };
}

function refuseIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'It was cancelled.');
}
