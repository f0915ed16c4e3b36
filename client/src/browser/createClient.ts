/** The language client for a VS Code in a browser: the server is a web worker. */
import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { builtInCatalogRequest, type TranslationsParams, translationsRequest } from '../../../server/src/protocol.js';
import { clientId, makeClientOptions } from '../server/clientOptions.js';

export function createBrowserClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClient {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const file = Uri.joinPath(dist, 'server', 'server.worker.js');
  const client = new WorkerClient(file, makeClientOptions(output, errorHandler));
  client.onRequest(builtInCatalogRequest, async () =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(dist, 'catalog.json'))),
  );
  client.onRequest(translationsRequest, ({ language }: TranslationsParams) =>
    readIfThere(Uri.joinPath(context.extensionUri, 'l10n', `server.l10n.${language}.json`)),
  );
  return client;
}

async function readIfThere(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** Ends its worker when it has stopped; the library leaves that to whoever started it. */
class WorkerClient extends LanguageClient {
  private readonly workers: Worker[];

  constructor(file: Uri, options: LanguageClientOptions) {
    const workers: Worker[] = [];
    super(
      clientId,
      'Clausemark',
      async () => {
        for (const old of workers.splice(0)) old.terminate();
        const worker = await workerFrom(file);
        workers.push(worker);
        // VS Code puts a function of its own in the place of `Worker`, so that the library would not take ours for one.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      },
      options,
    );
    this.workers = workers;
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } finally {
      for (const worker of this.workers.splice(0)) worker.terminate();
    }
  }
}

/**
 * A worker from a file of the extension. A worker must be of the page's own origin, and an extension may come from any
 * (from a server to which the window is connected, say): so its text is read through the editor.
 */
async function workerFrom(file: Uri): Promise<Worker> {
  const code = await workspace.fs.readFile(file);
  const address = URL.createObjectURL(new Blob([code as Uint8Array<ArrayBuffer>], { type: 'text/javascript' }));
  try {
    return new Worker(address, { name: 'Clausemark' });
  } finally {
    // The worker has begun to read by now; the address is of no use to anybody else.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
