/** Moving through the rows by keyboard: one row can be reached with the tab key, the arrow keys lead to the others. */
import type { RowView } from './rowView.js';
import type { Tables } from './tables.js';

export class RowKeyboard {
  private active: RowView | null = null;

  constructor(private readonly tables: Tables) {
    tables.node.addEventListener('focusin', (event) => {
      const view = this.viewAt(event.target);
      if (view) this.activate(view);
    });
    tables.node.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const view = this.viewAt(event.target);
      if (view && this.move(view, event.key, event.target as HTMLElement)) event.preventDefault();
    });
  }

  /** After rows came, went or were hidden: some shown row must be reachable. */
  refresh(): void {
    if (this.active && !this.active.node.hidden && this.active.node.isConnected) return;
    const first = this.tables.shownRows()[0];
    if (first) this.activate(first);
  }

  activate(view: RowView): void {
    if (this.active === view) return;
    this.active?.setActive(false);
    this.active?.node.classList.remove('active');
    this.active = view;
    view.setActive(true);
    view.node.classList.add('active');
  }

  private viewAt(target: EventTarget | null): RowView | null {
    const key = target instanceof Element ? target.closest('tr[data-key]')?.getAttribute('data-key') : null;
    return (key ? this.tables.byKey(key) : null) ?? null;
  }

  private move(view: RowView, key: string, from: HTMLElement): boolean {
    const controls = view.controls();
    const place = controls.indexOf(from);
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      controls[place + (key === 'ArrowRight' ? 1 : -1)]?.focus();
      return true;
    }
    const rows = this.tables.shownRows();
    const at = rows.indexOf(view);
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
    if (goal === undefined) return false;
    rows[goal]?.focus();
    return true;
  }
}
