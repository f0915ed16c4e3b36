/** The decisions of a Statement of Applicability that count, and what the rules about them share. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import type { Snapshot } from '../../snapshot.js';
import type { Decision, ManagementSystem } from '../../soa/types.js';
import { normaliseStatus } from './fields.js';
import { isForRoles, standardOf, systemOf } from './scope.js';

/** A decision with the control it is about. */
export interface DecidedControl {
  readonly decision: Decision;
  readonly entry: CatalogEntry;
  /** The standard in scope that the control belongs to, as the file names it. */
  readonly scoped: ManagementSystem['standards'][number];
  /** False for a control that is made for a role which the organisation does not have. */
  readonly isInRole: boolean;
}

/**
 * The decisions on controls of the standards in scope, in the order of the file. Of the others `unknown-decision` says
 * that they count for nothing. None for a retired statement: nobody puts right what is only kept.
 */
export function decidedControls(system: ManagementSystem, snapshot: Snapshot): DecidedControl[] {
  if (statusOf(system) === 'retired') return [];
  const byStandard = new Map(
    system.standards.map((scoped) => [standardOf(scoped, snapshot.catalog)?.key, scoped] as const),
  );
  const controls: DecidedControl[] = [];
  for (const decision of system.decisions) {
    const entry = decision.entryKey === null ? undefined : snapshot.catalog.entry(decision.entryKey);
    const scoped = entry?.kind === 'control' ? byStandard.get(entry.standardKey) : undefined;
    if (entry && scoped) controls.push({ decision, entry, scoped, isInRole: isForRoles(entry, scoped.roles) });
  }
  return controls;
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

/** A document that claims a control, with the first place where it does. */
export interface ClaimingDocument {
  readonly document: PolicyDocument;
  readonly reference: Reference;
}

/** The documents of the management system that claim the entry, by path. */
export function claimingDocuments(entryKey: string, system: ManagementSystem, snapshot: Snapshot): ClaimingDocument[] {
  const claiming: ClaimingDocument[] = [];
  for (const { path, claims } of snapshot.coverage.documentsOf(entryKey)) {
    const document = snapshot.documents.get(path);
    const first = claims[0];
    if (document && first && systemOf(path, snapshot) === system) {
      claiming.push({ document, reference: first.reference });
    }
  }
  return claiming;
}
