/**
 * The preview of an import: what the file says, what could not be placed, and what will be written. Nothing is written before
 * the reader says so. It is not restored after a restart: the file may be another one by then.
 */
import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ImportPreview } from '../../../server/src/core/soa/import/previewTypes.js';
import { type ImportSoaAnswer, type ImportSoaParams, importSoaRequest } from '../../../server/src/protocol.js';
import type { ImportChoices, MessageToImport } from '../../webview/import/messages.js';
import { showReport } from '../commands/soaReports.js';
import { applySoaEdits } from '../commands/soaTextEdits.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { readImportMessage } from './importMessages.js';
import { LatestAnswer } from './latestAnswer.js';
import { PagePanel } from './pagePanel.js';

/** What is imported into which folder. */
export interface ImportSubject {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly fileName: string;
  /** The bytes of the file in base64. */
  readonly content: string;
  /** URI of the soa.yaml that is there already, or null. */
  readonly existing: string | null;
}

export class ImportPane {
  private choices: ImportChoices;
  private answer: ImportSoaAnswer | null = null;
  /** An older answer that comes later is not shown. */
  private readonly latest = new LatestAnswer();
  private isWriting = false;
  private isWritten = false;
  private readonly page: PagePanel<MessageToImport>;

  constructor(
    private readonly subject: ImportSubject,
    extensionUri: Uri,
    private readonly server: ServerConnection,
  ) {
    this.choices = { sheet: null, standards: [], migrates: false, target: subject.existing === null ? 'new' : 'fill' };
    const title = l10n.t('Import of {0}', subject.fileName);
    const panel = window.createWebviewPanel('clausemark.import', title, ViewColumn.Active, { enableFindWidget: true });
    this.page = new PagePanel(panel, extensionUri, 'import', title, (data) => this.receive(data));
  }

  private receive(data: unknown): void {
    const message = readImportMessage(data);
    switch (message?.type) {
      case 'ready':
        this.page.setReady();
        if (this.answer) this.show();
        else void this.read();
        return;
      case 'choose':
        this.choices = message.choices;
        return void this.read();
      case 'write':
        return void this.write();
      case 'report':
        return void this.report();
    }
  }

  /** Reads the file as chosen, and shows what comes of it; false where somebody has asked anew meanwhile. */
  private async read(): Promise<boolean> {
    this.page.post({ type: 'working' });
    const answer = await this.latest.of(() => this.server.request<ImportSoaAnswer>(importSoaRequest, this.params()));
    if (!answer || this.page.isDisposed) return false;
    this.answer = answer.value;
    this.show();
    return true;
  }

  private params(): ImportSoaParams {
    const { folder, fileName, content, existing } = this.subject;
    const { sheet, standards, migrates, target } = this.choices;
    const into = target === 'new' || existing === null ? {} : { into: existing, keepsExisting: target === 'fill' };
    return { folder, fileName, content, standards, migrates, ...(sheet === null ? {} : { sheet }), ...into };
  }

  private show(): void {
    const { answer, choices } = this;
    const notRunning = l10n.t('Clausemark is not running, or cannot read this folder.');
    this.page.post({
      type: 'preview',
      preview: (answer?.preview ?? null) as ImportPreview | null,
      problem: answer ? answer.problem : notRunning,
      choices,
      hasExisting: this.subject.existing !== null,
    });
    if (this.isWritten) this.page.post({ type: 'written', text: l10n.t('It is written.') });
  }

  private async report(): Promise<void> {
    if (this.answer) await showReport(l10n.t('Import of {0}', this.subject.fileName), this.answer.report);
  }

  private async write(): Promise<void> {
    if (this.isWriting || this.isWritten) return;
    // What is written is what the soa.yaml of now makes of it, and that is what is shown. A second press of the button, or another
    // choice, asks anew: then this one is not written.
    if (!(await this.read())) return;
    const { answer } = this;
    if (!answer || answer.problem !== null) return;
    this.isWriting = true;
    const isMade = await (this.choices.target === 'new' ? openNew(answer) : this.merge(answer)).finally(() => {
      this.isWriting = false;
    });
    if (!isMade) return void this.page.post({ type: 'tell', text: l10n.t('Nothing was written.') });
    this.isWritten = true;
    const done = l10n.t('Controls read: {0}. Look through soa.yaml, then save it.', answer.controls);
    const lost =
      answer.lost > 0 ? ` ${l10n.t('{0} things could not be taken over: see the report.', answer.lost)}` : '';
    this.page.post({ type: 'written', text: done + lost });
    void window.showInformationMessage(done + lost);
  }

  /** One step that undo takes back. */
  private async merge({ uri, edits, length }: ImportSoaAnswer): Promise<boolean> {
    if (edits.length === 0) return false;
    return applySoaEdits({ uri, edits, length }, l10n.t('Import of {0}', this.subject.fileName));
  }
}

/** Not written: the user looks through it and saves it as soa.yaml. */
async function openNew({ uri, text }: ImportSoaAnswer): Promise<boolean> {
  const isFree = !(await exists(Uri.parse(uri)));
  const document = isFree
    ? await workspace.openTextDocument(Uri.parse(uri).with({ scheme: 'untitled' }))
    : await workspace.openTextDocument({ language: 'yaml' });
  const editor = await window.showTextDocument(document, { preview: false });
  return editor.edit((builder) => builder.insert(document.positionAt(0), text));
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
