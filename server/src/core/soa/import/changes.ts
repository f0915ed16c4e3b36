/** An imported statement → changes of a soa.yaml that is there already. */

import type { SoaChange, SoaValue, WrittenItem } from '../../edits/soa/types.js';
import { t } from '../../l10n.js';
import type { DecisionField } from '../fieldNames.js';
import { holdsUntil } from '../freshness.js';
import type { Decision, Evidence, ManagementSystem } from '../types.js';
import {
  type ImportedEvidence,
  type ImportedFields,
  type ImportedStatement,
  importedHeaderFields,
  importedTexts,
} from './types.js';

export interface MergeOptions {
  /** Only fields that say nothing yet are filled; default: what the file says replaces what is there. */
  readonly keepsExisting: boolean;
}

/** One thing that will say something else, for the report. */
export interface PlannedChange {
  readonly change: SoaChange;
  /** `A.5.15`; empty for the head of the statement. */
  readonly control: string;
  /** A field of a decision or of the head, `standards` or `history`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

export interface MergePlan {
  readonly changes: readonly PlannedChange[];
  /** Controls of an edition that the soa.yaml does not follow: they are not taken over. */
  readonly left: readonly { readonly control: string; readonly reason: string }[];
  /** Fields that were left because something else stands there and nothing is to be replaced. */
  readonly kept: readonly { readonly control: string; readonly field: string; readonly value: string }[];
}

/** What has to change so that the file says what was imported. What the import does not mention stays. */
export function planMerge(statement: ImportedStatement, system: ManagementSystem, options: MergeOptions): MergePlan {
  return new Merge(statement, system, options).plan();
}

class Merge {
  private readonly changes: PlannedChange[] = [];
  private readonly left: MergePlan['left'][number][] = [];
  private readonly kept: MergePlan['kept'][number][] = [];

  constructor(
    private readonly statement: ImportedStatement,
    private readonly system: ManagementSystem,
    private readonly options: MergeOptions,
  ) {}

  plan(): MergePlan {
    this.planHead();
    this.planStandards();
    this.planDecisions();
    this.planOwn();
    this.planHistory();
    const { changes, left, kept } = this;
    return { changes, left, kept };
  }

  private planHead(): void {
    for (const field of importedHeaderFields) {
      const value = this.statement.header[field];
      if (value === undefined) continue;
      this.add({ kind: 'header', field, value }, '', field, this.system[field]?.value ?? null, value);
    }
  }

  /** A standard that the soa.yaml does not have comes into scope; roles and amendments are filled in where there are none. */
  private planStandards(): void {
    for (const { standard, roles, amendments } of this.statement.standards) {
      const name = standard.standard;
      const there = this.system.standards.find((one) => one.standard === name);
      if (!there) {
        const change: SoaChange = { kind: 'addStandard', standard: `${name}:${standard.edition}` };
        this.add(change, '', 'standards', null, standard.name);
      }
      const facts = { roles, amendments } as const;
      for (const field of ['roles', 'amendments'] as const) {
        if (facts[field].length === 0 || (there?.[field] ?? []).length > 0) continue;
        const after = `${standard.name}: ${facts[field].join(', ')}`;
        this.add({ kind: 'standard', standard: name, field, value: facts[field] }, '', 'standards', null, after);
      }
    }
  }

  /** Lines of the change history that the soa.yaml does not have yet. */
  private planHistory(): void {
    const there = new Set((this.system.history ?? []).map(({ version }) => version?.value));
    for (const { version, date, by, change } of this.statement.history) {
      if (there.has(version)) continue;
      const facts = { version, date, by, change };
      const stated = Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== null);
      const text = stated.map(([, value]) => value).join(', ');
      this.add({ kind: 'append', list: 'history', item: Object.fromEntries(stated) }, '', 'history', null, text);
    }
  }

  private planDecisions(): void {
    const known = new Map(
      this.system.decisions.flatMap((one) => (one.entryKey === null ? [] : [[one.entryKey, one] as const])),
    );
    for (const { control, standard, fields } of this.statement.decisions) {
      const scoped = this.system.standards.find((one) => one.standard === standard.standard);
      if (scoped && scoped.edition !== null && scoped.edition !== standard.edition) {
        const reason = t(
          'soa.yaml follows the {0} edition of {1}, the file the {2} edition.',
          scoped.edition,
          standard.standard,
          standard.edition,
        );
        this.left.push({ control: control.id, reason });
      } else this.planFields(control.key, control.id, fields, known.get(control.key));
    }
  }

  private planOwn(): void {
    const own = new Map((this.system.additional ?? []).map((one) => [one.written.trim(), one]));
    for (const { id, title, source, fields } of this.statement.own) {
      const there = own.get(id);
      if (!there) {
        const named = title ?? id;
        this.add({ kind: 'addOwn', control: id, title: named, source: source ?? '' }, id, 'title', null, named);
      } else {
        for (const [field, value] of [
          ['title', title],
          ['source', source],
        ] as const) {
          if (value === null) continue;
          const change: SoaChange = { kind: 'decision', control: there.written, field, value };
          this.add(change, id, field, there[field]?.value ?? null, value);
        }
      }
      this.planFields(there?.written ?? id, id, fields, there);
    }
  }

  private planFields(key: string, name: string, fields: ImportedFields, decision: Decision | undefined): void {
    const values = [...valuesOf(fields, decision)];
    const saysSomething = values.some(([field, , text]) => field !== 'applicable' || text !== 'undecided');
    for (const [field, value, text] of values) {
      const before = decision ? textOf(decision, field) : null;
      // “Undecided” takes no decision back, and alone it is no reason for an entry.
      if (field === 'applicable' && text === 'undecided' && (before !== null || !saysSomething)) continue;
      if (field === 'documents' && this.statement.isOurTable && before !== null) continue;
      this.add({ kind: 'decision', control: key, field, value }, name, field, before, text);
    }
  }

  private add(change: SoaChange, control: string, field: string, before: string | null, after: string): void {
    if (before === after) return;
    const isEmpty = before === null || before === 'undecided';
    if (this.options.keepsExisting && !isEmpty) this.kept.push({ control, field, value: after });
    else this.changes.push({ change, control, field, before, after });
  }
}

type FieldTuple = readonly [field: DecisionField, value: SoaValue, text: string];

function* valuesOf(fields: ImportedFields, decision: Decision | undefined): Generator<FieldTuple> {
  const { applicable, drivers, documents, evidence } = fields;
  if (applicable !== undefined) {
    yield ['applicable', applicable === 'undecided' ? 'undecided' : applicable === 'yes', applicable];
  }
  for (const field of importedTexts) {
    const text = fields[field];
    if (text !== undefined && text !== '') yield [field, text, text];
  }
  if (drivers && drivers.length > 0) yield ['drivers', drivers, driversText(drivers)];
  if (documents && documents.length > 0) yield ['documents', documents, documents.join('; ')];
  if (evidence && evidence.length > 0) {
    const there = decision?.evidence ?? [];
    const items = evidence.map((item) => {
      const same = there.find((other) => isSame(item, other));
      return same ? statedIn(same) : item;
    });
    yield ['evidence', items.map(evidenceItem), items.map(evidenceText).join('; ')];
  }
}

/** What the decision says now, in the words in which `valuesOf` says it; null where it says nothing. */
function textOf(decision: Decision, field: DecisionField): string | null {
  switch (field) {
    case 'applicable':
      return decision.applicable.value;
    case 'drivers':
      return decision.drivers.length === 0 ? null : driversText(decision.drivers);
    case 'documents':
      return decision.documents?.length ? decision.documents.map(({ value }) => value).join('; ') : null;
    case 'evidence':
      return decision.evidence.length === 0 ? null : decision.evidence.map(statedIn).map(evidenceText).join('; ');
    default:
      return decision[field]?.value ?? null;
  }
}

function driversText(drivers: readonly { readonly kind: string; readonly ids: readonly string[] }[]): string {
  return drivers.map(({ kind, ids }) => (ids.length === 0 ? kind : `${kind}: ${ids.join(', ')}`)).join('; ');
}

/** Whether an evidence of a file is one that is there: exports tell the last day also where it follows from the date. */
function isSame({ text, date, note, valid, validUntil }: ImportedEvidence, there: Evidence): boolean {
  const stated = statedIn(there);
  if (text !== stated.text || date !== stated.date || (note ?? null) !== stated.note) return false;
  if (valid) return valid === stated.valid && (validUntil ?? null) === stated.validUntil;
  return (validUntil ?? null) === stated.validUntil || (validUntil ?? null) === holdsUntil(there);
}

function statedIn({ value, date, note, valid, validUntil }: Evidence) {
  return {
    text: value,
    date: date?.value ?? null,
    note: note?.value ?? null,
    valid: valid?.value ?? null,
    validUntil: validUntil?.value ?? null,
  };
}

function evidenceItem({ text, date, note, valid, validUntil }: ImportedEvidence): string | WrittenItem {
  const facts = { date, note, valid, valid_until: validUntil };
  const stated = Object.entries(facts).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return stated.length === 0 ? text : { path: text, ...Object.fromEntries(stated) };
}

function evidenceText({ text, date, note, valid, validUntil }: ImportedEvidence): string {
  return [text, date, note, valid, validUntil].filter(Boolean).join(' ');
}
