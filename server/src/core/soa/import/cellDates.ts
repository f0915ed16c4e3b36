/** Dates as people write them in spreadsheets → `2026-03-31`, or the period `2026-03`, `2026-Q1`, `2026`. */
import { isDate } from '../calendar.js';
import { plainWords } from './sheet.js';

const monthWords = [
  'january jan januar janvier janv enero ene januari',
  'february feb februar februari fevrier fevr febrero',
  'march mar marz maerz mars marzo maart mrt mrz',
  'april apr avril avr abril abr',
  'may mai mayo mei',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
];

const months = new Map(
  monthWords.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
);

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
  const trimmed = text.trim();
  if (trimmed.length > 40) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*)?$/.exec(trimmed);
  if (iso) return dateOf(iso[1]!, Number(iso[2]), iso[3]!);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(trimmed);
  if (dotted) return dateOf(dotted[3]!, Number(dotted[2]), dotted[1]!);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(trimmed);
  if (slashed) return fromSlashes(Number(slashed[1]), Number(slashed[2]), slashed[3]!, order);
  const words = plainWords(trimmed)
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\bde[l]? /g, '');
  const dayFirst = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(words);
  if (dayFirst) return dateOf(dayFirst[3]!, months.get(dayFirst[2]!) ?? 0, dayFirst[1]!);
  const monthFirst = /^(\p{L}+) (\d{1,2}) (\d{4})$/u.exec(words);
  return monthFirst ? dateOf(monthFirst[3]!, months.get(monthFirst[1]!) ?? 0, monthFirst[2]!) : null;
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
  const number = month ? months.get(month[1]!) : undefined;
  return number ? `${month![2]}-${pad(String(number))}` : null;
}

function fromSlashes(first: number, second: number, year: string, order: DayOrder): string | null {
  if (first > 12) return dateOf(year, second, String(first));
  if (second > 12) return dateOf(year, first, String(second));
  if (first === second || order === 'day-first') return dateOf(year, second, String(first));
  return order === 'month-first' ? dateOf(year, first, String(second)) : null;
}

function dateOf(year: string, month: number, day: string): string | null {
  const text = `${year}-${pad(String(month))}-${pad(day)}`;
  return isDate(text) ? text : null;
}

function pad(number: string): string {
  return number.padStart(2, '0');
}
