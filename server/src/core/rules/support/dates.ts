/** Calendar dates as people write them in document control tables. No time zones, no Date, no clock. */

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const monthNames: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Year, month and day as `2026-03-01`, or null where there is no such day. */
function calendarDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2999) return null;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day > (month === 2 && !isLeapYear ? 28 : daysOfMonth[month - 1]!)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date of a value written as `yyyy-mm-dd` (a time behind it is left out), or null. */
export function isoDateOf(value: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(value.trim());
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Whether the value has the shape `yyyy-mm-dd`, whether or not there is such a day. */
export function looksLikeIsoDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value.trim());
}

/**
 * All dates that a value can mean: one for `2026-03-01`, `1 March 2026`, `31/12/2026` or `01.03.2026`, two for
 * `01/03/2026`, none for words that are not a date.
 */
export function possibleDates(value: string): string[] {
  const text = value.trim().toLowerCase();
  const iso = isoDateOf(value);
  if (iso) return [iso];
  return distinct(numericDates(text) ?? writtenDate(text));
}

function numericDates(text: string): (string | null)[] | null {
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (yearFirst) return [calendarDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))];
  const yearLast = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!yearLast) return null;
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  const dayFirst = calendarDate(year, second, first);
  // Only the United States write the month first, and they write it with slashes (or hyphens), never with dots.
  return yearLast[2] === '.' ? [dayFirst] : [dayFirst, calendarDate(year, first, second)];
}

function writtenDate(text: string): (string | null)[] {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?([a-z]{3,9})\.?,?[ -](\d{4})$/.exec(text);
  if (dayFirst) return [calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1]))];
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  if (monthFirst) return [calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2]))];
  return [];
}

function monthNumber(word: string): number {
  return word.length < 3 ? 0 : monthNames.findIndex((name) => name === word || name.startsWith(word.slice(0, 4))) + 1;
}

function distinct(dates: readonly (string | null)[]): string[] {
  return [...new Set(dates.filter((date) => date !== null))];
}
