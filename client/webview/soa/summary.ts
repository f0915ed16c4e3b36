/** The numbers: per standard, and per theme where they are unfolded. */
import type { SoaCounts, SoaStandard } from '../../../server/src/core/soa/modelTypes.js';
import type { PaneModel } from '../../../server/src/core/soa/paneTypes.js';
import { element, keepingFocus } from '../shared/dom.js';
import { bar } from '../shared/icons.js';
import { t } from '../shared/texts.js';
import { percent } from './words.js';

const heads = [
  t('Standard and theme'),
  t('Controls'),
  t('Applicable'),
  t('Excluded'),
  t('Undecided'),
  t('Implemented'),
  t('Covered by documents'),
  t('With gaps'),
];

export class Summary {
  private signature = '';

  constructor(readonly node: HTMLElement) {}

  /** @param expanded keys of the standards whose themes are shown */
  update(model: PaneModel, expanded: ReadonlySet<string>): void {
    const signature = JSON.stringify([model.standards, [...expanded]]);
    if (signature === this.signature) return;
    this.signature = signature;
    keepingFocus(this.node, ['data-toggle', 'data-gaps-of'], () =>
      this.node.replaceChildren(summaryTable(model, expanded)),
    );
  }
}

function summaryTable(model: PaneModel, expanded: ReadonlySet<string>): HTMLElement {
  const headRow = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const bodies = model.standards.flatMap((standard) => standardBodies(standard, expanded.has(standard.key)));
  return element(
    'table',
    { class: 'numbers' },
    element('caption', {}, t('Summary')),
    element('thead', {}, headRow),
    ...bodies,
  );
}

function standardBodies(standard: SoaStandard, isExpanded: boolean): HTMLElement[] {
  const id = `themes-${standard.key}`;
  const toggle = element(
    'button',
    {
      type: 'button',
      class: 'toggle',
      'data-toggle': standard.key,
      'aria-expanded': String(isExpanded),
      'aria-controls': id,
    },
    standard.name,
  );
  const head = countsRow(toggle, standard.counts, standard.key);
  const themes = standard.groups.map((group) => countsRow(`${group.id} ${group.title}`, group.counts, null));
  return [
    element('tbody', { class: 'of-standard' }, head),
    element('tbody', { class: 'of-themes', id, hidden: !isExpanded }, ...themes),
  ];
}

function countsRow(name: string | HTMLElement, counts: SoaCounts, standardKey: string | null): HTMLElement {
  const numbers = [counts.total, counts.applicable, counts.excluded, counts.undecided, counts.implemented];
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    ...numbers.map((number) => element('td', { class: number === 0 ? 'number muted' : 'number' }, String(number))),
    coverageCell(counts),
    element('td', { class: 'number' }, gapsOf(counts, standardKey)),
  );
}

function coverageCell(counts: SoaCounts): HTMLElement {
  const { covered, toCover } = counts;
  if (toCover === 0) return element('td', { class: 'coverage muted' }, t('nothing to cover'));
  const text = t('{0} of {1}', covered, toCover);
  const share = element('span', { class: 'share' }, percent(covered, toCover));
  return element('td', { class: 'coverage' }, bar(covered / toCover), share, element('span', { class: 'muted' }, text));
}

/** The number of a standard is a button that shows the rows behind it. */
function gapsOf(counts: SoaCounts, standardKey: string | null): HTMLElement | string {
  if (standardKey === null || counts.withGaps === 0) return String(counts.withGaps);
  const title = t('Show these controls');
  return element(
    'button',
    { type: 'button', class: 'link', 'data-gaps-of': standardKey, title },
    String(counts.withGaps),
  );
}
