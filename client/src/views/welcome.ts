/** Context keys for menus and welcome texts: whether the server has read everything, and whether there is a soa.yaml. */
import { commands, Disposable } from 'vscode';
import type { ServerConnection } from '../server/serverConnection.js';

/** True once the documents were read. */
const readyKey = 'clausemark.isReady';
/** True where a soa.yaml is in the workspace. */
const systemKey = 'clausemark.hasSystem';
/** True while the server does not run. */
const stoppedKey = 'clausemark.isStopped';

export function followSystems(server: ServerConnection): Disposable {
  const set = (key: string, value: boolean) => void commands.executeCommand('setContext', key, value);
  const update = () => {
    const { status, state } = server;
    set(readyKey, status?.state === 'ready');
    set(systemKey, (status?.systems ?? 0) > 0);
    set(stoppedKey, state === 'stopped');
  };
  return Disposable.from(server.onDidChangeStatus(update), server.onDidChangeState(update));
}
