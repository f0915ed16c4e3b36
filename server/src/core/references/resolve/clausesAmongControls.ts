/** "the effectiveness of controls (9.1)": is a bare number for a control, of which no edition has a control, the clause? */
import type { Catalog } from '../../catalog/types.js';
import type { ScopedStandard } from '../../document.js';
import type { DraftReference } from '../draft.js';
import { editionOf } from './editions.js';
import { findEditions, findInForce } from './lookup.js';
import type { Outcome } from './outcome.js';

/**
 * Reads as clauses the numbers in brackets behind a word for controls, those below a key that only names a standard,
 * and those of a row whose label names one, of which the standard has no control but the clause in force: 9.1 of
 * ISO/IEC 27001, where A.9.1 headed controls in 2013.
 * Not in a text on an edition that is withdrawn. Changes drafts and outcomes in place.
 * @param read the outcome of a draft by its own evidence
 */
export function settleClauses(
  drafts: DraftReference[],
  outcomes: Outcome[],
  scope: readonly ScopedStandard[],
  catalog: Catalog,
  read: (draft: DraftReference) => Outcome,
): void {
  drafts.forEach((draft, i) => {
    const outcome = outcomes[i]!;
    if (draft.form !== 'control' || draft.isNamedControl || draft.titleWords) return;
    const label = draft.far.find(({ by }) => by === 'line')?.standards[0];
    const isOpen = draft.where === 'front-matter' ? draft.isEither : !draft.isTold || label?.edition;
    const told = outcome.state === 'resolved' ? outcome.named[0] : undefined;
    const named = draft.where === 'table' && label ? label : told;
    if (!isOpen || !named || named.byCompanion) return;
    const isClause = (one: DraftReference): boolean =>
      findInForce(named.standard, asClause(one), catalog)?.form === 'clause';
    // "9.2, 9.4": of a number of old the next one is, too.
    const isOld = (one: DraftReference | undefined): boolean =>
      one?.block === draft.block &&
      one.form === 'control' &&
      !isClause(one) &&
      !findInForce(named.standard, one, catalog);
    if (!isClause(draft) || isOld(drafts[i - 1]) || isOld(drafts[i + 1])) return;
    if (findEditions(catalog, named.standard, null, draft, false).some(({ entry }) => entry.kind === 'control')) return;
    const clause = asClause(draft);
    const edition = editionOf(clause, named, outcome, scope, catalog);
    if (edition && catalog.edition(named.standard, edition)?.status === 'withdrawn') return;
    drafts[i] = clause;
    outcomes[i] = read(clause);
  });
}

function asClause(draft: DraftReference): DraftReference {
  return { ...draft, form: 'clause' };
}
