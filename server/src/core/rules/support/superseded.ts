/** Which withdrawn entries a reference names, and how a reader is told what became of them. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import {
  groupsOfHeirs,
  historySentence,
  isEditionInScope,
  isEditionStated,
  replacementOf,
  sameTitle,
  successorsOf,
} from './editions.js';
import { lookUp, replaces } from './lookup.js';
import { describeId, joinSome, joinWords, quoted, shortName, withTitle } from './wording.js';

export interface Superseded {
  readonly old: Standard;
  readonly newest: Standard;
  /** The withdrawn entries that the reference names. */
  readonly entries: readonly CatalogEntry[];
}

/** The withdrawn entries of a reference; null where it names none, or where `unknown-reference` speaks of it. */
export function supersededEntries(reference: Reference, snapshot: Snapshot): Superseded | null {
  const { catalog } = snapshot;
  const entries: CatalogEntry[] = [];
  for (const looked of lookUp(reference, catalog)) {
    if (!looked.entry) continue;
    if (looked.state === 'other-edition') {
      const isOlder = replaces(looked.standard, catalog.standard(looked.entry.standardKey)!, catalog);
      if (!isOlder || isEditionStated(looked, reference)) continue;
    }
    entries.push(looked.entry);
  }
  const old = entries[0] ? catalog.standard(entries[0].standardKey) : undefined;
  const newest = old ? replacementOf(old, catalog) : null;
  return old && newest ? { old, newest, entries: entries.filter((entry) => entry.standardKey === old.key) } : null;
}

/** Whether the number itself is one that is no longer valid: `superseded-edition` says so, and what it is today. */
export function isSuperseded(reference: Reference, document: PolicyDocument, snapshot: Snapshot): boolean {
  const superseded = reference.isCrosswalk ? null : supersededEntries(reference, snapshot);
  return superseded !== null && isEditionInScope(superseded.newest, document, snapshot);
}

/** What became of the numbers of a reference, in one or two sentences. */
export function messageOf({ old, newest, entries }: Superseded, reference: Reference, catalog: Catalog): string {
  const [first] = entries;
  if (entries.length > 1 || reference.ids.length > 1) {
    const moves = entries.map((entry) => `${entry.id} → ${becameOf(entry, newest, catalog)}`);
    return t(
      'These are numbers of {0}, which was replaced by {1}: {2}.',
      shortName(old),
      shortName(newest),
      joinSome(moves, 6),
    );
  }
  if (isGroup(first!)) return messageOfGroup(first!, newest, catalog);
  const successors = successorsOf(first!, newest, catalog);
  if (successors.some((successor) => successor.id === first!.id && sameTitle(successor, first!))) {
    return t(
      'This cites {0}, which was replaced by {1}. The number and title of {2} are the same in both; name the edition in force.',
      shortName(old),
      shortName(newest),
      withTitle(first!),
    );
  }
  const numberNow = catalog.find(newest.key, first!.id);
  const lead = numberNow
    ? t('In {0} {1} is {2}.', shortName(newest), first!.id, quoted(numberNow.title))
    : t('{0} has no {1}.', shortName(newest), describeId(first!.id));
  return `${lead} ${historySentence(first!, successors, newest, catalog)}`;
}

/** In a list of numbers: the ids of today; of a group, which has no successor of its own, where its controls are. */
function becameOf(entry: CatalogEntry, newest: Standard, catalog: Catalog): string {
  const successors = successorsOf(entry, newest, catalog);
  const heirs = successors.length === 0 && isGroup(entry) ? groupsOfHeirs(entry, newest, catalog) : [];
  if (heirs.length > 0) return t('controls in {0}', joinWords(heirs.map(({ id }) => id)));
  return joinWords(successors.map(({ id }) => id)) || t('nothing');
}

/** A group has no successor of its own: it is told where its controls went. */
function messageOfGroup(group: CatalogEntry, newest: Standard, catalog: Catalog): string {
  const old = catalog.standard(group.standardKey)!;
  const was =
    group.kind === 'objective'
      ? t('In {0} {1} was the control objective {2}.', shortName(old), group.id, quoted(group.title))
      : t('In {0} {1} was the group {2}.', shortName(old), group.id, quoted(group.title));
  const heirs = groupsOfHeirs(group, newest, catalog);
  const now =
    heirs.length === 0
      ? t('{0} is ordered differently: cite the control that is meant.', shortName(newest))
      : t('In {0} its controls are in {1}.', shortName(newest), joinSome(heirs.map(withTitle), 3));
  return `${was} ${now}`;
}

/** Whether an entry of the annex is a group of controls. */
export function isGroup(entry: CatalogEntry): boolean {
  return entry.kind === 'theme' || entry.kind === 'objective';
}
