/** Is an id that the folder alone decides one of an older edition of another standard in scope? The ids of the document tell. */
import type { Catalog } from '../../catalog/types.js';
import type { ScopedStandard } from '../../document.js';
import type { DraftReference } from '../draft.js';
import { type NamedStandard, standardOf } from '../text/standardNames.js';
import { findEditions, hasControlInForce } from './lookup.js';
import { type Outcome, resolvedAs } from './outcome.js';

/**
 * An id that the workspace alone decides, while an older edition of another standard in scope has it too (A.6.1.2 of 42001 and
 * of 27001:2013): the ids of the document tell which, and without any it stays open.
 */
export function settleOlder(
  drafts: readonly DraftReference[],
  outcomes: Outcome[],
  scope: readonly ScopedStandard[],
  catalog: Catalog,
): void {
  if (scope.length < 2) return;
  const rivals = drafts.map((draft, i) => olderRival(draft, outcomes[i]!, scope, catalog));
  if (rivals.every((rival) => rival === null)) return;
  const old = standardsAmong(
    drafts,
    outcomes,
    (draft, i) => rivals[i] === null && isOfOldEdition(draft, outcomes[i]!, catalog),
  );
  const all = standardsAmong(drafts, outcomes, (draft, i) => rivals[i] === null && draft.form === 'annex');
  rivals.forEach((rival, i) => {
    const outcome = outcomes[i]!;
    if (!rival || outcome.state !== 'resolved') return;
    const citesOld = old.has(rival.standard);
    if (!citesOld && all.size > 0) return;
    const citesNew = outcome.named.some((named) => all.has(named.standard));
    outcomes[i] =
      citesOld && !citesNew
        ? resolvedAs([rival], 'siblings')
        : { state: 'open', named: [...outcome.named, rival], by: 'workspace' };
  });
}

/** The older edition of another standard in scope that has the id as a control; null where there is none. */
function olderRival(
  draft: DraftReference,
  outcome: Outcome,
  scope: readonly ScopedStandard[],
  catalog: Catalog,
): NamedStandard | null {
  if (draft.form !== 'annex' || outcome.state !== 'resolved' || outcome.by !== 'workspace') return null;
  for (const { standard } of scope) {
    if (outcome.named.some((named) => named.standard === standard)) continue;
    const [found] = findEditions(catalog, standard, null, draft, false);
    if (found?.entry.kind === 'control' && found.edition.status === 'withdrawn')
      return standardOf(standard, found.edition.edition);
  }
  return null;
}

/** "A.9.4.1, to be replaced by A.8.3": what takes the place of a number is of the same standard, where that has it in force. */
export function settleMoves(drafts: readonly DraftReference[], outcomes: Outcome[], catalog: Catalog): void {
  let from = 0;
  drafts.forEach((draft, i) => {
    const [old, outcome] = [outcomes[from]!, outcomes[i]!];
    if (!draft.isMovedTo) from = i;
    else if (outcome.state === 'open' && old.state === 'resolved' && drafts[from]!.block === draft.block) {
      const [only, ...more] = old.named;
      if (more.length === 0 && only && hasControlInForce(only.standard, draft, catalog))
        outcomes[i] = resolvedAs([standardOf(only.standard)], 'siblings');
    }
  });
}

/** Whether only replaced editions of the standard have the id. */
export function isOfOldEdition(draft: DraftReference, outcome: Outcome, catalog: Catalog): boolean {
  if (draft.form !== 'annex' || outcome.state !== 'resolved') return false;
  return outcome.named.some((named) => {
    const found = findEditions(catalog, named.standard, null, draft, named.byCompanion);
    return found.length > 0 && found.every(({ edition }) => edition.status === 'withdrawn');
  });
}

/** The standards of the resolved references that count. */
export function standardsAmong(
  drafts: readonly DraftReference[],
  outcomes: readonly Outcome[],
  counts: (draft: DraftReference, index: number) => boolean,
): Set<string> {
  const standards = new Set<string>();
  for (let j = 0; j < drafts.length; j++) {
    const outcome = outcomes[j]!;
    if (outcome.state === 'resolved' && counts(drafts[j]!, j))
      for (const named of outcome.named) standards.add(named.standard);
  }
  return standards;
}
