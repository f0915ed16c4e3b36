/** The language server as the rest of the extension sees it: it can be started, asked, and listened to. */
import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel, l10n, window } from 'vscode';
import type { BaseLanguageClient, ErrorHandler, StateChangeEvent } from 'vscode-languageclient';
import {
  type SoaChangedMessage,
  type StatusMessage,
  soaChangedNotification,
  statusNotification,
} from '../../../server/src/protocol.js';
import { CrashLimit } from './crashLimit.js';

/** Makes the client for where we run (Node or a browser). Loads its library only when called. */
export type CreateClient = (output: LogOutputChannel, errorHandler: ErrorHandler) => Promise<BaseLanguageClient>;

export type ServerState = 'starting' | 'running' | 'stopped';

/** The values of the client library's `State`; the library itself is loaded late. */
const stateNames: Readonly<Record<number, ServerState>> = { 1: 'stopped', 2: 'running', 3: 'starting', 4: 'stopped' };

export class ServerConnection implements Disposable {
  private readonly stateEmitter = new EventEmitter<ServerState>();
  private readonly statusEmitter = new EventEmitter<StatusMessage>();
  private readonly soaEmitter = new EventEmitter<SoaChangedMessage>();
  private readonly crashes = new CrashLimit(() => Date.now());
  private client: Promise<BaseLanguageClient> | null = null;
  private currentState: ServerState = 'stopped';
  private currentStatus: StatusMessage | null = null;

  readonly onDidChangeState = this.stateEmitter.event;
  /** What the server is doing and what it has found so far. */
  readonly onDidChangeStatus = this.statusEmitter.event;
  /** Documents or decisions of a folder have changed, and with them everything that is made of them. */
  readonly onDidChangeSoa = this.soaEmitter.event;

  constructor(
    private readonly createClient: CreateClient,
    private readonly output: LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.currentState;
  }

  /** The last status of a running server; null before there is one. */
  get status(): StatusMessage | null {
    return this.currentStatus;
  }

  /** Starts the server unless it runs. Failures are shown and logged, never thrown. */
  async start(): Promise<void> {
    try {
      this.client ??= this.makeClient();
      await (await this.client).start();
    } catch (error) {
      this.setState('stopped');
      this.output.error(`The server could not be started: ${describe(error)}`);
      void this.tellThatItDidNotStart();
    }
  }

  /** Ends the server and starts it again; open documents and settings are read anew. */
  async restart(): Promise<void> {
    this.crashes.forget();
    const client = await this.client?.catch(() => null);
    this.client = null;
    this.currentStatus = null;
    await client?.dispose().catch((error: unknown) => this.output.warn(`While ending the server: ${describe(error)}`));
    this.output.info('The server is started again.');
    await this.start();
  }

  /**
   * Asks the server, once it runs. Null where it does not run or cannot answer; why is in the log. Null as well where the token says
   * that nobody waits any more.
   */
  async request<Answer>(method: string, params: object = {}, token?: CancellationToken): Promise<Answer | null> {
    try {
      const client = await this.client;
      // To start a client again that has given up is for the user alone.
      if (!client || this.currentState === 'stopped') return null;
      await client.start();
      return await client.sendRequest<Answer | null>(method, params, token);
    } catch (error) {
      if (this.client && !token?.isCancellationRequested) this.output.error(`${method}: ${describe(error)}`);
      return null;
    }
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const client = await this.client?.catch(() => null);
    this.client = null;
    await client?.dispose().catch(() => {});
  }

  dispose(): void {
    for (const emitter of [this.stateEmitter, this.statusEmitter, this.soaEmitter]) emitter.dispose();
    void this.stop();
  }

  private async makeClient(): Promise<BaseLanguageClient> {
    this.setState('starting');
    const { createErrorHandler } = await import('./errorHandler.js');
    const { serveFiles } = await import('./filesForServer.js');
    const choices = { restart: () => void this.restart(), showOutput: () => this.output.show() };
    const client = await this.createClient(this.output, createErrorHandler(this.crashes, choices));
    serveFiles(client);
    client.onDidChangeState(({ newState }: StateChangeEvent) => this.setState(stateNames[newState] ?? 'stopped'));
    client.onNotification(statusNotification, (status: StatusMessage) => {
      this.currentStatus = status;
      this.statusEmitter.fire(status);
    });
    client.onNotification(soaChangedNotification, (change: SoaChangedMessage) => this.soaEmitter.fire(change));
    return client;
  }

  private setState(state: ServerState): void {
    if (state === this.currentState) return;
    this.currentState = state;
    if (state !== 'running') this.currentStatus = null;
    this.stateEmitter.fire(state);
  }

  private async tellThatItDidNotStart(): Promise<void> {
    const restart = l10n.t('Try again');
    const output = l10n.t('Show output');
    const message = l10n.t('Clausemark could not start its server. Nothing is checked.');
    const chosen = await window.showErrorMessage(message, restart, output);
    if (chosen === restart) void this.restart();
    if (chosen === output) this.output.show();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
