/** What one standard in scope says beside its edition: for whom its controls are made, and its amendments. */
import type { PaneModel } from '../../../../server/src/core/soa/paneTypes.js';
import type { EditValue } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { Field, type OnCommit } from '../editor/field.js';
import { TextField } from '../editor/textField.js';
import { joinList } from '../editor/values.js';
import { roleLabels } from '../words.js';

const roles = ['controller', 'processor'] as const;

/** Name of a field of a standard: `roles of 27701`. */
function standardField(name: 'roles' | 'amendments', standard: string): string {
  return `${name} of ${standard}`;
}

/** What `standardField` has put together; null for a field of the head itself. */
export function readStandardField(field: string): { name: 'roles' | 'amendments'; standard: string } | null {
  const match = /^(roles|amendments) of (.+)$/.exec(field);
  return match ? { name: match[1] as 'roles' | 'amendments', standard: match[2]! } : null;
}

export function amendmentsField(standard: string, label: string, onCommit: OnCommit): Field<PaneModel> {
  const read = ({ standards }: PaneModel) =>
    joinList(standards.find((one) => one.standard === standard)?.amendments ?? []);
  const name = standardField('amendments', standard);
  return new TextField<PaneModel>(name, label, { isList: true, placeholder: 'Amd 1:2024', read }, onCommit);
}

/** As whom the organisation acts: the controls of the standard are made for one of the two, or both. */
export class RolesField extends Field<PaneModel> {
  private readonly boxes: readonly HTMLInputElement[];

  constructor(
    private readonly standard: string,
    label: string,
    onCommit: OnCommit,
  ) {
    super(standardField('roles', standard), label, '');
    this.boxes = roles.map((value) => element('input', { type: 'checkbox', value }));
    const labels = this.boxes.map((box, index) => {
      box.addEventListener('change', () => onCommit(this));
      return element('label', { class: 'choice' }, box, roleLabels[roles[index]!]);
    });
    this.finish(element('div', { class: 'choices', role: 'group', 'aria-labelledby': `${this.id}-label` }, ...labels));
  }

  content(): string {
    return this.boxes
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
      .join(' ');
  }

  value(): EditValue {
    return this.content().split(' ').filter(Boolean);
  }

  fill(content: string): void {
    const chosen = content.split(' ');
    for (const box of this.boxes) box.checked = chosen.includes(box.value);
  }

  controls(): HTMLElement[] {
    return [...this.boxes];
  }

  protected contentOf({ standards }: PaneModel): string {
    const stated = standards.find(({ standard }) => standard === this.standard)?.roles ?? [];
    return roles.filter((role) => stated.includes(role)).join(' ');
  }

  protected override makeLabel(label: string): HTMLElement {
    return element('span', { id: `${this.id}-label`, class: 'field-label' }, label);
  }
}
