/** An implemented control whose newest dated evidence is older than a year. */
import type { Evidence, Located } from '../soa/types.js';
import { isDate } from '../soa/calendar.js';
import { applicableControls } from './support/decisions.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const evidenceStale: Rule = {
  code: 'evidence-stale',
  defaultSeverity: 'information',
  title: 'An implemented control whose newest evidence is more than a year old',
  checkSystem(system, snapshot, report) {
    const oneYearAgo = yearBefore(snapshot.today);
    for (const { decision, entry } of applicableControls(system, snapshot)) {
      if (decision.status?.value !== 'implemented') continue;
      const newest = newestDate(decision.evidence);
      if (!newest || newest.value >= oneYearAgo) continue;
      report({
        span: newest.span,
        message:
          `The newest evidence for ${withTitle(entry)} is of ${newest.value}, more than a year ago. ` +
          'Surveillance audits look at the last twelve months: name newer evidence, or check that the control still works.',
      });
    }
  },
};

/** Null as soon as one evidence has no date, or none that exists: it may be the newest. */
function newestDate(evidence: readonly Evidence[]): Located<string> | null {
  let newest: Located<string> | null = null;
  for (const { date } of evidence) {
    if (!date || !isDate(date.value)) return null;
    if (!newest || date.value > newest.value) newest = date;
  }
  return newest;
}

/** `2026-11-21` → `2025-11-21`; the 29 February becomes a day that only the comparison sees. */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
