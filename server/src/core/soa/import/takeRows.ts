/** Rows of a table → decisions on controls, and an account of what was not taken. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { type Account, short, wordsOf } from './account.js';
import { dayOrderOf } from './cellDates.js';
import { saysNothing } from './cellWords.js';
import type { Facts } from './facts.js';
import type { StatementTable, TableColumn } from './findTables.js';
import { meaningLabels } from './headers.js';
import { idText } from './ids.js';
import { documentsIn } from './listCells.js';
import { addNote, mergeFields } from './merge.js';
import type { PlacedRow } from './placeRows.js';
import { type Leftover, type RowContext, type RowReading, readRow } from './readRow.js';
import { cellAt, columnLetters, type Sheet, type SheetRow } from './sheet.js';
import type {
  ImportedDecision,
  ImportedFields,
  ImportedOwnControl,
  ImportedTable,
  ImportOptions,
  ImportPlace,
} from './types.js';
import { explainUnknown, migrated } from './unknownIds.js';

/** So many rows about one control are read; more are no statement, and notes of thousands of lines are of no use. */
const mostRowsOfControl = 30;

const dateColumns: ReadonlySet<string> = new Set(['decided', 'review', 'expires', 'target']);

export class RowTaker {
  readonly decisions = new Map<string, ImportedDecision>();
  readonly own = new Map<string, ImportedOwnControl>();
  /** How many ids of the edition before became exactly one control. */
  migratable = 0;
  /** The roles that an export of ours says the organisation does not have. */
  readonly otherRoles = new Set<string>();
  private readonly rowsOf = new Map<string, number>();

  constructor(
    private readonly catalog: Catalog,
    private readonly options: Pick<ImportOptions, 'migrates'>,
    private readonly facts: Pick<Facts, 'legend'>,
    private readonly account: Account,
  ) {}

  /** Takes what the rows of a table say, and tells what its columns were taken for. */
  takeTable(table: StatementTable, rows: readonly PlacedRow[]): ImportedTable {
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
          taken: takenText(meaning, table.isOurs),
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
      this.account.tell(
        'lost',
        this.account.place(table.sheet, row, head || columnLetters(index)),
        cellAt(row, index).text,
        text,
      );
    }
    return true;
  }

  /** @returns how many controls the row was taken for */
  private takeRow(table: StatementTable, placed: PlacedRow, context: RowContext): number {
    const { row } = placed.row;
    const reading = readRow(row, context);
    const controls = this.controlsFor(table, placed);
    if (reading.isOutsideRole && Object.keys(reading.fields).length === 0) {
      for (const { role } of controls) if (role !== undefined) this.otherRoles.add(role);
      return controls.length;
    }
    if (controls.length === 0) return this.takeOwn(table, placed, reading, context);
    for (const control of controls) {
      const count = (this.rowsOf.get(control.key) ?? 0) + 1;
      this.rowsOf.set(control.key, count);
      if (count > mostRowsOfControl) {
        const text = t(
          'There are more than {0} rows about {1}; this one was not read. Add by hand what it says.',
          mostRowsOfControl,
          control.id,
        );
        this.account.tell('lost', this.account.place(table.sheet, row), wordsOf(row), text);
        continue;
      }
      const fields = { ...reading.fields };
      if (reading.source !== null) addNote(fields, `Source: ${reading.source}`);
      this.keepLeftovers(fields, reading.leftovers);
      this.addDecision(control, fields, this.account.place(table.sheet, row));
    }
    for (const leftover of reading.leftovers) this.tellLeftover(table.sheet, row, leftover, 'noted');
    if (controls.length > 1) {
      const names = controls.map(({ id }) => id).join(', ');
      this.account.tell(
        'info',
        this.account.place(table.sheet, row),
        placed.row.idText,
        t('One row for {0}: each got all of it.', names),
      );
    }
    return controls.length;
  }

  /** The controls of a row; those of an older edition are moved where that was asked for. */
  private controlsFor(table: StatementTable, placed: PlacedRow): readonly CatalogEntry[] {
    const { standard, unknown, lostZero } = placed;
    const where = this.account.place(table.sheet, placed.row.row);
    if (lostZero) {
      const text = t(
        'The spreadsheet took the id for a number and dropped a zero; it was read as {0}.',
        placed.controls[0]!.id,
      );
      this.account.tell('check', where, placed.row.idText, text);
    }
    if (!standard || unknown.length === 0) return placed.controls;
    const moves = unknown.flatMap((id) => {
      const move = migrated(id, standard, this.catalog);
      return move ? [{ id, ...move }] : [];
    });
    this.migratable += moves.length;
    const moved = this.options.migrates ? moves : [];
    for (const { id, from, to } of moved) {
      const text = t('Was {0} ({1}) in {2}; moved to {3} ({4}).', from.id, from.title, from.edition, to.id, to.title);
      this.account.tell('check', where, idText(id), text);
    }
    return [...placed.controls, ...moved.flatMap(({ to }) => (placed.controls.includes(to) ? [] : [to]))];
  }

  private takeOwn(table: StatementTable, placed: PlacedRow, reading: RowReading, context: RowContext): number {
    const { fields, source, leftovers: left } = reading;
    const { row, idText: written } = placed.row;
    const titleColumn = table.columns.find(({ meaning }) => meaning === 'title');
    const title = titleColumn ? cellAt(row, titleColumn.index).text : '';
    const looksLikeId = /^[\p{L}][\p{L}\p{N}]{0,11}[-_. :/]?\d[\p{N}.\-_]{0,12}$/u.test(written);
    // In an export of ours whatever is no id of a standard is the organisation's own.
    const isOwn = placed.row.id === null && (table.isOurs ? written !== '' : looksLikeId);
    if (!isOwn || (fields.applicable === undefined && fields.status === undefined)) {
      this.tellUnplaced(table, placed);
      return 0;
    }
    if (table.isOurs) {
      const documents = listedDocumentsIn(row, context);
      if (documents.length > 0) fields.documents = documents;
    }
    this.keepLeftovers(fields, left);
    const known = this.own.get(written);
    if (known) {
      mergeFields(known.fields, fields);
      this.account.tell(
        'check',
        this.account.place(table.sheet, row),
        written,
        t('This control has a row further up; what it adds was taken.'),
      );
      return 1;
    }
    const place = this.account.place(table.sheet, row);
    this.own.set(written, { id: written, title: title === '' ? null : title, source, fields, place });
    for (const leftover of left) this.tellLeftover(table.sheet, row, leftover, 'noted');
    this.account.tell(
      'info',
      place,
      written,
      t('Is no id of a standard; taken as a control of your own (additional:).'),
    );
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
    this.account.tell('lost', this.account.place(table.sheet, row), words, text);
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
        '{0}: the field “{1}” says something else in {2}, which counts; this one is kept in the notes.',
        control.id,
        field,
        first,
      );
      this.account.tell('check', place, value, text);
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
    this.account.tell(kind, this.account.place(sheet, row, head), value, reason(short(value)));
  }
}

/** What a column was taken for, as the report says it. */
function takenText(meaning: TableColumn['meaning'], isOurs: boolean): string {
  if (meaning === null) return t('not known; kept in the notes of each control');
  return meaning === 'documents' && isOurs
    ? t('the documents; left out, since their tags tell them; an export as JSON has those that only soa.yaml lists')
    : meaningLabels[meaning]();
}

/** The documents of a control of the organisation's own, which no tag can tell again: by id where the text begins with one. */
function listedDocumentsIn(row: SheetRow, { columns }: RowContext): string[] {
  const column = columns.find(({ meaning }) => meaning === 'documents');
  const texts = column ? documentsIn(cellAt(row, column.index), false) : [];
  const concern = / \((?:draft|in review|retired|review overdue)\)$/;
  return texts.map((text) => /^([A-Z][\w.-]*\d[\w.-]*) /.exec(text)?.[1] ?? text.replace(concern, ''));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
