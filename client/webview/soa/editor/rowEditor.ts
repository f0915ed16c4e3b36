/** The editor below a row: every field of its decision, each written as soon as the reader is done with it. */
import type { SoaRow } from '../../../../server/src/core/soa/modelTypes.js';
import type { EditableField, PaneChange } from '../../messages.js';
import { element, setText } from '../dom.js';
import { t } from '../texts.js';
import { modelLabels, statusLabels } from '../words.js';
import { ApplicabilityField, SelectField } from './choiceFields.js';
import { DriversField } from './driversField.js';
import { EvidenceField } from './evidenceField.js';
import type { Field } from './field.js';
import { TextField } from './textField.js';
import { controlOf } from './values.js';

export interface EditorHost {
  /** Sends changes; `field` is told what was refused. */
  commit(change: PaneChange, field: Field): void;
  /** A text in the editor has changed and is to be kept. */
  keep(): void;
}

/** Ids of the lists with suggestions that the page holds. */
export const suggestionLists = {
  owner: 'known-owners',
  supplier: 'known-suppliers',
  decidedBy: 'known-deciders',
} as const;

let editorCount = 0;

export class RowEditor {
  readonly node: HTMLElement;
  readonly key: string;
  private readonly fields: readonly Field[];
  private readonly title = element('h3', { id: `editor-${++editorCount}` });
  private readonly today = element('button', { type: 'button', class: 'link today' }, t('Today'));
  private asOf = '';

  constructor(
    private row: SoaRow,
    private readonly host: EditorHost,
  ) {
    this.key = row.key;
    this.fields = makeFields((field) => this.commit(field));
    this.node = element(
      'section',
      { class: 'editor', 'aria-labelledby': this.title.id },
      element('div', { class: 'editor-head' }, this.title, ...headButtons()),
      element('div', { class: 'fields' }, ...this.fields.map(({ node }) => node)),
    );
    this.field('decided')?.node.append(this.today);
    this.today.addEventListener('click', () => this.decideToday());
    this.node.addEventListener('input', () => this.host.keep());
    this.node.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Shows another state of the row; what the reader is typing stays. */
  show(row: SoaRow, asOf: string): void {
    this.row = row;
    this.asOf = asOf;
    setText(this.title, t('Decision on {0}', `${row.id} ${row.title}`));
    for (const field of this.fields) field.show(row);
  }

  /** Puts the focus on a field; on the first without a name. */
  focus(name: EditableField | null = null): void {
    (this.field(name ?? 'applicable') ?? this.fields[0]!).focus();
  }

  /** The field that has the focus. */
  focusedField(): EditableField | null {
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

  /** Sends what is typed and not yet sent, as leaving the field would. */
  commitAll(): void {
    for (const field of this.fields) if (field.isDirty) this.commit(field);
  }

  private field(name: string): Field | undefined {
    return this.fields.find((field) => field.name === name);
  }

  private commit(field: Field): void {
    if (field.takeForSending()) {
      this.host.commit({ control: controlOf(this.row), field: field.name, value: field.value() }, field);
    }
    this.host.keep();
  }

  private decideToday(): void {
    const field = this.field('decided');
    if (!field || this.asOf === '') return;
    field.fill(this.asOf);
    this.commit(field);
  }

  /** Escape takes back what is typed in the field; where nothing is, the event goes on and closes the editor. */
  private onKey(event: KeyboardEvent): void {
    const field = this.fields.find((each) => each.hasFocus());
    if (event.key === 'Escape' && field?.isDirty) {
      field.revert();
      this.host.keep();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && field) {
      this.commit(field);
      event.stopPropagation();
      event.preventDefault();
    }
  }
}

function headButtons(): HTMLElement[] {
  const button = (name: string, title: string, text: string) =>
    element('button', { type: 'button', class: 'link', 'data-editor': name, title }, text);
  return [
    button('previous', 'Alt+Up', t('Previous')),
    button('next', 'Alt+Down', t('Next')),
    button('undecided', 'Alt+N', t('Next undecided')),
    element('button', { type: 'button', class: 'link', 'data-open': 'decision' }, t('Show in soa.yaml')),
    button('close', 'Escape', t('Close')),
  ];
}

const exampleDate = '2026-03-31';

function makeFields(onCommit: (field: Field) => void): Field[] {
  const { owner, supplier, decidedBy } = suggestionLists;
  return [
    new ApplicabilityField(onCommit),
    new SelectField('status', t('Status'), statusLabels, t('No status'), onCommit),
    new TextField('target', t('To be done by'), { placeholder: '2026-09-30 or 2026-Q3' }, onCommit),
    new TextField('owner', t('Responsible'), { list: owner, placeholder: t('A role, such as Head of IT') }, onCommit),
    new TextField('justification', t('Justification'), { kind: 'lines' }, onCommit, 'half'),
    new TextField('implementation', t('How it is implemented'), { kind: 'lines' }, onCommit, 'half'),
    new DriversField(onCommit),
    new TextField(
      'documents',
      t('Documents without a tag'),
      { placeholder: t('Paths or ids; several with ;') },
      onCommit,
      'half',
    ),
    new SelectField('model', t('Run by'), modelLabels, t('Not stated'), onCommit),
    new TextField('supplier', t('Supplier'), { list: supplier }, onCommit),
    new TextField('decided', t('Decided on'), { placeholder: exampleDate }, onCommit),
    new TextField('decidedBy', t('Decided by'), { list: decidedBy }, onCommit),
    new EvidenceField(onCommit),
    new TextField('review', t('Look at again by'), { placeholder: exampleDate }, onCommit),
    new TextField('expires', t('Exclusion ends on'), { placeholder: exampleDate }, onCommit),
    new TextField('notes', t('Notes'), { kind: 'lines' }, onCommit, 'half'),
  ];
}
