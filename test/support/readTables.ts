/** Reads a file with tables as the programs do, which lend the reader of Markdown. */
import { markdownSheets } from '../../server/src/core/soa/import/markdownSheets.js';
import type { SheetFile } from '../../server/src/core/soa/import/sheet.js';
import { readSheetFile } from '../../server/src/node/lazy/sheetFiles.js';

/** @throws UnreadableFile with a sentence for the user */
export function readTables(name: string, bytes: Uint8Array): Promise<SheetFile> {
  return readSheetFile(name, bytes, markdownSheets);
}
