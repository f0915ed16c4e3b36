/** The block at the top: whose statement it is, its scope, version, dates and approval; and what is wrong with the file. */
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import { type Child, element, linkButton } from './dom.js';
import { icon } from './icons.js';
import { documentStatusLabels, roleLabels } from './words.js';

const shownProblems = 3;

/** Draws the block anew where it differs; the parent keeps its place. */
export class Header {
  private signature = '';

  constructor(readonly node: HTMLElement) {}

  update(model: SoaModel): void {
    const { header, path, problems, standards } = model;
    const signature = JSON.stringify([header, path, problems, standards.map(({ name, roles }) => [name, roles])]);
    if (signature === this.signature) return;
    this.signature = signature;
    const focused = this.node.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-open')
      : null;
    this.node.replaceChildren(...blocks(model).filter((child) => child !== null));
    if (focused)
      this.node.querySelector<HTMLElement>(`[data-open="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

function blocks(model: SoaModel): Child[] {
  const { organisation, scope } = model.header;
  return [
    element(
      'h1',
      {},
      organisation === null ? 'Statement of Applicability' : `Statement of Applicability: ${organisation}`,
    ),
    scope === null ? null : element('p', { class: 'scope' }, element('span', { class: 'muted' }, 'Scope: '), scope),
    model.path === null ? null : facts(model),
    model.path === null ? noSoa() : null,
    problemList(model),
  ];
}

function facts(model: SoaModel): HTMLElement {
  const { header } = model;
  const status = header.status === null ? null : (documentStatusLabels[header.status] ?? header.status);
  const always: [string, string | null][] = [
    ['Version', header.version],
    ['Status', status],
    ['Approved by', header.approvedBy],
    ['Approved', header.approved],
    ['Owner', header.owner],
  ];
  const optional: [string, string | null][] = [
    ['Next review', header.nextReview],
    ['Classification', header.classification],
  ];
  const shown = [...always, ...optional.filter(([, value]) => value !== null)];
  const standards = model.standards.map(({ name, roles }) => {
    const names = roles.map((role) => roleLabels[role]).join(', ');
    return names === '' ? name : `${name} (${names})`;
  });
  return element(
    'dl',
    { class: 'facts' },
    ...shown.map(([label, value]) => fact(label, value)),
    fact('Standards', standards.join(', ') || null),
    element(
      'div',
      {},
      element('dt', {}, 'Source'),
      element('dd', {}, linkButton({ 'data-open': 'soa' }, model.path ?? '')),
    ),
  );
}

function fact(label: string, value: string | null): HTMLElement {
  const text = value ?? element('span', { class: 'missing' }, 'not stated');
  return element('div', {}, element('dt', {}, label), element('dd', {}, text));
}

function noSoa(): HTMLElement {
  return element(
    'div',
    { class: 'notice' },
    element(
      'p',
      {},
      'There is no soa.yaml yet, so nothing has been decided. Below are the controls of the standards that your documents name. ',
      'A soa.yaml records for each control whether it applies, why, and who is responsible.',
    ),
    element('button', { type: 'button', class: 'primary', 'data-command': 'clausemark.createSoa' }, 'Create soa.yaml'),
  );
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
  if (more > 0) items.push(element('li', { class: 'muted' }, `and ${more} more, listed under Problems`));
  return element('ul', { class: 'notice problems', 'aria-label': 'Problems of soa.yaml' }, ...items);
}
