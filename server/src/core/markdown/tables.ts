/** Rows of GFM tables. */
import { isSpace, skipSpaces } from './characters.js';

/**
 * Number of cells that a line has as the header of a table, or -1 where it cannot be one (a lone pipe). A backslash
 * escapes a pipe; code spans do not.
 */
export function countHeaderCells(text: string, from: number, end: number): number {
  let cells = 0;
  let parts = text.charCodeAt(from) === 124 ? 0 : 1;
  let expectsCell = text.charCodeAt(from) !== 124;
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      i++;
      continue;
    }
    parts++;
    if (expectsCell) {
      expectsCell = false;
      cells++;
    }
    if (code === 124) {
      expectsCell = true;
      i++;
    } else i = skipCellData(text, i, end);
  }
  return parts > 1 ? cells : -1;
}

/** Number of columns of a delimiter row (`| --- | :-: |`), or -1 where the line is none. */
export function countDelimiterCells(text: string, from: number, end: number): number {
  let cells = 0;
  let marked = false;
  let i = from;
  for (;;) {
    if (i < end && text.charCodeAt(i) === 124) {
      marked = true;
      i = skipSpaces(text, i + 1, end);
      if (i >= end) break;
    }
    const cellStart = i;
    if (text.charCodeAt(i) === 58) i++;
    const dashes = i;
    while (i < end && text.charCodeAt(i) === 45) i++;
    if (i === dashes) return -1;
    const alignsRight = i < end && text.charCodeAt(i) === 58;
    if (alignsRight) i++;
    if (alignsRight || text.charCodeAt(cellStart) === 58) marked = true;
    cells++;
    i = skipSpaces(text, i, end);
    if (i >= end) break;
    if (text.charCodeAt(i) !== 124) return -1;
  }
  return marked ? cells : -1;
}

/** Calls back for each cell of the row that has content: its column and its trimmed span. */
export function forEachCell(
  text: string,
  from: number,
  end: number,
  found: (column: number, start: number, end: number) => void,
): void {
  let column = 0;
  let contentStart = -1;
  let contentEnd = -1;
  let begun = false;
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 124) {
      if (contentStart >= 0) found(column, contentStart, contentEnd);
      contentStart = -1;
      if (begun) column++;
      begun = true;
      i++;
    } else if (isSpace(code)) i++;
    else {
      begun = true;
      if (contentStart < 0) contentStart = i;
      i = skipCellData(text, i, end);
      contentEnd = i;
    }
  }
  if (contentStart >= 0) found(column, contentStart, contentEnd);
}

function skipCellData(text: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 124 || isSpace(code)) break;
    i++;
    if (code === 92 && i < end) {
      const next = text.charCodeAt(i);
      if (next === 92 || next === 124) i++;
    }
  }
  return i;
}
