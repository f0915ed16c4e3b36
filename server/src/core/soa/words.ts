/** The words in which the statement is shown and exported, the same everywhere. */
import type { DocumentConcern, GapCode } from './modelTypes.js';
import type { Applicability, ControlModel, DriverKind, ImplementationStatus } from './types.js';

export const applicabilityLabels: Readonly<Record<Applicability, string>> = {
  yes: 'Yes',
  no: 'No',
  undecided: 'Undecided',
};

export const notInRoleLabel = 'Not in role';

export const statusLabels: Readonly<Record<ImplementationStatus, string>> = {
  'not-assessed': 'Not assessed',
  'not-started': 'Not started',
  planned: 'Planned',
  partial: 'Partial',
  implemented: 'Implemented',
};

export const driverLabels: Readonly<Record<DriverKind, string>> = {
  risk: 'Risk',
  legal: 'Legal',
  contractual: 'Contractual',
  business: 'Business',
  baseline: 'Baseline',
};

export const concernLabels: Readonly<Record<DocumentConcern, string>> = {
  draft: 'draft',
  'in-review': 'in review',
  retired: 'retired',
  overdue: 'review overdue',
};

export const gapLabels: Readonly<Record<GapCode, string>> = {
  'missing-decision': 'No decision',
  undecided: 'Undecided',
  'outside-role': 'Outside the role',
  'excluded-without-justification': 'Excluded without justification',
  'excluded-but-claimed': 'Excluded but claimed',
  'included-without-reason': 'Included without reason',
  'included-without-driver': 'No driver',
  'boilerplate-justification': 'Boilerplate justification',
  'supplier-missing': 'Supplier not named',
  uncovered: 'No document',
  'implemented-without-document': 'Implemented without document',
  'only-draft': 'No document in force',
  'implemented-without-evidence': 'Implemented without evidence',
  'document-not-found': 'Document not found',
  'evidence-not-found': 'Evidence not found',
  'evidence-stale': 'Evidence out of date',
  'exclusion-overdue': 'Exclusion overdue',
};

export const modelLabels: Readonly<Record<ControlModel, string>> = {
  direct: 'Direct',
  shared: 'Shared',
  inherited: 'Inherited',
};

/** The key of the part of the statement that holds the controls of the organisation's own, and of its one group. */
export const additionalKey = 'additional';

export const roleLabels: Readonly<Record<'controller' | 'processor', string>> = {
  controller: 'PII controller',
  processor: 'PII processor',
};

export const documentStatusLabels: Readonly<Record<string, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  approved: 'Approved',
  retired: 'Retired',
};
