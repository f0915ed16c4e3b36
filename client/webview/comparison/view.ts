/** The pane with a comparison as a whole: what changed in, page out; clicks in, messages out. */
import type { Comparison } from '../../../server/src/core/soa/compare/types.js';
import { element, keepingFocus, setText } from '../shared/dom.js';
import { Foot } from '../shared/foot.js';
import type { PageHost, PageView } from '../shared/page.js';
import { t } from '../shared/texts.js';
import { ComparisonBar } from './bar.js';
import { changesAsMarkdown } from './changesMarkdown.js';
import { changesTable, policiesTable } from './changesTable.js';
import { noFilter, policiesOf, type ShownControl, shownControls } from './filter.js';
import { figuresOf, headOf } from './head.js';
import type { ComparisonState, MessageFromComparison, MessageToComparison, Side } from './messages.js';
import { countOfControls, nameOf } from './words.js';

/** What an element stands for, so that the focus finds it again. */
const identities = ['data-row', 'data-decision', 'data-copy', 'data-policy', 'data-of', 'data-choose', 'data-action'];

export class ComparisonView implements PageView<MessageToComparison> {
  private comparison: Comparison | null = null;
  private source: string | null;
  private isOutdated = false;
  private shown: readonly ShownControl[] = [];
  private scrollTop: number;
  private isFirst = true;
  private readonly message = element('p', { class: 'message', role: 'status' }, t('Comparing …'));
  private readonly head = element('header', { class: 'top' });
  private readonly figures = element('div', { class: 'view figures-compared' });
  private readonly tables = element('div', { class: 'view changes-view' });
  private readonly content: HTMLElement;
  private readonly bar: ComparisonBar;
  private readonly foot = new Foot(null, () => {});

  constructor(
    root: HTMLElement,
    private readonly host: PageHost<MessageFromComparison, ComparisonState>,
  ) {
    const state = host.getState();
    this.source = state?.source ?? null;
    this.scrollTop = state?.scrollTop ?? 0;
    this.bar = new ComparisonBar(
      { ...noFilter, ...state?.filter },
      () => {
        this.drawChanges();
        this.save();
      },
      () => this.copy(this.shown),
    );
    this.content = element('main', {}, this.head, this.bar.node, this.tables, this.figures, this.foot.node);
    this.content.hidden = true;
    root.replaceChildren(this.message, this.content);
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button) this.onButton(button);
    });
    this.tables.addEventListener('keydown', (event) => this.onKey(event));
    window.addEventListener('scroll', () => this.onScroll(), { passive: true });
  }

  start(): void {
    this.host.post({ type: 'ready' });
  }

  receive(message: MessageToComparison): void {
    switch (message?.type) {
      case 'comparison':
        this.comparison = message.comparison;
        this.source = message.source;
        this.isOutdated = false;
        this.draw();
        break;
      case 'working':
        this.say(t('Comparing …'));
        break;
      case 'problem':
        this.comparison = null;
        this.say(message.text);
        break;
      case 'outdated':
        this.isOutdated = true;
        this.drawHead();
        break;
      case 'tell':
        this.foot.tell(message.text, false);
        break;
    }
  }

  /** In the place of the page where there is none, else above it. */
  private say(text: string): void {
    setText(this.message, text);
    this.message.hidden = false;
    this.content.hidden = this.comparison === null;
  }

  private draw(): void {
    const { comparison } = this;
    if (!comparison) return;
    this.message.hidden = true;
    this.content.hidden = false;
    this.drawHead();
    this.bar.update(comparison.diff);
    this.bar.node.hidden = comparison.diff.controls.length === 0;
    this.drawChanges();
    this.figures.replaceChildren(...figuresOf(comparison.diff).filter((child) => child !== null));
    this.save();
    if (this.isFirst && this.scrollTop > 0) window.scrollTo({ top: this.scrollTop });
    this.isFirst = false;
  }

  private drawHead(): void {
    const { comparison, isOutdated } = this;
    if (!comparison) return;
    keepingFocus(this.head, identities, () =>
      this.head.replaceChildren(...headOf(comparison, isOutdated).filter((child) => child !== null)),
    );
  }

  private drawChanges(): void {
    const { comparison } = this;
    if (!comparison) return;
    const all = comparison.diff.controls.length;
    this.shown = shownControls(comparison.diff, this.bar.value);
    this.bar.showCount(this.shown.length, all);
    const policies = policiesOf(this.shown);
    const nothing = all === 0 ? t('No control changed.') : t('No change passes these filters.');
    keepingFocus(this.tables, identities, () =>
      this.tables.replaceChildren(
        this.shown.length > 0 ? changesTable(this.shown) : element('p', { class: 'message' }, nothing),
        ...(policies.length > 0 ? [policiesTable(policies)] : []),
      ),
    );
  }

  private onButton({ dataset }: HTMLElement): void {
    const { row, decision, copy, policy, of, choose, action } = dataset;
    const { post } = this.host;
    if (row !== undefined) post({ type: 'row', key: row });
    else if (decision !== undefined) post({ type: 'decision', key: decision });
    else if (policy !== undefined) post({ type: 'policy', path: policy, key: of ?? null });
    else if (copy !== undefined) this.copy(this.shown.filter(({ control }) => control.key === copy));
    else if (choose !== undefined) post({ type: 'choose', side: choose as Side });
    else if (action === 'again' || action === 'report') post({ type: action });
  }

  /** From control to control with the arrow keys; C copies the one that has the focus. */
  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-key]') : null;
    if (!row) return;
    const rows = [...this.tables.querySelectorAll<HTMLElement>('tr[data-key]')];
    const at = rows.indexOf(row);
    const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const goal = goals[event.key];
    if (event.key.toLowerCase() === 'c') {
      this.copy(this.shown.filter(({ control }) => control.key === row.dataset['key']));
    } else if (goal !== undefined) rows[goal]?.querySelector('button')?.focus();
    else return;
    event.preventDefault();
  }

  private copy(controls: readonly ShownControl[]): void {
    const [first] = controls;
    if (!first) return;
    const what = controls.length === 1 ? nameOf(first.control) : countOfControls(controls.length);
    this.host.post({ type: 'copy', text: changesAsMarkdown(controls), what });
  }

  private onScroll(): void {
    const top = Math.round(window.scrollY);
    if (this.isFirst || Math.abs(top - this.scrollTop) < 8) return;
    this.scrollTop = top;
    this.save();
  }

  private save(): void {
    this.host.setState({ source: this.source, filter: this.bar.value, scrollTop: this.scrollTop });
  }
}
