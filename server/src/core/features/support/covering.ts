/**
 * Who covers an entry, as the statement counts it: the documents of one management system that tag it, those that its decision
 * lists, and those that tag a clause above it. Null stands for a file of no system, whose reader asks about all documents.
 */
import type { CatalogEntry } from '../../catalog/types.js';
import { clausesAbove } from '../../clausesAbove.js';
import type { DocumentCoverage } from '../../coverage.js';
import { documentsWithin, isInScope } from '../../rules/support/scope.js';
import type { Snapshot } from '../../snapshot.js';
import { type ListedFor, listedFor, nameOfFile } from '../../soa/listedDocuments.js';
import type { ManagementSystem } from '../../soa/types.js';
import { fileName, nameWithConcern, type Place, startOf } from './documents.js';

/** The documents and files that decisions of the system list for the entry and that do not tag it within it, each once. */
export function listedBeside(
  { key }: CatalogEntry,
  system: ManagementSystem | null,
  snapshot: Snapshot,
): readonly ListedFor[] {
  const listed = listedFor(key, system ? [system] : snapshot.systems, snapshot);
  if (listed.length === 0) return listed;
  const claiming = documentsWithin(key, system, snapshot).filter(({ claimCount }) => claimCount > 0);
  const seen = new Set<string>(claiming.map(({ path }) => path));
  return listed.filter((one) => {
    const name = nameOfFile(one);
    return !seen.has(name) && seen.add(name);
  });
}

/** What a reader knows it by: the document as elsewhere, of any other file its name, of a folder its name with a slash. */
export function nameOfListed(one: ListedFor, today: string): string {
  if (one.document) return nameWithConcern(one.document, today);
  return one.isFolder ? `${fileName(one.path!)}/` : fileName(nameOfFile(one));
}

/** Where it begins: it says nothing of the control itself. Null outside of the workspace and for what no editor can show. */
export function placeOfListed({ document, path, isFolder }: ListedFor, snapshot: Snapshot): Place | null {
  if (path === null || isFolder) return null;
  if (!document && path.includes('*') && snapshot.fileExists(path) !== true) return null;
  return { path, span: document ? startOf(document) : { start: 0, end: 0 } };
}

/** The documents that name a clause above the entry, nearest first; none for what is no clause. */
export function namingAbove(
  entry: CatalogEntry,
  system: ManagementSystem | null,
  snapshot: Snapshot,
): (readonly DocumentCoverage[])[] {
  return clausesAbove(entry, snapshot.catalog).map(({ key }) => documentsWithin(key, system, snapshot));
}

/** Whether the statement is about the entry's edition; where it names no standards itself, nobody says that it is not. */
export function isInStatement(
  { standardKey }: CatalogEntry,
  { standards }: ManagementSystem,
  { catalog }: Snapshot,
): boolean {
  const standard = catalog.standard(standardKey);
  return standards.length === 0 || standard === undefined || isInScope(standard, standards, catalog);
}
