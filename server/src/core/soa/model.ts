/** Decisions and documents → the Statement of Applicability as it is shown, exported and counted. */

import type { CatalogEntry } from '../catalog/types.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { askedOfDecisions } from './asked.js';
import type { Extent } from './documents.js';
import { isAddress } from './listedDocuments.js';
import type { SoaGroup, SoaHeader, SoaModel, SoaRow, SoaStandard } from './modelTypes.js';
import { placeFrom } from './paths.js';
import { recordProblems } from './recordProblems.js';
import { buildAdditionalRow, buildRow, groupOf, type RowContext } from './rows.js';
import { documentsOfSystem, type StandardInScope, standardsInScope } from './scope.js';
import { countRows } from './summary.js';
import type { Decision, ManagementSystem } from './types.js';
import { additionalKey } from './words.js';

/**
 * Every control of every standard in scope, and those of the organisation's own behind them, with the decision on it
 * and the documents that claim it.
 * @param system a management system of the snapshot, or null for a workspace without a soa.yaml: then the standards
 *   are those that the settings or the documents name, and every control is undecided
 * @param extent whether each control lists all its documents, or those that a pane shows
 * @returns plain data; the same input gives an equal value, in the same order
 */
export function buildSoaModel(system: ManagementSystem | null, snapshot: Snapshot, extent: Extent = 'shown'): SoaModel {
  const context: RowContext = {
    system,
    snapshot,
    decisions: decisionsByEntry(system),
    asked: system ? askedOfDecisions(system, snapshot) : new Map(),
    filter: documentsOfSystem(system, snapshot, extent),
  };
  const rows: SoaRow[] = [];
  const standards = standardsInScope(system, snapshot).map((scoped) => {
    const own = snapshot.catalog.controls(scoped.standard.key).map((entry) => buildRow(entry, scoped, context));
    rows.push(...own);
    return buildStandard(scoped, own, context);
  });
  const own = (system?.additional ?? []).map((control) => buildAdditionalRow(control, context));
  if (own.length > 0) standards.push(additionalPart(own));
  rows.push(...own);
  return {
    path: system?.path ?? null,
    insertAt: system ? insertionPoint(system) : null,
    asOf: snapshot.today,
    header: headerOf(system, snapshot),
    standards,
    rows,
    counts: countRows(rows),
    problems: system ? recordProblems(system, snapshot) : [],
  };
}

function decisionsByEntry(system: ManagementSystem | null): Map<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const decision of system?.decisions ?? []) {
    if (decision.entryKey !== null && !decisions.has(decision.entryKey)) decisions.set(decision.entryKey, decision);
  }
  return decisions;
}

function headerOf(system: ManagementSystem | null, snapshot: Snapshot): SoaHeader {
  const released = system?.released ?? null;
  return {
    organisation: system?.organisation?.value ?? null,
    scope: system?.scope?.value ?? null,
    version: system?.version?.value ?? null,
    status: system?.status?.value ?? null,
    owner: system?.owner?.value ?? null,
    approvedBy: system?.approvedBy?.value ?? null,
    approved: system?.approved?.value ?? null,
    nextReview: system?.nextReview?.value ?? null,
    classification: system?.classification?.value ?? null,
    scopeDocument: scopeDocumentOf(system, snapshot),
    folders: (system?.folders ?? []).flatMap(({ path }) => (path === null ? [] : [path])),
    history: (system?.history ?? []).map(({ version, date, by, change }) => ({
      version: version?.value ?? null,
      date: date?.value ?? null,
      by: by?.value ?? null,
      change: change?.value ?? null,
    })),
    released: released && {
      version: released.version?.value ?? null,
      date: released.date?.value ?? null,
      by: released.by?.value ?? null,
      hash: released.hash?.value ?? null,
    },
  };
}

function scopeDocumentOf(system: ManagementSystem | null, snapshot: Snapshot): SoaHeader['scopeDocument'] {
  if (!system?.scopeDocument) return null;
  const text = system.scopeDocument.value;
  const path = isAddress(text) ? null : placeFrom(system.folder, text, snapshot).path;
  return { text, path, exists: path === null ? null : snapshot.fileExists(path) };
}

/** The part that stands for the controls beyond those of the standards. */
function additionalPart(rows: readonly SoaRow[]): SoaStandard {
  const counts = countRows(rows);
  const [key, title] = [additionalKey, t('Additional controls')];
  const group: SoaGroup = { key, standardKey: key, id: '', title, above: null, counts };
  const names = { standard: key, edition: '', name: title, fullTitle: t('Controls beyond those of the standards') };
  return { key, ...names, isAdditional: true, amendments: [], roles: [], groups: [group], counts };
}

function insertionPoint(system: ManagementSystem): { start: number; end: number } {
  const at = system.controlsSpan?.end ?? system.length;
  return { start: at, end: at };
}

function buildStandard(scoped: StandardInScope, rows: readonly SoaRow[], context: RowContext): SoaStandard {
  const { standard, roles } = scoped;
  const { system, snapshot } = context;
  const stated = system?.standards.find((one) => one.standard === standard.standard);
  const amendments = (stated?.amendments ?? []).map(({ value }) => value);
  const rowsOfGroup = new Map<string, SoaRow[]>();
  for (const row of rows) {
    const group = rowsOfGroup.get(row.groupKey);
    if (group) group.push(row);
    else rowsOfGroup.set(row.groupKey, [row]);
  }
  const groups = [...rowsOfGroup].map(([key, own]) => buildGroup(key, standard.key, own, snapshot));
  const { key, name, edition, fullTitle } = standard;
  const names = { key, standard: standard.standard, edition, name, fullTitle };
  return { ...names, isAdditional: false, amendments, roles, groups, counts: countRows(rows) };
}

function buildGroup(key: string, standardKey: string, rows: readonly SoaRow[], snapshot: Snapshot): SoaGroup {
  const entry = snapshot.catalog.entry(key);
  const above = entry ? aboveOf(entry, snapshot) : null;
  return {
    key,
    standardKey,
    id: entry?.id ?? '',
    title: entry?.title ?? t('Controls'),
    above,
    counts: countRows(rows),
  };
}

function aboveOf(entry: CatalogEntry, snapshot: Snapshot): { id: string; title: string } | null {
  const above = groupOf(entry, snapshot.catalog);
  return above ? { id: above.id, title: above.title } : null;
}
