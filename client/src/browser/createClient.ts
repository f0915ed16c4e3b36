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

/** Names of the files in dist/server/later/ that the server works with; put in by the build. */
declare const partsOfServer: readonly string[];

export function createBrowserClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClient {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const client = new WorkerClient(Uri.joinPath(dist, 'server'), makeClientOptions(output, errorHandler));
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

  constructor(server: Uri, options: LanguageClientOptions) {
    const workers: Worker[] = [];
    super(
      clientId,
      'Clausemark',
      async () => {
        for (const old of workers.splice(0)) old.terminate();
        const worker = await workerFrom(server);
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
 * A worker from the files of the server, which are in that folder of the extension. A worker must be of the page's own origin, and an
 * extension may come from any (from a server to which the window is connected, say): so their text is read through the editor.
 */
async function workerFrom(server: Uri): Promise<Worker> {
  const read = async (...path: string[]) => new Blob([await bytesOf(Uri.joinPath(server, ...path))]);
  const [main, ...parts] = await Promise.all([
    read('server.worker.js'),
    ...partsOfServer.map((name) => read('later', `${name}.cjs`)),
  ]);
  const code = new Blob([...asFunctions(parts), main], { type: 'text/javascript' });
  const address = URL.createObjectURL(code);
  try {
    return new Worker(address, { name: 'Clausemark' });
  } finally {
    // The worker has begun to read by now; the address is of no use to anybody else.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

/** The parts as server/src/browser/givenParts.ts expects them: an engine only skims a function until it is called. */
function asFunctions(parts: readonly Blob[]): (Blob | string)[] {
  const members = parts.flatMap((part, index) => [
    `${JSON.stringify(partsOfServer[index])}:function(exports,require,module){`,
    part,
    '\n},',
  ]);
  return ['self.clausemarkParts={', ...members, '};\n'];
}

async function bytesOf(file: Uri): Promise<Uint8Array<ArrayBuffer>> {
  return (await workspace.fs.readFile(file)) as Uint8Array<ArrayBuffer>;
}
