/** Deciding on one row: the editor below it opens, follows every change of the file, moves on, and closes. */
import type { PaneModel } from '../../../server/src/core/soa/paneTypes.js';
import type { PaneChange, PaneDraft } from '../messages.js';
import type { SentField } from './editor/field.js';
import { RowEditor } from './editor/rowEditor.js';
import { controlOf } from './editor/values.js';
import type { GridKeyboard } from './keyboard.js';
import type { RowView } from './rowView.js';
import type { Tables } from './tables.js';

export interface EditingHost {
  /** Sends changes; `done` is told what was refused. */
  edit(changes: readonly PaneChange[], done?: (refused: string | null) => void): void;
  tell(text: string): void;
  save(): void;
  /** The filter holds again for the row that was edited. */
  onClosed(): void;
}

export class RowEditing {
  private editor: RowEditor | null = null;
  private asOf = '';
  private locked: string | null = null;
  /** Whether the reader has been in the table: before that, the first row is as good as none. */
  private touched = false;

  /** @param waiting a draft from before the page was hidden, until its row is there */
  constructor(
    private readonly tables: Tables,
    private readonly keyboard: GridKeyboard,
    private readonly host: EditingHost,
    private waiting: PaneDraft | null,
  ) {}

  get draft(): PaneDraft | null {
    return this.editor ? { key: this.editor.key, texts: this.editor.drafts() } : this.waiting;
  }

  /** Key of the row that is being edited. */
  get key(): string | null {
    return this.editor?.key ?? null;
  }

  get isTouched(): boolean {
    return this.touched;
  }

  get isLocked(): boolean {
    return this.locked !== null;
  }

  touch(): void {
    this.touched = true;
  }

  /** Says why, where nothing can be decided here. */
  refuses(): boolean {
    if (this.locked !== null) this.host.tell(this.locked);
    return this.locked !== null;
  }

  /** The editor follows its row through every change of the file, and comes back after the page was hidden. */
  follow({ asOf }: PaneModel, locked: string | null): void {
    this.asOf = asOf;
    this.locked = locked;
    const view = this.tables.byKey(this.editor?.key ?? '');
    if (this.editor && !view) this.editor = null;
    if (this.editor && view) this.editor.show(view.row, asOf);
    else this.openWaiting();
  }

  /** Opens the editor of a row as soon as the row is there. */
  openWhenThere(key: string, texts: PaneDraft['texts'] = {}): void {
    this.waiting = { key, texts };
    this.openWaiting();
  }

  decide(view: RowView, applicable: boolean | 'undecided'): void {
    this.touched = true;
    if (this.refuses()) return;
    const change: PaneChange = {
      kind: 'decision',
      control: controlOf(view.row),
      field: 'applicable',
      value: applicable,
    };
    this.host.edit([change], (refused) => {
      if (refused !== null) this.host.tell(`${view.row.id}: ${refused}`);
    });
  }

  open(view: RowView, field: string | null): void {
    this.touched = true;
    if (this.refuses()) return;
    this.keyboard.activate(view, Math.max(view.activeColumn, 0));
    if (this.editor?.key !== view.row.key) {
      this.close(false);
      this.editor = new RowEditor(view.row, {
        commit: (change, into) => this.commit(change, into),
        keep: () => this.host.save(),
      });
      this.editor.show(view.row, this.asOf);
      view.setEditor(this.editor);
    }
    this.editor.focus(field);
    view.node.scrollIntoView({ block: 'nearest' });
    this.host.save();
  }

  /** What is typed and not yet sent is sent; the focus goes back to the row. */
  close(withFocus: boolean): void {
    const { editor } = this;
    if (!editor) return;
    editor.commitAll();
    this.editor = null;
    const view = this.tables.byKey(editor.key);
    view?.setEditor(null);
    if (withFocus && view) this.keyboard.go(view, Math.max(view.activeColumn, 0));
    this.host.onClosed();
    this.host.save();
  }

  /** The editor moves to the next row, and stays in the same field. */
  step(by: 1 | -1): void {
    const rows = this.tables.shownRows();
    const index = rows.findIndex(({ row }) => row.key === this.editor?.key);
    const next = rows[index + by];
    if (next) this.open(next, this.editor?.focusedField() ?? null);
  }

  /** Takes the control of the organisation's own that is being edited out of the file; undo brings it back. */
  remove(): void {
    const row = this.tables.byKey(this.editor?.key ?? '')?.row;
    if (!row?.isAdditional || this.refuses()) return;
    this.host.edit([{ kind: 'remove', control: row.id }], (refused) => {
      if (refused !== null) this.host.tell(`${row.id}: ${refused}`);
    });
  }

  /** @returns whether the key was one of the editor's */
  onKey(event: KeyboardEvent, jump: () => void): boolean {
    if (!this.editor?.node.contains(event.target as Node)) return false;
    if (event.key === 'Escape') this.close(true);
    else if (event.altKey && event.key === 'ArrowDown') this.step(1);
    else if (event.altKey && event.key === 'ArrowUp') this.step(-1);
    else if (event.altKey && event.key.toLowerCase() === 'n') jump();
    else return false;
    return true;
  }

  private commit(change: PaneChange, field: SentField): void {
    const former = this.editor?.key ?? '';
    this.host.edit([change], (refused) => {
      field.refuse(refused);
      if (refused !== null || change.kind !== 'rename') return;
      const key = former.slice(0, former.length - change.control.length) + change.to;
      this.openWhenThere(key);
    });
  }

  private openWaiting(): void {
    const { waiting } = this;
    const view = this.tables.byKey(waiting?.key ?? '');
    if (!waiting || !view || this.locked !== null) return;
    this.waiting = null;
    this.open(view, null);
    this.editor?.restore(waiting.texts);
  }
}
