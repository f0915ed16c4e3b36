/** The `controls:` of a soa.yaml: one decision per control. */
import type { Catalog } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';
import type { Span } from '../text.js';
import { readControlKey } from './controlKey.js';
import { readDrivers } from './drivers.js';
import { type DecisionField, decisionKeys, fieldNamed, similarKey } from './fieldNames.js';
import type { Applicability, Decision, Evidence, ImplementationStatus, Located } from './types.js';
import { applicabilityOf, implementationStatusOf, isDate, isDateOrPeriod, saysNotApplicable } from './values.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/**
 * Reads the decisions in the order of the file. A key that stands there twice is a problem; the first one counts.
 * @param entries what stands below `controls:`
 */
export function readDecisions(
  entries: readonly YamlEntry[],
  scope: readonly ScopedStandard[],
  reader: YamlReader,
  catalog: Catalog,
): Decision[] {
  const decisions: Decision[] = [];
  const seen = new Set<string>();
  for (const entry of flattenByStandard(entries, reader, catalog)) {
    const key = readControlKey(entry.key, scope, catalog);
    const identity = key.entry?.key ?? entry.key.toLowerCase();
    if (seen.has(identity)) {
      reader.error(entry.keySpan, `${entry.key} has a decision further up already; the first one counts.`);
      continue;
    }
    seen.add(identity);
    if (key.candidates.length > 1) {
      const names = key.candidates.map((standard) => `${standard.standard}:${entry.key}`).join(' or ');
      reader.warn(entry.keySpan, `${entry.key} exists in more than one standard in scope. Write ${names}.`);
    }
    decisions.push(readDecision(entry, key.entry?.key ?? null, reader));
  }
  return decisions;
}

/** `27001:` with the ids below it is as good as `27001:A.5.15`: the standard is put before each id. */
function flattenByStandard(entries: readonly YamlEntry[], reader: YamlReader, catalog: Catalog): YamlEntry[] {
  const flat: YamlEntry[] = [];
  for (const entry of entries) {
    const isStandard = catalog.edition(entry.key.trim().toLowerCase()) !== undefined;
    const below = isStandard ? reader.entriesOf(entry.value) : null;
    if (!below) flat.push(entry);
    else for (const item of below) flat.push({ ...item, key: `${entry.key.trim()}:${item.key}` });
  }
  return flat;
}

type Fields = Partial<Record<DecisionField, YamlEntry>>;

function readDecision(entry: YamlEntry, entryKey: string | null, reader: YamlReader): Decision {
  const fields = readFields(entry, reader);
  const applicable = readApplicability(fields, entry, reader);
  const text = (field: DecisionField) => readText(fields[field], reader);
  return {
    written: entry.key,
    keySpan: entry.keySpan,
    span: entry.span,
    entryKey,
    applicable,
    justification: text('justification'),
    drivers: fields.drivers ? readDrivers(fields.drivers, reader) : [],
    status: readStatus(fields.status, reader),
    owner: text('owner'),
    evidence: fields.evidence ? readEvidence(fields.evidence, reader) : [],
    decided: readDate(fields.decided, reader),
    decidedBy: text('decidedBy'),
    review: readDate(fields.review, reader),
    target: readPeriod(fields.target, reader),
    implementation: text('implementation'),
    notes: text('notes'),
  };
}

function readFields(entry: YamlEntry, reader: YamlReader): Fields {
  const fields: Fields = {};
  const entries = reader.entriesOf(entry.value);
  // `27001:A.7.4: no` is a decision, too; a list is none.
  if (!entries && entry.value && !reader.textAt(entry.value)) {
    reader.error(reader.spanOf(entry.value), `Below ${entry.key} come keys such as applicable, justification, status.`);
  }
  for (const field of entries ?? []) {
    const name = fieldNamed(decisionKeys, field.key);
    if (!name) {
      const similar = similarKey(decisionKeys, field.key);
      const hint = similar ? ` Did you mean “${similar}”?` : '';
      reader.warn(field.keySpan, `“${field.key}” is not a key of a decision.${hint}`);
    } else if (fields[name]) {
      reader.error(field.keySpan, `“${field.key}” stands here twice; the first one counts.`);
    } else fields[name] = field;
  }
  return fields;
}

function readApplicability(fields: Fields, entry: YamlEntry, reader: YamlReader): Located<Applicability> {
  const text = fields.applicable ? reader.textAt(fields.applicable.value) : reader.textAt(entry.value);
  if (!text) return { value: 'undecided', span: fields.applicable?.keySpan ?? entry.keySpan };
  const value = applicabilityOf(text.value);
  if (value) return { value, span: text.span };
  reader.error(
    text.span,
    `“${short(text.value)}” does not say whether the control applies. Write true, false or undecided.`,
  );
  return { value: 'undecided', span: text.span };
}

function readStatus(field: YamlEntry | undefined, reader: YamlReader): Located<ImplementationStatus> | null {
  const text = readText(field, reader);
  if (!text || saysNotApplicable(text.value)) return null;
  const value = implementationStatusOf(text.value);
  if (value) return { value, span: text.span };
  const known = 'not assessed, not started, planned, partial or implemented';
  reader.error(text.span, `“${short(text.value)}” is not a status. Write ${known}.`);
  return null;
}

function readEvidence(field: YamlEntry, reader: YamlReader): Evidence[] {
  const items = reader.itemsOf(field.value) ?? (field.value ? [field.value] : []);
  const evidence: Evidence[] = [];
  for (const item of items) {
    const entries = reader.entriesOf(item);
    const text = entries ? null : reader.textAt(item);
    if (entries) {
      const listed = readListedEvidence(entries, reader.spanOf(item), reader);
      if (listed) evidence.push(listed);
    } else if (text) evidence.push({ ...text, date: null });
    else reader.warn(reader.spanOf(item), 'Evidence is a path, an address or a few words, or { path: …, date: … }.');
  }
  return evidence;
}

/** `{ path: evidence/review.md, date: 2026-03-31 }` */
function readListedEvidence(entries: readonly YamlEntry[], span: Span, reader: YamlReader): Evidence | null {
  let place: Located<string> | null = null;
  let date: Located<string> | null = null;
  for (const entry of entries) {
    const key = entry.key.toLowerCase();
    if (['path', 'file', 'url', 'link', 'title', 'text', 'name'].includes(key)) place ??= reader.textAt(entry.value);
    else if (['date', 'taken', 'as_of'].includes(key)) date = readDate(entry, reader);
    else reader.warn(entry.keySpan, `“${entry.key}” is not known here: evidence has a path and a date.`);
  }
  if (!place) reader.warn(span, 'This evidence has no path.');
  return place && { ...place, date };
}

function readText(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  if (!field?.value) return null;
  const text = reader.textAt(field.value);
  if (!text && (reader.entriesOf(field.value) || reader.itemsOf(field.value))) {
    reader.warn(reader.spanOf(field.value), `“${field.key}” takes text, not a list.`);
  }
  return text;
}

/** A calendar date; one that does not exist is reported and kept as written. */
export function readDate(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(field, reader);
  if (text && !isDate(text.value)) {
    reader.warn(text.span, `“${short(text.value)}” is not a date. Write year, month and day: 2026-03-31.`);
  }
  return text;
}

function readPeriod(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(field, reader);
  if (text && !isDateOrPeriod(text.value)) {
    reader.warn(text.span, `“${short(text.value)}” is not a date. Write 2026-03-31, 2026-03, 2026-Q1 or 2026.`);
  }
  return text;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
