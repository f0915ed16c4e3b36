/** The words of the pane. Labels of values are those of the exports; a test compares them. */
import type { DocumentConcern, GapCode } from '../../../server/src/core/soa/modelTypes.js';
import type { ControlModel, DriverKind, ImplementationStatus } from '../../../server/src/core/soa/types.js';

export const applicabilityLabels: Readonly<Record<'yes' | 'no' | 'undecided' | 'outside', string>> = {
  yes: 'Yes',
  no: 'No',
  undecided: 'Undecided',
  outside: 'Not in role',
};

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

export const modelLabels: Readonly<Record<ControlModel, string>> = {
  direct: 'Direct',
  shared: 'Shared',
  inherited: 'Inherited',
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
  uncovered: 'No document',
  'implemented-without-document': 'Implemented without document',
  'only-draft': 'No document in force',
  'document-not-found': 'Document not found',
  'evidence-not-found': 'Evidence not found',
  'evidence-stale': 'Evidence out of date',
  'exclusion-overdue': 'Exclusion overdue',
};

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

export const columnTitles = [
  'Control',
  'Title',
  'Applicable',
  'Justification',
  'Drivers',
  'Status',
  'Responsible',
  'Documents',
  'Evidence',
] as const;

/** `1 control`, `3 controls` */
export function countOf(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? '' : 's'}`;
}

/** Rounded down, so that 100 % means all. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part * 100) / whole)} %`;
}
