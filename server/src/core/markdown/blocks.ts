/**
 * The fast reader of Markdown structure: one pass over the lines, giving the leaf blocks that remark (CommonMark with GFM
 * tables, task lists and footnotes) would give. `remarkReference.ts` is the definition; the tests hold this file against
 * it. Every line is looked at a fixed number of times, containers are kept in arrays and never by recursion, so that no
 * input costs more than time in proportion to its length.
 *
 * On purpose different from remark: an underlined heading begins at its text and not at the link definitions above it, a
 * task box belongs to its paragraph, empty table cells are left out, and code or HTML in a quote does not count the
 * prefixes of blank lines at its end.
 */
import { BlockCollector } from './blockCollector.js';
import { findComments } from './comments.js';
import { ContainerStarts } from './containerStarts.js';
import { ContainerStack, FOOTNOTE, LIST, QUOTE } from './containers.js';
import {
  atxDepth,
  beginsSpecialLeaf,
  closesFence,
  closesHtml,
  fenceLength,
  HTML_BASIC,
  htmlKind,
  htmlSearchStart,
  isSetextUnderline,
  isThematicBreak,
} from './leafStarts.js';
import { LineCursor } from './lineCursor.js';
import { skipParagraphDefinitions } from './paragraphDefinitions.js';
import { countDelimiterCells, countHeaderCells } from './tables.js';
import type { Block, MarkdownBlocks } from './types.js';

export type { Block, BlockKind, LinkLabels, MarkdownBlocks } from './types.js';

// What the lines so far have left open.
const NOTHING = 0;
const PARAGRAPH = 1;
const INDENTED_CODE = 2;
const FENCED_CODE = 3;
const HTML = 4;
const TABLE = 5;

/**
 * The leaf blocks, comments and link labels of the body.
 * @param text the whole text
 * @param start where the body begins, after the front matter: the start of a line
 */
export function scanBlocks(text: string, start: number): MarkdownBlocks {
  const scanner = new BlockScanner(text);
  scanner.run(start);
  return {
    blocks: scanner.blocks,
    labels: scanner.labels,
    comments: findComments(text, start, scanner.blocks, scanner.labels),
  };
}

class BlockScanner {
  readonly labels = { definitions: new Set<string>(), footnotes: new Set<string>() };
  private readonly cursor: LineCursor;
  private readonly stack = new ContainerStack();
  private readonly starts: ContainerStarts;
  private readonly collector = new BlockCollector(this.stack);
  private open = NOTHING;
  /** First character of the open leaf, and the end of its last line. */
  private leafStart = 0;
  private leafEnd = 0;
  /** End of the line before the last, for a paragraph whose last line turns out to be the header of a table. */
  private previousEnd = 0;
  private continuations: number[] = [];
  /** First character of the paragraph's last line if that may be the header of a table, else -1. */
  private headerStart = -1;
  private fenceMarker = 0;
  private fenceSize = 0;
  private html = 0;
  private row = 0;

  get blocks(): readonly Block[] {
    return this.collector.blocks;
  }

  constructor(private readonly text: string) {
    this.cursor = new LineCursor(text);
    this.starts = new ContainerStarts(text, this.cursor, this.labels.footnotes);
  }

  run(start: number): void {
    let offset = start;
    if (start === 0 && this.text.charCodeAt(0) === 0xfeff) offset = 1;
    while (offset < this.text.length) {
      this.cursor.moveTo(offset);
      this.readLine();
      offset = this.cursor.next;
    }
    this.closeLeaf();
  }

  private readLine(): void {
    const stack = this.stack;
    const matched = stack.length === 0 ? 0 : this.matchContainers();
    if (matched < 0) {
      this.openContainers(stack.length, false);
      this.readFlow(false, stack.length);
      return;
    }
    const inside = matched === stack.length;
    if (inside && (this.open === FENCED_CODE || this.open === HTML)) {
      this.readFlow(false, matched);
      return;
    }
    // As in micromark, a paragraph or indented code makes the line's containers interrupting ones, all of them.
    const interrupts = inside && (this.open === PARAGRAPH || this.open === INDENTED_CODE);
    const opened = this.openContainers(matched, interrupts);
    this.readFlow(!opened && !inside, matched);
  }

  /**
   * Goes over the prefixes of the open containers.
   * @returns how many of them go on, or -1 if the last of those has just begun its next list item
   */
  private matchContainers(): number {
    const { stack, cursor } = this;
    // In micromark the indentation of a footnote also counts for the footnotes that began right inside it.
    let isFootnoteIndent = false;
    for (let index = 0; index < stack.length; index++) {
      if (cursor.isBlank()) return this.matchBlank(index);
      const container = stack.at(index);
      if (container.kind === FOOTNOTE) {
        if (isFootnoteIndent && cursor.indent() === 0) continue;
        if (cursor.indent() < container.size) return index;
        cursor.skipColumns(container.size);
        isFootnoteIndent = true;
        continue;
      }
      isFootnoteIndent = false;
      if (container.kind === QUOTE) {
        if (!this.starts.quote()) return index;
      } else {
        const ended = index === stack.length - 1 && stack.emptyStart === 2;
        if (index === stack.length - 1) stack.emptyStart = 0;
        if (!ended && cursor.indent() >= container.size) cursor.skipColumns(container.size);
        else return this.matchNextItem(index);
      }
    }
    return stack.length;
  }

  private matchBlank(index: number): number {
    const { stack } = this;
    const matched = stack.nextQuote(index);
    if (matched === stack.length && stack.emptyStart === 1) stack.emptyStart = 2;
    return matched;
  }

  private matchNextItem(index: number): number {
    const { stack, starts } = this;
    const container = stack.at(index);
    if (!starts.list(false, container.marker, container.ordered)) return index;
    this.closeLeaf();
    stack.truncate(index + 1);
    stack.nextItem(starts.found.size, starts.found.startsEmpty);
    return -1;
  }

  /** Opens the containers that begin on this line inside the first `matched` ones, which closes the others. */
  private openContainers(matched: number, interrupts: boolean): boolean {
    const { cursor, stack, starts, text } = this;
    let opened = false;
    while (!cursor.isBlank() && cursor.indent() < 4) {
      const code = text.charCodeAt(cursor.nonSpace());
      let kind = 0;
      if (code === 62) kind = starts.quote() ? QUOTE : 0;
      else if (code === 91) kind = starts.footnote() ? FOOTNOTE : 0;
      else if (code === 42 || code === 43 || code === 45 || (code >= 48 && code <= 57)) {
        kind = starts.list(interrupts, 0, false) ? LIST : 0;
      }
      if (kind === 0) break;
      if (!opened) {
        this.closeLeaf();
        stack.truncate(matched);
        opened = true;
      }
      if (kind === QUOTE) stack.pushQuote();
      else if (kind === FOOTNOTE) stack.pushFootnote();
      else {
        const { size, marker, ordered, startsEmpty } = starts.found;
        stack.pushList(size, marker, ordered, startsEmpty);
      }
    }
    return opened;
  }

  /** What remains of the line belongs to the open leaf, or ends it and may begin another. */
  private readFlow(lazy: boolean, matched: number): void {
    if (this.open !== NOTHING && this.continueLeaf(lazy)) return;
    // Something new begins on a line without all its prefixes: the containers are over before it.
    if (lazy) {
      this.closeLeaf();
      this.stack.truncate(matched);
    }
    this.beginLeaf(lazy);
  }

  /** Whether the line was taken by the open leaf. */
  private continueLeaf(lazy: boolean): boolean {
    switch (this.open) {
      case PARAGRAPH:
        return this.continueParagraph(lazy);
      case FENCED_CODE:
        return !lazy && this.continueFence();
      case HTML:
        return !lazy && this.continueHtml();
      case INDENTED_CODE:
        return !lazy && this.continueIndentedCode();
      default:
        return !lazy && this.continueTable();
    }
  }

  private continueFence(): boolean {
    const { cursor, text } = this;
    this.leafEnd = cursor.lineEnd;
    const start = cursor.nonSpace();
    if (cursor.indent() < 4 && closesFence(text, start, cursor.lineEnd, this.fenceMarker, this.fenceSize)) {
      this.closeLeaf();
    }
    return true;
  }

  private continueHtml(): boolean {
    const { cursor } = this;
    if (this.html >= HTML_BASIC) {
      if (cursor.isBlank()) return false;
      this.leafEnd = cursor.lineEnd;
      return true;
    }
    this.leafEnd = cursor.lineEnd;
    if (closesHtml(this.text, cursor.offset, cursor.lineEnd, this.html)) this.closeLeaf();
    return true;
  }

  private continueIndentedCode(): boolean {
    const { cursor } = this;
    if (cursor.isBlank()) return true;
    if (cursor.indent() < 4) return false;
    this.leafEnd = cursor.lineEnd;
    return true;
  }

  private continueTable(): boolean {
    const { cursor } = this;
    if (
      cursor.isBlank() ||
      cursor.indent() > 3 ||
      beginsSpecialLeaf(this.text, cursor.nonSpace(), cursor.lineEnd, true)
    )
      return false;
    this.collector.addRow(this.text, cursor.nonSpace(), cursor.lineEnd, this.row++);
    return true;
  }

  private continueParagraph(lazy: boolean): boolean {
    const { cursor, text } = this;
    if (cursor.isBlank()) return false;
    const start = cursor.nonSpace();
    if (cursor.indent() > 3) {
      this.addParagraphLine(-1);
      return true;
    }
    const code = text.charCodeAt(start);
    if (!lazy) {
      if (this.headerStart >= 0 && (code === 124 || code === 45 || code === 58) && this.beginTable(start)) return true;
      if ((code === 45 || code === 61) && isSetextUnderline(text, start, cursor.lineEnd)) {
        return this.finishUnderlined(code === 61 ? 1 : 2);
      }
    }
    if (beginsSpecialLeaf(text, start, cursor.lineEnd, lazy)) {
      if (!lazy || code !== 60 || htmlKind(text, start, cursor.lineEnd, false) > 0) return false;
      // micromark lets a complete tag on a lazy line end the paragraph but keeps it in the containers, if a line follows.
      if (cursor.next === cursor.lineEnd) return false;
      this.closeLeaf();
      this.beginLeaf(false);
      return true;
    }
    this.addParagraphLine(start);
    return true;
  }

  private addParagraphLine(headerStart: number): void {
    this.continuations.push(this.cursor.offset);
    this.previousEnd = this.leafEnd;
    this.leafEnd = this.cursor.lineEnd;
    this.headerStart = headerStart;
  }

  /** The line underlines the paragraph, which becomes a heading unless it held nothing but definitions. */
  private finishUnderlined(depth: number): boolean {
    const start = this.skipOpenDefinitions();
    if (start < 0) {
      this.open = NOTHING;
      return false;
    }
    this.continuations.push(this.cursor.offset);
    this.collector.add('heading', start, this.cursor.lineEnd, depth, this.continuations);
    this.open = NOTHING;
    return true;
  }

  private beginTable(start: number): boolean {
    const { cursor, text } = this;
    const columns = countDelimiterCells(text, start, cursor.lineEnd);
    if (columns < 0 || countHeaderCells(text, this.headerStart, this.leafEnd) !== columns) return false;
    const headerStart = this.headerStart;
    const headerEnd = this.leafEnd;
    if (this.continuations.length > 0) {
      this.continuations.pop();
      this.leafEnd = this.previousEnd;
      this.closeLeaf();
      // Once the paragraph has ended, a complete tag comes before a table.
      if (text.charCodeAt(headerStart) === 60 && this.beginHtml(headerStart, headerEnd)) {
        this.leafStart = headerStart;
        this.leafEnd = cursor.lineEnd;
        return true;
      }
    }
    this.open = TABLE;
    this.row = 0;
    this.collector.beginTable();
    this.collector.addRow(text, headerStart, headerEnd, this.row++);
    return true;
  }

  /** The line begins a new leaf, or nothing if it is blank. Closes the open one. */
  private beginLeaf(lazy: boolean): void {
    const { cursor, text } = this;
    if (this.open !== NOTHING) this.closeLeaf();
    if (cursor.isBlank()) return;
    const start = cursor.nonSpace();
    const end = cursor.lineEnd;
    this.leafStart = start;
    this.leafEnd = end;
    if (cursor.indent() > 3) {
      this.open = INDENTED_CODE;
      if (lazy) this.closeLeaf();
      return;
    }
    switch (text.charCodeAt(start)) {
      case 35: {
        const depth = atxDepth(text, start, end);
        if (depth === 0) break;
        this.collector.add('heading', start, end, depth);
        return;
      }
      case 42:
      case 45:
      case 95:
        if (isThematicBreak(text, start, end)) return;
        break;
      case 60:
        if (this.beginHtml(start, end)) return;
        break;
      case 96:
      case 126:
        if (this.beginFence(start, end)) return;
        break;
    }
    this.open = PARAGRAPH;
    this.continuations = [];
    this.headerStart = start;
  }

  private beginHtml(start: number, end: number): boolean {
    const kind = htmlKind(this.text, start, end, true);
    if (kind === 0) return false;
    this.open = HTML;
    this.html = kind;
    if (kind < HTML_BASIC && closesHtml(this.text, htmlSearchStart(kind, start), end, kind)) this.closeLeaf();
    return true;
  }

  private beginFence(start: number, end: number): boolean {
    const size = fenceLength(this.text, start, end);
    if (size === 0) return false;
    this.open = FENCED_CODE;
    this.fenceMarker = this.text.charCodeAt(start);
    this.fenceSize = size;
    return true;
  }

  private closeLeaf(): void {
    const open = this.open;
    this.open = NOTHING;
    if (open === PARAGRAPH) {
      const start = this.skipOpenDefinitions();
      if (start >= 0) this.collector.add('paragraph', start, this.leafEnd, 0, this.continuations);
    } else if (open === INDENTED_CODE || open === FENCED_CODE) {
      this.collector.add('code', this.leafStart, this.leafEnd, 0);
    } else if (open === HTML) this.collector.add('html', this.leafStart, this.leafEnd, 0);
  }

  /** Where the open paragraph begins after its link definitions, or -1 if nothing is left; drops their lines. */
  private skipOpenDefinitions(): number {
    const { text, leafStart, leafEnd, continuations } = this;
    if (text.charCodeAt(leafStart) !== 91) return leafStart;
    const rest = skipParagraphDefinitions(text, leafStart, leafEnd, continuations, this.labels.definitions);
    if (rest.lines > 0) this.continuations = continuations.slice(rest.lines);
    return rest.start;
  }
}
