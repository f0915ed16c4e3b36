/** An id and the words beside it that belong to different controls. */
import type { Catalog, CatalogEntry } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import { lookUp } from './support/lookup.js';
import { replaceWithEntry } from './support/replace.js';
import { quoted, shortNameOf } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const titleMismatch: Rule = {
  code: 'title-mismatch',
  defaultSeverity: 'warning',
  title: 'An id and a title beside it that belong to different controls',
  checkDocument(document, snapshot, report) {
    for (const reference of document.references) {
      if (!reference.titledAs || !reference.titleSpan) continue;
      const entry = lookUp(reference, snapshot.catalog)[0]?.entry;
      const titled = snapshot.catalog.entry(reference.titledAs);
      if (entry && titled) report(reportMismatch(entry, titled, reference, document, snapshot.catalog));
    }
  },
};

function reportMismatch(
  entry: CatalogEntry,
  titled: CatalogEntry,
  reference: Reference,
  document: PolicyDocument,
  catalog: Catalog,
): Report {
  const { start } = reference.span;
  return {
    span: { start, end: Math.max(reference.span.end, reference.titleSpan!.end) },
    message:
      `${entry.id} of ${shortNameOf(entry, catalog)} is ${quoted(entry.title)}; the title beside it is that of ` +
      `${describeTitled(entry, titled, catalog)}. One of the two is wrong: an auditor cannot tell which control is meant.`,
    fixes: fixesFor(entry, titled, reference, document),
  };
}

function describeTitled(entry: CatalogEntry, titled: CatalogEntry, catalog: Catalog): string {
  if (entry.standardKey === titled.standardKey) return titled.id;
  const now = catalog.successors(titled.key).filter((successor) => successor.standardKey === entry.standardKey);
  const since = now.length > 0 ? `, today ${now.map((successor) => successor.id).join(' and ')}` : '';
  return `${titled.id} of ${shortNameOf(titled, catalog)}${since}`;
}

/** Take the id of the title (only within the same edition), or the title of the id. */
function fixesFor(entry: CatalogEntry, titled: CatalogEntry, reference: Reference, document: PolicyDocument): Fix[] {
  const takeTitle: Fix = {
    title: `Write the title of ${entry.id}: ${entry.title}`,
    edits: [{ path: document.path, span: reference.titleSpan!, newText: entry.title }],
  };
  return titled.standardKey === entry.standardKey
    ? [replaceWithEntry(document, reference, titled), takeTitle]
    : [takeTitle];
}
