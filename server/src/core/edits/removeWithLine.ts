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
  // What is not blank ends the search: a long line may hold many spans.
  let lineStart = span.start;
  while (lineStart > 0 && isBlankInLine(text[lineStart - 1]!)) lineStart--;
  let end = span.end;
  while (end < text.length && isBlankInLine(text[end]!)) end++;
  const isAlone =
    (lineStart === 0 || isLineBreak(text[lineStart - 1]!)) && (end === text.length || isLineBreak(text[end]!));
  if (!isAlone) return { span, newText: '' };
  return { span: { start: lineStart, end: end + lineBreakAt(text, end) }, newText: '' };
}

function isLineBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}

function isBlankInLine(character: string): boolean {
  return !isLineBreak(character) && character.trim() === '';
}
