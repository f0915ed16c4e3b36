/** Roles, suppliers, people and documents that other decisions name, as suggestions for the fields of the editor. */
import type { PaneModel } from '../../../server/src/core/soa/paneTypes.js';
import { element } from '../shared/dom.js';

type Name = 'owner' | 'supplier' | 'decidedBy' | 'documents';

/** A value, and the words beside it. */
type Suggestion = readonly [value: string, label: string];

export class Suggestions {
  readonly node = element('div', { hidden: true });
  private readonly shown = new Map<Name, string>();

  constructor(private readonly ids: Readonly<Record<Name, string>>) {
    for (const id of Object.values(ids)) this.node.append(element('datalist', { id }));
  }

  update(model: PaneModel): void {
    for (const name of Object.keys(this.ids) as Name[]) {
      const suggestions = name === 'documents' ? documentsOf(model) : namesOf(model, name);
      const signature = JSON.stringify(suggestions);
      if (this.shown.get(name) === signature) continue;
      this.shown.set(name, signature);
      const list = this.node.querySelector(`#${this.ids[name]}`);
      list?.replaceChildren(...suggestions.map(([value, label]) => element('option', { value }, label)));
    }
  }
}

function namesOf({ rows }: PaneModel, name: Exclude<Name, 'documents'>): Suggestion[] {
  return [...new Set(rows.flatMap((row) => row[name] ?? []))].sort().map((value) => [value, value]);
}

/** By id where a document has one, else by its path from the folder of the soa.yaml. */
function documentsOf({ rows, path: soa }: PaneModel): Suggestion[] {
  const folder = soa?.includes('/') ? soa.slice(0, soa.lastIndexOf('/') + 1) : '';
  const documents = new Map<string, string>();
  for (const { documents: claiming } of rows) {
    for (const { id, path, title } of claiming) {
      if (id !== null) documents.set(id, `${id} ${title}`);
      else if (path.startsWith(folder)) documents.set(path.slice(folder.length), title);
    }
  }
  return [...documents].sort(([a], [b]) => (a < b ? -1 : 1));
}
