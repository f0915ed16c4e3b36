/** The titles of the file beside those of the standard: another title may mean another control. */
import { t } from '../../l10n.js';
import type { StatementTable } from './findTables.js';
import type { PlacedRow } from './placeRows.js';
import { cellAt, type SheetRow } from './sheet.js';
import { alike, likeness } from './titles.js';
import type { ImportPlace, ImportRemark } from './types.js';

interface Titled {
  readonly table: StatementTable;
  readonly row: SheetRow;
  readonly written: string;
  readonly id: string;
  readonly title: string;
  readonly isAlike: boolean;
}

/** Below this share of equal titles the file is in another language, or words its titles itself. */
const sameLanguage = 0.5;
const mostRemarks = 40;

/** One remark for each title that differs, or one for all where most do. */
export function checkTitles(
  tables: readonly StatementTable[],
  placed: readonly (readonly PlacedRow[])[],
  placeOf: (table: StatementTable, row: SheetRow, column: string) => ImportPlace,
): ImportRemark[] {
  const titled = tables.flatMap((table, index) => titledRows(table, placed[index]!));
  const different = titled.filter(({ isAlike }) => !isAlike);
  if (different.length === 0) return [];
  const isOther = titled.length - different.length < titled.length * sameLanguage;
  if (isOther || different.length > mostRemarks) {
    const names = different
      .slice(0, 3)
      .map(({ id, written, title }) => t('{0} “{1}” (there “{2}”)', id, written, title));
    const text = t(
      '{0} of {1} titles are not those of the standard: another language, other words, or another numbering. The ids were taken. Look at {2}.',
      different.length,
      titled.length,
      names.join(', '),
    );
    return [{ kind: 'check', place: null, value: null, text }];
  }
  return different.map(({ table, row, written, id, title }) => ({
    kind: 'check',
    place: placeOf(table, row, 'title'),
    value: written,
    text: t('In the standard {0} is “{1}”; the id was taken.', id, title),
  }));
}

function titledRows(table: StatementTable, rows: readonly PlacedRow[]): Titled[] {
  const column = table.columns.find(({ meaning }) => meaning === 'title')?.index ?? -1;
  return rows.flatMap(({ row, controls, lostZero }) => {
    const written = cellAt(row.row, column).text || (row.id?.rest ?? '');
    const [control, ...more] = controls;
    if (!control || more.length > 0 || written === '' || lostZero) return [];
    const isAlike = likeness(written, control) >= alike;
    return [{ table, row: row.row, written, id: control.id, title: control.title, isAlike }];
  });
}
