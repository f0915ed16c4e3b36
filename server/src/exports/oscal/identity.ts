/** Whom a statement is about, and the ids of what it names: the same in every export, and of nothing else. */
import type { SoaModel, SoaRow } from '../../core/soa/modelTypes.js';
import { distinctTokens, line, markupLine } from './texts.js';

/** The organisation on one line; null where the record names none. */
export function organisationOf({ header }: SoaModel): string | null {
  return header.organisation?.trim() ? line(header.organisation) : null;
}

/** `Management system of Example Ltd` */
export function systemName(model: SoaModel): string {
  const organisation = organisationOf(model);
  return organisation === null ? 'Management system' : `Management system of ${organisation}`;
}

/**
 * What the UUIDs of a system are made of. Several systems of one organisation lie in folders of their own, and where nobody
 * names the organisation, the scope has to tell one system from another.
 */
export function systemKey(model: SoaModel): string {
  const folder = model.path?.includes('/') ? [model.path.slice(0, model.path.lastIndexOf('/'))] : [];
  const scope = organisationOf(model) === null && model.header.scope !== null ? [model.header.scope] : [];
  const more = [...folder, ...scope];
  return more.length === 0 ? systemName(model) : JSON.stringify([systemName(model), ...more]);
}

/** What the UUIDs of documents and evidence are made of: systems of one organisation share them. */
export function ownerKey(model: SoaModel): string {
  return organisationOf(model) ?? systemKey(model);
}

/** The role of whoever made the document. */
export const creator = 'creator';

export interface Role {
  readonly id: string;
  readonly title: string;
}

/** The responsible roles of a statement, by what `roleKey` makes of their names. Upper and lower case make no other role. */
export function rolesOf(rows: readonly SoaRow[]): ReadonlyMap<string, Role> {
  const titles = new Map<string, string>();
  for (const { owner } of rows) {
    const key = owner === null ? null : roleKey(owner);
    if (key !== null && !titles.has(key)) titles.set(key, markupLine(owner!));
  }
  const ids = distinctTokens([...titles.keys()].sort(), [creator]);
  return new Map([...ids].map(([key, id]) => [key, { id, title: titles.get(key)! }]));
}

/** Null for a name of blanks. */
export function roleKey(owner: string): string | null {
  return owner.trim() === '' ? null : line(owner).toLowerCase();
}
