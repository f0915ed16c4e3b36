/** A control made for PII controllers that applies although the organisation is only a processor, and the reverse. */

import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem, SystemStandard } from '../soa/types.js';
import { type DecidedControl, decidedControls } from './support/decisions.js';
import { removeFix } from './support/soaFix.js';
import { joinSome, joinWords, shortNameOf, withTitleAndStandard } from './support/wording.js';
import type { Report, Rule } from './types.js';

/** More than this is no slip at a control: then the roles are what is wrong, and one finding says so. */
const mostSlips = 5;

export const roleMismatch: Rule = {
  code: 'role-mismatch',
  defaultSeverity: 'warning',
  title: 'An applicable control that is made for a role which the organisation does not have',
  checkSystem(system, snapshot, report, isSilenced) {
    const byStandard = new Map<SystemStandard, DecidedControl[]>();
    for (const control of decidedControls(system, snapshot)) {
      const { scoped } = control;
      if (!scoped || control.isInRole || control.decision.applicable.value !== 'yes') continue;
      if (isSilenced(control.decision.applicable.span)) continue;
      byStandard.set(scoped, [...(byStandard.get(scoped) ?? []), control]);
    }
    for (const [scoped, controls] of byStandard) {
      if (controls.length > mostSlips) report(reportRoles(controls, scoped, snapshot));
      else for (const control of controls) report(reportControl(control, scoped, system, snapshot));
    }
  },
};

function reportControl(
  { decision, entry }: DecidedControl,
  scoped: SystemStandard,
  system: ManagementSystem,
  snapshot: Snapshot,
): Report {
  return {
    span: decision.applicable.span,
    message: `${
      entry.role === 'processor'
        ? t(
            '{0} is made for PII processors, but the organisation is stated to be only {1}.',
            withTitleAndStandard(entry, snapshot.catalog),
            rolesOf(scoped),
          )
        : t(
            '{0} is made for PII controllers, but the organisation is stated to be only {1}.',
            withTitleAndStandard(entry, snapshot.catalog),
            rolesOf(scoped),
          )
    } ${t('Correct the decision, or add the role.')}`,
    related: [{ path: system.path, span: scoped.span, message: t('The roles stand here.') }],
    fixes: [removeFix(decision, { system, snapshot })],
  };
}

function reportRoles(controls: readonly DecidedControl[], scoped: SystemStandard, snapshot: Snapshot): Report {
  const first = controls[0]!;
  const ids = controls.map(({ entry }) => entry.id);
  return {
    span: scoped.span,
    message: `${
      first.entry.role === 'processor'
        ? t(
            '{0} controls of {1} that are made for PII processors are applicable, but the organisation is stated to be only {2}: {3}.',
            controls.length,
            shortNameOf(first.entry, snapshot.catalog),
            rolesOf(scoped),
            joinSome(ids, 8),
          )
        : t(
            '{0} controls of {1} that are made for PII controllers are applicable, but the organisation is stated to be only {2}: {3}.',
            controls.length,
            shortNameOf(first.entry, snapshot.catalog),
            rolesOf(scoped),
            joinSome(ids, 8),
          )
    } ${t('Add the role, or correct the decisions.')}`,
  };
}

function rolesOf({ roles }: SystemStandard): string {
  return joinWords((roles ?? []).map((role) => (role === 'processor' ? t('a PII processor') : t('a PII controller'))));
}
