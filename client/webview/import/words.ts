/** The words of the preview. What was understood and what was not is told in the sentences of the core. */
import type { PreviewRemark } from '../../../server/src/core/soa/import/previewTypes.js';
import { t } from '../shared/texts.js';

/** Fields of a decision and of the head, as the pane with the statement calls them. */
const fieldLabels: Readonly<Record<string, string>> = {
  applicable: t('Applicable'),
  justification: t('Justification'),
  drivers: t('Drivers'),
  status: t('Status'),
  owner: t('Responsible'),
  model: t('Run by'),
  supplier: t('Supplier'),
  documents: t('Documents'),
  evidence: t('Evidence'),
  decided: t('Decided on'),
  decidedBy: t('Decided by'),
  review: t('Look at again by'),
  expires: t('Exclusion ends on'),
  target: t('To be done by'),
  implementation: t('How it is implemented'),
  notes: t('Notes'),
  title: t('Title'),
  source: t('Where it comes from'),
  organisation: t('Organisation'),
  scope: t('Scope'),
  scopeDocument: t('Document that states the scope'),
  version: t('Version'),
  approvedBy: t('Approved by'),
  approved: t('Approved'),
  nextReview: t('Next review'),
  classification: t('Classification'),
  standards: t('Standards in scope'),
  history: t('Change history'),
};

export function fieldLabel(field: string): string {
  return fieldLabels[field] ?? field;
}

export const remarkTitles: Readonly<Record<PreviewRemark['kind'], string>> = {
  lost: t('Not taken over'),
  check: t('Please check'),
  noted: t('Kept in the notes'),
  info: t('How it was read'),
};

export const remarkNotes: Readonly<Record<PreviewRemark['kind'], string>> = {
  lost: t('These stand in your file and nowhere in the result.'),
  check: t('These are taken over; look whether they are meant so.'),
  noted: t('No field takes these, so they go to the notes of their control.'),
  info: '',
};
