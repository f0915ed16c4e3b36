/** An imported statement → changes of a soa.yaml that is there already. */

import type { SoaChange, SoaValue, WrittenItem } from '../../edits/soa/types.js';
import { t } from '../../l10n.js';
import type { DecisionField } from '../fieldNames.js';
import type { Decision, ManagementSystem } from '../types.js';
import { type ImportedEvidence, type ImportedFields, type ImportedStatement, importedTexts } from './types.js';

export interface MergeOptions {
  /** Only fields that say nothing yet are filled; default: what the file says replaces what is there. */
  readonly keepsExisting: boolean;
}

/** One field that will say something else, for the report. */
export interface PlannedChange {
  readonly change: SoaChange;
  /** `A.5.15` */
  readonly control: string;
  readonly field: DecisionField;
  readonly before: string | null;
  readonly after: string;
}

export interface MergePlan {
  readonly changes: readonly PlannedChange[];
  /** Controls whose standard the soa.yaml does not have, and own controls that it does not list: they are not taken over. */
  readonly left: readonly { readonly control: string; readonly reason: string }[];
  /** Fields that were left because something else stands there and nothing is to be replaced. */
  readonly kept: readonly { readonly control: string; readonly field: DecisionField; readonly value: string }[];
}

/** What has to change so that the file says what was imported. What the import does not mention stays. */
export function planMerge(statement: ImportedStatement, system: ManagementSystem, options: MergeOptions): MergePlan {
  const changes: PlannedChange[] = [];
  const left: { control: string; reason: string }[] = [];
  const kept: MergePlan['kept'][number][] = [];
  const known = new Map(
    system.decisions.flatMap((one) => (one.entryKey === null ? [] : [[one.entryKey, one] as const])),
  );
  const own = new Map((system.additional ?? []).map((one) => [one.written.trim(), one]));
  const plan = (key: string, name: string, fields: ImportedFields, decision: Decision | undefined) => {
    for (const [field, value, text] of valuesOf(fields)) {
      const before = decision ? textOf(decision, field) : null;
      if (before === text || (field === 'applicable' && text === 'undecided' && before !== null)) continue;
      const isEmpty = before === null || before === 'undecided';
      if (options.keepsExisting && !isEmpty) kept.push({ control: name, field, value: text });
      else {
        const change: SoaChange = { kind: 'decision', control: key, field, value };
        changes.push({ change, control: name, field, before, after: text });
      }
    }
  };
  for (const { control, standard, fields } of statement.decisions) {
    const scoped = system.standards.find((one) => one.standard === standard.standard);
    const isOther = scoped && scoped.edition !== null && scoped.edition !== standard.edition;
    if (scoped && !isOther) plan(control.key, control.id, fields, known.get(control.key));
    else {
      const reason = isOther
        ? t(
            'soa.yaml follows the {0} edition of {1}, the file the {2} edition.',
            scoped.edition,
            standard.standard,
            standard.edition,
          )
        : t('{0} is not among the standards of soa.yaml.', standard.name);
      left.push({ control: control.id, reason });
    }
  }
  for (const { id, fields } of statement.own) {
    const there = own.get(id);
    if (there) plan(there.written, id, fields, there);
    else
      left.push({
        control: id,
        reason: t('A control of your own that is not below “additional:” yet: add it there by hand.'),
      });
  }
  return { changes, left, kept };
}

type FieldTuple = readonly [field: DecisionField, value: SoaValue, text: string];

function* valuesOf(fields: ImportedFields): Generator<FieldTuple> {
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
  if (evidence && evidence.length > 0)
    yield ['evidence', evidence.map(evidenceItem), evidence.map(evidenceText).join('; ')];
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
    case 'evidence': {
      const items = decision.evidence.map(({ value, date, note, validUntil }) => {
        return {
          text: value,
          date: date?.value ?? null,
          note: note?.value ?? null,
          validUntil: validUntil?.value ?? null,
        };
      });
      return items.length === 0 ? null : items.map(evidenceText).join('; ');
    }
    default:
      return decision[field]?.value ?? null;
  }
}

function driversText(drivers: readonly { readonly kind: string; readonly ids: readonly string[] }[]): string {
  return drivers.map(({ kind, ids }) => (ids.length === 0 ? kind : `${kind}: ${ids.join(', ')}`)).join('; ');
}

function evidenceItem(evidence: ImportedEvidence): string | WrittenItem {
  const { text, date, note, validUntil } = evidence;
  if (date === null && !note && !validUntil) return text;
  return {
    path: text,
    ...(date === null ? {} : { date }),
    ...(note ? { note } : {}),
    ...(validUntil ? { valid_until: validUntil } : {}),
  };
}

function evidenceText({ text, date, note, validUntil }: ImportedEvidence): string {
  return [text, date ?? '', note ?? '', validUntil ?? ''].join(' ').trim();
}
