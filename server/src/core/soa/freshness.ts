/** How long evidence holds: one truth for the rows of the statement and for the rules. */
import { dayAfter, isDate, yearsLater } from '../dates/calendar.js';
import type { Evidence } from './types.js';

/** The last day on which the evidence holds as it states itself; null where it does not say, or not in a way we can read. */
export function holdsUntil({ date, valid, validUntil }: Evidence): string | null {
  if (validUntil) return isDate(validUntil.value) ? validUntil.value : null;
  return date && isDate(date.value) && valid?.duration ? dayAfter(date.value, valid.duration) : null;
}

export interface StaleEvidence {
  readonly evidence: Evidence;
  /** The last day on which it held; null where it states none and is simply old. */
  readonly until: string | null;
}

/**
 * The evidence of one control that holds no longer: what is past the day that it states; and where no item states any,
 * the newest of them if it is more than a year old and all have a date. Surveillance audits look at twelve months.
 */
export function staleEvidence(evidence: readonly Evidence[], today: string): StaleEvidence[] {
  if (evidence.length === 0) return [];
  const stale: StaleEvidence[] = [];
  for (const item of evidence) {
    const until = holdsUntil(item);
    if (until !== null && until < today) stale.push({ evidence: item, until });
  }
  if (evidence.some(({ valid, validUntil }) => valid || validUntil)) return stale;
  const newest = newestOf(evidence);
  return newest && newest.day < yearsLater(today, -1) ? [{ evidence: newest.evidence, until: null }] : [];
}

/** Null as soon as one evidence has no date, or none that exists: it may be the newest. */
function newestOf(evidence: readonly Evidence[]): { evidence: Evidence; day: string } | null {
  let newest: { evidence: Evidence; day: string } | null = null;
  for (const item of evidence) {
    const day = item.date?.value ?? '';
    if (!isDate(day)) return null;
    if (!newest || day > newest.day) newest = { evidence: item, day };
  }
  return newest;
}
