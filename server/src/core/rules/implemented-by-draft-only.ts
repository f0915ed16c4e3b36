/** An implemented control of which no document in force speaks: its documents are drafts, retired or overdue. */
import type { PolicyDocument } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import {
  applicableControls,
  type ClaimingDocument,
  claimingDocuments,
  type DecidedControl,
} from './support/decisions.js';
import { stateOf } from './support/fields.js';
import { overdueReviewOf } from './support/reviewDate.js';
import { countOf, joinSome, withTitle } from './support/wording.js';
import type { RelatedPlace, Report, Rule } from './types.js';

type Weakness = 'draft' | 'retired' | 'overdue';

interface WeakControl extends DecidedControl {
  readonly documents: readonly ClaimingDocument[];
}

const mostDocuments = 3;

export const implementedByDraftOnly: Rule = {
  code: 'implemented-by-draft-only',
  defaultSeverity: 'warning',
  title: 'An implemented control that only drafts, retired or overdue documents cover',
  checkSystem(system, snapshot, report) {
    const overdue = new Map<string, WeakControl[]>();
    for (const control of applicableControls(system, snapshot)) {
      if (control.decision.status?.value !== 'implemented') continue;
      const documents = claimingDocuments(control.entry.key, system, snapshot);
      const weaknesses = documents.map(({ document }) => weaknessOf(document, snapshot));
      // Without any document `uncovered-control` says so.
      if (documents.length === 0 || weaknesses.includes(null)) continue;
      if (!weaknesses.includes('overdue')) {
        report(reportNotInForce({ ...control, documents }));
        continue;
      }
      const key = documents.map(({ document }) => document.path).join('\n');
      overdue.set(key, [...(overdue.get(key) ?? []), { ...control, documents }]);
    }
    for (const controls of overdue.values()) report(reportOverdue(controls, system, snapshot));
  },
};

/** Why the document is nothing to show to an auditor; null for one in force, and for one that does not say. */
function weaknessOf(document: PolicyDocument, snapshot: Snapshot): Weakness | null {
  const state = stateOf(document);
  if (state === 'draft' || state === 'retired') return state;
  return overdueReviewOf(document, snapshot)?.isCertain ? 'overdue' : null;
}

function reportNotInForce({ decision, entry, documents }: WeakControl): Report {
  const states = documents.map(({ document }) => `${document.path} (${stateOf(document)})`);
  const isSingle = documents.length === 1;
  return {
    span: decision.status!.span,
    message:
      `${withTitle(entry)} is said to be implemented, but no document in force covers it, only ` +
      `${joinSome(states, mostDocuments)}. ` +
      `Approve ${isSingle ? 'it' : 'one of them'}, or correct the status: an auditor accepts only what is in force.`,
    related: placesOf(documents),
  };
}

/** One overdue document can cover many controls, and its own finding says what to do: one finding here for all of them. */
function reportOverdue(controls: readonly WeakControl[], system: ManagementSystem, snapshot: Snapshot): Report {
  const [first, ...others] = controls;
  const { decision, entry, documents } = first!;
  const more = others.length === 0 ? '' : ` and ${countOf(others.length, 'other implemented control')}`;
  const states = documents.map(
    ({ document }) => `${document.path} (${describe(weaknessOf(document, snapshot)!, document, snapshot)})`,
  );
  return {
    span: decision.status!.span,
    message:
      `${withTitle(entry)}${more} ${others.length === 0 ? 'is' : 'are'} covered by no document that is up to date, only by ` +
      `${joinSome(states, mostDocuments)}. Review what is overdue, so that the implementation rests on it again.`,
    severity: 'information',
    related: [
      ...placesOf(documents),
      ...others.slice(0, 20).map((other) => ({
        path: system.path,
        span: other.decision.status!.span,
        message: `The same is true of ${other.entry.id}.`,
      })),
    ],
  };
}

function describe(weakness: Weakness, document: PolicyDocument, snapshot: Snapshot): string {
  return weakness === 'overdue' ? `review due on ${overdueReviewOf(document, snapshot)!.since}` : weakness;
}

function placesOf(documents: readonly ClaimingDocument[]): RelatedPlace[] {
  return documents.slice(0, 10).map(({ document, reference }) => ({
    path: document.path,
    span: reference.span,
    message: `${document.path} tags ${reference.id} here.`,
  }));
}
