/** An implemented control of which no document in force speaks: its documents are drafts, retired or overdue. */
import type { DocumentCoverage } from '../coverage.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { concernOf } from '../soa/documents.js';
import { listedDocuments } from '../soa/listedDocuments.js';
import type { DocumentConcern } from '../soa/modelTypes.js';
import { concernWord } from '../soa/spokenWords.js';
import type { ManagementSystem } from '../soa/types.js';
import {
  applicableControls,
  type DecidedControl,
  type ServingDocument,
  servingDocuments,
} from './support/decisions.js';
import { overdueReviewOf } from './support/reviewDate.js';
import { systemOf } from './support/scope.js';
import { joinSome, withTitle } from './support/wording.js';
import type { RelatedPlace, Report, Rule } from './types.js';

interface WeakControl extends DecidedControl {
  readonly documents: readonly ServingDocument[];
}

const mostDocuments = 3;
/** From so many controls on that rest on the same documents one finding speaks for all: there is one thing to do. */
const manyControls = 5;

export const implementedByDraftOnly: Rule = {
  code: 'implemented-by-draft-only',
  defaultSeverity: 'warning',
  title: 'An implemented control that only drafts, retired or overdue documents cover',
  checkSystem(system, snapshot, report, isSilenced) {
    const byDocuments = new Map<string, WeakControl[]>();
    for (const control of applicableControls(system, snapshot)) {
      if (control.decision.status?.value !== 'implemented') continue;
      const documents = weakDocuments(control, system, snapshot);
      if (documents === null || isSilenced(control.decision.status.span)) continue;
      const key = documents.map(({ path }) => path).join('\n');
      const same = byDocuments.get(key);
      if (same) same.push({ ...control, documents });
      else byDocuments.set(key, [{ ...control, documents }]);
    }
    for (const controls of byDocuments.values()) {
      if (controls[0]!.documents.some((one) => weaknessOf(one, snapshot) === 'overdue'))
        report(reportOverdue(controls, system, snapshot));
      else if (controls.length >= manyControls) report(reportAllNotInForce(controls, system, snapshot));
      else for (const control of controls) report(reportNotInForce(control, snapshot));
    }
  },
};

/** The documents that cover the control where none of them is in force; null where one is, or where there is none at all. */
function weakDocuments(
  control: DecidedControl,
  system: ManagementSystem,
  snapshot: Snapshot,
): readonly ServingDocument[] | null {
  if (isCoveredInForce(control, system, snapshot)) return null;
  // Of a document outside of the workspace nobody can say here whether it is in force.
  if (listedDocuments(control.decision, system, snapshot).some(({ isOutside }) => isOutside)) return null;
  const documents: ServingDocument[] = [];
  for (const serving of servingDocuments(control, system, snapshot)) {
    if (weaknessOf(serving, snapshot) === null) return null;
    documents.push(serving);
  }
  // Without any document `uncovered-control` says so.
  return documents.length === 0 ? null : documents;
}

interface Known {
  readonly system: ManagementSystem;
  readonly systems: readonly ManagementSystem[];
  readonly today: string;
  readonly isInForce: boolean;
}

/** The answer of `documentsOf` on a control is the same object until one of its documents changes. */
const known = new WeakMap<readonly DocumentCoverage[], Known>();

/** Whether a document in force claims the control: the usual case, and after most edits nothing is looked at again. */
function isCoveredInForce(control: DecidedControl, system: ManagementSystem, snapshot: Snapshot): boolean {
  const documents = snapshot.coverage.documentsOf(control.entry.key);
  const { systems, today } = snapshot;
  const before = known.get(documents);
  if (before?.system === system && before.systems === systems && before.today === today) return before.isInForce;
  const isInForce = documents.some(({ path, claimCount }) => {
    const document = claimCount > 0 && systemOf(path, snapshot) === system ? snapshot.documents.get(path) : undefined;
    return document !== undefined && concernOf(document, today) === null;
  });
  known.set(documents, { system, systems, today, isInForce });
  return isInForce;
}

/** Why the document is nothing to show to an auditor; null for one in force, and for one that does not say. */
function weaknessOf({ document }: ServingDocument, snapshot: Snapshot): DocumentConcern | null {
  return document && concernOf(document, snapshot.today);
}

function reportNotInForce({ decision, entry, documents }: WeakControl, snapshot: Snapshot): Report {
  return {
    span: decision.status!.span,
    message: `${t(
      '{0} is said to be implemented, but no document in force covers it, only {1}.',
      withTitle(entry),
      describeAll(documents, snapshot),
    )} ${whatToApprove(documents)}`,
    related: placesOf(documents),
  };
}

function reportAllNotInForce(controls: readonly WeakControl[], system: ManagementSystem, snapshot: Snapshot): Report {
  const { decision, entry, documents } = controls[0]!;
  return {
    span: decision.status!.span,
    message: `${t(
      '{0} and {2} other controls are said to be implemented, but no document in force covers them, only {1}.',
      withTitle(entry),
      describeAll(documents, snapshot),
      controls.length - 1,
    )} ${whatToApprove(documents)}`,
    related: relatedPlaces(controls, system),
  };
}

function whatToApprove({ length }: readonly ServingDocument[]): string {
  return length === 1
    ? t('Approve it, or correct the status: an auditor accepts only what is in force.')
    : t('Approve one of them, or correct the status: an auditor accepts only what is in force.');
}

/** One overdue document can cover many controls, and its own finding says what to do: one finding here for all of them. */
function reportOverdue(controls: readonly WeakControl[], system: ManagementSystem, snapshot: Snapshot): Report {
  return {
    span: controls[0]!.decision.status!.span,
    message: `${describeOverdue(controls, snapshot)} ${t(
      'Review what is overdue, so that the implementation rests on it again.',
    )}`,
    severity: 'information',
    related: relatedPlaces(controls, system),
  };
}

/** The documents, then the controls beside the first one. */
function relatedPlaces([first, ...others]: readonly WeakControl[], system: ManagementSystem): RelatedPlace[] {
  const rest = others.slice(0, 20).map(({ decision, entry }) => ({
    path: system.path,
    span: decision.status!.span,
    message: t('The same is true of {0}.', entry.id),
  }));
  return [...placesOf(first!.documents), ...rest];
}

function describeOverdue([first, ...others]: readonly WeakControl[], snapshot: Snapshot): string {
  const name = withTitle(first!.entry);
  const documents = describeAll(first!.documents, snapshot);
  if (others.length === 0) return t('{0} is covered by no document that is up to date, only by {1}.', name, documents);
  return others.length === 1
    ? t(
        '{0} and 1 other implemented control are covered by no document that is up to date, only by {1}.',
        name,
        documents,
      )
    : t(
        '{0} and {2} other implemented controls are covered by no document that is up to date, only by {1}.',
        name,
        documents,
        others.length,
      );
}

/** `a.md (draft), b.md (review due on 2026-03-01)` */
function describeAll(documents: readonly ServingDocument[], snapshot: Snapshot): string {
  const states = documents.map((one) => {
    const weakness = weaknessOf(one, snapshot)!;
    const since = weakness === 'overdue' && overdueReviewOf(one.document!, snapshot.today)?.since;
    return `${one.path} (${since ? t('review due on {0}', since) : concernWord(weakness)})`;
  });
  return joinSome(states, mostDocuments);
}

function placesOf(documents: readonly ServingDocument[]): RelatedPlace[] {
  return documents.slice(0, 10).map(({ place }) => place);
}
