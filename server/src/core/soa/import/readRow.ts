/** The cells of one row → the fields of a decision, and what did not fit into any. */
import { t } from '../../l10n.js';
import type { ControlModel } from '../types.js';
import { notInRoleLabel } from '../words.js';
import { type DayOrder, understandDate, understandPeriod } from './cellDates.js';
import {
  saysNotApplicable,
  saysNothing,
  splitIds,
  understandApplicability,
  understandDrivers,
  understandMark,
  understandStatus,
} from './cellWords.js';
import type { SettledMeaning, TableColumn } from './findTables.js';
import { documentsIn, evidenceIn } from './listCells.js';
import { cellAt, type SheetCell, type SheetRow } from './sheet.js';
import type { ImportedFields } from './types.js';

/** A cell that was not understood, or only in part. */
export interface Leftover {
  readonly column: TableColumn;
  readonly value: string;
  /** Why, in a few words behind the value; null for a column that we do not know. */
  readonly reason: ((value: string) => string) | null;
}

export interface RowReading {
  readonly fields: ImportedFields;
  /** Where a control of the organisation's own comes from. */
  readonly source: string | null;
  /** An export of ours says that the control is made for a role that the organisation does not have. */
  readonly isOutsideRole: boolean;
  /** In the order of the columns; to be kept in the notes. */
  readonly leftovers: readonly Leftover[];
}

export interface RowContext {
  readonly columns: readonly TableColumn[];
  /** Of each date column, by index. */
  readonly dayOrders: ReadonlyMap<number, DayOrder>;
  /** The meaning of codes that the file explains: `E-J` → `Excluded — justified by …`. */
  readonly legend: ReadonlyMap<string, string>;
  /** An export of ours: of its documents only those count that nobody found; the others are found again by their tags. */
  readonly isOurs: boolean;
}

const ignored = new Set<SettledMeaning>([
  'id',
  'title',
  'standard',
  'group',
  'counter',
  'gaps',
  'exportedFrom',
  'text',
]);

/** Reads a row of a table. Every filled cell ends in a field or among the leftovers. */
export function readRow(row: SheetRow, context: RowContext): RowReading {
  const reading = new Reading(context);
  for (const column of context.columns) {
    const cell = cellAt(row, column.index);
    if (column.meaning === null) {
      if (!saysNothing(cell.text)) reading.leave(column, cell.text, null);
    } else if (!ignored.has(column.meaning)) reading.take(column.meaning, column, cell);
  }
  return reading.finish();
}

class Reading {
  private readonly fields: ImportedFields = {};
  private readonly leftovers: Leftover[] = [];
  private readonly why: { column: TableColumn; text: string; isFor: 'any' | 'yes' | 'no' }[] = [];
  private source: string | null = null;
  private isOutsideRole = false;
  private statusSaysNo = false;
  private isMarkedExcluded: boolean | null = null;
  private hasApplicability = false;

  constructor(private readonly context: RowContext) {
    this.hasApplicability = context.columns.some(({ meaning }) => meaning === 'applicable');
  }

  leave(column: TableColumn, value: string, reason: Leftover['reason']): void {
    this.leftovers.push({ column, value, reason });
  }

  take(meaning: SettledMeaning, column: TableColumn, cell: SheetCell): void {
    const { text } = cell;
    if (meaning === 'excluded') {
      this.takeExcluded(column, text);
      return;
    }
    if (meaning.startsWith('driver:')) {
      this.takeDriver(meaning, column, text);
      return;
    }
    if (saysNothing(text)) return;
    switch (meaning) {
      case 'applicable':
        this.takeApplicable(column, text);
        return;
      case 'status':
        this.takeStatus(column, text);
        return;
      case 'justification':
      case 'justificationIncluded':
      case 'justificationExcluded': {
        const isFor = meaning === 'justification' ? 'any' : meaning === 'justificationIncluded' ? 'yes' : 'no';
        this.why.push({ column, text, isFor });
        return;
      }
      case 'drivers':
        this.takeDrivers(column, text);
        return;
      case 'documents':
        this.fields.documents = documentsIn(cell, this.context.isOurs);
        if (this.fields.documents.length === 0) delete this.fields.documents;
        return;
      case 'evidence':
        this.fields.evidence = evidenceIn(cell, this.context.isOurs);
        return;
      case 'decided':
      case 'review':
      case 'expires':
      case 'target':
        this.takeDate(meaning, column, text);
        return;
      case 'source':
        this.source = text;
        return;
      case 'model':
        this.takeModel(column, text);
        return;
      case 'owner':
      case 'supplier':
      case 'implementation':
      case 'decidedBy':
      case 'notes':
        this.fields[meaning] = text;
        return;
      default:
        this.leave(column, text, null);
        return;
    }
  }

  private takeApplicable(column: TableColumn, text: string): void {
    if (this.context.isOurs && text === notInRoleLabel) {
      this.isOutsideRole = true;
      return;
    }
    const words = this.context.legend.get(text.trim().toUpperCase()) ?? text;
    const found = understandApplicability(words);
    if (!found) {
      this.takeStatusForApplicable(column, text);
      return;
    }
    this.fields.applicable = found.value;
    if (found.rest === '') return;
    const status = words === text ? null : understandStatus(found.rest);
    if (status) this.fields.status ??= status.value;
    // What is behind “No – …” is the reason; a code's explanation is nobody's reason.
    else if (words === text) this.why.push({ column, text: found.rest, isFor: 'any' });
  }

  /** `Implemented`, `Partial` in the column for applicability: somebody runs the control, so it applies. */
  private takeStatusForApplicable(column: TableColumn, text: string): void {
    const status = understandStatus(text);
    if (status?.rest !== '') {
      this.leave(column, text, (value) => t('“{0}” does not say whether the control applies.', value));
      return;
    }
    this.fields.applicable = status.value === 'not-assessed' ? 'undecided' : 'yes';
    this.fields.status ??= status.value;
  }

  private takeExcluded(column: TableColumn, text: string): void {
    const mark = understandMark(text);
    if (mark === null) this.why.push({ column, text, isFor: 'no' });
    else this.isMarkedExcluded = mark;
  }

  private takeStatus(column: TableColumn, text: string): void {
    const words = this.context.legend.get(text.trim().toUpperCase()) ?? text;
    if (saysNotApplicable(words)) {
      this.statusSaysNo = true;
      return;
    }
    const found = understandStatus(words);
    if (!found) {
      this.leave(column, text, (value) => t('“{0}” is not a status.', value));
      return;
    }
    this.fields.status = found.value;
    if (found.rest === '' || words !== text) return;
    const target = understandPeriod(found.rest.replace(/^(by|until|bis|due|target:?)\s+/i, ''));
    if (target && found.value !== 'implemented') this.fields.target ??= target;
    else this.leave(column, text, null);
  }

  private takeDriver(meaning: SettledMeaning, column: TableColumn, text: string): void {
    const kind = meaning.slice('driver:'.length) as 'risk';
    const mark = understandMark(text);
    if (mark === false) return;
    const ids = mark === true ? [] : splitIds(text);
    if (ids.some((id) => id.length > 120)) {
      this.leave(column, text, null);
      return;
    }
    this.addDriver(kind, ids);
  }

  private addDriver(kind: NonNullable<ImportedFields['drivers']>[number]['kind'], ids: readonly string[]): void {
    const others = (this.fields.drivers ?? []).filter((driver) => driver.kind !== kind);
    const known = (this.fields.drivers ?? []).find((driver) => driver.kind === kind)?.ids ?? [];
    this.fields.drivers = [...others, { kind, ids: [...new Set([...known, ...ids])] }];
  }

  private takeDrivers(column: TableColumn, text: string): void {
    const coded = text
      .split(/([,;/\n]\s*)/)
      .map((part) => this.context.legend.get(part.trim().toUpperCase()) ?? part)
      .join('');
    const drivers = understandDrivers(text) ?? understandDrivers(coded);
    if (!drivers) {
      this.leave(column, text, (value) => t('“{0}” is not a kind of driver.', value));
      return;
    }
    for (const { kind, ids } of drivers) this.addDriver(kind, ids);
  }

  private takeDate(meaning: 'decided' | 'review' | 'expires' | 'target', column: TableColumn, text: string): void {
    const order = this.context.dayOrders.get(column.index) ?? 'unknown';
    const date = meaning === 'target' ? understandPeriod(text, order) : understandDate(text, order);
    if (date) this.fields[meaning] = date;
    else {
      const isUnclear = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(text.trim());
      this.leave(column, text, isUnclear ? unclearDate : noDate);
    }
  }

  private takeModel(column: TableColumn, text: string): void {
    const word = text.trim().toLowerCase();
    const models: readonly ControlModel[] = ['direct', 'shared', 'inherited'];
    const model = models.find((one) => word === one);
    if (model) this.fields.model = model;
    else this.leave(column, text, (value) => t('“{0}” is none of direct, shared, inherited.', value));
  }

  finish(): RowReading {
    this.settleApplicability();
    this.settleJustification();
    const { fields, source, isOutsideRole, leftovers } = this;
    return { fields, source, isOutsideRole, leftovers };
  }

  private settleApplicability(): void {
    const { fields } = this;
    if (this.isMarkedExcluded === true) {
      // Ticked as included and as excluded: nobody but the author can tell.
      fields.applicable = fields.applicable === 'yes' ? 'undecided' : 'no';
    } else if (this.isMarkedExcluded === false && !this.hasApplicability) fields.applicable = 'yes';
    if (fields.applicable !== undefined || this.hasApplicability) return;
    const isRun = fields.status !== undefined && fields.status !== 'not-started' && fields.status !== 'not-assessed';
    const hasReasonAgainst = this.why.some(({ isFor }) => isFor === 'no');
    if (this.statusSaysNo) fields.applicable = 'no';
    else if (isRun || (fields.drivers !== undefined && !hasReasonAgainst)) fields.applicable = 'yes';
    else if (hasReasonAgainst && fields.drivers === undefined) fields.applicable = 'no';
  }

  /** The reason that belongs to the decision becomes the justification; another one goes to the notes. */
  private settleJustification(): void {
    const { applicable } = this.fields;
    const fits = this.why.filter(({ isFor }) => isFor === 'any' || (applicable === 'no') === (isFor === 'no'));
    const others = this.why.filter((one) => !fits.includes(one));
    const texts = [...new Set(fits.map(({ text }) => text))];
    if (texts.length > 0) this.fields.justification = texts.join('\n');
    for (const { column, text } of others) this.leave(column, text, null);
  }
}

const unclearDate = (value: string) => t('“{0}” does not tell day from month.', value);
const noDate = (value: string) => t('“{0}” is not a date.', value);
