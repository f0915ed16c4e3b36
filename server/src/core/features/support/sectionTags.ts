/** The tags of a section: what is there, and where another one goes. */
import type { CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import type { Replacement } from '../../edits/applyEdits.js';
import { tagComment } from '../../references/commentTags.js';
import { lookUp } from '../../rules/support/lookup.js';
import { isInScope, scopeOf } from '../../rules/support/scope.js';
import { lineSpanAt } from '../../rules/support/source.js';
import type { Snapshot } from '../../snapshot.js';

/** Index of the section that holds the offset, -1 before the first heading. */
export function sectionAt(document: PolicyDocument, offset: number): number {
  let section = -1;
  document.headings.forEach(({ span }, index) => {
    if (span.start <= offset) section = index;
  });
  return section;
}

/** `27001:A.5.18`; the tag of a withdrawn edition names the edition, too. */
export function tagOf(entry: CatalogEntry, standard: Standard): string {
  const prefix = standard.status === 'current' ? standard.standard : `${standard.standard}:${standard.edition}`;
  return `${prefix}:${entry.id}`;
}

/** The one control that a reference names, where it is known and in scope. */
export function controlOf(
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): { entry: CatalogEntry; standard: Standard } | null {
  if (reference.ids.length !== 1 || reference.isCrosswalk || reference.readings.length > 1) return null;
  const looked = lookUp(reference, snapshot.catalog)[0];
  if (looked?.state !== 'known' || looked.entry?.kind !== 'control') return null;
  if (!isInScope(looked.standard, scopeOf(document.path, snapshot), snapshot.catalog)) return null;
  return { entry: looked.entry, standard: looked.standard };
}

/** The controls that the text of a section itself cites and that no comment of the section tags, in the order of the text. */
export function discussedUntagged(document: PolicyDocument, section: number, snapshot: Snapshot) {
  const inSection = document.references.filter(
    (one) => one.section === section && one.where !== 'front-matter' && section >= 0,
  );
  const tagged = new Set<string>();
  for (const reference of inSection) {
    if (reference.isTag) for (const { entry } of lookUp(reference, snapshot.catalog)) if (entry) tagged.add(entry.key);
  }
  const found = new Map<string, { entry: CatalogEntry; standard: Standard }>();
  for (const reference of inSection) {
    const control = reference.isTag ? null : controlOf(reference, document, snapshot);
    if (control && !tagged.has(control.entry.key)) found.set(control.entry.key, control);
  }
  return [...found.values()];
}

/**
 * The edit that tags a section: at the end of its tag comment, else as a new comment below its heading. Null before the
 * first heading, and for headings within a quote or a list.
 */
export function addSectionTags(
  text: string,
  document: PolicyDocument,
  section: number,
  tags: readonly string[],
  snapshot: Snapshot,
): Replacement | null {
  const heading = document.headings[section];
  if (!heading || tags.length === 0) return null;
  const last = document.references.findLast(
    (one) =>
      one.where === 'comment' && one.section === section && one.kind === 'control' && isPlainList(text, one, snapshot),
  );
  if (last) return { span: { start: last.span.end, end: last.span.end }, newText: `, ${tags.join(', ')}` };
  const line = lineSpanAt(document, heading.span.start);
  if (
    text
      .slice(line.start, heading.span.start)
      .replace(/^\ufeff/, '')
      .trim() !== ''
  )
    return null;
  const at = heading.span.end;
  const key = snapshot.settings.controlKeys[0] ?? 'controls';
  return { span: { start: at, end: at }, newText: `${document.lineEnding}<!-- ${key}: ${tags.join(', ')} -->` };
}

/** Whether nothing but blanks stands between the reference and the end of its comment, so that a comma and a tag fit there. */
function isPlainList(text: string, reference: Reference, snapshot: Snapshot): boolean {
  const start = text.lastIndexOf('<!--', reference.span.start);
  const end = text.indexOf('-->', reference.span.end);
  if (start < 0 || end < 0 || text.slice(reference.span.end, end).trim() !== '') return false;
  return tagComment(text.slice(start + 4, end), snapshot.settings)?.bare === 'control';
}
