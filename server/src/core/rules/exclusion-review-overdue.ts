/** An exclusion that has ended, or that should have been looked at again by now. */

import { yearsLater } from '../soa/calendar.js';
import { overdueExclusionDate } from '../soa/exclusion.js';
import { excludedControls } from './support/decisions.js';
import { decideFix, fieldFix } from './support/soaFix.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const exclusionReviewOverdue: Rule = {
  code: 'exclusion-review-overdue',
  defaultSeverity: 'warning',
  title: 'An exclusion whose review or expiry date has passed',
  checkSystem(system, snapshot, report) {
    for (const { decision, entry } of excludedControls(system, snapshot)) {
      const date = overdueExclusionDate(decision, snapshot.today);
      if (!date) continue;
      const field = date === decision.expires ? 'expires' : 'review';
      const next = yearsLater(snapshot.today, 1);
      const place = { system, snapshot };
      const what =
        field === 'expires' ? `held until ${date.value} and has ended` : `was to be looked at again by ${date.value}`;
      report({
        span: date.span,
        message:
          `The exclusion of ${withTitle(entry)} ${what}. ` +
          'Confirm that its reason still holds and set the next date, or make the control applicable.',
        fixes: [
          fieldFix(`Confirm it until ${next}`, decision, field, next, place),
          decideFix(entry, decision, true, place),
        ],
      });
    }
  },
};
