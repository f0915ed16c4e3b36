/** A control of a standard in scope that the Statement of Applicability does not list at all. */

import type { CatalogEntry } from '../catalog/types.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem, SystemStandard } from '../soa/types.js';
import { statusOf } from './support/decisions.js';
import { decisionOn, requiredControls, standardOf } from './support/scope.js';
import { soaFix } from './support/soaFix.js';
import { countOfControls, joinSome, shortName, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const missingControl: Rule = {
  code: 'missing-control',
  defaultSeverity: 'warning',
  title: 'A control that the Statement of Applicability does not list',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const scoped of system.standards) {
      const found = checkStandard(scoped, system, snapshot);
      if (found) report(found);
    }
  },
};

/** One finding for all controls of a standard that are missing: ninety would hide everything else. */
function checkStandard(scoped: SystemStandard, system: ManagementSystem, snapshot: Snapshot): Report | null {
  const standard = standardOf(scoped, snapshot.catalog);
  const required = requiredControls(scoped, snapshot.catalog);
  const missing = required.filter((entry) => decisionOn(entry.key, system) === undefined);
  if (!standard || missing.length === 0) return null;
  const ids = missing.map((entry) => entry.id);
  const all = countOfControls(required.length);
  const name = shortName(standard);
  return {
    span: scoped.span,
    message: `${
      missing.length === 1
        ? t(
            'The Statement of Applicability has to list all {0} of {1}; 1 is missing: {2}.',
            all,
            name,
            withTitle(missing[0]!),
          )
        : t(
            'The Statement of Applicability has to list all {0} of {1}; {2} are missing: {3}.',
            all,
            name,
            missing.length,
            joinSome(ids, 8),
          )
    } ${t('Add each with a decision and the reason.')}`,
    severity: statusOf(system) === 'approved' ? undefined : 'information',
    fixes: [addMissing(missing, system, snapshot)],
  };
}

/** Writes the missing controls as undecided entries among the others, for a person to decide. */
function addMissing(missing: readonly CatalogEntry[], system: ManagementSystem, snapshot: Snapshot): Fix {
  const changes = missing.map(({ key }) => {
    return { kind: 'decision', control: key, field: 'applicable', value: 'undecided' } as const;
  });
  const title =
    missing.length === 1
      ? t('Add the 1 missing control as undecided')
      : t('Add the {0} missing controls as undecided', missing.length);
  return soaFix(title, changes, { system, snapshot });
}
