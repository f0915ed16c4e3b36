/** Bare addresses (`https://…`, `www.…`, `name@host`) as GFM ends them: which trailing punctuation still belongs to the address. */
import { isControl, isLetter, isLetterOrDigit, isSpaceOrLineEnding } from './characters.js';

/** Finds the ends of bare addresses in the text of one block. */
export class LiteralLinks {
  /** Trailing punctuation up to here is followed by more of the address, so it need not be followed again. */
  private noTrailBefore = 0;

  constructor(private readonly text: string) {}

  /** The offset after `http://…` or `https://…` at the offset, or -1. */
  protocolEnd(from: number): number {
    const { text } = this;
    let i = from;
    while (i - from < 5 && isLetter(text.charCodeAt(i))) i++;
    const scheme = text.slice(from, i).toLowerCase();
    if ((scheme !== 'http' && scheme !== 'https') || !text.startsWith('://', i)) return -1;
    i += 3;
    if (i >= text.length || isBreak(text, i) || isControl(text.charCodeAt(i)) || isPunctuation(text, i)) return -1;
    return this.addressEnd(i);
  }

  /**
   * The offset after an e-mail address that begins at the offset, or -1. It can begin only where no such character and no
   * slash precedes.
   */
  emailEnd(from: number): number {
    const { text } = this;
    let i = from;
    while (isMailCode(text.charCodeAt(i))) i++;
    if (i === from || text.charCodeAt(i) !== 64) return -1;
    i++;
    let hasDot = false;
    let hasName = false;
    for (;;) {
      const code = text.charCodeAt(i);
      if (code === 46 && isLetterOrDigit(text.charCodeAt(i + 1))) hasDot = true;
      else if (code === 45 || code === 95 || isLetterOrDigit(code)) hasName = true;
      else break;
      i++;
    }
    return hasDot && hasName && isLetter(text.charCodeAt(i - 1)) ? i : -1;
  }

  /** The offset after `www.…` at the offset, or -1. */
  wwwEnd(from: number): number {
    const { text } = this;
    if (text.charCodeAt(from + 3) !== 46 || from + 4 >= text.length) return -1;
    return text.slice(from, from + 3).toLowerCase() === 'www' ? this.addressEnd(from) : -1;
  }

  private addressEnd(from: number): number {
    const domainEnd = this.domainEnd(from);
    return domainEnd < 0 ? -1 : this.pathEnd(domainEnd);
  }

  private domainEnd(from: number): number {
    const { text } = this;
    let i = from;
    let seen = false;
    let underscoreInLast = false;
    let underscoreInSecondLast = false;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 46 || code === 95) {
        if (this.isTrail(i)) break;
        if (code === 95) underscoreInLast = true;
        else {
          underscoreInSecondLast = underscoreInLast;
          underscoreInLast = false;
        }
      } else if (isBreak(text, i) || (code !== 45 && isPunctuation(text, i))) break;
      else seen = true;
    }
    return underscoreInLast || underscoreInSecondLast || !seen ? -1 : i;
  }

  private pathEnd(from: number): number {
    const { text } = this;
    let open = 0;
    let closed = 0;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 40) open++;
      else if (code === 41 && closed < open) closed++;
      else if (isTrailCode(code) || code === 38 || code === 60 || code === 93) {
        if (this.isTrail(i)) break;
        if (code === 41) closed++;
      } else if (isBreak(text, i)) break;
    }
    return i;
  }

  /** Whether from here only punctuation follows that does not belong to the address. */
  private isTrail(from: number): boolean {
    if (from < this.noTrailBefore) return false;
    const { text } = this;
    let i = from;
    for (;;) {
      if (i >= text.length) return true;
      const code = text.charCodeAt(i);
      if (isTrailCode(code)) i++;
      else if (code === 38) {
        const start = ++i;
        while (isLetter(text.charCodeAt(i))) i++;
        if (i === start || text.charCodeAt(i) !== 59) break;
        i++;
      } else if (code === 93) {
        i++;
        const after = text.charCodeAt(i);
        if (i >= text.length || after === 40 || after === 91 || isBreak(text, i)) return true;
      } else if (code === 60 || isBreak(text, i)) return true;
      else break;
    }
    this.noTrailBefore = i;
    return false;
  }
}

/** What an e-mail address in running text can consist of before its `@`. */
export function isMailCode(code: number): boolean {
  return code === 43 || code === 45 || code === 46 || code === 95 || isLetterOrDigit(code);
}

function isTrailCode(code: number): boolean {
  return (
    code === 33 ||
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 42 ||
    code === 44 ||
    code === 46 ||
    code === 58 ||
    code === 59 ||
    code === 63 ||
    code === 95 ||
    code === 126
  );
}

function isBreak(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return isSpaceOrLineEnding(code) || code === 11 || code === 12 || (code > 127 && /\s/.test(text.charAt(offset)));
}

function isPunctuation(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code > 127) return /[\p{P}\p{S}]/u.test(text.charAt(offset));
  return code > 32 && code < 127 && !(code >= 48 && code <= 57) && !isLetter(code);
}
