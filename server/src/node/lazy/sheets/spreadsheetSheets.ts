/** XLSX and ODS → tables of texts, as a person sees them. hucre is known to this file alone. */

import { readOds } from 'hucre/ods';
import { type Cell, type CellValue, type MergeRange, readXlsx, type Sheet as Worksheet } from 'hucre/xlsx';
import { t } from '../../../core/l10n.js';
import type { Sheet, SheetCell, SheetFile, SheetRow } from '../../../core/soa/import/sheet.js';
import { UnreadableFile } from './unreadableFile.js';
import { checkZip } from './zipCheck.js';

const mostRows = 10_000;
/** Cells of one merged area that get the text of the first. */
const largestMerge = 2_000;

/** @throws UnreadableFile where the bytes are no such file, or one that unpacks to something enormous */
export async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<SheetFile> {
  const entries = checkZip(bytes);
  const isText = entries.some((entry) => entry === 'content.xml');
  if (!isText && !entries.some((entry) => entry.startsWith('xl/'))) {
    throw new UnreadableFile(
      entries.some((entry) => entry.startsWith('word/'))
        ? t('This is a Word document and no spreadsheet. Save its table as .xlsx or .csv.')
        : t('This is a ZIP file and no spreadsheet. Save its table as .xlsx or .csv.'),
    );
  }
  try {
    const options = { readStyles: true, maxRows: mostRows + 1 };
    const workbook = isText ? await readOds(bytes, options) : await readXlsx(bytes, options);
    const remarks: string[] = [];
    const sheets = workbook.sheets.map((sheet) => readSheet(sheet, remarks));
    return { name, sheets, remarks };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UnreadableFile(t('The spreadsheet cannot be read: {0}', detail));
  }
}

function readSheet(sheet: Worksheet, remarks: string[]): Sheet {
  const grid: SheetCell[][] = [];
  let comments = 0;
  if (sheet.rows.length > mostRows) remarks.push(t('{0}: only the first {1} rows were read.', sheet.name, mostRows));
  for (const [rowIndex, values] of sheet.rows.slice(0, mostRows).entries()) {
    const cells = values.map((value, column) => {
      const detail = sheet.cells?.get(`${rowIndex},${column}`);
      if (detail?.comment) comments++;
      return readCell(value, detail);
    });
    grid.push(cells);
  }
  for (const merge of sheet.merges ?? []) fillMerge(grid, merge);
  const hidden = [...(sheet.rowDefs ?? new Map())].filter(([, row]) => row.hidden).length;
  if (hidden > 0 && !sheet.hidden)
    remarks.push(t('{0}: {1} hidden or filtered rows were read as well.', sheet.name, hidden));
  if (comments > 0) remarks.push(t('{0}: {1} cells have comments, which were not read.', sheet.name, comments));
  const rows = grid.map((cells, index): SheetRow => ({ number: index + 1, cells }));
  const isHidden = sheet.hidden === true || sheet.veryHidden === true;
  return { name: sheet.name, context: [], rows, counts: 'row', ...(isHidden ? { isHidden } : {}) };
}

function readCell(value: CellValue, cell: Cell | undefined): SheetCell {
  const shown = value ?? cell?.formulaResult ?? null;
  const text = textOf(shown, cell?.style?.numFmt ?? '');
  const isNumber = typeof shown === 'number';
  const target = cell?.hyperlink?.target;
  return {
    text,
    ...(isNumber ? { isNumber } : {}),
    ...(target && text !== '' ? { links: [{ text, target }] } : {}),
  };
}

function textOf(value: CellValue, format: string): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (format.includes('%')) return `${Number((value * 100).toPrecision(10))}%`;
    return String(Number(value.toPrecision(12)));
  }
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/_x000D_/g, '')
    .trim();
}

/** What a merged cell says holds for all of its rows; for all of its columns only above a row of further heads. */
function fillMerge(grid: SheetCell[][], { startRow, startCol, endRow, endCol }: MergeRange): void {
  const first = grid[startRow]?.[startCol];
  if (!first || first.text === '' || (endRow - startRow + 1) * (endCol - startCol + 1) > largestMerge) return;
  const below =
    grid[endRow + 1]?.slice(startCol, endCol + 1).filter(({ text }) => text !== '' && text.length <= 60) ?? [];
  const isHeadOfSeveral = endCol > startCol && endRow < 40 && below.length >= 2;
  for (let row = startRow; row <= Math.min(endRow, grid.length - 1); row++) {
    for (let column = startCol; column <= (isHeadOfSeveral ? endCol : startCol); column++) {
      const cells = grid[row]!;
      while (cells.length <= column) cells.push({ text: '' });
      if (cells[column]!.text === '') cells[column] = first;
    }
  }
}
