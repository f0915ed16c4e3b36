/** When an exclusion has to be looked at again: one truth for the rows of the statement and for the rules. */
import { isDate } from '../dates/calendar.js';
import type { Decision, Located } from './types.js';

/** The date of an exclusion that is past: `expires` before `review`. Null for other decisions, and without such a date. */
export function overdueExclusionDate(decision: Decision, today: string): Located<string> | null {
  if (decision.applicable.value !== 'no') return null;
  const dates = [decision.expires, decision.review];
  return dates.find((date) => date && isDate(date.value) && date.value < today) ?? null;
}

/** The same as a date alone. */
export function exclusionOverdueSince(decision: Decision, today: string): string | null {
  return overdueExclusionDate(decision, today)?.value ?? null;
}
