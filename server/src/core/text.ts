/** Positions in texts. Everything in the core speaks of UTF-16 offsets; lines exist only at the edges (LSP, terminal). */

/** A half-open range of UTF-16 offsets into one document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 character, as LSP has them. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * The offsets at which lines begin (the first is always 0). A line ends with LF, CR LF or a lone CR, as in LSP, so that
 * an editor and the command line agree on every position.
 */
export function findLineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  // Searching for one character is several times as fast as looking at each; a lone CR is rare, so it is looked for once.
  if (hasLoneReturn(text)) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return true;
  }
  return false;
}

/** The index of the line that holds the offset; an offset beyond the end belongs to the last line. */
export function lineAt(lineStarts: Uint32Array, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** UTF-16 offset → line and character. */
export function positionAt(lineStarts: Uint32Array, offset: number): LinePosition {
  const line = lineAt(lineStarts, offset);
  return { line, character: Math.max(0, offset - lineStarts[line]!) };
}

/** Line and character → UTF-16 offset, clamped to the line it names (and to the text for lines beyond the end). */
export function offsetAt(lineStarts: Uint32Array, textLength: number, position: LinePosition): number {
  if (position.line < 0) return 0;
  if (position.line >= lineStarts.length) return textLength;
  const start = lineStarts[position.line]!;
  const next = position.line + 1 < lineStarts.length ? lineStarts[position.line + 1]! : textLength;
  return Math.min(start + Math.max(0, position.character), next);
}

/** The shortest span that holds both. */
export function spanAround(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Whether the offset lies in the span; the end counts, because a cursor after the last character still means the word. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** Whether two spans have a character in common or stand side by side. */
export function meet(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * A copy of a slice that does not keep the whole text alive: engines represent a long slice as a window into its parent.
 */
export function detach(slice: string): string {
  return slice.length < 13 ? slice : (' ' + slice).slice(1);
}
