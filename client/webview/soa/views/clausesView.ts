/** Clauses 4–10 of the standards side by side: one process or several, which document covers what, what is missing. */
import type { ClauseState } from '../../../../server/src/core/soa/clauseMatrixTypes.js';
import type {
  PaneClauseCell,
  PaneClauseDocument,
  PaneClauseRow,
  PaneMatrix,
  Patch,
} from '../../../../server/src/core/soa/paneTypes.js';
import { type Child, element, keepingFocus, linkButton, scrollTable } from '../../shared/dom.js';
import { type IconName, icon } from '../../shared/icons.js';
import { applyPatch } from '../../shared/patch.js';
import { t } from '../../shared/texts.js';
import { concernLabels, countOf } from '../words.js';
import { shadeOf } from './shading.js';

const stateLabels: Readonly<Record<ClauseState, string>> = {
  covered: t('Covered'),
  partly: t('In part'),
  mentioned: t('Only mentioned'),
  uncovered: t('No document'),
};

const stateIcons: Readonly<Record<ClauseState, IconName>> = {
  covered: 'full',
  partly: 'half',
  mentioned: 'dotted',
  uncovered: 'empty',
};

const filters = {
  all: { label: t('All clauses'), passes: () => true },
  gaps: { label: t('With gaps'), passes: (row: PaneClauseRow) => row.gaps.length > 0 },
  shared: { label: t('One document for several standards'), passes: (row: PaneClauseRow) => row.shared.length > 0 },
  own: { label: t('Not in every standard'), passes: (row: PaneClauseRow) => row.kind === 'one' || row.kind === 'some' },
} as const;

type FilterName = keyof typeof filters;

export class ClausesView {
  readonly node = element('div', { class: 'view' });
  private matrix: PaneMatrix | null = null;
  private filter: FilterName = 'all';

  constructor() {
    this.node.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'clauses') return;
      this.filter = target.value as FilterName;
      this.draw();
      this.node.querySelector<HTMLElement>(`input[value="${CSS.escape(this.filter)}"]`)?.focus();
    });
  }

  update(matrix: PaneMatrix | null): void {
    this.matrix = matrix;
    keepingFocus(this.node, ['data-cell', 'data-path'], () => this.draw());
  }

  /** What has changed since the last update; nothing where there was none. */
  patch(patch: Patch): void {
    if (this.matrix) this.update(applyPatch(this.matrix, patch));
  }

  private draw(): void {
    const { matrix } = this;
    if (!matrix || matrix.standards.length === 0) {
      this.node.replaceChildren(element('p', { class: 'message' }, t('No standard is in scope yet.')));
      return;
    }
    this.node.replaceChildren(
      element('p', { class: 'view-note' }, summary(matrix)),
      overview(matrix),
      this.filterChoice(matrix),
      this.table(matrix),
    );
  }

  private filterChoice({ rows }: PaneMatrix): HTMLElement {
    const choices = (Object.keys(filters) as FilterName[]).map((value) => {
      const radio = element('input', { type: 'radio', name: 'clauses', value });
      radio.checked = value === this.filter;
      const count = rows.filter((row) => !row.hasParts && filters[value].passes(row)).length;
      return element('label', { class: 'choice' }, radio, `${filters[value].label} (${count})`);
    });
    return element(
      'div',
      { class: 'choices measure', role: 'radiogroup', 'aria-label': t('Which clauses are shown') },
      ...choices,
    );
  }

  private table(matrix: PaneMatrix): HTMLElement {
    const { passes } = filters[this.filter];
    const heads = [t('Clause'), ...matrix.standards.map(({ name }) => name), t('Shared by')];
    const mains = [...new Set(matrix.rows.map(({ main }) => main))];
    const bodies = mains.flatMap((main) => {
      const rows = matrix.rows.filter((row) => row.main === main);
      // A main clause with clauses below it is their heading; one without is a clause of its own as well.
      const head = rows.find(({ depth }) => depth === 1);
      const leaves = rows.filter((row) => row !== head || rows.length === 1);
      const shown = leaves.filter((row) => this.filter === 'all' || (!row.hasParts && passes(row)));
      if (shown.length === 0) return [];
      const heading = head ? [mainRow(head, heads.length)] : [];
      return [element('tbody', {}, ...heading, ...shown.map((row) => this.row(row, matrix)))];
    });
    return scrollTable(t('Clauses and documents'), 'clauses', heads, ...bodies);
  }

  private row(row: PaneClauseRow, { standards }: PaneMatrix): HTMLElement {
    const cells = row.cells.map((cell, index) => this.cell(cell, row, standards[index]!.name));
    const shared = row.shared.map(({ id, title, standardKeys }) => {
      const names = standards.filter(({ key }) => standardKeys.includes(key)).map(({ standard }) => standard);
      return element('div', {}, id ?? title, ' ', element('span', { class: 'muted' }, names.join(', ')));
    });
    return element(
      'tr',
      { class: `depth-${Math.min(row.depth, 3)}` },
      element('th', { scope: 'row' }, element('span', { class: 'clause-id' }, row.id), row.title),
      ...cells,
      element('td', {}, ...(shared.length > 0 ? shared : [element('span', { class: 'muted' }, '–')])),
    );
  }

  private cell(cell: PaneClauseCell | null, row: PaneClauseRow, name: string): HTMLElement {
    if (!cell) return element('td', { class: 'muted' }, t('Not in {0}', name));
    const children: Child[] = [
      element('div', { class: `state state-${cell.state}` }, icon(stateIcons[cell.state]), stateLabels[cell.state]),
    ];
    if (cell.id !== row.id || cell.title !== row.title) {
      children.push(element('div', { class: 'muted' }, `${cell.id} ${cell.title}`));
    }
    children.push(...cell.documents.map((document) => this.document(document, cell.key)));
    const gap = row.gaps.find(
      ({ standardKey, code }) => standardKey === cell.standardKey && code === 'clause-only-draft',
    );
    if (gap) children.push(element('div', { class: 'gap' }, icon('warning'), gap.text));
    return element('td', {}, ...children);
  }

  private document(document: PaneClauseDocument, key: string): HTMLElement {
    const { path, title } = document;
    const link = linkButton(
      { 'data-open': 'clause', 'data-cell': key, 'data-path': path, title },
      document.id ?? title,
    );
    const claimed = document.isWhole
      ? null
      : element('span', { class: 'muted' }, ` ${t('{0} only', document.claimed)}`);
    const concern =
      document.concern && element('span', { class: 'badge' }, icon('warning'), concernLabels[document.concern]);
    return element('div', { class: 'document' }, link, claimed, concern ? ' ' : null, concern);
  }
}

function mainRow(row: PaneClauseRow, columns: number): HTMLElement {
  const shared = row.sharedText && element('p', {}, element('strong', {}, t('Shared: ')), row.sharedText);
  const differs = row.differsText && element('p', {}, element('strong', {}, t('Stays specific: ')), row.differsText);
  const title = element('span', { class: 'main-title' }, `${row.id} ${row.title}`);
  const head = element('th', { scope: 'rowgroup', colspan: columns }, title, shared, differs);
  return element('tr', { class: 'main-clause' }, head);
}

function summary({ standards, common, commonShared }: PaneMatrix): string {
  if (standards.length < 2) return t('One standard is in scope: there is nothing to compare, but something to cover.');
  return t(
    '{0} are in more than one of the standards; for {1} of them one document serves every standard that has them.',
    countOf(common, 'clause'),
    commonShared,
  );
}

/** The picture: main clauses against standards, each with the share of its clauses that are covered. */
function overview(matrix: PaneMatrix): HTMLElement {
  const mains = [...new Set(matrix.rows.map(({ main }) => main))];
  const titleOf = (main: string) => matrix.rows.find((row) => row.depth === 1 && row.main === main)?.title ?? '';
  const rows = mains.map((main) => {
    const cells = matrix.standards.map((_standard, index) => {
      const leaves = matrix.rows
        .flatMap((row) => (row.main === main ? (row.cells[index] ?? []) : []))
        .filter((cell) => !cell.hasParts);
      const covered = leaves.filter(({ state }) => state === 'covered').length;
      if (leaves.length === 0) return element('td', { class: 'muted' }, '–');
      return element('td', { class: shadeOf(covered, leaves.length) }, t('{0} of {1}', covered, leaves.length));
    });
    return element('tr', {}, element('th', { scope: 'row' }, `${main} ${titleOf(main)}`), ...cells);
  });
  const heads = [t('Main clause'), ...matrix.standards.map(({ name }) => name)];
  return element(
    'table',
    { class: 'figures overview' },
    element('caption', {}, t('Clauses covered by a document')),
    element('thead', {}, element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows),
  );
}
