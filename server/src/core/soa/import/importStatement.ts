/** Tables of texts → the decisions of a Statement of Applicability, with an account of everything that was not taken. */

import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { joinWords } from '../../rules/support/wording.js';
import { dayOrderOf } from './cellDates.js';
import { saysNothing } from './cellWords.js';
import { type Facts, noFacts, readFacts } from './facts.js';
import { findTables, type StatementTable } from './findTables.js';
import { meaningLabels } from './headers.js';
import { IdReader, idText } from './ids.js';
import { addNote, mergeFields } from './merge.js';
import { type PlacedRow, placeRows } from './placeRows.js';
import { type Leftover, type RowContext, type RowReading, readRow } from './readRow.js';
import { joinRecords } from './recordTables.js';
import { cellAt, columnLetters, type Sheet, type SheetFile, type SheetRow } from './sheet.js';
import { checkTitles } from './titleChecks.js';
import type {
  ImportedDecision,
  ImportedFields,
  ImportedOwnControl,
  ImportedStandard,
  ImportedStatement,
  ImportedTable,
  ImportOptions,
  ImportPlace,
  ImportRemark,
} from './types.js';
import { explainUnknown, migrated } from './unknownIds.js';

/**
 * Reads the statement that a file holds. Whatever is not taken is in `remarks` or in the notes of its control.
 * @param file with every sheet or table of it
 */
export function importStatement(file: SheetFile, catalog: Catalog, options: ImportOptions): ImportedStatement {
  return new Import(file, catalog, options).run();
}

/** So many rows about one control are read; more are no statement, and notes of thousands of lines are of no use. */
const mostRowsOfControl = 30;

const dateColumns: ReadonlySet<string> = new Set(['decided', 'review', 'expires', 'target']);

class Import {
  private readonly remarks: ImportRemark[] = [];
  private readonly decisions = new Map<string, ImportedDecision>();
  private readonly own = new Map<string, ImportedOwnControl>();
  private readonly facts: Facts = noFacts();
  private readonly ids: IdReader;
  private readonly rowsOf = new Map<string, number>();
  private hasSeveralSheets = false;

  constructor(
    private readonly file: SheetFile,
    private readonly catalog: Catalog,
    private readonly options: ImportOptions,
  ) {
    this.ids = new IdReader(catalog);
  }

  run(): ImportedStatement {
    for (const text of this.file.remarks) this.remarks.push({ kind: 'check', place: null, value: null, text });
    const sheets = joinRecords(this.chosenSheets(), this.ids);
    this.hasSeveralSheets = sheets.length > 1;
    const found = sheets.map((sheet) => ({ sheet, ...findTables(sheet, this.ids) }));
    for (const { others } of found) for (const rows of others) readFacts(rows, this.facts, this.catalog);
    const all = found.flatMap((one) => one.tables).map((table) => this.withFileContext(table));
    // What else stands in an export of ours (clauses, legend, numbers) is made anew.
    const isOurs = this.facts.isOurs || all.some((table) => table.isOurs);
    const tables = isOurs ? all.filter((table) => table.isOurs) : all;
    const placed = placeRows(tables, { catalog: this.catalog, asked: this.options.standards });
    this.tellOtherEditions(placed.flat());
    const told = tables.map((table, index) => this.takeTable(table, placed[index]!));
    if (!isOurs) for (const { sheet, others } of found) for (const rows of others) this.tellOthers(sheet, rows);
    const standards = this.standards();
    this.remarks.push(...checkTitles(tables, placed, (table, row, column) => this.place(table.sheet, row, column)));
    return {
      file: this.file.name,
      header: this.facts.header,
      history: this.facts.history,
      standards,
      decisions: this.sorted(standards),
      own: [...this.own.values()],
      tables: told,
      remarks: this.remarks,
    };
  }

  private chosenSheets(): Sheet[] {
    const { sheet: wanted } = this.options;
    if (wanted === undefined) {
      for (const { name } of this.file.sheets.filter(({ isHidden }) => isHidden)) {
        this.tell('info', null, name, t('This sheet is hidden and was not read. Name it to read it.'));
      }
      return this.file.sheets.filter(({ isHidden }) => !isHidden);
    }
    const byName = this.file.sheets.filter(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
    const byNumber = /^\d+$/.test(wanted) ? this.file.sheets.slice(Number(wanted) - 1, Number(wanted)) : [];
    return byName.length > 0 ? byName : byNumber;
  }

  /** What the head of the file says of its standards holds for every table. */
  private withFileContext(table: StatementTable): StatementTable {
    const context = [...this.facts.standardTexts, ...table.sheet.context];
    const hasApplicability = table.columns.some(({ meaning }) => meaning === 'applicable');
    const isOurs = table.isOurs || (this.facts.isOurs && hasApplicability);
    return { ...table, isOurs, sheet: { ...table.sheet, context } };
  }

  /** A file that names one edition and has the ids of another. */
  private tellOtherEditions(rows: readonly PlacedRow[]): void {
    const counts = new Map<string, { standard: Standard; named: string; count: number }>();
    for (const { standard, namedEdition, controls } of rows) {
      if (!standard || namedEdition === null || namedEdition === standard.edition || controls.length === 0) continue;
      const key = `${standard.key} ${namedEdition}`;
      const known = counts.get(key) ?? { standard, named: namedEdition, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
    for (const { standard, named, count } of counts.values()) {
      const text = t(
        'The file names the {0} edition, but {1} ids are those of {2}; they were taken as such.',
        named,
        count,
        standard.name,
      );
      this.tell('check', null, null, text);
    }
  }

  private takeTable(table: StatementTable, rows: readonly PlacedRow[]): ImportedTable {
    const { sheet, columns } = table;
    const dayOrders = new Map(
      columns
        .filter(({ meaning }) => meaning !== null && dateColumns.has(meaning))
        .map(({ index }) => [index, dayOrderOf(table.rows.map(({ row }) => cellAt(row, index).text))]),
    );
    const context: RowContext = { columns, dayOrders, legend: this.facts.legend, isOurs: table.isOurs };
    let placedCount = 0;
    let headings = 0;
    const standards = new Set<string>();
    for (const [index, placed] of rows.entries()) {
      if (this.isHeading(table, placed, rows[index + 1])) {
        headings++;
        continue;
      }
      const controls = this.takeRow(table, placed, context);
      if (controls > 0) placedCount++;
      if (controls > 0 && placed.standard) standards.add(placed.standard.name);
    }
    return {
      name: sheet.name,
      header: table.header && `${sheet.counts} ${table.header.number}`,
      columns: columns
        .filter(({ head, index }) => head !== '' || table.rows.some(({ row }) => cellAt(row, index).text !== ''))
        .map(({ head, index, meaning }) => ({
          head: head || t('Column {0}', columnLetters(index)),
          taken: meaning === null ? t('not known; kept in the notes of each control') : meaningLabels[meaning](),
        })),
      rows: table.rows.length - headings,
      placed: placedCount,
      headings: table.headingRows + headings,
      standards: [...standards],
    };
  }

  /** A group written like a control, `A.7.2 | Conditions …` above A.7.2.1, with nothing decided beside it. */
  private isHeading(table: StatementTable, placed: PlacedRow, next: PlacedRow | undefined): boolean {
    const [id, ...more] = placed.row.id?.ids ?? [];
    const [below] = next?.row.id?.ids ?? [];
    if (!id || more.length > 0 || placed.controls.length > 0 || !below?.number.startsWith(`${id.number}.`))
      return false;
    const { row } = placed.row;
    const filled = table.columns.filter(({ index }) => !saysNothing(cellAt(row, index).text));
    if (
      filled.some(({ meaning }) => meaning !== null && !['id', 'title', 'group', 'text', 'standard'].includes(meaning))
    ) {
      return false;
    }
    for (const { index, head } of filled.filter(({ meaning }) => meaning === null)) {
      const text = t('Stands beside the heading {0} inside the table, so it belongs to no control.', idText(id));
      this.tell('lost', this.place(table.sheet, row, head || columnLetters(index)), cellAt(row, index).text, text);
    }
    return true;
  }

  /** @returns how many controls the row was taken for */
  private takeRow(table: StatementTable, placed: PlacedRow, context: RowContext): number {
    const { row } = placed.row;
    const reading = readRow(row, context);
    const controls = this.controlsFor(table, placed);
    if (reading.isOutsideRole && Object.keys(reading.fields).length === 0) return controls.length;
    if (controls.length === 0) return this.takeOwn(table, placed, reading);
    for (const control of controls) {
      const count = (this.rowsOf.get(control.key) ?? 0) + 1;
      this.rowsOf.set(control.key, count);
      if (count > mostRowsOfControl) {
        const text = t('There are more than {0} rows about {1}; this one was not read.', mostRowsOfControl, control.id);
        this.tell('lost', this.place(table.sheet, row), wordsOf(row), text);
        continue;
      }
      const fields = { ...reading.fields };
      if (reading.source !== null) addNote(fields, `Source: ${reading.source}`);
      this.keepLeftovers(fields, reading.leftovers);
      this.addDecision(control, fields, this.place(table.sheet, row));
    }
    for (const leftover of reading.leftovers) this.tellLeftover(table.sheet, row, leftover, 'noted');
    if (controls.length > 1) {
      const names = controls.map(({ id }) => id).join(', ');
      this.tell(
        'info',
        this.place(table.sheet, row),
        placed.row.idText,
        t('One row for {0}: each got all of it.', names),
      );
    }
    return controls.length;
  }

  /** The controls of a row; those of an older edition are moved where that was asked for. */
  private controlsFor(table: StatementTable, placed: PlacedRow): readonly CatalogEntry[] {
    const { standard, unknown, lostZero } = placed;
    const where = this.place(table.sheet, placed.row.row);
    if (lostZero) {
      const text = t(
        'The spreadsheet took the id for a number and dropped a zero; it was read as {0}.',
        placed.controls[0]!.id,
      );
      this.tell('check', where, placed.row.idText, text);
    }
    if (!standard || unknown.length === 0) return placed.controls;
    const moved = this.options.migrates
      ? unknown.flatMap((id) => {
          const move = migrated(id, standard, this.catalog);
          if (move) {
            const text = t(
              'Was {0} ({1}) in {2}; moved to {3} ({4}).',
              move.from.id,
              move.from.title,
              move.from.edition,
              move.to.id,
              move.to.title,
            );
            this.tell('check', where, idText(id), text);
          }
          return move ? [move.to] : [];
        })
      : [];
    return [...placed.controls, ...moved.filter((control) => !placed.controls.includes(control))];
  }

  private takeOwn(table: StatementTable, placed: PlacedRow, { fields, source, leftovers: left }: RowReading): number {
    const { row, idText: written } = placed.row;
    const titleColumn = table.columns.find(({ meaning }) => meaning === 'title');
    const title = titleColumn ? cellAt(row, titleColumn.index).text : '';
    const isOwn = placed.row.id === null && /^[\p{L}][\p{L}\p{N}]{0,11}[-_. :/]?\d[\p{N}.\-_]{0,12}$/u.test(written);
    if (!isOwn || (fields.applicable === undefined && fields.status === undefined)) {
      this.tellUnplaced(table, placed);
      return 0;
    }
    this.keepLeftovers(fields, left);
    const known = this.own.get(written);
    if (known) {
      mergeFields(known.fields, fields);
      this.tell(
        'check',
        this.place(table.sheet, row),
        written,
        t('This control has a row further up; what it adds was taken.'),
      );
      return 1;
    }
    const place = this.place(table.sheet, row);
    this.own.set(written, { id: written, title: title === '' ? null : title, source, fields, place });
    for (const leftover of left) this.tellLeftover(table.sheet, row, leftover, 'noted');
    this.tell('info', place, written, t('Is no id of a standard; taken as a control of your own (additional:).'));
    return 1;
  }

  private tellUnplaced(table: StatementTable, placed: PlacedRow): void {
    const { row } = placed.row;
    const words = wordsOf(row);
    if (words === '') return;
    const text =
      placed.row.id === null
        ? placed.row.idText === ''
          ? t('This row has no id, so its text belongs to no control.')
          : t('“{0}” is no id of a control.', short(placed.row.idText))
        : explainUnknown(placed.unknown, placed.standard, this.catalog);
    this.tell('lost', this.place(table.sheet, row), words, text);
  }

  private addDecision(control: CatalogEntry, fields: ImportedFields, place: ImportPlace): void {
    const known = this.decisions.get(control.key);
    if (!known) {
      const standard = this.catalog.standard(control.standardKey)!;
      this.decisions.set(control.key, { standard, control, fields, place });
      return;
    }
    for (const { field, value } of mergeFields(known.fields, fields)) {
      addNote(known.fields, `${capital(field)} (${place.row ?? 'another row'}): ${value}`);
      const first = [known.place.sheet, known.place.row].filter(Boolean).join(', ');
      const text = t(
        '{0} has another {1} in {2}, which counts; this one is kept in the notes.',
        control.id,
        field,
        first,
      );
      this.tell('check', place, value, text);
    }
  }

  /** Text that fits no field goes to the notes, with the head of its column. */
  private keepLeftovers(fields: ImportedFields, leftovers: readonly Leftover[]): void {
    for (const { column, value } of leftovers) {
      addNote(fields, `${column.head || `Column ${columnLetters(column.index)}`}: ${value}`);
    }
  }

  private tellLeftover(sheet: Sheet, row: SheetRow, { column, value, reason }: Leftover, kind: 'noted'): void {
    // A column that we do not know is told once, with the columns.
    if (reason === null) return;
    const head = column.head || columnLetters(column.index);
    this.tell(kind, this.place(sheet, row, head), value, reason(short(value)));
  }

  /** Tables and lines that are not about controls: told in one remark each. */
  private tellOthers(sheet: Sheet, rows: readonly SheetRow[]): void {
    const unplaced = this.facts.unplaced.filter(({ row }) => rows.includes(row));
    for (const { row, label, value } of unplaced) {
      this.tell(
        'lost',
        this.place(sheet, row, label),
        value,
        t('“{0}” could not be taken over as it is written.', label),
      );
    }
    const left = rows.filter((row) => !this.facts.used.has(row));
    const filled = left.map(wordsOf).filter((words) => words !== '');
    if (filled.length === 0) return;
    const value = filled.slice(0, 20).join('\n');
    const text =
      filled.length > 20
        ? t('No ids of controls stand here, so it was not read ({0} rows).', filled.length)
        : t('No ids of controls stand here, so it was not read.');
    this.tell('lost', this.place(sheet, left[0]!), value, text);
  }

  private tell(kind: ImportRemark['kind'], place: ImportPlace | null, value: string | null, text: string): void {
    this.remarks.push({ kind, place, value, text });
  }

  private place(sheet: Sheet, row: SheetRow | null, column: string | null = null): ImportPlace {
    return { sheet: this.hasSeveralSheets ? sheet.name : '', row: row && `${sheet.counts} ${row.number}`, column };
  }

  /** In the order in which the file first names them, each with the roles for which it has controls. */
  private standards(): ImportedStandard[] {
    const standards: ImportedStandard[] = [];
    const all = [...this.decisions.values()].map(({ standard }) => standard);
    for (const standard of [...all, ...this.options.standards]) {
      if (standards.some((other) => other.standard === standard)) continue;
      const amendments = this.facts.amendments.get(standard.standard) ?? [];
      standards.push({ standard, roles: this.rolesOf(standard), amendments });
    }
    return standards;
  }

  private rolesOf(standard: Standard): ('controller' | 'processor')[] {
    const controls = [...this.decisions.values()].filter((one) => one.standard === standard);
    const stated = this.facts.roles.get(standard.standard);
    if (!this.catalog.controls(standard.key).some(({ role }) => role !== undefined)) return [];
    const roles = (['controller', 'processor'] as const).filter((role) =>
      controls.some(({ control, fields }) => control.role === role && fields.applicable !== 'no'),
    );
    if (stated) return stated;
    if (roles.length > 0) {
      const names = roles.map((role) => (role === 'processor' ? t('PII processors') : t('PII controllers')));
      const text = t(
        'Controls for {0} apply in the file, so these roles were noted for {1}.',
        joinWords(names),
        standard.name,
      );
      this.tell('check', null, null, text);
    }
    return roles;
  }

  private sorted(standards: readonly ImportedStandard[]): ImportedDecision[] {
    const order = new Map<string, number>();
    for (const { standard } of standards) {
      for (const control of this.catalog.controls(standard.key)) order.set(control.key, order.size);
    }
    return [...this.decisions.values()].sort((a, b) => order.get(a.control.key)! - order.get(b.control.key)!);
  }
}

/** All that stands in a row. */
function wordsOf({ cells }: SheetRow): string {
  const texts = cells.map(({ text }) => text).filter((text) => !saysNothing(text));
  return texts.join(' | ').slice(0, 4000);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
