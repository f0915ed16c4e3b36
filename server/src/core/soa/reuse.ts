/** The documents of a management system and what they serve, standard by standard: what is written once and used often. */
import type { CatalogEntry } from '../catalog/types.js';
import { clausesAbove } from '../clausesAbove.js';
import { decisionOn, isForRoles } from '../rules/support/scope.js';
import type { Snapshot } from '../snapshot.js';
import { listedRowDocument } from './documents.js';
import { listedDocuments, listedFor } from './listedDocuments.js';
import type { ReuseCell, ReuseDocument, ReuseEntry, ReuseMatrix, ReuseStandard } from './reuseTypes.js';
import { documentsOfSystem, type StandardInScope, standardsInScope } from './scope.js';
import type { ManagementSystem } from './types.js';

/** Entries by the path of the document that serves them; the order within is that of the standard. */
type Served = Map<string, CatalogEntry[]>;

/**
 * @param system a management system of the snapshot, or null for a workspace without a soa.yaml (as `buildSoaModel`)
 * @returns plain data; the same input gives an equal value, in the same order
 */
export function buildReuse(system: ManagementSystem | null, snapshot: Snapshot): ReuseMatrix {
  const scope = standardsInScope(system, snapshot);
  const listed = listedByEntry(system, snapshot);
  const filter = documentsOfSystem(system, snapshot);
  const entries = scope.map((scoped) => requirementsOf(scoped, snapshot));
  const served = entries.map((own) => servedBy(own, listed, filter.belongs, snapshot));
  const paths = [...new Set(served.flatMap((one) => [...one.keys()]))];
  const documents = paths.map((path) => reuseDocument(path, served, snapshot)).sort(compareDocuments);
  return {
    standards: scope.map((scoped, index) => {
      const toServe = entries[index]!.filter((entry) => isToServe(entry, entries[index]!, system));
      const covers = (entry: CatalogEntry) => isServed(entry, system, filter.belongs, snapshot);
      return reuseStandard(scoped, toServe, toServe.filter(covers).length, served[index]!);
    }),
    documents,
    sharedCount: documents.filter(({ standardCount }) => standardCount > 1).length,
  };
}

/** The controls for the organisation's roles, and the clauses. */
function requirementsOf({ standard, roles }: StandardInScope, { catalog }: Snapshot): CatalogEntry[] {
  const clauses = standard.entries.filter(({ kind }) => kind === 'clause');
  return [...clauses, ...catalog.controls(standard.key).filter((control) => isForRoles(control, roles))];
}

function servedBy(
  entries: readonly CatalogEntry[],
  listed: ReadonlyMap<string, readonly string[]>,
  belongs: (path: string) => boolean,
  snapshot: Snapshot,
): Served {
  const served: Served = new Map();
  for (const entry of entries) {
    const claiming = snapshot.coverage
      .documentsOf(entry.key)
      .filter(({ path, claimCount }) => claimCount > 0 && belongs(path) && snapshot.documents.has(path))
      .map(({ path }) => path);
    for (const path of new Set([...claiming, ...(listed.get(entry.key) ?? [])])) {
      const own = served.get(path);
      if (own) own.push(entry);
      else served.set(path, [entry]);
    }
  }
  return served;
}

/** Documents that the decisions of the soa.yaml name themselves. */
function listedByEntry(system: ManagementSystem | null, snapshot: Snapshot): Map<string, string[]> {
  const listed = new Map<string, string[]>();
  for (const decision of system?.decisions ?? []) {
    if (decision.entryKey === null) continue;
    const paths = listedDocuments(decision, system!, snapshot).flatMap(({ path }) => path ?? []);
    if (paths.length > 0) listed.set(decision.entryKey, paths);
  }
  return listed;
}

function reuseDocument(path: string, served: readonly Served[], snapshot: Snapshot): ReuseDocument {
  const document = snapshot.documents.get(path) ?? null;
  const { title, id, status, concern } = listedRowDocument(document, path, snapshot.today);
  const cells = served.map((one): ReuseCell | null => {
    const entries = one.get(path);
    if (!entries) return null;
    const of = (kind: 'control' | 'clause') => entries.filter((entry) => entry.kind === kind).map(toReuseEntry);
    return { controls: of('control'), clauses: of('clause') };
  });
  const total = served.reduce((sum, one) => sum + (one.get(path)?.length ?? 0), 0);
  return { path, title, id, status, concern, cells, total, standardCount: cells.filter(Boolean).length };
}

function toReuseEntry({ key, id, title }: CatalogEntry): ReuseEntry {
  return { key, id, title };
}

function compareDocuments(a: ReuseDocument, b: ReuseDocument): number {
  return b.standardCount - a.standardCount || b.total - a.total || (a.path < b.path ? -1 : 1);
}

/** As the statement and the coverage count: controls that are not excluded, and clauses without clauses below them. */
function isToServe(entry: CatalogEntry, all: readonly CatalogEntry[], system: ManagementSystem | null): boolean {
  if (entry.kind === 'control') return !system || decisionOn(entry.key, system)?.applicable.value !== 'no';
  return !all.some(({ kind, parent }) => kind === 'clause' && parent === entry.id);
}

/** By a document that claims the entry or a clause above it, or that a decision lists, wherever that is. */
function isServed(
  entry: CatalogEntry,
  system: ManagementSystem | null,
  belongs: (path: string) => boolean,
  snapshot: Snapshot,
): boolean {
  if (system && listedFor(entry.key, [system], snapshot).length > 0) return true;
  return [entry, ...clausesAbove(entry, snapshot.catalog)].some(({ key }) =>
    snapshot.coverage.documentsOf(key).some(({ path, claimCount }) => claimCount > 0 && belongs(path)),
  );
}

function reuseStandard(
  { standard }: StandardInScope,
  toServe: readonly CatalogEntry[],
  servedCount: number,
  served: Served,
): ReuseStandard {
  const { key, standard: short, name } = standard;
  const total = toServe.length;
  return { key, standard: short, name, total, unserved: total - servedCount, documentCount: served.size };
}
