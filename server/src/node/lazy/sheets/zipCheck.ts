/** Looks into a ZIP file before a library unpacks it: a small file may hold gigabytes. */

import { inflateRawSync } from 'node:zlib';
import { t } from '../../../core/l10n.js';
import { UnreadableFile } from './unreadableFile.js';

/** All parts of a workbook together, unpacked. */
const largestContent = 120 * 1024 * 1024;
const mostEntries = 5_000;

const broken = () => t('The spreadsheet is damaged: its table of contents cannot be read.');
const tooLarge = () => t('The spreadsheet unpacks to more than 120 MB. Save the sheet of the statement alone.');

/**
 * The names of the entries. Every entry is unpacked once with a limit, because the sizes that a ZIP file states may be
 * wrong on purpose.
 * @throws UnreadableFile where the file is damaged, encrypted or too large
 */
export function checkZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let left = largestContent;
  try {
    let { at, count } = findDirectory(view);
    if (count > mostEntries) throw new UnreadableFile(tooLarge());
    for (; count > 0; count--) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new UnreadableFile(broken());
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      if ((flags & 1) !== 0) throw new UnreadableFile('The spreadsheet has a password. Save it without one.');
      const [packed, nameLength] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
      names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
      left -= unpackedSize(bytes, view, view.getUint32(at + 42, true), packed, method, left);
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(broken());
  }
  return names;
}

/** Where the table of contents begins, from the record at the end of the file. */
function findDirectory(view: DataView): { at: number; count: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      return { at: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
    }
  }
  throw new UnreadableFile(broken());
}

function unpackedSize(
  bytes: Uint8Array,
  view: DataView,
  header: number,
  packed: number,
  method: number,
  left: number,
): number {
  if (packed > left) throw new UnreadableFile(tooLarge());
  if (method === 0) return packed;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableFile(isTooLarge ? tooLarge() : broken());
  }
}
