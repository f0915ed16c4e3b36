/** Link reference definitions (`[label]: destination "title"`) at the start of what would be a paragraph. */
import { isControl, isLineEnding, isSpace, isSpaceOrLineEnding, LINE_FEED } from './characters.js';

const longestLabel = 999;

/** Labels are compared without case and with white space collapsed, as CommonMark has it. */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/**
 * Goes over the definitions that stand at the start of the content.
 * @param content lines joined by LF, without container prefixes
 * @param labels receives the normalised labels
 * @returns the offset in `content` where the paragraph begins (start of a line), or its length if nothing is left
 */
export function skipDefinitions(content: string, labels: Set<string>): number {
  let offset = 0;
  while (offset < content.length && content.charCodeAt(offset) === 91) {
    const end = definitionEnd(content, offset, labels);
    if (end < 0) return offset;
    if (end >= content.length) return content.length;
    offset = skipWhile(content, end + 1, isSpace);
  }
  return offset;
}

/** The offset of the line ending after the definition, or -1. */
function definitionEnd(content: string, from: number, labels: Set<string>): number {
  const labelEnd = skipLabel(content, from, content.length);
  if (labelEnd < 0 || content.charCodeAt(labelEnd) !== 58) return -1;
  const destination = skipWhile(content, labelEnd + 1, isSpaceOrLineEnding);
  const afterDestination = skipDestination(content, destination, content.length, Number.POSITIVE_INFINITY);
  if (afterDestination < 0) return -1;
  let end = -1;
  const titleStart = skipWhile(content, afterDestination, isSpaceOrLineEnding);
  if (titleStart > afterDestination) {
    const titleEnd = skipTitle(content, titleStart, content.length);
    if (titleEnd >= 0) end = lineEndAfter(content, titleEnd);
  }
  if (end < 0) end = lineEndAfter(content, afterDestination);
  if (end >= 0) labels.add(normaliseLabel(content.slice(from + 1, labelEnd - 1)));
  return end;
}

function lineEndAfter(content: string, from: number): number {
  const end = skipWhile(content, from, isSpace);
  return end >= content.length || content.charCodeAt(end) === LINE_FEED ? end : -1;
}

function skipWhile(text: string, from: number, test: (code: number) => boolean): number {
  let i = from;
  while (i < text.length && test(text.charCodeAt(i))) i++;
  return i;
}

/** The offset after `[label]`, or -1. The label may span lines, must hold more than white space and no bare bracket. */
export function skipLabel(text: string, from: number, end: number): number {
  let size = 0;
  let seen = false;
  let i = from + 1;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 91 || size > longestLabel) return -1;
    if (code === 93) return seen ? i + 1 : -1;
    i++;
    if (isLineEnding(code)) continue;
    size++;
    if (!isSpace(code)) seen = true;
    if (code === 92 && i < end) {
      const next = text.charCodeAt(i);
      if (next === 91 || next === 92 || next === 93) {
        i++;
        size++;
      }
    }
  }
  return -1;
}

/**
 * The offset after a link destination, or -1.
 * @param depth how many nested parentheses a bare destination may have
 */
export function skipDestination(text: string, from: number, end: number, depth: number): number {
  if (from >= end) return -1;
  const first = text.charCodeAt(from);
  if (first === 60) return skipEnclosedDestination(text, from + 1, end);
  if (first === 32 || first === 41 || isControl(first)) return -1;
  let balance = 0;
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (balance === 0 && (code === 41 || isSpaceOrLineEnding(code))) return i;
    if (code === 40) {
      if (balance >= depth) return -1;
      balance++;
    } else if (code === 41) balance--;
    else if (code === 32 || isControl(code)) return -1;
    i++;
    if (code === 92 && i < end) {
      const next = text.charCodeAt(i);
      if (next === 40 || next === 41 || next === 92) i++;
    }
  }
  return balance === 0 ? end : -1;
}

function skipEnclosedDestination(text: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 60 || isLineEnding(code)) return -1;
    i++;
    if (code === 92 && i < end) {
      const next = text.charCodeAt(i);
      if (next === 60 || next === 62 || next === 92) i++;
    }
  }
  return -1;
}

/** The offset after a title in quotes or parentheses, or -1. */
function skipTitle(text: string, from: number, end: number): number {
  const first = from < end ? text.charCodeAt(from) : Number.NaN;
  if (first !== 34 && first !== 39 && first !== 40) return -1;
  const marker = first === 40 ? 41 : first;
  let i = from + 1;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === marker) return i + 1;
    i++;
    if (code === 92 && i < end) {
      const next = text.charCodeAt(i);
      if (next === marker || next === 92) i++;
    }
  }
  return -1;
}
