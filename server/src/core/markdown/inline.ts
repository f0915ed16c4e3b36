/** From a block to its prose: the same length, with everything that is not prose blanked out. */

import { maskAddresses } from './addresses.js';
import { decodeReference } from './characterReferences.js';
import { isLetterOrDigit, isLineEnding, isSpace } from './characters.js';
import { type InlineKind, scanInline } from './inlineScanner.js';
import type { Block, LinkLabels } from './types.js';

/** Stands for each character of a code span. */
const codeMark = '\uFFFC';

/** Stands for a backslash inside a word or number (`A\.8\.2`, as converters of word processors write): nothing is there. */
export const joiner = '\u2060';

export interface ProseOptions {
  /** Whether the text of code spans counts as prose. */
  readonly inlineCode: boolean;
  /** The labels of the document. Without them every `[a][b]` is taken for a reference and `[a]` never is. */
  readonly labels?: LinkLabels;
}

/**
 * The source of the block, same length, prose only. Blanked to spaces: container prefixes, heading marks, link and image
 * marks with destinations and titles, reference labels, footnote calls, task boxes, addresses (bare, bracketed, e-mail),
 * HTML tags and comments, `{{…}}` and `{%…%}`, the backslash of an escape (inside a word or number it becomes a `joiner`, which
 * does not part it). A character reference becomes its character, padded with spaces. A code span becomes U+FFFC
 * throughout, or with `inlineCode` its content between blanked backticks. micromark's tokens are the definition
 * (`remarkProse.ts`), save for a task box that it sees outside list items too.
 * Kept: link text, alternative text, emphasis marks, line endings. Code blocks give U+FFFC (or their text), HTML blocks the
 * text between the tags.
 */
export function proseOf(text: string, block: Block, options: ProseOptions): string {
  const source = sourceOf(text, block);
  if (block.kind === 'code') return options.inlineCode ? source : fill(source, 0, source.length, codeMark);
  if (!hasInlineMarks(source)) return source;
  const masks = new Masks(source, options.inlineCode);
  if (block.kind === 'html') scanHtml(source, masks);
  else {
    // The blanked underline of a heading must not make its last line end in a hard break.
    const content = block.kind === 'heading' ? source.trimEnd() : source;
    scanInline(content, options.labels, startsItem(text, block), (kind, start, end) => masks.add(kind, start, end));
  }
  return maskAddresses(masks.apply());
}

/**
 * The source of the block with container prefixes and heading marks replaced by spaces, same length.
 */
export function sourceOf(text: string, block: Block): string {
  const { start, end } = block.span;
  const source = text.slice(start, end);
  if (block.kind === 'heading') return maskHeadingMarks(maskPrefixes(text, source, block), block);
  return block.continuations.length === 0 ? source : maskPrefixes(text, source, block);
}

function maskPrefixes(text: string, source: string, block: Block): string {
  if (!block.quoted) return source;
  const start = block.span.start;
  let masked = '';
  let copied = 0;
  for (const content of block.continuations) {
    let lineStart = content;
    while (!isLineEnding(text.charCodeAt(lineStart - 1))) lineStart--;
    masked += source.slice(copied, lineStart - start) + fill(source, lineStart - start, content - start, ' ');
    copied = content - start;
  }
  return copied === 0 ? source : masked + source.slice(copied);
}

function maskHeadingMarks(source: string, block: Block): string {
  if (source.charCodeAt(0) !== 35 || block.continuations.length > 0) {
    let underline = source.length;
    while (underline > 0 && !isLineEnding(source.charCodeAt(underline - 1))) underline--;
    return underline === 0 ? source : source.slice(0, underline) + fill(source, underline, source.length, ' ');
  }
  const content = atxContent(source, 0, source.length);
  const before = ' '.repeat(content.start);
  return before + source.slice(content.start, content.end) + ' '.repeat(source.length - content.end);
}

/** The text of a `#` heading between its opening and closing marks; an empty span if there is none. */
export function atxContent(text: string, lineStart: number, lineEnd: number): { start: number; end: number } {
  let start = lineStart;
  while (start < lineEnd && text.charCodeAt(start) === 35) start++;
  while (start < lineEnd && isSpace(text.charCodeAt(start))) start++;
  let end = lineEnd;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  let closing = end;
  while (closing > start && text.charCodeAt(closing - 1) === 35) closing--;
  if (closing < end && (closing === start || isSpace(text.charCodeAt(closing - 1)))) {
    end = closing;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  }
  return { start, end };
}

/** Whether the paragraph follows a list marker on its line, so that a task box may stand first. */
function startsItem(text: string, block: Block): boolean {
  if (block.item < 0 || block.kind !== 'paragraph' || text.charCodeAt(block.span.start) !== 91) return false;
  let before = block.span.start - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before))) before--;
  const code = text.charCodeAt(before);
  return code === 45 || code === 42 || code === 43 || code === 46 || code === 41;
}

/**
 * What inline markup or an address could begin with: `!`, `&`, `<`, `@`, `[`, a backslash, a backtick, `{`, `:/`, `www.`. A
 * pattern without repetition is twice as fast as looking at each character of a part of a text.
 */
const inlineMark = /[!&<@[\\`{]|:\/|[wW][wW]\./;

function hasInlineMarks(source: string): boolean {
  return inlineMark.test(source);
}

function scanHtml(source: string, masks: Masks): void {
  let i = source.indexOf('<');
  while (i >= 0) {
    const isComment = source.startsWith('<!--', i);
    const close = source.indexOf(isComment ? '-->' : '>', isComment ? i + 2 : i);
    const end = close < 0 ? source.length : close + (isComment ? 3 : 1);
    masks.add('html', i, end);
    i = source.indexOf('<', end);
  }
}

/** Collects ranges to blank out and applies them together. */
class Masks {
  private readonly ranges: { start: number; end: number; kind: InlineKind }[] = [];

  constructor(
    private readonly source: string,
    private readonly inlineCode: boolean,
  ) {}

  add(kind: InlineKind, start: number, end: number): void {
    this.ranges.push({ start, end, kind });
  }

  apply(): string {
    if (this.ranges.length === 0) return this.source;
    this.ranges.sort((a, b) => a.start - b.start);
    let masked = '';
    let copied = 0;
    for (const range of this.ranges) {
      masked += this.source.slice(copied, range.start) + this.replacement(range.kind, range.start, range.end);
      copied = range.end;
    }
    return masked + this.source.slice(copied);
  }

  private replacement(kind: InlineKind, start: number, end: number): string {
    if (kind === 'reference') return decodeReference(this.source.slice(start, end));
    if (kind === 'escape') return escapeIn(this.source, start);
    if (kind !== 'code') return fill(this.source, start, end, ' ');
    if (!this.inlineCode) return fill(this.source, start, end, codeMark);
    let size = 0;
    while (this.source.charCodeAt(start + size) === 96) size++;
    return ' '.repeat(size) + this.source.slice(start + size, end - size) + ' '.repeat(size);
  }
}

/** What stands in prose for the backslash of an escape, or of a hard break, which does part words. */
export function escapeIn(source: string, at: number): string {
  if (isLineEnding(source.charCodeAt(at + 1))) return ' ';
  const isInside = isLetterOrDigit(source.charCodeAt(at - 1)) && isLetterOrDigit(source.charCodeAt(at + 2));
  return isInside ? joiner : ' ';
}

/** That many fill characters, with the line endings of the source kept. */
function fill(source: string, start: number, end: number, mark: string): string {
  let filled = '';
  let from = start;
  for (let i = start; i < end; i++) {
    if (!isLineEnding(source.charCodeAt(i))) continue;
    filled += mark.repeat(i - from) + source.charAt(i);
    from = i + 1;
  }
  return filled + mark.repeat(end - from);
}
