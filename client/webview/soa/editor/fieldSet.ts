/** Fields of one subject: they follow it, keep what is typed, and are each sent when the reader is done with them. */
import { element } from '../../shared/dom.js';
import type { Field, SentField } from './field.js';

export class FieldSet<Source> {
  readonly node: HTMLElement;

  /**
   * @param send what is done with a field whose content is to be written
   * @param keep a text has changed and is to be kept
   */
  constructor(
    readonly fields: readonly Field<Source>[],
    private readonly send: (field: SentField) => void,
    private readonly keep: () => void,
  ) {
    this.node = element('div', { class: 'fields' }, ...fields.map(({ node }) => node));
    this.node.addEventListener('input', () => keep());
    this.node.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Shows another state of the subject; what the reader is typing stays. */
  show(source: Source): void {
    for (const field of this.fields) field.show(source);
  }

  field(name: string): Field<Source> | undefined {
    return this.fields.find((field) => field.name === name);
  }

  /** The name of the field that has the focus. */
  focused(): string | null {
    return this.fields.find((field) => field.hasFocus())?.name ?? null;
  }

  /** Texts that are not written yet, by field. */
  drafts(): Record<string, string> {
    return Object.fromEntries(
      this.fields.filter((field) => field.isDirty).map((field) => [field.name, field.content()]),
    );
  }

  restore(texts: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(texts)) {
      try {
        this.field(name)?.fill(text);
      } catch {
        // A draft of an older version of the pane is not worth an error.
      }
    }
  }

  commit(field: SentField): void {
    if (field.takeForSending()) this.send(field);
    this.keep();
  }

  /** Sends what is typed and not yet sent, as leaving the field would. */
  commitAll(): void {
    for (const field of this.fields) if (field.isDirty) this.commit(field);
  }

  /** Escape takes back what is typed in the field; where nothing is, the event goes on and closes the editor. */
  private onKey(event: KeyboardEvent): void {
    const field = this.fields.find((each) => each.hasFocus());
    if (event.key === 'Escape' && field?.isDirty) {
      field.revert();
      this.keep();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && field) {
      this.commit(field);
      event.stopPropagation();
      event.preventDefault();
    }
  }
}
