/** A document in force whose next review date has passed. */
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
      message:
        `The review of this document was due on ${overdue.since}. An auditor will ask why it is overdue: ` +
        'review it, then record the approval and set the next date.',
      severity: overdue.isCertain ? undefined : 'information',
    });
  },
};
