/** Tables of texts → the decisions of a Statement of Applicability, with an account of everything that was not taken. */
import type { Catalog, Standard } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { Account, wordsOf } from './account.js';
import { type Facts, noFacts, readFacts } from './facts.js';
import { findTables, type StatementTable } from './findTables.js';
import { IdReader } from './ids.js';
import { type PlacedRow, placeRows } from './placeRows.js';
import { joinRecords } from './recordTables.js';
import type { Sheet, SheetFile, SheetRow } from './sheet.js';
import { inOrderOfStandards, standardsOf } from './standardsOf.js';
import { RowTaker } from './takeRows.js';
import { checkTitles } from './titleChecks.js';
import type { ImportedStatement, ImportOptions } from './types.js';

/**
 * Reads the statement that a file holds. Whatever is not taken is in `remarks` or in the notes of its control.
 * @param file with every sheet or table of it
 */
export function importStatement(file: SheetFile, catalog: Catalog, options: ImportOptions): ImportedStatement {
  return new Import(file, catalog, options).run();
}

class Import {
  private readonly account = new Account();
  private readonly facts: Facts = noFacts();
  private readonly ids: IdReader;
  private readonly taker: RowTaker;

  constructor(
    private readonly file: SheetFile,
    private readonly catalog: Catalog,
    private readonly options: ImportOptions,
  ) {
    this.ids = new IdReader(catalog);
    this.taker = new RowTaker(catalog, options, this.facts, this.account);
  }

  run(): ImportedStatement {
    for (const text of this.file.remarks) this.account.tell('check', null, null, text);
    const sheets = joinRecords(this.chosenSheets(), this.ids);
    this.account.namesSheets = sheets.length > 1;
    const found = sheets.map((sheet) => ({ sheet, ...findTables(sheet, this.ids) }));
    for (const { others } of found) for (const rows of others) readFacts(rows, this.facts, this.catalog);
    const all = found.flatMap((one) => one.tables).map((table) => this.withFileContext(table));
    // What else stands in an export of ours (clauses, legend, numbers) is made anew.
    const isOurs = this.facts.isOurs || all.some((table) => table.isOurs);
    const tables = isOurs ? all.filter((table) => table.isOurs) : all;
    const placed = placeRows(tables, { catalog: this.catalog, asked: this.options.standards });
    this.tellOtherEditions(placed.flat());
    const told = tables.map((table, index) => this.taker.takeTable(table, placed[index]!));
    if (!isOurs) for (const { sheet, others } of found) for (const rows of others) this.tellOthers(sheet, rows);
    const decisions = [...this.taker.decisions.values()];
    const facts = { ...this.facts, otherRoles: this.taker.otherRoles };
    const standards = standardsOf(decisions, this.options.standards, facts, this.catalog, this.account);
    this.account.remarks.push(
      ...checkTitles(tables, placed, (table, row, column) => this.account.place(table.sheet, row, column)),
    );
    return {
      file: this.file.name,
      header: this.facts.header,
      history: this.facts.history,
      standards,
      decisions: inOrderOfStandards(decisions, standards, this.catalog),
      own: [...this.taker.own.values()],
      tables: told,
      remarks: this.account.remarks,
      migratable: this.taker.migratable,
      isOurTable: isOurs,
    };
  }

  private chosenSheets(): Sheet[] {
    const { sheet: wanted } = this.options;
    if (wanted === undefined) {
      for (const { name } of this.file.sheets.filter(({ isHidden }) => isHidden)) {
        this.account.tell('info', null, name, t('This sheet is hidden and was not read. Name it to read it.'));
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
      this.account.tell('check', null, null, text);
    }
  }

  /** Tables and lines that are not about controls: told in one remark each. */
  private tellOthers(sheet: Sheet, rows: readonly SheetRow[]): void {
    const unplaced = this.facts.unplaced.filter(({ row }) => rows.includes(row));
    for (const { row, label, value } of unplaced) {
      this.account.tell(
        'lost',
        this.account.place(sheet, row, label),
        value,
        t('“{0}” could not be taken over as it is written.', label),
      );
    }
    const left = rows.filter((row) => !this.facts.used.has(row));
    const filled = left.map(wordsOf).filter((words) => words !== '');
    if (filled.length === 0) return;
    const value = filled.slice(0, 20).join('\n');
    const text = left.some((row) => this.hasId(row))
      ? t(
          'Ids of controls stand here, but in no table with a row of heads (such as Control, Applicable, Justification), so it was not read.',
        )
      : filled.length > 20
        ? t('No ids of controls stand here, so it was not read ({0} rows).', filled.length)
        : t('No ids of controls stand here, so it was not read.');
    this.account.tell('lost', this.account.place(sheet, left[0]!), value, text);
  }

  /** A number alone may be a version or a chapter. */
  private hasId({ cells }: SheetRow): boolean {
    return cells.some(({ text }) => text.length < 300 && this.ids.read(text)?.ids[0]?.letter);
  }
}
