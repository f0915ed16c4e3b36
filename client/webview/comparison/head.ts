/** The block at the top of a comparison: what is compared with what, the first answers, the numbers, and the head of the file. */
import type { Comparison, StatementDiff } from '../../../server/src/core/soa/compare/types.js';
import { type Child, element, linkButton, scrollTable } from '../shared/dom.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/texts.js';

export function headOf({ diff, overview, beforeText, afterText }: Comparison, isOutdated: boolean): Child[] {
  const { organisation } = diff;
  return [
    element('h1', {}, organisation === null ? t('What changed') : t('What changed: {0}', organisation)),
    element(
      'dl',
      { class: 'facts sides' },
      side(t('From'), beforeText, 'before', t('Choose another earlier version')),
      side(t('To'), afterText, 'after', t('Choose another later version')),
    ),
    element(
      'p',
      { class: 'actions' },
      linkButton({ 'data-action': 'report' }, t('Show as Markdown')),
      linkButton({ 'data-action': 'again' }, t('Compare again')),
    ),
    isOutdated ? outdated() : null,
    element('ul', { class: 'overview-lines' }, ...overview.map((line) => element('li', {}, line))),
  ];
}

function side(label: string, text: string, name: string, choose: string): HTMLElement {
  const button = linkButton({ 'data-choose': name, 'aria-label': choose }, t('Choose …'));
  return element('div', {}, element('dt', {}, label), element('dd', {}, text, ' ', button));
}

function outdated(): HTMLElement {
  const again = element('button', { type: 'button', class: 'secondary', 'data-action': 'again' }, t('Compare again'));
  return element(
    'div',
    { class: 'notice' },
    element('p', {}, icon('warning'), ' ', t('The texts have changed since they were compared.')),
    again,
  );
}

/** Numbers on both sides, and what changed in the head of the file. */
export function figuresOf(diff: StatementDiff): Child[] {
  return [numbers(diff), diff.header.length > 0 ? headerTable(diff) : null];
}

function numbers({ before, after }: StatementDiff): HTMLElement {
  const measures = [
    ['total', t('Controls')],
    ['applicable', t('Applicable')],
    ['excluded', t('Excluded')],
    ['undecided', t('Undecided')],
    ['implemented', t('Implemented')],
    ['covered', t('Covered by documents')],
    ['withGaps', t('With gaps')],
  ] as const;
  const rows = measures.map(([name, label]) => {
    const [was, is] = [before.counts[name], after.counts[name]];
    const change = is === was ? '–' : is > was ? `+${is - was}` : `−${was - is}`;
    const cells = [String(was), String(is), change];
    return element(
      'tr',
      { class: is === was ? null : 'differs' },
      element('th', { scope: 'row' }, label),
      ...cells.map((text) => element('td', { class: 'number' }, text)),
    );
  });
  const heads = [t('Number of'), t('Before'), t('After'), t('Change')];
  return scrollTable(t('Numbers'), 'numbers-compared', heads, element('tbody', {}, ...rows));
}

function headerTable({ header }: StatementDiff): HTMLElement {
  const rows = header.map(({ label, before, after }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      element('td', {}, before ?? '–'),
      element('td', {}, after ?? '–'),
    ),
  );
  return scrollTable(
    t('Head of the statement'),
    '',
    [t('Field'), t('Before'), t('After')],
    element('tbody', {}, ...rows),
  );
}
