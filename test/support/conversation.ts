/**
 * A conversation with the real language server, over streams, as an editor has it: initialize, open, edit, ask. The
 * server runs in this process; `settled()` waits until it has nothing left to do, so no test waits for a time.
 */

import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createConnection,
  createMessageConnection,
  type Diagnostic,
  type FileChangeType,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.js';
import { nodeEnvironment } from '../../server/src/node/environment.js';
import { type StatusMessage, settledRequest } from '../../server/src/protocol.js';
import { type FileContents, type TemporaryFolder, temporaryFolder } from './temporaryFolder.js';

export interface ConversationOptions {
  readonly capabilities?: ClientCapabilities;
  /** Value of the setting `clausemark`, for clients that are asked. */
  readonly settings?: unknown;
  readonly today?: string;
  readonly initializationOptions?: unknown;
  /** Names of folders below the temporary one that are opened; default: the temporary folder itself. */
  readonly folders?: readonly string[];
  /** URIs of the folders that are opened instead. */
  readonly folderUris?: readonly string[];
  /** Answers further requests of the server. */
  readonly serve?: (client: MessageConnection) => void;
  /** The language that the editor says it speaks. The server runs in this process: whoever sets it puts English back. */
  readonly locale?: string;
  /** Instead of the clock: how long the server waits for somebody who does not answer. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** False: no `initialized` yet. */
  readonly begins?: boolean;
  /** False: not even `initialize`. */
  readonly initializes?: boolean;
}

/** What VS Code says of itself, as far as the server cares. */
export const editorCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export class Conversation {
  readonly diagnosticsByUri = new Map<string, Diagnostic[]>();
  /** Every `publishDiagnostics` in order, as paths. */
  readonly published: string[] = [];
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  readonly log: string[] = [];
  settings: unknown;
  result!: InitializeResult;
  private readonly versions = new Map<string, number>();

  constructor(
    readonly client: MessageConnection,
    readonly folder: TemporaryFolder,
    private readonly options: ConversationOptions,
    private readonly close: () => void,
  ) {}

  /** Sends what an editor sends first. */
  async initialize(): Promise<void> {
    const { options, folder } = this;
    this.result = await this.request('initialize', {
      processId: null,
      rootUri: null,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      capabilities: options.capabilities ?? editorCapabilities,
      // A test leaves nothing behind, whatever it says of itself.
      initializationOptions: {
        storage: false,
        ...((options.initializationOptions as object | undefined) ?? { clausemarkMessages: true }),
      },
      workspaceFolders:
        options.folderUris?.map((uri) => ({ uri, name: 'virtual' })) ??
        (options.folders ?? ['.']).map((name) => {
          return { uri: pathToFileURL(join(folder.path, name)).toString(), name };
        }),
    });
  }

  uri(path: string): string {
    return path.includes(':') ? path : pathToFileURL(join(this.folder.path, path)).toString();
  }

  /** Diagnostics of a file as the editor shows them now. */
  diagnostics(path: string): readonly Diagnostic[] {
    return this.diagnosticsByUri.get(this.uri(path)) ?? [];
  }

  /** Codes of the diagnostics of a file, in order. */
  codes(path: string): string[] {
    return this.diagnostics(path).map(({ code }) => String(code));
  }

  open(path: string, text: string, languageId = 'markdown'): Promise<void> {
    this.versions.set(path, 1);
    return this.notify('textDocument/didOpen', { textDocument: { uri: this.uri(path), languageId, version: 1, text } });
  }

  /** Replaces ranges in order, as an editor sends them; without a range the whole text. */
  change(path: string, ...changes: { range?: Range; text: string }[]): Promise<void> {
    const version = (this.versions.get(path) ?? 1) + 1;
    this.versions.set(path, version);
    return this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: changes,
    });
  }

  closeFile(path: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  filesChanged(...changes: [path: string, type: FileChangeType][]): Promise<void> {
    const named = changes.map(([path, type]) => ({ uri: this.uri(path), type }));
    return this.notify('workspace/didChangeWatchedFiles', { changes: named });
  }

  /** A request about a position. */
  ask<Answer>(method: string, path: string, position: Position, more: object = {}): Promise<Answer> {
    return this.request<Answer>(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.client.sendRequest<Answer>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.client.sendNotification(method, params);
  }

  /** Waits until the server has done everything that it was told so far. */
  settled(): Promise<StatusMessage> {
    return this.request(settledRequest, null);
  }

  end(): void {
    this.close();
    this.folder.dispose();
  }
}

/** Starts a server on the files and, unless `begins` is false, waits until it has read and checked them all. */
export async function startConversation(files: FileContents, options: ConversationOptions = {}): Promise<Conversation> {
  const folder = temporaryFolder(files);
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const log: string[] = [];
  const environment = nodeEnvironment(
    (message) => log.push(message),
    () => options.today ?? '2026-11-21',
  );
  startServer(server, { ...environment, wait: options.wait ?? environment.wait });
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const conversation = new Conversation(client, folder, options, () => {
    client.dispose();
    server.dispose();
    toServer.destroy();
    toClient.destroy();
  });
  conversation.settings = options.settings;
  answerAsEditor(conversation);
  options.serve?.(client);
  client.listen();
  if (options.initializes === false) return conversation;
  await conversation.initialize();
  if (options.begins !== false) {
    await conversation.notify('initialized', {});
    await conversation.settled();
  }
  return conversation;
}

function answerAsEditor(conversation: Conversation): void {
  const { client } = conversation;
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => conversation.settings ?? null),
  );
  client.onRequest('client/registerCapability', () => null);
  client.onNotification((method, params) => {
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as unknown as { uri: string; diagnostics: Diagnostic[] };
      conversation.diagnosticsByUri.set(uri, diagnostics);
      conversation.published.push(uri.slice(uri.lastIndexOf('/') + 1));
    } else if (method === 'window/logMessage')
      conversation.log.push((params as unknown as { message: string }).message);
    else conversation.notifications.push({ method, params });
  });
}
