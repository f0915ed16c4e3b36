/** A reference to a withdrawn edition where the newer one is in force. */

import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { listedSuccessor, namesSuccessorOnLine } from './support/crosswalk.js';
import {
  groupsOfHeirs,
  historySentence,
  isEditionInScope,
  isEditionStated,
  replacementOf,
  statedEditionOf,
  successorsOf,
} from './support/editions.js';
import { lookUp, replaces } from './support/lookup.js';
import { replaceWithEntry, replaceWithSeveral } from './support/replace.js';
import { lineSpanAt, type StatedEdition } from './support/source.js';
import { describeId, joinSome, joinWords, quoted, shortName, withTitle } from './support/wording.js';
import type { Fix, Report, Rule, TextEdit } from './types.js';

export const supersededEdition: Rule = {
  code: 'superseded-edition',
  defaultSeverity: 'warning',
  title: 'A reference to a withdrawn edition of a standard',
  checkDocument(document, snapshot, report) {
    const seen = new Map<Standard, 'in scope' | 'reminded'>();
    document.references.forEach((reference, index) => {
      const superseded = reference.isCrosswalk ? null : supersededEntries(reference, snapshot);
      if (!superseded) return;
      const { newest } = superseded;
      // Tags of one list stand side by side without telling a reader anything.
      if (!reference.isTag && explainsItself(superseded, index, document, snapshot)) return;
      if (!reference.isTag && isTheSameToday(superseded, reference, document, snapshot)) return;
      if (!seen.has(newest) && isEditionInScope(newest, document, snapshot)) seen.set(newest, 'in scope');
      if (seen.get(newest) === 'in scope') report(reportSuperseded(superseded, reference, document, snapshot));
      else if (!seen.has(newest)) {
        // Nobody has moved to the new edition here: one reminder per document is enough.
        seen.set(newest, 'reminded');
        report(remindOfWithdrawal(superseded, reference));
      }
    });
  },
};

/** Whether the line itself says what became of the number, rather than listing old and new as if both were in force. */
function explainsItself(
  { newest, entries }: Superseded,
  index: number,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  return (
    namesSuccessorOnLine(entries, newest, index, document, snapshot.catalog) &&
    !listedSuccessor(entries, newest, index, document, snapshot)
  );
}

/** "Clauses 9.2 and 9.3" below a heading that names the old year: the numbers are right in either edition. */
function isTheSameToday(
  { old, newest, entries }: Superseded,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  if (statedEditionOf(reference, old, document, snapshot)) return false;
  return entries.every((entry) => {
    const successors = successorsOf(entry, newest, snapshot.catalog);
    return successors.length === 1 && successors[0]!.id === entry.id && sameTitle(successors[0]!, entry);
  });
}

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

function reportSuperseded(
  superseded: Superseded,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Report {
  const stated = statedEditionOf(reference, superseded.old, document, snapshot);
  return {
    span: reference.span,
    message: messageOf(superseded, reference, snapshot.catalog),
    tag: 'deprecated',
    // A text that writes the old year beside the number knows which edition it cites; a tag claims it for today.
    severity:
      superseded.entries.every(isGroup) || (!reference.isTag && statesOld(superseded.old, stated, reference, document))
        ? 'information'
        : undefined,
    fixes: fixesOf(superseded, stated, reference, document, snapshot),
  };
}

/** Whether the line names the old edition, before the number or, where nothing stands before it, behind it. */
function statesOld(
  old: Standard,
  stated: StatedEdition | null,
  reference: Reference,
  document: PolicyDocument,
): boolean {
  if (stated) return stated.edition === old.edition;
  const line = lineSpanAt(document, reference.span.start);
  return (document.named ?? []).some(
    ({ standard, edition, span }) =>
      standard === old.standard && edition === old.edition && span.start >= line.start && span.end <= line.end,
  );
}

function messageOf({ old, newest, entries }: Superseded, reference: Reference, catalog: Catalog): string {
  const [first] = entries;
  if (entries.length > 1 || reference.ids.length > 1) {
    const moves = entries.map((entry) => {
      const successors = successorsOf(entry, newest, catalog);
      return `${entry.id} → ${joinWords(successors.map((successor) => successor.id)) || t('nothing')}`;
    });
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

/** A group has no successor of its own: it is told where its controls went. */
function messageOfGroup(group: CatalogEntry, newest: Standard, catalog: Catalog): string {
  const old = catalog.standard(group.standardKey)!;
  const was = t('In {0} {1} was the group {2}.', shortName(old), group.id, quoted(group.title));
  const heirs = groupsOfHeirs(group, newest, catalog);
  const now =
    heirs.length === 0
      ? t('{0} is ordered differently: cite the control that is meant.', shortName(newest))
      : t('In {0} its controls are in {1}.', shortName(newest), joinSome(heirs.map(withTitle), 3));
  return `${was} ${now}`;
}

function isGroup(entry: CatalogEntry): boolean {
  return entry.kind === 'theme' || entry.kind === 'objective';
}

function sameTitle(one: CatalogEntry, other: CatalogEntry): boolean {
  return one.title.toLowerCase() === other.title.toLowerCase();
}

function fixesOf(
  superseded: Superseded,
  stated: StatedEdition | null,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Fix[] {
  const { old, newest, entries } = superseded;
  if (entries.length !== reference.ids.length) return [];
  const successors = entries.map((entry) => successorsOf(entry, newest, snapshot.catalog));
  if (successors.some((some) => some.length === 0)) return [];
  const editions = { from: old.edition, to: newest.edition };
  const removal = removalBeside(superseded, reference, document, snapshot);
  if (removal) return [removal];
  const alsoEdit = yearEdit(stated, reference, document, editions);
  if (entries.length > 1) {
    const ids = [...new Set(successors.flat().map((entry) => entry.id))];
    return [replaceWithSeveral(document, reference, ids, snapshot.textOf(document.path), { editions, alsoEdit })];
  }
  // Where the edition is named further up (a heading, a table's header), the number alone would be wrong under it.
  const isNamedElsewhere = !stated && reference.edition === old.edition && reference.resolvedBy !== 'catalog';
  const isPreferred = successors[0]!.length === 1 && !(isNamedElsewhere && isNearby(reference));
  return successors[0]!
    .map((entry) => replaceWithEntry(document, reference, entry, { editions, isPreferred, alsoEdit }))
    .filter((fix) => changesSomething(fix, reference));
}

/** `A.8.15, A.12.4.1`: what the number became stands in the same list already, so the number goes with its comma. */
function removalBeside(
  { newest, entries }: Superseded,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): Fix | null {
  const { references, path } = document;
  const index = references.indexOf(reference);
  const listed = reference.isTag ? null : listedSuccessor(entries, newest, index, document, snapshot);
  if (!listed) return null;
  const span = listed.isBefore
    ? { start: references[index - 1]!.span.end, end: reference.span.end }
    : { start: reference.span.start, end: references[index + 1]!.span.start };
  const title = t('Remove {0}: {1} stands beside it', reference.id, listed.successor.id);
  return { title, edits: [{ path, span, newText: '' }], isPreferred: true };
}

function isNearby({ resolvedBy }: Reference): boolean {
  return (
    resolvedBy === 'block' || resolvedBy === 'heading' || resolvedBy === 'front-matter' || resolvedBy === 'document'
  );
}

/** The edit that brings the year before the reference up to date, unless the year is part of the reference itself. */
function yearEdit(
  stated: StatedEdition | null,
  reference: Reference,
  document: PolicyDocument,
  editions: { from: string; to: string },
): TextEdit[] {
  if (!stated || stated.edition !== editions.from || stated.span.end > reference.span.start) return [];
  return [{ path: document.path, span: stated.span, newText: editions.to }];
}

function changesSomething(fix: Fix, reference: Reference): boolean {
  return fix.edits.some((edit) => edit.span.start !== reference.span.start || edit.newText !== reference.text);
}

function remindOfWithdrawal({ old, newest, entries }: Superseded, reference: Reference): Report {
  return {
    span: reference.span,
    message: t(
      '{0} is a number of {1}, which is withdrawn; {2} is in force. Nothing here says that you have moved to it yet: set the edition in soa.yaml to have every number checked.',
      withTitle(entries[0]!),
      shortName(old),
      shortName(newest),
    ),
    severity: 'information',
  };
}
