/** A file with a Statement of Applicability, after its bytes were read: tables of texts, whatever format they came from. */

export interface SheetCell {
  /** Without spaces around it; line breaks inside are line feeds. */
  readonly text: string;
  /** The spreadsheet holds a number here, so that 5.10 has become 5.1. */
  readonly isNumber?: boolean;
  /** What the cell links to, in order. */
  readonly links?: readonly { readonly text: string; readonly target: string }[];
}

export interface SheetRow {
  /** As people find it: the row of the spreadsheet or the line of the text, from one. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  /** Name of the sheet, or the heading above the table; may be empty. */
  readonly name: string;
  /** What stands above the table and tells what it is about, from far to near: headings, the title of the document. */
  readonly context: readonly string[];
  readonly rows: readonly SheetRow[];
  /** What a number of a row is: a row of a spreadsheet or a line of a text. */
  readonly counts: 'row' | 'line';
  readonly isHidden?: boolean;
}

export interface SheetFile {
  /** Name of the file, for the report. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** What was noticed while the bytes were read, in plain words. */
  readonly remarks: readonly string[];
}

const nothing: SheetCell = { text: '' };

/** The cell in that column; an empty one where the row is shorter. */
export function cellAt(row: SheetRow, column: number): SheetCell {
  return row.cells[column] ?? nothing;
}

/** `A`, `B`, … `AA`: how spreadsheets name the column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
