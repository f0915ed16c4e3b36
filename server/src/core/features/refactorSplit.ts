/** Making a document of its own of a section: with front matter, a link left behind, and all links led to the new place. */

import { type FieldName, fieldOf, type PolicyDocument } from '../document.js';
import { documentTypeNamed } from '../documentTypes/documentTypes.js';
import { proposeId } from '../documentTypes/proposeId.js';
import { writeFrontMatter } from '../documentTypes/writeFrontMatter.js';
import { applyInOrder, inOrder, type Replacement } from '../edits/applyEdits.js';
import { t } from '../l10n.js';
import { anchorOf, anchorsOf, headingNamed, headingWords } from '../markdown/anchors.js';
import { scanBlocks } from '../markdown/blocks.js';
import { filledField } from '../rules/support/fields.js';
import { lineSpanAt } from '../rules/support/source.js';
import type { TextEdit } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { type Span, touches } from '../text.js';
import { qualify } from './qualify.js';
import type { Refactoring } from './refactorTypes.js';
import { type AnchorLink, anchorLinks } from './support/anchorLinks.js';
import { fileName } from './support/documents.js';
import { addressLike, folderOf, pathLike } from './support/linkTargets.js';
import { afterEdits, readAgain, sayingsOf } from './support/readAgain.js';

/** The section that is to be a document. */
interface Section {
  readonly index: number;
  /** From its heading to the next one of its level, without the blank lines at the end. */
  readonly span: Span;
  readonly depth: number;
  readonly title: string;
  readonly newPath: string;
}

interface Ground {
  readonly snapshot: Snapshot;
  readonly document: PolicyDocument;
  readonly text: string;
  readonly section: Section;
}

/**
 * Offered on a heading below the title. Not where link definitions or footnotes would be torn apart.
 * @param isWhole whether the links of other files are to be in it, which takes longer
 */
export function splitAtHeading(
  snapshot: Snapshot,
  document: PolicyDocument,
  text: string,
  at: Span,
  isWhole: boolean,
): Refactoring[] {
  const section = sectionAt(snapshot, document, text, at.start);
  if (!section) return [];
  const ground: Ground = { snapshot, document, text, section };
  const links = anchorLinks(snapshot, document.path, !isWhole);
  const moved = movedText(ground, links);
  if (moved === null) return [];
  const newFile = { path: section.newPath, text: moved };
  const edits = [remainder(ground), ...linkEdits(ground, links, anchorsIn(moved, ground))];
  const rest = afterEdits(
    snapshot,
    document.path,
    text,
    edits.filter(({ path }) => path === document.path),
  );
  const outside = document.references.filter(({ span }) => !isWithin(span, section.span));
  const saidBefore = outside.flatMap(sayingsOf).sort().join();
  if (!rest || rest.references.flatMap(sayingsOf).sort().join() !== saidBefore) return [];
  return [
    {
      title: t('Make a document of the section “{0}”', section.title),
      kind: 'extract',
      edits,
      newFile,
      isPart: !isWhole,
    },
  ];
}

function sectionAt(snapshot: Snapshot, document: PolicyDocument, text: string, offset: number): Section | null {
  const index = document.headings.findIndex(({ span }) => touches(span, offset));
  const heading = document.headings[index];
  if (!heading || index === 0 || heading.depth < 2) return null;
  const line = lineSpanAt(document, heading.span.start);
  const words = headingWords(text, heading);
  const title = heading.text.trim();
  if (text.slice(line.start, heading.span.start).trim() !== '' || title === '' || words.end === words.start)
    return null;
  let end = heading.sectionEnd;
  while (end > heading.span.end && /\s/.test(text[end - 1]!)) end--;
  // A heading alone has nothing to be made a document of.
  if (end === heading.span.end) return null;
  const span = { start: heading.span.start, end };
  if (tearsLabels(text, span)) return null;
  return { index, span, depth: heading.depth, title, newPath: freePath(snapshot, document.path, title) };
}

/** Whether the document has definitions or footnotes of which one side of the cut would need those of the other. */
function tearsLabels(text: string, { start, end }: Span): boolean {
  const { labels } = scanBlocks(text, 0);
  if (labels.definitions.size + labels.footnotes.size === 0) return false;
  const inside = scanBlocks(text.slice(start, end), 0).labels;
  const outside = scanBlocks(text.slice(0, start) + text.slice(end), 0).labels;
  const use = (part: string, lacks: typeof labels, has: typeof labels) =>
    [...has.definitions, ...has.footnotes].some((label) => {
      const isMissing = !lacks.definitions.has(label) && !lacks.footnotes.has(label);
      return isMissing && part.toLowerCase().replace(/\s+/g, ' ').includes(label.toLowerCase());
    });
  return use(text.slice(start, end), inside, outside) || use(text.slice(0, start) + text.slice(end), outside, inside);
}

function freePath(snapshot: Snapshot, path: string, title: string): string {
  const folder = folderOf(path);
  const name = anchorOf(title).replace(/^-+|-+$/g, '') || 'section';
  const isTaken = (one: string) => snapshot.documents.has(one) || snapshot.fileExists(one) === true;
  const pathOf = (number: number) => `${folder === '' ? '' : `${folder}/`}${name}${number > 1 ? `-${number}` : ''}.md`;
  let number = 1;
  while (isTaken(pathOf(number)) && number < 100) number++;
  return pathOf(number);
}

/** The new document; null where its references could not be made to say what they said. */
function movedText(ground: Ground, links: readonly AnchorLink[]): string | null {
  const { snapshot, document, text, section } = ground;
  const inside = document.references.filter(({ span }) => isWithin(span, section.span));
  const said = inside.map((one) => sayingsOf(one).join()).join('\n');
  const levels = [...headingEdits(ground), ...ownLinkEdits(ground, links)];
  for (const isQualified of [false, true]) {
    const names = isQualified ? qualifications(ground) : [];
    const edits = inOrder([...levels, ...names]);
    if (edits.length < levels.length + names.length) continue;
    const body = applyInOrder(text.slice(0, section.span.end), edits).slice(section.span.start);
    const moved = frontMatterOf(ground) + body + document.lineEnding;
    const after = readAgain(snapshot, section.newPath, moved);
    if (after.references.map((one) => sayingsOf(one).join()).join('\n') === said) return moved;
  }
  return null;
}

/** The section's heading becomes the title, those below it rise as many levels. */
function headingEdits({ document, text, section }: Ground): Replacement[] {
  const rise = section.depth - 1;
  return document.headings.slice(section.index).flatMap(({ span }) => {
    if (!isWithin(span, section.span)) return [];
    const { start, end } = span;
    if (/^#{1,6}(?:[ \t\r\n]|$)/.test(text.slice(start, start + 7)))
      return [{ span: { start, end: start + rise }, newText: '' }];
    // Only the heading itself can be underlined: with hyphens for the second level, with equals signs for the first.
    const line = /-+(?=[ \t]*$)/.exec(text.slice(start, end));
    if (!line) return [];
    const from = start + line.index;
    return [{ span: { start: from, end: from + line[0].length }, newText: '='.repeat(line[0].length) }];
  });
}

/** Links within the section to what stays behind get the name of the old document; those to what moves get its new anchors. */
function ownLinkEdits({ document, text, section }: Ground, links: readonly AnchorLink[]): Replacement[] {
  const anchors = anchorsOf(text, document.headings);
  return links.flatMap(({ path, start, written, pathEnd, replace }) => {
    if (path !== document.path || pathEnd > 0 || start < section.span.start || start > section.span.end) return [];
    const heading = headingNamed(written.slice(1), anchors);
    const span = document.headings[heading]?.span;
    return span && isWithin(span, section.span) ? [] : [replace(`${encodeURI(fileName(document.path))}${written}`)];
  });
}

/** Every reference of the section with its standard, where only one can be meant. */
function qualifications({ snapshot, document, section }: Ground): Replacement[] {
  return document.references.flatMap(({ span }) => {
    const ways = isWithin(span, section.span) ? qualify(snapshot, document.path, span.start) : [];
    const [edit] = ways[0]?.edits ?? [];
    return edit && ways.length === 1 && edit.span.start === span.start ? [edit] : [];
  });
}

/** A draft with the type, owner and classification of the old document. */
function frontMatterOf({ snapshot, document, section }: Ground): string {
  const typeField = filledField(document, 'type')?.value.trim();
  const type = typeField ? documentTypeNamed(typeField, snapshot.settings) : null;
  const stated = (name: FieldName) => filledField(document, name)?.value ?? null;
  const ownId = stated('id');
  // A document without a type tells by its own id how those of its kind begin: `POL-01`.
  const prefix = type?.idPrefix ?? /^\p{L}+/u.exec(ownId ?? '')?.[0] ?? 'DOC';
  const id = ownId === null ? null : proposeId(snapshot, typeField ?? '', prefix, section.title);
  return writeFrontMatter(
    [
      ['id', id],
      ['title', section.title],
      ['type', typeField ?? null],
      ['owner', stated('owner')],
      ['version', '0.1'],
      ['status', snapshot.settings.statusValues[0] ?? 'draft'],
      ['classification', stated('classification')],
    ],
    (name) => fieldOf(document, name)?.key ?? snapshot.settings.fieldKeys[name][0] ?? name,
    document.lineEnding,
  );
}

/** The heading stays, so that what leads to it still arrives, with a link below it. */
function remainder({ document, text, section }: Ground): TextEdit {
  const heading = document.headings[section.index]!;
  const eol = document.lineEnding;
  const words = headingWords(text, heading);
  const address = addressLike(
    '',
    { isEnclosed: false, isWithoutEnding: false },
    folderOf(document.path),
    section.newPath,
  );
  const label = text.slice(words.start, words.end).replace(/[[\]]/g, '');
  const newText = `${eol}${eol}See [${label}](${address}).`;
  return { path: document.path, span: { start: heading.span.end, end: section.span.end }, newText };
}

/** The anchors of the headings in the new document, by their index in the old one. */
function anchorsIn(moved: string, { snapshot, section }: Ground): Map<number, string> {
  const { headings } = readAgain(snapshot, section.newPath, moved);
  return new Map(anchorsOf(moved, headings).map((anchor, index) => [section.index + index, anchor]));
}

/** Links from elsewhere to headings below that of the section. */
function linkEdits(
  { document, text, section }: Ground,
  links: readonly AnchorLink[],
  newAnchors: ReadonlyMap<number, string>,
): TextEdit[] {
  const anchors = anchorsOf(text, document.headings);
  return links.flatMap((link) => {
    const { path, start, written, pathEnd, replace } = link;
    if (path === document.path && start > section.span.start && start < section.span.end) return [];
    const index = headingNamed(written.slice(pathEnd + 1), anchors);
    const anchor = index > section.index ? newAnchors.get(index) : undefined;
    if (anchor === undefined) return [];
    const old = written.slice(0, pathEnd);
    const folder = folderOf(path);
    const way = link.isMarkdown
      ? addressLike(old, link, folder, section.newPath)
      : pathLike(old, folder, section.newPath);
    return [{ path, ...replace(`${way}#${anchor}`) }];
  });
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
