/** Recognises the marks that open containers at the cursor (`>`, list markers, `[^1]:`) and moves the cursor over them. */
import { isDigit, isSpace } from './characters.js';
import { normaliseLabel } from './definitions.js';
import { thematicBreakFailure } from './leafStarts.js';
import type { LineCursor } from './lineCursor.js';

const longestLabel = 999;
const mostDigits = 9;

/** A list marker that was found. */
export interface ListMarker {
  /** Columns from the start of the container to the content. */
  size: number;
  marker: number;
  ordered: boolean;
  startsEmpty: boolean;
}

export class ContainerStarts {
  /** Set by `list`. */
  readonly found: ListMarker = { size: 0, marker: 0, ordered: false, startsEmpty: false };
  // A line of many bullets must not be searched to its end for a thematic break at each of them.
  private noBreakLine = -1;
  private noBreakMarker = 0;
  private noBreakBefore = 0;

  constructor(
    private readonly text: string,
    private readonly cursor: LineCursor,
    private readonly footnotes: Set<string>,
  ) {}

  /** Goes over `>` and one column of white space after it, if `>` stands next. */
  quote(): boolean {
    const cursor = this.cursor;
    if (cursor.isBlank() || cursor.indent() > 3 || this.text.charCodeAt(cursor.nonSpace()) !== 62) return false;
    cursor.skipIndent();
    cursor.skipCharacters(1);
    if (isSpace(this.text.charCodeAt(cursor.offset))) cursor.skipColumns(1);
    return true;
  }

  /**
   * Goes over a list marker and the white space after it.
   * @param interrupts whether the item would end a paragraph: then it must not be empty, and a number must be 1
   * @param marker the marker it must have, or 0 for any
   * @param ordered whether it must be a number, if a marker is given
   */
  list(interrupts: boolean, marker: number, ordered: boolean): boolean {
    const cursor = this.cursor;
    if (cursor.isBlank() || cursor.indent() > 3) return false;
    const start = cursor.nonSpace();
    const code = this.text.charCodeAt(start);
    const isBullet = code === 45 || code === 42 || code === 43;
    if (marker !== 0 ? ordered === isBullet : !isBullet && !isDigit(code)) return false;
    let width = 1;
    if (isBullet) {
      if (marker !== 0 && code !== marker) return false;
      if (code !== 43 && this.isBreak(start, code)) return false;
    } else {
      width = this.numberWidth(start, interrupts, marker);
      if (width === 0) return false;
    }
    return this.afterMarker(start, width, interrupts, !isBullet);
  }

  /** Goes over `[^label]:` and all white space after it, and notes the label. */
  footnote(): boolean {
    const cursor = this.cursor;
    if (cursor.isBlank() || cursor.indent() > 3) return false;
    const start = cursor.nonSpace();
    const end = footnoteLabelEnd(this.text, start, cursor.lineEnd);
    if (end < 0 || end >= cursor.lineEnd || this.text.charCodeAt(end) !== 58) return false;
    this.footnotes.add(normaliseLabel(this.text.slice(start + 2, end - 1)));
    cursor.skipIndent();
    cursor.skipCharacters(end + 1 - start);
    cursor.skipIndent();
    return true;
  }

  private numberWidth(start: number, interrupts: boolean, marker: number): number {
    let end = start;
    while (end - start < mostDigits && isDigit(this.text.charCodeAt(end))) end++;
    const delimiter = this.text.charCodeAt(end);
    if (end === start || (marker !== 0 ? delimiter !== marker : delimiter !== 46 && delimiter !== 41)) return 0;
    if (interrupts && (end - start > 1 || this.text.charCodeAt(start) !== 49)) return 0;
    return end + 1 - start;
  }

  private afterMarker(start: number, width: number, interrupts: boolean, ordered: boolean): boolean {
    const cursor = this.cursor;
    const after = start + width;
    if (after < cursor.lineEnd && !isSpace(this.text.charCodeAt(after))) return false;
    const indent = cursor.indent();
    const startsEmpty = isBlankFrom(this.text, after, cursor.lineEnd);
    if (startsEmpty && interrupts) return false;
    cursor.skipIndent();
    cursor.skipCharacters(width);
    let padding = 1;
    if (!startsEmpty) {
      padding = cursor.indent() <= 4 ? cursor.indent() : 1;
      cursor.skipColumns(padding);
    }
    this.found.size = indent + width + padding;
    this.found.marker = this.text.charCodeAt(after - 1);
    this.found.ordered = ordered;
    this.found.startsEmpty = startsEmpty;
    return true;
  }

  private isBreak(start: number, marker: number): boolean {
    const known = this.noBreakLine === this.cursor.lineStart && this.noBreakMarker === marker;
    if (known && start < this.noBreakBefore) return false;
    const failure = thematicBreakFailure(this.text, start, this.cursor.lineEnd);
    if (failure < 0) return true;
    this.noBreakLine = this.cursor.lineStart;
    this.noBreakMarker = marker;
    this.noBreakBefore = failure;
    return false;
  }
}

function isBlankFrom(text: string, from: number, end: number): boolean {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i === end;
}

/** The offset after `[^label]` (no white space inside), or -1. */
export function footnoteLabelEnd(text: string, from: number, end: number): number {
  if (text.charCodeAt(from) !== 91 || text.charCodeAt(from + 1) !== 94) return -1;
  let size = 0;
  for (let i = from + 2; i < end; i++) {
    const code = text.charCodeAt(i);
    if (size > longestLabel || code === 91 || isSpace(code) || code === 10 || code === 13) return -1;
    if (code === 93) return size > 0 ? i + 1 : -1;
    size++;
    if (code === 92) {
      const next = text.charCodeAt(i + 1);
      if (i + 1 < end && (next === 91 || next === 92 || next === 93)) {
        i++;
        size++;
      }
    }
  }
  return -1;
}
