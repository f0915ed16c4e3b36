/** Who covers what, grouped as an auditor reads it: standard, theme, control. A pure function of a snapshot. */
import type { Catalog, CatalogEntry, Standard } from '../core/catalog/types.js';
import { clausesAbove } from '../core/clausesAbove.js';
import { type Coverage, countDocuments, type Occurrence } from '../core/coverage.js';
import type { PolicyDocument, ScopedStandard } from '../core/document.js';
import { placeOfListed } from '../core/features/support/covering.js';
import { fileName, type Place } from '../core/features/support/documents.js';
import { isForRoles, standardOf, systemOf } from '../core/rules/support/scope.js';
import type { Snapshot } from '../core/snapshot.js';
import { coversEverything } from '../core/soa/coveredFolders.js';
import { listedFor, nameOfFile } from '../core/soa/listedDocuments.js';
import type { ManagementSystem } from '../core/soa/types.js';
import { scopeWithin } from './scope.js';

export type CoverageState = 'covered' | 'mentioned' | 'uncovered' | 'excluded';

export interface CoveredEntry {
  readonly entry: CatalogEntry;
  readonly state: CoverageState;
  /** Documents that claim it, and documents that only mention it. */
  readonly claims: number;
  readonly mentions: number;
}

export interface CoverageGroup {
  readonly id: string;
  readonly title: string;
  /** Clauses are listed, but are no part of the standard's count. */
  readonly kind: 'controls' | 'clauses';
  readonly total: number;
  readonly covered: number;
  readonly entries: readonly CoveredEntry[];
}

export interface StandardCoverage {
  readonly standard: Standard;
  /** Controls in scope and not excluded; how many of them at least one document claims. */
  readonly total: number;
  readonly covered: number;
  readonly groups: readonly CoverageGroup[];
}

/** One management system, or everything where there is no soa.yaml. */
export interface SystemCoverage {
  readonly system: ManagementSystem | null;
  readonly standards: readonly StandardCoverage[];
}

/** One part per management system; without any, one for the standards that the settings or the documents put in scope. */
export function coverageTree(snapshot: Snapshot): SystemCoverage[] {
  const systems: readonly (ManagementSystem | null)[] = snapshot.systems.length > 0 ? snapshot.systems : [null];
  return systems.map((system) => ({ system, standards: standardsOf(system, snapshot) }));
}

/**
 * Claims and mentions of an entry within one management system (null: in all documents). What claims a clause claims those
 * below it as well.
 */
export function coverageWithin(entryKey: string, system: ManagementSystem | null, snapshot: Snapshot): Coverage {
  const own = snapshot.coverage.of(entryKey);
  const entry = snapshot.catalog.entry(entryKey);
  const above = entry ? clausesAbove(entry, snapshot.catalog) : [];
  const claims = [...own.claims, ...above.flatMap(({ key }) => snapshot.coverage.of(key).claims)];
  const coverage = { claims, mentions: own.mentions };
  const isEverything = system === null || coversEverything(system, snapshot.systems);
  return isEverything ? coverage : inside(coverage, system, snapshot);
}

/** A document or file that a decision lists. */
export interface ListedPlace {
  /** Of the document or file; as the soa.yaml writes it where nothing of that path is known. */
  readonly path: string;
  /** What to call it where it is no document. */
  readonly name: string;
  readonly document: PolicyDocument | null;
  /** Where it begins; where the soa.yaml names it if it cannot be opened: outside of the workspace, a folder, a pattern. */
  readonly place: Place;
}

/** What the decision on an entry lists, beyond the documents that claim it. */
export function listedWithin(entryKey: string, system: ManagementSystem | null, snapshot: Snapshot): ListedPlace[] {
  const listed = listedFor(entryKey, system ? [system] : [], snapshot);
  if (listed.length === 0) return [];
  const claiming = new Set(coverageWithin(entryKey, system, snapshot).claims.map(({ path }) => path));
  return listed.flatMap((one) => {
    if (one.path !== null && claiming.has(one.path)) return [];
    const { document, written } = one;
    const own = placeOfListed(one, snapshot);
    const place = own ? { path: own.path, span: { start: 0, end: 0 } } : { path: one.system.path, span: written.span };
    return [{ path: nameOfFile(one), name: own ? fileName(own.path) : written.value, document, place }];
  });
}

function inside(coverage: Coverage, system: ManagementSystem, snapshot: Snapshot): Coverage {
  const isInside = ({ path }: Occurrence) => systemOf(path, snapshot) === system;
  return { claims: coverage.claims.filter(isInside), mentions: coverage.mentions.filter(isInside) };
}

function standardsOf(system: ManagementSystem | null, snapshot: Snapshot): StandardCoverage[] {
  const excluded = new Set<string>();
  for (const { entryKey, applicable } of system?.decisions ?? []) {
    if (entryKey !== null && applicable.value === 'no') excluded.add(entryKey);
  }
  return scopeWithin(system, snapshot).flatMap((scoped) => {
    const standard = standardOf(scoped, snapshot.catalog);
    if (standard?.type !== 'management-system') return [];
    const cover = (entry: CatalogEntry) => coverEntry(entry, excluded, system, snapshot);
    const groups = controlGroups(standard, scoped, snapshot.catalog, cover);
    const total = sum(groups.map((group) => group.total));
    const covered = sum(groups.map((group) => group.covered));
    return [{ standard, total, covered, groups: [...groups, ...clauseGroups(standard, cover)] }];
  });
}

type Cover = (entry: CatalogEntry) => CoveredEntry;

/** Controls below the outermost group of the annex that holds them: the theme, the area, the table. */
function controlGroups(standard: Standard, scoped: ScopedStandard, catalog: Catalog, cover: Cover): CoverageGroup[] {
  const entriesOfGroup = new Map<string, CoveredEntry[]>();
  for (const control of catalog.controls(standard.key)) {
    if (!isForRoles(control, scoped.roles)) continue;
    const group = outermostGroup(control, catalog)?.id ?? '';
    const entries = entriesOfGroup.get(group);
    if (entries) entries.push(cover(control));
    else entriesOfGroup.set(group, [cover(control)]);
  }
  return [...entriesOfGroup].map(([id, entries]) => makeGroup(id, titleOf(id, standard, catalog), 'controls', entries));
}

function titleOf(id: string, standard: Standard, catalog: Catalog): string {
  return catalog.find(standard.key, id)?.title ?? '';
}

function outermostGroup(entry: CatalogEntry, catalog: Catalog): CatalogEntry | null {
  let group: CatalogEntry | null = null;
  let parent = entry.parent;
  for (let depth = 0; parent !== undefined && depth < 8; depth++) {
    const above = catalog.find(entry.standardKey, parent);
    if (!above || (above.kind !== 'theme' && above.kind !== 'objective')) break;
    group = above;
    parent = above.parent;
  }
  return group;
}

/** Clauses that have no clauses below them, under their main clause. */
function clauseGroups(standard: Standard, cover: Cover): CoverageGroup[] {
  const clauses = standard.entries.filter((entry) => entry.kind === 'clause');
  const parents = new Set(clauses.map((clause) => clause.parent));
  const groups: CoverageGroup[] = [];
  for (const main of clauses) {
    if (main.parent !== undefined) continue;
    const below = clauses.filter((clause) => clause.id.startsWith(main.id + '.') && !parents.has(clause.id));
    if (below.length > 0) groups.push(makeGroup(main.id, main.title, 'clauses', below.map(cover)));
  }
  return groups;
}

function makeGroup(id: string, title: string, kind: 'controls' | 'clauses', entries: CoveredEntry[]): CoverageGroup {
  const due = entries.filter(({ state }) => state !== 'excluded');
  const covered = due.filter(({ state }) => state === 'covered').length;
  return { id, title, kind, total: due.length, covered, entries };
}

function coverEntry(
  entry: CatalogEntry,
  excluded: ReadonlySet<string>,
  system: ManagementSystem | null,
  snapshot: Snapshot,
): CoveredEntry {
  const isExcluded = excluded.has(entry.key);
  // What the statement itself lists for a control that it excludes claims nothing.
  const listed = listedFor(entry.key, system && !isExcluded ? [system] : [], snapshot).map(nameOfFile);
  const { claims, mentions } = countWithin(entry, listed, system, snapshot);
  const state = isExcluded ? 'excluded' : claims > 0 ? 'covered' : mentions > 0 ? 'mentioned' : 'uncovered';
  return { entry, state, claims, mentions };
}

type Counts = Pick<CoveredEntry, 'claims' | 'mentions'>;

/** How many documents of the system claim an entry, and how many others only mention it. */
function countWithin(
  entry: CatalogEntry,
  listed: readonly string[],
  system: ManagementSystem | null,
  snapshot: Snapshot,
): Counts {
  const own = snapshot.coverage.documentsOf(entry.key);
  const above = clausesAbove(entry, snapshot.catalog);
  const isEverything = system === null || coversEverything(system, snapshot.systems);
  if (isEverything && listed.length === 0 && above.length === 0) {
    const { claiming, mentioning } = countDocuments(own);
    return { claims: claiming, mentions: mentioning };
  }
  const counts = (path: string) => isEverything || systemOf(path, snapshot) === system;
  const claiming = new Set(listed);
  const mentioning = new Set<string>();
  for (const { path, claimCount } of own) {
    if (counts(path)) (claimCount > 0 ? claiming : mentioning).add(path);
  }
  for (const { key } of above) {
    for (const { path, claimCount } of snapshot.coverage.documentsOf(key)) {
      if (claimCount > 0 && counts(path)) claiming.add(path);
    }
  }
  return { claims: claiming.size, mentions: [...mentioning].filter((path) => !claiming.has(path)).length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
