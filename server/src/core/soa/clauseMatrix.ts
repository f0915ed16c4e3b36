/** Clauses 4–10 of the standards in scope side by side: which documents cover them, what is shared, what is missing. */

import type { CatalogEntry } from '../catalog/types.js';
import { clausesAbove } from '../clausesAbove.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { type AlignedClause, alignClauses } from './clauseAlignment.js';
import type {
  ClauseCell,
  ClauseCounts,
  ClauseDocument,
  ClauseGap,
  ClauseKind,
  ClauseMatrix,
  ClauseRow,
  ClauseState,
  SharedDocument,
} from './clauseMatrixTypes.js';
import { type DocumentFilter, type Extent, type RowDocuments, rowDocuments } from './documents.js';
import type { RowDocument } from './modelTypes.js';
import { documentsOfSystem, standardsInScope } from './scope.js';
import type { ManagementSystem } from './types.js';

interface Context {
  readonly snapshot: Snapshot;
  readonly filter: DocumentFilter;
}

/**
 * The clause matrix of a management system.
 * @param system one of the snapshot, or null for a workspace without a soa.yaml (as `buildSoaModel`)
 * @param extent whether each clause lists all its documents, or those that a pane shows
 * @returns plain data; the same input gives an equal value, in the same order
 */
export function buildClauseMatrix(
  system: ManagementSystem | null,
  snapshot: Snapshot,
  extent: Extent = 'shown',
): ClauseMatrix {
  const context: Context = { snapshot, filter: documentsOfSystem(system, snapshot, extent) };
  const standards = standardsInScope(system, snapshot).map((scoped) => scoped.standard);
  const rows = alignClauses(standards, snapshot.catalog).map((clause) => buildRow(clause, context));
  const common = rows.filter((row) => !row.hasParts && row.cells.filter(Boolean).length > 1);
  return {
    standards: standards.map(({ key, standard, edition, name }, index) => {
      const cells = rows.flatMap((row) => row.cells[index] ?? []).filter((cell) => !cell.hasParts);
      return { key, standard, edition, name, counts: countCells(cells) };
    }),
    rows,
    common: common.length,
    commonShared: common.filter(isSharedByAll).length,
  };
}

function countCells(cells: readonly ClauseCell[]): ClauseCounts {
  const count = (...states: ClauseState[]) => cells.filter(({ state }) => states.includes(state)).length;
  return {
    total: cells.length,
    covered: count('covered'),
    partly: count('partly'),
    uncovered: count('mentioned', 'uncovered'),
  };
}

function isSharedByAll({ cells, shared }: ClauseRow): boolean {
  const wanted = cells.filter(Boolean).length;
  return shared.some(({ standardKeys }) => standardKeys.length === wanted);
}

function buildRow({ entries, canonical }: AlignedClause, context: Context): ClauseRow {
  const { catalog } = context.snapshot;
  const first = entries.find((entry) => entry !== null)!;
  const cells = entries.map((entry) => (entry ? buildCell(entry, context) : null));
  const main = canonical.id.split('.')[0]!;
  const texts = canonical.parent === undefined ? catalog.clauseMatrix(main) : undefined;
  const shared = sharedDocuments(cells);
  return {
    key: first.key,
    id: first.id,
    title: first.title,
    depth: canonical.id.split('.').length,
    main,
    hasParts: cells.some((cell) => cell?.hasParts),
    kind: kindOf(entries),
    cells,
    shared,
    sharedText: texts?.shared ?? null,
    differsText: texts?.differs ?? null,
    gaps: cells.flatMap((cell) => (cell && !cell.hasParts ? gapOf(cell, cells, context) : [])),
  };
}

function kindOf(entries: readonly (CatalogEntry | null)[]): ClauseKind {
  const present = entries.filter((entry) => entry !== null);
  if (present.length < entries.length) return present.length === 1 ? 'one' : 'some';
  return new Set(present.map(({ title }) => title)).size === 1 ? 'same' : 'own-title';
}

function clausesBelow(entry: CatalogEntry, { snapshot }: Context): CatalogEntry[] {
  return snapshot.catalog.children(entry.standardKey, entry.id).filter(({ kind }) => kind === 'clause');
}

/** A document that claims a clause claims the clauses and items below it as well; one that claims a part covers a part. */
function buildCell(entry: CatalogEntry, context: Context): ClauseCell {
  const own = documentsOf(entry.key, context);
  const documents = new Map<string, ClauseDocument>();
  const add = (from: CatalogEntry, isWhole: boolean) => {
    for (const document of documentsOf(from.key, context).documents) {
      if (!documents.has(document.path)) documents.set(document.path, { ...document, claimed: from.id, isWhole });
    }
  };
  add(entry, true);
  for (const above of clausesAbove(entry, context.snapshot.catalog)) add(above, true);
  for (const part of partsOf(entry, context)) add(part, false);
  const mentions = own.mentions.filter(({ path }) => !documents.has(path));
  return {
    standardKey: entry.standardKey,
    key: entry.key,
    id: entry.id,
    title: entry.title,
    hasParts: clausesBelow(entry, context).length > 0,
    state: stateOf(entry, documents.size > 0, mentions.length > 0, context),
    documents: [...documents.values()].sort(byExtentAndPath),
    mentions,
  };
}

function byExtentAndPath(a: ClauseDocument, b: ClauseDocument): number {
  return Number(b.isWhole) - Number(a.isWhole) || (a.path < b.path ? -1 : 1);
}

/** Clauses and items below an entry, at any depth, in their order. */
function partsOf(entry: CatalogEntry, context: Context, depth = 0): CatalogEntry[] {
  if (depth > 8) return [];
  const children = context.snapshot.catalog.children(entry.standardKey, entry.id);
  return children.flatMap((child) => [child, ...partsOf(child, context, depth + 1)]);
}

function stateOf(entry: CatalogEntry, isClaimed: boolean, isMentioned: boolean, context: Context): ClauseState {
  if (isCovered(entry, context)) return 'covered';
  if (isClaimed) return 'partly';
  return isMentioned ? 'mentioned' : 'uncovered';
}

/** A document claims the clause or one above it; or all clauses below are covered. Items alone never add up to a clause. */
function isCovered(entry: CatalogEntry, context: Context, depth = 0): boolean {
  const isClaimed = (each: CatalogEntry) => documentsOf(each.key, context).documents.length > 0;
  if (isClaimed(entry) || clausesAbove(entry, context.snapshot.catalog).some(isClaimed)) return true;
  const below = clausesBelow(entry, context);
  return depth < 8 && below.length > 0 && below.every((child) => isCovered(child, context, depth + 1));
}

/** Documents that claim the whole clause in more than one standard, those with most standards first. */
function sharedDocuments(cells: readonly (ClauseCell | null)[]): SharedDocument[] {
  const standards = new Map<string, { document: RowDocument; keys: string[] }>();
  for (const cell of cells) {
    for (const document of cell?.documents ?? []) {
      if (!document.isWhole) continue;
      const known = standards.get(document.path);
      if (known) known.keys.push(cell!.standardKey);
      else standards.set(document.path, { document, keys: [cell!.standardKey] });
    }
  }
  return [...standards.values()]
    .filter(({ keys }) => keys.length > 1)
    .map(({ document: { path, title, id }, keys }) => ({ path, title, id, standardKeys: keys }))
    .sort((a, b) => b.standardKeys.length - a.standardKeys.length || (a.path < b.path ? -1 : 1));
}

/** What an auditor would ask of a clause in one standard, with the document of another standard that may be the answer. */
function gapOf(cell: ClauseCell, cells: readonly (ClauseCell | null)[], context: Context): ClauseGap[] {
  const name = context.snapshot.catalog.standard(cell.standardKey)?.name ?? cell.standardKey;
  const gap = (code: ClauseGap['code'], text: string) => [{ code, standardKey: cell.standardKey, text }];
  if (cell.state === 'partly') {
    const parts = [...new Set(cell.documents.map(({ claimed }) => claimed))].join(', ');
    return gap('clause-partly', t('{0}, clause {1}: documents claim only a part of it ({2}).', name, cell.id, parts));
  }
  if (cell.state === 'covered') {
    if (isInForce(cell, context)) return [];
    return gap(
      'clause-only-draft',
      t(
        '{0}, clause {1}: claimed only by documents that are drafts, in review, retired or past their review date.',
        name,
        cell.id,
      ),
    );
  }
  const count = cell.mentions.length + documentsOf(cell.key, context).moreMentions;
  return gap('clause-uncovered', uncoveredText(name, cell.id, count) + elsewhereText(cell, cells, context));
}

/** Whether a document counts that claims the whole clause, or one above it; those that are not listed, too. */
function isInForce({ key, documents }: ClauseCell, context: Context): boolean {
  const { catalog } = context.snapshot;
  if (documents.some(({ isWhole, concern }) => isWhole && concern === null)) return true;
  const entry = catalog.entry(key);
  return (
    entry !== undefined &&
    [entry, ...clausesAbove(entry, catalog)].some((one) => documentsOf(one.key, context).hasEffective)
  );
}

function documentsOf(entryKey: string, { filter, snapshot }: Context): RowDocuments {
  return rowDocuments(entryKey, filter, snapshot);
}

function uncoveredText(name: string, id: string, mentions: number): string {
  if (mentions === 0) return t('{0}, clause {1}: no document claims it.', name, id);
  return mentions === 1
    ? t('{0}, clause {1}: no document claims it; one cites it.', name, id)
    : t('{0}, clause {1}: no document claims it; {2} cite it.', name, id, mentions);
}

/** ` POL-01 claims the same clause of ISO/IEC 27001:2022.`, or nothing. */
function elsewhereText(cell: ClauseCell, cells: readonly (ClauseCell | null)[], { snapshot }: Context): string {
  for (const other of cells) {
    const document = other?.documents.find(({ isWhole }) => isWhole);
    if (!other || other === cell || !document) continue;
    const name = snapshot.catalog.standard(other.standardKey)?.name ?? other.standardKey;
    return ` ${t('{0} claims the same clause of {1}.', document.id ?? document.title, name)}`;
  }
  return '';
}
