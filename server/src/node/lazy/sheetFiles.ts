/**
 * Bytes of a file → its tables as texts: XLSX, ODS, CSV, Markdown. A bundle of its own, which is loaded when somebody
 * imports a file: the libraries in it are larger than everything else.
 */

import { isUtf8 } from 'node:buffer';
import { t } from '../../core/l10n.js';
import type { Sheet, SheetFile } from '../../core/soa/import/sheet.js';
import { readCsv } from './sheets/csvSheets.js';
import { readSpreadsheet } from './sheets/spreadsheetSheets.js';
import { UnreadableFile } from './sheets/unreadableFile.js';

export { speak } from '../../core/l10n.js';
export { UnreadableFile } from './sheets/unreadableFile.js';

/** The tables of a Markdown text. */
type MarkdownReader = (text: string) => Sheet[];

/** No statement of applicability is larger. */
export const largestFile = 20 * 1024 * 1024;
/** Longer tables than that are no statement, and would only keep everybody waiting. */
const mostCells = 400_000;

/**
 * @param name of the file; its ending tells a table from a text
 * @param markdownSheets reads the tables of a Markdown text; the programs that load this bundle have it, and here it would be
 *     there a second time, with all that reads YAML
 * @throws UnreadableFile with a sentence for the user
 */
export async function readSheetFile(
  name: string,
  bytes: Uint8Array,
  markdownSheets: MarkdownReader,
): Promise<SheetFile> {
  if (bytes.length > largestFile) {
    throw new UnreadableFile(
      t('The file is larger than 20 MB. A statement of applicability is smaller: save its table alone.'),
    );
  }
  if (bytes.length === 0) throw new UnreadableFile(t('The file is empty.'));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableFile(
      t('This is a spreadsheet of the old kind (.xls), or one with a password. Save it as .xlsx without a password.'),
    );
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw new UnreadableFile(t('This is a PDF. Ask for the spreadsheet it was made from, or save its table as CSV.'));
  }
  const file = startsWith(bytes, [0x50, 0x4b])
    ? await readSpreadsheet(name, bytes)
    : readText(name, bytes, markdownSheets);
  checkSize(file.sheets);
  return file;
}

function readText(name: string, bytes: Uint8Array, markdownSheets: MarkdownReader): SheetFile {
  const { text, remarks } = decode(bytes);
  if (text.slice(0, 8192).includes('\0')) {
    throw new UnreadableFile(t('This is neither a spreadsheet (.xlsx, .ods) nor a text (.csv, .md, .json).'));
  }
  const isMarkdown =
    /\.(?:md|markdown|mdown|mkd)$/i.test(name) ||
    (!/\.(?:csv|tsv|txt)$/i.test(name) && /^\s*\|?\s*:?-{3,}:?\s*\|/m.test(text));
  if (isMarkdown) return { name, sheets: markdownSheets(text), remarks };
  const csv = readCsv(text);
  return { name, sheets: [csv.sheet], remarks: [...remarks, ...csv.remarks] };
}

/** UTF-8, UTF-16 with its mark, or what Windows programs write where a file says nothing. */
function decode(bytes: Uint8Array): { text: string; remarks: string[] } {
  const mark = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  if (mark) return { text: new TextDecoder(mark).decode(bytes), remarks: [] };
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), remarks: [] };
  const text = new TextDecoder('windows-1252').decode(bytes);
  return { text, remarks: [t('The file is not UTF-8; it was read as Windows-1252. Look at letters with accents.')] };
}

/** The text of a file that is no table, such as a JSON export; null for bytes that are no text. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > largestFile || startsWith(bytes, [0x50, 0x4b])) return null;
  return decode(bytes).text;
}

function checkSize(sheets: readonly Sheet[]): void {
  let cells = 0;
  for (const { rows } of sheets) for (const row of rows) cells += row.cells.length;
  if (cells <= mostCells) return;
  throw new UnreadableFile(
    t(
      'The tables have {0} cells; a statement of applicability has a few thousand. Save the sheet of the statement alone.',
      cells,
    ),
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
