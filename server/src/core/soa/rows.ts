/** The rows of the statement: one per control of a standard in scope, then those of the organisation's own. */
import type { Catalog, CatalogEntry } from '../catalog/types.js';
import { isForRoles } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import { type Asked, askedNothing, lacksSupplier } from './asked.js';
import { type DocumentFilter, listedRowDocument, type RowDocuments, rowDocuments } from './documents.js';
import { rowEvidences } from './evidence.js';
import { overdueExclusion } from './exclusion.js';
import { findGaps } from './gaps.js';
import { type ListedDocument, listedDocuments } from './listedDocuments.js';
import type { RowDocument, RowEvidence, SoaRow } from './modelTypes.js';
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
  const outside = outsideOf(decision, context);
  const madeOf = [
    decision,
    context.system !== null,
    inRole,
    snapshot.today,
    scoped.standard.key,
    printOf(outside, snapshot),
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
  const row = finishRow(head, decision, tagged, outside, context);
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

/** What a row takes from files that are no documents, from documents that are listed, and from the other decisions. */
interface Outside {
  readonly evidence: readonly RowEvidence[];
  readonly listed: readonly ListedDocument[];
  readonly asked: Asked;
}

const nothingOutside: Outside = { evidence: [], listed: [], asked: askedNothing };

function outsideOf(decision: Decision | null, context: RowContext): Outside {
  const { system, snapshot } = context;
  const asked = askedOf(decision, context);
  const hasFiles = decision !== null && (decision.evidence.length > 0 || Boolean(decision.documents?.length));
  if (!hasFiles) return asked === askedNothing ? nothingOutside : { ...nothingOutside, asked };
  return {
    evidence: rowEvidences(decision.evidence, system?.folder ?? '', snapshot),
    listed: system ? listedDocuments(decision, system, snapshot) : [],
    asked,
  };
}

/** A text to compare. */
function printOf(outside: Outside, { today }: Snapshot): string {
  if (outside === nothingOutside) return '';
  const rows = outside.listed.map(({ document, path, isOutside, isFolder }) =>
    path ? listedRowDocument(document, path, today, isFolder) : isOutside,
  );
  return JSON.stringify([outside.evidence, rows, outside.asked]);
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
  return finishRow(head, control, noDocuments, outsideOf(control, context), context);
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

/** Field by field: with so many of them spreading objects takes ten times as long. */
function finishRow(
  head: Head,
  decision: Decision | null,
  tagged: RowDocuments,
  outside: Outside,
  context: RowContext,
): SoaRow {
  const found = withListed(tagged, outside.listed, context);
  return {
    key: head.key,
    standardKey: head.standardKey,
    standard: head.standard,
    edition: head.edition,
    id: head.id,
    title: head.title,
    groupKey: head.groupKey,
    role: head.role,
    isInRole: head.isInRole,
    source: head.source,
    isAdditional: head.isAdditional,
    applicability: decision?.applicable.value ?? 'undecided',
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
    documents: found.documents,
    moreDocuments: found.moreDocuments,
    mentions: found.mentions,
    moreMentions: found.moreMentions,
    listedDocuments: (decision?.documents ?? []).map(({ value }) => value),
    outsideDocuments: found.outsideDocuments,
    missingDocuments: found.missingDocuments,
    evidence: outside.evidence,
    decisionSpan: decision?.span ?? null,
    gaps: gapsOf(head, decision, tagged, found, outside, context),
  };
}

function gapsOf(
  head: Head,
  decision: Decision | null,
  tagged: RowDocuments,
  found: FoundDocuments,
  { evidence, asked }: Outside,
  { system, snapshot }: RowContext,
): SoaRow['gaps'] {
  return findGaps({
    id: head.id,
    hasSystem: system !== null,
    hasDecision: decision !== null,
    isInRole: head.isInRole,
    applicability: decision?.applicable.value ?? 'undecided',
    hasJustification: Boolean(decision?.justification),
    hasDrivers: Boolean(decision && decision.drivers.length > 0),
    asked,
    lacksSupplier: decision !== null && lacksSupplier(decision),
    status: decision?.status?.value ?? null,
    claimCount: found.documents.length + found.moreDocuments + found.outsideDocuments.length,
    tagCount: tagged.documents.length + tagged.moreDocuments,
    mentionCount: found.mentions.length + found.moreMentions,
    hasEffectiveDocument: found.hasEffective,
    documents: found.documents,
    missingDocuments: found.missingDocuments,
    evidence,
    overdueExclusion: decision && overdueExclusion(decision, snapshot.today),
  });
}

interface FoundDocuments extends RowDocuments, Pick<SoaRow, 'outsideDocuments' | 'missingDocuments'> {}

/** Adds the documents that the decision lists to those that claim the control by a tag. */
function withListed(tagged: RowDocuments, listed: readonly ListedDocument[], { snapshot }: RowContext): FoundDocuments {
  if (listed.length === 0) return { ...tagged, outsideDocuments: [], missingDocuments: [] };
  const paths = new Set(listed.map(({ path }) => path));
  const documents = tagged.documents.map(
    (one): RowDocument => (paths.has(one.path) ? { ...one, statedBy: 'both' } : one),
  );
  const missingDocuments: { text: string; span: Decision['span'] }[] = [];
  const outsideDocuments = [...new Set(listed.flatMap((one) => (one.isOutside ? [one.written.value] : [])))];
  // They may be all that is asked for.
  let hasEffective = tagged.hasEffective || outsideDocuments.length > 0;
  for (const { written, document, path, isOutside, isFolder } of listed) {
    if (isOutside) continue;
    if (path === null) missingDocuments.push({ text: written.value, span: written.span });
    else if (!documents.some((other) => other.path === path)) {
      const row = listedRowDocument(document, path, snapshot.today, isFolder);
      hasEffective ||= row.concern === null;
      documents.push(row);
    }
  }
  const mentions = tagged.mentions.filter((one) => !paths.has(one.path));
  return { ...tagged, documents, mentions, hasEffective, outsideDocuments, missingDocuments };
}

/** The theme, area, objective or group that an entry stands in, or null. */
export function groupOf(entry: CatalogEntry, catalog: Catalog): CatalogEntry | null {
  return entry.parent === undefined ? null : (catalog.find(entry.standardKey, entry.parent) ?? null);
}
