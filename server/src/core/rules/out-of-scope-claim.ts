/** A document that claims a control of a standard, or of an edition, by which its management system does not work. */

import type { CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference, ResolvedBy } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import { replacementOf } from './support/editions.js';
import { stateOf } from './support/fields.js';
import { isClaimable, lookUp } from './support/lookup.js';
import { removeTagFix } from './support/removeTagFix.js';
import { isInScope, standardOf, systemOf } from './support/scope.js';
import { shortName, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

/** What the writer said about the standard; where it was only inferred, the claim may be of another one. */
const statedBy: ReadonlySet<ResolvedBy> = new Set(['tag', 'line', 'block', 'heading', 'front-matter', 'document']);

interface Claims {
  readonly first: Reference;
  readonly entry: CatalogEntry;
  readonly ids: Set<string>;
  readonly references: Set<Reference>;
}

export const outOfScopeClaim: Rule = {
  code: 'out-of-scope-claim',
  defaultSeverity: 'information',
  title: 'A tag of a standard or edition that is not in scope',
  checkDocument(document, snapshot, report) {
    const system = systemOf(document.path, snapshot);
    if (!system || system.standards.length === 0 || stateOf(document) === 'retired') return;
    for (const [standard, claims] of claimsOutside(document, system, snapshot)) {
      report({ ...reportClaims(claims, standard, system, snapshot), fixes: removal(claims, document, snapshot) });
    }
  },
};

/** The claims of standards that are not in scope. Of withdrawn editions `superseded-edition` speaks. */
function claimsOutside(document: PolicyDocument, system: ManagementSystem, snapshot: Snapshot): Map<Standard, Claims> {
  const outside = new Map<Standard, Claims>();
  for (const reference of document.references) {
    if (!reference.isTag || reference.isCrosswalk || !statedBy.has(reference.resolvedBy)) continue;
    for (const { standard, state, entry } of lookUp(reference, snapshot.catalog)) {
      if (!entry || state !== 'known' || !isClaimable(entry) || standard.type !== 'management-system') continue;
      if (isInScope(standard, system.standards, snapshot.catalog) || replacementOf(standard, snapshot.catalog))
        continue;
      const known = outside.get(standard);
      if (known) {
        known.ids.add(entry.id);
        known.references.add(reference);
      } else {
        outside.set(standard, { first: reference, entry, ids: new Set([entry.id]), references: new Set([reference]) });
      }
    }
  }
  return outside;
}

/** Takes the tag out, where it is the only one. */
function removal({ first, references }: Claims, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  return references.size === 1 ? removeTagFix(first, document, snapshot) : [];
}

function reportClaims(
  { first, entry, ids }: Claims,
  standard: Standard,
  system: ManagementSystem,
  snapshot: Snapshot,
): Report {
  const scoped = system.standards.find((one) => one.standard === standard.standard);
  const edition = scoped && standardOf(scoped, snapshot.catalog);
  const claimed =
    ids.size > 1
      ? t('{0} and {1} more of {2}', withTitle(entry), ids.size - 1, shortName(standard))
      : t('{0} of {1}', withTitle(entry), shortName(standard));
  return {
    span: first.span,
    message: edition
      ? t(
          'This document claims {0}, but the management system works by {1}, so no Statement of Applicability counts it. Change the edition there, or take the tag of that edition.',
          claimed,
          shortName(edition),
        )
      : t(
          'This document claims {0}, which is not among the standards of {1}, so no Statement of Applicability counts it. Add the standard there, or remove the tag.',
          claimed,
          system.path,
        ),
    related: (scoped ? [scoped] : system.standards.slice(0, 1)).map(({ span }) => ({
      path: system.path,
      span,
      message: t('The standards in scope stand here.'),
    })),
  };
}
