/** One pane with a Statement of Applicability: gets it from the server, follows every edit, and opens what is clicked. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type TextDocumentShowOptions,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import {
  type PlaceAnswer,
  type PlaceParams,
  placeRequest,
  type SoaMessage,
  type SoaParams,
  soaRequest,
} from '../../../server/src/protocol.js';
import type { MessageToPane, OpenMessage } from '../../webview/messages.js';
import { soaShell } from '../../webview/soa/shell.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { readPaneMessage } from './paneMessages.js';
import { type PaneSource, writeSource } from './paneSource.js';
import { applyAnswer, isUnchanged, type Statement } from './soaStatement.js';

export class SoaPane {
  private statement: Statement | null = null;
  /** The page is there and listens. It goes away with the tab's visibility and comes anew. */
  private isReady = false;
  /** The page shows an older statement than the server has. */
  private isStale = true;
  private isAsking = false;
  private keyToReveal: string | null = null;
  private readonly disposables: Disposable[] = [];
  private readonly disposeEmitter = new EventEmitter<void>();
  readonly onDidDispose = this.disposeEmitter.event;

  constructor(
    readonly panel: WebviewPanel,
    private currentSource: PaneSource,
    extensionUri: Uri,
    private readonly server: ServerConnection,
  ) {
    this.disposables.push(
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.isReady = false;
      }),
      panel.webview.onDidReceiveMessage((data) => this.receive(data)),
      server.onDidChangeSoa(({ folder }) => {
        if (folder === this.source.folder) this.noteChange();
      }),
      server.onDidChangeState((state) => {
        if (state !== 'running') return;
        // Versions count from the start of the server.
        this.statement = null;
        this.noteChange();
      }),
    );
    panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.png');
    setPage(panel, extensionUri);
  }

  get source(): PaneSource {
    return this.currentSource;
  }

  /** Brings the pane to the front, and the row with this key into view. */
  reveal(key: string | null): void {
    this.keyToReveal = key ?? this.keyToReveal;
    this.panel.reveal(undefined, key === null);
    this.revealWaitingRow();
  }

  dispose(): void {
    for (const each of this.disposables.splice(0)) each.dispose();
    this.disposeEmitter.fire();
    this.disposeEmitter.dispose();
  }

  private receive(data: unknown): void {
    const message = readPaneMessage(data);
    if (message?.type === 'ready') {
      this.isReady = true;
      this.isStale = true;
      if (this.statement) this.post(this.modelMessage());
      void this.update();
    } else if (message?.type === 'open') void this.open(message);
    else if (message?.type === 'command') void commands.executeCommand(message.command);
  }

  private noteChange(): void {
    this.isStale = true;
    void this.update();
  }

  /** Asks for what changed, one request at a time, until nothing more has changed meanwhile. */
  private async update(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isStale && this.isReady) {
        this.isStale = false;
        await this.askAndShow();
      }
    } finally {
      this.isAsking = false;
    }
  }

  private async askAndShow(): Promise<void> {
    const { folder, system } = this.source;
    const since = this.statement ? { since: this.statement.version } : {};
    const params: SoaParams = { uri: system ?? folder, ...since };
    const answer = await this.server.request<SoaMessage>(soaRequest, params);
    if (!answer) {
      if (this.server.state === 'running') this.showNothing();
      return;
    }
    this.currentSource = { folder: answer.folder, system: answer.system };
    if (isUnchanged(this.statement, answer)) {
      this.statement = { version: answer.version, model: this.statement!.model };
      return;
    }
    const next = applyAnswer(this.statement, answer);
    this.statement = next;
    if (!next) {
      this.isStale = true;
      return;
    }
    this.setTitle();
    this.post(this.modelMessage());
    this.revealWaitingRow();
  }

  private showNothing(): void {
    this.statement = null;
    this.post({ type: 'model', model: null, source: writeSource(this.source) });
  }

  private modelMessage(): MessageToPane {
    return { type: 'model', model: this.statement?.model ?? null, source: writeSource(this.source) };
  }

  private revealWaitingRow(): void {
    if (this.keyToReveal === null || !this.isReady || !this.statement) return;
    this.post({ type: 'reveal', key: this.keyToReveal });
    this.keyToReveal = null;
  }

  private setTitle(): void {
    const organisation = this.statement?.model.header.organisation;
    const title = organisation
      ? l10n.t('Statement of Applicability: {0}', organisation)
      : l10n.t('Statement of Applicability');
    if (this.panel.title !== title) this.panel.title = title;
  }

  private post(message: MessageToPane): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  private async open({ path, span }: OpenMessage): Promise<void> {
    const params: PlaceParams = { folder: this.source.folder, path, span };
    const place = await this.server.request<PlaceAnswer>(placeRequest, params);
    if (!place) return;
    const { start, end } = place.range;
    const options: TextDocumentShowOptions = { viewColumn: this.columnBeside(), preserveFocus: false };
    if (span.end > 0) options.selection = new Range(start.line, start.character, end.line, end.character);
    await commands.executeCommand('vscode.open', Uri.parse(place.uri), options);
  }

  /** Where texts are opened: in another column than the pane's own, one that has an editor already where there is one. */
  private columnBeside(): ViewColumn {
    const own = this.panel.viewColumn;
    const others = window.tabGroups.all.map((group) => group.viewColumn).filter((column) => column !== own);
    return others[0] ?? ViewColumn.Beside;
  }
}

function setPage(panel: WebviewPanel, extensionUri: Uri): void {
  const folder = Uri.joinPath(extensionUri, 'dist', 'client', 'webview');
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: [folder], enableCommandUris: false, enableForms: false };
  webview.html = soaShell({
    scriptUri: webview.asWebviewUri(Uri.joinPath(folder, 'soa.js')).toString(),
    styleUri: webview.asWebviewUri(Uri.joinPath(folder, 'soa.css')).toString(),
    cspSource: webview.cspSource,
    nonce: makeNonce(),
  });
}

/** Random letters and digits, different for every page. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
