/**
 * The fast reader of Markdown structure: one pass over the lines, giving the leaf blocks that remark (CommonMark with GFM
 * tables, task lists and footnotes) would give. `remarkReference.ts` is the definition; the tests hold this file against
 * it. Every line is looked at a fixed number of times, containers are kept in arrays and never by recursion, so that no
 * input costs more than time in proportion to its length.
 */
import { isLineEnding } from './characters.js';
import { findComments } from './comments.js';
import { ContainerStack, FOOTNOTE, LIST, QUOTE } from './containers.js';
import { ContainerStarts } from './containerStarts.js';
import { skipDefinitions } from './definitions.js';
import {
  atxDepth,
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
import { countDelimiterCells, countHeaderCells, forEachCell } from './tables.js';
import type { Block, BlockKind, MarkdownBlocks } from './types.js';

export type { Block, BlockKind, LinkLabels, MarkdownBlocks } from './types.js';

const none: readonly number[] = [];

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
  readonly blocks: Block[] = [];
  readonly labels = { definitions: new Set<string>(), footnotes: new Set<string>() };
  private readonly cursor: LineCursor;
  private readonly stack = new ContainerStack();
  private readonly starts: ContainerStarts;
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
  private tableCount = 0;
  private row = 0;

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
    if (cursor.isBlank() || cursor.indent() > 3 || this.beginsSpecialLeaf(false, false)) return false;
    this.emitRow(cursor.nonSpace(), cursor.lineEnd, this.row++);
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
    if (this.beginsSpecialLeaf(true, lazy)) {
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
    this.emit('heading', start, this.cursor.lineEnd, depth, this.continuations);
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
    this.tableCount++;
    this.emitRow(headerStart, headerEnd, this.row++);
    return true;
  }

  /** Whether a heading, thematic break, fence or HTML block begins here; `<` of a complete tag only where it may. */
  private beginsSpecialLeaf(interrupts: boolean, lazy: boolean): boolean {
    const { cursor, text } = this;
    const start = cursor.nonSpace();
    const end = cursor.lineEnd;
    switch (text.charCodeAt(start)) {
      case 35:
        return atxDepth(text, start, end) > 0;
      case 42:
      case 45:
      case 95:
        return isThematicBreak(text, start, end);
      case 60:
        return htmlKind(text, start, end, !interrupts || lazy) > 0;
      case 96:
      case 126:
        return fenceLength(text, start, end) > 0;
      default:
        return false;
    }
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
        if (depth > 0) return this.emit('heading', start, end, depth, none);
        break;
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
      if (start >= 0) this.emit('paragraph', start, this.leafEnd, 0, this.continuations);
    } else if (open === INDENTED_CODE || open === FENCED_CODE) {
      this.emit('code', this.leafStart, this.leafEnd, 0, none);
    } else if (open === HTML) this.emit('html', this.leafStart, this.leafEnd, 0, none);
  }

  /** Where the open paragraph begins after its link definitions, or -1 if nothing is left; drops their lines. */
  private skipOpenDefinitions(): number {
    const { text, continuations } = this;
    if (text.charCodeAt(this.leafStart) !== 91) return this.leafStart;
    if (!text.slice(this.leafStart, this.leafEnd).includes(']:')) return this.leafStart;
    const lines: string[] = [];
    for (let line = 0; line <= continuations.length; line++) {
      const start = line === 0 ? this.leafStart : continuations[line - 1]!;
      const end = line === continuations.length ? this.leafEnd : lineEndBefore(text, continuations[line]!);
      lines.push(text.slice(start, end));
    }
    let offset = skipDefinitions(lines.join('\n'), this.labels.definitions);
    if (offset === 0) return this.leafStart;
    let line = 0;
    while (line < lines.length && offset > lines[line]!.length) offset -= lines[line++]!.length + 1;
    if (line >= lines.length || offset === lines[line]!.length) return -1;
    const start = line === 0 ? this.leafStart + offset : continuations[line - 1]! + offset;
    this.continuations = continuations.slice(line);
    return start;
  }

  private emitRow(start: number, end: number, row: number): void {
    const table = this.tableCount - 1;
    forEachCell(this.text, start, end, (column, from, to) => {
      this.blocks.push(this.block('table-cell', from, to, 0, none, table, row, column));
    });
  }

  private emit(kind: BlockKind, start: number, end: number, depth: number, continuations: readonly number[]): void {
    this.blocks.push(
      this.block(kind, start, end, depth, continuations.length === 0 ? none : continuations, -1, -1, -1),
    );
  }

  private block(
    kind: BlockKind,
    start: number,
    end: number,
    depth: number,
    continuations: readonly number[],
    table: number,
    row: number,
    column: number,
  ): Block {
    const stack = this.stack;
    return {
      kind,
      span: { start, end },
      depth,
      list: stack.outermostList,
      item: stack.innermostItem,
      listDepth: stack.listDepth,
      quoted: stack.quoted,
      table,
      row,
      column,
      continuations,
    };
  }
}

/** The end of the line before the one in which the offset lies, without its line ending. */
function lineEndBefore(text: string, offset: number): number {
  let i = offset;
  while (i > 0 && !isLineEnding(text.charCodeAt(i - 1))) i--;
  i--;
  return text.charCodeAt(i) === 10 && text.charCodeAt(i - 1) === 13 ? i - 1 : i;
}
