/**
 * Tables that are written in HTML, as tables: the cells of `<table>` in HTML blocks become blocks of their own, with row and
 * column, so that the head of a column and the cells beside an id mean there what they mean in a Markdown table.
 */
import type { Block } from './types.js';

/** A tag of a table; attributes of more characters are not looked through. */
const tag = /<(\/?)(table|tr|th|td)\b([^<>]{0,300})>/gi;
/** Cells over several columns or rows move the others to the right. */
const columnSpan = /\bcolspan\s*=\s*["']?\s*(\d{1,3})/i;
const rowSpan = /\browspan\s*=\s*["']?\s*(\d{1,3})/i;
/** A table of people has fewer columns; beyond them nothing is moved. */
const mostColumns = 200;

/** The blocks with the HTML ones that hold cells split up; the same array where there is no such table. */
export function withHtmlTables(text: string, blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ kind, span }) => kind === 'html' && holdsCells(text.slice(span.start, span.end)))) return blocks;
  const splitter = new Splitter(text, 1 + blocks.reduce((most, { table }) => Math.max(most, table), -1));
  return blocks.flatMap((block) => (block.kind === 'html' ? splitter.split(block) : [block]));
}

function holdsCells(html: string): boolean {
  return /<t[dh][\s>]/i.test(html);
}

/** A blank line ends an HTML block but no table: what is open goes on in the next one. */
class Splitter {
  private table = -1;
  private row = -1;
  private column = -1;
  private isHead = false;
  /** By how many columns the next cell lies behind the last one. */
  private step = 1;
  /** For each column the last row that a cell from above reaches into. */
  private reached: number[] = [];

  constructor(
    private readonly text: string,
    private nextTable: number,
  ) {}

  split(block: Block): Block[] {
    const { start, end } = block.span;
    const html = this.text.slice(start, end);
    const parts: Block[] = [];
    let done = start;
    let cellStart = -1;
    const closeCell = (at: number): void => {
      if (cellStart < 0) return;
      this.addRest(parts, block, done, cellStart);
      this.addCell(parts, block, cellStart, at);
      done = at;
      cellStart = -1;
    };
    for (const { index, 0: whole, 1: slash, 2: name, 3: attributes } of html.matchAll(tag)) {
      const at = start + index;
      closeCell(at);
      const opened = slash === '' ? name!.toLowerCase() : '';
      if (opened !== '') this.isHead = opened === 'th';
      if (this.open(opened, name!.toLowerCase(), attributes!)) cellStart = at + whole.length;
    }
    closeCell(end);
    this.addRest(parts, block, done, end);
    return parts.length > 0 ? parts : [block];
  }

  /** Counts tables, rows and columns; whether a cell begins. */
  private open(opened: string, name: string, attributes: string): boolean {
    if (name === 'table') {
      this.table = opened === 'table' ? this.nextTable++ : -1;
      this.row = -1;
      this.reached = [];
    } else if (opened === 'tr') {
      this.row++;
      this.column = -1;
      this.step = 1;
    } else if (opened !== '') {
      // Without a head the first row is one like the others.
      if (this.row === 0 && this.column < 0 && opened === 'td') this.row = 1;
      this.column += this.step;
      this.step = 1;
      while (this.reached[this.column]! >= this.row) this.column++;
      if (attributes !== '') this.reach(attributes);
    }
    return this.table >= 0 && this.row >= 0 && (opened === 'td' || opened === 'th');
  }

  /** The columns and rows that a cell takes besides its own. */
  private reach(attributes: string): void {
    const columns = Number(columnSpan.exec(attributes)?.[1] ?? 1);
    const rows = Number(rowSpan.exec(attributes)?.[1] ?? 1);
    if (this.column + columns > mostColumns) return;
    this.step = Math.max(1, columns);
    if (rows > 1) for (let at = this.column; at < this.column + this.step; at++) this.reached[at] = this.row + rows - 1;
  }

  private addCell(parts: Block[], block: Block, from: number, to: number): void {
    const raw = this.text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = from + raw.trimEnd().length;
    if (start >= end) return;
    const { table, row, column, isHead } = this;
    const cell: Block = { ...block, kind: 'table-cell', span: { start, end }, table, row, column, continuations: [] };
    parts.push(isHead ? { ...cell, isHead } : cell);
  }

  /** What stands between cells, where it is more than tags: a caption, a paragraph behind the table. */
  private addRest(parts: Block[], block: Block, start: number, end: number): void {
    if (/[^\s]/.test(this.text.slice(start, end).replace(/<[^<>]*>/g, '')))
      parts.push({ ...block, span: { start, end } });
  }
}
