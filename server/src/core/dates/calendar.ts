/** Counting with calendar dates. No time zones, no Date, no clock: a date is the text `2026-03-31`. */

/** `12 months`. */
export interface Duration {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/** The number of days of a month (1 to 12); 0 for a number that is no month. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether the text is a calendar date that exists, written 2026-03-31. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(Number(match[1]), Number(match[2]));
}

/** Year, month and day as `2026-03-01`; null where there is no such day, or where the year is no year of a document. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2999 || day < 1 || day > daysInMonth(year, month)) return null;
  return written(year, month, day);
}

/**
 * The day some time after another: one month after 31 January is the last day of February.
 * @param date must be a date that exists
 * @returns null for days beyond the year 9999, which a date of four digits cannot tell
 */
export function dayAfter(date: string, { count, unit }: Duration): string | null {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (unit === 'year') return monthsLater(year, month, day, count * 12);
  if (unit === 'month') return monthsLater(year, month, day, count);
  return daysLater(year, month, day, unit === 'week' ? count * 7 : count);
}

function monthsLater(year: number, month: number, day: number, months: number): string | null {
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return written(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Goes from month to month: at most a few thousand steps for the largest number that `durationOf` accepts. */
function daysLater(fromYear: number, fromMonth: number, fromDay: number, days: number): string | null {
  let [year, month, day] = [fromYear, fromMonth, fromDay + days];
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    if (++month > 12) [year, month] = [year + 1, 1];
  }
  return written(year, month, day);
}

function written(year: number, month: number, day: number): string | null {
  if (year > 9999) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The same day some years later, or earlier (−1); 29 February becomes the 28th where the year has none. */
export function yearsLater(date: string, years: number): string {
  return dayAfter(date, { count: years, unit: 'year' }) ?? date;
}

/** `12 months`, `1 year`, `90 days` → the time; null where the words say none. */
export function durationOf(text: string): Duration | null {
  const match = /^(\d{1,4}) ?(day|week|month|year)s?$/i.exec(text.trim().replace(/\s+/g, ' '));
  const count = Number(match?.[1] ?? 0);
  return match && count > 0 ? { count, unit: match[2]!.toLowerCase() as Duration['unit'] } : null;
}

/** How many days the second date lies behind the first; negative where it lies before. Both must be dates that exist. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0 in the Gregorian calendar; of two dates only the difference means anything. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Years that begin in March have their leap day at the end.
  const shifted = month > 2 ? { year, month: month - 3 } : { year: year - 1, month: month + 9 };
  const leapDays = Math.floor(shifted.year / 4) - Math.floor(shifted.year / 100) + Math.floor(shifted.year / 400);
  return 365 * shifted.year + leapDays + Math.floor((153 * shifted.month + 2) / 5) + day - 1;
}
