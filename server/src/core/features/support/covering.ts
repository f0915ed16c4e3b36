/** Who covers an entry beside the documents that tag it: those that a statement lists for it, and those that tag a clause above it. */
import type { CatalogEntry } from '../../catalog/types.js';
import { clausesAbove } from '../../clausesAbove.js';
import type { DocumentCoverage } from '../../coverage.js';
import type { Snapshot } from '../../snapshot.js';
import { type ListedFor, listedFor, nameOfFile } from '../../soa/listedDocuments.js';
import { fileName, nameWithConcern, type Place, startOf } from './documents.js';

/** The documents and files that decisions of any system list for the entry and that do not tag it, each once. */
export function listedBeside({ key }: CatalogEntry, snapshot: Snapshot): ListedFor[] {
  const { systems, coverage } = snapshot;
  const seen = new Set<string>();
  return listedFor(key, systems, snapshot).filter((one) => {
    const name = nameOfFile(one);
    if (seen.has(name) || (one.path !== null && coverage.inDocument(key, one.path)?.claimCount)) return false;
    seen.add(name);
    return true;
  });
}

/** What a reader knows it by: the document as elsewhere, of any other file its name. */
export function nameOfListed(one: ListedFor, today: string): string {
  return one.document ? nameWithConcern(one.document, today) : fileName(nameOfFile(one));
}

/** Where it begins: it says nothing of the control itself. Null outside of the workspace. */
export function placeOfListed({ document, path }: ListedFor): Place | null {
  if (path === null) return null;
  return { path, span: document ? startOf(document) : { start: 0, end: 0 } };
}

/** The documents that name a clause above the entry, nearest first; none for what is no clause. */
export function namingAbove(entry: CatalogEntry, { catalog, coverage }: Snapshot): (readonly DocumentCoverage[])[] {
  return clausesAbove(entry, catalog).map(({ key }) => coverage.documentsOf(key));
}
