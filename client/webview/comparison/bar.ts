/** The filter of a comparison: kinds of change, what became of a control, standard, words. */
import type { ChangeKind, StatementDiff } from '../../../server/src/core/soa/compare/types.js';
import { element, setText } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { countKinds, isFiltering, noFilter } from './filter.js';
import type { ComparisonFilter } from './messages.js';
import { countOfControls, fateLabels, kindLabels } from './words.js';

export class ComparisonBar {
  readonly node: HTMLElement;
  private readonly kindBoxes = element('div', {
    class: 'choices kinds',
    role: 'group',
    'aria-label': t('Kinds of change'),
  });
  private readonly search: HTMLInputElement;
  private readonly fate = element('select', { 'aria-label': t('What became of the control') });
  private readonly standard = element('select', { 'aria-label': t('Standard') });
  private readonly clear = element('button', { type: 'button', class: 'secondary' }, t('Clear filters'));
  private readonly copy = element('button', { type: 'button', class: 'secondary' }, t('Copy as Markdown'));
  private readonly count = element('p', { class: 'count', role: 'status' });

  constructor(
    private filter: ComparisonFilter,
    private readonly onChange: (filter: ComparisonFilter) => void,
    onCopy: () => void,
  ) {
    this.search = element('input', {
      type: 'search',
      class: 'search',
      placeholder: t('Filter by words, ids, policies …'),
      'aria-label': t('Filter by text'),
    });
    this.search.value = filter.text;
    this.node = element(
      'div',
      { class: 'bar', role: 'search', 'aria-label': t('Filter changes') },
      this.search,
      this.fate,
      this.standard,
      this.clear,
      this.copy,
      this.count,
      this.kindBoxes,
    );
    this.search.addEventListener('input', () => this.change({ text: this.search.value }));
    this.fate.addEventListener('change', () => this.change({ fate: this.fate.value }));
    this.standard.addEventListener('change', () => this.change({ standard: this.standard.value }));
    this.kindBoxes.addEventListener('change', () => this.change({ kinds: this.chosenKinds() }));
    this.copy.addEventListener('click', onCopy);
    this.clear.addEventListener('click', () => {
      this.change(noFilter);
      this.search.value = '';
      this.search.focus();
    });
  }

  get value(): ComparisonFilter {
    return this.filter;
  }

  /** Offers what the comparison has. What was chosen and is gone is chosen no more. */
  update(diff: StatementDiff): void {
    const counts = countKinds(diff);
    const standards = [...new Set(diff.controls.map(({ standard }) => standard))];
    const fates = new Set<string>(diff.controls.map(({ kind }) => kind));
    this.filter = {
      ...this.filter,
      kinds: this.filter.kinds.filter((kind) => counts.has(kind)),
      standard: standards.includes(this.filter.standard) ? this.filter.standard : '',
      fate: fates.has(this.filter.fate) ? this.filter.fate : '',
    };
    const boxes = [...counts].map(([kind, count]) =>
      element(
        'label',
        { class: 'choice' },
        element('input', { type: 'checkbox', name: 'kind', value: kind }),
        `${kindLabels[kind]} (${count})`,
      ),
    );
    this.kindBoxes.replaceChildren(...boxes);
    fillSelect(
      this.fate,
      t('Any change'),
      Object.entries(fateLabels).filter(([kind]) => fates.has(kind)),
    );
    fillSelect(
      this.standard,
      t('All standards'),
      standards.map((each) => [each, each === 'additional' ? t('Own controls') : each]),
    );
    this.standard.hidden = standards.length < 2;
    this.show();
  }

  showCount(shown: number, all: number): void {
    setText(this.count, shown === all ? countOfControls(all) : t('{0} of {1}', shown, countOfControls(all)));
    this.copy.disabled = shown === 0;
  }

  private chosenKinds(): ChangeKind[] {
    const boxes = [...this.kindBoxes.querySelectorAll<HTMLInputElement>('input')];
    return boxes.filter(({ checked }) => checked).map(({ value }) => value as ChangeKind);
  }

  private change(part: Partial<ComparisonFilter>): void {
    this.filter = { ...this.filter, ...part };
    this.show();
    this.onChange(this.filter);
  }

  private show(): void {
    for (const box of this.kindBoxes.querySelectorAll<HTMLInputElement>('input')) {
      box.checked = this.filter.kinds.includes(box.value as ChangeKind);
    }
    this.fate.value = this.filter.fate;
    this.standard.value = this.filter.standard;
    for (const select of [this.fate, this.standard]) select.classList.toggle('chosen', select.value !== '');
    this.clear.hidden = !isFiltering(this.filter);
  }
}

function fillSelect(select: HTMLSelectElement, all: string, choices: readonly (readonly [string, string])[]): void {
  const options = [['', all] as const, ...choices].map(([value, label]) => element('option', { value }, label));
  select.replaceChildren(...options);
}
