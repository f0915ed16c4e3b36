/** The keys of soa.yaml: how we write them, and how else people do. The first spelling is the one in docs/soa.md. */
import { closest, distance } from 'fastest-levenshtein';
import { normaliseKey } from '../settings.js';

export type HeaderField =
  | 'organisation'
  | 'scope'
  | 'scopeDocument'
  | 'version'
  | 'status'
  | 'owner'
  | 'approvedBy'
  | 'approved'
  | 'nextReview'
  | 'classification'
  | 'standards'
  | 'folders'
  | 'controls'
  | 'additional'
  | 'history'
  | 'released';

export type DecisionField =
  | 'applicable'
  | 'justification'
  | 'drivers'
  | 'status'
  | 'owner'
  | 'model'
  | 'supplier'
  | 'documents'
  | 'evidence'
  | 'decided'
  | 'decidedBy'
  | 'review'
  | 'expires'
  | 'target'
  | 'implementation'
  | 'notes';

export const headerKeys: Readonly<Record<HeaderField, readonly string[]>> = {
  organisation: ['organisation', 'organization', 'company'],
  scope: ['scope'],
  scopeDocument: ['scope_document', 'scope_statement'],
  version: ['version'],
  status: ['status'],
  owner: ['owner', 'responsible'],
  approvedBy: ['approved_by', 'approver'],
  approved: ['approved', 'approved_on', 'approval_date'],
  nextReview: ['next_review', 'next_review_date', 'review'],
  classification: ['classification'],
  standards: ['standards', 'standard'],
  folders: ['folders', 'folder'],
  controls: ['controls', 'decisions'],
  additional: ['additional', 'additional_controls', 'own_controls'],
  history: ['history', 'change_history', 'changes'],
  released: ['released', 'release'],
};

export const decisionKeys: Readonly<Record<DecisionField, readonly string[]>> = {
  applicable: ['applicable', 'applicability', 'included'],
  justification: ['justification', 'reason', 'rationale'],
  drivers: ['drivers', 'driver', 'reasons'],
  status: ['status', 'implementation_status', 'implemented'],
  owner: ['owner', 'responsible', 'control_owner'],
  model: ['model', 'responsibility_model', 'inheritance'],
  supplier: ['supplier', 'provider', 'inherited_from'],
  documents: ['documents', 'document', 'policies'],
  evidence: ['evidence'],
  decided: ['decided', 'decided_on', 'decision_date'],
  decidedBy: ['decided_by'],
  review: ['review', 'review_date', 'next_review'],
  expires: ['expires', 'expiry', 'expiry_date', 'expires_on'],
  target: ['target', 'target_date', 'due'],
  implementation: ['implementation', 'how'],
  notes: ['notes', 'note', 'comment', 'comments'],
};

/** What a control of the organisation's own says beside the fields of every decision. */
export type AdditionalField = 'title' | 'source';

export const additionalKeys: Readonly<Record<AdditionalField, readonly string[]>> = {
  title: ['title', 'name'],
  source: ['source', 'origin'],
};

export type EvidenceField = 'file' | 'link' | 'note' | 'date' | 'valid' | 'validUntil' | 'path';

/** `path` is the older spelling, for files and addresses alike. */
export const evidenceKeys: Readonly<Record<EvidenceField, readonly string[]>> = {
  file: ['file'],
  link: ['link', 'url'],
  note: ['note', 'title', 'text', 'name'],
  date: ['date', 'taken', 'as_of'],
  valid: ['valid', 'valid_for', 'validity'],
  validUntil: ['valid_until', 'expires', 'valid_to'],
  path: ['path'],
};

export type HistoryField = 'version' | 'date' | 'by' | 'change';

export const historyKeys: Readonly<Record<HistoryField, readonly string[]>> = {
  version: ['version'],
  date: ['date'],
  by: ['by', 'author', 'who'],
  change: ['change', 'changes', 'description', 'what'],
};

export type ReleaseField = 'version' | 'date' | 'by' | 'hash';

export const releaseKeys: Readonly<Record<ReleaseField, readonly string[]>> = {
  version: ['version'],
  date: ['date'],
  by: ['by', 'approved_by'],
  hash: ['hash'],
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
