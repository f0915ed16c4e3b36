/** A column of ids is of one standard: where all but a slip exist in one only of those that are possible, it is that one. */
import type { Catalog } from '../../catalog/types.js';
import { type DraftReference, layersOf } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import { findEditions, isOldGroup, kindOf } from './lookup.js';
import { type Outcome, resolvedAs } from './outcome.js';

/** In references: fewer fit several standards by chance. */
const enoughInColumn = 4;
/** The share of ids that the standard of a column has, and the most that any other may have. */
const nearlyAll = 0.9;
const tooFew = 0.6;

/** Decides for the columns of tables what the surroundings left open or took from a sentence before the table. */
export function settleColumns(
  drafts: readonly DraftReference[],
  outcomes: Outcome[],
  workspace: readonly NamedStandard[],
  catalog: Catalog,
): void {
  for (const column of columnsOf(drafts, outcomes)) {
    if (column.length < enoughInColumn) continue;
    const named = standardOf(
      column.map((i) => drafts[i]!),
      workspace,
      catalog,
    );
    if (!named) continue;
    for (const i of column) {
      if (isOfAnother(drafts[i]!, outcomes[i]!, named, catalog)) continue;
      const exists = findEditions(catalog, named.standard, null, drafts[i]!, false).length > 0;
      outcomes[i] = exists ? resolvedAs([named], 'siblings') : { state: 'unknown', named, by: 'block', tight: false };
    }
    settleClauses(drafts, outcomes, drafts[column[0]!]!, named, catalog);
  }
}

/** The clauses of a column of which nothing in the document tells the standard are of the one that the ids there are of. */
function settleClauses(
  drafts: readonly DraftReference[],
  outcomes: Outcome[],
  { group, column }: DraftReference,
  named: NamedStandard,
  catalog: Catalog,
): void {
  drafts.forEach((draft, i) => {
    const outcome = outcomes[i]!;
    if (draft.group !== group || draft.column !== column || draft.form !== 'clause') return;
    if (outcome.state !== 'open' && !(outcome.state === 'resolved' && outcome.by === 'workspace')) return;
    if (findEditions(catalog, named.standard, null, draft, false).length > 0)
      outcomes[i] = resolvedAs([named], 'siblings');
  });
}

/** The indexes of the drafts of each column whose standard nothing in their own row or line tells. */
function columnsOf(drafts: readonly DraftReference[], outcomes: readonly Outcome[]): Iterable<number[]> {
  const columns = new Map<string, number[]>();
  drafts.forEach((draft, i) => {
    if (draft.where !== 'table' || draft.form !== 'annex' || draft.members[0]!.parts.length < 2) return;
    if (!isShared(outcomes[i]!)) return;
    const name = `${draft.group} ${draft.column}`;
    const column = columns.get(name);
    if (column) column.push(i);
    else columns.set(name, [i]);
  });
  return columns.values();
}

/** Told by what stands outside of the row. */
function isShared(outcome: Outcome): boolean {
  if (outcome.state === 'dropped' || outcome.state === 'external' || outcome.state === 'unscoped') return false;
  return outcome.state === 'contested' || (outcome.by !== 'line' && outcome.by !== 'tag');
}

function standardOf(
  column: readonly DraftReference[],
  workspace: readonly NamedStandard[],
  catalog: Catalog,
): NamedStandard | null {
  // The head of a column that names its standard has the last word.
  if (column.some((draft) => [...layersOf(draft)].some(({ isLabel, standards }) => isLabel && standards.length > 0)))
    return null;
  const candidates = new Map<string, NamedStandard>();
  for (const draft of column)
    for (const { standards } of [...layersOf(draft), { standards: workspace }])
      for (const one of standards) if (one.known && !candidates.has(one.standard)) candidates.set(one.standard, one);
  if (candidates.size < 2) return null;
  const shares = [...candidates.values()].map((named) => ({
    named,
    share: column.filter((draft) => isControl(draft, named.standard, catalog)).length / column.length,
  }));
  const [first, second] = shares.sort((a, b) => b.share - a.share);
  if (first!.share < nearlyAll || second!.share > tooFew) return null;
  return { ...first!.named, edition: null, byCompanion: false };
}

/**
 * `A.7.4` of ISO/IEC 42001 in a column of ISO/IEC 27701:2025: that it was a group there once does not make a control of another
 * standard that is named one of the column.
 */
function isOfAnother(draft: DraftReference, outcome: Outcome, named: NamedStandard, catalog: Catalog): boolean {
  if (outcome.state !== 'resolved' || outcome.named.some((one) => one.standard === named.standard)) return false;
  return isOldGroup(named, draft, catalog) && outcome.named.some((one) => isControl(draft, one.standard, catalog));
}

/** Whether the id is that of a control in the edition in force. */
function isControl(draft: DraftReference, standard: string, catalog: Catalog): boolean {
  return findEditions(catalog, standard, null, draft, false).some(
    ({ edition, entry }) => edition.status === 'current' && kindOf(entry) === 'control',
  );
}
