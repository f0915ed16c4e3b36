/** A document in force whose next review date has passed. */
import { t } from '../l10n.js';
import { overdueReviewOf } from './support/reviewDate.js';
import type { Rule } from './types.js';

export const reviewOverdue: Rule = {
  code: 'review-overdue',
  defaultSeverity: 'warning',
  title: 'A document in force whose review date has passed',
  checkDocument(document, snapshot, report) {
    const overdue = overdueReviewOf(document, snapshot.today);
    if (!overdue) return;
    report({
      span: overdue.field.span,
      message: t(
        'The review of this document was due on {0}. An auditor will ask why it is overdue: review it, then record the approval and set the next date.',
        overdue.since,
      ),
      severity: overdue.isCertain ? undefined : 'information',
    });
  },
};
