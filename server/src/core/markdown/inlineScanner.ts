/**
 * Reads the inline marks of one block: code spans, links, images, references, HTML, autolinks, escapes. It follows
 * micromark's order of precedence, so that both see the same prose; emphasis is left alone.
 */
import { isAsciiPunctuation, isLetter, isLineEnding, isSpaceOrLineEnding } from './characters.js';
import { footnoteLabelEnd } from './containerStarts.js';
import { normaliseLabel, skipDestination, skipLabel } from './definitions.js';
import { autolinkEnd, InlineHtml } from './inlineHtml.js';
import { isMailCode, LiteralLinks } from './literalLinks.js';
import type { LinkLabels } from './types.js';

/** What a marked range is. */
export type InlineKind = 'markup' | 'code' | 'html' | 'comment' | 'address' | 'escape' | 'reference';

/** Called for each range that is not plain prose; ranges do not overlap but may come out of order. */
export type InlineVisitor = (kind: InlineKind, start: number, end: number) => void;

/** How many nested parentheses a bare destination may have, as in CommonMark. */
const deepestDestination = 32;

/**
 * @param source the text of one block, container prefixes replaced by spaces
 * @param labels the labels of the document; without them `[a][b]` is taken for a reference and `[a]` is not
 * @param isItemStart whether a task list box (`[x]`) may stand at the start
 */
export function scanInline(
  source: string,
  labels: LinkLabels | undefined,
  isItemStart: boolean,
  visit: InlineVisitor,
): void {
  new InlineScanner(source, labels, visit).run(isItemStart);
}

class InlineScanner {
  private readonly html: InlineHtml;
  private readonly literals: LiteralLinks;
  /** Offsets of `[`, in the order of the text; those of images negated, so that a million of them are only numbers. */
  private readonly openers: number[] = [];
  /** Link openers at lower indexes would put a link into a link. */
  private inactiveBelow = 0;
  /** The last bracket seen: a defined label holds no further one. */
  private lastBracket = -1;
  /** Last offset at which a run of that many backticks begins. */
  private backtickRuns: Map<number, number> | undefined;
  private readonly titleEnds = new TitleEnds();

  constructor(
    private readonly text: string,
    private readonly labels: LinkLabels | undefined,
    private readonly visit: InlineVisitor,
  ) {
    this.html = new InlineHtml(text);
    this.literals = new LiteralLinks(text);
  }

  run(isItemStart: boolean): void {
    const { text } = this;
    const hasMail = text.includes('@');
    let i = isItemStart ? this.taskBoxEnd() : 0;
    while (i < text.length) {
      const end = hasMail ? this.mailEnd(i) : -1;
      if (end >= 0) {
        this.visit('address', i, end);
        i = end;
      } else i = this.step(i, text.charCodeAt(i));
    }
  }

  private mailEnd(i: number): number {
    const before = this.text.charCodeAt(i - 1);
    if (before === 47 || isMailCode(before) || this.openers.length > 0) return -1;
    return this.literals.emailEnd(i);
  }

  /** Reads what stands at the offset; returns where to go on. */
  private step(i: number, code: number): number {
    switch (code) {
      case 92:
        return this.escape(i);
      case 96:
        return this.code(i);
      case 60:
        return this.angle(i);
      case 33:
        if (this.text.charCodeAt(i + 1) !== 91) return i + 1;
        this.openLabel(i + 1, true);
        return i + 2;
      case 91:
        return this.bracket(i);
      case 93:
        return this.closeLabel(i);
      case 38:
        return this.characterReference(i);
      case 72:
      case 104:
        return this.openers.length > 0 || isLetter(this.text.charCodeAt(i - 1)) ? i + 1 : this.address(i, false);
      case 87:
      case 119:
        return this.openers.length > 0 || !mayPrecedeWww(this.text, i) ? i + 1 : this.address(i, true);
      default:
        return i + 1;
    }
  }

  private taskBoxEnd(): number {
    const { text } = this;
    const mark = text.charCodeAt(1);
    if (text.charCodeAt(0) !== 91 || text.charCodeAt(2) !== 93) return 0;
    if (mark !== 88 && mark !== 120 && !isSpaceOrLineEnding(mark)) return 0;
    if (!isSpaceOrLineEnding(text.charCodeAt(3)) || text.slice(3).trim() === '') return 0;
    this.visit('markup', 0, 3);
    return 3;
  }

  private escape(i: number): number {
    const next = this.text.charCodeAt(i + 1);
    if (isLineEnding(next) || isAsciiPunctuation(next)) {
      this.visit('escape', i, i + 1);
      return i + 2;
    }
    return i + 1;
  }

  private code(i: number): number {
    const { text } = this;
    let end = i + 1;
    while (text.charCodeAt(end) === 96) end++;
    const size = end - i;
    if (!this.backtickRuns) this.backtickRuns = lastBacktickRuns(text, i);
    if ((this.backtickRuns.get(size) ?? -1) < end) return end;
    for (let at = end; ; ) {
      const run = text.indexOf('`', at);
      at = run + 1;
      while (text.charCodeAt(at) === 96) at++;
      if (at - run === size) {
        this.visit('code', i, at);
        return at;
      }
    }
  }

  private angle(i: number): number {
    const link = autolinkEnd(this.text, i);
    if (link >= 0) {
      this.visit('address', i, link);
      return link;
    }
    const end = this.html.end(i);
    if (end < 0) return i + 1;
    this.visit(this.text.startsWith('<!--', i) ? 'comment' : 'html', i, end);
    return end;
  }

  private address(i: number, isWww: boolean): number {
    const end = isWww ? this.literals.wwwEnd(i) : this.literals.protocolEnd(i);
    if (end < 0) return i + 1;
    this.visit('address', i, end);
    return end;
  }

  private characterReference(i: number): number {
    const { text } = this;
    let end = i + 1;
    while (end - i < 33 && isReferenceCode(text.charCodeAt(end))) end++;
    if (text.charCodeAt(end) !== 59 || end === i + 1) return i + 1;
    this.visit('reference', i, end + 1);
    return end + 1;
  }

  private bracket(i: number): number {
    const end = footnoteLabelEnd(this.text, i, this.text.length);
    if (end >= 0 && this.isFootnote(i + 2, end - 1)) {
      this.visit('markup', i, end);
      return end;
    }
    this.openLabel(i, false);
    return i + 1;
  }

  private isFootnote(start: number, end: number): boolean {
    return !this.labels || this.labels.footnotes.has(normaliseLabel(this.text.slice(start, end)));
  }

  private openLabel(bracket: number, isImage: boolean): void {
    this.inactiveBelow = Math.min(this.inactiveBelow, this.openers.length);
    this.openers.push(isImage ? -bracket : bracket);
    this.lastBracket = bracket;
  }

  private closeLabel(i: number): number {
    const opener = this.openers.pop();
    const bracket = opener === undefined ? -1 : Math.abs(opener);
    const isSimple = this.lastBracket === bracket;
    this.lastBracket = i;
    if (opener === undefined) return i + 1;
    // An image's bracket is never at 0: its exclamation mark is before it.
    const isImage = opener < 0;
    const isActive = isImage || this.openers.length >= this.inactiveBelow;
    const end = isActive ? this.labelEnd(i, isSimple ? bracket + 1 : -1) : -1;
    if (end >= 0) {
      this.visit('markup', isImage ? bracket - 1 : bracket, bracket + 1);
      this.visit('markup', i, end);
      if (!isImage) this.inactiveBelow = this.openers.length;
      return end;
    }
    if (isImage && isSimple && this.text.charCodeAt(bracket + 1) === 94) {
      if (this.isFootnote(bracket + 2, i)) this.visit('markup', bracket, i + 1);
    }
    return i + 1;
  }

  /** Where the link whose text ends with `]` at the offset ends, or -1 if it is none. */
  private labelEnd(i: number, labelStart: number): number {
    const { text, labels } = this;
    const isDefined =
      labelStart >= 0 &&
      labels !== undefined &&
      labels.definitions.size > 0 &&
      labels.definitions.has(normaliseLabel(text.slice(labelStart, i)));
    const next = text.charCodeAt(i + 1);
    if (next === 40) {
      const end = this.resourceEnd(i + 1);
      return end >= 0 ? end : isDefined ? i + 1 : -1;
    }
    if (next === 91) {
      const end = skipLabel(text, i + 1, text.length);
      if (end >= 0 && (!labels || labels.definitions.has(normaliseLabel(text.slice(i + 2, end - 1))))) return end;
      return isDefined && text.charCodeAt(i + 2) === 93 ? i + 3 : -1;
    }
    return isDefined ? i + 1 : -1;
  }

  /** The offset after `(destination "title")`, or -1. */
  private resourceEnd(from: number): number {
    const { text } = this;
    let i = skipBlank(text, from + 1);
    if (text.charCodeAt(i) === 41) return i + 1;
    const destinationEnd = skipDestination(text, i, text.length, deepestDestination);
    if (destinationEnd < 0) return -1;
    i = skipBlank(text, destinationEnd);
    if (i > destinationEnd) {
      const titleEnd = this.titleEnds.after(text, i);
      if (titleEnd === -1) return -1;
      if (titleEnd > 0) i = skipBlank(text, titleEnd);
    }
    return text.charCodeAt(i) === 41 ? i + 1 : -1;
  }
}

/** Finds the ends of link titles; remembers where the next closing mark is, so that many openers cost one search. */
class TitleEnds {
  private readonly next = new Map<number, number>();

  /** The offset after the title at the offset, 0 if none begins there, -1 if it is not closed. */
  after(text: string, from: number): number {
    const first = text.charCodeAt(from);
    if (first !== 34 && first !== 39 && first !== 40) return 0;
    const marker = first === 40 ? 41 : first;
    const known = this.next.get(marker);
    if (known !== undefined && known > from) return known === Number.POSITIVE_INFINITY ? -1 : known + 1;
    let i = from + 1;
    while (i < text.length && text.charCodeAt(i) !== marker) i += text.charCodeAt(i) === 92 ? 2 : 1;
    const found = i < text.length;
    this.next.set(marker, found ? i : Number.POSITIVE_INFINITY);
    return found ? i + 1 : -1;
  }
}

function lastBacktickRuns(text: string, from: number): Map<number, number> {
  const last = new Map<number, number>();
  let i = text.indexOf('`', from);
  while (i >= 0) {
    let end = i + 1;
    while (text.charCodeAt(end) === 96) end++;
    last.set(end - i, i);
    i = text.indexOf('`', end);
  }
  return last;
}

function skipBlank(text: string, from: number): number {
  let i = from;
  while (isSpaceOrLineEnding(text.charCodeAt(i))) i++;
  return i;
}

function mayPrecedeWww(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const code = text.charCodeAt(offset - 1);
  return (
    isSpaceOrLineEnding(code) || code === 40 || code === 42 || code === 91 || code === 93 || code === 95 || code === 126
  );
}

function isReferenceCode(code: number): boolean {
  return code === 35 || isLetter(code) || (code >= 48 && code <= 57);
}
