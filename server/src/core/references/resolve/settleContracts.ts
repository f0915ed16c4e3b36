/** Clauses that stand near the name of a contract: those that no standard has are clauses of the contract, and so are those with them. */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import { findEditions } from './lookup.js';
import { dropped, type Outcome } from './outcome.js';

/**
 * Drops what is of a contract: "The DPA has 14 clauses. Clause 5.1 lists instructions, clause 8.5 deletion." tells by 8.5, which is no
 * clause of the standard, whose 5.1 is. A standard right beside the clause speaks against it.
 */
export function settleContracts(drafts: readonly DraftReference[], outcomes: Outcome[], catalog: Catalog): void {
  const contracts = new Set<number>();
  drafts.forEach((draft, i) => {
    if (draft.contract >= 0 && isNoClause(draft, outcomes[i]!, catalog)) contracts.add(draft.contract);
  });
  if (contracts.size === 0) return;
  drafts.forEach(({ contract }, i) => {
    if (contract >= 0 && contracts.has(contract) && !isTight(outcomes[i]!)) outcomes[i] = dropped;
  });
}

function isTight(outcome: Outcome): boolean {
  return (outcome.state === 'resolved' || outcome.state === 'unknown') && outcome.tight;
}

/** Whether the standard has no such clause; the control of that number is none, unless its title stands there. */
function isNoClause(draft: DraftReference, outcome: Outcome, catalog: Catalog): boolean {
  if (isTight(outcome)) return false;
  if (outcome.state === 'unknown' || outcome.state === 'contested') return true;
  if (outcome.state !== 'resolved' || draft.titleWords !== null) return false;
  return outcome.named.every(({ standard }) =>
    findEditions(catalog, standard, null, draft, false).every(({ form }) => form !== 'clause'),
  );
}
