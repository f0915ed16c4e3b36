/** The words of an export and what they mean, so that nobody has to ask. */
import type { ClauseState } from '../clauseMatrixTypes.js';
import type { DocumentConcern, GapCode } from '../modelTypes.js';
import type { Applicability, ControlModel, DriverKind, ImplementationStatus } from '../types.js';
import {
  applicabilityLabels,
  concernLabels,
  driverLabels,
  gapLabels,
  modelLabels,
  notInRoleLabel,
  statusLabels,
} from '../words.js';
import type { RegisterColumn } from './columns.js';

export interface LegendPart {
  readonly title: string;
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
}

const applicabilityMeanings: Record<Applicability, string> = {
  yes: 'The control is necessary and is, or will be, implemented.',
  no: 'The control is excluded; the justification says why.',
  undecided: 'Nobody has decided yet.',
};

const statusMeanings: Record<ImplementationStatus, string> = {
  'not-assessed': 'Nobody has looked yet how far it is.',
  'not-started': 'Necessary, and nothing has been done yet.',
  planned: 'It is decided what will be done, and by when.',
  partial: 'A part is done; the rest is planned.',
  implemented: 'It is done and in use.',
};

const driverMeanings: Record<DriverKind, string> = {
  risk: 'The control treats risks of the risk register.',
  legal: 'A law or regulation asks for it.',
  contractual: 'A contract asks for it.',
  business: 'The business itself has a reason for it.',
  baseline: 'It belongs to the good practice that the organisation has chosen to keep.',
};

const modelMeanings: Record<ControlModel, string> = {
  direct: 'The organisation runs the control itself.',
  shared: 'The organisation and a supplier each run a part.',
  inherited: 'A supplier runs the control, and the organisation relies on it.',
};

const concernMeanings: Record<DocumentConcern, string> = {
  draft: 'The document is a draft and not in force yet.',
  'in-review': 'The document is being reviewed and not in force yet.',
  retired: 'The document is no longer in force.',
  overdue: 'The document is past the day by which it had to be reviewed.',
};

const gapMeanings: Record<GapCode, string> = {
  'missing-decision': 'The record has no entry for the control.',
  undecided: 'There is an entry, and it does not say whether the control applies.',
  'outside-role': 'The control is applicable, although it is made for a role that the organisation does not have.',
  'excluded-without-justification': 'The control is excluded, and nothing says why.',
  'excluded-but-claimed': 'The control is excluded, and a document says that it is satisfied.',
  'included-without-reason': 'The control is applicable, with neither justification nor driver.',
  'included-without-driver':
    'The control is applicable, and no risk, law, contract or need is named, as other controls do.',
  'boilerplate-justification': 'The justification is a stock phrase, or the same sentence stands at many controls.',
  'supplier-missing': 'A supplier runs the control, at least in part, and it is not said which.',
  uncovered: 'The control is not excluded, and no document says that it satisfies it.',
  'implemented-without-document': 'The control is said to be implemented, and no document describes how.',
  'only-draft':
    'The control is not excluded, and only documents that are drafts, in review, retired or overdue claim it.',
  'implemented-without-evidence':
    'The control is said to be implemented, and no evidence is named, as other controls do.',
  'document-not-found': 'A document that the record names does not exist.',
  'evidence-not-found': 'A file that is named as evidence is not there.',
  'evidence-stale': 'The evidence holds no longer.',
  'exclusion-overdue': 'The exclusion has ended or is past its review date.',
};

export const clauseStateLabels: Readonly<Record<ClauseState, string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  mentioned: 'Only cited',
  uncovered: 'No document',
};

const clauseStateMeanings: Record<ClauseState, string> = {
  covered: 'A document claims the clause, the clause above it, or every clause below it.',
  partly: 'Documents claim only something below the clause.',
  mentioned: 'Documents cite the clause, and none claims it.',
  uncovered: 'No document names the clause.',
};

/** The legend for such columns; `hasClauses` adds the words of the clause matrix. */
export function legendParts(columns: readonly RegisterColumn[], hasClauses: boolean): LegendPart[] {
  const parts: LegendPart[] = [
    { title: 'Columns', terms: columns.map(({ title, definition }) => ({ term: title, meaning: definition })) },
    {
      title: 'Applicable',
      terms: [
        ...terms(applicabilityLabels, applicabilityMeanings),
        { term: notInRoleLabel, meaning: 'The control is made for a role that the organisation does not have.' },
      ],
    },
    { title: 'Status', terms: terms(statusLabels, statusMeanings) },
    { title: 'Drivers', terms: terms(driverLabels, driverMeanings) },
    { title: 'Documents', terms: terms(concernLabels, concernMeanings) },
    { title: 'Gaps found', terms: terms(gapLabels, gapMeanings) },
    { title: 'Counts', terms: countTerms },
  ];
  if (columns.some(({ key }) => key === 'model')) {
    parts.splice(4, 0, { title: 'Model', terms: terms(modelLabels, modelMeanings) });
  }
  if (hasClauses) parts.push({ title: 'Clauses 4–10', terms: terms(clauseStateLabels, clauseStateMeanings) });
  return parts;
}

const countTerms: LegendPart['terms'] = [
  {
    term: 'Covered by documents',
    meaning:
      'Controls for which at least one document says that it satisfies them, of those that are not excluded. A document that is not in force counts, and where no other claims the control that is a gap. Per cents are rounded down.',
  },
  {
    term: 'With gaps',
    meaning: 'Controls with at least one of the gaps above; those that are not in role are not counted.',
  },
];

function terms<K extends string>(labels: Readonly<Record<K, string>>, meanings: Readonly<Record<K, string>>) {
  return (Object.keys(meanings) as K[]).map((key) => ({ term: labels[key], meaning: meanings[key] }));
}
