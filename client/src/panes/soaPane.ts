/** One pane with a Statement of Applicability: gets it from the server, follows every edit, and opens what is clicked. */
import { commands, type Event, env, l10n, Uri, type WebviewPanel, workspace } from 'vscode';
import type { Patch } from '../../../server/src/core/soa/paneTypes.js';
import {
  type NewSystemAnswer,
  type NewSystemParams,
  newSystemRequest,
  type SoaMessage,
  type SoaParams,
  type SoaViewName,
  soaRequest,
} from '../../../server/src/protocol.js';
import type { EditMessage, MessageToPane, PaneCommand, PatchMessage, ViewMessage } from '../../webview/messages.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { openTarget } from './openPlace.js';
import { PagePanel } from './pagePanel.js';
import { readPaneMessage } from './paneMessages.js';
import { type PaneSource, writeSource } from './paneSource.js';
import { SoaEdits } from './soaEdits.js';
import { applyAnswer, isUnchanged, type Statement } from './soaStatement.js';

export class SoaPane {
  private statement: Statement | null = null;
  /** The page shows an older statement than the server has. */
  private isStale = true;
  private isAsking = false;
  private keyToReveal: string | null = null;
  private isToJump = false;
  /** The view beside the table that the page shows, and what it shows of it. */
  private view: ViewMessage['view'] | null = null;
  private viewStatement: Statement<object> | null = null;
  private readonly edits: SoaEdits;
  private readonly page: PagePanel<MessageToPane>;

  constructor(
    readonly panel: WebviewPanel,
    private currentSource: PaneSource,
    extensionUri: Uri,
    private readonly server: ServerConnection,
  ) {
    this.edits = new SoaEdits(server);
    const title = l10n.t('Statement of Applicability');
    this.page = new PagePanel(panel, extensionUri, 'soa', title, (data) => this.receive(data));
    this.page.own(
      server.onDidChangeSoa(({ folder }) => {
        if (folder === this.source.folder) this.noteChange();
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.page.post(this.modelMessage())),
      server.onDidChangeState((state) => {
        if (state !== 'running') return;
        // Versions count from the start of the server.
        this.statement = null;
        this.viewStatement = null;
        this.noteChange();
      }),
    );
  }

  get source(): PaneSource {
    return this.currentSource;
  }

  /** Of the soa.yaml, or of the folder where there is none. */
  private get uri(): string {
    return this.source.system ?? this.source.folder;
  }

  /** Brings the pane to the front, and the row with this key into view. */
  reveal(key: string | null): void {
    this.keyToReveal = key ?? this.keyToReveal;
    this.panel.reveal(undefined, key === null);
    this.revealWaitingRow();
  }

  get onDidDispose(): Event<void> {
    return this.page.onDidDispose;
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
        this.page.setReady();
        this.isStale = true;
        this.view = null;
        if (this.statement) this.page.post(this.modelMessage());
        return void this.update();
      case 'open':
        return void openTarget(this.server, this.panel, this.uri, message.target);
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
        this.viewStatement = null;
        return void this.showView();
    }
  }

  private async run(command: PaneCommand): Promise<void> {
    const isOurs = command.startsWith('clausemark.') && command !== 'clausemark.createSoa';
    await commands.executeCommand(command, ...(isOurs ? [Uri.parse(this.uri)] : []));
  }

  private async edit({ id, changes }: EditMessage): Promise<void> {
    const { system } = this.source;
    const locked = this.locked();
    const refusal = locked ?? (system === null ? l10n.t('There is no soa.yaml yet. Create it first.') : null);
    const outcome =
      refusal !== null || system === null
        ? { made: 0, refused: changes.map((_change, index) => ({ index, reason: refusal ?? '' })) }
        : await this.edits.make(system, changes);
    this.page.post({ type: 'edited', id, ...outcome, canUndo: this.edits.canUndo });
  }

  /** Which standards can come into scope. */
  private async offer(): Promise<void> {
    const params: NewSystemParams = { folder: this.source.folder, organisation: '' };
    const answer = await this.server.request<NewSystemAnswer>(newSystemRequest, params);
    if (answer) this.page.post({ type: 'offered', standards: answer.offered });
  }

  /** Why nothing can be decided here; null where it can. */
  private locked(): string | null {
    if (!workspace.isTrusted) return l10n.t('This folder is open in Restricted Mode: nothing is written into it.');
    const isWritable = workspace.fs.isWritableFileSystem(Uri.parse(this.uri).scheme);
    return isWritable === false ? l10n.t('This folder cannot be written to.') : null;
  }

  private tell(text: string): void {
    this.page.post({ type: 'tell', text, canUndo: this.edits.canUndo });
  }

  /** The view beside the table that the page shows: whole at first, then what changed. */
  private async showView(): Promise<void> {
    const { view, viewStatement: before } = this;
    if (view === null || !this.page.isReady) return;
    const answer = await this.ask(view, before);
    if (this.view !== view) return;
    // Another answer came meanwhile: what changed since then is asked for.
    if (this.viewStatement !== before) return this.showView();
    if (answer && isUnchanged(before, answer)) {
      this.viewStatement = { ...before!, version: answer.version };
      return;
    }
    this.viewStatement = answer && applyAnswer(before, answer);
    const data = this.viewStatement?.model ?? null;
    if (answer && !answer.model && data) this.page.post({ type: 'patch', view, patch: answer.patch as Patch });
    else this.page.post({ type: 'view', view, data } as ViewMessage);
  }

  private async ask(view: SoaViewName, shown: Statement<object> | null): Promise<SoaMessage | null> {
    const params: SoaParams = { uri: this.uri, view, ...(shown ? { since: shown.version } : {}) };
    return this.server.request<SoaMessage>(soaRequest, params);
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
      while (this.isStale && this.page.isReady) {
        this.isStale = false;
        await this.askAndShow();
        await this.showView();
      }
    } finally {
      this.isAsking = false;
    }
  }

  private async askAndShow(): Promise<void> {
    const answer = await this.ask('controls', this.statement);
    if (this.page.isDisposed) return;
    if (!answer) {
      if (this.server.state === 'running') this.showNothing();
      return;
    }
    this.currentSource = { folder: answer.folder, system: answer.system };
    if (isUnchanged(this.statement, answer)) {
      this.statement = { ...this.statement!, version: answer.version };
      return;
    }
    const next = applyAnswer(this.statement, answer);
    this.statement = next;
    if (!next) {
      this.isStale = true;
      return;
    }
    this.setTitle();
    this.page.post(answer.model ? this.modelMessage() : this.patchMessage(answer.patch as Patch));
    this.revealWaitingRow();
  }

  private showNothing(): void {
    this.statement = null;
    this.page.post(this.modelMessage());
  }

  private modelMessage(): MessageToPane {
    const model = this.statement?.model ?? null;
    const { problemLines } = this.statement ?? {};
    return { type: 'model', model, source: writeSource(this.source), locked: this.locked(), problemLines };
  }

  private patchMessage(patch: Patch): PatchMessage {
    const { problemLines = [] } = this.statement ?? {};
    return { type: 'patch', view: 'controls', patch, locked: this.locked(), problemLines };
  }

  private revealWaitingRow(): void {
    if (!this.page.isReady || !this.statement) return;
    if (this.keyToReveal !== null) this.page.post({ type: 'reveal', key: this.keyToReveal });
    if (this.isToJump) this.page.post({ type: 'nextUndecided' });
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
}
