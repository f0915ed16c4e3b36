/** The columns of the register: what an auditor asks of each control, with a definition of each. */
import type { SoaRow } from '../modelTypes.js';
import { modelLabels, statusLabels } from '../words.js';
import { applicabilityText, documentsText, driversText, evidenceText, gapsText } from './cells.js';

export type ColumnKey =
  | 'control'
  | 'title'
  | 'applicable'
  | 'justification'
  | 'drivers'
  | 'status'
  | 'target'
  | 'implementation'
  | 'model'
  | 'supplier'
  | 'owner'
  | 'documents'
  | 'evidence'
  | 'decided'
  | 'decidedBy'
  | 'review'
  | 'expires'
  | 'source'
  | 'notes'
  | 'gaps';

export interface RegisterColumn {
  readonly key: ColumnKey;
  readonly title: string;
  /** One sentence for the legend. */
  readonly definition: string;
  readonly text: (row: SoaRow) => string;
}

/** All columns in their order. Their titles are understood by `clausemark soa import`. */
export const registerColumns: readonly RegisterColumn[] = [
  {
    key: 'control',
    title: 'Control',
    definition:
      'The number of the control in the standard, or the organisation’s own number for an additional control.',
    text: (row) => row.id,
  },
  {
    key: 'title',
    title: 'Title',
    definition: 'The title of the control.',
    text: (row) => row.title,
  },
  {
    key: 'applicable',
    title: 'Applicable',
    definition: 'Whether the control is necessary in the scope of the management system.',
    text: applicabilityText,
  },
  {
    key: 'justification',
    title: 'Justification',
    definition: 'Why the control is included or excluded.',
    text: (row) => row.justification ?? '',
  },
  {
    key: 'drivers',
    title: 'Drivers',
    definition: 'What made the organisation choose the control, with the numbers of risks, laws or contracts.',
    text: driversText,
  },
  {
    key: 'status',
    title: 'Status',
    definition: 'How far the control is implemented.',
    text: (row) => (row.status === null ? '' : statusLabels[row.status]),
  },
  {
    key: 'target',
    title: 'Target date',
    definition: 'When a control that is not implemented yet is to be.',
    text: (row) => row.target ?? '',
  },
  {
    key: 'implementation',
    title: 'How implemented',
    definition: 'How the control is implemented, in a sentence or two.',
    text: (row) => row.implementation ?? '',
  },
  {
    key: 'model',
    title: 'Model',
    definition: 'Who runs the control: the organisation, a supplier, or both.',
    text: (row) => (row.model === null ? '' : modelLabels[row.model]),
  },
  {
    key: 'supplier',
    title: 'Supplier',
    definition: 'The supplier who runs the control or a part of it.',
    text: (row) => row.supplier ?? '',
  },
  {
    key: 'owner',
    title: 'Responsible',
    definition: 'The role that answers for the control.',
    text: (row) => row.owner ?? '',
  },
  {
    key: 'documents',
    title: 'Documents',
    definition:
      'The documents that describe the control, with the sections that say so; drafts and overdue ones are marked.',
    text: documentsText,
  },
  {
    key: 'evidence',
    title: 'Evidence',
    definition: 'Where the proof is that the control works, with the date on which it was taken.',
    text: (row) => row.evidence.map(evidenceText).join('; '),
  },
  {
    key: 'decided',
    title: 'Decided on',
    definition: 'The day of the decision on the control.',
    text: (row) => row.decided ?? '',
  },
  {
    key: 'decidedBy',
    title: 'Decided by',
    definition: 'The role or person who decided.',
    text: (row) => row.decidedBy ?? '',
  },
  {
    key: 'review',
    title: 'Review date',
    definition: 'The day by which the decision is looked at again.',
    text: (row) => row.review ?? '',
  },
  {
    key: 'expires',
    title: 'Exclusion ends',
    definition: 'The last day on which an exclusion holds.',
    text: (row) => row.expires ?? '',
  },
  {
    key: 'source',
    title: 'Source',
    definition: 'Of an additional control: where it comes from.',
    text: (row) => row.source ?? '',
  },
  {
    key: 'notes',
    title: 'Notes',
    definition: 'Anything else worth knowing.',
    text: (row) => row.notes ?? '',
  },
  {
    key: 'gaps',
    title: 'Gaps found',
    definition: 'What Clausemark found to be missing or contradictory on the day of the export.',
    text: gapsText,
  },
];

const optional: ReadonlySet<ColumnKey> = new Set([
  'target',
  'implementation',
  'model',
  'supplier',
  'decidedBy',
  'review',
  'expires',
  'source',
  'notes',
]);

/** The columns for such rows, without those that nobody has filled in and that nobody has to. */
export function columnsInUse(rows: readonly SoaRow[]): RegisterColumn[] {
  return registerColumns.filter(({ key, text }) => !optional.has(key) || rows.some((row) => text(row) !== ''));
}

/** The heads of tables that are made to be printed: there, what has no column of its own stands below what has. */
export const printedHeads: readonly string[] = [
  'Control',
  'Title',
  'Applicable',
  'Justification',
  'Drivers',
  'Status',
  'Responsible',
  'Documents',
  'Evidence',
];
