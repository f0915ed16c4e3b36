/** When the review of a document was due. */

import { plainDateOf, possibleDates } from '../../dates/writtenDates.js';
import type { ControlField, PolicyDocument } from '../../document.js';
import { plainWords } from '../../plainWords.js';
import { filledField, stateOf } from './fields.js';

export interface OverdueReview {
  readonly field: ControlField;
  /** The day, `2026-09-29`; of a date that can be read in two ways the later one. */
  readonly since: string;
  /** Whether the key says that it is the next review: `review_date` is used for the last one as well. */
  readonly isNextReview: boolean;
  /** False where it may be otherwise: without such a key, and without a status, of which nobody knows whether it is in force. */
  readonly isCertain: boolean;
}

export interface ReviewDate {
  readonly field: ControlField;
  /** All days that the value can mean, in their order; at least one. */
  readonly dates: readonly string[];
  readonly isNextReview: boolean;
}

const nextWords = /next|due|review by|nachste|naechste|wiedervorlage|prochain|proxim|volgende|prossim/;

/** What the document says of its next review, or null where it names no day. */
export function reviewDateOf(document: PolicyDocument): ReviewDate | null {
  const field = filledField(document, 'nextReview');
  if (!field) return null;
  const dates = possibleDates(field.value).sort();
  if (dates.length === 0) return null;
  return { field, dates, isNextReview: nextWords.test(plainWords(field.key ?? '')) };
}

/** The review that a document in force has missed on a day, or null. Drafts and retired documents miss none. */
export function overdueReviewOf(document: PolicyDocument, today: string): OverdueReview | null {
  const state = stateOf(document);
  if (state === 'draft' || state === 'retired') return null;
  const review = reviewDateOf(document);
  if (!review || review.dates.some((date) => date >= today)) return null;
  const { field, dates, isNextReview } = review;
  return { field, since: dates[dates.length - 1]!, isNextReview, isCertain: state === 'in-force' && isNextReview };
}

/** The days of the approval and of the next review where the review would come first: one of the two is wrong. */
export function reviewBeforeApproval(document: PolicyDocument): { approved: ControlField; next: ControlField } | null {
  const approved = filledField(document, 'approved');
  const next = filledField(document, 'nextReview');
  const approvedOn = approved ? plainDateOf(approved.value) : null;
  const nextOn = next ? plainDateOf(next.value) : null;
  return approved && next && approvedOn && nextOn && nextOn < approvedOn ? { approved, next } : null;
}
