/** What is told of an import: remarks with the places of the file that they are about. */
import { saysNothing } from './cellWords.js';
import type { Sheet, SheetRow } from './sheet.js';
import type { ImportPlace, ImportRemark } from './types.js';

export class Account {
  readonly remarks: ImportRemark[] = [];
  /** Whether places name their sheet. */
  namesSheets = false;

  tell(kind: ImportRemark['kind'], place: ImportPlace | null, value: string | null, text: string): void {
    this.remarks.push({ kind, place, value, text });
  }

  place(sheet: Sheet, row: SheetRow | null, column: string | null = null): ImportPlace {
    return { sheet: this.namesSheets ? sheet.name : '', row: row && `${sheet.counts} ${row.number}`, column };
  }
}

/** All that stands in a row. */
export function wordsOf({ cells }: SheetRow): string {
  const texts = cells.map(({ text }) => text).filter((text) => !saysNothing(text));
  return texts.join(' | ').slice(0, 4000);
}

/** On one line and not longer than a remark bears. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
