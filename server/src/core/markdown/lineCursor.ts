/**
 * A place in one line of Markdown that counts columns: a tab is worth up to four, and a list item may take only some of
 * them (the rest are then `virtual` spaces before the next character).
 */
import { CARRIAGE_RETURN, LINE_FEED, SPACE, TAB } from './characters.js';

export class LineCursor {
  /** The next character. */
  offset = 0;
  /** Zero-based column of the next character or virtual space. */
  column = 0;
  /** Columns left over from a tab that lies before `offset`. */
  virtual = 0;
  lineStart = 0;
  /** Where the line ending begins (or the text ends). */
  lineEnd = 0;
  /** Where the next line begins. */
  next = 0;
  private nonSpaceOffset = -1;
  private nonSpaceColumn = 0;
  private readonly hasReturns: boolean;

  constructor(private readonly text: string) {
    this.hasReturns = text.includes('\r');
  }

  /** Begins with the line that starts at the offset. */
  moveTo(start: number): void {
    this.offset = start;
    this.lineStart = start;
    this.column = 0;
    this.virtual = 0;
    this.nonSpaceOffset = -1;
    if (this.hasReturns) {
      this.findLineEnd(start);
      return;
    }
    const end = this.text.indexOf('\n', start);
    this.lineEnd = end < 0 ? this.text.length : end;
    this.next = end < 0 ? this.text.length : end + 1;
  }

  /** The first character at or after the cursor that is neither space nor tab; the line's end if there is none. */
  nonSpace(): number {
    if (this.nonSpaceOffset < this.offset) this.measure();
    return this.nonSpaceOffset;
  }

  isBlank(): boolean {
    return this.nonSpace() === this.lineEnd;
  }

  /** Columns of white space before the next other character. */
  indent(): number {
    if (this.nonSpaceOffset < this.offset) this.measure();
    return this.nonSpaceColumn - this.column;
  }

  /** Goes over all white space. */
  skipIndent(): void {
    this.offset = this.nonSpace();
    this.column = this.nonSpaceColumn;
    this.virtual = 0;
  }

  /** Goes over that many columns of white space; there must be so many. */
  skipColumns(count: number): void {
    const target = this.column + count;
    while (this.column < target) {
      if (this.virtual > 0) this.virtual--;
      else {
        if (this.text.charCodeAt(this.offset) === TAB) this.virtual = 3 - (this.column & 3);
        this.offset++;
      }
      this.column++;
    }
  }

  /** Goes over characters that are no white space. */
  skipCharacters(count: number): void {
    this.offset += count;
    this.column += count;
  }

  private measure(): void {
    let offset = this.offset;
    let column = this.column + this.virtual;
    for (; offset < this.lineEnd; offset++) {
      const code = this.text.charCodeAt(offset);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column & 3);
      else break;
    }
    this.nonSpaceOffset = offset;
    this.nonSpaceColumn = column;
  }

  private findLineEnd(start: number): void {
    const length = this.text.length;
    let end = start;
    while (end < length) {
      const code = this.text.charCodeAt(end);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      end++;
    }
    this.lineEnd = end;
    this.next = end < length ? end + 1 : end;
    if (this.text.charCodeAt(end) === CARRIAGE_RETURN && this.text.charCodeAt(end + 1) === LINE_FEED) this.next++;
  }
}
