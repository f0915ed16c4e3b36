/** Inline HTML and autolinks (`<https://…>`, `<name@host>`): where they end. Works on the text of one block. */
import { isControl, isDigit, isLetter, isLetterOrDigit, isSpaceOrLineEnding } from './characters.js';

/**
 * Finds the ends of inline tags in one block. Failures are remembered, so that a text of a million `<` or `<!--` is still
 * read once only.
 */
export class InlineHtml {
  /** Openers whose closing mark was sought and is not there any more. */
  private readonly missing = new Set<string>();
  /** Places between attributes from which no tag can be completed. */
  private readonly deadEnds = new Set<number>();

  constructor(private readonly text: string) {}

  /** The offset after the comment, tag, declaration, instruction or CDATA section at `<`, or -1. */
  end(from: number): number {
    const { text } = this;
    const code = text.charCodeAt(from + 1);
    if (code === 33) {
      if (text.startsWith('--', from + 2)) return this.find('-->', from + 2);
      if (text.startsWith('[CDATA[', from + 2)) return this.find(']]>', from + 9);
      return isLetter(text.charCodeAt(from + 2)) ? this.find('>', from + 3) : -1;
    }
    if (code === 63) return this.find('?>', from + 2);
    if (code === 47) return this.closingTagEnd(from + 2);
    return isLetter(code) ? this.openingTagEnd(from + 2) : -1;
  }

  private find(needle: string, from: number): number {
    if (this.missing.has(needle)) return -1;
    const found = this.text.indexOf(needle, from);
    if (found >= 0) return found + needle.length;
    this.missing.add(needle);
    return -1;
  }

  private closingTagEnd(from: number): number {
    const { text } = this;
    if (!isLetter(text.charCodeAt(from))) return -1;
    let i = from + 1;
    while (isNameCode(text.charCodeAt(i))) i++;
    while (isSpaceOrLineEnding(text.charCodeAt(i))) i++;
    return text.charCodeAt(i) === 62 ? i + 1 : -1;
  }

  private openingTagEnd(from: number): number {
    const { text } = this;
    let i = from;
    while (isNameCode(text.charCodeAt(i))) i++;
    const after = text.charCodeAt(i);
    if (after !== 47 && after !== 62 && !isSpaceOrLineEnding(after)) return -1;
    const visited: number[] = [];
    const end = this.attributesEnd(i, visited);
    if (end < 0) for (const offset of visited) this.deadEnds.add(offset);
    return end;
  }

  private attributesEnd(from: number, visited: number[]): number {
    const { text } = this;
    let i = from;
    for (;;) {
      if (this.deadEnds.has(i)) return -1;
      visited.push(i);
      while (isSpaceOrLineEnding(text.charCodeAt(i))) i++;
      const code = text.charCodeAt(i);
      if (code === 62) return i + 1;
      if (code === 47) return text.charCodeAt(i + 1) === 62 ? i + 2 : -1;
      if (code !== 58 && code !== 95 && !isLetter(code)) return -1;
      i++;
      while (isAttributeNameCode(text.charCodeAt(i))) i++;
      const nameEnd = i;
      while (isSpaceOrLineEnding(text.charCodeAt(i))) i++;
      if (text.charCodeAt(i) !== 61) {
        i = nameEnd;
        continue;
      }
      i = this.valueEnd(i + 1);
      if (i < 0) return -1;
    }
  }

  private valueEnd(from: number): number {
    const { text } = this;
    let i = from;
    while (isSpaceOrLineEnding(text.charCodeAt(i))) i++;
    const first = text.charCodeAt(i);
    if (first === 34 || first === 39) {
      const close = text.indexOf(first === 34 ? '"' : "'", i + 1);
      if (close < 0) return -1;
      const after = text.charCodeAt(close + 1);
      return after === 47 || after === 62 || isSpaceOrLineEnding(after) ? close + 1 : -1;
    }
    if (Number.isNaN(first) || first === 60 || first === 61 || first === 62 || first === 96) return -1;
    for (i++; ; i++) {
      const code = text.charCodeAt(i);
      if (code === 47 || code === 62 || isSpaceOrLineEnding(code)) return i;
      if (Number.isNaN(code) || code === 34 || code === 39 || code === 60 || code === 61 || code === 96) return -1;
    }
  }
}

function isNameCode(code: number): boolean {
  return code === 45 || isLetterOrDigit(code);
}

function isAttributeNameCode(code: number): boolean {
  return code === 45 || code === 46 || code === 58 || code === 95 || isLetterOrDigit(code);
}

const longestScheme = 32;
const longestDomainLabel = 63;

/** The offset after an autolink in angle brackets that begins with `<` at the offset, or -1. */
export function autolinkEnd(text: string, from: number): number {
  const first = text.charCodeAt(from + 1);
  if (isLetter(first)) {
    let i = from + 2;
    while (i - from - 1 <= longestScheme && isSchemeCode(text.charCodeAt(i))) i++;
    if (i > from + 2 && i - from - 1 <= longestScheme && text.charCodeAt(i) === 58) return uriEnd(text, i + 1);
  }
  return first === 64 ? -1 : emailEnd(text, from + 1);
}

function uriEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 32 || code === 60 || isControl(code)) return -1;
  }
  return -1;
}

function emailEnd(text: string, from: number): number {
  let i = from;
  while (isAtext(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) !== 64) return -1;
  i++;
  for (;;) {
    if (!isLetterOrDigit(text.charCodeAt(i))) return -1;
    const labelStart = i;
    while (isNameCode(text.charCodeAt(i)) && i - labelStart <= longestDomainLabel) i++;
    if (i - labelStart > longestDomainLabel || text.charCodeAt(i - 1) === 45) return -1;
    if (text.charCodeAt(i) === 62) return i + 1;
    if (text.charCodeAt(i) !== 46) return -1;
    i++;
  }
}

function isSchemeCode(code: number): boolean {
  return code === 43 || code === 45 || code === 46 || isLetterOrDigit(code);
}

function isAtext(code: number): boolean {
  return (
    (code >= 35 && code <= 39) ||
    code === 42 ||
    code === 43 ||
    (code >= 45 && code <= 47) ||
    isDigit(code) ||
    code === 61 ||
    code === 63 ||
    isLetter(code) ||
    (code >= 94 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
