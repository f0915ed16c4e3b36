/** Which standards hold for a document: from its management system, the settings, or what the documents tag. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { DocumentCoverage } from '../../coverage.js';
import type { ScopedStandard } from '../../document.js';
import type { Snapshot } from '../../snapshot.js';
import { coversEverything, systemCovering } from '../../soa/coveredFolders.js';
import type { Decision, ManagementSystem } from '../../soa/types.js';

/** The management system that a document belongs to. */
export function systemOf(path: string, snapshot: Snapshot): ManagementSystem | null {
  return systemCovering(path, snapshot.systems);
}

/**
 * The standards that hold for the document, with their editions where known: what the snapshot says, and for a snapshot
 * made by hand the nearest soa.yaml, the settings, or what the documents tag.
 */
export function scopeOf(path: string, snapshot: Snapshot): readonly ScopedStandard[] {
  if (snapshot.scopeFor) return snapshot.scopeFor(path);
  const system = systemOf(path, snapshot);
  if (system && system.standards.length > 0) return system.standards;
  return workspaceScope(snapshot);
}

/** Whether somebody said which standards hold for the document (soa.yaml, settings), rather than the documents by their tags. */
export function isScopeDeclared(path: string, snapshot: Snapshot): boolean {
  return (systemOf(path, snapshot)?.standards.length ?? 0) > 0 || snapshot.settings.standards.length > 0;
}

const workspaceScopes = new WeakMap<Snapshot, readonly ScopedStandard[]>();

/** The standards of a workspace without soa.yaml: those of the settings, else those that any document tags. */
function workspaceScope(snapshot: Snapshot): readonly ScopedStandard[] {
  const known = workspaceScopes.get(snapshot);
  if (known) return known;
  const scope = snapshot.settings.standards.length > 0 ? scopeOfSettings(snapshot) : scopeOfClaims(snapshot);
  workspaceScopes.set(snapshot, scope);
  return scope;
}

function scopeOfSettings(snapshot: Snapshot): ScopedStandard[] {
  return snapshot.settings.standards.map((written) => {
    const [standard, edition] = written.split(':');
    return { standard: standard!.trim(), edition: edition?.trim() || null };
  });
}

function scopeOfClaims(snapshot: Snapshot): ScopedStandard[] {
  const keys = new Set<string>();
  for (const entryKey of snapshot.coverage.entryKeys()) {
    const standardKey = snapshot.catalog.entry(entryKey)?.standardKey;
    if (standardKey && !keys.has(standardKey) && snapshot.coverage.isClaimed(entryKey)) keys.add(standardKey);
  }
  const scope: ScopedStandard[] = [];
  for (const standard of snapshot.catalog.standards) {
    if (keys.has(standard.key)) scope.push({ standard: standard.standard, edition: standard.edition });
  }
  return scope;
}

/** The edition of the catalog that a standard in scope means, the current one where no edition is given. */
export function standardOf(scoped: ScopedStandard, catalog: Catalog): Standard | undefined {
  return catalog.edition(scoped.standard, scoped.edition);
}

/** Whether exactly this edition is in scope. */
export function isInScope(standard: Standard, scope: readonly ScopedStandard[], catalog: Catalog): boolean {
  for (const scoped of scope) if (standardOf(scoped, catalog)?.key === standard.key) return true;
  return false;
}

/** Whether a control is for an organisation with these roles; without roles it is for everybody. */
export function isForRoles(entry: CatalogEntry, roles: ScopedStandard['roles']): boolean {
  if (!roles || roles.length === 0 || !entry.role || entry.role === 'both') return true;
  return roles.includes(entry.role);
}

/** The controls that the Statement of Applicability must decide on for a standard in scope. */
export function requiredControls(scoped: ScopedStandard, catalog: Catalog): readonly CatalogEntry[] {
  const before = required.get(scoped);
  if (before?.catalog === catalog) return before.controls;
  const controls = findRequired(scoped, catalog);
  required.set(scoped, { catalog, controls });
  return controls;
}

const required = new WeakMap<ScopedStandard, { catalog: Catalog; controls: readonly CatalogEntry[] }>();

function findRequired(scoped: ScopedStandard, catalog: Catalog): CatalogEntry[] {
  const standard = standardOf(scoped, catalog);
  if (standard?.type !== 'management-system') return [];
  return catalog.controls(standard.key).filter((entry) => isForRoles(entry, scoped.roles));
}

const decisionsByKey = new WeakMap<ManagementSystem, ReadonlyMap<string, Decision>>();

/** What the management system decides on a catalog entry. */
export function decisionOn(entryKey: string, system: ManagementSystem): Decision | undefined {
  let decisions = decisionsByKey.get(system);
  if (!decisions) {
    decisions = new Map(
      system.decisions.flatMap((one) => (one.entryKey === null ? [] : [[one.entryKey, one] as const])),
    );
    decisionsByKey.set(system, decisions);
  }
  return decisions.get(entryKey);
}

interface KeptWithin {
  readonly system: ManagementSystem;
  readonly systems: readonly ManagementSystem[];
  readonly documents: readonly DocumentCoverage[];
}

/** The answer of `documentsOf` is the same object until one of its documents changes. */
const keptWithin = new WeakMap<readonly DocumentCoverage[], KeptWithin>();

/**
 * The documents of one management system that name an entry, by path; null stands for all documents. The same object as
 * long as nothing changes.
 */
export function documentsWithin(
  entryKey: string,
  system: ManagementSystem | null,
  { coverage, systems }: Snapshot,
): readonly DocumentCoverage[] {
  const all = coverage.documentsOf(entryKey);
  if (system === null || coversEverything(system, systems)) return all;
  const kept = keptWithin.get(all);
  if (kept?.system === system && kept.systems === systems) return kept.documents;
  const documents = all.filter(({ path }) => systemCovering(path, systems) === system);
  keptWithin.set(all, { system, systems, documents });
  return documents;
}

/** Whether a document of the management system claims the entry; cheap where the system is the whole workspace. */
export function isClaimedWithin(entryKey: string, system: ManagementSystem, snapshot: Snapshot): boolean {
  if (!snapshot.coverage.isClaimed(entryKey)) return false;
  if (coversEverything(system, snapshot.systems)) return true;
  return documentsWithin(entryKey, system, snapshot).some(({ claimCount }) => claimCount > 0);
}

/** Claims of an entry by the documents of one management system. */
export function claimsWithin(entryKey: string, system: ManagementSystem, snapshot: Snapshot) {
  return documentsWithin(entryKey, system, snapshot).flatMap(({ claims }) => claims);
}
