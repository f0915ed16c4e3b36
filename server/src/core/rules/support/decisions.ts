/** The decisions of a Statement of Applicability that count, and what the rules about them share. */

import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument } from '../../document.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import { listedDocuments } from '../../soa/listedDocuments.js';
import type { AdditionalControl, Decision, ManagementSystem, SystemStandard } from '../../soa/types.js';
import { additionalKey } from '../../soa/words.js';
import type { RelatedPlace } from '../types.js';
import { normaliseStatus } from './fields.js';
import { isForRoles, standardOf, systemOf } from './scope.js';

/** A decision with the control it is about. */
export interface DecidedControl {
  readonly decision: Decision;
  /** Of the catalog; for a control of the organisation's own one that is made here and stands in no catalog. */
  readonly entry: CatalogEntry;
  /** The standard in scope that the control belongs to, as the file names it; null for one of the organisation's own. */
  readonly scoped: SystemStandard | null;
  /** False for a control that is made for a role which the organisation does not have. */
  readonly isInRole: boolean;
}

/**
 * The decisions on controls of the standards in scope in the order of the file, then those on the organisation's own. Of
 * the others `unknown-decision` says that they count for nothing. None for a retired statement: nobody puts right what is
 * only kept.
 */
export function decidedControls(
  system: ManagementSystem,
  { catalog }: Pick<Snapshot, 'catalog'>,
): readonly DecidedControl[] {
  const known = decidedOf.get(system);
  if (known?.catalog === catalog) return known.controls;
  const controls = readDecided(system, catalog);
  decidedOf.set(system, { catalog, controls });
  return controls;
}

/** Every document of a management system is held against its decisions: which count is found out once. */
const decidedOf = new WeakMap<ManagementSystem, { catalog: Catalog; controls: readonly DecidedControl[] }>();

function readDecided(system: ManagementSystem, catalog: Catalog): DecidedControl[] {
  if (statusOf(system) === 'retired') return [];
  const byStandard = new Map(system.standards.map((scoped) => [standardOf(scoped, catalog)?.key, scoped] as const));
  const controls: DecidedControl[] = [];
  for (const decision of system.decisions) {
    const entry = decision.entryKey === null ? undefined : catalog.entry(decision.entryKey);
    const scoped = entry?.kind === 'control' ? byStandard.get(entry.standardKey) : undefined;
    if (entry && scoped) controls.push({ decision, entry, scoped, isInRole: isForRoles(entry, scoped.roles) });
  }
  for (const decision of system.additional ?? []) {
    controls.push({ decision, entry: ownEntry(decision), scoped: null, isInRole: true });
  }
  return controls;
}

function ownEntry({ written, title }: AdditionalControl): CatalogEntry {
  const id = written.trim();
  return { key: `${additionalKey}:${id}`, standardKey: additionalKey, id, kind: 'control', title: title?.value ?? id };
}

/** Those that apply, without the controls made for another role, of which `role-mismatch` speaks. */
export function applicableControls(system: ManagementSystem, snapshot: Snapshot): DecidedControl[] {
  return decidedControls(system, snapshot).filter(
    ({ decision, isInRole }) => isInRole && decision.applicable.value === 'yes',
  );
}

/** Those that are excluded, without the controls made for another role: there the role is the reason. */
export function excludedControls(system: ManagementSystem, snapshot: Snapshot): DecidedControl[] {
  return decidedControls(system, snapshot).filter(
    ({ decision, isInRole }) => isInRole && decision.applicable.value === 'no',
  );
}

/** The status of the statement with hyphens and in lower case; empty without one. */
export function statusOf(system: ManagementSystem): string {
  return normaliseStatus(system.status?.value ?? '');
}

/** Whether the statement says of itself that it is not finished. */
export function isBeingWritten(system: ManagementSystem): boolean {
  const status = statusOf(system);
  return status === 'draft' || status === 'in-review';
}

/** Whether the statement states a reason for the decision in words. */
export function hasJustification(decision: Decision): boolean {
  return (decision.justification?.value.trim() ?? '') !== '';
}

/**
 * Whether something is the habit of a file: at least half of those that could have it do. What is no habit may be kept
 * elsewhere on purpose, and asking for it on every row would hide everything else.
 */
export function isHabit<Item>(items: readonly Item[], has: (item: Item) => boolean): boolean {
  const count = items.filter(has).length;
  return count > 0 && count * 2 >= items.length;
}

/** A document that claims a control, or that its decision lists. */
export interface ServingDocument {
  readonly path: string;
  /** Null for a file of which we know no more than that it is there, such as a PDF. */
  readonly document: PolicyDocument | null;
  /** Where that is said. */
  readonly place: RelatedPlace;
}

/**
 * The documents of the management system that claim the control, by path, then those that the decision lists. Each is
 * looked at when it is asked for: a control may have thousands, and often the first one answers the question.
 */
export function* servingDocuments(
  { decision, entry }: DecidedControl,
  system: ManagementSystem,
  snapshot: Snapshot,
): Generator<ServingDocument> {
  const seen = new Set<string>();
  for (const places of snapshot.coverage.documentsOf(entry.key)) {
    const { path, claimCount } = places;
    if (claimCount === 0 || systemOf(path, snapshot) !== system) continue;
    const document = snapshot.documents.get(path);
    const first = places.claims[0];
    if (!document || !first) continue;
    seen.add(path);
    const message = t('{0} tags {1} here.', path, entry.id);
    yield { path, document, place: { path, span: first.reference.span, message } };
  }
  for (const { path, document, written } of listedDocuments(decision, system, snapshot)) {
    if (path === null || seen.has(path)) continue;
    seen.add(path);
    const message = t('{0} is listed for {1} here.', path, entry.id);
    yield { path, document, place: { path: system.path, span: written.span, message } };
  }
}
