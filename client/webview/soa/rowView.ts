/** A row of the page: made once, then only the cells that differ are drawn again, and the focus stays where it was. */
import type { PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import { element } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { columns } from './cells.js';
import type { RowEditor } from './editor/rowEditor.js';
import { columnTitles } from './words.js';

export class RowView {
  readonly node: HTMLTableRowElement;
  row: PaneRow;
  private readonly cells: HTMLTableCellElement[] = [];
  private readonly signatures: string[] = [];
  /** Null before anything has been drawn. */
  private hasSoa: boolean | null = null;
  private readonly box: HTMLInputElement;
  private editorCell: HTMLTableCellElement | null = null;
  /** Of the cell that the tab key reaches; -1 while another row has it. */
  private activeCell = -1;

  constructor(row: PaneRow, hasSoa: boolean) {
    this.row = row;
    this.node = element('tr', { role: 'row', class: 'row', 'data-key': row.key, 'aria-selected': 'false' });
    // The space bar does the same for the whole row, so the box itself is for the mouse.
    this.box = element('input', {
      type: 'checkbox',
      class: 'choose',
      tabindex: -1,
      'aria-label': t('Choose {0}', row.id),
    });
    columns.forEach((column, index) => {
      const attributes = { class: `cell ${column.name}`, 'data-column': index, tabindex: -1 };
      const cell =
        index === 0
          ? element('th', { scope: 'row', role: 'rowheader', ...attributes })
          : element('td', { role: 'gridcell', 'data-label': columnTitles[index], ...attributes });
      if (column.field) cell.setAttribute('data-edits', column.field);
      this.cells.push(cell);
      this.signatures.push('');
      this.node.append(cell);
    });
    this.update(row, hasSoa);
  }

  /** Shows another state of the same control. */
  update(row: PaneRow, hasSoa: boolean): void {
    // Most messages are about a few rows: the others are the same objects as before.
    if (row === this.row && hasSoa === this.hasSoa) return;
    this.row = row;
    this.hasSoa = hasSoa;
    this.node.classList.toggle(
      'excluded',
      row.applicability === 'no' || (!row.isInRole && row.applicability !== 'yes'),
    );
    columns.forEach((column, index) => {
      const signature = JSON.stringify(column.signature(row, hasSoa)) ?? '';
      if (signature === this.signatures[index]) return;
      this.signatures[index] = signature;
      const children = column.render(row, hasSoa).filter((child) => child !== null);
      this.replace(this.cells[index]!, index === 0 ? [this.box, ...children] : children);
    });
  }

  /** Only one cell of all can be reached with the tab key; from there the arrow keys lead on. */
  setActive(column: number): void {
    const old = this.activeCell;
    this.activeCell = column;
    for (const index of [old, column]) if (index >= 0) this.setTabStop(index);
    this.node.classList.toggle('active', column >= 0);
  }

  get activeColumn(): number {
    return this.activeCell;
  }

  setChosen(isChosen: boolean): void {
    if (this.box.checked === isChosen && this.node.getAttribute('aria-selected') === String(isChosen)) return;
    this.box.checked = isChosen;
    this.node.setAttribute('aria-selected', String(isChosen));
  }

  /** What has the focus in a cell: the one link of the first cell, else the cell itself. */
  focusable(column: number): HTMLElement {
    return column === 0 ? (this.cells[0]!.querySelector('button') ?? this.cells[0]!) : this.cells[column]!;
  }

  focus(column = 0): void {
    this.focusable(column).focus();
  }

  /** Links and buttons in a cell. */
  linksIn(column: number): HTMLElement[] {
    return [...this.cells[column]!.querySelectorAll<HTMLElement>('button, a')];
  }

  /** The column that an element of the row stands in; -1 for the editor. */
  columnOf(node: Element): number {
    return this.cells.findIndex((cell) => cell.contains(node));
  }

  /** Puts the editor below the cells, or takes it away. */
  setEditor(editor: RowEditor | null): void {
    this.editorCell?.remove();
    this.editorCell = null;
    this.node.classList.toggle('edited', editor !== null);
    if (!editor) return;
    this.editorCell = element(
      'td',
      { role: 'gridcell', class: 'editor-cell', 'aria-colspan': columns.length },
      editor.node,
    );
    this.node.append(this.editorCell);
  }

  private setTabStop(column: number): void {
    const isStop = column === this.activeCell;
    const cell = this.cells[column]!;
    const target = this.focusable(column);
    cell.tabIndex = isStop && target === cell ? 0 : -1;
    for (const link of this.linksIn(column)) link.tabIndex = isStop && link === target ? 0 : -1;
  }

  private replace(cell: HTMLTableCellElement, children: (Node | string)[]): void {
    const isInside = cell !== document.activeElement && cell.contains(document.activeElement);
    const focused = isInside ? identify(document.activeElement!) : null;
    cell.replaceChildren(...children);
    const column = this.cells.indexOf(cell);
    for (const link of this.linksIn(column)) link.tabIndex = -1;
    if (column === this.activeCell) this.setTabStop(column);
    if (focused === null) return;
    const again = this.linksIn(column).find((node) => identify(node) === focused);
    (again ?? this.focusable(column)).focus({ preventScroll: true });
  }
}

function identify(node: Element): string {
  return ['data-open', 'data-index', 'data-section', 'href'].map((name) => node.getAttribute(name) ?? '').join('|');
}
