/** Counting rows. */
import type { SoaCounts, SoaRow } from './modelTypes.js';

/** The numbers of a set of rows. */
export function countRows(rows: Iterable<SoaRow>): SoaCounts {
  const counts = {
    total: 0,
    applicable: 0,
    excluded: 0,
    undecided: 0,
    implemented: 0,
    toCover: 0,
    covered: 0,
    withGaps: 0,
    notInRole: 0,
  };
  for (const row of rows) {
    if (!row.isInRole) {
      counts.notInRole++;
      continue;
    }
    counts.total++;
    if (row.gaps.length > 0) counts.withGaps++;
    if (row.applicability === 'no') {
      counts.excluded++;
      continue;
    }
    if (row.applicability === 'yes') {
      counts.applicable++;
      if (row.status === 'implemented') counts.implemented++;
    } else counts.undecided++;
    counts.toCover++;
    if (isCovered(row)) counts.covered++;
  }
  return counts;
}

/** A listed document that is not missed covers, although of one outside of the workspace there is nothing to show. */
function isCovered({ documents, listedDocuments, missingDocuments }: SoaRow): boolean {
  return documents.length > 0 || listedDocuments.length > missingDocuments.length;
}

/** Part of a whole in per cent, rounded down, so that 100 % means all; null where there is no whole. */
export function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}
