/** When the review of a document was due. */
import type { ControlField, PolicyDocument } from '../../document.js';
import type { Snapshot } from '../../snapshot.js';
import { possibleDates } from './dates.js';
import { filledField, stateOf } from './fields.js';

export interface OverdueReview {
  readonly field: ControlField;
  /** The day, `2026-09-29`; of a date that can be read in two ways the later one. */
  readonly since: string;
  /**
   * False where it may be otherwise: `review_date` is used for the last review as well as for the next one, and without a
   * status nobody knows whether the document is in force.
   */
  readonly isCertain: boolean;
}

/** The review that a document in force has missed, or null. Drafts and retired documents miss none. */
export function overdueReviewOf(document: PolicyDocument, snapshot: Snapshot): OverdueReview | null {
  const field = filledField(document, 'nextReview');
  const state = stateOf(document);
  if (!field || state === 'draft' || state === 'retired') return null;
  const dates = possibleDates(field.value);
  if (dates.length === 0 || dates.some((date) => date >= snapshot.today)) return null;
  const key = snapshot.textOf(document.path)?.slice(field.keySpan.start, field.keySpan.end) ?? '';
  const isCertain = state === 'in-force' && /next|due|nächste|prochain|próxim/i.test(key);
  return { field, since: dates[dates.length - 1]!, isCertain };
}
