/** A web worker as the server sees it: no disk; files come from the editor, the catalog from the extension. */
import type { Connection } from 'vscode-languageserver/browser';
import type { Environment } from '../lsp/environment.js';
import { localDate } from '../node/clock.js';
import { builtInCatalogRequest, type TranslationsParams, translationsRequest } from '../protocol.js';
import type { Host } from '../workspace/host.js';
import { loadCatalog } from './catalog.js';
import { browserExportTools } from './exportTools.js';

export function browserEnvironment(connection: Connection, version: string): Environment {
  const builtIn = () => connection.sendRequest<string>(builtInCatalogRequest, {});
  const log = (message: string) => connection.console.log(message);
  return {
    createHost: () => null,
    createEmptyHost: () => emptyHost(log),
    loadCatalog: (_uri, additions, files) => loadCatalog(builtIn, additions, files),
    readTranslations: (language) =>
      connection.sendRequest<string | null>(translationsRequest, { language } satisfies TranslationsParams),
    exportTools: browserExportTools(),
    pause,
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    now: () => performance.now(),
    version,
  };
}

/** Two tasks of the worker's queue, so that every message that has arrived is handled first. */
async function pause(): Promise<void> {
  await new Promise<void>((done) => setTimeout(done, 0));
  await new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

function emptyHost(log: (message: string) => void): Host {
  return {
    readFile: () => ({ kind: 'missing' }),
    readFileNow: () => null,
    listFiles: () => [],
    kindOf: () => 'unknown',
    today: localDate,
    now: () => performance.now(),
    pause,
    log,
  };
}
