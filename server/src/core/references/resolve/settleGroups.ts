/** `### A.7.7 Data disposal` below "## A.7 Data for AI systems": a slip in the standard whose group the heading above is. */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { endsGroup, hasControlInForce } from './lookup.js';
import { type Outcome, resolvedAs } from './outcome.js';

/**
 * Headings below one that is a group of controls with the title that it has in one standard only are of that standard, also where that
 * has no such control and another one that the document is about has. The title of the other one beside it says otherwise.
 */
export function settleGroups(drafts: readonly DraftReference[], outcomes: Outcome[], catalog: Catalog): void {
  const groups = new Map<string, NamedStandard | null>();
  drafts.forEach((draft, i) => {
    if (!draft.startsHeading || draft.form !== 'annex') return;
    const group = `${draft.letter}${draft.members[0]!.parts[0]}`;
    if (draft.members[0]!.parts.length === 1) {
      groups.set(group, toldByTitle(outcomes[i]!));
      return;
    }
    const named = draft.above.includes(group) ? groups.get(group) : null;
    if (named && isOfOther(outcomes[i]!, named) && endsGroup(named, draft, catalog))
      outcomes[i] = { state: 'unknown', named, by: 'heading', tight: true };
  });
}

/**
 * "The masking of 27001 A.8.11 helps with A.7.6" below "## A.7 Data" of ISO/IEC 42001: a control of the group that its section is about
 * is of that standard, unless one is named at it or at its list.
 */
export function settleBelowGroups(drafts: readonly DraftReference[], outcomes: Outcome[], catalog: Catalog): void {
  let heading = -1;
  drafts.forEach((draft, i) => {
    const outcome = outcomes[i]!;
    if (draft.startsHeading) heading = i;
    const [above, group] = [drafts[heading], outcomes[heading]];
    if (above?.section !== draft.section || group?.state !== 'resolved' || above.form !== 'annex' || heading === i)
      return;
    if (draft.form !== 'annex' || draft.members[0]!.parts.length < 2 || !draft.number.startsWith(`${above.number}.`))
      return;
    const named = group.named[0]!;
    if (isToldElsewhere(outcome, draft, named) && hasControlInForce(named.standard, draft, catalog))
      outcomes[i] = resolvedAs([named], 'heading');
  });
}

/** Open, told by its neighbours, or of a standard that stands at another id before it. */
function isToldElsewhere(outcome: Outcome, draft: DraftReference, { standard }: NamedStandard): boolean {
  if (outcome.state !== 'resolved') return outcome.state === 'open';
  if (outcome.named[0]!.standard === standard) return false;
  const line = draft.near.find(({ standards }) => standards.length > 0);
  const isAside = line?.ofAnother === 'before' && !line.tight && draft.titleWords === null;
  return outcome.by === 'siblings' || (isAside && (draft.system ?? { standard }).standard === standard);
}

/** The standard that the words beside an id, and nothing farther away, have told. */
function toldByTitle(outcome: Outcome): NamedStandard | null {
  const [named, ...others] = outcome.state === 'resolved' && outcome.by === 'line' ? outcome.named : [];
  return named && others.length === 0 ? named : null;
}

function isOfOther(outcome: Outcome, { standard }: NamedStandard): boolean {
  if (outcome.state === 'unknown') return !outcome.tight && outcome.named.standard !== standard;
  if (outcome.state !== 'resolved' || outcome.by === 'line' || outcome.by === 'tag') return false;
  return outcome.named.every((named) => named.standard !== standard);
}
