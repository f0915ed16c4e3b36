/** Ids that the standard does not have: what they are instead, in words, and where an older control has gone. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import { controlsOf, entryNumbered, idText, type WrittenId } from './ids.js';

/** Why an id was not placed: a clause, a group, an id of another edition, or nothing at all. */
export function explainUnknown(ids: readonly WrittenId[], standard: Standard | null, catalog: Catalog): string {
  const names = ids.map(idText).join(', ');
  if (!standard) return `Nothing tells which standard ${names} belongs to.`;
  const [id] = ids;
  const entry = id && entryNumbered(id.letter, id.number, standard, catalog);
  if (entry) return `${entry.id} (${entry.title}) is a heading of ${standard.name}, not a control.`;
  const clause = id && id.letter === '' ? catalog.find(standard.key, id.number) : undefined;
  if (clause) return `${clause.id} (${clause.title}) is a clause; a statement of applicability lists controls only.`;
  const older = id && olderControl(id, standard, catalog);
  if (older) return explainOlder(older.control, older.standard, standard, catalog);
  const newer = catalog
    .editions(standard.standard)
    .filter((edition) => edition !== standard)
    .map((edition) => ({ edition, control: id ? controlsOf(id, edition, catalog)[0] : undefined }))
    .find(({ control }) => control !== undefined);
  if (newer) return `${standard.name} has no ${names}; in ${newer.edition.name} it is “${newer.control!.title}”.`;
  return `${standard.name} has no ${names}.`;
}

function explainOlder(control: CatalogEntry, older: Standard, standard: Standard, catalog: Catalog): string {
  const now = catalog.successors(control.key).filter(({ standardKey }) => standardKey === standard.key);
  const became =
    now.length === 0
      ? 'it has no successor'
      : `since ${standard.edition} that is ${now.map(({ id }) => id).join(', ')}`;
  return `${control.id} (${control.title}) is a control of ${older.name}; ${became}.`;
}

function olderControl(id: WrittenId, standard: Standard, catalog: Catalog) {
  const older = standard.supersedes === undefined ? undefined : catalog.standard(standard.supersedes);
  const [control] = older ? controlsOf(id, older, catalog) : [];
  return older && control ? { standard: older, control } : null;
}

export interface Move {
  readonly from: CatalogEntry & { readonly edition: string };
  readonly to: CatalogEntry;
}

/** Where a control of the edition before has gone; null unless it became exactly one, which was nothing else before. */
export function migrated(id: WrittenId, standard: Standard, catalog: Catalog): Move | null {
  const older = id.to ? null : olderControl(id, standard, catalog);
  if (!older) return null;
  const now = catalog.successors(older.control.key).filter(({ standardKey }) => standardKey === standard.key);
  const [only] = now;
  if (!only || now.length > 1 || catalog.predecessors(only.key).length > 1) return null;
  return { from: { ...older.control, edition: older.standard.name }, to: only };
}
