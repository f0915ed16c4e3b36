/**
 * The keyboard in the tables, as in a grid: one cell can be reached with the tab key, the arrow keys lead to the others,
 * Enter and F2 edit, Escape leads back. Letters decide and jump; they work in cells only, never in a field.
 */
import { columns } from './cells.js';
import type { RowView } from './rowView.js';
import type { Tables } from './tables.js';

/** What keys do beside moving. */
export interface GridActions {
  edit(view: RowView, column: number): void;
  decide(view: RowView, applicable: boolean | 'undecided'): void;
  choose(view: RowView, isRange: boolean): void;
  chooseAll(): void;
  clearChoice(): void;
  copy(view: RowView): void;
  undecided(step: 1 | -1): void;
  undo(): void;
}

const page = 10;

export class GridKeyboard {
  private active: RowView | null = null;
  private column = 0;

  constructor(
    private readonly tables: Tables,
    private readonly actions: GridActions,
  ) {
    tables.node.addEventListener('focusin', (event) => this.onFocus(event.target as Element));
    tables.node.addEventListener('keydown', (event) => {
      const target = event.target as HTMLElement;
      const view = this.viewAt(target);
      if (!view || target.closest('.editor')) return;
      if (this.onKey(event, view, target)) event.preventDefault();
    });
  }

  /** The row that the tab key leads to. */
  get current(): RowView | null {
    return this.active;
  }

  /** After rows came, went or were hidden: some shown row must be reachable, and the focus stays near where it was. */
  refresh(): void {
    const { active } = this;
    if (active && !active.node.hidden && active.node.isConnected) return;
    const all = this.tables.allRows();
    const from = active ? all.indexOf(active) : -1;
    const next = all.slice(from + 1).find(({ node }) => !node.hidden) ?? this.tables.shownRows().at(from < 0 ? 0 : -1);
    if (!next) return;
    const hadFocus = active?.node.contains(document.activeElement) ?? false;
    this.activate(next, this.column);
    if (hadFocus) next.focus(this.column);
  }

  activate(view: RowView, column: number): void {
    if (this.active !== view) this.active?.setActive(-1);
    this.active = view;
    this.column = column;
    view.setActive(column);
  }

  go(view: RowView, column = this.column): void {
    this.activate(view, column);
    view.focus(column);
  }

  private viewAt(target: Element | null): RowView | null {
    const key = target?.closest('tr[data-key]')?.getAttribute('data-key');
    return (key ? this.tables.byKey(key) : null) ?? null;
  }

  private onFocus(target: Element): void {
    const view = this.viewAt(target);
    if (!view) return;
    const column = view.columnOf(target);
    this.activate(view, column < 0 ? this.column : column);
  }

  private onKey(event: KeyboardEvent, view: RowView, target: HTMLElement): boolean {
    const column = Math.max(view.columnOf(target), 0);
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.altKey) return event.key.toLowerCase() === 'n' && this.jump(1);
    if (target !== view.focusable(column)) return this.insideCell(event, view, column, target);
    if (isCommand) return !event.shiftKey && this.onCommand(event.key, column);
    return this.onMove(event.key, view, column) || this.onAction(event, view, column);
  }

  private jump(step: 1 | -1): boolean {
    this.actions.undecided(step);
    return true;
  }

  private onCommand(key: string, column: number): boolean {
    const rows = this.tables.shownRows();
    // With caps lock a letter is a capital one.
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'Home':
        return this.goTo(rows[0], column);
      case 'End':
        return this.goTo(rows.at(-1), column);
      case 'a':
        this.actions.chooseAll();
        return true;
      case 'z':
        this.actions.undo();
        return true;
      default:
        return false;
    }
  }

  private onMove(key: string, view: RowView, column: number): boolean {
    const last = columns.length - 1;
    const inRow: Record<string, number> = { ArrowRight: column + 1, ArrowLeft: column - 1, Home: 0, End: last };
    const goal = inRow[key];
    if (goal !== undefined) return goal < 0 || goal > last || this.goTo(view, goal);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[key];
    if (step === undefined) return false;
    const rows = this.tables.shownRows();
    const index = Math.min(Math.max(rows.indexOf(view) + step, 0), rows.length - 1);
    return this.goTo(rows[index], column);
  }

  private goTo(view: RowView | undefined, column: number): boolean {
    if (view) this.go(view, column);
    return true;
  }

  private onAction(event: KeyboardEvent, view: RowView, column: number): boolean {
    const { actions } = this;
    switch (event.key) {
      case 'Enter':
        // The id is a link to the decision; documents and evidence are lists of links.
        if (column === 0) return false;
        if (!event.shiftKey && this.enterLinks(view, column)) return true;
        actions.edit(view, column);
        return true;
      case 'F2':
        actions.edit(view, column);
        return true;
      case ' ':
        actions.choose(view, event.shiftKey);
        return true;
      case 'Escape':
        actions.clearChoice();
        return true;
      default:
        return this.onLetter(event, view, column);
    }
  }

  private onLetter(event: KeyboardEvent, view: RowView, column: number): boolean {
    const { actions } = this;
    const letters: Record<string, () => void> = {
      e: () => actions.edit(view, column),
      y: () => actions.decide(view, true),
      x: () => actions.decide(view, false),
      u: () => actions.decide(view, 'undecided'),
      c: () => actions.copy(view),
      n: () => actions.undecided(event.shiftKey ? -1 : 1),
    };
    const action = letters[event.key.toLowerCase()];
    action?.();
    return action !== undefined;
  }

  /** Into the links of a cell that has some. */
  private enterLinks(view: RowView, column: number): boolean {
    const [first] = view.linksIn(column);
    first?.focus();
    return first !== undefined;
  }

  private insideCell(event: KeyboardEvent, view: RowView, column: number, target: HTMLElement): boolean {
    const links = view.linksIn(column);
    const index = links.indexOf(target);
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      links[index + step]?.focus();
      return true;
    }
    if (event.key !== 'Escape') return false;
    view.focus(column);
    return true;
  }
}
