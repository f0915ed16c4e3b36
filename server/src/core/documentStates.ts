/** In which state each controlled document is, and when its review is due: what the views of documents show. */
import { daysBetween } from './dates/calendar.js';
import type { PolicyDocument } from './document.js';
import { startOf, titleOf } from './features/support/documents.js';
import { filledField, isControlledDocument, isInReview, isTemplate, stateOf } from './rules/support/fields.js';
import { reviewDateOf } from './rules/support/reviewDate.js';
import type { Span } from './text.js';

/**
 * `overdue` in force and its review date has passed; `due` in force and the review comes within thirty days; `approved` in
 * force otherwise; `in-review`, `draft` and `retired` as the status says; `unstated` without a status that we understand.
 */
export type DocumentLifeState = 'overdue' | 'due' | 'in-review' | 'draft' | 'unstated' | 'approved' | 'retired';

/** What a document says of itself; the same on every day. */
export interface DocumentFacts {
  readonly title: string;
  readonly id: string | null;
  readonly owner: string | null;
  readonly version: string | null;
  /** The status as written. */
  readonly status: string | null;
  readonly kind: 'in-force' | 'in-review' | 'draft' | 'retired' | 'unknown';
  /** The day of the next review, `2027-03-01`; of a date that can be read in two ways the later one. Null without one. */
  readonly review: string | null;
  /** Where the review date stands, else where the document begins. */
  readonly span: Span;
}

/** So many days before its review a document is said to be due. */
const daysAhead = 30;

/** The facts of a controlled document; null for notes, README files and templates. */
export function documentFacts(document: PolicyDocument): DocumentFacts | null {
  if (!isControlledDocument(document) || isTemplate(document)) return null;
  const written = (name: 'id' | 'owner' | 'version' | 'status') => filledField(document, name)?.value.trim() ?? null;
  const state = stateOf(document);
  const review = reviewDateOf(document);
  // A key that may mean the last review says nothing certain of the next one.
  const day = review?.isNextReview ? review.dates[review.dates.length - 1]! : null;
  return {
    title: titleOf(document),
    id: written('id'),
    owner: written('owner'),
    version: written('version'),
    status: written('status'),
    kind: state === 'draft' && isInReview(document) ? 'in-review' : state,
    review: day,
    span: day === null || !review ? startOf(document) : review.field.span,
  };
}

/** The state of a document on a day (`2026-11-21`), and the days until its review: negative once it has passed. */
export function lifeStateOn(
  facts: DocumentFacts,
  today: string,
): { readonly state: DocumentLifeState; readonly days: number | null } {
  const days = facts.review === null ? null : daysBetween(today, facts.review);
  switch (facts.kind) {
    case 'in-force':
      if (days === null || days > daysAhead) return { state: 'approved', days };
      return { state: days < 0 ? 'overdue' : 'due', days };
    case 'unknown':
      return { state: 'unstated', days };
    default:
      return { state: facts.kind, days };
  }
}
