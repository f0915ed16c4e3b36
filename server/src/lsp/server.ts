/** The language server: what happens when. One start function for every main; everything else is in a file of its own. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { clientOf, serverCapabilities } from './capabilities.js';
import type { Environment } from './environment.js';
import { registerFileEvents, watchers } from './fileEvents.js';
import { FolderKeeper } from './folderKeeper.js';
import { createGuard, type Guard } from './guard.js';
import { registerAuthoringRequests } from './handlers/authoring.js';
import { registerCustomRequests } from './handlers/custom.js';
import { registerDiagnosticRequests } from './handlers/diagnostics.js';
import { registerDocumentRequests } from './handlers/documents.js';
import { registerExportRequests } from './handlers/exports.js';
import { registerFeatures } from './handlers/features.js';
import { registerMigrationRequests } from './handlers/migration.js';
import { registerSoaPaneRequests } from './handlers/soaPane.js';
import { registerStatementRequests } from './handlers/statements.js';
import { registerTemplateRequests } from './handlers/templates.js';
import { speakLanguageOf } from './language.js';
import { Notifier } from './notifier.js';
import { openTexts } from './openTexts.js';
import { type Client, Session } from './session.js';
import { registerTextSync } from './textSync.js';
import { Worker } from './worker.js';

/** Registers everything on the connection and begins to listen. Nothing is loaded before the client asks for it. */
export function startServer(connection: Connection, environment: Environment): void {
  let started: Started | null = null;
  // Whatever nobody else answers.
  connection.onRequest((method) => {
    if (started) throw new ResponseError(ErrorCodes.MethodNotFound, `There is no method “${method}”.`);
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server expects “initialize” first.');
  });
  connection.onInitialize((params): InitializeResult => {
    if (started) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialised already.');
    started = prepare(connection, environment, params);
    return {
      capabilities: serverCapabilities(started.client),
      serverInfo: { name: 'Clausemark', version: environment.version },
    };
  });
  connection.onInitialized(() => {
    void started?.begin();
  });
  connection.onShutdown(() => {
    started?.keeper.close();
  });
  connection.listen();
}

interface Started {
  readonly keeper: FolderKeeper;
  readonly client: Client;
  begin(): Promise<void>;
}

function prepare(connection: Connection, environment: Environment, params: InitializeParams): Started {
  const documents = openTexts((message) => connection.console.warn(message));
  const session = new Session(
    connection,
    environment,
    documents,
    clientOf(params.capabilities, params.initializationOptions),
  );
  const notifier = new Notifier(session, () => worker.isWorking);
  const keepProgram = () => {
    if (documents.keys().length > 0) environment.keepProgram?.();
  };
  const worker: Worker = new Worker(environment, () => session.workspaces(), {
    settled: () => {
      environment.memory?.workIsDone();
      keepProgram();
      notifier.settled();
    },
    paused: () => {
      keepProgram();
      notifier.statementsChanged();
    },
    takesLong: () => {
      environment.memory?.workTakesLong();
      notifier.sendStatus();
    },
    failed: (error) => connection.console.error(`Background work failed: ${describe(error)}`),
  });
  const keeper = new FolderKeeper(session, worker, params.initializationOptions);
  let setReady = () => {};
  const ready = new Promise<void>((done) => {
    setReady = done;
  });
  const guard = createGuard(
    connection,
    ready,
    () => worker.noteMessage(),
    () => keeper.isClosed,
  );
  registerAll({ session, guard, keeper, worker, notifier });
  return { keeper, client: session.client, begin: () => begin({ session, guard, keeper }, params).finally(setReady) };
}

interface Parts {
  readonly session: Session;
  readonly guard: Guard;
  readonly keeper: FolderKeeper;
  readonly worker: Worker;
  readonly notifier: Notifier;
}

function registerAll({ session, guard, keeper, worker, notifier }: Parts): void {
  registerTextSync(session, guard, keeper, worker);
  registerFileEvents(session, guard, keeper, worker);
  registerFeatures(session, guard);
  registerDiagnosticRequests(session, guard, worker);
  registerCustomRequests(session, guard, worker, notifier);
  registerAuthoringRequests(session, guard);
  registerDocumentRequests(session, guard);
  registerSoaPaneRequests(session, guard);
  registerMigrationRequests(session, guard);
  registerTemplateRequests(session, guard);
  registerStatementRequests(session, guard);
  registerExportRequests(session, guard);
  session.connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', (change: { settings?: unknown }) =>
      keeper.settingsChanged(change.settings),
    ),
  );
}

async function begin(
  { session, guard, keeper }: Pick<Parts, 'session' | 'guard' | 'keeper'>,
  params: InitializeParams,
): Promise<void> {
  const { connection, client } = session;
  if (client.configurationChanges) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'clausemark' });
  }
  if (client.watchedFiles) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(
      guard.notification('didChangeWorkspaceFolders', (change: WorkspaceFoldersChangeEvent) =>
        keeper.foldersChanged(change.added, change.removed),
      ),
    );
  }
  // Before anything is read, and so before anything is said of it.
  await speakLanguageOf(params.locale, session.environment, (message) => connection.console.warn(message));
  try {
    await keeper.addFolders(foldersOf(params));
  } catch (error) {
    connection.console.error(`Clausemark could not start: ${describe(error)}`);
  }
}

/** The folders of the editor; older clients name one root. */
function foldersOf(params: InitializeParams): { uri: string; name: string }[] {
  // An empty address would be that of the whole disk.
  if (params.workspaceFolders) return params.workspaceFolders.filter(({ uri }) => uri !== '');
  const root = params.rootUri;
  return root ? [{ uri: root, name: root.slice(root.lastIndexOf('/') + 1) }] : [];
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
