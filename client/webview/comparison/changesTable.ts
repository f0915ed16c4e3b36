/** The table of controls that changed. Each row leads to its control, its line in soa.yaml, and the policies that cite it. */
import type { CitingDocument } from '../../../server/src/core/soa/compare/types.js';
import { type Child, element, linkButton, scrollTable } from '../shared/dom.js';
import { type IconName, icon } from '../shared/icons.js';
import { t } from '../shared/texts.js';
import type { ShownControl, ShownPolicy } from './filter.js';
import { documentName, fateLabels, kindLabels, nameOf, sentenceOf } from './words.js';

const fateIcons: Readonly<Record<ShownControl['control']['kind'], IconName>> = {
  changed: 'half',
  added: 'full',
  removed: 'cross',
};

export function changesTable(shown: readonly ShownControl[]): HTMLElement {
  const heads = [t('Control'), t('What changed'), t('Policies that cite it')];
  return scrollTable(t('Controls'), 'changes', heads, element('tbody', {}, ...shown.map(changedRow)));
}

function changedRow({ control, changes }: ShownControl): HTMLElement {
  const name = nameOf(control);
  const isThere = control.kind !== 'removed';
  const title = isThere ? t('Show {0} in the statement', name) : t('Gone from the statement');
  const id = isThere
    ? linkButton({ 'data-row': control.key, class: 'link id-link', title }, name)
    : element('span', { class: 'id-link', title }, name);
  const former =
    control.formerIds.length === 0
      ? null
      : element('div', { class: 'muted' }, t('was {0}', control.formerIds.join(', ')));
  const more = control.changes.filter((change) => !changes.includes(change) && change.sentence !== '').length;
  const sentences = changes.filter(({ sentence }) => sentence !== '');
  return element(
    'tr',
    { 'data-key': control.key },
    element(
      'th',
      { scope: 'row' },
      id,
      ' ',
      element('span', {}, control.title),
      former,
      element('div', { class: `fate fate-${control.kind}` }, icon(fateIcons[control.kind]), fateLabels[control.kind]),
      element(
        'div',
        { class: 'row-actions' },
        isThere
          ? linkButton({ 'data-decision': control.key, 'aria-label': t('Show {0} in soa.yaml', name) }, t('soa.yaml'))
          : null,
        linkButton({ 'data-copy': control.key, 'aria-label': t('Copy {0} as Markdown', name) }, t('Copy')),
      ),
    ),
    element(
      'td',
      {},
      element(
        'ul',
        { class: 'sentences' },
        ...sentences.map((change) =>
          element(
            'li',
            {},
            element('span', { class: 'kind' }, kindLabels[change.kind]),
            element('span', {}, sentenceOf(change)),
          ),
        ),
      ),
      sentences.length === 0 ? t('Decided as before, under a new number.') : null,
      more > 0
        ? element('p', { class: 'muted' }, more === 1 ? t('and 1 other change') : t('and {0} other changes', more))
        : null,
    ),
    element('td', {}, ...citing(control.citedBy, control.key)),
  );
}

function citing(documents: readonly CitingDocument[], key: string): Child[] {
  if (documents.length === 0) return [element('span', { class: 'muted' }, '–')];
  return documents.map((document) =>
    element(
      'div',
      {},
      linkButton({ 'data-policy': document.path, 'data-of': key, title: document.path }, documentName(document)),
      document.isClaim ? null : element('span', { class: 'muted' }, ` ${t('(mentions it)')}`),
    ),
  );
}

export function policiesTable(policies: readonly ShownPolicy[]): HTMLElement {
  const heads = [t('Policy'), t('File'), t('Controls that changed')];
  const rows = policies.map(({ path, name, controls }) => {
    const links = controls.flatMap(({ key, name: control }, index): Child[] => {
      const label = t('{0} in {1}', control, name);
      return [
        index > 0 ? ', ' : null,
        linkButton({ 'data-policy': path, 'data-of': key, 'aria-label': label }, control),
      ];
    });
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, linkButton({ 'data-policy': path }, name)),
      element('td', { class: 'path' }, path),
      element('td', {}, ...links),
    );
  });
  return scrollTable(t('Policies that cite a control that changed'), 'policies', heads, element('tbody', {}, ...rows));
}
