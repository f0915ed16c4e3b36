/** The filter bar: keeps its fields while the model changes, and tells the view when the reader changes one. */
import type { PaneModel } from '../../../server/src/core/soa/paneTypes.js';
import type { PaneFilter, PaneSort, SortName } from '../messages.js';
import { element, setAttributes, setText } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { countGaps, isFiltering, noFilter } from './filter.js';
import { sortLabels, standardOrder } from './sort.js';
import { isUndecided } from './undecided.js';
import { applicabilityLabels, countOf, countOfRows, gapLabels, statusLabels } from './words.js';

type Choice = readonly [value: string, label: string];
type SelectName = Exclude<keyof PaneFilter, 'text' | 'group'>;

export class FilterBar {
  private filter: PaneFilter;
  private readonly search: HTMLInputElement;
  private readonly selects: Readonly<Record<SelectName, HTMLSelectElement>>;
  private readonly sort: HTMLSelectElement;
  /** The theme that is shown alone; a click takes that back. */
  private readonly group: HTMLButtonElement;
  private readonly clear: HTMLButtonElement;
  private readonly undecided: HTMLButtonElement;
  private readonly choose: HTMLInputElement;
  private readonly count: HTMLElement;

  constructor(
    readonly node: HTMLElement,
    filter: PaneFilter,
    private readonly onChange: (filter: PaneFilter) => void,
    onSort: (sort: PaneSort) => void,
  ) {
    this.filter = filter;
    this.search = element('input', {
      type: 'search',
      class: 'search',
      placeholder: t('Filter by words, ids, owners …'),
      'aria-label': t('Filter by text'),
    });
    this.search.value = filter.text;
    this.selects = {
      standard: this.makeSelect('standard', t('Standard')),
      applicability: this.makeSelect('applicability', t('Applicability')),
      status: this.makeSelect('status', t('Status')),
      gap: this.makeSelect('gap', t('Gap')),
    };
    this.clear = element('button', { type: 'button', class: 'secondary' }, t('Clear filters'));
    this.count = element('p', { class: 'count', role: 'status' });
    this.node.setAttribute('role', 'search');
    this.node.setAttribute('aria-label', t('Filter controls'));
    this.sort = element(
      'select',
      { 'aria-label': t('Order'), class: 'select-sort' },
      ...Object.entries(sortLabels).map(([value, label]) => element('option', { value }, label)),
    );
    this.sort.addEventListener('change', () => onSort({ by: this.sort.value as SortName, isDescending: false }));
    this.group = element('button', { type: 'button', class: 'secondary chip' });
    this.undecided = element('button', { type: 'button', class: 'secondary', 'data-jump': 'undecided' });
    this.choose = element('input', { type: 'checkbox', 'data-choose': 'all' });
    const chooseAll = element('label', { class: 'choice choose-all' }, this.choose, t('All shown'));
    this.node.append(
      chooseAll,
      this.search,
      ...Object.values(this.selects),
      this.sort,
      this.group,
      this.clear,
      this.undecided,
      this.count,
    );
    this.group.addEventListener('click', () => {
      this.change({ group: '' });
      this.search.focus();
    });
    this.search.addEventListener('input', () => this.change({ text: this.search.value }));
    this.clear.addEventListener('click', () => {
      this.set(noFilter);
      this.search.focus();
    });
  }

  get value(): PaneFilter {
    return this.filter;
  }

  /** Sets the filter from outside; the fields follow. */
  set(filter: PaneFilter): void {
    this.filter = filter;
    this.search.value = filter.text;
    this.showSelected();
    this.onChange(filter);
  }

  /** Offers what the model has; a choice that is gone stays visible as long as it is chosen. */
  update(model: PaneModel): void {
    const gaps = countGaps(model);
    // As many as the filter will show: rows that are not in role are among them, though nothing counts them.
    const withGaps = model.rows.filter((row) => row.gaps.length > 0).length;
    this.fill('standard', [
      ['', t('All standards')],
      ...model.standards.map((standard): Choice => [standard.key, standard.name]),
    ]);
    this.fill('applicability', [
      ['', t('Any applicability')],
      ...Object.entries(applicabilityLabels).filter(([value]) => value !== 'outside' || model.counts.notInRole > 0),
    ]);
    this.fill('status', [['', t('Any status')], ...Object.entries(statusLabels), ['none', t('No status')]]);
    this.fill('gap', [
      ['', t('Gaps or not')],
      ['any', t('With gaps ({0})', withGaps)],
      ...Object.entries(gapLabels)
        .filter(([code]) => gaps.has(code) || this.filter.gap === code)
        .map(([code, label]): Choice => [code, `${label} (${gaps.get(code) ?? 0})`]),
    ]);
    const open = model.rows.filter(isUndecided).length;
    setText(this.undecided, t('Next undecided ({0})', open));
    setAttributes(this.undecided, { title: t('Key: N'), disabled: open === 0 });
    const group = model.standards.flatMap(({ groups }) => groups).find(({ key }) => key === this.filter.group);
    setText(this.group, `${group ? `${group.id} ${group.title}`.trim() : t('Theme')} ×`);
    this.group.title = t('Show all themes again');
    this.showSelected();
  }

  /** The order that is chosen, whoever has chosen it. */
  showSort(sort: PaneSort): void {
    this.sort.value = sort.by;
    this.sort.classList.toggle('chosen', sort.by !== standardOrder.by);
  }

  /** Whether all, none or some of the rows shown are chosen. */
  showChosen(chosen: number, shown: number): void {
    this.choose.checked = chosen > 0 && chosen === shown;
    this.choose.indeterminate = chosen > 0 && chosen < shown;
  }

  /** How many rows are shown, said aloud by screen readers when it changes. */
  showCount(shown: number, { rows, counts }: PaneModel): void {
    const all = rows.length;
    const isAll = shown === all && !isFiltering(this.filter);
    setText(this.count, isAll ? countOfRows(counts) : t('{0} of {1}', shown, countOf(all, 'control')));
    this.clear.hidden = !isFiltering(this.filter);
  }

  private makeSelect(name: SelectName, label: string): HTMLSelectElement {
    const select = element('select', { 'aria-label': label, class: `select-${name}` });
    select.addEventListener('change', () => this.change({ [name]: select.value }));
    return select;
  }

  private change(part: Partial<PaneFilter>): void {
    this.filter = { ...this.filter, ...part };
    this.showSelected();
    this.onChange(this.filter);
  }

  private fill(name: SelectName, choices: readonly Choice[]): void {
    const select = this.selects[name];
    const all = choices.some(([value]) => value === this.filter[name])
      ? choices
      : [...choices, [this.filter[name], this.filter[name]] as const];
    const same =
      select.options.length === all.length &&
      all.every(([value, label], index) => {
        const option = select.options[index]!;
        return option.value === value && option.text === label;
      });
    if (same) return;
    select.replaceChildren(...all.map(([value, label]) => element('option', { value }, label)));
  }

  private showSelected(): void {
    this.group.hidden = this.filter.group === '';
    for (const name of Object.keys(this.selects) as SelectName[]) {
      this.selects[name].value = this.filter[name];
      this.selects[name].classList.toggle('chosen', this.filter[name] !== '');
    }
  }
}
