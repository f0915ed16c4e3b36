/** Link definitions at the start of a paragraph, found in the text itself with its container prefixes. */
import { isLineEnding } from './characters.js';
import { skipDefinitions } from './definitions.js';

/**
 * @param start first character of the paragraph
 * @param end end of its last line
 * @param continuations where the content of each further line begins
 * @param labels receives the normalised labels
 * @returns where the paragraph begins after the definitions (-1 if nothing is left) and how many lines they took
 */
export function skipParagraphDefinitions(
  text: string,
  start: number,
  end: number,
  continuations: readonly number[],
  labels: Set<string>,
): { start: number; lines: number } {
  if (!text.slice(start, end).includes(']:')) return { start, lines: 0 };
  const lines = linesOf(text, start, end, continuations);
  let offset = skipDefinitions(lines.join('\n'), labels);
  if (offset === 0) return { start, lines: 0 };
  let line = 0;
  while (line < lines.length && offset > lines[line]!.length) offset -= lines[line++]!.length + 1;
  if (line >= lines.length || offset === lines[line]!.length) return { start: -1, lines: continuations.length };
  return { start: (line === 0 ? start : continuations[line - 1]!) + offset, lines: line };
}

/** The lines of the paragraph without prefixes and line endings. */
function linesOf(text: string, start: number, end: number, continuations: readonly number[]): string[] {
  const lines: string[] = [];
  for (let line = 0; line <= continuations.length; line++) {
    const from = line === 0 ? start : continuations[line - 1]!;
    lines.push(text.slice(from, line === continuations.length ? end : lineEndBefore(text, continuations[line]!)));
  }
  return lines;
}

/** The end of the line before the one in which the offset lies, without its line ending. */
function lineEndBefore(text: string, offset: number): number {
  let i = offset;
  while (i > 0 && !isLineEnding(text.charCodeAt(i - 1))) i--;
  i--;
  return text.charCodeAt(i) === 10 && text.charCodeAt(i - 1) === 13 ? i - 1 : i;
}
