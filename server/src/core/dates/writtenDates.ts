/**
 * Calendar dates as people write them in document control tables and spreadsheets, in the languages we read. No time
 * zones, no Date, no clock.
 */
import { plainWords } from '../plainWords.js';
import { dateOf } from './calendar.js';

const monthWords = [
  'january jan januar janvier janv enero ene januari janeiro gennaio gen',
  'february feb febr februar februari fevrier fevr febrero fevereiro fev febbraio',
  'march mar marz maerz mars marzo maart mrt mrz marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo mei maio maggio mag',
  'june jun juni juin junio junho giugno giu',
  'july jul juli juillet juil julio julho luglio lug',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre setembro set settembre',
  'october oct oktober okt octobre octubre outubro out ottobre ott',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dezembro dicembre',
];

const months = new Map(
  monthWords.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
);

/** The number (1 to 12) of a month whose name or short name is given in plain words; 0 where it is none. */
export function monthOf(plainWord: string): number {
  return months.get(plainWord) ?? 0;
}

/** The date of a value written as `yyyy-mm-dd` (a time behind it is left out), or null. */
export function isoDateOf(value: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(value.trim());
  return match ? numbered(match[1], match[2], match[3]) : null;
}

/** The date of a value that has one meaning for everybody, as `yyyy-mm-dd`: `2026-03-01`, and with points `01.03.2026`. Else null. */
export function plainDateOf(value: string): string | null {
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(value.trim());
  return dotted ? numbered(dotted[3], dotted[2], dotted[1]) : isoDateOf(value);
}

/** Whether the value has the shape `yyyy-mm-dd`, whether or not there is such a day. */
export function looksLikeIsoDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value.trim());
}

/**
 * All dates that a value can mean: one for `2026-03-01`, `1 March 2026`, `31/12/2026` or `01.03.2026`; two for
 * `01/03/2026`, first the one with the day in front; none for words that are not a date.
 */
export function possibleDates(value: string): string[] {
  const text = value.trim();
  if (text.length > 40) return [];
  const iso = isoDateOf(text);
  if (iso) return [iso];
  return [...new Set((numericDates(text) ?? wordedDate(text)).filter((date) => date !== null))];
}

function numericDates(text: string): (string | null)[] | null {
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (yearFirst) return [numbered(yearFirst[1], yearFirst[2], yearFirst[3])];
  const yearLast = /^(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(text);
  if (!yearLast) return null;
  const [, first, mark, second, year] = yearLast;
  const dayFirst = numbered(year, second, first);
  // Only the United States write the month first, and they write it with slashes (or hyphens), never with dots.
  return mark === '.' ? [dayFirst] : [dayFirst, numbered(year, first, second)];
}

function wordedDate(text: string): (string | null)[] {
  const words = plainWords(text)
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\b(?:of|del?) /g, '');
  const dayFirst = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(words);
  if (dayFirst) return [dateOf(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]))];
  const monthFirst = /^(\p{L}+) (\d{1,2}) (\d{4})$/u.exec(words);
  return monthFirst ? [dateOf(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]))] : [];
}

function numbered(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  return dateOf(Number(year), Number(month), Number(day));
}
