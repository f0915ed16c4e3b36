/** Removing a piece of text without leaving an empty line behind. */
import type { Span } from '../text.js';

/** The offset at which the line that holds `from` ends, before its line break. */
export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The length of the line break at an offset: 0, 1 or 2. */
export function lineBreakAt(text: string, offset: number): number {
  if (text[offset] === '\r') return text[offset + 1] === '\n' ? 2 : 1;
  return text[offset] === '\n' ? 1 : 0;
}

/** The edit that removes a span, and its lines where nothing else stands on them. */
export function removeWithLine(text: string, span: Span): { span: Span; newText: string } {
  let lineStart = span.start;
  while (lineStart > 0 && text[lineStart - 1] !== '\n' && text[lineStart - 1] !== '\r') lineStart--;
  const end = endOfLine(text, span.end);
  const isAlone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  if (!isAlone) return { span, newText: '' };
  return { span: { start: lineStart, end: end + lineBreakAt(text, end) }, newText: '' };
}
