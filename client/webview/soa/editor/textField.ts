/** A field with one text: a line or a few lines. Dates are lines, too: a date field would show them in the order of some country. */
import type { SoaRow } from '../../../../server/src/core/soa/modelTypes.js';
import type { EditValue } from '../../messages.js';
import { element } from '../dom.js';
import { Field, type OnCommit, setValue, type TextOptions } from './field.js';
import { splitList, type TextName, textOf } from './values.js';

export class TextField extends Field {
  private readonly input: HTMLInputElement | HTMLTextAreaElement;

  constructor(
    private readonly field: TextName,
    label: string,
    options: TextOptions,
    onCommit: OnCommit,
    className = '',
  ) {
    super(field, label, className);
    const { kind = 'line', placeholder, list } = options;
    const common = { id: this.id, placeholder, spellcheck: kind === 'lines' ? 'true' : 'false' };
    this.input =
      kind === 'lines'
        ? element('textarea', { ...common, rows: 3 })
        : element('input', { ...common, type: 'text', list, autocomplete: 'off' });
    this.input.addEventListener('change', () => onCommit(this));
    this.finish(this.input);
  }

  content(): string {
    return this.input.value.trim();
  }

  value(): EditValue {
    return this.field === 'documents' ? splitList(this.content()) : this.content();
  }

  fill(content: string): void {
    setValue(this.input, content);
  }

  controls(): HTMLElement[] {
    return [this.input];
  }

  protected contentOf(row: SoaRow): string {
    return textOf(row, this.field).trim();
  }
}
