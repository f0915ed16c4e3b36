/** A field of the editor: a label, something to fill in, and a place for what is wrong with it. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';

/** What is needed of a field to send its content and to say what became of it. */
export interface SentField {
  readonly name: string;
  value(): EditValue;
  takeForSending(): boolean;
  refuse(reason: string | null): void;
}

/** Called when the reader is done with a field whose content differs from what the file says. */
export type OnCommit = (field: SentField) => void;

let fieldCount = 0;

/** @typeParam Source what it shows a part of: a row, or the head of the statement */
export abstract class Field<Source = PaneRow> implements SentField {
  readonly node: HTMLElement;
  protected readonly id = `field-${++fieldCount}`;
  /** What the file says, in the form of `content()`. */
  protected base = '';
  private isShown = false;
  /** What was sent last: a field that loses the focus twice is sent once. */
  private sent: string | null = null;
  private readonly fault: HTMLElement;

  constructor(
    readonly name: string,
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
  protected abstract contentOf(source: Source): string;
  /** What can have the focus; the first one gets it. */
  abstract controls(): HTMLElement[];

  get isDirty(): boolean {
    return this.content() !== this.base;
  }

  /** Takes over what the source says, except where the reader has changed the field. */
  show(source: Source): void {
    const next = this.contentOf(source);
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

/** Sets the text of an input without moving the cursor where it is the same. */
export function setValue(input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  if (input.value !== value) input.value = value;
}
