/** Why a control was chosen: `drivers: { risk, legal: [GDPR Art. 32] }`, or a list of kinds. */
import { t } from '../l10n.js';
import type { Driver, DriverKind, Located } from './types.js';
import { applicabilityOf, driverKindOf } from './values.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

const complaint = () =>
  t('Drivers are risk, legal, contractual, business and baseline, each with its ids: risk: [R-012].');

/** Reads the drivers in the order of the file, one per kind; kinds with an empty list or `false` are left out. */
export function readDrivers(field: YamlEntry, reader: YamlReader): Driver[] {
  const collected = new Map<DriverKind, Set<string>>();
  const add = (kind: DriverKind, ids: readonly string[]) => {
    const known = collected.get(kind) ?? new Set<string>();
    for (const id of ids) known.add(id);
    collected.set(kind, known);
  };
  const entries = reader.entriesOf(field.value);
  if (entries) readMapping(entries, add, reader);
  else readList(field, add, reader);
  return [...collected].map(([kind, ids]) => ({ kind, ids: [...ids] }));
}

type Add = (kind: DriverKind, ids: readonly string[]) => void;

function readMapping(entries: readonly YamlEntry[], add: Add, reader: YamlReader): void {
  for (const entry of entries) {
    const kind = driverKindOf(entry.key);
    if (!kind) {
      reader.warn(entry.keySpan, `${t('“{0}” is not a kind of driver.', entry.key)} ${complaint()}`);
      continue;
    }
    const ids = reader.textsAt(entry.value, complaint());
    const flag = ids.length === 1 ? applicabilityOf(ids[0]!.value) : null;
    if (flag === 'yes') add(kind, []);
    else if (flag !== 'no' && ids.length > 0) {
      add(
        kind,
        ids.map((id) => id.value),
      );
    }
  }
}

function readList(field: YamlEntry, add: Add, reader: YamlReader): void {
  const items = reader.itemsOf(field.value) ?? (field.value ? [field.value] : []);
  for (const item of items) {
    const entries = reader.entriesOf(item);
    if (entries) readMapping(entries, add, reader);
    else for (const text of reader.textsAt(item, complaint())) readWords(text, add, reader);
  }
}

/** `risk`, `risk, legal`, `risk: R-012`, `legal GDPR Art. 32`. */
function readWords(text: Located<string>, add: Add, reader: YamlReader): void {
  const kinds = text.value.split(/\s*[,;/]\s*/).map(driverKindOf);
  if (kinds.every((kind) => kind !== null)) {
    for (const kind of kinds) add(kind, []);
    return;
  }
  const match = /^([\p{L}-]+)\s*[:\s]\s*(\S.*)$/u.exec(text.value);
  const kind = match ? driverKindOf(match[1]!) : null;
  if (match && kind) add(kind, [match[2]!]);
  else reader.warn(text.span, `${t('“{0}” does not say what kind of driver it is.', text.value)} ${complaint()}`);
}
