/** Why a control was chosen: one line per kind, with its ids. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { DriverKind } from '../../../../server/src/core/soa/types.js';
import type { EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { t } from '../../shared/texts.js';
import { driverLabels } from '../words.js';
import { Field, type OnCommit, setValue } from './field.js';
import { type DriverEntries, driverKinds, driversOf, driversValue } from './values.js';

const examples: Readonly<Record<DriverKind, string>> = {
  risk: 'R-012; R-015',
  legal: 'GDPR Art. 32',
  contractual: t('Framework agreement, schedule 3'),
  business: t('Customers ask for it'),
  baseline: t('Good practice'),
};

interface Line {
  readonly box: HTMLInputElement;
  readonly ids: HTMLInputElement;
}

export class DriversField extends Field {
  private readonly lines: Readonly<Record<DriverKind, Line>>;

  constructor(onCommit: OnCommit) {
    super('drivers', t('Drivers'), '');
    const lines: Partial<Record<DriverKind, Line>> = {};
    const nodes = driverKinds.map((kind) => {
      const box = element('input', { type: 'checkbox' });
      const label = t('{0}: ids, separated by semicolons', driverLabels[kind]);
      const ids = element('input', {
        type: 'text',
        placeholder: examples[kind],
        'aria-label': label,
        autocomplete: 'off',
      });
      lines[kind] = { box, ids };
      box.addEventListener('change', () => {
        if (!box.checked) ids.value = '';
        onCommit(this);
      });
      ids.addEventListener('change', () => {
        if (ids.value.trim() !== '') box.checked = true;
        onCommit(this);
      });
      return element(
        'div',
        { class: 'driver-line' },
        element('label', { class: 'choice' }, box, driverLabels[kind]),
        ids,
      );
    });
    this.lines = lines as Record<DriverKind, Line>;
    this.finish(
      element('div', { class: 'driver-lines', role: 'group', 'aria-labelledby': `${this.id}-label` }, ...nodes),
    );
  }

  content(): string {
    return JSON.stringify(driversValue(this.entries()));
  }

  value(): EditValue {
    return driversValue(this.entries());
  }

  fill(content: string): void {
    const drivers = JSON.parse(content) as PaneRow['drivers'];
    const entries = driversOf({ drivers });
    for (const kind of driverKinds) {
      this.lines[kind].box.checked = entries[kind].isOn;
      setValue(this.lines[kind].ids, entries[kind].ids);
    }
  }

  controls(): HTMLElement[] {
    return driverKinds.flatMap((kind) => [this.lines[kind].box, this.lines[kind].ids]);
  }

  protected contentOf(row: PaneRow): string {
    return JSON.stringify(driversValue(driversOf(row)));
  }

  protected override makeLabel(label: string): HTMLElement {
    return element('span', { id: `${this.id}-label`, class: 'field-label' }, label);
  }

  private entries(): DriverEntries {
    const entries = driverKinds.map((kind) => {
      const { box, ids } = this.lines[kind];
      return [kind, { isOn: box.checked, ids: ids.value }];
    });
    return Object.fromEntries(entries) as DriverEntries;
  }
}
