/** When an exclusion has to be looked at again: one truth for the rows of the statement and for the rules. */
import { isDate } from '../dates/calendar.js';
import type { Decision, Located } from './types.js';

export interface OverdueExclusion {
  /** The last day of the exclusion, or the one by which it was to be looked at. */
  readonly date: Located<string>;
  /** Whether it is the last day. */
  readonly hasEnded: boolean;
}

/** The date of an exclusion that is past: `expires` before `review`. Null for other decisions, and without such a date. */
export function overdueExclusion(decision: Decision, today: string): OverdueExclusion | null {
  if (decision.applicable.value !== 'no') return null;
  const dates = [decision.expires, decision.review];
  const date = dates.find((one) => one && isDate(one.value) && one.value < today);
  return date ? { date, hasEnded: date === decision.expires } : null;
}
