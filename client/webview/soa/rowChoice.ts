/** Rows that are chosen for a bulk decision: shown in the table, counted in the two bars. */
import type { PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { BulkBar } from './bulkBar.js';
import type { FilterBar } from './filterBar.js';
import type { RowView } from './rowView.js';
import { Selection } from './selection.js';
import type { Tables } from './tables.js';

export interface ChoiceParts {
  readonly node: HTMLElement;
  readonly tables: Tables;
  readonly bar: FilterBar;
  readonly bulk: BulkBar;
  isLocked(): boolean;
  save(): void;
}

export class RowChoice {
  private readonly selection: Selection;
  /** Keys of the rows that show that they are chosen. */
  private shown: ReadonlySet<string> = new Set();

  constructor(
    chosen: readonly string[],
    private readonly parts: () => ChoiceParts,
  ) {
    this.selection = new Selection(chosen);
  }

  get size(): number {
    return this.selection.size;
  }

  all(): readonly string[] {
    return this.selection.all();
  }

  /** In the order of the table. */
  rows(): PaneRow[] {
    return this.parts()
      .tables.allRows()
      .flatMap(({ row }) => (this.selection.has(row.key) ? [row] : []));
  }

  keepOnly(keys: ReadonlySet<string>): void {
    this.selection.keepOnly(keys);
  }

  choose({ row }: RowView, isRange: boolean): void {
    if (isRange) this.selection.extend(row.key, this.shownKeys());
    else this.selection.toggle(row.key);
    this.changed();
  }

  chooseAll(): void {
    this.selection.toggleAll(this.shownKeys());
    this.changed();
  }

  clear(): void {
    this.selection.clear();
    this.changed();
  }

  /** Only rows whose choice is shown wrong are touched. */
  show(): void {
    const { tables, bar, bulk, node, isLocked } = this.parts();
    const now = new Set(this.selection.all());
    let chosen = 0;
    for (const key of new Set([...now, ...this.shown])) tables.byKey(key)?.setChosen(now.has(key));
    for (const key of now) if (tables.byKey(key)?.node.hidden === false) chosen++;
    this.shown = now;
    bar.showChosen(chosen, tables.shownCount);
    bulk.update(this.selection.size, isLocked());
    node.classList.toggle('choosing', this.selection.size > 0);
  }

  private changed(): void {
    this.show();
    this.parts().save();
  }

  private shownKeys(): string[] {
    return this.parts()
      .tables.shownRows()
      .map(({ row }) => row.key);
  }
}
