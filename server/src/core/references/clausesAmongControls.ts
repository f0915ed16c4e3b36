/** "the effectiveness of controls (9.1)": is a bare number for a control, of which no edition has a control, the clause? */
import type { Catalog } from '../catalog/types.js';
import { type DraftReference, layersOf } from './draft.js';
import { findEditions, findInForce } from './lookup.js';
import type { Outcome } from './outcome.js';
import { isManagementSystem, type NamedStandard } from './standardNames.js';

/**
 * Reads as clauses the numbers in brackets behind a word for controls, beside the label of an edition, or below a key that only names a standard,
 * of which the standard has no control but the clause in force: 9.1 of ISO/IEC 27001, where A.9.1 headed controls in 2013. Not in a text
 * on an edition that is withdrawn. Changes drafts in place; whose they are stays.
 */
export function settleClauses(drafts: DraftReference[], outcomes: readonly Outcome[], catalog: Catalog): void {
  let old: ReadonlySet<number> | null = null;
  drafts.forEach((draft, i) => {
    const named = mayBeClause(draft) ? onlyOf(outcomes[i]!) : undefined;
    if (!named || !isNoControl(named, draft, catalog)) return;
    const clause: DraftReference = { ...draft, form: 'clause' };
    if (findInForce(named.standard, clause, catalog)?.form !== 'clause') return;
    old ??= blocksWithOld(drafts, outcomes, catalog);
    const status = statusAround(named.standard, draft, catalog);
    if (status === 'withdrawn' || old.has(draft.block) || (status === null && old.size > 0)) return;
    drafts[i] = clause;
  });
}

/** The one standard that an outcome tells; its number may exist nowhere as a control. */
function onlyOf(outcome: Outcome): NamedStandard | undefined {
  if (outcome.state === 'unknown') return outcome.named;
  return outcome.state === 'resolved' && outcome.named.length === 1 ? outcome.named[0] : undefined;
}

/** "Control 9.1" says what it is; so do the columns and lists of controls, but for a row that its label gives to an edition. */
function mayBeClause({
  form,
  where,
  far,
  isNamedControl,
  isTag,
  isTold,
  isEither,
  titleWords,
}: DraftReference): boolean {
  if (form !== 'control' || isNamedControl || titleWords !== null) return false;
  if (where === 'front-matter') return isTag && isEither;
  return !isTold || far.some(({ by, standards }) => by === 'line' && standards.some(({ edition }) => edition));
}

function isNoControl({ standard, byCompanion }: NamedStandard, draft: DraftReference, catalog: Catalog): boolean {
  return (
    !byCompanion && findEditions(catalog, standard, null, draft, false).every(({ entry }) => entry.kind !== 'control')
  );
}

/** Of the nearest edition of the standard that is named around it; null where none is. */
function statusAround(standard: string, draft: DraftReference, catalog: Catalog): string | null {
  for (const { standards, editionHint } of layersOf(draft)) {
    const edition = editionHint ?? standards.find((named) => named.standard === standard && named.edition)?.edition;
    const found = edition ? catalog.edition(standard, edition) : undefined;
    if (found) return found.status;
  }
  return null;
}

/** The blocks in which a control stands that only withdrawn editions have: "9.2, 9.4". */
function blocksWithOld(
  drafts: readonly DraftReference[],
  outcomes: readonly Outcome[],
  catalog: Catalog,
): ReadonlySet<number> {
  const blocks = new Set<number>();
  drafts.forEach((draft, i) => {
    const outcome = outcomes[i]!;
    if (draft.form === 'clause' || outcome.state !== 'resolved') return;
    for (const { standard } of outcome.named) {
      const current = catalog.edition(standard);
      if (!current || !isManagementSystem(current) || findInForce(standard, draft, catalog)) continue;
      if (draft.form === 'annex' || !findInForce(standard, { ...draft, form: 'clause' }, catalog))
        blocks.add(draft.block);
    }
  });
  return blocks;
}
