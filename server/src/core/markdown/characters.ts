/** Tests of single UTF-16 code units, shared by the Markdown reader. NaN (beyond the text) answers false everywhere. */

export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;

/** Space or tab. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** LF or CR. */
export function isLineEnding(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

export function isSpaceOrLineEnding(code: number): boolean {
  return code === SPACE || code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** ASCII punctuation, which a backslash can escape in Markdown. */
export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** ASCII control characters as link destinations forbid them; NUL counts as the replacement character it is read as. */
export function isControl(code: number): boolean {
  return (code > 0 && code < 32) || code === 127;
}

/** The offset of the first character at or after `from` that is neither space nor tab, at most `end`. */
export function skipSpaces(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The offset after the last character before `end` that is neither space nor tab, at least `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
