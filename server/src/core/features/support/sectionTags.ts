/** The tags of a section: what is there, and where another one goes. */
import type { CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import type { Replacement } from '../../edits/applyEdits.js';
import { tagComment } from '../../references/frontMatter/commentTags.js';
import { lookUp } from '../../rules/support/lookup.js';
import { isInScope, requiredControls, scopeOf, standardOf } from '../../rules/support/scope.js';
import { lineSpanAt } from '../../rules/support/source.js';
import { titleWordsOf } from '../../rules/support/titleLikeness.js';
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

/**
 * The controls that the text of a section itself cites, in their order, and those whose title its heading bears; without
 * those that a comment of the section tags.
 */
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
  for (const control of titledLike(document, section, snapshot)) {
    if (!tagged.has(control.entry.key)) found.set(control.entry.key, control);
  }
  return [...found.values()];
}

const wordsOfTitles = new WeakMap<CatalogEntry, readonly ReadonlySet<string>[]>();

/** The words of the title and of its other forms; made once for each entry. */
function titleWords(entry: CatalogEntry): readonly ReadonlySet<string>[] {
  let words = wordsOfTitles.get(entry);
  if (!words) {
    words = [entry.title, ...(entry.aliases ?? [])].map(titleWordsOf);
    wordsOfTitles.set(entry, words);
  }
  return words;
}

/** The controls in scope whose whole title stands in the heading; a title of one word must be all of it. */
function titledLike(document: PolicyDocument, section: number, snapshot: Snapshot) {
  const heading = titleWordsOf(document.headings[section]?.text ?? '');
  // What the title says is said of the whole document, and belongs into the front matter.
  if (heading.size === 0 || (section === 0 && document.headings[0]!.depth === 1)) return [];
  const { catalog } = snapshot;
  return scopeOf(document.path, snapshot).flatMap((scoped) => {
    const standard = standardOf(scoped, catalog);
    return requiredControls(scoped, catalog).flatMap((entry) => {
      const isTitle = titleWords(entry).some((words) => {
        const isWhole = [...words].every((word) => heading.has(word));
        return words.size > 1 ? isWhole : words.size === 1 && isWhole && heading.size === 1;
      });
      return standard && isTitle ? [{ entry, standard }] : [];
    });
  });
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
      one.where === 'comment' &&
      one.isTag &&
      one.section === section &&
      one.kind === 'control' &&
      isPlainList(text, one, snapshot),
  );
  if (last) return { span: { start: last.span.end, end: last.span.end }, newText: `, ${tags.join(', ')}` };
  const line = lineSpanAt(document, heading.span.start);
  // Below an indented heading (in a tab of MkDocs) the comment is indented, too.
  const indent = text.slice(line.start, heading.span.start).replace(/^\ufeff/, '');
  if (indent.trim() !== '') return null;
  const at = heading.span.end;
  const key = snapshot.settings.controlKeys[0] ?? 'controls';
  return {
    span: { start: at, end: at },
    newText: `${document.lineEnding}${indent}<!-- ${key}: ${tags.join(', ')} -->`,
  };
}

/** Whether nothing but blanks stands between the reference and the end of its comment, so that a comma and a tag fit there. */
function isPlainList(text: string, reference: Reference, snapshot: Snapshot): boolean {
  const start = text.lastIndexOf('<!--', reference.span.start);
  const end = text.indexOf('-->', reference.span.end);
  if (start < 0 || end < 0 || text.slice(reference.span.end, end).trim() !== '') return false;
  return tagComment(text.slice(start + 4, end), snapshot.settings)?.bare === 'control';
}
