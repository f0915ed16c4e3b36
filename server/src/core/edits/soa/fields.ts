/** What a change asks for → what is to stand in the file, or why not. */
import { spokenLanguage, t } from '../../l10n.js';
import type { AdditionalField, DecisionField, HeaderField } from '../../soa/fieldNames.js';
import type { DriverKind } from '../../soa/types.js';
import { applicabilityOf, driverKindOf } from '../../soa/values.js';
import { Refusal } from './tree.js';
import type { SoaValue, WrittenDriver, WrittenItem } from './types.js';

/** A value in the one form that the writers know. */
export type FieldValue =
  | { readonly type: 'nothing' }
  | { readonly type: 'text'; readonly text: string; readonly isDate: boolean; readonly isApplicability: boolean }
  | { readonly type: 'list'; readonly items: readonly (string | WrittenItem)[] }
  | { readonly type: 'item'; readonly item: WrittenItem }
  | { readonly type: 'drivers'; readonly drivers: readonly WrittenDriver[] };

const nothing: FieldValue = { type: 'nothing' };

/** In characters; longer texts are mistakes (a whole policy pasted into a field). */
const maximumLength = 20_000;

const dates: ReadonlySet<string> = new Set(['decided', 'review', 'expires', 'target', 'approved', 'nextReview']);
const lists: ReadonlySet<string> = new Set(['evidence', 'documents', 'folders', 'history']);
const items: ReadonlySet<string> = new Set(['released']);
/** Written by hand: too much hangs on them. */
const structure: ReadonlySet<string> = new Set(['standards', 'controls', 'additional']);

/** @throws Refusal where the value is none for this field */
export function readFieldValue(field: DecisionField | AdditionalField | HeaderField, value: SoaValue): FieldValue {
  if (structure.has(field)) throw new Refusal(t('“{0}” can only be changed in soa.yaml itself.', field));
  if (value === null) return nothing;
  if (field === 'drivers') return readDrivers(value);
  if (lists.has(field)) return readList(value);
  if (items.has(field)) return readItem(value);
  if (field === 'applicable') return readApplicability(value);
  if (typeof value !== 'string') throw new Refusal(t('“{0}” takes text.', field));
  const text = tidy(value);
  return text === '' ? nothing : { type: 'text', text, isDate: dates.has(field), isApplicability: false };
}

function readApplicability(value: SoaValue): FieldValue {
  const meaning =
    value === true ? 'yes' : value === false ? 'no' : typeof value === 'string' ? applicabilityOf(value) : null;
  if (meaning === null) throw new Refusal(t('Applicable is true, false or undecided.'));
  const text = meaning === 'undecided' ? meaning : String(meaning === 'yes');
  return { type: 'text', text, isDate: false, isApplicability: true };
}

function readDrivers(value: SoaValue): FieldValue {
  if (!Array.isArray(value)) throw new Refusal(t('Drivers are a list of kinds, each with its ids.'));
  const byKind = new Map<DriverKind, string[]>();
  for (const driver of value as readonly (string | WrittenItem | WrittenDriver)[]) {
    const kind = driverKindOf(typeof driver === 'string' ? driver : String(driver.kind));
    if (kind === null) throw new Refusal(t('A driver is risk, legal, contractual, business or baseline.'));
    const ids = typeof driver === 'string' || !Array.isArray(driver.ids) ? [] : (driver.ids as readonly string[]);
    const known = byKind.get(kind) ?? [];
    byKind.set(kind, [...new Set([...known, ...ids.map((id) => tidy(id)).filter((id) => id !== '')])]);
  }
  return byKind.size === 0 ? nothing : { type: 'drivers', drivers: [...byKind].map(([kind, ids]) => ({ kind, ids })) };
}

function readList(value: SoaValue): FieldValue {
  const given = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(given)) throw new Refusal(t('This takes a list.'));
  const read = (given as readonly (string | WrittenItem)[]).flatMap((item): (string | WrittenItem)[] => {
    if (typeof item === 'string') return tidy(item) === '' ? [] : [tidy(item)];
    const tidied = tidyItem(item);
    return Object.keys(tidied).length > 0 ? [tidied] : [];
  });
  const once = read.filter((item, index) => typeof item !== 'string' || read.indexOf(item) === index);
  return once.length === 0 ? nothing : { type: 'list', items: once };
}

function readItem(value: SoaValue): FieldValue {
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refusal(t('This takes keys with values.'));
  const item = tidyItem(value as WrittenItem);
  return Object.keys(item).length === 0 ? nothing : { type: 'item', item };
}

/** Without empty values. @throws Refusal for keys that are not plain words */
export function tidyItem(item: WrittenItem): WrittenItem {
  const tidied: Record<string, string> = {};
  for (const [key, value] of Object.entries(item)) {
    if (!/^[a-z][a-z_]*$/.test(key)) throw new Refusal(t('“{0}” is not a key.', key));
    const text = tidy(value);
    if (text !== '') tidied[key] = text;
  }
  return tidied;
}

/** Line breaks are line feeds, as YAML reads them. @throws Refusal for what is no text or too long */
function tidy(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal(t('This takes text.'));
  if (value.length > maximumLength)
    throw new Refusal(
      t(
        'This text is longer than {0} characters. Shorten it, or put it into a document and name that.',
        maximumLength.toLocaleString(spokenLanguage()),
      ),
    );
  return value.replace(/\r\n?/g, '\n').trim();
}
