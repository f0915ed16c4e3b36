/** The pane as a whole: model in, page out; clicks in, messages out. */
import type { PaneModel, PaneRow, SentModel } from '../../../server/src/core/soa/paneTypes.js';
import type {
  MessageFromPane,
  MessageToPane,
  ModelMessage,
  PaneChange,
  PaneCommand,
  PaneState,
  PatchMessage,
  TabName,
} from '../messages.js';
import { element, setText } from '../shared/dom.js';
import { Foot } from '../shared/foot.js';
import type { PageHost } from '../shared/page.js';
import { applyPatch } from '../shared/patch.js';
import { t } from '../shared/texts.js';
import { ControlsTab } from './controlsTab.js';
import { Header } from './head/header.js';
import { rowsAsMarkdown } from './rowMarkdown.js';
import { ShownModel } from './shownModel.js';
import { Tabs } from './tabs.js';
import { targetOf } from './targets.js';
import { ClausesView } from './views/clausesView.js';
import { CoverageView } from './views/coverageView.js';
import { ReuseView } from './views/reuseView.js';
import { countOf } from './words.js';

/** What the pane needs of its surroundings. */
export type PaneHost = PageHost<MessageFromPane, PaneState>;

const commands: readonly PaneCommand[] = [
  'clausemark.createSoa',
  'clausemark.exportSoa',
  'clausemark.compareSoa',
  'clausemark.releaseSoa',
  'clausemark.moveToNextEdition',
  'workbench.trust.manage',
];

export class SoaView {
  /** As it came, and as it is shown. */
  private sent: SentModel | null = null;
  private model: PaneModel | null = null;
  private readonly shown = new ShownModel();
  private source: string | null;
  private scrollTop: number;
  private isFirst = true;
  private isMade = false;
  private editCount = 0;
  private askedView: 'clauses' | 'reuse' | null = null;
  private readonly waiting = new Map<
    number,
    { changes: readonly PaneChange[]; done?: ((refused: string | null) => void) | undefined }
  >();

  private readonly message = element('p', { class: 'message' }, t('Reading the documents …'));
  private readonly header: Header;
  private readonly controls: ControlsTab;
  private readonly clauses = new ClausesView();
  private readonly coverage = new CoverageView();
  private readonly reuse = new ReuseView();
  private readonly tabs: Tabs;
  private readonly foot: Foot;
  private readonly content: HTMLElement;

  constructor(
    root: HTMLElement,
    private readonly host: PaneHost,
  ) {
    const state = host.getState();
    this.source = state?.source ?? null;
    this.scrollTop = state?.scrollTop ?? 0;
    this.header = new Header(
      element('header', { class: 'top' }),
      {
        edit: (changes, done) => this.edit(changes, done),
        keep: () => this.save(),
        askOffered: () => host.post({ type: 'offered' }),
        onAdded: (id) => {
          this.tabs.show('controls');
          this.controls.editWhenThere(`additional:${id}`);
        },
      },
      state?.head ?? null,
    );
    this.controls = new ControlsTab(state, {
      edit: (changes, done) => this.edit(changes, done),
      undo: () => host.post({ type: 'undo' }),
      copy: (rows) => this.copy(rows),
      tell: (text) => this.foot.tell(text, false),
      save: () => this.save(),
    });
    this.foot = new Foot(this.controls.bulk.node, () => host.post({ type: 'undo' }));
    const panels: readonly [TabName, string, HTMLElement][] = [
      ['controls', t('Controls'), this.controls.node],
      ['clauses', t('Clauses 4–10'), this.clauses.node],
      ['coverage', t('Coverage'), this.coverage.node],
      ['reuse', t('Reuse of documents'), this.reuse.node],
    ];
    this.tabs = new Tabs(
      panels.map(([name, label, panel]) => ({ name, label, panel })),
      () => this.onTab(),
    );
    this.content = element(
      'main',
      {},
      this.header.node,
      this.tabs.node,
      ...panels.map(([, , panel]) => panel),
      this.foot.node,
    );
    this.content.hidden = true;
    root.replaceChildren(this.message, this.content);
    this.tabs.show(state?.tab ?? 'controls');
    this.showBulk();
    this.isMade = true;
    root.addEventListener('click', (event) => this.onClick(event));
    window.addEventListener('scroll', () => this.onScroll(), { passive: true });
  }

  /** Says that the page listens, and what it shows. */
  start(): void {
    this.host.post({ type: 'ready' });
    this.askForView();
  }

  receive(message: MessageToPane): void {
    switch (message?.type) {
      case 'model':
        this.update(message);
        break;
      case 'patch':
        this.patch(message);
        break;
      case 'reveal':
        this.tabs.show('controls');
        this.controls.reveal(message.key);
        break;
      case 'nextUndecided':
        this.tabs.show('controls');
        this.controls.jump();
        break;
      case 'view':
        if (message.view === 'clauses') this.clauses.update(message.data);
        else this.reuse.update(message.data);
        break;
      case 'offered':
        this.header.offer(message.standards);
        break;
      case 'edited':
        this.onEdited(message);
        break;
      case 'tell':
        this.foot.tell(message.text, message.canUndo);
        break;
    }
  }

  /** Shows a model; what is on the page already and still right is left alone. */
  private update({ model: sent, source, locked = null, problemLines = [] }: ModelMessage): void {
    this.sent = sent;
    const model = sent && this.shown.of(sent);
    this.model = model;
    this.source = source ?? this.source;
    const isEmpty = model === null || model.rows.length === 0;
    this.message.hidden = !isEmpty;
    this.content.hidden = model === null;
    if (model === null) setText(this.message, t('There is nothing to show: open a folder with policies.'));
    else this.show(model, isEmpty, locked, problemLines);
    this.save();
  }

  /** Shows what has changed; a patch of something that is not shown comes to nothing. */
  private patch({ view, patch, locked, problemLines }: PatchMessage): void {
    if (view === 'clauses') this.clauses.patch(patch);
    else if (view === 'reuse') this.reuse.patch(patch);
    else if (this.sent) {
      this.update({
        type: 'model',
        model: applyPatch(this.sent, patch),
        ...(locked === undefined ? {} : { locked }),
        ...(problemLines ? { problemLines } : {}),
      });
    }
  }

  private show(model: PaneModel, isEmpty: boolean, locked: string | null, problemLines: readonly number[]): void {
    if (isEmpty) setText(this.message, emptyText(model));
    this.header.update(model, locked, problemLines);
    this.tabs.node.hidden = isEmpty;
    if (isEmpty) this.tabs.show('controls');
    this.controls.node.hidden = isEmpty || this.tabs.current !== 'controls';
    this.controls.update(model, locked, this.isFirst && this.host.getState() === null);
    if (this.tabs.current === 'coverage') this.coverage.update(model);
    if (this.isFirst && !isEmpty) {
      this.isFirst = false;
      if (this.scrollTop > 0) window.scrollTo({ top: this.scrollTop });
    }
  }

  private onTab(): void {
    // While the page is being made its parts speak before all are there.
    if (!this.isMade) return;
    this.showBulk();
    this.askForView();
    if (this.tabs.current === 'coverage' && this.model) this.coverage.update(this.model);
    this.save();
  }

  /** The bar for chosen rows is for the table alone. */
  private showBulk(): void {
    this.controls.bulk.node.classList.toggle('away', this.tabs.current !== 'controls');
  }

  /** Only what is shown is asked for, and kept up to date. */
  private askForView(): void {
    const name = this.tabs.current;
    const view = name === 'clauses' || name === 'reuse' ? name : null;
    if (view === this.askedView) return;
    this.askedView = view;
    this.host.post({ type: 'view', view });
  }

  // ---- deciding ----

  private edit(changes: readonly PaneChange[], done?: (refused: string | null) => void): void {
    const id = ++this.editCount;
    this.waiting.set(id, { changes, done });
    this.host.post({ type: 'edit', id, changes });
  }

  private onEdited({ id, refused, made, canUndo }: Extract<MessageToPane, { type: 'edited' }>): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    const { changes = [], done } = waiting ?? {};
    const subjects = new Set(changes.map((change) => this.subjectOf(change)));
    const [only] = subjects;
    const what = subjects.size === 1 && only !== undefined ? only : countOf(made, 'decision');
    const written = made > 0 ? t('Written to soa.yaml: {0}.', what) : '';
    this.foot.tell(
      [written, refusals(refused, changes, (change) => this.subjectOf(change))].filter(Boolean).join(' '),
      canUndo && made > 0,
    );
    // Whoever asked has the last word: a letter has no field that could tell.
    done?.(refused[0]?.reason ?? null);
  }

  /** What a change is about, in words for the reader. */
  private subjectOf(change: PaneChange): string {
    if (change.kind === 'header') return t('head of the statement');
    if ('standard' in change) return change.standard;
    return this.controls.rowOf(change.control)?.id ?? change.control;
  }

  private copy(rows: readonly PaneRow[]): void {
    const what = rows.length === 1 ? rows[0]!.id : countOf(rows.length, 'control');
    this.host.post({ type: 'copy', text: rowsAsMarkdown(rows), what });
  }

  // ---- clicks ----

  private onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (!button) return;
    const { open, command, themeOf } = button.dataset;
    if (open !== undefined) this.open(button);
    else if (command !== undefined) this.run(command);
    else if (themeOf !== undefined) {
      this.tabs.show('controls');
      this.controls.showOnly({ group: themeOf });
      window.scrollTo({ top: 0 });
    }
  }

  private open(button: HTMLElement): void {
    const key = button.closest('tr[data-key]')?.getAttribute('data-key');
    const target = this.model && targetOf(button.dataset, key ? this.controls.rowOf(key) : null, this.model);
    if (target) this.host.post({ type: 'open', target });
  }

  private run(name: string): void {
    const command = commands.find((known) => known === name);
    if (command) this.host.post({ type: 'command', command });
  }

  private onScroll(): void {
    const top = Math.round(window.scrollY);
    if (this.isFirst || Math.abs(top - this.scrollTop) < 8) return;
    this.scrollTop = top;
    this.save();
  }

  private save(): void {
    if (!this.isMade) return;
    const { source, scrollTop } = this;
    this.host.setState({ source, scrollTop, tab: this.tabs.current, head: this.header.draft, ...this.controls.state });
  }
}

/** Several refusals at once are told together; a single one stands at its field. */
function refusals(
  refused: readonly { readonly index: number; readonly reason: string }[],
  changes: readonly PaneChange[],
  subjectOf: (change: PaneChange) => string,
): string {
  if (refused.length === 0 || changes.length < 2) return '';
  const [first] = refused;
  const change = changes[first!.index];
  const name = change ? subjectOf(change) : '';
  const more = refused.length > 1 ? ` ${t('(and {0} more)', refused.length - 1)}` : '';
  return t('Not written: {0}: {1}', `${name}${more}`, first!.reason);
}

function emptyText(model: PaneModel): string {
  return model.path === null
    ? t(
        'No standard is in scope yet. Tag the controls in your policies, or create a soa.yaml that names the standards.',
      )
    : t('No standard is in scope yet. Name them in the soa.yaml below “standards”.');
}
