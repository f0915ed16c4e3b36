/** The statement as CSV for spreadsheets: one row per control, all standards in one table. */
import type { SoaModel, SoaStandard } from '../modelTypes.js';
import { documentStatusLabels } from '../words.js';
import { oneLine } from './cells.js';
import { registerColumns } from './columns.js';
import { harmless } from './exportInput.js';
import { standardText } from './facts.js';

export interface CsvOptions {
  /** Begin with a byte order mark, without which Excel does not recognise UTF-8; default true. */
  readonly byteOrderMark?: boolean;
}

/** The head of the last column: what each row was taken from, since a table has no cover. */
const csvSourceHead = 'Exported from';

/**
 * RFC 4180: comma, all fields in quotes, CR LF. Texts cannot become formulas. The columns are always the same ones, so
 * that two exports can be compared and `clausemark soa import` reads them back.
 */
export function renderSoaCsv(model: SoaModel, options: CsvOptions = {}): string {
  const shown = harmless(model);
  const lines = [['Standard', 'Theme', ...registerColumns.map((column) => column.title), csvSourceHead]];
  const sources = new Map(shown.standards.map((standard) => [standard.key, sourceOf(shown, standard)]));
  const groups = new Map(shown.standards.flatMap((standard) => standard.groups.map((group) => [group.key, group])));
  const names = new Map(shown.standards.map((standard) => [standard.key, standard.name]));
  for (const row of shown.rows) {
    const group = groups.get(row.groupKey);
    const groupName = group ? `${group.id} ${group.title}`.trim() : '';
    lines.push([
      names.get(row.standardKey) ?? '',
      groupName,
      ...registerColumns.map((column) => column.text(row)),
      sources.get(row.standardKey) ?? '',
    ]);
  }
  const text = lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
  return (options.byteOrderMark ?? true) ? `\uFEFF${text}` : text;
}

/**
 * `Tea Ltd; scope: all sites; ISO/IEC 27001:2022 with Amd 1:2024 (controls: 93, applicable 90, excluded 3, undecided 0); version 2.1,
 * approved 2026-03-01; internal`. Neither the day of the export nor
 * the commit: they would make every row of two exports differ.
 */
function sourceOf({ header }: SoaModel, standard: SoaStandard): string {
  const { organisation, scope, version, status, approved, classification } = header;
  const { total, applicable, excluded, undecided } = standard.counts;
  const counts = `controls: ${total}, applicable ${applicable}, excluded ${excluded}, undecided ${undecided}`;
  const state = status === null ? null : (documentStatusLabels[status] ?? status).toLowerCase();
  const day = status === 'approved' && approved !== null ? ` ${approved}` : '';
  return [
    organisation,
    scope && `scope: ${scope}`,
    standard.isAdditional ? counts : `${standardText(standard)} (${counts})`,
    [version && `version ${version}`, state && state + day].filter(Boolean).join(', '),
    classification,
  ]
    .filter(Boolean)
    .map((part) => oneLine(part!))
    .join('; ');
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
