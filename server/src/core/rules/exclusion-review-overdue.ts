/** An exclusion that should have been looked at again by now. */
import { isDate } from '../soa/calendar.js';
import { excludedControls } from './support/decisions.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const exclusionReviewOverdue: Rule = {
  code: 'exclusion-review-overdue',
  defaultSeverity: 'warning',
  title: 'An exclusion whose review date has passed',
  checkSystem(system, snapshot, report) {
    for (const { decision, entry } of excludedControls(system, snapshot)) {
      const { review } = decision;
      if (!review || !isDate(review.value) || review.value >= snapshot.today) continue;
      report({
        span: review.span,
        message:
          `The exclusion of ${withTitle(entry)} was to be looked at again by ${review.value}. ` +
          'Confirm that its reason still holds and set the next date, or make the control applicable.',
      });
    }
  },
};
