/** Finding the next control that nobody has decided on. No DOM here. */
import type { PaneRow } from '../../../server/src/core/soa/paneTypes.js';

/** Controls for a role that the organisation does not have need no decision. */
export function isUndecided(row: PaneRow): boolean {
  return row.isInRole && row.applicability === 'undecided';
}

/** The next one behind (or before) a row, from the other end where there is none; null where all are decided. */
export function nextUndecided(rows: readonly PaneRow[], from: string | null, step: 1 | -1 = 1): PaneRow | null {
  const start = rows.findIndex(({ key }) => key === from);
  for (let i = 1; i <= rows.length; i++) {
    const index = (start + step * i + rows.length * 2) % rows.length;
    const row = rows[start < 0 && step === -1 ? rows.length - i : index];
    if (row && isUndecided(row)) return row;
  }
  return null;
}
