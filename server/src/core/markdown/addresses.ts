/** Blanks out what looks like prose to Markdown but is none: bare addresses, e-mail addresses, template placeholders. */
import { isDigit, isLetter, isLetterOrDigit, isSpaceOrLineEnding } from './characters.js';

/** Replaces placeholders (`{{…}}`, `{%…%}`), URLs and e-mail addresses by spaces; same length, line endings stay. */
export function maskAddresses(source: string): string {
  const masker = new Masker(source);
  masker.placeholders('{{', '}}');
  masker.placeholders('{%', '%}');
  masker.urls();
  masker.emails();
  return masker.apply();
}

class Masker {
  private readonly ranges: [number, number][] = [];

  constructor(private readonly source: string) {}

  placeholders(open: string, close: string): void {
    let start = this.source.indexOf(open);
    while (start >= 0) {
      const end = this.source.indexOf(close, start + open.length);
      if (end < 0) return;
      this.ranges.push([start, end + close.length]);
      start = this.source.indexOf(open, end + close.length);
    }
  }

  urls(): void {
    const { source } = this;
    let colon = source.indexOf('://');
    while (colon >= 0) {
      let start = colon;
      while (start > 0 && isSchemeCode(source.charCodeAt(start - 1))) start--;
      const end = addressEnd(source, colon + 3);
      if (start < colon) this.ranges.push([start, end]);
      colon = source.indexOf('://', end);
    }
    for (let dot = source.indexOf('.'); dot >= 0; dot = source.indexOf('.', dot + 1)) {
      const start = dot - 3;
      if (start < 0 || !isWww(source, start)) continue;
      if (start > 0 && isLetterOrDigit(source.charCodeAt(start - 1))) continue;
      const end = addressEnd(source, dot + 1);
      this.ranges.push([start, end]);
      dot = Math.max(dot, end - 1);
    }
  }

  emails(): void {
    const { source } = this;
    let floor = 0;
    for (let at = source.indexOf('@'); at >= 0; at = source.indexOf('@', at + 1)) {
      let start = at;
      while (start > floor && isMailCode(source.charCodeAt(start - 1))) start--;
      let end = at + 1;
      let dots = 0;
      while (isDomainCode(source.charCodeAt(end))) {
        if (source.charCodeAt(end) === 46 && isLetterOrDigit(source.charCodeAt(end + 1))) dots++;
        end++;
      }
      while (end > at + 1 && !isLetterOrDigit(source.charCodeAt(end - 1))) end--;
      if (start < at && dots > 0) this.ranges.push([start, end]);
      floor = at + 1;
    }
  }

  apply(): string {
    if (this.ranges.length === 0) return this.source;
    this.ranges.sort((a, b) => a[0] - b[0]);
    let masked = '';
    let copied = 0;
    for (const [start, end] of this.ranges) {
      if (end <= copied) continue;
      const from = Math.max(start, copied);
      masked += this.source.slice(copied, from) + this.source.slice(from, end).replace(/[^\r\n]/g, ' ');
      copied = end;
    }
    return masked + this.source.slice(copied);
  }
}

/** Where a bare address ends: at white space, at marks that cannot be in it, and before closing punctuation. */
function addressEnd(source: string, from: number): number {
  let end = from;
  let depth = 0;
  for (; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (isSpaceOrLineEnding(code) || code === 60 || code === 62 || code === 34 || code === 124 || code === 0xfffc)
      break;
    if (code === 40) depth++;
    else if (code === 41 && --depth < 0) break;
  }
  while (end > from && isClosingPunctuation(source.charCodeAt(end - 1))) end--;
  return end;
}

function isClosingPunctuation(code: number): boolean {
  // . , ; : ! ? ' * _ ~ ]
  return [46, 44, 59, 58, 33, 63, 39, 42, 95, 126, 93].includes(code);
}

function isWww(source: string, start: number): boolean {
  for (let i = start; i < start + 3; i++) if ((source.charCodeAt(i) | 32) !== 119) return false;
  return true;
}

function isSchemeCode(code: number): boolean {
  return code === 43 || code === 45 || isLetter(code) || isDigit(code);
}

function isMailCode(code: number): boolean {
  return code === 37 || code === 43 || code === 45 || code === 46 || code === 95 || isLetterOrDigit(code);
}

function isDomainCode(code: number): boolean {
  return code === 45 || code === 46 || isLetterOrDigit(code);
}
