/** The words that soa.yaml allows for applicability, status, drivers and dates, and the spellings that mean the same. */
import { isDate } from '../dates/calendar.js';
import type { Applicability, ControlModel, DriverKind, ImplementationStatus } from './types.js';

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

const modelWords: Readonly<Record<ControlModel, readonly string[]>> = {
  direct: ['direct', 'own', 'internal', 'in-house', 'organisation', 'organization'],
  shared: ['shared', 'hybrid', 'joint', 'partly-inherited', 'partially-inherited'],
  inherited: ['inherited', 'outsourced', 'supplier', 'provider', 'external'],
};

export const driverKinds = Object.keys(driverWords) as readonly DriverKind[];
export const implementationStatuses = Object.keys(statusWords) as readonly ImplementationStatus[];
export const controlModels = Object.keys(modelWords) as readonly ControlModel[];
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

/** `Inherited`, `outsourced` → who runs the control; null where the word is none. */
export function controlModelOf(text: string): ControlModel | null {
  return meaningOf(modelWords, text);
}

/** `In review` → `in-review`. */
export function documentStatusOf(text: string): string | null {
  const word = normaliseWord(text);
  return documentStatuses.includes(word) ? word : null;
}

/** A date, or the month, quarter or year in which something is to be done: 2026-06, 2026-Q3, 2026. */
export function isDateOrPeriod(text: string): boolean {
  return isDate(text) || /^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/i.test(text);
}
