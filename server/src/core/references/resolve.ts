/**
 * Drafts → references: which standard and edition each one means. Nearest evidence first; what stays open after the
 * workspace and the sibling ids is ambiguous, and what has nothing to go by is not reported at all. The order and the
 * reasons are told to users in docs/references.md.
 */
import type { Catalog } from '../catalog/types.js';
import type { Reference, ScopedStandard } from '../document.js';
import type { DraftDocument, DraftReference, Evidence } from './draft.js';
import { ofSentence } from './evidence/systemsOfSentence.js';
import { settleClauses } from './resolve/clausesAmongControls.js';
import { chooseEdition } from './resolve/editions.js';
import { judge } from './resolve/judge.js';
import { settleListed } from './resolve/listedClauses.js';
import { settleContested, settleOpen, settleUnscoped } from './resolve/neighbours.js';
import type { Outcome } from './resolve/outcome.js';
import { readEvidence } from './resolve/readEvidence.js';
import { settleAmongEach } from './resolve/settleAmongEach.js';
import { settleColumns } from './resolve/settleColumns.js';
import { settleContracts } from './resolve/settleContracts.js';
import { settleBelowGroups, settleGroups } from './resolve/settleGroups.js';
import { settleMoves, settleOlder } from './resolve/settleOlder.js';
import { settleTagged } from './resolve/settleTagged.js';
import { referencesOf } from './resolve/toReferences.js';
import { standardOf } from './text/standardNames.js';

/** Resolves all drafts of a document against the standards in scope. Pure; the drafts are not changed. */
export function resolveReferences(
  document: DraftDocument,
  scope: readonly ScopedStandard[],
  catalog: Catalog,
): Reference[] {
  const drafts = [...document.drafts];
  // Part numbers, segments, crates: that the folder is about a standard does not make them controls.
  const workspace = workspaceLayer(document.isOnSubject ? scope : []);
  const read = (draft: DraftReference): Outcome =>
    ofSentence(readEvidence(document.isOnSubject ? draft : withoutDocument(draft), workspace, catalog), draft, catalog);
  const readings = drafts.map(read);
  settleClauses(drafts, readings, scope, catalog, read);
  settleContracts(drafts, readings, catalog);
  const outcomes = readings.map((reading, i) => judge(reading, drafts[i]!, document, catalog));
  settleListed(drafts, outcomes, scope, catalog, (draft) => judge(read(draft), draft, document, catalog));
  settleTagged(drafts, outcomes, catalog);
  settleColumns(drafts, outcomes, workspace.standards, catalog);
  settleContested(drafts, outcomes, document, catalog);
  settleMoves(drafts, outcomes, catalog);
  settleOpen(drafts, outcomes, catalog);
  settleAmongEach(drafts, outcomes);
  settleBelowGroups(drafts, outcomes, catalog);
  settleGroups(drafts, outcomes, catalog);
  settleOlder(drafts, outcomes, scope, catalog);
  settleUnscoped(drafts, outcomes, document, catalog);
  const references: Reference[] = [];
  const editions = chooseEdition(drafts, outcomes, scope, catalog);
  for (let i = 0; i < drafts.length; i++) {
    for (const reference of referencesOf(drafts[i]!, outcomes[i]!, editions[i]!, catalog)) references.push(reference);
  }
  return references;
}

/** A document that is about something else has named no standard, whatever number of five digits stands in it. */
function withoutDocument(draft: DraftReference): DraftReference {
  return { ...draft, far: draft.far.filter(({ by }) => by !== 'document') };
}

function workspaceLayer(scope: readonly ScopedStandard[]): Evidence {
  return {
    by: 'workspace',
    standards: scope.map(({ standard, edition }) => standardOf(standard, edition)),
    tight: false,
    joined: false,
    editionHint: null,
  };
}
