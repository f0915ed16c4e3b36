/** The tables: one per standard, a body per group, rows by key. Whatever exists already is kept and moved, never remade. */
import type { SoaGroup, SoaModel, SoaRow, SoaStandard } from '../../../server/src/core/soa/modelTypes.js';
import { element, setText } from './dom.js';
import { RowView } from './rowView.js';
import { columnTitles, countOf, roleLabels } from './words.js';

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
}

export class Tables {
  private readonly standards = new Map<string, StandardView>();
  private readonly groups = new Map<string, GroupView>();
  private readonly rows = new Map<string, RowView>();
  /** In the order of the model. */
  private order: RowView[] = [];

  constructor(readonly node: HTMLElement) {}

  update(model: SoaModel): void {
    const groupNodes = new Map<string, HTMLElement>();
    const sections = model.standards.map((standard) => {
      const view = this.standardView(standard);
      const bodies = standard.groups.map((group) => {
        const body = this.groupView(group, standard.name).node;
        groupNodes.set(group.key, body);
        return body;
      });
      placeInOrder(view.table, bodies, 2);
      return view.node;
    });
    placeInOrder(this.node, sections, 0);
    const rowsOfGroup = new Map<string, HTMLElement[]>();
    this.order = model.rows.map((row) => {
      const view = this.rowView(row, model.path !== null);
      const own = rowsOfGroup.get(row.groupKey);
      if (own) own.push(view.node);
      else rowsOfGroup.set(row.groupKey, [view.node]);
      return view;
    });
    for (const [key, rows] of rowsOfGroup) {
      const body = groupNodes.get(key);
      if (body) placeInOrder(body, rows, 1);
    }
    forget(this.rows, new Set(model.rows.map((row) => row.key)));
    forget(this.groups, new Set(groupNodes.keys()));
    forget(this.standards, new Set(model.standards.map((standard) => standard.key)));
  }

  /** Shows the rows that pass; groups and standards without any are hidden. Gives the number of rows shown. */
  filter(passes: (row: SoaRow) => boolean): number {
    const shownGroups = new Set<string>();
    const shownStandards = new Set<string>();
    let shown = 0;
    for (const view of this.order) {
      const isShown = passes(view.row);
      if (view.node.hidden === isShown) view.node.hidden = !isShown;
      if (!isShown) continue;
      shown++;
      shownGroups.add(view.row.groupKey);
      shownStandards.add(view.row.standardKey);
    }
    for (const [key, { node }] of this.groups) node.hidden = !shownGroups.has(key);
    for (const [key, { node }] of this.standards) node.hidden = !shownStandards.has(key);
    return shown;
  }

  byKey(key: string): RowView | undefined {
    return this.rows.get(key);
  }

  shownRows(): RowView[] {
    return this.order.filter((view) => !view.node.hidden);
  }

  private rowView(row: SoaRow, hasSoa: boolean): RowView {
    const known = this.rows.get(row.key);
    if (known) {
      known.update(row, hasSoa);
      return known;
    }
    const view = new RowView(row, hasSoa);
    view.setActive(false);
    this.rows.set(row.key, view);
    return view;
  }

  private standardView(standard: SoaStandard): StandardView {
    const view = this.standards.get(standard.key) ?? makeStandard(standard.key);
    this.standards.set(standard.key, view);
    const roles = standard.roles.map((role) => roleLabels[role]).join(' and ');
    setText(view.title, roles === '' ? standard.name : `${standard.name} · ${roles}`);
    setText(view.caption, standard.fullTitle);
    return view;
  }

  private groupView(group: SoaGroup, standardName: string): GroupView {
    const view = this.groups.get(group.key) ?? makeGroup();
    this.groups.set(group.key, view);
    const own = `${group.id} ${group.title}`.trim();
    setText(view.title, group.above ? `${own} · ${group.above.title}` : own);
    setText(view.standard, standardName);
    const { counts } = group;
    const gaps = counts.withGaps > 0 ? ` · ${counts.withGaps} with gaps` : '';
    setText(view.numbers, `${countOf(counts.total + counts.notInRole, 'control')}${gaps}`);
    return view;
  }
}

function makeStandard(key: string): StandardView {
  const id = `standard-${key}`;
  const title = element('h2', { id });
  const caption = element('caption', {});
  const heads = columnTitles.map((text) => element('th', { scope: 'col', role: 'columnheader', class: 'cell' }, text));
  const head = element('thead', { role: 'rowgroup' }, element('tr', { role: 'row', class: 'row head' }, ...heads));
  const table = element('table', { role: 'table', class: 'controls' }, caption, head);
  return {
    node: element('section', { class: 'standard', 'aria-labelledby': id }, title, table),
    title,
    caption,
    table,
  };
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
