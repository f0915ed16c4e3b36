/** The keys of soa.yaml: how we write them, and how else people do. The first spelling is the one in docs/soa.md. */
import { closest, distance } from 'fastest-levenshtein';
import { normaliseKey } from '../settings.js';

export type HeaderField =
  | 'organisation'
  | 'scope'
  | 'version'
  | 'status'
  | 'owner'
  | 'approvedBy'
  | 'approved'
  | 'nextReview'
  | 'classification'
  | 'standards'
  | 'controls';

export type DecisionField =
  | 'applicable'
  | 'justification'
  | 'drivers'
  | 'status'
  | 'owner'
  | 'evidence'
  | 'decided'
  | 'decidedBy'
  | 'review'
  | 'target'
  | 'implementation'
  | 'notes';

export const headerKeys: Readonly<Record<HeaderField, readonly string[]>> = {
  organisation: ['organisation', 'organization', 'company'],
  scope: ['scope'],
  version: ['version'],
  status: ['status'],
  owner: ['owner', 'responsible'],
  approvedBy: ['approved_by', 'approver'],
  approved: ['approved', 'approved_on', 'approval_date'],
  nextReview: ['next_review', 'next_review_date', 'review'],
  classification: ['classification'],
  standards: ['standards', 'standard'],
  controls: ['controls', 'decisions'],
};

export const decisionKeys: Readonly<Record<DecisionField, readonly string[]>> = {
  applicable: ['applicable', 'applicability', 'included'],
  justification: ['justification', 'reason', 'rationale'],
  drivers: ['drivers', 'driver', 'reasons'],
  status: ['status', 'implementation_status', 'implemented'],
  owner: ['owner', 'responsible', 'control_owner'],
  evidence: ['evidence'],
  decided: ['decided', 'decided_on', 'decision_date'],
  decidedBy: ['decided_by'],
  review: ['review', 'review_date', 'next_review', 'expires'],
  target: ['target', 'target_date', 'due'],
  implementation: ['implementation', 'how'],
  notes: ['notes', 'note', 'comment', 'comments'],
};

/** The field that a key means; undefined for a key that is none of them. */
export function fieldNamed<Field extends string>(
  names: Readonly<Record<Field, readonly string[]>>,
  key: string,
): Field | undefined {
  const normalised = normaliseKey(key);
  for (const field of Object.keys(names) as Field[]) if (names[field].includes(normalised)) return field;
  return undefined;
}

/** The key of ours that the writer most likely meant, or null where nothing is near. */
export function similarKey(names: Readonly<Record<string, readonly string[]>>, key: string): string | null {
  const normalised = normaliseKey(key).slice(0, 40);
  const candidate = closest(normalised, Object.values(names).flat());
  return distance(normalised, candidate) <= Math.max(1, Math.floor(normalised.length / 4)) ? candidate : null;
}
