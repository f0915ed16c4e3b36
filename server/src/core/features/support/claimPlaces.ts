/** Where documents claim a control or clause. */
import type { CatalogEntry } from '../../catalog/types.js';
import { clausesBelow } from '../../clausesAbove.js';
import type { DocumentCoverage, Occurrence } from '../../coverage.js';
import { documentsWithin, systemOf } from '../../rules/support/scope.js';
import type { Snapshot } from '../../snapshot.js';
import { listedBeside, namingAbove, placeOfListed } from './covering.js';
import type { Place } from './documents.js';

/**
 * Claims in sections say more than those in front matter: where a document has both, the section is the place. Then the claims
 * of clauses above it by other documents, and the documents that a statement lists for it; where there is none of these, the claims of parts of a clause.
 * @param from the file of the reader, whose management system counts
 */
export function claimPlaces(entry: CatalogEntry, from: string, snapshot: Snapshot): Place[] {
  const system = systemOf(from, snapshot);
  const paths = new Set<string>();
  const places: Place[] = [];
  const add = (documents: readonly DocumentCoverage[]) => {
    const others = documents.filter(({ path, claimCount }) => claimCount > 0 && !paths.has(path));
    for (const { path } of others) paths.add(path);
    places.push(...inSectionsFirst(others.flatMap(({ claims }) => claims)));
  };
  add(documentsWithin(entry.key, system, snapshot));
  for (const documents of namingAbove(entry, system, snapshot)) add(documents);
  places.push(...listedBeside(entry, system, snapshot).flatMap((one) => placeOfListed(one, snapshot) ?? []));
  if (places.length > 0) return places;
  for (const part of clausesBelow(entry, snapshot.catalog)) add(documentsWithin(part.key, system, snapshot));
  return places;
}

function inSectionsFirst(claims: readonly Occurrence[]): Place[] {
  const inSections = new Set(claims.filter((one) => one.reference.where !== 'front-matter').map((one) => one.path));
  return claims
    .filter((one) => one.reference.where !== 'front-matter' || !inSections.has(one.path))
    .map((one) => ({ path: one.path, span: one.reference.span }));
}
