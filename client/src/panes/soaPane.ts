/** One pane with a Statement of Applicability: gets it from the server, follows every edit, and opens what is clicked. */
import { commands, type Disposable, EventEmitter, env, l10n, Uri, type WebviewPanel, workspace } from 'vscode';
import {
  type NewSystemAnswer,
  type NewSystemParams,
  newSystemRequest,
  type SoaMessage,
  type SoaParams,
  type SoaViewMessage,
  type SoaViewName,
  type SoaViewParams,
  soaRequest,
  soaViewRequest,
} from '../../../server/src/protocol.js';
import type { EditMessage, MessageToPane, PaneCommand, ViewMessage } from '../../webview/messages.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { openPlace } from './openPlace.js';
import { setPage } from './page.js';
import { readPaneMessage } from './paneMessages.js';
import { type PaneSource, writeSource } from './paneSource.js';
import { SoaEdits } from './soaEdits.js';
import { applyAnswer, isUnchanged, type Statement } from './soaStatement.js';

export class SoaPane {
  private statement: Statement | null = null;
  /** The page is there and listens. It goes away with the tab's visibility and comes anew. */
  private isReady = false;
  /** The page shows an older statement than the server has. */
  private isStale = true;
  private isAsking = false;
  private isDisposed = false;
  private keyToReveal: string | null = null;
  private isToJump = false;
  /** The view beside the table that the page shows, and what it shows of it. */
  private view: SoaViewName | null = null;
  private shownView = '';
  private readonly edits: SoaEdits;
  private readonly disposables: Disposable[] = [];
  private readonly disposeEmitter = new EventEmitter<void>();
  readonly onDidDispose = this.disposeEmitter.event;

  constructor(
    readonly panel: WebviewPanel,
    private currentSource: PaneSource,
    extensionUri: Uri,
    private readonly server: ServerConnection,
  ) {
    this.edits = new SoaEdits(server);
    this.disposables.push(
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.isReady = false;
      }),
      panel.webview.onDidReceiveMessage((data) => this.receive(data)),
      server.onDidChangeSoa(({ folder }) => {
        if (folder === this.source.folder) this.noteChange();
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.post(this.modelMessage())),
      server.onDidChangeState((state) => {
        if (state !== 'running') return;
        // Versions count from the start of the server.
        this.statement = null;
        this.noteChange();
      }),
    );
    setPage(panel, extensionUri, 'soa', l10n.t('Statement of Applicability'));
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
    this.isDisposed = true;
    this.isReady = false;
    for (const each of this.disposables.splice(0)) each.dispose();
    this.disposeEmitter.fire();
    this.disposeEmitter.dispose();
  }

  /** Goes to the next control without a decision. */
  nextUndecided(): void {
    this.isToJump = true;
    this.panel.reveal(undefined, false);
    this.revealWaitingRow();
  }

  private receive(data: unknown): void {
    const message = readPaneMessage(data);
    switch (message?.type) {
      case 'ready':
        this.isReady = true;
        this.isStale = true;
        this.view = null;
        if (this.statement) this.post(this.modelMessage());
        return void this.update();
      case 'open':
        return void openPlace(this.server, this.panel, this.source.folder, message.path, message.span);
      case 'command':
        return void this.run(message.command);
      case 'edit':
        return void this.edit(message);
      case 'undo':
        return void this.edits.undo().then((text) => this.tell(text));
      case 'offered':
        return void this.offer();
      case 'copy':
        return void env.clipboard
          .writeText(message.text)
          .then(() => this.tell(l10n.t('Copied as Markdown: {0}.', message.what)));
      case 'view':
        this.view = message.view;
        this.shownView = '';
        return void this.showView();
    }
  }

  private async run(command: PaneCommand): Promise<void> {
    const { system, folder } = this.source;
    const isOurs = command.startsWith('clausemark.') && command !== 'clausemark.createSoa';
    await commands.executeCommand(command, ...(isOurs ? [Uri.parse(system ?? folder)] : []));
  }

  private async edit({ id, changes }: EditMessage): Promise<void> {
    const { system } = this.source;
    const locked = this.locked();
    const refusal = locked ?? (system === null ? l10n.t('There is no soa.yaml yet. Create it first.') : null);
    const outcome =
      refusal !== null || system === null
        ? { made: 0, refused: changes.map((_change, index) => ({ index, reason: refusal ?? '' })) }
        : await this.edits.make(system, changes);
    this.post({ type: 'edited', id, ...outcome, canUndo: this.edits.canUndo });
  }

  /** Which standards can come into scope. */
  private async offer(): Promise<void> {
    const params: NewSystemParams = { folder: this.source.folder, organisation: '' };
    const answer = await this.server.request<NewSystemAnswer>(newSystemRequest, params);
    if (answer) this.post({ type: 'offered', standards: answer.offered });
  }

  /** Why nothing can be decided here; null where it can. */
  private locked(): string | null {
    if (!workspace.isTrusted) return l10n.t('This folder is open in Restricted Mode: nothing is written into it.');
    const { system, folder } = this.source;
    const isWritable = workspace.fs.isWritableFileSystem(Uri.parse(system ?? folder).scheme);
    return isWritable === false ? l10n.t('This folder cannot be written to.') : null;
  }

  private tell(text: string): void {
    this.post({ type: 'tell', text, canUndo: this.edits.canUndo });
  }

  private async showView(): Promise<void> {
    const { view } = this;
    if (view === null || !this.isReady) return;
    const { system, folder } = this.source;
    const params: SoaViewParams = { uri: system ?? folder, view };
    const answer = await this.server.request<SoaViewMessage>(soaViewRequest, params);
    const text = JSON.stringify(answer?.data ?? null);
    if (this.view !== view || text === this.shownView) return;
    this.shownView = text;
    this.post({ type: 'view', view, data: answer?.data ?? null } as ViewMessage);
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
        await this.showView();
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
    if (this.isDisposed) return;
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
    this.post(this.modelMessage());
  }

  private modelMessage(): MessageToPane {
    const model = this.statement?.model ?? null;
    return { type: 'model', model, source: writeSource(this.source), locked: this.locked() };
  }

  private revealWaitingRow(): void {
    if (!this.isReady || !this.statement) return;
    if (this.keyToReveal !== null) this.post({ type: 'reveal', key: this.keyToReveal });
    if (this.isToJump) this.post({ type: 'nextUndecided' });
    this.keyToReveal = null;
    this.isToJump = false;
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
}
