/**
 * Writing decisions into a soa.yaml: the server says which edits make them, the editor makes the edits, so that undo works
 * and nothing that somebody has typed is lost. A file that is open in no editor is saved afterwards: nobody would see that
 * it has changes.
 */
import { l10n, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type EditSoaAnswer, type EditSoaParams, editSoaRequest } from '../../../server/src/protocol.js';
import type { PaneChange } from '../../webview/messages.js';
import type { ServerConnection } from '../server/serverConnection.js';

/** What an edit of this pane has put in the place of what. */
interface Step {
  readonly uri: string;
  /** The text after it: a document that is closed and opened again counts its versions anew. */
  readonly after: string;
  /** In the text after it, in order: what to put back. */
  readonly back: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface EditOutcome {
  readonly refused: readonly { readonly index: number; readonly reason: string }[];
  readonly made: number;
}

/** As often the text may be another one by the time the answer comes; some seconds, since a server may still be reading. */
const attempts = 40;
const keptSteps = 50;

export class SoaEdits {
  private readonly steps: Step[] = [];

  constructor(private readonly server: ServerConnection) {}

  get canUndo(): boolean {
    return this.steps.length > 0;
  }

  /** Makes the changes in one step. Those that are refused leave the others as they are. */
  async make(system: string, changes: readonly PaneChange[]): Promise<EditOutcome> {
    const all = (reason: string): EditOutcome => ({
      made: 0,
      refused: changes.map((_change, index) => ({ index, reason })),
    });
    for (let attempt = 0; attempt < attempts; attempt++) {
      const document = await openDocument(system);
      if (!document) return all(l10n.t('soa.yaml cannot be opened.'));
      const { version } = document;
      const params: EditSoaParams = { uri: system, changes };
      const answer = await this.server.request<EditSoaAnswer>(editSoaRequest, params);
      if (!answer) {
        await pause(100);
        continue;
      }
      if (document.version !== version || document.getText().length !== answer.length) {
        // Somebody typed meanwhile, or the server has not yet seen the text as it is here.
        await pause(100);
        continue;
      }
      const isMade = answer.edits.length === 0 || (await this.apply(document, answer));
      if (isMade) return { refused: answer.refused, made: changes.length - answer.refused.length };
    }
    return all(l10n.t('soa.yaml could not be changed. Try again, or change it in the file itself.'));
  }

  /** Takes the last edit back. Says what happened. */
  async undo(): Promise<string> {
    const step = this.steps.pop();
    if (!step) return l10n.t('There is nothing to undo here.');
    const document = await openDocument(step.uri);
    if (!document || fingerprint(document.getText()) !== step.after) {
      this.steps.length = 0;
      return l10n.t('soa.yaml has been changed since. Undo it in the text itself.');
    }
    const edit = new WorkspaceEdit();
    for (const { start, end, text } of step.back) {
      edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
    }
    if (!(await this.applyAndSave(document, edit))) return l10n.t('The change could not be undone.');
    return l10n.t('The change is undone.');
  }

  private async apply(document: TextDocument, { edits }: EditSoaAnswer): Promise<boolean> {
    const edit = new WorkspaceEdit();
    const back: { start: number; end: number; text: string }[] = [];
    let shift = 0;
    for (const { range, newText } of edits) {
      const span = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
      edit.replace(document.uri, span, newText);
      const start = document.offsetAt(span.start) + shift;
      const text = document.getText(span);
      back.push({ start, end: start + newText.length, text });
      shift += newText.length - text.length;
    }
    if (!(await this.applyAndSave(document, edit))) return false;
    this.steps.push({ uri: document.uri.toString(), after: fingerprint(document.getText()), back });
    if (this.steps.length > keptSteps) this.steps.shift();
    return true;
  }

  private async applyAndSave(document: TextDocument, edit: WorkspaceEdit): Promise<boolean> {
    const isQuiet = !document.isDirty && !isShown(document.uri);
    if (!(await workspace.applyEdit(edit))) return false;
    if (isQuiet) await document.save();
    return true;
  }
}

async function openDocument(uri: string): Promise<TextDocument | null> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return null;
  }
}

/** Whether some tab of the window shows the file. */
function isShown(uri: Uri): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() === uri.toString()),
  );
}

/** Equal for equal texts, and in practice different for different ones (FNV-1a, with the length). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length} ${hash}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
