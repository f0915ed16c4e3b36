/** One sheet, cell by cell: the only file that knows how our library wants its cells. */
import { type Cell, colToLetter, type WriteSheet } from 'hucre/xlsx';
import { type StyleName, styles } from './styles.js';

/** Excel takes no more characters than this in a cell; in UTF-16 code units. */
export const longestCell = 32_767;

/** Points: what Excel allows, and what a line of our font takes. */
const tallestRow = 409;
const lineHeight = 12.9;

export interface CellOptions {
  /** A web address, a relative path, or a place in the workbook. */
  readonly link?: { readonly target: string } | { readonly place: string };
  readonly tooltip?: string;
}

export interface PageOptions {
  readonly header: string;
  readonly footer: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly paperSize: 'a4' | 'a3';
  /** Number of rows at the top that stay in view and are repeated on every printed page. */
  readonly headRows: number;
  readonly headColumns?: number;
}

export class SheetDraft {
  private readonly cells = new Map<string, Cell>();
  private readonly heights = new Map<number, { height: number }>();
  /** Lines that the longest text of a row takes. */
  private readonly lines = new Map<number, number>();
  private readonly merges: NonNullable<WriteSheet['merges']> = [];
  private lastRow = 0;
  private readonly extras: Partial<WriteSheet> = {};

  /** `widths` in characters, from the first column. */
  constructor(
    readonly name: string,
    private readonly widths: readonly number[],
  ) {}

  /** Places are counted from 0. Text stays text, whatever it looks like. */
  text(row: number, column: number, text: string, style: StyleName = 'cell', options: CellOptions = {}): void {
    const shown = escapeCodes(cutText(text));
    const cell: Cell = { value: shown === '' ? null : shown, type: 'string', style: styles[style] };
    // What looks like an error of Excel would become one; a run of text cannot.
    if (/^#[A-Z]/.test(shown)) cell.richText = [{ text: shown, font: styles[style].font }];
    if (options.link) {
      cell.hyperlink =
        'target' in options.link ? { target: options.link.target } : { target: '', location: options.link.place };
      if (options.tooltip) cell.hyperlink.tooltip = options.tooltip.slice(0, 200);
    }
    this.put(row, column, cell);
    if (cell.style?.alignment?.wrapText) {
      const lines = linesIn(shown, this.widths[column] ?? 10);
      this.lines.set(row, Math.max(this.lines.get(row) ?? 1, lines));
    }
  }

  number(row: number, column: number, value: number, style: StyleName = 'number'): void {
    this.put(row, column, { value, type: 'number', style: styles[style] });
  }

  /** A calendar day as a day; anything else as the text that it is. */
  day(row: number, column: number, text: string): void {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    // Excel counts days from 1900; what lies before, and the 30 February, stays a text.
    const isDay = day !== null && day.getUTCFullYear() > 1900 && day.toISOString().startsWith(text);
    if (isDay) this.put(row, column, { value: day, type: 'date', style: styles.date });
    else this.text(row, column, text);
  }

  /** A text in a cell that reaches over those to its right, as far as `lastColumn`; all of them get its borders. */
  wideText(row: number, column: number, lastColumn: number, text: string, style: StyleName): void {
    this.text(row, column, text, style);
    for (let covered = column + 1; covered <= lastColumn; covered++) this.text(row, covered, '', style);
    this.merges.push({ startRow: row, startCol: column, endRow: row, endCol: lastColumn });
    // A program finds no height for a cell that reaches over others.
    const width = this.widths.slice(column, lastColumn + 1).reduce((sum, each) => sum + each, 0);
    this.lines.set(row, linesIn(text, width));
  }

  height(row: number, points: number): void {
    this.heights.set(row, { height: points });
  }

  /** Filter buttons on the head row, over all rows below it. */
  filter(headRow: number, columns: number): void {
    this.extras.autoFilter = { range: `A${headRow + 1}:${colToLetter(columns - 1)}${this.lastRow + 1}` };
  }

  /** A list to choose from, in the rows of a column. Other values are refused. */
  choices(column: number, firstRow: number, values: readonly string[], title: string): void {
    if (this.lastRow < firstRow) return;
    const letter = colToLetter(column);
    this.extras.dataValidations = [
      ...(this.extras.dataValidations ?? []),
      {
        type: 'list',
        values: [...values],
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: title,
        errorMessage: `Choose one of: ${values.join(', ')}.`,
        errorStyle: 'stop',
        range: `${letter}${firstRow + 1}:${letter}${this.lastRow + 1}`,
      },
    ];
  }

  /** A look for all cells of a column that hold exactly a value. */
  mark(column: number, firstRow: number, value: string, style: NonNullable<Cell['style']>): void {
    if (this.lastRow < firstRow) return;
    const letter = colToLetter(column);
    const rules = this.extras.conditionalRules ?? [];
    this.extras.conditionalRules = [
      ...rules,
      {
        type: 'cellIs',
        operator: 'equal',
        formula: `"${value}"`,
        style,
        priority: rules.length + 1,
        range: `${letter}${firstRow + 1}:${letter}${this.lastRow + 1}`,
      },
    ];
  }

  finish(page: PageOptions): WriteSheet {
    const { headRows, headColumns = 0 } = page;
    return {
      ...this.extras,
      name: this.name,
      columns: this.widths.map((width) => ({ width })),
      cells: this.cells,
      ...(this.merges.length > 0 ? { merges: this.merges } : {}),
      rowDefs: this.rowHeights(),
      ...(headRows > 0 ? { freezePane: { rows: headRows, columns: headColumns } } : {}),
      view: { showGridLines: false },
      pageSetup: {
        paperSize: page.paperSize,
        orientation: page.orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { top: 0.75, right: 0.4, bottom: 0.65, left: 0.4, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddHeader: page.header, oddFooter: page.footer },
    };
  }

  /**
   * A height for every row whose text takes more than one line. Programs do not agree on when to find it themselves, and
   * a text that is cut off in print is worse than some empty space.
   */
  private rowHeights(): Map<number, { height: number }> {
    const heights = new Map<number, { height: number }>();
    for (const [row, lines] of this.lines) {
      if (lines > 1) heights.set(row, { height: Math.min(tallestRow, lines * lineHeight + 2) });
    }
    for (const [row, height] of this.heights) heights.set(row, height);
    return heights;
  }

  private put(row: number, column: number, cell: Cell): void {
    this.cells.set(`${row},${column}`, cell);
    this.lastRow = Math.max(this.lastRow, row);
  }
}

/** How many lines a text takes in a column of so many characters, broken between words as the programs do. */
function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const length = lengthOf(word);
      if (used > 0 && used + 1 + length > width) {
        lines++;
        used = 0;
      }
      used += length + (used > 0 ? 1 : 0);
      // A word that is longer than the line is broken inside.
      for (; used > width; used -= width) lines++;
    }
  }
  return lines;
}

/** In widths of a digit; signs of East Asian scripts take two. */
function lengthOf(word: string): number {
  return (
    word.length +
    (word.match(/[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60]/g)?.length ?? 0)
  );
}

/** At most as long as a cell may be, with a word on what was left out. */
function cutText(text: string): string {
  if (text.length <= longestCell) return text;
  const note = (missing: number) => ` … [${missing} more characters are in the record]`;
  const kept = text.slice(0, longestCell - note(text.length).length).replace(/[\uD800-\uDBFF]$/, '');
  return kept + note(text.length - kept.length);
}

/** Excel reads `_x0041_` as a character code. A text that really says so must say that its first sign is one. */
function escapeCodes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A part of a page header or footer: `&` begins a code there, and all parts together are 255 characters at most. */
export function pageText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > 70 ? `${line.slice(0, 69).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return short.replaceAll('&', '&&');
}

/** A link to the beginning of a sheet. */
export function placeIn(sheet: string): { readonly place: string } {
  return { place: `${quoted(sheet)}!A1` };
}

/**
 * The name under which Excel looks for the rows that are repeated on each page. Our library would write it without the
 * quotes that most names of sheets need, and Excel would call the file damaged.
 */
export function printTitles(sheet: string, headRows: number) {
  return { name: '_xlnm.Print_Titles', range: `${quoted(sheet)}!$1:$${headRows}`, scope: sheet };
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** A name that Excel takes for a sheet, and that no other sheet has. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, '-')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 27) || 'Sheet';
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}
