/** The one guard around every handler: whatever fails in one request is logged, and that request alone gets nothing. */
import type { Connection } from 'vscode-languageserver';

export interface Guard {
  /** Runs a request's work; `empty` is the answer where it fails. Waits until the server is ready to answer. */
  request<P, R>(name: string, empty: R, work: (params: P) => R | Promise<R>): (params: P) => Promise<R>;
  /** Runs a notification's work. */
  notification<P>(name: string, work: (params: P) => void | Promise<void>): (params: P) => void;
}

/**
 * `ready` is what requests wait for; `onMessage` is told of every message, so that background work lets them pass.
 */
export function createGuard(connection: Connection, ready: Promise<void>, onMessage: () => void): Guard {
  const report = (name: string, error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${name} failed: ${detail}`);
  };
  let isReady = false;
  void ready.then(() => {
    isReady = true;
  });
  return {
    request: (name, empty, work) => async (params) => {
      onMessage();
      try {
        if (!isReady) await ready;
        return await work(params);
      } catch (error) {
        report(name, error);
        return empty;
      }
    },
    notification: (name, work) => (params) => {
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
