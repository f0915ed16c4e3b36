/** A row of the page: made once, then only the cells that differ are drawn again, and the focus stays where it was. */
import type { SoaRow } from '../../../server/src/core/soa/modelTypes.js';
import { columns } from './cells.js';
import { element } from './dom.js';
import { columnTitles } from './words.js';

export class RowView {
  readonly node: HTMLTableRowElement;
  row: SoaRow;
  private readonly cells: HTMLTableCellElement[] = [];
  private readonly signatures: string[] = [];
  private isActive = false;

  constructor(row: SoaRow, hasSoa: boolean) {
    this.row = row;
    this.node = element('tr', { role: 'row', class: 'row', 'data-key': row.key });
    columns.forEach((column, index) => {
      const cell =
        index === 0
          ? element('th', { scope: 'row', role: 'rowheader', class: `cell ${column.name}` })
          : element('td', { role: 'cell', class: `cell ${column.name}`, 'data-label': columnTitles[index] });
      this.cells.push(cell);
      this.signatures.push('');
      this.node.append(cell);
    });
    this.update(row, hasSoa);
  }

  /** Shows another state of the same control. */
  update(row: SoaRow, hasSoa: boolean): void {
    this.row = row;
    this.node.classList.toggle(
      'excluded',
      row.applicability === 'no' || (!row.isInRole && row.applicability !== 'yes'),
    );
    columns.forEach((column, index) => {
      const signature = JSON.stringify(column.signature(row, hasSoa)) ?? '';
      if (signature === this.signatures[index]) return;
      this.signatures[index] = signature;
      this.replace(
        this.cells[index]!,
        column.render(row, hasSoa).filter((child) => child !== null),
      );
    });
  }

  /** Only the active row can be reached with the tab key; from there the arrow keys lead on. */
  setActive(isActive: boolean): void {
    this.isActive = isActive;
    for (const control of this.controls()) control.tabIndex = isActive ? 0 : -1;
  }

  /** Everything in the row that can have the focus. */
  controls(): HTMLElement[] {
    return [...this.node.querySelectorAll<HTMLElement>('button, a')];
  }

  focus(): void {
    this.controls()[0]?.focus();
  }

  private replace(cell: HTMLTableCellElement, children: (Node | string)[]): void {
    const focused = cell.contains(document.activeElement) ? identify(document.activeElement!) : null;
    cell.replaceChildren(...children);
    for (const control of cell.querySelectorAll<HTMLElement>('button, a')) control.tabIndex = this.isActive ? 0 : -1;
    if (focused === null) return;
    const again = [...cell.querySelectorAll<HTMLElement>('button, a')].find((node) => identify(node) === focused);
    (again ?? this.controls()[0])?.focus({ preventScroll: true });
  }
}

function identify(node: Element): string {
  return ['data-open', 'data-index', 'data-section', 'href'].map((name) => node.getAttribute(name) ?? '').join('|');
}
