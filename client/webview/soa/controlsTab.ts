/** The table of controls: what is shown, in which order, what is chosen, and where clicks and keys go. */
import type { PaneModel, PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { PaneChange, PaneFilter, PaneSort, PaneState } from '../messages.js';
import { element } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { BulkBar } from './bulkBar.js';
import { columns } from './cells.js';
import { suggestionLists } from './editor/rowFields.js';
import { isFiltering, noFilter, passes } from './filter.js';
import { FilterBar } from './filterBar.js';
import { GridKeyboard } from './keyboard.js';
import { RowChoice } from './rowChoice.js';
import { RowEditing } from './rowEditing.js';
import type { RowView } from './rowView.js';
import { nextSort, standardOrder } from './sort.js';
import { Suggestions } from './suggestions.js';
import { Summary } from './summary.js';
import { Tables } from './tables.js';
import { nextUndecided } from './undecided.js';

export interface ControlsHost {
  /** Sends changes; `done` is told what was refused. */
  edit(changes: readonly PaneChange[], done?: (refused: string | null) => void): void;
  undo(): void;
  copy(rows: readonly PaneRow[]): void;
  /** Says something to the reader. */
  tell(text: string): void;
  save(): void;
}

export class ControlsTab {
  readonly node: HTMLElement;
  readonly bulk: BulkBar;
  private model: PaneModel | null = null;
  private sort: PaneSort;
  private readonly expanded: Set<string>;
  private readonly summary = new Summary(element('section', { class: 'summary', 'aria-label': t('Summary') }));
  private readonly nothing = element('p', { class: 'message' }, t('No control passes these filters.'));
  private readonly tables = new Tables(element('div', { class: 'tables' }));
  private readonly suggestions = new Suggestions(suggestionLists);
  private readonly choice: RowChoice;
  private readonly editing: RowEditing;
  private readonly keyboard: GridKeyboard;
  private readonly bar: FilterBar;

  constructor(
    state: PaneState | null,
    private readonly host: ControlsHost,
  ) {
    this.expanded = new Set(state?.expanded ?? []);
    this.sort = state?.sort ?? standardOrder;
    this.bar = new FilterBar(
      element('div', { class: 'bar' }),
      { ...noFilter, ...state?.filter },
      () => this.onFilter(),
      (sort) => this.setSort(sort),
    );
    this.choice = this.makeChoice(state);
    this.bulk = new BulkBar({
      chosen: () => this.choice.rows(),
      send: (changes) => host.edit(changes),
      copy: (rows) => host.copy(rows),
      clear: () => this.choice.clear(),
    });
    this.keyboard = this.makeKeyboard();
    const onClosed = () => this.applyFilter();
    const { edit, tell, save } = host;
    this.editing = new RowEditing(this.tables, this.keyboard, { edit, tell, save, onClosed }, state?.draft ?? null);
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
    this.node.addEventListener('keydown', (event) => {
      if (this.editing.onKey(event, () => this.jump())) event.preventDefault();
    });
    this.watchBarHeight();
  }

  get state(): Pick<PaneState, 'filter' | 'expanded' | 'sort' | 'draft' | 'selected'> {
    return {
      filter: this.bar.value,
      expanded: [...this.expanded],
      sort: this.sort,
      draft: this.editing.draft,
      selected: this.choice.all(),
    };
  }

  update(model: PaneModel, locked: string | null, isFirst: boolean): void {
    this.model = model;
    const reason = model.path === null ? t('There is no soa.yaml yet.') : locked;
    if (isFirst && model.standards.length === 1) this.expanded.add(model.standards[0]!.key);
    this.node.classList.toggle('locked', reason !== null);
    this.summary.update(model, this.expanded);
    this.bar.update(model);
    this.suggestions.update(model);
    this.choice.keepOnly(new Set(model.rows.map(({ key }) => key)));
    this.drawRows();
    this.editing.follow(model, reason);
    this.choice.show();
  }

  rowOf(key: string): PaneRow | null {
    return this.tables.byKey(key)?.row ?? null;
  }

  /** Brings a row into view and puts the focus on it. */
  reveal(key: string): void {
    const view = this.tables.byKey(key);
    if (!view) return;
    this.bringIntoView(view);
    this.keyboard.go(view, 0);
  }

  /** Opens the editor of a row as soon as the row is there. */
  editWhenThere(key: string): void {
    this.editing.openWhenThere(key);
  }

  showOnly(filter: Partial<PaneFilter>): void {
    this.bar.set({ ...noFilter, ...filter });
  }

  /** Goes to the next control without a decision; what hides it is cleared. */
  jump(step: 1 | -1 = 1): void {
    const { current } = this.keyboard;
    const from = this.editing.isTouched ? (current?.row.key ?? null) : null;
    const shown = this.tables.shownRows().map(({ row }) => row);
    const row = nextUndecided(shown, from, step) ?? nextUndecided(this.model?.rows ?? [], from, step);
    if (!row) {
      this.host.tell(t('Every control is decided.'));
      return;
    }
    const view = this.tables.byKey(row.key)!;
    const isOpen = this.editing.key !== null;
    this.bringIntoView(view);
    if (isOpen) this.editing.open(view, 'applicable');
    else this.keyboard.go(view, applicableColumn);
    this.editing.touch();
  }

  /** A filter that hides the row is cleared. */
  private bringIntoView({ node }: RowView): void {
    if (node.hidden) this.bar.set(noFilter);
    node.scrollIntoView({ block: 'center' });
  }

  private makeChoice(state: PaneState | null): RowChoice {
    return new RowChoice(state?.selected ?? [], () => ({
      node: this.node,
      tables: this.tables,
      bar: this.bar,
      bulk: this.bulk,
      isLocked: () => this.editing.isLocked,
      save: () => this.host.save(),
    }));
  }

  private makeKeyboard(): GridKeyboard {
    const { host } = this;
    return new GridKeyboard(this.tables, {
      edit: (view, column) => this.editing.open(view, columns[column]!.field ?? null),
      decide: (view, applicable) => this.editing.decide(view, applicable),
      choose: (view, isRange) => this.choice.choose(view, isRange),
      chooseAll: () => this.choice.chooseAll(),
      clearChoice: () => this.choice.clear(),
      copy: ({ row }) => host.copy(this.choice.size > 0 ? this.choice.rows() : [row]),
      undecided: (step) => this.jump(step),
      undo: () => host.undo(),
    });
  }

  private drawRows(): void {
    if (!this.model) return;
    this.tables.update(this.model, this.sort);
    this.bar.showSort(this.sort);
    this.applyFilter();
  }

  private applyFilter(): void {
    if (!this.model) return;
    const filter = this.bar.value;
    const edited = this.editing.key;
    const shown = this.tables.filter((row) => passes(row, filter) || row.key === edited);
    this.nothing.hidden = shown > 0 || !isFiltering(filter);
    this.bar.showCount(shown, this.model);
    this.keyboard.refresh();
    this.choice.show();
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
    this.editing.open(view, cell.getAttribute('data-edits'));
  }

  private onControl(control: HTMLElement, event: MouseEvent): void {
    const { toggle, gapsOf, sort, jump, choose, editor } = control.dataset;
    if (toggle !== undefined) this.toggle(toggle);
    else if (gapsOf !== undefined) this.showOnly({ standard: gapsOf, gap: 'any' });
    else if (sort !== undefined) this.setSort(nextSort(this.sort, sort as PaneSort['by']));
    else if (jump !== undefined || editor === 'undecided') this.jump();
    else if (choose !== undefined) this.choice.chooseAll();
    else if (editor === 'close') this.editing.close(true);
    else if (editor === 'remove') this.editing.remove();
    else if (editor === 'next' || editor === 'previous') this.editing.step(editor === 'next' ? 1 : -1);
    else if (control.matches('.choose')) {
      const view = this.tables.byKey(control.closest('tr')?.getAttribute('data-key') ?? '');
      if (view) this.choice.choose(view, event.shiftKey);
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
