/**
 * The block at the top: whose statement it is, its scope, version, dates and approval, with its editor; and what is
 * wrong with the file.
 */
import type { SoaHeader } from '../../../../server/src/core/soa/modelTypes.js';
import type { PaneModel } from '../../../../server/src/core/soa/paneTypes.js';
import type { OfferedMessage } from '../../messages.js';
import { type Child, element, keepingFocus, linkButton } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { documentStatusLabels, roleLabels } from '../words.js';
import { HeadEditor } from './headEditor.js';
import { OwnControlForm } from './ownControlForm.js';
import type { HeadHost } from './standardsEditor.js';

const shownProblems = 5;

export interface HeaderHost extends HeadHost {
  /** Asks which standards can come into scope. */
  askOffered(): void;
  /** A control of the organisation's own was added. */
  onAdded(id: string): void;
}

/** Draws the block anew where it differs; the parent keeps its place. */
export class Header {
  private signature = '';
  private model: PaneModel | null = null;
  private locked: string | null = null;
  private readonly facts = element('div', {});
  private editor: HeadEditor | null = null;
  private form: OwnControlForm | null = null;

  /** @param waiting texts of an editor that was open before the page was hidden */
  constructor(
    readonly node: HTMLElement,
    private readonly host: HeaderHost,
    private waiting: Readonly<Record<string, string>> | null,
  ) {
    node.append(this.facts);
    node.addEventListener('click', ({ target }) => {
      const action =
        target instanceof Element ? target.closest<HTMLElement>('[data-head]')?.dataset['head'] : undefined;
      if (action === 'edit') this.openEditor();
      else if (action === 'own') this.openForm();
    });
  }

  /** Texts of the editor that are not written yet; null while it is closed. */
  get draft(): Readonly<Record<string, string>> | null {
    return this.editor?.drafts() ?? this.waiting;
  }

  /**
   * @param locked why nothing can be decided here, or null
   * @param problemLines the lines that the problems of the file stand on
   */
  update(model: PaneModel, locked: string | null, problemLines: readonly number[]): void {
    const { header, path, problems, standards } = model;
    this.model = model;
    this.locked = locked;
    const named = standards.map(({ name, roles, amendments }) => [name, roles, amendments]);
    const signature = JSON.stringify([header, path, problems, named, locked, problemLines]);
    if (signature !== this.signature) {
      this.signature = signature;
      keepingFocus(this.facts, ['data-open', 'data-command', 'data-head'], () =>
        this.facts.replaceChildren(...blocks(model, locked, problemLines).filter((child) => child !== null)),
      );
    }
    this.editor?.show(model);
    const { waiting } = this;
    if (waiting && !this.editor && this.canEdit) {
      this.waiting = null;
      this.openEditor();
      this.editor!.restore(waiting);
    }
  }

  offer(standards: OfferedMessage['standards']): void {
    this.editor?.offer(standards);
  }

  private get canEdit(): boolean {
    return this.model !== null && this.model.path !== null && this.locked === null;
  }

  private openEditor(): void {
    if (!this.model || !this.canEdit) return;
    if (!this.editor) {
      this.editor = new HeadEditor(this.host, () => this.closeEditor());
      this.editor.show(this.model);
      this.node.append(this.editor.node);
      this.host.askOffered();
      this.host.keep();
    }
    this.editor.focus();
  }

  private closeEditor(): void {
    this.editor?.commitAll();
    this.editor?.node.remove();
    this.editor = null;
    this.host.keep();
    this.focusAction('edit');
  }

  private openForm(): void {
    if (!this.canEdit) return;
    const close = () => {
      this.form?.node.remove();
      this.form = null;
    };
    if (!this.form) {
      const onAdded = (id: string) => {
        close();
        this.host.onAdded(id);
      };
      this.form = new OwnControlForm(this.host, onAdded, () => {
        close();
        this.focusAction('own');
      });
      this.node.append(this.form.node);
    }
    this.form.focus();
  }

  private focusAction(name: string): void {
    this.node.querySelector<HTMLElement>(`[data-head="${name}"]`)?.focus();
  }
}

function blocks(model: PaneModel, locked: string | null, problemLines: readonly number[]): Child[] {
  const { organisation, scope } = model.header;
  return [
    element(
      'h1',
      {},
      organisation === null ? t('Statement of Applicability') : t('Statement of Applicability: {0}', organisation),
    ),
    scope === null ? null : element('p', { class: 'scope' }, element('span', { class: 'muted' }, t('Scope: ')), scope),
    model.path === null ? null : facts(model),
    model.path === null ? null : actions(locked === null),
    model.path === null ? noSoa() : lockedNotice(locked),
    problemList(model, problemLines),
  ];
}

function facts(model: PaneModel): HTMLElement {
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
function actions(canEdit: boolean): HTMLElement {
  const edits = [
    ['edit', t('Edit the head')],
    ['own', t('Add a control of your own …')],
  ] as const;
  const buttons = [
    ['clausemark.exportSoa', t('Export …')],
    ['clausemark.compareSoa', t('Compare with an earlier version …')],
    ['clausemark.releaseSoa', t('Release …')],
  ] as const;
  return element(
    'p',
    { class: 'actions' },
    ...(canEdit ? edits.map(([name, label]) => linkButton({ 'data-head': name }, label)) : []),
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

/** Errors first: below one of them the file may not be read as it is meant. */
function problemList({ problems }: PaneModel, lines: readonly number[]): Child {
  if (problems.length === 0) return null;
  const isError = ({ severity }: PaneModel['problems'][number]) => severity === 'error';
  const order = problems.map((problem, index) => ({ problem, index }));
  const sorted = [
    ...order.filter(({ problem }) => isError(problem)),
    ...order.filter(({ problem }) => !isError(problem)),
  ];
  // A line that says “and 1 more” would take the place of that one.
  const shown = problems.length === shownProblems + 1 ? problems.length : shownProblems;
  const items = sorted.slice(0, shown).map(({ problem, index }) => {
    const line = lines[index];
    const text = line === undefined ? problem.text : t('Line {0}: {1}', line, problem.text);
    return element('li', {}, icon('warning'), linkButton({ 'data-open': 'problem', 'data-index': index }, text));
  });
  const more = problems.length - items.length;
  if (more > 0) items.push(element('li', { class: 'muted' }, t('and {0} more, listed under Problems', more)));
  const intro = problems.some(isError)
    ? element('p', {}, t('soa.yaml has mistakes. What stands near them may be missing here:'))
    : null;
  const list = element('ul', { class: 'problems', 'aria-label': t('Problems of soa.yaml') }, ...items);
  return element('div', { class: 'notice' }, intro, list);
}
