/** Where in a sheet the statement is: the row of heads, what each column holds, and the rows below. */
import { notInRoleLabel } from '../words.js';
import { saysNothing, understandApplicability, understandDrivers, understandStatus } from './cellWords.js';
import { type ColumnMeaning, meaningOfHeader } from './headers.js';
import type { IdCell, IdReader } from './ids.js';
import { cellAt, type Sheet, type SheetRow } from './sheet.js';

export type SettledMeaning = Exclude<ColumnMeaning, `${string}?${string}`>;

export interface TableColumn {
  readonly index: number;
  /** As written; empty where the table has no heads. */
  readonly head: string;
  /** Null for a column that we do not know: what stands in it goes to the notes. */
  readonly meaning: SettledMeaning | null;
}

export interface TableRow {
  readonly row: SheetRow;
  /** Null where the id cell holds no id of an annex. */
  readonly id: IdCell | null;
  /** The id cell as written. */
  readonly idText: string;
  /** Headings inside the table above this row, the nearest last. */
  readonly headings: readonly string[];
}

export interface StatementTable {
  readonly sheet: Sheet;
  /** Null where the table has no heads. */
  readonly header: SheetRow | null;
  readonly columns: readonly TableColumn[];
  /** Whether it is an export of ours, which lists the documents that were found by their tags. */
  readonly isOurs: boolean;
  readonly rows: readonly TableRow[];
  /** Rows that only divide the table. */
  readonly headingRows: number;
}

interface Part {
  readonly header: SheetRow | null;
  readonly heads: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The tables of a sheet that have a column of ids, in their order. The rows of each table without one are in `others`. */
export function findTables(sheet: Sheet, ids: IdReader): { tables: StatementTable[]; others: SheetRow[][] } {
  const parts = splitAtHeaders(sheet, ids);
  const tables: StatementTable[] = [];
  const others: SheetRow[][] = [];
  for (const part of parts) {
    const idColumn = idColumnOf(part, ids);
    if (idColumn < 0) {
      others.push(part.header ? [part.header, ...part.rows] : [...part.rows]);
    } else tables.push(readTable(sheet, part, idColumn, ids));
  }
  return { tables, others };
}

/** A row of heads begins a new part; what stands before the first one is a part without heads. */
function splitAtHeaders(sheet: Sheet, ids: IdReader): Part[] {
  const known = new Map<string, ColumnMeaning | null>();
  const meaning = (text: string) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const meant = meaningOfHeader(text);
    known.set(text, meant);
    return meant;
  };
  const parts: Part[] = [];
  let part: { header: SheetRow | null; heads: string[]; rows: SheetRow[] } = { header: null, heads: [], rows: [] };
  for (const [index, row] of sheet.rows.entries()) {
    if (isHeader(row, meaning, ids)) {
      if (part.header || part.rows.length > 0) parts.push(part);
      part = { header: row, heads: headsOf(row, index > 0 ? sheet.rows[index - 1]! : null, meaning), rows: [] };
    } else if (part.header && part.rows.length === 0 && isSubheader(row, meaning, ids)) {
      part.heads = joinHeads(part.heads, row);
    } else if (row.cells.some(({ text }) => text !== '')) part.rows.push(row);
  }
  if (part.header || part.rows.length > 0) parts.push(part);
  return parts;
}

type MeaningOf = (text: string) => ColumnMeaning | null;

function isHeader(row: SheetRow, meaning: MeaningOf, ids: IdReader): boolean {
  let filled = 0;
  let known = 0;
  let names = false;
  for (const { text } of row.cells) {
    if (text === '') continue;
    filled++;
    if (text.length > 100) continue;
    const found = meaning(text);
    if (found !== null) known++;
    if (found === 'id' || found === 'title' || found === 'id?title' || found === 'id?documents') names = true;
    if (ids.read(text) && found === null) return false;
  }
  return names && known >= 2 && known * 2 >= filled;
}

/** The second row of heads, below heads that span several columns: `LR | CO | BR | RRA`. */
function isSubheader(row: SheetRow, meaning: MeaningOf, ids: IdReader): boolean {
  const filled = row.cells.filter(({ text }) => text !== '');
  return (
    filled.length >= 2 && filled.every(({ text }) => text.length <= 60 && meaning(text) !== null && !ids.read(text))
  );
}

/** Heads of a row; where a head is missing, that of the row above, which may span several columns. */
function headsOf(row: SheetRow, above: SheetRow | null, meaning: MeaningOf): string[] {
  const aboveIsHead =
    above?.cells.some(({ text }) => text !== '' && text.length <= 100 && meaning(text) !== null) ?? false;
  const width = Math.max(row.cells.length, aboveIsHead ? above!.cells.length : 0);
  return Array.from({ length: width }, (_, column) => {
    return cellAt(row, column).text || (aboveIsHead ? cellAt(above!, column).text : '');
  });
}

function joinHeads(heads: readonly string[], below: SheetRow): string[] {
  const width = Math.max(heads.length, below.cells.length);
  return Array.from({ length: width }, (_, column) => cellAt(below, column).text || (heads[column] ?? ''));
}

/** The column with most ids: of those whose head says so, else of all; -1 where there is none. */
function idColumnOf(part: Part, ids: IdReader): number {
  const counts = new Map<number, number>();
  const own = new Map<number, number>();
  for (const row of part.rows) {
    for (const [column, { text }] of row.cells.entries()) {
      if (text === '' || text.length > 300) continue;
      if (ids.read(text)) counts.set(column, (counts.get(column) ?? 0) + 1);
      else own.set(column, (own.get(column) ?? 0) + 1);
    }
  }
  const named = part.heads.flatMap((head, column) => {
    const meaning = meaningOfHeader(head);
    return meaning === 'id' || meaning === 'id?title' || meaning === 'id?documents' ? [column] : [];
  });
  const best = (columns: Iterable<number>) => {
    return [...columns].reduce((a, b) => ((counts.get(b) ?? 0) > (a < 0 ? 0 : (counts.get(a) ?? 0)) ? b : a), -1);
  };
  const byHead = best(named);
  if (byHead >= 0) return byHead;
  // Controls of one's own have ids that we cannot know: then the head decides, and only together with applicability.
  const hasTitle = part.heads.some((head) => meaningOfHeader(head) === 'title');
  const settled = named.find((column) => {
    const meaning = meaningOfHeader(part.heads[column]!);
    return (meaning === 'id' || (meaning === 'id?title' && hasTitle)) && (own.get(column) ?? 0) > 0;
  });
  const saysApplicable = part.heads.some((head) => ['applicable', 'excluded'].includes(meaningOfHeader(head) ?? ''));
  if (settled !== undefined && saysApplicable) return settled;
  const byContent = best(counts.keys());
  const enough = byContent >= 0 && counts.get(byContent)! >= (part.header ? 1 : 3);
  return enough && counts.get(byContent)! > (own.get(byContent) ?? 0) ? byContent : -1;
}

function readTable(sheet: Sheet, part: Part, idColumn: number, ids: IdReader): StatementTable {
  const rows: TableRow[] = [];
  let headings: string[] = [];
  let headingRows = 0;
  let lastWasHeading = false;
  for (const row of part.rows) {
    const idText = cellAt(row, idColumn).text;
    const id = ids.read(idText);
    const heading = id ? null : headingOf(row, idColumn, ids);
    if (heading !== null) {
      headings = lastWasHeading ? [...headings.slice(-4), heading] : [heading];
      headingRows++;
      lastWasHeading = true;
    } else {
      lastWasHeading = false;
      rows.push({ row, id, idText, headings });
    }
  }
  const width = Math.max(part.heads.length, ...part.rows.map(({ cells }) => cells.length).slice(0, 1000), idColumn + 1);
  const heads = Array.from({ length: width }, (_, column) => part.heads[column] ?? '');
  const columns = settleColumns(heads, idColumn, rows);
  const isOurs = columns.some(({ meaning }) => meaning === 'gaps');
  return { sheet, header: part.header, columns, isOurs, rows, headingRows };
}

/** The text of a row that only divides the table: one filled cell, or the number of a group with its name. */
function headingOf(row: SheetRow, idColumn: number, ids: IdReader): string | null {
  const filled = row.cells.filter(({ text }) => !saysNothing(text));
  if (filled.length === 1) return filled[0]!.text;
  const idText = cellAt(row, idColumn).text;
  if (ids.readGroup(idText) && filled.length <= 4) return filled.map(({ text }) => text).join(' ');
  const isRepeated = filled.length > 1 && filled.every(({ text }) => text === filled[0]!.text);
  return isRepeated ? filled[0]!.text : null;
}

const takesSeveral = new Set<ColumnMeaning>(['group', 'counter', 'gaps', 'text']);

function settleColumns(heads: readonly string[], idColumn: number, rows: readonly TableRow[]): TableColumn[] {
  const taken = new Set<SettledMeaning>(['id']);
  const meanings = heads.map((head, column) => (column === idColumn ? 'id' : meaningOfHeader(head)));
  const hasTitle = meanings.includes('title');
  return heads.map((head, index) => {
    if (index === idColumn) return { index, head, meaning: 'id' };
    const texts = rows.map(({ row }) => cellAt(row, index).text).filter((text) => !saysNothing(text));
    const meaning = settle(meanings[index]!, texts, hasTitle);
    if (meaning === null || (taken.has(meaning) && !takesSeveral.has(meaning))) return { index, head, meaning: null };
    taken.add(meaning);
    return { index, head, meaning };
  });
}

/** What a column holds, after a look at what stands in it. */
function settle(meaning: ColumnMeaning | null, texts: readonly string[], hasTitle: boolean): SettledMeaning | null {
  const share = (test: (text: string) => boolean) => {
    return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  };
  const isApplicability = (text: string) => text === notInRoleLabel || understandApplicability(text) !== null;
  const isStatus = (text: string) => understandStatus(text) !== null;
  switch (meaning) {
    case 'id':
      // Another column of ids, such as those of an older edition.
      return null;
    case 'id?title':
      return hasTitle ? null : 'title';
    case 'id?documents':
      return 'documents';
    case 'drivers?justification':
      return share((text) => understandDrivers(text) !== null) > 0.5 ? 'drivers' : 'justification';
    case 'status?implementation':
      return share(isStatus) > 0.5 ? 'status' : 'implementation';
    case 'status':
      return share(isStatus) < 0.5 && share(isApplicability) > 0.5 ? 'applicable' : 'status';
    case 'evidence':
    case 'documents':
      return share((text) => isApplicability(text)) > 0.8 ? null : meaning;
    case 'applicable':
      return texts.length > 3 && share(isApplicability) < 0.2 && share(isStatus) < 0.2 ? null : 'applicable';
    default:
      return meaning;
  }
}
