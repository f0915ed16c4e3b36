/** Dates as people write them in spreadsheets → `2026-03-31`, or the period `2026-03`, `2026-Q1`, `2026`. */
import { monthOf, possibleDates } from '../../dates/writtenDates.js';
import { plainWords } from '../../plainWords.js';

/** Which part of 03/04/2026 is the day: told by the other dates of the column. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown';

/** What the dates of a column with slashes tell about their order. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  let order: DayOrder = 'unknown';
  for (const text of texts) {
    const match = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(text.trim());
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    const told = first > 12 ? 'day-first' : second > 12 ? 'month-first' : null;
    if (told && order !== 'unknown' && order !== told) return 'unknown';
    if (told) order = told;
  }
  return order;
}

/** The calendar date that a text states; null where it states none, or where day and month cannot be told apart. */
export function understandDate(text: string, order: DayOrder = 'unknown'): string | null {
  const [dayFirst, monthFirst] = possibleDates(text);
  if (dayFirst === undefined) return null;
  if (monthFirst === undefined || order === 'day-first') return dayFirst;
  return order === 'month-first' ? monthFirst : null;
}

/** A date, or the month, quarter or year that a text states; null where it states none. */
export function understandPeriod(text: string, order: DayOrder = 'unknown'): string | null {
  const date = understandDate(text, order);
  if (date) return date;
  const trimmed = text.trim();
  if (/^\d{4}$/.test(trimmed) || /^\d{4}-(?:0[1-9]|1[0-2])$/.test(trimmed)) return trimmed;
  const words = plainWords(trimmed);
  const quarter = /^q([1-4]) (\d{4})$/.exec(words) ?? /^([1-4]) quart\w+ (\d{4})$/.exec(words);
  if (quarter) return `${quarter[2]}-Q${quarter[1]}`;
  const yearFirst = /^(\d{4}) ?q([1-4])$/.exec(words);
  if (yearFirst) return `${yearFirst[1]}-Q${yearFirst[2]}`;
  const numbered = /^(\d{1,2})[/.](\d{4})$/.exec(trimmed);
  if (numbered && Number(numbered[1]) >= 1 && Number(numbered[1]) <= 12) return `${numbered[2]}-${pad(numbered[1]!)}`;
  const month = /^(\p{L}+) (\d{4})$/u.exec(words);
  const number = month ? monthOf(month[1]!) : 0;
  return number ? `${month![2]}-${pad(String(number))}` : null;
}

function pad(number: string): string {
  return number.padStart(2, '0');
}
