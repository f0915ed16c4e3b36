/** A document, or a Statement of Applicability, in force whose next review date has passed. */
import { isDate } from '../dates/calendar.js';
import { t } from '../l10n.js';
import { statusOf } from './support/decisions.js';
import { overdueReviewOf, reviewBeforeApproval } from './support/reviewDate.js';
import type { Rule } from './types.js';

export const reviewOverdue: Rule = {
  code: 'review-overdue',
  defaultSeverity: 'warning',
  title: 'A document or statement in force whose review date has passed',
  checkDocument(document, snapshot, report) {
    const overdue = overdueReviewOf(document, snapshot.today);
    // Of a date before the approval `invalid-field` says that one of the two is wrong.
    if (!overdue || reviewBeforeApproval(document)) return;
    report({
      span: overdue.field.span,
      message: t(
        'The review of this document was due on {0}. An auditor will ask why it is overdue: review it, then record the approval and set the next date.',
        overdue.since,
      ),
      severity: overdue.isCertain ? undefined : 'information',
    });
  },
  checkSystem(system, snapshot, report) {
    const { nextReview } = system;
    if (statusOf(system) !== 'approved' || !nextReview || !isDate(nextReview.value)) return;
    if (nextReview.value >= snapshot.today) return;
    report({
      span: nextReview.span,
      message: t(
        'The review of this Statement of Applicability was due on {0}. An auditor will ask why it is overdue: review it, then record the approval and set the next date.',
        nextReview.value,
      ),
    });
  },
};
