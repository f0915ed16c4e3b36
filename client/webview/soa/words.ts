/** The words of the pane. Labels of values are those of the exports; a test compares them. */
import type { DocumentConcern, GapCode, SoaCounts } from '../../../server/src/core/soa/modelTypes.js';
import type { ControlModel, DriverKind, ImplementationStatus } from '../../../server/src/core/soa/types.js';
import { t } from '../shared/texts.js';

export const applicabilityLabels: Readonly<Record<'yes' | 'no' | 'undecided' | 'outside', string>> = {
  yes: t('Yes'),
  no: t('No'),
  undecided: t('Undecided'),
  outside: t('Not in role'),
};

export const statusLabels: Readonly<Record<ImplementationStatus, string>> = {
  'not-assessed': t('Not assessed'),
  'not-started': t('Not started'),
  planned: t('Planned'),
  partial: t('Partial'),
  implemented: t('Implemented'),
};

export const driverLabels: Readonly<Record<DriverKind, string>> = {
  risk: t('Risk'),
  legal: t('Legal'),
  contractual: t('Contractual'),
  business: t('Business'),
  baseline: t('Baseline'),
};

export const modelLabels: Readonly<Record<ControlModel, string>> = {
  direct: t('Direct'),
  shared: t('Shared'),
  inherited: t('Inherited'),
};

export const concernLabels: Readonly<Record<DocumentConcern, string>> = {
  draft: t('draft'),
  'in-review': t('in review'),
  retired: t('retired'),
  overdue: t('review overdue'),
};

export const gapLabels: Readonly<Record<GapCode, string>> = {
  'missing-decision': t('No decision'),
  undecided: t('Undecided'),
  'outside-role': t('Outside the role'),
  'excluded-without-justification': t('Excluded without justification'),
  'excluded-but-claimed': t('Excluded but claimed'),
  'included-without-reason': t('Included without reason'),
  'included-without-driver': t('No driver'),
  'boilerplate-justification': t('Boilerplate justification'),
  'supplier-missing': t('Supplier not named'),
  uncovered: t('No document'),
  'implemented-without-document': t('Implemented without document'),
  'only-draft': t('No document in force'),
  'implemented-without-evidence': t('Implemented without evidence'),
  'document-not-found': t('Document not found'),
  'evidence-not-found': t('Evidence not found'),
  'evidence-stale': t('Evidence out of date'),
  'exclusion-overdue': t('Exclusion overdue'),
};

export const roleLabels: Readonly<Record<'controller' | 'processor', string>> = {
  controller: t('PII controller'),
  processor: t('PII processor'),
};

export const documentStatusLabels: Readonly<Record<string, string>> = {
  draft: t('Draft'),
  'in-review': t('In review'),
  approved: t('Approved'),
  retired: t('Retired'),
};

export const columnTitles = [
  t('Control'),
  t('Title'),
  t('Applicable'),
  t('Justification'),
  t('Drivers'),
  t('Status'),
  t('Responsible'),
  t('Documents'),
  t('Evidence'),
] as const;

/** `1 control`, `3 controls` */
export function countOf(count: number, noun: 'control' | 'clause' | 'document' | 'decision'): string {
  switch (noun) {
    case 'control':
      return count === 1 ? t('1 control') : t('{0} controls', count);
    case 'clause':
      return count === 1 ? t('1 clause') : t('{0} clauses', count);
    case 'document':
      return count === 1 ? t('1 document') : t('{0} documents', count);
    case 'decision':
      return count === 1 ? t('1 decision') : t('{0} decisions', count);
  }
}

/** `210 controls, 18 of them not in role`: all rows, and why the summary counts fewer. */
export function countOfRows({ total, notInRole }: SoaCounts): string {
  const all = countOf(total + notInRole, 'control');
  return notInRole === 0 ? all : t('{0}, {1} of them not in role', all, notInRole);
}

/** Rounded down, so that 100 % means all. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part * 100) / whole)} %`;
}
