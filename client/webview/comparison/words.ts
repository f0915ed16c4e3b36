/** The words of the comparison. What changed is told in the sentences of the core, as in every export. */
import type {
  ChangeKind,
  CitingDocument,
  ControlDiff,
  FieldChange,
} from '../../../server/src/core/soa/compare/types.js';
import { t } from '../shared/texts.js';

/** In the order in which an auditor asks. */
export const kindLabels: Readonly<Record<ChangeKind, string>> = {
  applicability: t('Applicability'),
  status: t('Status'),
  justification: t('Justification'),
  drivers: t('Drivers'),
  owner: t('Responsible'),
  model: t('Who runs it'),
  documents: t('Documents'),
  evidence: t('Evidence'),
  implementation: t('How implemented'),
  dates: t('Dates'),
  notes: t('Notes'),
  title: t('Title and source'),
};

export const kinds = Object.keys(kindLabels) as ChangeKind[];

export const fateLabels: Readonly<Record<ControlDiff['kind'], string>> = {
  changed: t('Changed'),
  added: t('New'),
  removed: t('Gone'),
};

/** `27001:A.5.16` */
export function nameOf({ standard, id }: Pick<ControlDiff, 'standard' | 'id'>): string {
  return standard === 'additional' ? id : `${standard}:${id}`;
}

export function documentName({ id, title }: Pick<CitingDocument, 'id' | 'title'>): string {
  return id === null ? title : `${id} ${title}`;
}

/** With a capital and, unless a quotation ends with one, a full stop; empty for a change that another sentence tells already. */
export function sentenceOf({ sentence }: FieldChange): string {
  if (sentence === '') return '';
  const text = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  return /[.!?]”$/.test(text) ? text : `${text}.`;
}

export function countOfControls(count: number): string {
  return count === 1 ? t('1 control') : t('{0} controls', count);
}
