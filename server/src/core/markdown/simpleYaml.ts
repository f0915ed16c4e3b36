/**
 * A reader of the simple YAML that nearly all front matter is: maps, block lists and lists in brackets on one line, with
 * plain and quoted scalars, block scalars and comments. It accepts a text only where it is sure to read it as `yaml` does
 * (tested against it) and gives up otherwise: on anchors, tags, complex keys, flow maps, scalars over several lines, tabs
 * and everything malformed.
 */
import type { FrontMatterScalar, ParseProblem } from '../document.js';
import { detach } from '../text.js';
import { CARRIAGE_RETURN, isDigit, isLetter, SPACE } from './characters.js';
import {
  type Above,
  blockScalarAt,
  duplicateKey,
  mostProblems,
  scalarAt,
  type YamlKey,
  type YamlReading,
} from './yamlFacts.js';

const MAP = 0;
const SEQUENCE = 1;
const deepest = 40;
const longestKey = 200;

interface Level {
  readonly kind: number;
  readonly indent: number;
  readonly above: Above;
  /** Map: the keys so far. */
  readonly names: Set<string> | null;
  /** Sequence: index of the next item. */
  next: number;
}

/**
 * Scalars and top-level keys of the YAML in [start, end), or null if it is not simple enough. The only problem that it
 * can find is a key that stands twice.
 */
export function readSimpleYaml(text: string, start: number, end: number): YamlReading | null {
  const reader = new SimpleYamlReader(text, start, end);
  return reader.read() ? { scalars: reader.scalars, keys: reader.keys, problems: reader.problems } : null;
}

class SimpleYamlReader {
  readonly scalars: FrontMatterScalar[] = [];
  readonly keys: YamlKey[] = [];
  readonly problems: ParseProblem[] = [];
  private readonly levels: Level[] = [];
  private lineEnd = 0;
  private nextLine = 0;
  /** A key whose value may stand on the next lines. */
  private pending: Above | null = null;
  private pendingIndent = 0;
  private pendingEnd = 0;
  /** A line indented deeper than this would go on with the scalar before it. -1: anything may follow. */
  private closedIndent = -1;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  read(): boolean {
    let offset = this.start;
    while (offset < this.end) {
      if (!this.findLineEnd(offset)) return false;
      let content = offset;
      while (content < this.lineEnd && this.text.charCodeAt(content) === SPACE) content++;
      const code = this.text.charCodeAt(content);
      if (content < this.lineEnd && code !== 35 && !this.line(offset, content)) return false;
      offset = this.nextLine;
    }
    this.flushPending();
    return this.keys.length > 0 || this.levels.length === 0;
  }

  /** False for characters that the simple form does not have: tabs and lone carriage returns. */
  private findLineEnd(offset: number): boolean {
    const { text, end } = this;
    let i = offset;
    for (; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) break;
      if (code === 9 || (code === CARRIAGE_RETURN && (i + 1 >= end || text.charCodeAt(i + 1) !== 10))) return false;
    }
    this.nextLine = i < end ? i + 1 : i;
    this.lineEnd = i > offset && text.charCodeAt(i - 1) === CARRIAGE_RETURN ? i - 1 : i;
    return true;
  }

  private line(lineStart: number, content: number): boolean {
    const indent = content - lineStart;
    if (this.closedIndent >= 0 && indent > this.closedIndent) return false;
    const isItem = this.isDash(content);
    if (!this.openLevel(indent, isItem)) return false;
    const level = this.levels[this.levels.length - 1]!;
    if (level.indent !== indent || (level.kind === SEQUENCE) !== isItem) return false;
    return isItem ? this.item(level, content) : this.entry(level, content, indent);
  }

  /** Opens the level that the line begins, or goes back to the one that it continues. */
  private openLevel(indent: number, isItem: boolean): boolean {
    const { levels, pending } = this;
    if (pending && (indent > this.pendingIndent || (indent === this.pendingIndent && isItem))) {
      this.pending = null;
      return this.push(isItem ? SEQUENCE : MAP, indent, pending);
    }
    this.flushPending();
    if (levels.length === 0) {
      if (indent > 0 || isItem) return false;
      return this.push(MAP, 0, { path: [], keySpan: { start: this.start, end: this.start } });
    }
    while (levels.length > 1) {
      const last = levels[levels.length - 1]!;
      if (last.indent < indent || (last.indent === indent && (last.kind === SEQUENCE) === isItem)) break;
      levels.pop();
    }
    return true;
  }

  private push(kind: number, indent: number, above: Above): boolean {
    this.levels.push({ kind, indent, above, names: kind === MAP ? new Set() : null, next: 0 });
    return this.levels.length <= deepest;
  }

  private isDash(offset: number): boolean {
    const { text } = this;
    if (text.charCodeAt(offset) !== 45) return false;
    return offset + 1 === this.lineEnd || text.charCodeAt(offset + 1) === SPACE;
  }

  private item(level: Level, dash: number): boolean {
    const content = this.skipSpaces(dash + 1);
    if (content === this.lineEnd || this.isDash(content)) return false;
    const above = { path: [...level.above.path, level.next++], keySpan: level.above.keySpan };
    if (this.keyEnd(content) < 0) return this.value(content, above, level.indent) && this.pending === null;
    const indent = level.indent + content - dash;
    return this.push(MAP, indent, above) && this.entry(this.levels[this.levels.length - 1]!, content, indent);
  }

  private entry(level: Level, start: number, indent: number): boolean {
    const { text } = this;
    const end = this.keyEnd(start);
    if (end < 0) return false;
    const isQuoted = isQuote(text.charCodeAt(start));
    const name = detach(isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end));
    const keySpan = { start, end };
    if (level.names!.has(name) && this.problems.length < mostProblems) this.problems.push(duplicateKey(name, keySpan));
    level.names!.add(name);
    if (level === this.levels[0]) this.keys.push({ name, span: keySpan });
    const colon = this.skipSpaces(end);
    return this.value(colon + 1, { path: [...level.above.path, name], keySpan }, indent);
  }

  /** The end of the key at the offset if a colon follows it, or -1. */
  private keyEnd(start: number): number {
    const { text, lineEnd } = this;
    const first = text.charCodeAt(start);
    if (isQuote(first)) {
      const end = this.quotedEnd(start);
      if (end < 0 || end - start > longestKey) return -1;
      const colon = this.skipSpaces(end);
      return this.isColon(colon) ? end : -1;
    }
    if (!isKeyStart(first)) return -1;
    const limit = Math.min(lineEnd, start + longestKey);
    for (let i = start + 1; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code === 58 && this.isColon(i)) {
        let end = i;
        while (text.charCodeAt(end - 1) === SPACE) end--;
        return end;
      }
      if (!isKeyCode(code)) return -1;
    }
    return -1;
  }

  private isColon(offset: number): boolean {
    if (offset >= this.lineEnd || this.text.charCodeAt(offset) !== 58) return false;
    return offset + 1 === this.lineEnd || this.text.charCodeAt(offset + 1) === SPACE;
  }

  /** Reads the value that begins after the colon or dash. */
  private value(from: number, above: Above, indent: number): boolean {
    const start = this.skipSpaces(from);
    const code = this.text.charCodeAt(start);
    this.closedIndent = -1;
    if (start === this.lineEnd || (code === 35 && start > from)) {
      this.pending = above;
      this.pendingIndent = indent;
      this.pendingEnd = from;
      return true;
    }
    this.closedIndent = indent;
    if (isQuote(code)) {
      const end = this.quotedEnd(start);
      if (end < 0 || !this.isRestEmpty(end)) return false;
      this.scalars.push(scalarAt(this.text, above, start, end, true));
      return true;
    }
    if (code === 91) return this.flowSequence(start, above);
    if (code === 124 || code === 62) return this.blockScalar(start, above, indent);
    return this.plainScalar(start, above);
  }

  private flushPending(): void {
    if (!this.pending) return;
    this.scalars.push(scalarAt(this.text, this.pending, this.pendingEnd, this.pendingEnd, false));
    this.pending = null;
  }

  private plainScalar(start: number, above: Above): boolean {
    const { text, lineEnd } = this;
    if (!canBeginPlain(text, start, lineEnd)) return false;
    let end = start;
    for (let i = start; i < lineEnd; i++) {
      const code = text.charCodeAt(i);
      if (code === 35 && text.charCodeAt(i - 1) === SPACE) break;
      if (code === 58 && (i + 1 === lineEnd || text.charCodeAt(i + 1) === SPACE)) return false;
      if (code !== SPACE) end = i + 1;
    }
    this.scalars.push(scalarAt(text, above, start, end, false));
    return true;
  }

  private flowSequence(start: number, above: Above): boolean {
    const { text, lineEnd } = this;
    let i = this.skipSpaces(start + 1);
    for (let index = 0; ; index++) {
      if (i >= lineEnd) return false;
      if (text.charCodeAt(i) === 93) return this.isRestEmpty(i + 1);
      const isQuoted = isQuote(text.charCodeAt(i));
      const end = isQuoted ? this.quotedEnd(i) : this.flowPlainEnd(i);
      if (end < 0) return false;
      const item = { path: [...above.path, index], keySpan: above.keySpan };
      this.scalars.push(scalarAt(text, item, i, end, isQuoted));
      i = this.skipSpaces(end);
      if (text.charCodeAt(i) === 44) i = this.skipSpaces(i + 1);
      else if (text.charCodeAt(i) !== 93) return false;
    }
  }

  private flowPlainEnd(start: number): number {
    const { text, lineEnd } = this;
    if (!canBeginPlain(text, start, lineEnd)) return -1;
    let end = start;
    for (let i = start; i < lineEnd; i++) {
      const code = text.charCodeAt(i);
      if (code === 44 || code === 93) return i === start ? -1 : end;
      if (code === 91 || code === 123 || code === 125) return -1;
      if (code === 35 && text.charCodeAt(i - 1) === SPACE) return -1;
      const next = text.charCodeAt(i + 1);
      if (code === 58 && (next === SPACE || next === 44 || next === 93 || next === 91 || next === 123)) return -1;
      if (i === start && code === 45 && (next === 44 || next === 93)) return -1;
      if (code !== SPACE) end = i + 1;
    }
    return -1;
  }

  private blockScalar(start: number, above: Above, indent: number): boolean {
    const { text, end } = this;
    let i = start + 1;
    if (text.charCodeAt(i) === 43 || text.charCodeAt(i) === 45) i++;
    if (!this.isRestEmpty(i)) return false;
    let contentIndent = -1;
    let limit = this.lineEnd;
    let offset = this.nextLine;
    while (offset < end) {
      if (!this.findLineEnd(offset)) return false;
      let content = offset;
      while (content < this.lineEnd && text.charCodeAt(content) === SPACE) content++;
      if (content < this.lineEnd) {
        if (content - offset <= indent) break;
        if (contentIndent < 0) contentIndent = content - offset;
        else if (content - offset < contentIndent) return false;
        limit = this.lineEnd;
      } else if (contentIndent < 0 && content > offset) return false;
      offset = this.nextLine;
    }
    this.nextLine = offset;
    this.scalars.push(blockScalarAt(text, above, start, limit));
    return true;
  }

  /** The offset after the quoted scalar, or -1 where it is not closed on its line or has escapes. */
  private quotedEnd(start: number): number {
    const { text, lineEnd } = this;
    const quote = text.charCodeAt(start);
    for (let i = start + 1; i < lineEnd; i++) {
      const code = text.charCodeAt(i);
      if (code === 92 && quote === 34) return -1;
      if (code !== quote) continue;
      if (quote === 34 || text.charCodeAt(i + 1) !== 39) return i + 1;
      i++;
    }
    return -1;
  }

  /** Whether nothing but spaces and a comment stands on the rest of the line. */
  private isRestEmpty(from: number): boolean {
    const i = this.skipSpaces(from);
    return i >= this.lineEnd || (this.text.charCodeAt(i) === 35 && i > from);
  }

  private skipSpaces(from: number): number {
    let i = from;
    while (i < this.lineEnd && this.text.charCodeAt(i) === SPACE) i++;
    return i;
  }
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function isKeyStart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 95 || (code >= 0xc0 && code < 0xd800);
}

function isKeyCode(code: number): boolean {
  return isKeyStart(code) || (code >= 45 && code <= 47) || code === SPACE || code === 40 || code === 41 || code === 58;
}

/** Whether a plain scalar can begin so; some marks mean other things to YAML. */
function canBeginPlain(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  switch (code) {
    case 33: // !
    case 34: // "
    case 35: // #
    case 37: // %
    case 38: // &
    case 39: // '
    case 42: // *
    case 44: // ,
    case 62: // >
    case 64: // @
    case 91: // [
    case 93: // ]
    case 96: // `
    case 123: // {
    case 124: // |
    case 125: // }
      return false;
    case 45: // -
    case 58: // :
    case 63: // ?
      return start + 1 < end && text.charCodeAt(start + 1) !== SPACE;
    default:
      return true;
  }
}
