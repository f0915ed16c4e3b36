/** Who approved a document and when, from tables of signatures and of revisions. */
import { possibleDates } from './dates/writtenDates.js';
import type { FieldName } from './document.js';
import { asksApprover } from './fieldWords.js';
import type { Block } from './markdown/types.js';
import { plainWords } from './plainWords.js';
import { compareVersions } from './soa/versions.js';
import type { Span } from './text.js';

/** Cells by row; in a row in their order, empty ones left out. */
export type Rows = readonly (readonly Block[] | undefined)[];

/** A cell and what says that it is one of approval. */
export interface SignOffCell {
  readonly label: Span;
  readonly value: Span;
}

export interface SignOff {
  readonly who: SignOffCell | null;
  readonly date: SignOffCell | null;
}

/** What the finder of fields knows. */
export interface TableText {
  readonly text: string;
  meaningOf(label: Span): FieldName | undefined;
}

/**
 * Where a table stands: below words of approval, of a history of versions, of changes (which may be those of something else),
 * or at the beginning of the document.
 */
export type TablePlace = 'approval' | 'history' | 'changes' | 'opening';

const whoWords = new Set('approver reviewer name signatory nom nombre nome naam'.split(' '));
const dateWords = new Set('date datum fecha data'.split(' '));
/** What a column of names may hold beside them: "Name/position/date". */
const besideWho = new Set(
  'position title role function signature and funktion rolle unterschrift und fonction et cargo firma y e functie en ruolo'.split(
    ' ',
  ),
);

/** The newest approval that a table states; null for tables of other things. */
export function signOffIn(rows: Rows, place: TablePlace, table: TableText): SignOff | null {
  const header = rows[0] ?? [];
  const says = (cell: Block | undefined, ...names: FieldName[]) => {
    const meaning = cell && table.meaningOf(cell.span);
    return meaning !== undefined && names.includes(meaning);
  };
  const textOf = (cell: Block) => table.text.slice(cell.span.start, cell.span.end);
  const wordOf = (cell: Block) => plainWords(textOf(cell));
  // "Approved" heads a column of dates or one of names.
  const approved = header.find((cell) => says(cell, 'approved'));
  const isDay = approved !== undefined && holdsDates(rows, approved, table.text);
  const date = isDay ? approved : header.find((cell) => dateWords.has(wordOf(cell)));
  const approver = header.find((cell) => says(cell, 'approvedBy')) ?? (isDay ? undefined : approved);
  const named = header.find((cell) => whoWords.has(wordOf(cell)));
  const names = named ?? header.find((cell) => headsNames(wordOf(cell)));

  const signed = rows.slice(1).find((row) => row?.[0]?.column === 0 && says(row[0], 'approvedBy', 'approved'));
  if (signed && (names || (date && place !== 'opening')))
    return inRow(signed, names ?? signed[1], date, signed[0]!.span);
  // `| Measures approved by: | Dr. Keane, 3 March 2026 | |`
  const ofPart = (row: readonly Block[] | undefined) =>
    row?.[0]?.column === 0 && row[1]?.column === 1 && asksApprover(textOf(row[0]));
  const part = place === 'approval' && rows.slice(1).find(ofPart);
  if (part) return inRow(part, part[1], date, part[0]!.span);

  const facts = rows.slice(1).filter((row) => row?.[0]?.column === 0 && isFact(wordOf(row[0])));
  if (approver && facts.length > 0) return inColumn(approver, facts, wordOf);

  const isHistory = header.some((cell) => says(cell, 'version'));
  if ((place === 'opening' || place === 'changes') && !isHistory) return null;
  const isApproval = approver !== undefined || isDay || (place === 'approval' && named !== undefined);
  const who = approver ?? named;
  const newest = isApproval ? newestRow(rows, date, place !== 'approval', table.text) : null;
  return newest ? inRow(newest, who, date) : null;
}

/**
 * The latest version that a history of the document's versions states: a table that begins with them, or with their dates. Null
 * for tables of other things, such as the versions of several documents.
 */
export function versionIn(rows: Rows, table: TableText): SignOffCell | null {
  const [first, second] = rows[0] ?? [];
  const isVersion = (cell: Block | undefined) => cell && table.meaningOf(cell.span) === 'version';
  const isDate = (cell: Block) =>
    dateWords.has(plainWords(table.text.slice(cell.span.start, cell.span.end))) || holdsDates(rows, cell, table.text);
  const column = isVersion(first) ? first : first && isDate(first) && isVersion(second) ? second : null;
  if (!column || !rows[0]!.some(isDate)) return null;
  let latest: { cell: Block; number: string } | null = null;
  for (const row of rows.slice(1)) {
    const cell = row && cellIn(row, column);
    const number = cell && versionNumber.exec(table.text.slice(cell.span.start, cell.span.end))?.[1];
    if (number && (!latest || compareVersions(number, latest.number)! >= 0)) latest = { cell, number };
  }
  return latest && { label: column.span, value: latest.cell.span };
}

/** `2.1`, `v3`, `Current version (v. 12)`. */
const versionNumber = /^\D{0,30}(\d{1,9}(?:\.\d{1,9}){0,5})\D{0,20}$/;

function holdsDates(rows: Rows, column: Block, text: string): boolean {
  return rows.slice(1).some((row) => {
    const cell = row && cellIn(row, column);
    return cell !== undefined && possibleDates(text.slice(cell.span.start, cell.span.end)).length > 0;
  });
}

/** "Name and position", "Nom, fonction, date" */
function headsNames(words: string): boolean {
  const all = words.split(' ');
  return (
    all.some((word) => whoWords.has(word)) &&
    all.every((word) => [whoWords, dateWords, besideWho].some((set) => set.has(word)))
  );
}

function isFact(word: string): boolean {
  return whoWords.has(word) || dateWords.has(word);
}

function cellIn(row: readonly Block[], column: Block | undefined): Block | undefined {
  return column && row.find((cell) => cell.column === column.column);
}

function inRow(row: readonly Block[], who: Block | undefined, date: Block | undefined, label?: Span): SignOff {
  const pair = (column: Block | undefined): SignOffCell | null => {
    const value = cellIn(row, column);
    return column && value ? { label: label ?? column.span, value: value.span } : null;
  };
  return { who: pair(who), date: pair(date) };
}

/** `| | Prepared by | Approved by |` over `| Name | … |` and `| Date | … |`. */
function inColumn(column: Block, facts: Rows, wordOf: (cell: Block) => string): SignOff {
  const besideWord = (words: ReadonlySet<string>): SignOffCell | null => {
    const row = facts.find((one) => words.has(wordOf(one![0]!)));
    const value = row && cellIn(row, column);
    return value ? { label: column.span, value: value.span } : null;
  };
  return { who: besideWord(whoWords), date: besideWord(dateWords) };
}

/** The row with the latest date, of one day the last. Rows without a date count below words of approval only. */
function newestRow(rows: Rows, date: Block | undefined, needsDate: boolean, text: string): readonly Block[] | null {
  let newest: readonly Block[] | null = null;
  let newestDate = '';
  for (const row of rows.slice(1)) {
    if (!row || row.length < 2) continue;
    const cell = cellIn(row, date);
    const day = cell ? (possibleDates(text.slice(cell.span.start, cell.span.end))[0] ?? '') : '';
    if (day < newestDate || (day === '' && needsDate)) continue;
    newest = row;
    newestDate = day;
  }
  return newest;
}

/** The cells of the table whose blocks lie between two indexes, by row. */
export function rowsOf(blocks: readonly Block[], from: number, to: number): Block[][] {
  const rows: Block[][] = [];
  for (let index = from; index < to; index++) {
    const cell = blocks[index]!;
    const row = rows[cell.row] ?? [];
    rows[cell.row] = row;
    row.push(cell);
  }
  return rows;
}

/** How many columns the rows have. */
export function widthOf(rows: readonly (readonly Block[] | undefined)[]): number {
  let width = 0;
  for (const row of rows) for (const cell of row ?? []) width = Math.max(width, cell.column + 1);
  return width;
}

/** The index behind the last cell of the table that begins at `from`. */
export function tableEnd(blocks: readonly Block[], from: number): number {
  let end = from;
  while (end < blocks.length && blocks[end]!.table === blocks[from]!.table) end++;
  return end;
}

/** Where the value of a label would stand that has none. */
export function emptyAfter(span: Span): Span {
  return { start: span.end, end: span.end };
}
