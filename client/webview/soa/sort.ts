/** In which order rows are shown. No DOM here. */
import type { PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { PaneSort, SortName } from '../messages.js';
import { t } from '../shared/texts.js';
import { applicabilityOf } from './filter.js';

export const standardOrder: PaneSort = { by: 'standard', isDescending: false };

/** What can be chosen, with its label. */
export const sortLabels: Readonly<Record<SortName, string>> = {
  standard: t('Order of the standard'),
  gaps: t('Gaps first'),
  id: t('Control'),
  title: t('Title'),
  applicable: t('Applicable'),
  justification: t('Justification'),
  drivers: t('Drivers'),
  status: t('Status'),
  responsible: t('Responsible'),
  documents: t('Documents'),
  evidence: t('Evidence'),
  decided: t('Date of the decision'),
};

const applicabilityRank = { undecided: 0, yes: 1, no: 2, outside: 3 } as const;
const statusRank = { 'not-assessed': 1, 'not-started': 2, planned: 3, partial: 4, implemented: 5 } as const;

/** A number or text to sort by; texts without content come last in both directions. */
const keys: Readonly<Record<Exclude<SortName, 'standard' | 'id'>, (row: PaneRow) => number | string>> = {
  gaps: (row) => -row.gaps.length,
  title: (row) => row.title,
  applicable: (row) => applicabilityRank[applicabilityOf(row)],
  justification: (row) => row.justification ?? '',
  drivers: (row) => row.drivers.map(({ kind, ids }) => `${kind} ${ids.join(' ')}`).join(' '),
  status: (row) => (row.status === null ? 0 : statusRank[row.status]),
  responsible: (row) => row.owner ?? '',
  documents: (row) => row.documents.length + row.moreDocuments,
  evidence: (row) => row.evidence.length,
  decided: (row) => row.decided ?? '',
};

/** The rows in another order; rows that are equal stay in theirs. The order of the standard is that of the model. */
export function sortRows(rows: readonly PaneRow[], { by, isDescending }: PaneSort): readonly PaneRow[] {
  if (by === 'standard' || by === 'id') return isDescending ? [...rows].reverse() : rows;
  const direction = isDescending ? -1 : 1;
  const keyOf = keys[by];
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compare(a.key, b.key, direction))
    .map(({ row }) => row);
}

function compare(a: number | string, b: number | string, direction: number): number {
  if (typeof a === 'number' || typeof b === 'number') return direction * (Number(a) - Number(b));
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return direction * a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });
}

/** What a click on a column head does: ascending, descending, back to the order of the standard. */
export function nextSort(current: PaneSort, by: SortName): PaneSort {
  if (current.by !== by) return { by, isDescending: false };
  return current.isDescending ? standardOrder : { by, isDescending: true };
}
