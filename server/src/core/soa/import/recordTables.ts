/** Controls described one by one: a heading with the id, and below it a table of field and value. */
import { plainWords } from '../../plainWords.js';
import { meaningOfHeader } from './headers.js';
import type { IdReader } from './ids.js';
import { cellAt, type Sheet, type SheetCell, type SheetRow } from './sheet.js';

/** Puts all such tables of a file into one table with a row for each control, and leaves the other sheets as they are. */
export function joinRecords(sheets: readonly Sheet[], ids: IdReader): Sheet[] {
  const records = sheets.filter((sheet) => isRecord(sheet, ids));
  if (records.length === 0) return [...sheets];
  const columns = new Map<string, number>();
  const heads: SheetCell[] = [{ text: 'Control ID' }];
  for (const { rows } of records) {
    for (const { label, head } of rows.flatMap((row) => fieldOf(row) ?? [])) {
      if (columns.has(label)) continue;
      columns.set(label, heads.length);
      heads.push({ text: head });
    }
  }
  const first = records[0]!;
  const rows = records.map((record): SheetRow => {
    const cells: SheetCell[] = Array.from({ length: heads.length }, () => ({ text: '' }));
    cells[0] = { text: record.name };
    for (const row of record.rows) {
      const field = fieldOf(row);
      if (field) cells[columns.get(field.label)!] = field.value;
    }
    return { number: record.rows[0]!.number, cells };
  });
  const header: SheetRow = { number: first.rows[0]!.number, cells: heads };
  const joined: Sheet = { ...first, name: '', context: first.context.slice(0, 1), rows: [header, ...rows] };
  return sheets.flatMap((sheet) => (sheet === first ? [joined] : records.includes(sheet) ? [] : [sheet]));
}

function isRecord(sheet: Sheet, ids: IdReader): boolean {
  if (sheet.counts !== 'line' || !ids.read(sheet.name) || sheet.rows.length > 60) return false;
  if (sheet.rows.some(({ cells }) => cells.filter(({ text }) => text !== '').length > 2)) return false;
  const known = sheet.rows.filter((row) => meaningOfHeader(cellAt(row, 0).text) !== null && cellAt(row, 1).text !== '');
  return known.length >= 2;
}

function fieldOf(row: SheetRow): { label: string; head: string; value: SheetCell } | null {
  const head = cellAt(row, 0).text;
  const label = plainWords(head);
  // “Field | Detail” is the head of such a table.
  if (label === '' || /^(field|feld|champ|campo|item|veld|attribute)$/.test(label)) return null;
  return { label, head, value: cellAt(row, 1) };
}
