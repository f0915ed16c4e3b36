/** Fields in which one of a few words is chosen. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditableField, EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { applicabilityLabels } from '../words.js';
import { Field, type OnCommit, setValue } from './field.js';

/** A list to choose from; the first line stands for nothing. */
export class SelectField<Source = PaneRow> extends Field<Source> {
  private readonly select: HTMLSelectElement;

  /** @param read what the source says; empty where it says nothing */
  constructor(
    name: string,
    label: string,
    labels: Readonly<Record<string, string>>,
    nothing: string,
    private readonly read: (source: Source) => string,
    onCommit: OnCommit,
  ) {
    super(name, label, '');
    const choices: [string, string][] = [['', nothing], ...Object.entries(labels)];
    this.select = element(
      'select',
      { id: this.id },
      ...choices.map(([value, text]) => element('option', { value }, text)),
    );
    this.select.addEventListener('change', () => onCommit(this));
    this.finish(this.select);
  }

  content(): string {
    return this.select.value;
  }

  value(): EditValue {
    return this.content();
  }

  fill(content: string): void {
    setValue(this.select, content);
  }

  controls(): HTMLElement[] {
    return [this.select];
  }

  protected contentOf(source: Source): string {
    return this.read(source);
  }
}

const choices = ['yes', 'no', 'undecided'] as const;
const icons = { yes: 'check', no: 'cross', undecided: 'question' } as const;

/** Yes, no or undecided, side by side. */
export class ApplicabilityField extends Field {
  private readonly radios: readonly HTMLInputElement[];

  constructor(onCommit: OnCommit) {
    super('applicable' satisfies EditableField, t('Applicable'), '');
    const name = `${this.id}-choice`;
    this.radios = choices.map((value) => element('input', { type: 'radio', name, value }));
    const labels = this.radios.map((radio, index) => {
      const choice = choices[index]!;
      radio.addEventListener('change', () => onCommit(this));
      return element('label', { class: 'choice' }, radio, icon(icons[choice]), applicabilityLabels[choice]);
    });
    this.finish(
      element('div', { class: 'choices', role: 'radiogroup', 'aria-labelledby': `${this.id}-label` }, ...labels),
    );
  }

  content(): string {
    return this.radios.find((radio) => radio.checked)?.value ?? '';
  }

  value(): EditValue {
    const content = this.content();
    return content === 'undecided' || content === '' ? 'undecided' : content === 'yes';
  }

  fill(content: string): void {
    for (const radio of this.radios) radio.checked = radio.value === content;
  }

  /** The one that is chosen comes first: it gets the focus. */
  controls(): HTMLElement[] {
    return [...this.radios].sort((a, b) => Number(b.checked) - Number(a.checked));
  }

  protected contentOf(row: PaneRow): string {
    return !row.hasDecision ? '' : row.applicability;
  }

  protected override makeLabel(label: string): HTMLElement {
    return element('span', { id: `${this.id}-label`, class: 'field-label' }, label);
  }
}
