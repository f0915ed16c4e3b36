/** The fields of the head of the statement, in the order of soa.yaml. */
import type { SoaHeader } from '../../../../server/src/core/soa/modelTypes.js';
import type { PaneModel } from '../../../../server/src/core/soa/paneTypes.js';
import type { HeadField } from '../../messages.js';
import { t } from '../../shared/texts.js';
import { SelectField } from '../editor/choiceFields.js';
import type { Field, OnCommit } from '../editor/field.js';
import { exampleDate } from '../editor/rowFields.js';
import { TextField } from '../editor/textField.js';
import { documentStatusLabels } from '../words.js';

type Text = Exclude<HeadField, 'status' | 'scopeDocument'> & keyof SoaHeader;

export function headFields(onCommit: OnCommit): Field<PaneModel>[] {
  const text = (name: Text, label: string, placeholder = '', className = '', kind: 'line' | 'lines' = 'line') => {
    const read = ({ header }: PaneModel) => header[name] ?? '';
    return new TextField<PaneModel>(name, label, { kind, placeholder, read }, onCommit, className);
  };
  const status = ({ header }: PaneModel) => header.status ?? '';
  const scopeDocument = ({ header }: PaneModel) => header.scopeDocument?.text ?? '';
  return [
    text('organisation', t('Organisation'), '', 'half'),
    text('classification', t('Classification'), t('internal')),
    text('version', t('Version'), '2.1'),
    text('scope', t('Scope'), '', 'half', 'lines'),
    new SelectField<PaneModel>('status', t('Status'), documentStatusLabels, t('No status'), status, onCommit),
    text('owner', t('Owner'), t('A role, such as Head of IT')),
    new TextField<PaneModel>(
      'scopeDocument',
      t('Document that states the scope'),
      { placeholder: 'policies/scope.md', read: scopeDocument },
      onCommit,
      'half',
    ),
    text('approvedBy', t('Approved by'), t('A role or a name')),
    text('approved', t('Approved'), exampleDate),
    text('nextReview', t('Next review'), exampleDate),
  ];
}
