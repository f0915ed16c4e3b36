/** A document in force whose next review date has passed. */
import type { PolicyDocument } from '../document.js';
import type { Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import { possibleDates } from './support/dates.js';
import { filledField, stateOf } from './support/fields.js';
import type { Rule } from './types.js';

export const reviewOverdue: Rule = {
  code: 'review-overdue',
  defaultSeverity: 'warning',
  title: 'A document in force whose review date has passed',
  checkDocument(document, snapshot, report) {
    const field = filledField(document, 'nextReview');
    const state = stateOf(document);
    if (!field || state === 'draft' || state === 'retired') return;
    const dates = possibleDates(field.value);
    if (dates.length === 0 || dates.some((date) => date >= snapshot.today)) return;
    const since = dates[dates.length - 1]!;
    report({
      span: field.span,
      message:
        `The review of this document was due on ${since}. An auditor will ask why it is overdue: ` +
        'review it, then record the approval and set the next date.',
      severity: severityOf(field.keySpan, document, snapshot, state === 'in-force'),
    });
  },
};

/**
 * `review_date` is used for the last review as well as for the next one, and without a status nobody knows whether the
 * document is in force: in both cases it is only mentioned.
 */
function severityOf(
  keySpan: { start: number; end: number },
  document: PolicyDocument,
  snapshot: Snapshot,
  isInForce: boolean,
): Severity | undefined {
  const key = snapshot.textOf(document.path)?.slice(keySpan.start, keySpan.end) ?? '';
  return isInForce && /next|due|nächste|prochain|próxim/i.test(key) ? undefined : 'information';
}
