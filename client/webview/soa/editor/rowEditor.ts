/** The editor below a row: every field of its decision, each written as soon as the reader is done with it. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditableField, PaneChange } from '../../messages.js';
import { element, setText } from '../../shared/dom.js';
import { t } from '../../shared/texts.js';
import type { SentField } from './field.js';
import { FieldSet } from './fieldSet.js';
import { rowFields } from './rowFields.js';
import { controlOf } from './values.js';

export interface EditorHost {
  /** Sends changes; `field` is told what was refused. */
  commit(change: PaneChange, field: SentField): void;
  /** A text in the editor has changed and is to be kept. */
  keep(): void;
}

let editorCount = 0;

export class RowEditor {
  readonly node: HTMLElement;
  readonly key: string;
  private readonly set: FieldSet<PaneRow>;
  private readonly title = element('h3', { id: `editor-${++editorCount}` });
  private readonly today = element('button', { type: 'button', class: 'link today' }, t('Today'));
  private asOf = '';

  constructor(
    private row: PaneRow,
    host: EditorHost,
  ) {
    this.key = row.key;
    const fields = rowFields(row, (field) => this.set.commit(field));
    this.set = new FieldSet(fields, (field) => host.commit(this.changeOf(field), field), host.keep);
    this.node = element(
      'section',
      { class: 'editor', 'aria-labelledby': this.title.id },
      element('div', { class: 'editor-head' }, this.title, ...headButtons(row)),
      this.set.node,
    );
    this.set.field('decided')?.node.append(this.today);
    this.today.addEventListener('click', () => this.decideToday());
  }

  /** Shows another state of the row; what the reader is typing stays. */
  show(row: PaneRow, asOf: string): void {
    this.row = row;
    this.asOf = asOf;
    setText(this.title, t('Decision on {0}', `${row.id} ${row.title}`));
    this.set.show(row);
  }

  /** Puts the focus on a field; on the first without a name. */
  focus(name: string | null = null): void {
    (this.set.field(name ?? 'applicable') ?? this.set.fields[0]!).focus();
  }

  /** The field that has the focus. */
  focusedField(): string | null {
    return this.set.focused();
  }

  /** Texts that are not written yet, by field. */
  drafts(): Record<string, string> {
    return this.set.drafts();
  }

  restore(texts: Readonly<Record<string, string>>): void {
    this.set.restore(texts);
  }

  /** Sends what is typed and not yet sent, as leaving the field would. */
  commitAll(): void {
    this.set.commitAll();
  }

  private changeOf(field: SentField): PaneChange {
    const control = controlOf(this.row);
    const value = field.value();
    if (field.name === 'id') return { kind: 'rename', control, to: String(value) };
    return { kind: 'decision', control, field: field.name as EditableField, value };
  }

  private decideToday(): void {
    const field = this.set.field('decided');
    if (!field || this.asOf === '') return;
    field.fill(this.asOf);
    this.set.commit(field);
  }
}

function headButtons({ isAdditional }: PaneRow): HTMLElement[] {
  const button = (name: string, title: string, text: string) =>
    element('button', { type: 'button', class: 'link', 'data-editor': name, title }, text);
  return [
    button('previous', 'Alt+↑', t('Previous')),
    button('next', 'Alt+↓', t('Next')),
    button('undecided', 'Alt+N', t('Next undecided')),
    element('button', { type: 'button', class: 'link', 'data-open': 'decision' }, t('Show in soa.yaml')),
    ...(isAdditional ? [button('remove', t('Takes this control out of soa.yaml'), t('Remove'))] : []),
    button('close', 'Escape', t('Close')),
  ];
}
