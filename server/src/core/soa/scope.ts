/** Which standards a statement of applicability is about, and whose documents count for it. */
import type { Catalog, Standard } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import { standardNamed } from './controlKey.js';
import { coveredFolders, coversEverything, systemCovering } from './coveredFolders.js';
import type { DocumentFilter, Extent } from './documents.js';
import type { ManagementSystem } from './types.js';

export interface StandardInScope {
  readonly standard: Standard;
  readonly roles: readonly ('controller' | 'processor')[];
}

/**
 * The standards of the soa.yaml; without one those that the workspace found to be in scope, those of the settings, and
 * else those that the documents claim (where no document claims anything: mention). Standards without controls are
 * left out: a law has no statement of applicability.
 */
export function standardsInScope(system: ManagementSystem | null, snapshot: Snapshot): StandardInScope[] {
  const { catalog } = snapshot;
  if (system && system.standards.length > 0) return lookUp(system.standards, catalog);
  const found = snapshot.scopeFor?.(system?.path ?? '') ?? [];
  if (found.length > 0) return lookUp(found, catalog);
  const set = snapshot.settings.standards.map((text) => standardNamed(text, catalog)).filter((item) => item !== null);
  if (set.length > 0) return lookUp(set, catalog);
  return impliedByCoverage(snapshot);
}

function lookUp(scope: readonly ScopedStandard[], catalog: Catalog): StandardInScope[] {
  const found: StandardInScope[] = [];
  for (const item of scope) {
    const standard = catalog.edition(item.standard, item.edition);
    if (standard?.type !== 'management-system' || catalog.controls(standard.key).length === 0) continue;
    if (!found.some((other) => other.standard.key === standard.key)) found.push({ standard, roles: item.roles ?? [] });
  }
  return found;
}

/** One edition per standard: the one whose controls are named most, the current one where that is equal. */
function impliedByCoverage(snapshot: Snapshot): StandardInScope[] {
  const claimed = new Map<string, number>();
  const mentioned = new Map<string, number>();
  for (const key of snapshot.coverage.entryKeys()) {
    const entry = snapshot.catalog.entry(key);
    if (entry?.kind !== 'control') continue;
    const counts = snapshot.coverage.isClaimed(key) ? claimed : mentioned;
    counts.set(entry.standardKey, (counts.get(entry.standardKey) ?? 0) + 1);
  }
  const counts = claimed.size > 0 ? claimed : mentioned;
  const best = new Map<string, Standard>();
  for (const standard of snapshot.catalog.standards) {
    const count = counts.get(standard.key);
    if (count === undefined || standard.type !== 'management-system') continue;
    const rival = best.get(standard.standard);
    const rivalCount = rival ? counts.get(rival.key)! : -1;
    if (count > rivalCount || (count === rivalCount && standard.status === 'current')) {
      best.set(standard.standard, standard);
    }
  }
  return [...best.values()]
    .sort((a, b) => (a.standard < b.standard ? -1 : 1))
    .map((standard) => ({ standard, roles: [] }));
}

/** The documents that belong to the management system, and how many of them a control lists. */
export function documentsOfSystem(
  system: ManagementSystem | null,
  snapshot: Snapshot,
  extent: Extent = 'shown',
): DocumentFilter {
  const { systems } = snapshot;
  if (!system || coversEverything(system, systems)) {
    return { name: '', isEverything: true, extent, belongs: () => true };
  }
  const folders = systems.map((other) => [other.path, ...coveredFolders(other)].join('\t'));
  return {
    name: [system.path, ...folders].join('\n'),
    isEverything: false,
    extent,
    belongs: (path) => systemCovering(path, systems)?.path === system.path,
  };
}
