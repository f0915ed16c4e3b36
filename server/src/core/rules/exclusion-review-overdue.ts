/** An exclusion that has ended, or that should have been looked at again by now. */

import { yearsLater } from '../dates/calendar.js';
import { t } from '../l10n.js';
import { overdueExclusion } from '../soa/exclusion.js';
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
      const overdue = overdueExclusion(decision, snapshot.today);
      if (!overdue) continue;
      const { date, hasEnded } = overdue;
      const field = hasEnded ? 'expires' : 'review';
      const next = yearsLater(snapshot.today, 1);
      const place = { system, snapshot };
      report({
        span: date.span,
        message: `${
          hasEnded
            ? t('The exclusion of {0} held until {1} and has ended.', withTitle(entry), date.value)
            : t('The exclusion of {0} was to be looked at again by {1}.', withTitle(entry), date.value)
        } ${t('Confirm that its reason still holds and set the next date, or make the control applicable.')}`,
        fixes: [
          fieldFix(t('Confirm it until {0}', next), decision, field, next, place),
          decideFix(entry, decision, true, place),
        ],
      });
    }
  },
};
