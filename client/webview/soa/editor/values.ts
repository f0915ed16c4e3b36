/** What the fields of the editor hold ↔ what a row says, and what is sent for it. No DOM here. */
import type { PaneEvidence, PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import type { DriverKind } from '../../../../server/src/core/soa/types.js';
import type { EditableField, EditValue } from '../../messages.js';

export const driverKinds: readonly DriverKind[] = ['risk', 'legal', 'contractual', 'business', 'baseline'];

/** Fields that are one text. */
export type TextName = Exclude<EditableField, 'applicable' | 'documents' | 'drivers' | 'evidence'>;

/** The text of a field as the row has it; empty where there is none. */
export function textOf(row: PaneRow, field: TextName): string {
  return row[field] ?? '';
}

/** Several ids or paths in one line: a comma can be part of one. */
export function joinList(items: readonly string[]): string {
  return items.join('; ');
}

export function splitList(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A driver in its two fields: whether there is one of this kind, and its ids. */
export interface DriverEntry {
  readonly isOn: boolean;
  readonly ids: string;
}

export type DriverEntries = Readonly<Record<DriverKind, DriverEntry>>;

export function driversOf(row: Pick<PaneRow, 'drivers'>): DriverEntries {
  const entries = driverKinds.map((kind): [DriverKind, DriverEntry] => {
    const driver = row.drivers.find((each) => each.kind === kind);
    return [kind, { isOn: driver !== undefined, ids: joinList(driver?.ids ?? []) }];
  });
  return Object.fromEntries(entries) as Record<DriverKind, DriverEntry>;
}

export function driversValue(entries: DriverEntries): EditValue {
  return driverKinds.flatMap((kind) => {
    const { isOn, ids } = entries[kind];
    return isOn || ids.trim() !== '' ? [{ kind, ids: splitList(ids) }] : [];
  });
}

/** One evidence in its fields. What the pane has no field for is kept and sent back as it was. */
export interface EvidenceEntry {
  readonly text: string;
  readonly date: string;
  readonly until: string;
  readonly kept: { readonly kind: PaneEvidence['kind']; readonly note: string; readonly valid: string };
}

export const noEvidence: EvidenceEntry = {
  text: '',
  date: '',
  until: '',
  kept: { kind: 'words', note: '', valid: '' },
};

export function evidenceOf(row: Pick<PaneRow, 'evidence'>): EvidenceEntry[] {
  return row.evidence.map(({ text, date, note, valid, statedUntil, kind }) => ({
    text,
    date: date ?? '',
    until: statedUntil ?? '',
    kept: { kind, note: note ?? '', valid: valid ?? '' },
  }));
}

/** Plain text where that says it all, else keys. */
export function evidenceValue(entries: readonly EvidenceEntry[]): EditValue {
  return entries.flatMap((entry): (string | Record<string, string>)[] => {
    const text = entry.text.trim();
    if (text === '') return [];
    const { note, valid } = entry.kept;
    const more = { date: entry.date, valid, valid_until: entry.until };
    const stated = Object.entries(more).filter(([, value]) => value.trim() !== '');
    if (stated.length === 0 && note === '') return [text];
    // Words beside a note are a place all the same: there can be one note only.
    const key = note !== '' && kindOf(text) === 'note' ? 'file' : kindOf(text);
    return [{ [key]: text, ...(note === '' ? {} : { note }), ...Object.fromEntries(stated) }];
  });
}

/** An address, something with a file ending, or words. */
function kindOf(text: string): 'link' | 'file' | 'note' {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'link';
  return /[^\s/]\.[a-z][a-z0-9]{0,7}(?:#\S*)?$/i.test(text) || /\/$/.test(text) ? 'file' : 'note';
}

/** A row for a change: the id of a control of the organisation's own, else the key. */
export function controlOf(row: Pick<PaneRow, 'key' | 'id' | 'isAdditional'>): string {
  return row.isAdditional ? row.id : row.key;
}

/** Drivers of a row with one more, for a bulk decision. */
export function withDriver(row: Pick<PaneRow, 'drivers'>, kind: DriverKind, ids: readonly string[]): EditValue {
  const known = row.drivers.find((driver) => driver.kind === kind);
  const added = { kind, ids: [...new Set([...(known?.ids ?? []), ...ids])] };
  const others = row.drivers.map((driver) => (driver === known ? added : { kind: driver.kind, ids: driver.ids }));
  return known ? others : [...others, added];
}
