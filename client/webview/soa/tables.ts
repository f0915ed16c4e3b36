/** The tables: one per standard, a body per group, rows by key. Whatever exists already is kept and moved, never remade. */

import type { SoaGroup, SoaStandard } from '../../../server/src/core/soa/modelTypes.js';
import type { PaneModel, PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { PaneSort } from '../messages.js';
import { element, setAttributes, setText } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { columns } from './cells.js';
import { RowView } from './rowView.js';
import { sortRows, standardOrder } from './sort.js';
import { columnTitles, countOfRows, roleLabels } from './words.js';

interface GroupView {
  readonly node: HTMLTableSectionElement;
  readonly title: HTMLElement;
  readonly numbers: HTMLElement;
  readonly standard: HTMLElement;
}

interface StandardView {
  readonly node: HTMLElement;
  readonly title: HTMLElement;
  readonly caption: HTMLElement;
  readonly table: HTMLTableElement;
  readonly heads: readonly HTMLElement[];
}

/** From so many rows on whole groups off the screen are left out of the layout, too. */
const largeTable = 300;

export class Tables {
  private readonly standards = new Map<string, StandardView>();
  private readonly groups = new Map<string, GroupView>();
  private readonly rows = new Map<string, RowView>();
  /** In the order of the model. */
  private order: RowView[] = [];
  private sort: PaneSort = standardOrder;
  private shown = 0;

  constructor(readonly node: HTMLElement) {}

  /** @param sort in which order the rows of a standard are shown; only in its own order they stand in their groups */
  update(model: PaneModel, sort: PaneSort): void {
    this.sort = sort;
    this.node.classList.toggle('large', model.rows.length > largeTable);
    const isGrouped = sort.by === 'standard';
    const bodies = new Map<string, HTMLElement>();
    const sections = model.standards.map((standard) => {
      const view = this.standardView(standard);
      const groups = isGrouped ? standard.groups : [allOf(standard)];
      const nodes = groups.map((group) => {
        const { node } = this.groupView(group, standard.name);
        bodies.set(group.key, node);
        return node;
      });
      placeInOrder(view.table, nodes, 2);
      return view.node;
    });
    placeInOrder(this.node, sections, 0);
    this.placeRows(model, bodies, isGrouped);
    forget(this.rows, new Set(model.rows.map((row) => row.key)));
    forget(this.groups, new Set(bodies.keys()));
    forget(this.standards, new Set(model.standards.map((standard) => standard.key)));
  }

  private placeRows(model: PaneModel, bodies: ReadonlyMap<string, HTMLElement>, isGrouped: boolean): void {
    const rowsOfBody = new Map<string, HTMLElement[]>();
    this.order = [];
    const standards = new Map<string, PaneRow[]>(model.standards.map(({ key }) => [key, []]));
    for (const row of model.rows) standards.get(row.standardKey)?.push(row);
    for (const [standardKey, rows] of standards) {
      for (const row of sortRows(rows, this.sort)) {
        const view = this.rowView(row, model.path !== null);
        this.order.push(view);
        const body = isGrouped ? row.groupKey : allKey(standardKey);
        const own = rowsOfBody.get(body);
        if (own) own.push(view.node);
        else rowsOfBody.set(body, [view.node]);
      }
    }
    for (const [key, rows] of rowsOfBody) {
      const body = bodies.get(key);
      if (body) placeInOrder(body, rows, 1);
    }
  }

  /** Shows the rows that pass; groups and standards without any are hidden. Gives the number of rows shown. */
  filter(passes: (row: PaneRow) => boolean): number {
    const shownGroups = new Set<string>();
    const shownStandards = new Set<string>();
    let shown = 0;
    for (const view of this.order) {
      const isShown = passes(view.row);
      if (view.node.hidden === isShown) view.node.hidden = !isShown;
      if (!isShown) continue;
      shown++;
      shownGroups.add(this.sort.by === 'standard' ? view.row.groupKey : allKey(view.row.standardKey));
      shownStandards.add(view.row.standardKey);
    }
    for (const [key, { node }] of this.groups) node.hidden = !shownGroups.has(key);
    for (const [key, { node }] of this.standards) node.hidden = !shownStandards.has(key);
    this.shown = shown;
    return shown;
  }

  /** How many rows the filter shows. */
  get shownCount(): number {
    return this.shown;
  }

  byKey(key: string): RowView | undefined {
    return this.rows.get(key);
  }

  shownRows(): RowView[] {
    return this.order.filter((view) => !view.node.hidden);
  }

  /** All rows, in the order in which they are or would be shown. */
  allRows(): readonly RowView[] {
    return this.order;
  }

  private rowView(row: PaneRow, hasSoa: boolean): RowView {
    const known = this.rows.get(row.key);
    if (known) {
      known.update(row, hasSoa);
      return known;
    }
    const view = new RowView(row, hasSoa);
    this.rows.set(row.key, view);
    return view;
  }

  private standardView(standard: SoaStandard): StandardView {
    const view = this.standards.get(standard.key) ?? makeStandard(standard.key);
    this.standards.set(standard.key, view);
    const [first, second] = standard.roles.map((role) => roleLabels[role]);
    const roles = second === undefined ? (first ?? '') : t('{0} and {1}', first!, second);
    setText(view.title, roles === '' ? standard.name : `${standard.name} · ${roles}`);
    setText(view.caption, standard.fullTitle);
    view.heads.forEach((head, index) => {
      const isSorted = columns[index]!.name === this.sort.by;
      const direction = this.sort.isDescending ? 'descending' : 'ascending';
      setAttributes(head, { 'aria-sort': isSorted ? direction : null });
    });
    return view;
  }

  private groupView(group: SoaGroup, standardName: string): GroupView {
    const view = this.groups.get(group.key) ?? makeGroup();
    this.groups.set(group.key, view);
    const own = `${group.id} ${group.title}`.trim();
    setText(view.title, group.above ? `${own} · ${group.above.title}` : own);
    setText(view.standard, standardName);
    const { counts } = group;
    const gaps = counts.withGaps > 0 ? ` · ${t('{0} with gaps', counts.withGaps)}` : '';
    setText(view.numbers, `${countOfRows(counts)}${gaps}`);
    return view;
  }
}

function makeStandard(key: string): StandardView {
  const id = `standard-${key}`;
  const title = element('h2', { id });
  const caption = element('caption', {});
  const heads = columns.map(({ name }, index) => {
    const button = element('button', { type: 'button', class: 'sort', 'data-sort': name }, columnTitles[index]!);
    return element('th', { scope: 'col', role: 'columnheader', class: 'cell' }, button);
  });
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row', class: 'row head' }, ...heads));
  const table = element('table', { role: 'grid', class: 'controls', 'aria-multiselectable': 'true' }, caption, head);
  return {
    node: element('section', { class: 'standard', 'aria-labelledby': id }, title, table),
    title,
    caption,
    table,
    heads,
  };
}

function allKey(standardKey: string): string {
  return `all ${standardKey}`;
}

/** In another order than that of the standard its rows stand in no group. */
function allOf(standard: SoaStandard): SoaGroup {
  const { key, counts } = standard;
  return { key: allKey(key), standardKey: key, id: '', title: t('All controls'), above: null, counts };
}

function makeGroup(): GroupView {
  const title = element('span', { class: 'group-title' });
  const numbers = element('span', { class: 'muted group-numbers' });
  // The heading of the table scrolls away; this one stays above the rows it belongs to.
  const standard = element('span', { class: 'muted group-numbers last' });
  const head = element(
    'th',
    { scope: 'rowgroup', role: 'rowheader', class: 'group-cell', colspan: columnTitles.length },
    title,
    numbers,
    standard,
  );
  const node = element(
    'tbody',
    { role: 'rowgroup', class: 'group' },
    element('tr', { role: 'row', class: 'group-head' }, head),
  );
  return { node, title, numbers, standard };
}

/** Puts the nodes in this order behind the first `offset` children; moves as few as possible and removes the others. */
function placeInOrder(parent: Element, nodes: readonly Element[], offset: number): void {
  const wanted = new Set(nodes);
  for (const child of [...parent.children].slice(offset)) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const current = parent.children[offset + index];
    if (current !== node) parent.insertBefore(node, current ?? null);
  });
}

function forget(views: Map<string, unknown>, keys: ReadonlySet<string>): void {
  for (const key of views.keys()) if (!keys.has(key)) views.delete(key);
}
