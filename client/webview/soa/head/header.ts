/** The block at the top: whose statement it is, its scope, version, dates and approval; and what is wrong with the file. */
import type { SoaHeader, SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { type Child, element, linkButton } from './dom.js';
import { icon } from './icons.js';
import { t } from './texts.js';
import { documentStatusLabels, roleLabels } from './words.js';

const shownProblems = 3;

/** Draws the block anew where it differs; the parent keeps its place. */
export class Header {
  private signature = '';

  constructor(readonly node: HTMLElement) {}

  /** @param locked why nothing can be decided here, or null */
  update(model: SoaModel, locked: string | null): void {
    const { header, path, problems, standards } = model;
    const named = standards.map(({ name, roles, amendments }) => [name, roles, amendments]);
    const signature = JSON.stringify([header, path, problems, named, locked]);
    if (signature === this.signature) return;
    this.signature = signature;
    const focused = this.node.contains(document.activeElement) ? document.activeElement : null;
    const [open, command] = ['data-open', 'data-command'].map((name) => focused?.getAttribute(name));
    this.node.replaceChildren(...blocks(model, locked).filter((child) => child !== null));
    const selector = open ? `[data-open="${CSS.escape(open)}"]` : `[data-command="${CSS.escape(command ?? '')}"]`;
    if (focused) this.node.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }
}

function blocks(model: SoaModel, locked: string | null): Child[] {
  const { organisation, scope } = model.header;
  return [
    element(
      'h1',
      {},
      organisation === null ? t('Statement of Applicability') : t('Statement of Applicability: {0}', organisation),
    ),
    scope === null ? null : element('p', { class: 'scope' }, element('span', { class: 'muted' }, t('Scope: ')), scope),
    model.path === null ? null : facts(model),
    model.path === null ? null : actions(),
    model.path === null ? noSoa() : lockedNotice(locked),
    problemList(model),
  ];
}

function facts(model: SoaModel): HTMLElement {
  const { header } = model;
  const status = header.status === null ? null : (documentStatusLabels[header.status] ?? header.status);
  const always: [string, string | null][] = [
    [t('Version'), header.version],
    [t('Status'), status],
    [t('Approved by'), header.approvedBy],
    [t('Approved'), header.approved],
    [t('Owner'), header.owner],
  ];
  const optional: [string, string | null][] = [
    [t('Next review'), header.nextReview],
    [t('Classification'), header.classification],
    [t('Last released'), releaseText(header.released)],
  ];
  const shown = [...always, ...optional.filter(([, value]) => value !== null)];
  const standards = model.standards
    .filter(({ isAdditional }) => !isAdditional)
    .map(({ name, roles, amendments }) => {
      const details = [...amendments, ...roles.map((role) => roleLabels[role])].join(', ');
      return details === '' ? name : `${name} (${details})`;
    });
  return element(
    'dl',
    { class: 'facts' },
    ...shown.map(([label, value]) => fact(label, value)),
    fact(t('Standards'), standards.join(', ') || null),
    element(
      'div',
      {},
      element('dt', {}, t('Source')),
      element('dd', {}, linkButton({ 'data-open': 'soa' }, model.path ?? '')),
    ),
  );
}

function releaseText(released: SoaHeader['released']): string | null {
  const parts = [released?.version, released?.date].filter((part) => part);
  return parts.length === 0 ? null : parts.join(', ');
}

function fact(label: string, value: string | null): HTMLElement {
  const text = value ?? element('span', { class: 'missing' }, t('not stated'));
  return element('div', {}, element('dt', {}, label), element('dd', {}, text));
}

function noSoa(): HTMLElement {
  return element(
    'div',
    { class: 'notice' },
    element(
      'p',
      {},
      t(
        'There is no soa.yaml yet, so nothing has been decided. Below are the controls of the standards that your documents name. ',
      ),
      t('A soa.yaml records for each control whether it applies, why, and who is responsible.'),
    ),
    element(
      'button',
      { type: 'button', class: 'primary', 'data-command': 'clausemark.createSoa' },
      t('Create soa.yaml'),
    ),
  );
}

/** What can be done with the statement as a whole. */
function actions(): HTMLElement {
  const buttons = [
    ['clausemark.exportSoa', t('Export …')],
    ['clausemark.compareSoa', t('Compare with an earlier version …')],
    ['clausemark.releaseSoa', t('Release …')],
  ] as const;
  return element(
    'p',
    { class: 'actions' },
    ...buttons.map(([command, label]) =>
      element('button', { type: 'button', class: 'link', 'data-command': command }, label),
    ),
  );
}

function lockedNotice(locked: string | null): Child {
  if (locked === null) return null;
  const trust = 'workbench.trust.manage';
  const button = element('button', { type: 'button', class: 'secondary', 'data-command': trust }, t('Workspace trust'));
  return element('div', { class: 'notice' }, element('p', {}, locked), button);
}

function problemList(model: SoaModel): Child {
  const { problems } = model;
  if (problems.length === 0) return null;
  const items = problems
    .slice(0, shownProblems)
    .map((problem, index) =>
      element('li', {}, icon('warning'), linkButton({ 'data-open': 'problem', 'data-index': index }, problem.text)),
    );
  const more = problems.length - items.length;
  if (more > 0) items.push(element('li', { class: 'muted' }, t('and {0} more, listed under Problems', more)));
  return element('ul', { class: 'notice problems', 'aria-label': t('Problems of soa.yaml') }, ...items);
}
