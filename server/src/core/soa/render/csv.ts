/** The statement as CSV for spreadsheets: one row per control, all standards in one table. */
import type { SoaModel } from '../modelTypes.js';
import { registerColumns } from './columns.js';
import { harmless } from './exportInput.js';

export interface CsvOptions {
  /** Begin with a byte order mark, without which Excel does not recognise UTF-8; default true. */
  readonly byteOrderMark?: boolean;
}

/**
 * RFC 4180: comma, all fields in quotes, CR LF. Texts cannot become formulas. The columns are always the same ones, so
 * that two exports can be compared and `clausemark soa import` reads them back.
 */
export function renderSoaCsv(model: SoaModel, options: CsvOptions = {}): string {
  const shown = harmless(model);
  const lines = [['Standard', 'Theme', ...registerColumns.map((column) => column.title)]];
  const groups = new Map(shown.standards.flatMap((standard) => standard.groups.map((group) => [group.key, group])));
  const names = new Map(shown.standards.map((standard) => [standard.key, standard.name]));
  for (const row of shown.rows) {
    const group = groups.get(row.groupKey);
    const groupName = group ? `${group.id} ${group.title}`.trim() : '';
    lines.push([names.get(row.standardKey) ?? '', groupName, ...registerColumns.map((column) => column.text(row))]);
  }
  const text = lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
  return (options.byteOrderMark ?? true) ? `\uFEFF${text}` : text;
}

/** Characters with which a spreadsheet begins a formula, also in their full-width forms. */
const formulaStart = /^(?=[\s'"]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;
/** The same behind a character that is the separator in a spreadsheet of another language, or behind a line break. */
const formulaInside = /([;\t|\r\n])(?=[\s'"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * A field in quotes that no spreadsheet takes for a formula: an apostrophe is put before its first character, and before
 * any that would be the first one if the file were split at semicolons or tabs.
 */
export function csvField(text: string): string {
  const harmless = text.replaceAll('\0', '').replace(formulaInside, "$1'").replace(formulaStart, "'");
  return `"${harmless.replaceAll('"', '""')}"`;
}
