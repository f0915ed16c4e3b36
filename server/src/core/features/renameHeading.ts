/** Renaming a heading: the links to its anchor follow, in all documents and in soa.yaml. */

import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { anchorsOf, headingNamed, headingWords, statedAnchor } from '../markdown/anchors.js';
import { findLinks } from '../markdown/links.js';
import type { TextEdit } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { type Span, touches } from '../text.js';
import { inOrderOfFiles, type RenameEdits, type RenameRefusal } from './renameTypes.js';
import { anchorLinks } from './support/anchorLinks.js';
import { targetOf } from './support/linkTargets.js';

/** A heading at a place. */
export interface HeadingAt {
  /** The words, or the anchor of the link at the cursor. */
  readonly span: Span;
  readonly words: string;
  readonly document: PolicyDocument;
  readonly index: number;
}

/** The heading at the offset, or the one that the anchor of a link at the offset names. */
export function headingAt(snapshot: Snapshot, path: string, offset: number): HeadingAt | RenameRefusal | null {
  const document = snapshot.documents.get(path);
  const text = snapshot.textOf(path);
  if (!document || text === null) return null;
  const index = document.headings.findIndex(({ span }) => touches(span, offset));
  if (index >= 0) {
    const span = headingWords(text, document.headings[index]!);
    if (!touches(span, offset) || span.end === span.start) return null;
    if (/[\r\n]/.test(text.slice(span.start, span.end))) {
      return { refused: t('This heading runs over several lines. Write it on one line first.') };
    }
    return { span, words: text.slice(span.start, span.end), document, index };
  }
  return headingOfLink(snapshot, document, text, offset);
}

function headingOfLink(snapshot: Snapshot, document: PolicyDocument, text: string, offset: number): HeadingAt | null {
  const link = findLinks(text).find(({ destination }) => touches(destination, offset));
  if (!link) return null;
  const { start, end } = link.destination;
  const target = targetOf(text.slice(start, end), document.path, snapshot);
  // On the path of a link the file is meant, which is not ours to rename.
  if (target?.fragment == null || offset <= start + target.pathEnd) return null;
  const other = snapshot.documents.get(target.path);
  const otherText = other && snapshot.textOf(other.path);
  if (!other || otherText == null) return null;
  const index = headingNamed(target.fragment, anchorsOf(otherText, other.headings));
  if (index < 0) return null;
  const words = headingWords(otherText, other.headings[index]!);
  const span = { start: start + target.pathEnd + 1, end };
  return { span, words: otherText.slice(words.start, words.end), document: other, index };
}

/** The edits that give the heading other words. Later headings of the same words get other anchors, too; their links follow. */
export function renameHeading(
  snapshot: Snapshot,
  { document, index, words }: HeadingAt,
  newWords: string,
): RenameEdits | RenameRefusal {
  const text = snapshot.textOf(document.path);
  if (text === null) return { edits: [] };
  if (newWords === '') return { refused: t('Write the new words of the heading.') };
  if (/[\r\n]/.test(newWords)) return { refused: t('A heading stands on one line.') };
  if (newWords === words) return { edits: [] };
  const heading = document.headings[index]!;
  const before = anchorsOf(text, document.headings);
  const after = anchorsOf(text, document.headings, new Map([[index, newWords]]));
  if (statedAnchor(text, heading) === null && /^-*$/.test(after[index]!)) {
    return { refused: t('A heading needs a letter or digit, so that it can be linked to.') };
  }
  const edits: TextEdit[] = [{ path: document.path, span: headingWords(text, heading), newText: newWords }];
  const changed = new Map<number, string>();
  before.forEach((anchor, at) => {
    if (anchor !== after[at]) changed.set(at, after[at]!);
  });
  if (changed.size > 0) edits.push(...anchorEdits(snapshot, document, before, changed));
  return { edits: inOrderOfFiles(edits) };
}

/**
 * The edits that lead links to new anchors of a document.
 * @param anchors of its headings as they are
 * @param changed the new anchors, by the index of the heading
 */
function anchorEdits(
  snapshot: Snapshot,
  document: PolicyDocument,
  anchors: readonly string[],
  changed: ReadonlyMap<number, string>,
): TextEdit[] {
  return anchorLinks(snapshot, document.path).flatMap(({ path, written, pathEnd, replace }) => {
    const fragment = written.slice(pathEnd + 1);
    const anchor = changed.get(headingNamed(fragment, anchors));
    if (anchor === undefined) return [];
    const encoded = fragment.includes('%') ? encodeURI(anchor) : anchor;
    return [{ path, ...replace(`${written.slice(0, pathEnd)}#${encoded}`) }];
  });
}
