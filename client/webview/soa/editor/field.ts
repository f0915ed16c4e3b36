/** A field of the editor: a label, something to fill in, and a place for what is wrong with it. */
import type { SoaRow } from '../../../../server/src/core/soa/modelTypes.js';
import type { EditableField, EditValue } from '../../messages.js';
import { element } from '../dom.js';
import { icon } from '../icons.js';

/** Called when the reader is done with a field whose content differs from what the file says. */
export type OnCommit = (field: Field) => void;

let fieldCount = 0;

export abstract class Field {
  readonly node: HTMLElement;
  protected readonly id = `field-${++fieldCount}`;
  /** What the file says, in the form of `content()`. */
  protected base = '';
  private isShown = false;
  /** What was sent last: a field that loses the focus twice is sent once. */
  private sent: string | null = null;
  private readonly fault: HTMLElement;

  constructor(
    readonly name: EditableField,
    label: string,
    className: string,
  ) {
    this.fault = element('p', { class: 'fault', id: `${this.id}-fault`, role: 'alert', hidden: true });
    this.node = element(
      'div',
      { class: `field field-${name} ${className}`, 'data-field': name },
      this.makeLabel(label),
    );
  }

  /** Everything in the field as one text, to compare and to keep. */
  abstract content(): string;
  /** What is sent for it. */
  abstract value(): EditValue;
  /** Fills in what `content` gave. */
  abstract fill(content: string): void;
  protected abstract contentOf(row: SoaRow): string;
  /** What can have the focus; the first one gets it. */
  abstract controls(): HTMLElement[];

  get isDirty(): boolean {
    return this.content() !== this.base;
  }

  /** Takes over what a row says, except where the reader has changed the field. */
  show(row: SoaRow): void {
    const next = this.contentOf(row);
    const wasDirty = this.isShown && this.isDirty;
    this.isShown = true;
    if (next !== this.base) this.sent = null;
    this.base = next;
    if (this.content() === next) this.refuse(null);
    else if (!wasDirty) this.fill(next);
  }

  revert(): void {
    this.fill(this.base);
    this.sent = null;
    this.refuse(null);
  }

  /** Says why the content was not written; null takes that back. */
  refuse(reason: string | null): void {
    this.fault.hidden = reason === null;
    this.fault.replaceChildren(...(reason === null ? [] : [icon('warning'), reason]));
    for (const control of this.controls()) {
      if (reason === null) {
        control.removeAttribute('aria-invalid');
        control.removeAttribute('aria-describedby');
      } else {
        control.setAttribute('aria-invalid', 'true');
        control.setAttribute('aria-describedby', this.fault.id);
      }
    }
  }

  focus(): void {
    this.controls()[0]?.focus();
  }

  hasFocus(): boolean {
    return this.node.contains(document.activeElement);
  }

  /** Whether the content is to be sent now; after that it is not sent again until it changes. */
  takeForSending(): boolean {
    const content = this.content();
    if (content === this.base || content === this.sent) return false;
    this.sent = content;
    return true;
  }

  protected finish(...children: Node[]): void {
    this.node.append(...children, this.fault);
  }

  protected makeLabel(label: string): HTMLElement {
    return element('label', { for: this.id, class: 'field-label' }, label);
  }
}

export interface TextOptions {
  readonly kind?: 'line' | 'lines';
  readonly placeholder?: string;
  /** Id of a list with suggestions. */
  readonly list?: string;
}

/** Sets the text of an input without moving the cursor where it is the same. */
export function setValue(input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  if (input.value !== value) input.value = value;
}
