/** The rows of the statement: one per control of a standard in scope. */
import type { Catalog, CatalogEntry } from '../catalog/types.js';
import { isForRoles } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import { type DocumentFilter, rowDocuments } from './documents.js';
import { rowEvidence } from './evidence.js';
import { findGaps } from './gaps.js';
import type { SoaRow } from './modelTypes.js';
import type { StandardInScope } from './scope.js';
import type { Decision, ManagementSystem } from './types.js';

export interface RowContext {
  readonly system: ManagementSystem | null;
  readonly snapshot: Snapshot;
  /** By catalog key. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Which documents belong to the system. */
  readonly filter: DocumentFilter;
}

/** The row of a control. `entry` must be a control of the standard. */
export function buildRow(entry: CatalogEntry, scoped: StandardInScope, context: RowContext): SoaRow {
  const { system, snapshot } = context;
  const decision = context.decisions.get(entry.key) ?? null;
  const documents = rowDocuments(entry.key, context.filter, snapshot);
  const evidence = (decision?.evidence ?? []).map((item) => rowEvidence(item, system?.folder ?? '', snapshot));
  const inRole = isForRoles(entry, scoped.roles);
  return {
    key: entry.key,
    standardKey: scoped.standard.key,
    standard: scoped.standard.standard,
    edition: scoped.standard.edition,
    id: entry.id,
    title: entry.title,
    groupKey: groupOf(entry, snapshot.catalog)?.key ?? scoped.standard.key,
    role: entry.role ?? null,
    isInRole: inRole,
    ...decisionFields(decision),
    documents: documents.documents,
    moreDocuments: documents.moreDocuments,
    mentions: documents.mentions,
    moreMentions: documents.moreMentions,
    evidence,
    decisionSpan: decision?.span ?? null,
    gaps: findGaps({
      id: entry.id,
      hasSystem: system !== null,
      hasDecision: decision !== null,
      isInRole: inRole,
      applicability: decision?.applicable.value ?? 'undecided',
      hasJustification: Boolean(decision?.justification),
      hasDrivers: Boolean(decision && decision.drivers.length > 0),
      status: decision?.status?.value ?? null,
      claimCount: documents.documents.length + documents.moreDocuments,
      mentionCount: documents.mentions.length + documents.moreMentions,
      hasEffectiveDocument: documents.hasEffective,
      documents: documents.documents,
      evidence,
    }),
  };
}

/** The theme, area, objective or group that an entry stands in, or null. */
export function groupOf(entry: CatalogEntry, catalog: Catalog): CatalogEntry | null {
  return entry.parent === undefined ? null : (catalog.find(entry.standardKey, entry.parent) ?? null);
}

function decisionFields(decision: Decision | null) {
  return {
    applicability: decision?.applicable.value ?? ('undecided' as const),
    justification: decision?.justification?.value ?? null,
    drivers: decision?.drivers ?? [],
    status: decision?.status?.value ?? null,
    owner: decision?.owner?.value ?? null,
    target: decision?.target?.value ?? null,
    implementation: decision?.implementation?.value ?? null,
    notes: decision?.notes?.value ?? null,
    decided: decision?.decided?.value ?? null,
    decidedBy: decision?.decidedBy?.value ?? null,
    review: decision?.review?.value ?? null,
  };
}
