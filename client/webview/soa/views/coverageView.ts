/** The heat map: how far each theme of each standard is, as tiles; and the same numbers in a table below. */
import type { SoaCounts, SoaGroup, SoaStandard } from '../../../../server/src/core/soa/modelTypes.js';
import type { PaneModel } from '../../../../server/src/core/soa/paneTypes.js';
import { type Child, element, keepingFocus, scrollTable } from '../../shared/dom.js';
import { bar } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { percent } from '../words.js';
import { shadeOf, shareText } from './shading.js';

interface Measure {
  readonly label: string;
  readonly explanation: string;
  readonly of: (counts: SoaCounts) => readonly [part: number, whole: number];
}

const measures: Readonly<Record<string, Measure>> = {
  covered: {
    label: t('Covered by documents'),
    explanation: t('Controls that are not excluded and that at least one document claims.'),
    of: ({ covered, toCover }) => [covered, toCover],
  },
  decided: {
    label: t('Decided'),
    explanation: t('Controls on whose applicability somebody has decided.'),
    of: ({ applicable, excluded, total }) => [applicable + excluded, total],
  },
  implemented: {
    label: t('Implemented'),
    explanation: t('Applicable controls that are implemented.'),
    of: ({ implemented, applicable }) => [implemented, applicable],
  },
  clean: {
    label: t('Without gaps'),
    explanation: t('Controls about which an auditor would have no question.'),
    of: ({ withGaps, total }) => [total - withGaps, total],
  },
};

export class CoverageView {
  readonly node = element('div', { class: 'view' });
  private measure = 'covered';
  private model: PaneModel | null = null;
  private signature = '';

  constructor() {
    this.node.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'measure') return;
      this.measure = target.value;
      this.draw();
      this.node.querySelector<HTMLElement>(`input[value="${CSS.escape(this.measure)}"]`)?.focus();
    });
  }

  update(model: PaneModel): void {
    this.model = model;
    this.draw();
  }

  private draw(): void {
    const { model } = this;
    if (!model) return;
    const signature = JSON.stringify([model.standards, this.measure]);
    if (signature === this.signature) return;
    this.signature = signature;
    const measure = measures[this.measure]!;
    keepingFocus(this.node, ['data-theme-of'], () =>
      this.node.replaceChildren(
        measureChoice(this.measure),
        element('p', { class: 'muted view-note' }, measure.explanation),
        ...model.standards.map((standard) => heatMap(standard, measure)),
        table(model, measure),
      ),
    );
  }
}

function measureChoice(chosen: string): HTMLElement {
  const choices = Object.entries(measures).map(([value, { label }]) => {
    const radio = element('input', { type: 'radio', name: 'measure', value });
    radio.checked = value === chosen;
    return element('label', { class: 'choice' }, radio, label);
  });
  return element(
    'div',
    { class: 'choices measure', role: 'radiogroup', 'aria-label': t('What the map shows') },
    ...choices,
  );
}

function heatMap(standard: SoaStandard, measure: Measure): HTMLElement {
  const [part, whole] = measure.of(standard.counts);
  const tiles = standard.groups.map((group) => element('li', {}, tile(group, measure)));
  return element(
    'section',
    { class: 'heat', 'aria-label': standard.name },
    element('h2', {}, standard.name, element('span', { class: 'muted heat-total' }, shareText(part, whole))),
    element('ul', { class: 'tiles' }, ...tiles),
  );
}

/** A theme: its name, its share as number, bar and shade. A click shows its controls. */
function tile(group: SoaGroup, measure: Measure): HTMLElement {
  const [part, whole] = measure.of(group.counts);
  return element(
    'button',
    {
      type: 'button',
      class: `tile ${shadeOf(part, whole)}`,
      'data-theme-of': group.key,
      title: t('Show these controls'),
    },
    element('span', { class: 'tile-name' }, `${group.id} ${group.title}`.trim()),
    element('span', { class: 'tile-share' }, percent(part, whole)),
    element('span', { class: 'tile-count' }, whole === 0 ? t('nothing to count') : t('{0} of {1}', part, whole)),
    bar(whole === 0 ? 0 : part / whole),
  );
}

const heads = [t('Theme'), t('Controls'), ...Object.values(measures).map(({ label }) => label)];

function table({ standards }: PaneModel, measure: Measure): HTMLElement {
  const bodies = standards.map((standard) =>
    element(
      'tbody',
      {},
      countsRow(standard.name, standard.counts, 'rowgroup'),
      ...standard.groups.map((group) => countsRow(`${group.id} ${group.title}`.trim(), group.counts, 'row')),
    ),
  );
  const cells = heads.map((text) =>
    element('th', { scope: 'col', class: text === measure.label ? 'measured' : null }, text),
  );
  return scrollTable(t('The same as a table'), '', cells, ...bodies);
}

function countsRow(name: string, counts: SoaCounts, scope: 'row' | 'rowgroup'): HTMLElement {
  const shares = Object.values(measures).map(({ of }): Child => {
    const [part, whole] = of(counts);
    return element('td', { class: 'number' }, shareText(part, whole));
  });
  return element(
    'tr',
    { class: scope === 'rowgroup' ? 'sum' : null },
    element('th', { scope }, name),
    element('td', { class: 'number' }, String(counts.total)),
    ...shares,
  );
}
