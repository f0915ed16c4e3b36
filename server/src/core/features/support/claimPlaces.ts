/** Where documents claim a control or clause. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { Occurrence } from '../../coverage.js';
import type { Snapshot } from '../../snapshot.js';
import { listedBeside, namingAbove, placeOfListed } from './covering.js';
import type { Place } from './documents.js';

/**
 * Claims in sections say more than those in front matter: where a document has both, the section is the place. Then the claims
 * of clauses above it by other documents, and the documents that a statement lists for it.
 */
export function claimPlaces(entry: CatalogEntry, snapshot: Snapshot): Place[] {
  const own = snapshot.coverage.of(entry.key).claims;
  const paths = new Set(own.map(({ path }) => path));
  const places = inSectionsFirst(own);
  for (const documents of namingAbove(entry, snapshot)) {
    const others = documents.filter(({ path, claimCount }) => claimCount > 0 && !paths.has(path));
    for (const { path } of others) paths.add(path);
    places.push(...inSectionsFirst(others.flatMap(({ claims }) => claims)));
  }
  return [...places, ...listedBeside(entry, snapshot).flatMap((one) => placeOfListed(one) ?? [])];
}

function inSectionsFirst(claims: readonly Occurrence[]): Place[] {
  const inSections = new Set(claims.filter((one) => one.reference.where !== 'front-matter').map((one) => one.path));
  return claims
    .filter((one) => one.reference.where !== 'front-matter' || !inSections.has(one.path))
    .map((one) => ({ path: one.path, span: one.reference.span }));
}
