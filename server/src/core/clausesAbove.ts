/** What a tag of a clause says of the clauses below it. */
import type { Catalog, CatalogEntry } from './catalog/types.js';

/**
 * The clauses above a clause or an item of one, nearest first: a document that tags 9.2 says that it fulfils 9.2.1 and 9.2.2
 * as well. Empty for everything else: a group of controls is no requirement, and tagging it claims nothing.
 */
export function clausesAbove(entry: CatalogEntry, catalog: Catalog): CatalogEntry[] {
  const above: CatalogEntry[] = [];
  if (entry.kind !== 'clause' && entry.kind !== 'item') return above;
  let parent = entry.parent;
  for (let depth = 0; parent !== undefined && depth < 8; depth++) {
    const next = catalog.find(entry.standardKey, parent);
    if (!next) break;
    above.push(next);
    parent = next.parent;
  }
  return above;
}

/** The clauses and items below a clause, at any depth, in their order: who tags one covers a part. Empty for all else. */
export function clausesBelow(entry: CatalogEntry, catalog: Catalog, depth = 0): CatalogEntry[] {
  if (entry.kind !== 'clause' || depth > 8) return [];
  const parts = catalog.children(entry.standardKey, entry.id);
  return parts.flatMap((part) => [part, ...clausesBelow(part, catalog, depth + 1)]);
}
