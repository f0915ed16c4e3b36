/** Is a clause that is open between several standards of each of them, as all others beside it are? */
import type { DraftReference } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { type Outcome, resolvedAs } from './outcome.js';

/**
 * "The policy (5.2) and the roles (5.3)": a clause that is still open is of each of its standards where all other clauses of its list or
 * paragraph are of each of them.
 */
export function settleAmongEach(drafts: readonly DraftReference[], outcomes: Outcome[]): void {
  const isOpen = ({ form, isTag, column, members }: DraftReference, i: number): boolean =>
    form === 'clause' &&
    !isTag &&
    column < 0 &&
    outcomes[i]!.state === 'open' &&
    members.every(({ items }) => items.length === 0);
  const open = drafts.flatMap((draft, i) => (isOpen(draft, i) ? [i] : []));
  if (open.length === 0) return;
  const named = new Map<number, Set<string>>();
  drafts.forEach(({ form, isTag, column, group }, i) => {
    const outcome = outcomes[i]!;
    if (form !== 'clause' || isTag || column >= 0 || outcome.state !== 'resolved') return;
    named.set(group, (named.get(group) ?? new Set()).add(standardsIn(outcome.named)));
  });
  for (const i of open) {
    const outcome = outcomes[i]!;
    if (outcome.state !== 'open') continue;
    const others = named.get(drafts[i]!.group);
    if (others?.size === 1 && others.has(standardsIn(outcome.named)))
      outcomes[i] = resolvedAs(outcome.named, 'siblings');
  }
}

function standardsIn(named: readonly NamedStandard[]): string {
  return named
    .map(({ standard }) => standard)
    .sort()
    .join();
}
