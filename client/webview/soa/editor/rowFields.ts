/** The fields of a decision, in the order in which one decides; a control of the organisation's own has three more. */
import type { PaneRow } from '../../../../server/src/core/soa/paneTypes.js';
import { t } from '../../shared/texts.js';
import { modelLabels, statusLabels } from '../words.js';
import { ApplicabilityField, SelectField } from './choiceFields.js';
import { DocumentsField } from './documentsField.js';
import { DriversField } from './driversField.js';
import { EvidenceField } from './evidenceField.js';
import type { Field, OnCommit } from './field.js';
import { TextField, type TextOptions } from './textField.js';
import { type TextName, textOf } from './values.js';

/** Ids of the lists with suggestions that the page holds. */
export const suggestionLists = {
  owner: 'known-owners',
  supplier: 'known-suppliers',
  decidedBy: 'known-deciders',
  documents: 'known-documents',
} as const;

export const exampleDate = '2026-03-31';

export function rowFields(row: PaneRow, onCommit: OnCommit): Field[] {
  const { owner, supplier, decidedBy, documents } = suggestionLists;
  const text = (name: TextName, label: string, options: Omit<TextOptions<PaneRow>, 'read'>, className = '') =>
    new TextField(name, label, { ...options, read: (source) => textOf(source, name) }, onCommit, className);
  return [
    ...(row.isAdditional ? ownFields(onCommit) : []),
    new ApplicabilityField(onCommit),
    new SelectField('status', t('Status'), statusLabels, t('No status'), ({ status }) => status ?? '', onCommit),
    text('target', t('To be done by'), { placeholder: t('{0} or {1}', '2026-09-30', '2026-Q3') }),
    text('owner', t('Responsible'), { list: owner, placeholder: t('A role, such as Head of IT') }),
    text('justification', t('Justification'), { kind: 'lines' }, 'half'),
    text('implementation', t('How it is implemented'), { kind: 'lines' }, 'half'),
    new DriversField(onCommit),
    new DocumentsField(documents, onCommit),
    new SelectField('model', t('Run by'), modelLabels, t('Not stated'), ({ model }) => model ?? '', onCommit),
    text('supplier', t('Supplier'), { list: supplier }),
    text('decided', t('Decided on'), { placeholder: exampleDate }),
    text('decidedBy', t('Decided by'), { list: decidedBy }),
    new EvidenceField(onCommit),
    text('review', t('Look at again by'), { placeholder: exampleDate }),
    text('expires', t('Exclusion ends on'), { placeholder: exampleDate }),
    text('notes', t('Notes'), { kind: 'lines' }, 'half'),
  ];
}

function ownFields(onCommit: OnCommit): Field[] {
  return [
    new TextField('id', t('Id'), { read: ({ id }) => id }, onCommit),
    new TextField('title', t('Title'), { read: ({ title }) => title }, onCommit),
    new TextField('source', t('Where it comes from'), { read: ({ source }) => source ?? '' }, onCommit, 'half'),
  ];
}
