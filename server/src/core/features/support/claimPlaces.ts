/** Where documents claim a control or clause. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { Snapshot } from '../../snapshot.js';
import type { Place } from './documents.js';

/** Claims in sections say more than those in front matter: where a document has both, the section is the place. */
export function claimPlaces(entry: CatalogEntry, snapshot: Snapshot): Place[] {
  const { claims } = snapshot.coverage.of(entry.key);
  const inSections = new Set(claims.filter((one) => one.reference.where !== 'front-matter').map((one) => one.path));
  return claims
    .filter((one) => one.reference.where !== 'front-matter' || !inSections.has(one.path))
    .map((one) => ({ path: one.path, span: one.reference.span }));
}
