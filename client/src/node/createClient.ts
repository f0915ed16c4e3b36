/** The language client for a VS Code with Node: the server is a child process. */
import { join } from 'node:path';
import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import { type ErrorHandler, LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { clientId, makeClientOptions } from '../server/clientOptions.js';

export function createNodeClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  errorHandler: ErrorHandler,
): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  const keepsIndex = workspace.getConfiguration('clausemark').get('keepIndex', true);
  // Of other kinds of storage the server could not write to any.
  const storage = keepsIndex && context.globalStorageUri.scheme === 'file' && context.globalStorageUri.fsPath;
  const serverOptions: ServerOptions = {
    run: storage ? { ...server, options: { env: compiledIn(storage) } } : server,
    debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } },
  };
  return new LanguageClient(clientId, 'Clausemark', serverOptions, makeClientOptions(output, errorHandler, storage));
}

/** Where the server keeps what was compiled of it, for the next start. */
function compiledIn(storage: string): { CLAUSEMARK_COMPILED: string } {
  return { CLAUSEMARK_COMPILED: join(storage, 'compiled') };
}
