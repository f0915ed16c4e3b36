/** Reading the plain values of soa.yaml: texts, dates, times. What is wrong with one is reported to the reader. */

import { durationOf, isDate } from '../dates/calendar.js';
import { t } from '../l10n.js';
import { understandDate, understandPeriod } from './import/cellDates.js';
import type { Located, Validity } from './types.js';
import { isDateOrPeriod } from './values.js';
import type { YamlEntry, YamlReader } from './yaml/read.js';

/** The text behind a key; null where there is none. A list or mapping is reported. */
export function readText(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  if (!field?.value) return null;
  const text = reader.textAt(field.value);
  if (!text && (reader.entriesOf(field.value) || reader.itemsOf(field.value))) {
    reader.warn(reader.spanOf(field.value), t('“{0}” takes text, not a list.', field.key));
  }
  return text;
}

/** A calendar date; one that does not exist is reported and kept as written. */
export function readDate(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(field, reader);
  if (text && !isDate(text.value)) {
    const detail = t('“{0}” is not a date. Write year, month and day: 2026-03-31.', short(text.value));
    reader.warn(text.span, detail, understandDate(text.value));
  }
  return text;
}

/** A date, month, quarter or year; anything else is reported and kept as written. */
export function readPeriod(field: YamlEntry | undefined, reader: YamlReader): Located<string> | null {
  const text = readText(field, reader);
  if (text && !isDateOrPeriod(text.value)) {
    const detail = t('“{0}” is not a date. Write 2026-03-31, 2026-03, 2026-Q1 or 2026.', short(text.value));
    reader.warn(text.span, detail, understandPeriod(text.value));
  }
  return text;
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
