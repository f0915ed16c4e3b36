/** Which rows a filter shows. No DOM here. */
import type { PaneModel, PaneRow } from '../../../server/src/core/soa/paneTypes.js';
import type { PaneFilter } from '../messages.js';

export const noFilter: PaneFilter = { standard: '', group: '', applicability: '', status: '', gap: '', text: '' };

export function isFiltering(filter: PaneFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** Whether the row passes; every word of the text must occur somewhere in what the row shows, without regard to case. */
export function passes(row: PaneRow, filter: PaneFilter): boolean {
  return (
    (filter.standard === '' || row.standardKey === filter.standard) &&
    (filter.group === '' || row.groupKey === filter.group) &&
    (filter.applicability === '' || applicabilityOf(row) === filter.applicability) &&
    (filter.status === '' || (row.status ?? 'none') === filter.status) &&
    passesGap(row, filter.gap) &&
    passesText(row, filter.text)
  );
}

/** The applicability as it is shown: a control made for a role the organisation does not have is `outside`. */
export function applicabilityOf(row: PaneRow): PaneRow['applicability'] | 'outside' {
  return !row.isInRole && row.applicability === 'undecided' ? 'outside' : row.applicability;
}

function passesGap(row: PaneRow, gap: string): boolean {
  if (gap === '') return true;
  return gap === 'any' ? row.gaps.length > 0 : row.gaps.some((item) => item.code === gap);
}

function passesText(row: PaneRow, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = searchText(row);
  return words.every((word) => haystack.includes(word));
}

/** Rows are immutable, so the text to search in is made once for each. */
const searchTexts = new WeakMap<PaneRow, string>();

function searchText(row: PaneRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const parts = [
    row.id,
    `${row.standard}:${row.id}`,
    row.title,
    row.justification,
    row.owner,
    row.implementation,
    row.notes,
    row.supplier,
    row.source,
    row.decidedBy,
    ...row.drivers.flatMap((driver) => [driver.kind, ...driver.ids]),
    ...row.documents.flatMap((document) => [
      document.id,
      document.title,
      document.path,
      ...document.sections.map((s) => s.heading),
    ]),
    ...row.mentions.flatMap((document) => [document.id, document.title]),
    ...row.evidence.flatMap(({ text, note }) => [text, note]),
    ...row.gaps.map((gap) => gap.text),
  ];
  const text = parts
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase();
  searchTexts.set(row, text);
  return text;
}

/** How many rows have each gap, in the order in which codes first occur in the model's rows. */
export function countGaps(model: PaneModel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of model.rows) for (const { code } of row.gaps) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
