/** The bar below the table while rows are chosen: one value for one field of all of them, as one step for undo. */
import type { PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { DriverKind } from '../../../server/src/core/soa/types.js';
import type { EditableField, EditValue, PaneChange } from '../messages.js';
import { element, setAttributes, setText } from '../shared/dom.js';
import { t } from '../shared/texts.js';
import { suggestionLists } from './editor/rowFields.js';
import { controlOf, driverKinds, splitList, withDriver } from './editor/values.js';
import { applicabilityLabels, countOf, driverLabels, modelLabels, statusLabels } from './words.js';

type BulkName = Exclude<EditableField, 'evidence' | 'documents' | 'implementation' | 'notes'>;

interface BulkField {
  readonly label: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly isDate?: boolean;
  readonly list?: string;
}

const { yes, no, undecided } = applicabilityLabels;

const fields: Readonly<Record<BulkName, BulkField>> = {
  applicable: { label: t('Applicable'), choices: { yes, no, undecided } },
  status: { label: t('Status'), choices: { ...statusLabels, '': t('No status') } },
  owner: { label: t('Responsible'), list: suggestionLists.owner },
  drivers: { label: t('Add a driver'), choices: driverLabels },
  justification: { label: t('Justification') },
  target: { label: t('To be done by') },
  model: { label: t('Run by'), choices: { ...modelLabels, '': t('Not stated') } },
  supplier: { label: t('Supplier'), list: suggestionLists.supplier },
  decided: { label: t('Decided on'), isDate: true },
  decidedBy: { label: t('Decided by'), list: suggestionLists.decidedBy },
  review: { label: t('Look at again by'), isDate: true },
  expires: { label: t('Exclusion ends on'), isDate: true },
};

export interface BulkHost {
  /** The rows that are chosen. */
  chosen(): readonly PaneRow[];
  send(changes: readonly PaneChange[]): void;
  copy(rows: readonly PaneRow[]): void;
  clear(): void;
}

export class BulkBar {
  readonly node: HTMLElement;
  private readonly count = element('strong', {});
  private readonly field: HTMLSelectElement;
  private readonly value = element('span', { class: 'bulk-value' });
  private readonly set = element('button', { type: 'button', class: 'primary' }, t('Set'));

  constructor(private readonly host: BulkHost) {
    const options = Object.entries(fields).map(([value, { label }]) => element('option', { value }, label));
    this.field = element('select', { 'aria-label': t('What to set for the chosen controls') }, ...options);
    this.field.addEventListener('change', () => this.makeValue());
    this.set.addEventListener('click', () => this.apply());
    const copy = element('button', { type: 'button', class: 'secondary' }, t('Copy as Markdown'));
    copy.addEventListener('click', () => this.host.copy(this.host.chosen()));
    const clear = element('button', { type: 'button', class: 'secondary' }, t('Choose none'));
    clear.addEventListener('click', () => this.host.clear());
    const form = element('span', { class: 'bulk-form' }, this.field, this.value, this.set);
    this.node = element(
      'section',
      { class: 'bulk', 'aria-label': t('Chosen controls'), hidden: true },
      this.count,
      form,
      copy,
      clear,
    );
    this.makeValue();
  }

  update(count: number, isLocked: boolean): void {
    this.node.hidden = count === 0;
    setText(this.count, t('{0} chosen', countOf(count, 'control')));
    for (const control of [this.field, this.set, ...this.inputs()]) setAttributes(control, { disabled: isLocked });
  }

  private inputs(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.value.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  }

  private get name(): BulkName {
    return this.field.value as BulkName;
  }

  private makeValue(): void {
    const { label, choices, isDate, list } = fields[this.name];
    const inputs: HTMLElement[] = [];
    if (choices) {
      const options = Object.entries(choices).map(([value, text]) => element('option', { value }, text));
      inputs.push(element('select', { 'aria-label': label }, ...options));
    } else {
      inputs.push(
        element('input', {
          type: 'text',
          'aria-label': label,
          list,
          placeholder: isDate ? '2026-03-31' : null,
          autocomplete: 'off',
        }),
      );
    }
    if (this.name === 'drivers') {
      const name = t('Ids of the driver, separated by semicolons');
      inputs.push(
        element('input', { type: 'text', 'aria-label': name, placeholder: t('Ids, if any'), autocomplete: 'off' }),
      );
    }
    for (const input of inputs) {
      input.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && input instanceof HTMLInputElement) this.apply();
      });
    }
    this.value.replaceChildren(...inputs);
  }

  private apply(): void {
    const { name } = this;
    const changes = this.host
      .chosen()
      .map(
        (row): PaneChange => ({ kind: 'decision', control: controlOf(row), field: name, value: this.valueFor(row) }),
      );
    if (changes.length > 0) this.host.send(changes);
  }

  private valueFor(row: PaneRow): EditValue {
    const [first, second] = this.inputs().map(({ value }) => value.trim());
    switch (this.name) {
      case 'applicable':
        return first === 'undecided' ? 'undecided' : first === 'yes';
      case 'drivers':
        return withDriver(
          row,
          driverKinds.find((kind) => kind === first) ?? ('risk' satisfies DriverKind),
          splitList(second ?? ''),
        );
      default:
        return first ?? null;
    }
  }
}
