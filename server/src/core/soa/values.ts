/** The words that soa.yaml allows for applicability, status, drivers and dates, and the spellings that mean the same. */
import type { Applicability, DriverKind, ImplementationStatus } from './types.js';

const applicabilityWords: Readonly<Record<Applicability, readonly string[]>> = {
  yes: ['true', 'yes', 'y', 'on', 'applicable', 'included', 'include', 'in'],
  no: ['false', 'no', 'n', 'off', 'not-applicable', 'excluded', 'exclude', 'out', 'n/a', 'na'],
  undecided: ['undecided', 'open', 'tbd', 'tbc', 'to-be-decided', 'unknown', '?'],
};

const statusWords: Readonly<Record<ImplementationStatus, readonly string[]>> = {
  'not-assessed': ['not-assessed', 'unassessed', 'unknown'],
  'not-started': ['not-started', 'not-implemented', 'open', 'todo'],
  planned: ['planned', 'scheduled'],
  partial: ['partial', 'partially', 'partly', 'partially-implemented', 'partly-implemented', 'in-progress', 'ongoing'],
  implemented: ['implemented', 'fully-implemented', 'complete', 'completed', 'done', 'in-place', 'yes', 'true'],
};

const driverWords: Readonly<Record<DriverKind, readonly string[]>> = {
  // The capital abbreviations are the column heads of the spreadsheets most statements come from.
  risk: ['risk', 'risks', 'risk-assessment', 'risk-treatment', 'rra', 'ra'],
  legal: ['legal', 'law', 'laws', 'regulatory', 'regulation', 'regulations', 'statutory', 'lr'],
  contractual: ['contractual', 'contract', 'contracts', 'customer', 'customers', 'co'],
  business: ['business', 'business-requirement', 'business-requirements', 'br'],
  baseline: ['baseline', 'good-practice', 'best-practice', 'best-practices', 'bp'],
};

export const documentStatuses: readonly string[] = ['draft', 'in-review', 'approved', 'retired'];

function normaliseWord(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

function meaningOf<Meaning extends string>(
  words: Readonly<Record<Meaning, readonly string[]>>,
  text: string,
): Meaning | null {
  const word = normaliseWord(text);
  for (const meaning of Object.keys(words) as Meaning[]) if (words[meaning].includes(word)) return meaning;
  return null;
}

/** `yes`, `true`, `Not applicable` → the applicability; null where the word is none. */
export function applicabilityOf(text: string): Applicability | null {
  return meaningOf(applicabilityWords, text);
}

/** `Partially implemented`, `not started` → the status; null where the word is none. */
export function implementationStatusOf(text: string): ImplementationStatus | null {
  return meaningOf(statusWords, text);
}

/** Whether the text says that a status does not apply, as spreadsheets do for excluded controls. */
export function saysNotApplicable(text: string): boolean {
  return ['not-applicable', 'n/a', 'na', '-', '–', '—'].includes(normaliseWord(text));
}

/** `Risks`, `regulatory` → the kind of driver; null where the word is none. */
export function driverKindOf(text: string): DriverKind | null {
  return meaningOf(driverWords, text);
}

/** `In review` → `in-review`. */
export function documentStatusOf(text: string): string | null {
  const word = normaliseWord(text);
  return documentStatuses.includes(word) ? word : null;
}

/** Whether the text is a calendar date that exists, written 2026-03-31. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** A date, or the month, quarter or year in which something is to be done: 2026-06, 2026-Q3, 2026. */
export function isDateOrPeriod(text: string): boolean {
  return isDate(text) || /^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/i.test(text);
}
