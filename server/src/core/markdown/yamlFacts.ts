/** What both YAML readers hand out: scalars with their places, in source form. */

import type { FrontMatterScalar, ParseProblem } from '../document.js';
import { t } from '../l10n.js';
import { detach, type Span } from '../text.js';

export interface YamlKey {
  readonly name: string;
  readonly span: Span;
}

/** What one piece of YAML says. */
export interface YamlReading {
  readonly scalars: readonly FrontMatterScalar[];
  /** Keys of the top level, in the order of the text. */
  readonly keys: readonly YamlKey[];
  readonly problems: readonly ParseProblem[];
}

/** More than so many problems of one front matter help nobody. */
export const mostProblems = 20;

/** What to say of a key that its map already has. */
export function duplicateKey(name: string, span: Span): ParseProblem {
  const detail = t('The key “{0}” stands here a second time; only one of the two will count.', name.slice(0, 60));
  return { code: 'malformed-front-matter', span, detail };
}

/** The place of a mapping key, or the start of the content for what stands under none. */
export interface Above {
  readonly path: readonly (string | number)[];
  readonly keySpan: Span;
}

/** A plain or quoted scalar of which the source range is known. */
export function scalarAt(text: string, above: Above, start: number, end: number, quoted: boolean): FrontMatterScalar {
  const span = { start, end };
  const contentSpan = quoted ? { start: start + 1, end: Math.max(start + 1, end - 1) } : span;
  return {
    path: above.path,
    keySpan: above.keySpan,
    span,
    contentSpan,
    text: detach(text.slice(contentSpan.start, contentSpan.end)),
    quoted,
  };
}

/**
 * A block scalar (`|` or `>`). Its content is what stands between the first and the last character below the header,
 * indentation of the further lines included.
 */
export function blockScalarAt(text: string, above: Above, start: number, limit: number): FrontMatterScalar {
  let headerEnd = start;
  while (headerEnd < limit && text.charCodeAt(headerEnd) !== 10) headerEnd++;
  let from = headerEnd;
  while (from < limit && isWhite(text.charCodeAt(from))) from++;
  let to = limit;
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--;
  if (from === to) {
    while (headerEnd > start && isWhite(text.charCodeAt(headerEnd - 1))) headerEnd--;
    from = headerEnd;
    to = headerEnd;
  }
  return {
    path: above.path,
    keySpan: above.keySpan,
    span: { start, end: to },
    contentSpan: { start: from, end: to },
    text: detach(text.slice(from, to)),
    quoted: true,
  };
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
