/** Statements as people keep them, as texts: CSV or Markdown in, what was understood out. */
import { importStatement } from '../../../../server/src/core/soa/import/importStatement.js';
import { markdownSheets } from '../../../../server/src/core/soa/import/markdownSheets.js';
import { importCounts } from '../../../../server/src/core/soa/import/report.js';
import type { Sheet, SheetCell } from '../../../../server/src/core/soa/import/sheet.js';
import type { ImportedFields, ImportedStatement, ImportOptions } from '../../../../server/src/core/soa/import/types.js';
import { catalogOfProject } from '../../../support/realCatalog.js';

export const catalog = catalogOfProject();

/** A sheet with one line a row and bars between the cells; ` \n ` in a cell is a line break. `#5.1` is a number. */
export function sheet(text: string, name = ''): Sheet {
  const rows = text.split('\n').map((line, index) => ({
    number: index + 1,
    cells: line.split('|').map((cell): SheetCell => {
      const trimmed = cell.trim().replaceAll('\\n', '\n');
      return trimmed.startsWith('#') ? { text: trimmed.slice(1), isNumber: true } : { text: trimmed };
    }),
  }));
  return { name, context: [], rows, counts: 'row' };
}

export function importSheets(sheets: readonly Sheet[], options: Partial<ImportOptions> = {}): ImportedStatement {
  return importStatement({ name: 'soa.csv', sheets, remarks: [] }, catalog, { standards: [], ...options });
}

export function importTable(text: string, options: Partial<ImportOptions> = {}): ImportedStatement {
  return importSheets([sheet(text)], options);
}

export function importMarkdown(text: string, options: Partial<ImportOptions> = {}): ImportedStatement {
  return importSheets(markdownSheets(text), options);
}

/** `27001:A.5.1` → what was read for it. */
export function fieldsOf(statement: ImportedStatement): Record<string, ImportedFields> {
  return Object.fromEntries(
    statement.decisions.map(({ standard, control, fields }) => [`${standard.standard}:${control.id}`, fields]),
  );
}

/** What each column was taken for. */
export function columnsOf({ tables }: ImportedStatement): Record<string, string> {
  return Object.fromEntries(tables.flatMap(({ columns }) => columns.map(({ head, taken }) => [head, taken])));
}

export function remarksOf({ remarks }: ImportedStatement, kind: string): string[] {
  return remarks.filter((remark) => remark.kind === kind).map(({ text }) => text);
}

/** Of rows: how many, how many applicable, excluded, undecided, and how many values are only in the report. */
export function numbersOf(statement: ImportedStatement): number[] {
  const { rows, applicable, excluded, undecided, lost } = importCounts(statement);
  return [rows, applicable, excluded, undecided, lost];
}

export function standard(name: string) {
  const [number = '', edition] = name.split(':');
  return catalog.edition(number, edition)!;
}
