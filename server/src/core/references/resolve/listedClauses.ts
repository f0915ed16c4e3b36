/** `A.5.24 and 10.2`: is the number behind a control, without a letter of its own, a control as well, or the clause? */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { ScopedStandard } from '../../document.js';
import type { DraftReference } from '../draft.js';
import { isManagementSystem, type NamedStandard, standardOf } from '../text/standardNames.js';
import { tellsClause } from '../titles/subjects.js';
import { editionOf } from './editions.js';
import { findEditions, findIn } from './lookup.js';
import { dropped, type Outcome } from './outcome.js';

/**
 * Reads as clauses what no edition that is meant by the control before them has as a control, and has as a clause. What it has as both
 * goes on with the letter of its list, unless the words before the list are those of the clause ("Awareness: A.6.3, 7.3"), or a clause with
 * a part more stands between ("A.5.2, 6.1.4, 8.4"). Changes drafts and outcomes in place.
 * @param read the outcome of a draft by its own evidence
 */
export function settleListed(
  drafts: DraftReference[],
  outcomes: Outcome[],
  scope: readonly ScopedStandard[],
  catalog: Catalog,
  read: (draft: DraftReference) => Outcome,
): void {
  let head = 0;
  // The last clause with a part more than the controls of its list.
  let deeper = -1;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    if (!draft.isShort) {
      head = i;
      continue;
    }
    const [first, outcome] = [drafts[head]!, outcomes[head]!];
    if (first.form === 'clause' || first.block !== draft.block) continue;
    const clause: DraftReference = { ...draft, form: 'clause', isShort: false };
    const isDeeper = draft.members[0]!.parts.length > first.members[0]!.parts.length;
    const list = { first, outcome, scope, catalog, isAmongClauses: deeper > head && !isDeeper };
    if (first.hasCrosswalkWord || !isClause(draft, clause, list)) {
      // Without the letter no control has a part more.
      if (isDeeper) outcomes[i] = dropped;
      continue;
    }
    if (isDeeper) deeper = i;
    drafts[i] = clause;
    // It goes on with the list, and so with the standard of its head.
    outcomes[i] = outcome.state === 'resolved' && outcome.named.length === 1 ? outcome : read(clause);
  }
}

interface List {
  readonly first: DraftReference;
  readonly outcome: Outcome;
  readonly scope: readonly ScopedStandard[];
  readonly catalog: Catalog;
  readonly isAmongClauses: boolean;
}

function isClause(draft: DraftReference, clause: DraftReference, list: List): boolean {
  const { catalog } = list;
  const editions = editionsOf(list);
  const isNamed = ({ key }: Standard): boolean =>
    tellsClause(draft.listSubject, catalog.find(key, clause.number), catalog.find(key, `A.${clause.number}`));
  if (editions.some(isNamed)) return true;
  return (
    (list.isAmongClauses || editions.every((edition) => findIn(catalog, edition, draft, false) === null)) &&
    editions.some((edition) => findIn(catalog, edition, clause, false)?.form === 'clause')
  );
}

/** The editions that the control at the head of a list may be meant to be of. */
function editionsOf({ first, outcome, scope, catalog }: List): readonly Standard[] {
  return standardsOf(first, outcome, catalog).flatMap((named) => {
    const all = catalog.editions(named.standard).filter(isManagementSystem);
    const told = editionOf(first, named, outcome, scope, catalog);
    const meant =
      told === null ? all.filter(({ status }) => status === 'current') : all.filter(({ edition }) => edition === told);
    const having = findEditions(catalog, named.standard, told, first, false).map(({ edition }) => edition);
    return having.length > 0 ? having : meant;
  });
}

function standardsOf(first: DraftReference, outcome: Outcome, catalog: Catalog): readonly NamedStandard[] {
  switch (outcome.state) {
    case 'resolved':
    case 'open':
      return outcome.named;
    case 'unknown':
      return [outcome.named];
    case 'unscoped':
      return catalog.standards
        .filter((one) => one.status === 'current' && findIn(catalog, one, first, false) !== null)
        .map(({ standard }) => standardOf(standard));
    default:
      return [];
  }
}
