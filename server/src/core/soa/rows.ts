/** The rows of the statement: one per control of a standard in scope, then those of the organisation's own. */
import type { Catalog, CatalogEntry } from '../catalog/types.js';
import { isForRoles } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import { type Asked, askedNothing, lacksSupplier } from './asked.js';
import { type DocumentFilter, listedRowDocument, type RowDocuments, rowDocuments } from './documents.js';
import { rowEvidences } from './evidence.js';
import { overdueExclusion } from './exclusion.js';
import { findGaps } from './gaps.js';
import { listedDocuments } from './listedDocuments.js';
import type { RowDocument, SoaRow } from './modelTypes.js';
import type { StandardInScope } from './scope.js';
import type { AdditionalControl, Decision, ManagementSystem } from './types.js';
import { additionalKey } from './words.js';

export interface RowContext {
  readonly system: ManagementSystem | null;
  readonly snapshot: Snapshot;
  /** By catalog key. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly asked: ReadonlyMap<Decision, Asked>;
  /** Which documents belong to the system. */
  readonly filter: DocumentFilter;
}

/** The row of a control. `entry` must be a control of the standard. */
export function buildRow(entry: CatalogEntry, scoped: StandardInScope, context: RowContext): SoaRow {
  const { snapshot } = context;
  const decision = context.decisions.get(entry.key) ?? null;
  const inRole = isForRoles(entry, scoped.roles);
  const tagged = rowDocuments(entry.key, context.filter, snapshot);
  const madeOf = [
    decision,
    context.system !== null,
    inRole,
    snapshot.today,
    scoped.standard.key,
    outsideOf(decision, context),
  ];
  const kept = keptRows.get(tagged);
  if (kept && madeOf.every((part, index) => part === kept.madeOf[index])) return kept.row;
  const head = {
    key: entry.key,
    standardKey: scoped.standard.key,
    standard: scoped.standard.standard,
    edition: scoped.standard.edition,
    id: entry.id,
    title: entry.title,
    groupKey: groupOf(entry, snapshot.catalog)?.key ?? scoped.standard.key,
    role: entry.role ?? null,
    isInRole: inRole,
    source: null,
    isAdditional: false,
  };
  const row = finishRow(head, decision, tagged, context);
  keptRows.set(tagged, { madeOf, row });
  return row;
}

interface KeptRow {
  /** Everything besides the documents that the row was made of. */
  readonly madeOf: readonly unknown[];
  readonly row: SoaRow;
}

/** What the documents say of a control is the same object until it changes; so is the row that was made of it. */
const keptRows = new WeakMap<RowDocuments, KeptRow>();

function askedOf(decision: Decision | null, { asked }: RowContext): Asked {
  return (decision && asked.get(decision)) ?? askedNothing;
}

/**
 * What a row takes from files that are no documents, from documents that are listed, and from the other decisions, as a text
 * to compare.
 */
function outsideOf(decision: Decision | null, context: RowContext): string {
  const { system, snapshot } = context;
  const evidence = rowEvidences(decision?.evidence ?? [], system?.folder ?? '', snapshot);
  const listed = decision && system ? listedDocuments(decision, system, snapshot) : [];
  const rows = listed.map(({ document, path }) => path && listedRowDocument(document, path, snapshot.today));
  const asked = askedOf(decision, context);
  return evidence.length + rows.length === 0 && asked === askedNothing ? '' : JSON.stringify([evidence, rows, asked]);
}

const noDocuments: RowDocuments = {
  documents: [],
  moreDocuments: 0,
  mentions: [],
  moreMentions: 0,
  hasEffective: false,
};

/** The row of a control of the organisation's own: only the decision itself can list documents for it. */
export function buildAdditionalRow(control: AdditionalControl, context: RowContext): SoaRow {
  const id = control.written.trim();
  const head = {
    key: `${additionalKey}:${id}`,
    standardKey: additionalKey,
    standard: additionalKey,
    edition: '',
    id,
    title: control.title?.value ?? id,
    groupKey: additionalKey,
    role: null,
    isInRole: true,
    source: control.source?.value ?? null,
    isAdditional: true,
  };
  return finishRow(head, control, noDocuments, context);
}

type Head = Pick<
  SoaRow,
  | 'key'
  | 'standardKey'
  | 'standard'
  | 'edition'
  | 'id'
  | 'title'
  | 'groupKey'
  | 'role'
  | 'isInRole'
  | 'source'
  | 'isAdditional'
>;

function finishRow(head: Head, decision: Decision | null, tagged: RowDocuments, context: RowContext): SoaRow {
  const { system, snapshot } = context;
  const found = withListed(tagged, decision, context);
  const evidence = rowEvidences(decision?.evidence ?? [], system?.folder ?? '', snapshot);
  return {
    ...head,
    ...decisionFields(decision),
    documents: found.documents,
    moreDocuments: found.moreDocuments,
    mentions: found.mentions,
    moreMentions: found.moreMentions,
    listedDocuments: (decision?.documents ?? []).map(({ value }) => value),
    missingDocuments: found.missingDocuments,
    evidence,
    decisionSpan: decision?.span ?? null,
    gaps: findGaps({
      id: head.id,
      hasSystem: system !== null,
      hasDecision: decision !== null,
      isInRole: head.isInRole,
      applicability: decision?.applicable.value ?? 'undecided',
      hasJustification: Boolean(decision?.justification),
      hasDrivers: Boolean(decision && decision.drivers.length > 0),
      asked: askedOf(decision, context),
      lacksSupplier: decision !== null && lacksSupplier(decision),
      status: decision?.status?.value ?? null,
      claimCount: found.documents.length + found.moreDocuments,
      tagCount: tagged.documents.length + tagged.moreDocuments,
      mentionCount: found.mentions.length + found.moreMentions,
      hasEffectiveDocument: found.hasEffective,
      documents: found.documents,
      missingDocuments: found.missingDocuments,
      evidence,
      overdueExclusion: decision && overdueExclusion(decision, snapshot.today),
    }),
  };
}

type FoundDocuments = RowDocuments & Pick<SoaRow, 'missingDocuments'>;

/** Adds the documents that the decision lists to those that claim the control by a tag. */
function withListed(tagged: RowDocuments, decision: Decision | null, { system, snapshot }: RowContext): FoundDocuments {
  if (!decision?.documents?.length || !system) return { ...tagged, missingDocuments: [] };
  const listed = listedDocuments(decision, system, snapshot);
  const paths = new Set(listed.map(({ path }) => path));
  const documents = tagged.documents.map(
    (one): RowDocument => (paths.has(one.path) ? { ...one, statedBy: 'both' } : one),
  );
  const missingDocuments: { text: string; span: Decision['span'] }[] = [];
  let { hasEffective } = tagged;
  for (const { written, document, path } of listed) {
    if (path === null) missingDocuments.push({ text: written.value, span: written.span });
    else if (!documents.some((other) => other.path === path)) {
      const row = listedRowDocument(document, path, snapshot.today);
      hasEffective ||= row.concern === null;
      documents.push(row);
    }
  }
  const mentions = tagged.mentions.filter((one) => !paths.has(one.path));
  return { ...tagged, documents, mentions, hasEffective, missingDocuments };
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
    expires: decision?.expires?.value ?? null,
    model: decision?.model?.value ?? null,
    supplier: decision?.supplier?.value ?? null,
  };
}
