/** Ids that the standard does not have: what they are instead, in words, and where an older control has gone. */

import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { joinWords } from '../../rules/support/wording.js';
import { controlsOf, entryNumbered, idText, type WrittenId } from './ids.js';

/** Why an id was not placed: a clause, a group, an id of another edition, or nothing at all. */
export function explainUnknown(ids: readonly WrittenId[], standard: Standard | null, catalog: Catalog): string {
  const names = ids.map(idText).join(', ');
  if (!standard) return t('Nothing tells which standard {0} belongs to.', names);
  const [id] = ids;
  const entry = id && entryNumbered(id.letter, id.number, standard, catalog);
  if (entry) return t('{0} ({1}) is a heading of {2}, not a control.', entry.id, entry.title, standard.name);
  const clause = id && id.letter === '' ? catalog.find(standard.key, id.number) : undefined;
  if (clause)
    return t('{0} ({1}) is a clause; a statement of applicability lists controls only.', clause.id, clause.title);
  const older = id && olderControl(id, standard, catalog);
  if (older) return explainOlder(older.control, older.standard, standard, catalog);
  const newer = catalog
    .editions(standard.standard)
    .filter((edition) => edition !== standard)
    .map((edition) => ({ edition, control: id ? controlsOf(id, edition, catalog)[0] : undefined }))
    .find(({ control }) => control !== undefined);
  if (newer)
    return t('{0} has no {1}; in {2} it is “{3}”.', standard.name, names, newer.edition.name, newer.control!.title);
  return t('{0} has no {1}.', standard.name, names);
}

function explainOlder(control: CatalogEntry, older: Standard, standard: Standard, catalog: Catalog): string {
  const now = catalog.successors(control.key).filter(({ standardKey }) => standardKey === standard.key);
  const [only] = now;
  const others =
    only && now.length === 1 ? catalog.predecessors(only.key).filter(({ key }) => key !== control.key) : [];
  if (only && others.length > 0) {
    return t(
      '{0} ({1}) is a control of {2}; since {3} that is {4}, which {5} became as well: decide once for all of them.',
      control.id,
      control.title,
      older.name,
      standard.edition,
      only.id,
      joinWords(others.map(({ id }) => id)),
    );
  }
  return now.length === 0
    ? t('{0} ({1}) is a control of {2}; it has no successor.', control.id, control.title, older.name)
    : t(
        '{0} ({1}) is a control of {2}; since {3} that is {4}.',
        control.id,
        control.title,
        older.name,
        standard.edition,
        now.map(({ id }) => id).join(', '),
      );
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
