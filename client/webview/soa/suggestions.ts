/** Roles, suppliers and people that other decisions name, as suggestions for the fields of the editor. */
import type { SoaModel, SoaRow } from '../../../server/src/core/soa/modelTypes.js';
import { element } from '../shared/dom.js';

type Name = 'owner' | 'supplier' | 'decidedBy';

export class Suggestions {
  readonly node = element('div', { hidden: true });
  private readonly shown = new Map<Name, string>();

  constructor(private readonly ids: Readonly<Record<Name, string>>) {
    for (const id of Object.values(ids)) this.node.append(element('datalist', { id }));
  }

  update(model: SoaModel): void {
    for (const name of Object.keys(this.ids) as Name[]) {
      const values = [...new Set(model.rows.flatMap((row: SoaRow) => row[name] ?? []))].sort();
      const signature = values.join('\n');
      if (this.shown.get(name) === signature) continue;
      this.shown.set(name, signature);
      const list = this.node.querySelector(`#${this.ids[name]}`);
      list?.replaceChildren(...values.map((value) => element('option', { value })));
    }
  }
}
