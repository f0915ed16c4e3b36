/** A control of a standard in scope that the Statement of Applicability does not list at all. */
import type { CatalogEntry } from '../catalog/types.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem, SystemStandard } from '../soa/types.js';
import { statusOf } from './support/decisions.js';
import { requiredControls, standardOf } from './support/scope.js';
import { soaFix } from './support/soaFix.js';
import { countOf, joinSome, shortName, withTitle } from './support/wording.js';
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
  const listed = new Set(system.decisions.map((decision) => decision.entryKey));
  const missing = required.filter((entry) => !listed.has(entry.key));
  if (!standard || missing.length === 0) return null;
  const ids = missing.map((entry) => entry.id);
  const names = missing.length === 1 ? withTitle(missing[0]!) : joinSome(ids, 8);
  return {
    span: scoped.span,
    message:
      `The Statement of Applicability has to list all ${countOf(required.length, 'control')} of ${shortName(standard)}; ` +
      `${missing.length} ${missing.length === 1 ? 'is' : 'are'} missing: ${names}. Add each with a decision and the reason.`,
    severity: statusOf(system) === 'approved' ? undefined : 'information',
    fixes: [addMissing(missing, system, snapshot)],
  };
}

/** Writes the missing controls as undecided entries among the others, for a person to decide. */
function addMissing(missing: readonly CatalogEntry[], system: ManagementSystem, snapshot: Snapshot): Fix {
  const changes = missing.map(({ key }) => {
    return { kind: 'decision', control: key, field: 'applicable', value: 'undecided' } as const;
  });
  return soaFix(`Add the ${countOf(missing.length, 'missing control')} as undecided`, changes, { system, snapshot });
}
