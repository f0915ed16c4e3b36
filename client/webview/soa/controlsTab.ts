/** The table of controls: what is shown, in which order, what is chosen, and the decision that is being made. */
import type { SoaModel, SoaRow } from '../../../server/src/core/soa/modelTypes.js';
import type { PaneChange, PaneDraft, PaneFilter, PaneSort, PaneState } from '../messages.js';
import { BulkBar } from './bulkBar.js';
import { columns } from './cells.js';
import { element } from './dom.js';
import type { Field } from './editor/field.js';
import { RowEditor, suggestionLists } from './editor/rowEditor.js';
import { controlOf } from './editor/values.js';
import { isFiltering, noFilter, passes } from './filter.js';
import { FilterBar } from './filterBar.js';
import { GridKeyboard } from './keyboard.js';
import type { RowView } from './rowView.js';
import { Selection } from './selection.js';
import { nextSort, standardOrder } from './sort.js';
import { Suggestions } from './suggestions.js';
import { Summary } from './summary.js';
import { Tables } from './tables.js';
import { t } from './texts.js';
import { nextUndecided } from './undecided.js';

export interface ControlsHost {
  /** Sends changes; `done` is told what was refused. */
  edit(changes: readonly PaneChange[], done?: (refused: string | null) => void): void;
  undo(): void;
  copy(rows: readonly SoaRow[]): void;
  /** Says something to the reader. */
  tell(text: string): void;
  save(): void;
}

export class ControlsTab {
  readonly node: HTMLElement;
  readonly bulk: BulkBar;
  private model: SoaModel | null = null;
  private sort: PaneSort;
  private locked: string | null = null;
  private editor: RowEditor | null = null;
  /** A draft from before the page was hidden, until its row is there. */
  private waiting: PaneDraft | null;
  private readonly expanded: Set<string>;
  private readonly selection: Selection;
  private readonly summary = new Summary(element('section', { class: 'summary', 'aria-label': t('Summary') }));
  private readonly nothing = element('p', { class: 'message' }, t('No control passes these filters.'));
  private readonly tables = new Tables(element('div', { class: 'tables' }));
  private readonly suggestions = new Suggestions(suggestionLists);
  private readonly keyboard: GridKeyboard;
  private readonly bar: FilterBar;

  constructor(
    state: PaneState | null,
    private readonly host: ControlsHost,
  ) {
    this.expanded = new Set(state?.expanded ?? []);
    this.sort = state?.sort ?? standardOrder;
    this.selection = new Selection(state?.selected ?? []);
    this.waiting = state?.draft ?? null;
    this.bar = new FilterBar(
      element('div', { class: 'bar' }),
      { ...noFilter, ...state?.filter },
      () => this.onFilter(),
      (sort) => this.setSort(sort),
    );
    this.bulk = new BulkBar({
      chosen: () => this.chosenRows(),
      send: (changes) => host.edit(changes),
      copy: (rows) => host.copy(rows),
      clear: () => this.clearChoice(),
    });
    this.keyboard = new GridKeyboard(this.tables, {
      edit: (view, column) => this.openEditor(view, columns[column]!.field ?? null),
      decide: (view, applicable) => this.decide(view, applicable),
      choose: (view, isRange) => this.choose(view, isRange),
      chooseAll: () => this.chooseAll(),
      clearChoice: () => this.clearChoice(),
      copy: ({ row }) => host.copy(this.selection.size > 0 ? this.chosenRows() : [row]),
      undecided: (step) => this.jump(step),
      undo: () => host.undo(),
    });
    this.node = element(
      'div',
      {},
      this.summary.node,
      this.bar.node,
      this.nothing,
      this.tables.node,
      this.suggestions.node,
    );
    this.node.addEventListener('click', (event) => this.onClick(event));
    this.node.addEventListener('keydown', (event) => this.onEditorKey(event));
    this.watchBarHeight();
  }

  get state(): Pick<PaneState, 'filter' | 'expanded' | 'sort' | 'draft' | 'selected'> {
    const draft = this.editor ? { key: this.editor.key, texts: this.editor.drafts() } : this.waiting;
    return {
      filter: this.bar.value,
      expanded: [...this.expanded],
      sort: this.sort,
      draft,
      selected: this.selection.all(),
    };
  }

  update(model: SoaModel, locked: string | null, isFirst: boolean): void {
    this.model = model;
    this.locked = model.path === null ? t('There is no soa.yaml yet.') : locked;
    if (isFirst && model.standards.length === 1) this.expanded.add(model.standards[0]!.key);
    this.node.classList.toggle('locked', this.locked !== null);
    this.summary.update(model, this.expanded);
    this.bar.update(model);
    this.suggestions.update(model);
    this.selection.keepOnly(new Set(model.rows.map(({ key }) => key)));
    this.drawRows();
    this.followEditor();
  }

  rowOf(key: string): SoaRow | null {
    return this.tables.byKey(key)?.row ?? null;
  }

  /** Brings a row into view and puts the focus on it. */
  reveal(key: string): void {
    const view = this.tables.byKey(key);
    if (!view) return;
    if (view.node.hidden) this.bar.set(noFilter);
    view.node.scrollIntoView({ block: 'center' });
    this.keyboard.go(view, 0);
  }

  showOnly(filter: Partial<PaneFilter>): void {
    this.bar.set({ ...noFilter, ...filter });
  }

  /** Goes to the next control without a decision; what hides it is cleared. */
  jump(step: 1 | -1 = 1): void {
    const from = this.keyboard.current?.row.key ?? null;
    const isOpen = this.editor !== null;
    const shown = this.tables.shownRows().map(({ row }) => row);
    const isLost = from === null || !this.touched;
    const row =
      nextUndecided(shown, isLost ? null : from, step) ??
      nextUndecided(this.model?.rows ?? [], isLost ? null : from, step);
    if (!row) {
      this.host.tell(t('Every control is decided.'));
      return;
    }
    const view = this.tables.byKey(row.key)!;
    if (view.node.hidden) this.bar.set(noFilter);
    view.node.scrollIntoView({ block: 'center' });
    if (isOpen) this.openEditor(view, 'applicable');
    else this.keyboard.go(view, applicableColumn);
    this.touched = true;
  }

  /** Whether the reader has been in the table: before that, the first row is as good as none. */
  private touched = false;

  private drawRows(): void {
    if (!this.model) return;
    this.tables.update(this.model, this.sort);
    this.bar.showSort(this.sort);
    this.applyFilter();
  }

  private applyFilter(): void {
    if (!this.model) return;
    const filter = this.bar.value;
    const edited = this.editor?.key;
    const shown = this.tables.filter((row) => passes(row, filter) || row.key === edited);
    this.nothing.hidden = shown > 0 || !isFiltering(filter);
    this.bar.showCount(shown, this.model.rows.length);
    this.keyboard.refresh();
    this.showChoice();
  }

  private onFilter(): void {
    this.applyFilter();
    this.host.save();
  }

  private setSort(sort: PaneSort): void {
    this.sort = sort;
    this.drawRows();
    this.host.save();
  }

  // ---- choosing rows ----

  private chosenRows(): SoaRow[] {
    return this.tables.allRows().flatMap(({ row }) => (this.selection.has(row.key) ? [row] : []));
  }

  private choose(view: RowView, isRange: boolean): void {
    const { key } = view.row;
    if (isRange) this.selection.extend(key, this.shownKeys());
    else this.selection.toggle(key);
    this.showChoice();
    this.host.save();
  }

  private chooseAll(): void {
    this.selection.toggleAll(this.shownKeys());
    this.showChoice();
    this.host.save();
  }

  private clearChoice(): void {
    this.selection.clear();
    this.showChoice();
    this.host.save();
  }

  private shownKeys(): string[] {
    return this.tables.shownRows().map(({ row }) => row.key);
  }

  private showChoice(): void {
    let chosen = 0;
    for (const view of this.tables.allRows()) {
      const isChosen = this.selection.has(view.row.key);
      view.setChosen(isChosen);
      if (isChosen && !view.node.hidden) chosen++;
    }
    this.bar.showChosen(chosen, this.tables.shownRows().length);
    this.bulk.update(this.selection.size, this.locked !== null);
    this.node.classList.toggle('choosing', this.selection.size > 0);
  }

  // ---- deciding ----

  private decide(view: RowView, applicable: boolean | 'undecided'): void {
    this.touched = true;
    if (this.isLocked()) return;
    const change: PaneChange = { control: controlOf(view.row), field: 'applicable', value: applicable };
    this.host.edit([change], (refused) => {
      if (refused !== null) this.host.tell(`${view.row.id}: ${refused}`);
    });
  }

  /** Says why, where nothing can be decided here. */
  private isLocked(): boolean {
    if (this.locked !== null) this.host.tell(this.locked);
    return this.locked !== null;
  }

  private openEditor(view: RowView, field: PaneChange['field'] | null): void {
    this.touched = true;
    if (this.isLocked()) return;
    this.keyboard.activate(view, Math.max(view.activeColumn, 0));
    if (this.editor?.key !== view.row.key) {
      this.closeEditor(false);
      const { model } = this;
      this.editor = new RowEditor(view.row, {
        commit: (change, into) => this.commit(change, into),
        keep: () => this.host.save(),
      });
      this.editor.show(view.row, model?.asOf ?? '');
      view.setEditor(this.editor);
    }
    this.editor.focus(field);
    view.node.scrollIntoView({ block: 'nearest' });
    this.host.save();
  }

  private commit(change: PaneChange, field: Field): void {
    this.host.edit([change], (refused) => field.refuse(refused));
  }

  /** What is typed and not yet sent is sent; the focus goes back to the row. */
  private closeEditor(withFocus: boolean): void {
    const { editor } = this;
    if (!editor) return;
    editor.commitAll();
    this.editor = null;
    const view = this.tables.byKey(editor.key);
    view?.setEditor(null);
    if (withFocus && view) this.keyboard.go(view, Math.max(view.activeColumn, 0));
    this.applyFilter();
    this.host.save();
  }

  /** The editor follows its row through every change of the file, and comes back after the page was hidden. */
  private followEditor(): void {
    const { waiting } = this;
    const view = this.tables.byKey(this.editor?.key ?? waiting?.key ?? '');
    if (this.editor && !view) this.editor = null;
    if (this.editor && view) this.editor.show(view.row, this.model?.asOf ?? '');
    else if (waiting && view && this.locked === null) {
      this.waiting = null;
      this.openEditor(view, null);
      this.editor?.restore(waiting.texts);
    }
  }

  private onEditorKey(event: KeyboardEvent): void {
    if (!this.editor?.node.contains(event.target as Node)) return;
    if (event.key === 'Escape') this.closeEditor(true);
    else if (event.altKey && event.key === 'ArrowDown') this.step(1);
    else if (event.altKey && event.key === 'ArrowUp') this.step(-1);
    else if (event.altKey && event.key.toLowerCase() === 'n') this.jump(1);
    else return;
    event.preventDefault();
  }

  /** The editor moves to the next row, and stays in the same field. */
  private step(by: 1 | -1): void {
    const rows = this.tables.shownRows();
    const index = rows.findIndex(({ row }) => row.key === this.editor?.key);
    const next = rows[index + by];
    if (next) this.openEditor(next, this.editor?.focusedField() ?? null);
  }

  // ---- the mouse ----

  private onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const control = target?.closest<HTMLElement>('button, a, input, select, textarea, label');
    if (control) {
      this.onControl(control, event);
      return;
    }
    const cell = target?.closest('[data-edits]');
    const view = this.tables.byKey(cell?.closest('tr[data-key]')?.getAttribute('data-key') ?? '');
    // A click that ends a selection of text is no wish to edit.
    if (!view || !cell || document.getSelection()?.isCollapsed === false) return;
    this.openEditor(view, cell.getAttribute('data-edits') as PaneChange['field']);
  }

  private onControl(control: HTMLElement, event: MouseEvent): void {
    const { toggle, gapsOf, sort, jump, choose, editor } = control.dataset;
    if (toggle !== undefined) this.toggle(toggle);
    else if (gapsOf !== undefined) this.showOnly({ standard: gapsOf, gap: 'any' });
    else if (sort !== undefined) this.setSort(nextSort(this.sort, sort as PaneSort['by']));
    else if (jump !== undefined) this.jump();
    else if (choose !== undefined) this.chooseAll();
    else if (editor === 'close') this.closeEditor(true);
    else if (editor === 'next' || editor === 'previous') this.step(editor === 'next' ? 1 : -1);
    else if (editor === 'undecided') this.jump();
    else if (control.matches('.choose')) {
      const view = this.tables.byKey(control.closest('tr')?.getAttribute('data-key') ?? '');
      if (view) this.choose(view, event.shiftKey);
    }
  }

  private toggle(key: string): void {
    if (!this.expanded.delete(key)) this.expanded.add(key);
    if (this.model) this.summary.update(this.model, this.expanded);
    this.host.save();
  }

  /** The table heads stick below the bar, whose height depends on how its fields wrap. */
  private watchBarHeight(): void {
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--bar-height', `${this.bar.node.offsetHeight}px`);
    }).observe(this.bar.node);
  }
}

const applicableColumn = columns.findIndex(({ name }) => name === 'applicable');
