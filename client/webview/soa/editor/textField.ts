/** A field with one text: a line or a few lines. Dates are lines, too: a date field would show them in the order of some country. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { Field, type OnCommit, setValue } from './field.js';
import { splitList } from './values.js';

export interface TextOptions<Source> {
  readonly kind?: 'line' | 'lines';
  readonly placeholder?: string;
  /** Id of a list with suggestions. */
  readonly list?: string;
  /** Several texts, separated by semicolons, which are sent as a list. */
  readonly isList?: boolean;
  /** What the source says; empty where it says nothing. */
  readonly read: (source: Source) => string;
}

export class TextField<Source = PaneRow> extends Field<Source> {
  private readonly input: HTMLInputElement | HTMLTextAreaElement;

  constructor(
    name: string,
    label: string,
    private readonly options: TextOptions<Source>,
    onCommit: OnCommit,
    className = '',
  ) {
    super(name, label, className);
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
    return this.options.isList ? splitList(this.content()) : this.content();
  }

  fill(content: string): void {
    setValue(this.input, content);
  }

  controls(): HTMLElement[] {
    return [this.input];
  }

  protected contentOf(source: Source): string {
    return this.options.read(source).trim();
  }
}
