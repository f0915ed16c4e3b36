/** Which document serves how many requirements of which standard: as a flow, and as a table beside it. */
import type { Patch } from '../../../../server/src/core/soa/paneTypes.js';
import type { ReuseCell, ReuseDocument, ReuseMatrix } from '../../../../server/src/core/soa/reuseTypes.js';
import { type Child, element, keepingFocus, linkButton, scrollRegion, scrollTable } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { applyPatch } from '../../shared/patch.js';
import { t } from '../../shared/texts.js';
import { concernLabels, countOf } from '../words.js';
import { reuseFlow } from './reuseFlow.js';
import { shadeOf } from './shading.js';

export class ReuseView {
  readonly node = element('div', { class: 'view' });
  private matrix: ReuseMatrix | null = null;
  private readonly unfolded = new Set<string>();

  constructor() {
    this.node.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-unfold]') : null;
      const path = button?.dataset['unfold'];
      if (path === undefined) return;
      if (!this.unfolded.delete(path)) this.unfolded.add(path);
      this.update(this.matrix);
    });
  }

  update(matrix: ReuseMatrix | null): void {
    this.matrix = matrix;
    if (!matrix || matrix.documents.length === 0) {
      const text = t('No document claims a control or clause yet: tag them in the front matter of your policies.');
      this.node.replaceChildren(element('p', { class: 'message' }, text));
      return;
    }
    keepingFocus(this.node, ['data-path', 'data-unfold'], () =>
      this.node.replaceChildren(
        element('p', { class: 'view-note' }, summary(matrix)),
        element(
          'figure',
          { class: 'flow' },
          element('figcaption', {}, t('From documents to standards; the same numbers are in the table below.')),
          scrollRegion(t('Picture of the reuse of documents'), reuseFlow(matrix)),
        ),
        this.table(matrix),
      ),
    );
  }

  /** What has changed since the last update; nothing where there was none. */
  patch(patch: Patch): void {
    if (this.matrix) this.update(applyPatch(this.matrix, patch));
  }

  private table({ standards, documents }: ReuseMatrix): HTMLElement {
    const heads = [t('Document'), ...standards.map(({ name }) => name), t('Requirements'), t('Standards')];
    const most = standards.map((_standard, index) =>
      Math.max(1, ...documents.map(({ cells }) => countIn(cells[index] ?? null))),
    );
    const rows = documents.map((document) => this.row(document, most));
    const served = standards.map(({ total, unserved }) =>
      element('td', {}, t('{0} of {1} served', total - unserved, total)),
    );
    const foot = element(
      'tr',
      { class: 'sum' },
      element('th', { scope: 'row' }, t('All documents')),
      ...served,
      element('td', {}),
      element('td', {}),
    );
    const caption = t('Documents and what they serve');
    return scrollTable(caption, 'reuse', heads, element('tbody', {}, ...rows), element('tfoot', {}, foot));
  }

  private row(document: ReuseDocument, most: readonly number[]): HTMLElement {
    const isUnfolded = this.unfolded.has(document.path);
    const name = document.id === null ? document.title : `${document.id} ${document.title}`;
    const toggle = element('button', {
      type: 'button',
      class: 'toggle',
      'data-unfold': document.path,
      'aria-expanded': String(isUnfolded),
      'aria-label': t('Requirements of {0}', name),
    });
    const link = linkButton({ 'data-open': 'file', 'data-path': document.path, title: document.path }, name);
    const concern =
      document.concern && element('span', { class: 'badge' }, icon('warning'), concernLabels[document.concern]);
    const cells = document.cells.map((cell, at) => cellOf(cell, most[at]!, isUnfolded));
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, toggle, link, concern ? ' ' : null, concern),
      ...cells,
      element('td', { class: 'number' }, String(document.total)),
      element('td', { class: 'number' }, String(document.standardCount)),
    );
  }
}

function countIn(cell: ReuseCell | null): number {
  return cell ? cell.controls.length + cell.clauses.length : 0;
}

function cellOf(cell: ReuseCell | null, most: number, isUnfolded: boolean): HTMLElement {
  if (!cell) return element('td', { class: 'muted' }, '–');
  const counts = [
    cell.controls.length > 0 ? countOf(cell.controls.length, 'control') : '',
    cell.clauses.length > 0 ? countOf(cell.clauses.length, 'clause') : '',
  ].filter((text) => text !== '');
  const entries: Child[] = isUnfolded
    ? [
        element(
          'ul',
          { class: 'served' },
          ...[...cell.clauses, ...cell.controls].map(({ id, title }) => element('li', {}, `${id} ${title}`)),
        ),
      ]
    : [];
  return element('td', { class: shadeOf(countIn(cell), most) }, counts.join(', '), ...entries);
}

function summary({ documents, sharedCount, standards }: ReuseMatrix): string {
  const all = countOf(documents.length, 'document');
  if (standards.length < 2) return t('{0} serve requirements of the standard.', all);
  return t(
    '{0} of {1} serve more than one standard: what is written once there need not be written again.',
    sharedCount,
    all,
  );
}
