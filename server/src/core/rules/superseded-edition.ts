/** A reference to a withdrawn edition where the newer one is in force. */
import type { Catalog, CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import { namesSuccessorOnLine } from './support/crosswalk.js';
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
import type { StatedEdition } from './support/source.js';
import { joinSome, quoted, shortName, withTitle } from './support/wording.js';
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
      const { newest, entries } = superseded;
      // Tags of one list stand side by side without telling a reader anything.
      if (!reference.isTag && namesSuccessorOnLine(entries, newest, index, document, snapshot.catalog)) return;
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
      superseded.entries.every(isGroup) || (stated?.edition === superseded.old.edition && !reference.isTag)
        ? 'information'
        : undefined,
    fixes: fixesOf(superseded, stated, reference, document, snapshot),
  };
}

function messageOf({ old, newest, entries }: Superseded, reference: Reference, catalog: Catalog): string {
  const [first] = entries;
  if (entries.length > 1 || reference.ids.length > 1) {
    const moves = entries.map((entry) => {
      const successors = successorsOf(entry, newest, catalog);
      return `${entry.id} → ${successors.map((successor) => successor.id).join(' and ') || 'nothing'}`;
    });
    return `These are numbers of ${shortName(old)}, which was replaced by ${shortName(newest)}: ${joinSome(moves, 6)}.`;
  }
  if (isGroup(first!)) return messageOfGroup(first!, newest, catalog);
  const successors = successorsOf(first!, newest, catalog);
  if (successors.some((successor) => successor.id === first!.id && sameTitle(successor, first!))) {
    return (
      `This cites ${shortName(old)}, which was replaced by ${shortName(newest)}. ` +
      `The number and title of ${first!.id} (${first!.title}) are the same in both; name the edition in force.`
    );
  }
  const numberNow = catalog.find(newest.key, first!.id);
  const lead = numberNow
    ? `In ${shortName(newest)} ${first!.id} is ${quoted(numberNow.title)}.`
    : `${shortName(newest)} has no ${/^\d/.test(first!.id) ? 'clause ' : ''}${first!.id}.`;
  return `${lead} ${historySentence(first!, successors, newest, catalog)}`;
}

/** A group has no successor of its own: it is told where its controls went. */
function messageOfGroup(group: CatalogEntry, newest: Standard, catalog: Catalog): string {
  const old = catalog.standard(group.standardKey)!;
  const was = `In ${shortName(old)} ${group.id} was the group ${quoted(group.title)}.`;
  const heirs = groupsOfHeirs(group, newest, catalog);
  if (heirs.length === 0) return `${was} ${shortName(newest)} is ordered differently: cite the control that is meant.`;
  return `${was} In ${shortName(newest)} its controls are in ${joinSome(heirs.map(withTitle), 3)}.`;
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
    message:
      `${withTitle(entries[0]!)} is a number of ${shortName(old)}, which is withdrawn; ${shortName(newest)} is in force. ` +
      'Nothing here says that you have moved to it yet: set the edition in soa.yaml to have every number checked.',
    severity: 'information',
  };
}
