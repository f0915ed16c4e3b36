/** A control that the Statement of Applicability excludes while a document claims to fulfil it. */

import type { CatalogEntry } from '../catalog/types.js';
import type { Occurrence } from '../coverage.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { Decision, ManagementSystem } from '../soa/types.js';
import { statusOf } from './support/decisions.js';
import { stateOf } from './support/fields.js';
import { isClaimable, lookUp } from './support/lookup.js';
import { removeTagFix } from './support/removeTagFix.js';
import { claimsWithin, decisionOn, isClaimedWithin, systemOf } from './support/scope.js';
import { decideFix } from './support/soaFix.js';
import { withTitle } from './support/wording.js';
import type { Fix, Rule, TextEdit } from './types.js';

export const excludedButClaimed: Rule = {
  code: 'excluded-but-claimed',
  defaultSeverity: 'warning',
  title: 'A control that is excluded although a document claims it',
  checkDocument(document, snapshot, report) {
    const system = systemOf(document.path, snapshot);
    const state = stateOf(document);
    if (!system || state === 'retired' || statusOf(system) === 'retired') return;
    for (const reference of document.references) {
      if (!reference.isTag) continue;
      for (const { entry } of lookUp(reference, snapshot.catalog)) {
        const decision = entry ? exclusionOf(entry, system) : undefined;
        if (!entry || !decision) continue;
        report({
          span: reference.span,
          message: t(
            'This document claims {0}, but the Statement of Applicability says that it does not apply. Remove the tag, or correct the decision.',
            withTitle(entry),
          ),
          severity: state === 'draft' ? 'information' : undefined,
          related: [{ path: system.path, span: decision.applicable.span, message: t('The decision stands here.') }],
          fixes: removeTagFix(reference, document, snapshot),
        });
      }
    }
  },
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const decision of system.decisions) {
      const entry = decision.entryKey ? snapshot.catalog.entry(decision.entryKey) : undefined;
      if (!entry || decision.applicable.value !== 'no' || !isClaimable(entry)) continue;
      if (!isClaimedWithin(entry.key, system, snapshot)) continue;
      const claims = claimsWithin(entry.key, system, snapshot).filter((claim) => isInUse(claim.path, snapshot));
      if (claims.length === 0) continue;
      report({
        span: decision.applicable.span,
        message: `${describeClaims(entry, claims)} ${t('One of the two is wrong: correct the decision or remove the tag.')}`,
        related: claims.slice(0, 10).map(({ path, reference }) => ({
          path,
          span: reference.span,
          message: t('{0} tags {1} here.', path, entry.id),
        })),
        fixes: [decideFix(entry, decision, true, { system, snapshot }), ...removeEverywhere(claims, entry, snapshot)],
      });
    }
  },
};

function describeClaims(entry: CatalogEntry, claims: readonly Occurrence[]): string {
  const { path } = claims[0]!;
  const others = claims.length - 1;
  if (others === 0) return t('{0} is excluded here, but {1} claims to fulfil it.', withTitle(entry), path);
  return others === 1
    ? t('{0} is excluded here, but {1} claims to fulfil it (and 1 other place).', withTitle(entry), path)
    : t('{0} is excluded here, but {1} claims to fulfil it (and {2} other places).', withTitle(entry), path, others);
}

function exclusionOf(entry: CatalogEntry, system: ManagementSystem): Decision | undefined {
  const decision = decisionOn(entry.key, system);
  return decision?.applicable.value === 'no' ? decision : undefined;
}

/** Drafts and retired documents claim nothing that an auditor would hold against the decision. */
function isInUse(path: string, snapshot: Snapshot): boolean {
  const document = snapshot.documents.get(path);
  const state = document ? stateOf(document) : 'unknown';
  return state === 'in-force' || state === 'unknown';
}

/** Takes the tags out of all documents, where each stands alone and can be taken out. */
function removeEverywhere(claims: readonly Occurrence[], entry: CatalogEntry, snapshot: Snapshot): Fix[] {
  const edits: TextEdit[] = [];
  for (const { path, reference } of claims) {
    const document = snapshot.documents.get(path);
    const [fix] = document ? removeTagFix(reference, document, snapshot) : [];
    if (!fix || edits.some((edit) => edit.path === path)) return [];
    edits.push(...fix.edits);
  }
  const title =
    claims.length === 1
      ? t('Remove the tag {0} from 1 document', entry.id)
      : t('Remove the tag {0} from {1} documents', entry.id, claims.length);
  return [{ title, edits }];
}
