/** The pane as a whole: model in, page out; clicks in, messages out. */
import type { SoaModel } from '../../../server/src/core/soa/modelTypes.js';
import type { MessageFromPane, OffsetSpan, PaneCommand, PaneFilter, PaneState } from '../messages.js';
import { element, setText } from './dom.js';
import { isFiltering, noFilter, passes } from './filter.js';
import { FilterBar } from './filterBar.js';
import { Header } from './header.js';
import { RowKeyboard } from './keyboard.js';
import { placeOf } from './places.js';
import { Summary } from './summary.js';
import { Tables } from './tables.js';

/** What the pane needs of its surroundings. */
export interface PaneHost {
  post(message: MessageFromPane): void;
  getState(): PaneState | null;
  setState(state: PaneState): void;
}

const commands: readonly PaneCommand[] = ['clausemark.createSoa'];

export class SoaView {
  private model: SoaModel | null = null;
  private source: string | null;
  private readonly expanded: Set<string>;
  private scrollTop: number;
  private isFirst = true;

  private readonly message = element('p', { class: 'message' }, 'Reading the documents …');
  private readonly header = new Header(element('header', { class: 'top' }));
  private readonly summary = new Summary(element('section', { class: 'summary', 'aria-label': 'Summary' }));
  private readonly nothing = element('p', { class: 'message' }, 'No control passes these filters.');
  private readonly tables = new Tables(element('div', { class: 'tables' }));
  private readonly keyboard = new RowKeyboard(this.tables);
  private readonly bar: FilterBar;
  private readonly content: HTMLElement;

  constructor(
    root: HTMLElement,
    private readonly host: PaneHost,
  ) {
    const state = host.getState();
    this.source = state?.source ?? null;
    this.expanded = new Set(state?.expanded ?? []);
    this.scrollTop = state?.scrollTop ?? 0;
    this.bar = new FilterBar(element('div', { class: 'bar' }), { ...noFilter, ...state?.filter }, () =>
      this.onFilter(),
    );
    this.content = element(
      'main',
      {},
      this.header.node,
      this.summary.node,
      this.bar.node,
      this.nothing,
      this.tables.node,
    );
    this.content.hidden = true;
    root.replaceChildren(this.message, this.content);
    root.addEventListener('click', (event) => this.onClick(event));
    this.watchBarHeight();
    window.addEventListener('scroll', () => this.onScroll(), { passive: true });
  }

  /** Shows a model; what is on the page already and still right is left alone. */
  update(model: SoaModel | null, source?: string): void {
    this.model = model;
    this.source = source ?? this.source;
    const isEmpty = model === null || model.rows.length === 0;
    this.message.hidden = !isEmpty;
    this.content.hidden = model === null;
    if (model === null) setText(this.message, 'There is nothing to show: open a folder with policies.');
    else this.show(model, isEmpty);
    this.save();
  }

  /** Brings a row into view and puts the focus on it. */
  reveal(key: string): void {
    const view = this.tables.byKey(key);
    if (!view) return;
    if (view.node.hidden) this.bar.set(noFilter);
    view.node.scrollIntoView({ block: 'center' });
    view.focus();
  }

  private show(model: SoaModel, isEmpty: boolean): void {
    if (isEmpty) setText(this.message, emptyText(model));
    if (this.isFirst && model.standards.length === 1 && this.host.getState() === null) {
      this.expanded.add(model.standards[0]!.key);
    }
    this.header.update(model);
    this.summary.node.hidden = isEmpty;
    this.bar.node.hidden = isEmpty;
    this.summary.update(model, this.expanded);
    this.bar.update(model);
    this.tables.update(model);
    this.applyFilter();
    if (this.isFirst && !isEmpty) {
      this.isFirst = false;
      if (this.scrollTop > 0) window.scrollTo({ top: this.scrollTop });
    }
  }

  private applyFilter(): void {
    if (!this.model) return;
    const filter: PaneFilter = this.bar.value;
    const shown = this.tables.filter((row) => passes(row, filter));
    this.nothing.hidden = shown > 0 || !isFiltering(filter);
    this.bar.showCount(shown, this.model.rows.length);
    this.keyboard.refresh();
  }

  private onFilter(): void {
    this.applyFilter();
    this.save();
  }

  private onClick(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (!button) return;
    const { open, command, toggle, gapsOf } = button.dataset;
    if (open !== undefined) this.open(button, open);
    else if (command !== undefined) this.run(command);
    else if (toggle !== undefined) this.toggle(toggle);
    else if (gapsOf !== undefined) this.bar.set({ ...noFilter, standard: gapsOf, gap: 'any' });
  }

  private open(button: HTMLElement, what: string): void {
    if (!this.model) return;
    const key = button.closest('tr[data-key]')?.getAttribute('data-key');
    const row = key ? (this.tables.byKey(key)?.row ?? null) : null;
    const place = placeOf(
      what,
      row,
      this.model,
      Number(button.dataset['index'] ?? 0),
      Number(button.dataset['section'] ?? 0),
    );
    if (place) this.openPlace(place.path, place.span);
  }

  private openPlace(path: string, span: OffsetSpan): void {
    this.host.post({ type: 'open', path, span });
  }

  private run(name: string): void {
    const command = commands.find((known) => known === name);
    if (command) this.host.post({ type: 'command', command });
  }

  private toggle(key: string): void {
    if (!this.expanded.delete(key)) this.expanded.add(key);
    if (this.model) this.summary.update(this.model, this.expanded);
    this.save();
  }

  private onScroll(): void {
    const top = Math.round(window.scrollY);
    if (this.isFirst || Math.abs(top - this.scrollTop) < 8) return;
    this.scrollTop = top;
    this.save();
  }

  private save(): void {
    const { source, scrollTop } = this;
    this.host.setState({ source, scrollTop, filter: this.bar.value, expanded: [...this.expanded] });
  }

  /** The table heads stick below the bar, whose height depends on how its fields wrap. */
  private watchBarHeight(): void {
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--bar-height', `${this.bar.node.offsetHeight}px`);
    }).observe(this.bar.node);
  }
}

function emptyText(model: SoaModel): string {
  return model.path === null
    ? 'No standard is in scope yet. Tag the controls in your policies, or create a soa.yaml that names the standards.'
    : 'No standard is in scope yet. Name them in the soa.yaml below “standards”.';
}
