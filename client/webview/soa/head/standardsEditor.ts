/** The standards in scope, each with its roles and amendments; one comes, one goes. */
import type { SoaStandard } from '../../../../server/src/core/soa/modelTypes.js';
import type { PaneModel } from '../../../../server/src/core/soa/paneTypes.js';
import type { OfferedMessage, PaneChange } from '../../messages.js';
import { element } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { FieldSet } from '../editor/fieldSet.js';
import { amendmentsField, RolesField, readStandardField } from './standardFields.js';

export interface HeadHost {
  /** Sends changes; `done` is told what was refused. */
  edit(changes: readonly PaneChange[], done: (refused: string | null) => void): void;
  /** A text has changed and is to be kept. */
  keep(): void;
}

export class StandardsEditor {
  readonly node = element('div', { class: 'standards-editor' });
  private readonly list = element('div', { class: 'standard-lines' });
  private readonly choice = element('select', { 'aria-label': t('Standard to add') });
  private readonly add = element('button', { type: 'button', class: 'secondary' }, t('Add to the scope'));
  private readonly addLine = element('p', { class: 'standard-add' }, this.choice, ' ', this.add);
  private readonly fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  private sets: FieldSet<PaneModel>[] = [];
  private signature = '';
  private model: PaneModel | null = null;
  private offered: OfferedMessage['standards'] = [];

  constructor(private readonly host: HeadHost) {
    const move = element(
      'button',
      { type: 'button', class: 'link', 'data-command': 'clausemark.moveToNextEdition' },
      t('Move to another edition …'),
    );
    this.addLine.append(' ', move);
    this.node.append(element('h3', {}, t('Standards in scope')), this.list, this.addLine, this.fault);
    this.add.addEventListener('click', () => this.send({ kind: 'addStandard', standard: this.choice.value }));
    this.list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-remove-standard]') : null;
      const standard = button?.dataset['removeStandard'];
      if (standard !== undefined) this.send({ kind: 'removeStandard', standard });
    });
  }

  drafts(): Record<string, string> {
    return Object.assign({}, ...this.sets.map((set) => set.drafts())) as Record<string, string>;
  }

  restore(texts: Readonly<Record<string, string>>): void {
    for (const set of this.sets) set.restore(texts);
  }

  commitAll(): void {
    for (const set of this.sets) set.commitAll();
  }

  offer(standards: OfferedMessage['standards']): void {
    this.offered = standards;
    this.showOffered();
  }

  show(model: PaneModel): void {
    this.model = model;
    const own = model.standards.filter(({ isAdditional }) => !isAdditional);
    const signature = JSON.stringify(own.map(({ name }) => name));
    if (signature !== this.signature) {
      this.signature = signature;
      this.sets = own.map((standard) => this.makeSet(standard, model));
      this.list.replaceChildren(...own.map((standard, index) => line(standard, this.sets[index]!, own.length > 1)));
      this.refuse(null);
    }
    for (const set of this.sets) set.show(model);
    this.showOffered();
  }

  private makeSet({ key, standard, name }: SoaStandard, model: PaneModel): FieldSet<PaneModel> {
    const hasRoles = model.rows.some((row) => row.standardKey === key && row.role !== null);
    const commit = (field: Parameters<FieldSet<PaneModel>['commit']>[0]) => set.commit(field);
    const fields = [
      ...(hasRoles ? [new RolesField(standard, t('The organisation is, for {0}', name), commit)] : []),
      amendmentsField(standard, t('Amendments of {0}', name), commit),
    ];
    const set: FieldSet<PaneModel> = new FieldSet(
      fields,
      (field) => {
        const named = readStandardField(field.name)!;
        const change = { kind: 'standard', standard, field: named.name, value: field.value() as string[] } as const;
        this.host.edit([change], (refused) => field.refuse(refused));
      },
      () => this.host.keep(),
    );
    return set;
  }

  private showOffered(): void {
    const there = new Set(this.model?.standards.map(({ standard }) => standard));
    const left = this.offered.filter(({ standard }) => !there.has(standard.split(':')[0]!));
    this.choice.hidden = left.length === 0;
    this.add.hidden = left.length === 0;
    const { value } = this.choice;
    this.choice.replaceChildren(...left.map(({ standard, name }) => element('option', { value: standard }, name)));
    if (left.some(({ standard }) => standard === value)) this.choice.value = value;
  }

  private send(change: PaneChange): void {
    this.host.edit([change], (refused) => this.refuse(refused));
  }

  private refuse(reason: string | null): void {
    this.fault.hidden = reason === null;
    this.fault.replaceChildren(...(reason === null ? [] : [icon('warning'), reason]));
  }
}

function line({ name, fullTitle, standard }: SoaStandard, set: FieldSet<PaneModel>, canGo: boolean): HTMLElement {
  const remove = element(
    'button',
    {
      type: 'button',
      class: 'link',
      'data-remove-standard': standard,
      'aria-label': t('Remove {0} from the scope', name),
    },
    t('Remove'),
  );
  return element(
    'div',
    { class: 'standard-line', role: 'group', 'aria-label': name },
    element('div', { class: 'standard-name', title: fullTitle }, name, ' ', canGo ? remove : null),
    set.node,
  );
}
