/** Reading the plain values of soa.yaml: texts, dates, times. What is wrong with one is reported to the reader. */

import type { Node } from 'yaml';
import { durationOf } from '../dates/calendar.js';
import { isoDateOf } from '../dates/writtenDates.js';
import { t } from '../l10n.js';
import { decisionKeys, fieldNamed, headerKeys } from './fieldNames.js';
import { understandDate, understandPeriod } from './import/cellDates.js';
import type { Located, Validity } from './types.js';
import { isDateOrPeriod } from './values.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/**
 * The text behind a key; null where there is none. A list (`[CEO, CISO]`) or a mapping (`{ name: J. Okonjo, role: CEO }`)
 * of texts is read as their words. What holds keys of the statement is not: it stands there by a slip of the indent.
 */
export function readText(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  if (!field?.value) return null;
  const text = reader.textAt(field.value);
  if (text) return text;
  const parts = partsOf(field.value, reader, maximumDepth);
  if (parts === null) reader.warn(reader.spanOf(field.value), t('“{0}” takes text.', field.key));
  return parts && parts.length > 0 ? { value: joinParts(parts), span: reader.spanOf(field.value) } : null;
}

/** How deep lists and mappings are read as one text. */
const maximumDepth = 4;

/** The texts below a value in their order; null where it is more than a list or mapping of texts. */
function partsOf(value: Node | null, reader: YamlReader, depth: number): string[] | null {
  const text = value && reader.textAt(value);
  if (!value || text) return text ? [text.value] : [];
  if (depth === 0) return null;
  const entries = reader.entriesOf(value);
  if (entries?.some(({ key }) => fieldNamed(decisionKeys, key) ?? fieldNamed(headerKeys, key))) return null;
  const below = (entries?.map((entry) => entry.value) ?? reader.itemsOf(value) ?? []).map((item) =>
    partsOf(item, reader, depth - 1),
  );
  return below.includes(null) ? null : below.flatMap((parts) => parts ?? []);
}

/** Texts of a list as one text: `CEO, CISO`; behind a sentence goes a space alone. */
export function joinParts(parts: readonly string[]): string {
  return parts.reduce((text, part) => text + (/[.!?:;,]$/.test(text) ? ' ' : ', ') + part);
}

/**
 * A calendar date as year-month-day. One in another form of one meaning is read, and better written so; a month, quarter or
 * year alone is known for what it is. Anything else is reported. What is no day is kept as written.
 */
export function readDate(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(field, reader);
  if (!text) return null;
  const day = isoDateOf(text.value);
  if (day) return { ...text, value: day };
  const meant = understandDate(text.value);
  if (meant) return readAs(meant, text, reader);
  const written = short(text.value);
  if (understandPeriod(text.value)) {
    reader.inform(
      text.span,
      t('“{0}” names no day, so nothing is checked by it. A day is written 2026-03-31.', written),
    );
  } else reader.warn(text.span, t('“{0}” is not a date. Write year, month and day: 2026-03-31.', written));
  return text;
}

/** A date, month, quarter or year; anything else is reported and kept as written. */
export function readPeriod(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(field, reader);
  if (!text || isDateOrPeriod(text.value)) return text;
  const day = isoDateOf(text.value);
  if (day) return { ...text, value: day };
  const meant = understandPeriod(text.value);
  if (meant) return readAs(meant, text, reader);
  const detail = t('“{0}” is not a date. Write 2026-03-31, 2026-03, 2026-Q1 or 2026.', short(text.value));
  reader.warn(text.span, detail);
  return text;
}

/** A text that means one of ours beyond doubt: it is read so, and said how we write it. */
export function readAs(meant: string, text: Located<string>, reader: YamlReader): Located<string> {
  reader.inform(
    text.span,
    t('“{0}” is read as {1}. Write it so for other readers, too.', short(text.value), meant),
    meant,
  );
  return { ...text, value: meant };
}

/** `12 months`; words that say no time are reported and kept as written. */
export function readValidity(field: YamlEntry | undefined, reader: YamlReader): Validity | null {
  const text = readText(field, reader);
  if (!text) return null;
  const duration = durationOf(text.value);
  if (!duration) {
    reader.warn(
      text.span,
      t('“{0}” does not say for how long. Write for example 12 months or 90 days.', short(text.value)),
    );
  }
  return { ...text, duration };
}

/** A text for a message: at most 60 characters. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
