/** The language server in a web worker, for VS Code in a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server.js';
import { browserEnvironment } from './environment.js';

/** Put in by the build. */
declare const clausemarkVersion: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

scope.addEventListener('error', ({ message }) => connection.console.error(`Unexpected: ${message}`));
scope.addEventListener('unhandledrejection', ({ reason }) => connection.console.error(`Unexpected: ${String(reason)}`));

startServer(connection, browserEnvironment(connection, clausemarkVersion));
