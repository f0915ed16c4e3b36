/** An id that the front matter tags for one standard only is, in the text, that one: nothing nearer says otherwise. */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { readTitle } from './byTitle.js';
import { expandIds } from './lookup.js';
import { nearLayers, type Outcome, resolvedAs } from './outcome.js';

/**
 * `(A.7.4)` below `controls: ["42001:A.7.4", "27001:A.8.33"]`, where the surroundings leave it open, or only the
 * document or the folder as a whole, or the standard of another reference, would decide. Clauses only where they are
 * open. Changes the outcomes in place.
 */
export function settleTagged(drafts: readonly DraftReference[], outcomes: Outcome[], catalog: Catalog): void {
  const tagged = standardsOfTags(drafts, outcomes, catalog);
  if (tagged.size === 0) return;
  drafts.forEach((draft, i) => {
    if (draft.isTag || draft.members.length > 1 || draft.members[0]!.to !== null) return;
    const outcome = outcomes[i]!;
    if (outcome.state !== 'open' && outcome.state !== 'resolved') return;
    const named = tagged.get(idOf(draft));
    if (!named || outcome.named.some(({ standard }) => standard === named.standard) === (outcome.state === 'resolved'))
      return;
    if (isToldOtherwise(draft, named, catalog)) return;
    const isDecided =
      outcome.state === 'open' ? isOfEach(draft) : draft.form === 'clause' || !isWeak(draft, outcome, named);
    if (!isDecided) outcomes[i] = resolvedAs([named], 'front-matter');
  });
}

/** The one standard for which the front matter tags an id; null for an id that it tags for several. */
function standardsOfTags(
  drafts: readonly DraftReference[],
  outcomes: readonly Outcome[],
  catalog: Catalog,
): ReadonlyMap<string, NamedStandard | null> {
  const tagged = new Map<string, NamedStandard | null>();
  drafts.forEach((draft, i) => {
    const outcome = outcomes[i]!;
    if (!draft.isTag || draft.where !== 'front-matter' || outcome.state !== 'resolved') return;
    const [named] = outcome.named;
    for (const id of expandIds(catalog, null, prefixOf(draft), draft.members)) {
      const other = tagged.get(id);
      const isOne = outcome.named.length === 1 && (other === undefined || other?.standard === named!.standard);
      tagged.set(id, isOne ? named! : null);
    }
  });
  return tagged;
}

function prefixOf({ form, letter }: DraftReference): string {
  return form === 'clause' ? '' : `${letter}.`;
}

function idOf(draft: DraftReference): string {
  return prefixOf(draft) + draft.number;
}

/** "Physical security monitoring (A.7.4)" in a document that tags `42001:A.7.4`: the words beside it are of another one. */
function isToldOtherwise(draft: DraftReference, { standard }: NamedStandard, catalog: Catalog): boolean {
  if (draft.system && draft.system.standard !== standard) return true;
  const byTitle = readTitle(draft, null, catalog);
  return byTitle?.state === 'resolved' && byTitle.named.every((named) => named.standard !== standard);
}

/** A clause of a document that says that clauses are common to its standards. */
function isOfEach({ form, far }: DraftReference): boolean {
  return form === 'clause' && far.some(({ isInCommon }) => isInCommon);
}

/** Whether neither its line nor its place nor its title names a standard for it but, at most, the tagged one among others. */
function isWeak(
  { near, far, titleWords }: DraftReference,
  { by, isBySubject }: Extract<Outcome, { state: 'resolved' }>,
  { standard }: NamedStandard,
): boolean {
  const isBeside = by === 'tag' || near.some((layer) => !layer.isAside && layer.standards.length > 0);
  if (isBeside || isBySubject || (by === 'line' && titleWords !== null)) return false;
  return !far.some(
    (layer) =>
      nearLayers.has(layer.by) &&
      layer.standards.length > 0 &&
      layer.standards.every((named) => named.standard !== standard),
  );
}
