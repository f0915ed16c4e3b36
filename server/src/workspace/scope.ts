/** Which standards are in scope where: the management system that covers a document, else what the workspace implies. */
import type { Catalog } from '../core/catalog/types.js';
import type { ScopedStandard } from '../core/document.js';
import type { Settings } from '../core/settings.js';
import type { Snapshot } from '../core/snapshot.js';
import type { ManagementSystem } from '../core/soa/types.js';

/** A scope with a text of its own by which two scopes are compared. */
export interface Scope {
  readonly standards: readonly ScopedStandard[];
  readonly fingerprint: string;
}

/** The scope of the given standards. */
export function scopeOf(standards: readonly ScopedStandard[]): Scope {
  const plain = standards.map(({ standard, edition, roles }) =>
    roles ? { standard, edition, roles } : { standard, edition },
  );
  return { standards: plain, fingerprint: JSON.stringify(plain) };
}

/** The standards in scope of a management system; null means those of documents without one. */
export function scopeWithin(system: ManagementSystem | null, snapshot: Snapshot): readonly ScopedStandard[] {
  if (system && system.standards.length > 0) return system.standards;
  return snapshot.scopeFor?.(system?.path ?? '') ?? [];
}

/** Systems with the outermost first, and in the order of their paths within a level. */
export function outermostFirst(systems: Iterable<ManagementSystem>): ManagementSystem[] {
  const depth = (system: ManagementSystem) => (system.folder === '' ? 0 : system.folder.split('/').length);
  return [...systems].sort((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1));
}

/** The standards that the settings name, `27001` meaning its current edition; those the catalog lacks are kept as written. */
export function standardsOfSettings(settings: Settings, catalog: Catalog): ScopedStandard[] {
  return settings.standards.map((written) => {
    const [standard = '', edition = null] = written.split(':');
    return { standard, edition: edition ?? catalog.edition(standard)?.edition ?? null };
  });
}
