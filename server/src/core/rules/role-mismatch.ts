/** A control made for PII controllers that applies although the organisation is only a processor, and the reverse. */

import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem, SystemStandard } from '../soa/types.js';
import { type DecidedControl, decidedControls } from './support/decisions.js';
import { removeFix } from './support/soaFix.js';
import { joinSome, joinWords, shortNameOf, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

/** More than this is no slip at a control: then the roles are what is wrong, and one finding says so. */
const mostSlips = 5;

export const roleMismatch: Rule = {
  code: 'role-mismatch',
  defaultSeverity: 'warning',
  title: 'An applicable control that is made for a role which the organisation does not have',
  checkSystem(system, snapshot, report) {
    const byStandard = new Map<SystemStandard, DecidedControl[]>();
    for (const control of decidedControls(system, snapshot)) {
      const { scoped } = control;
      if (!scoped || control.isInRole || control.decision.applicable.value !== 'yes') continue;
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
    message:
      `${withTitle(entry)} of ${shortNameOf(entry, snapshot.catalog)} is made for PII ${entry.role}s, but the organisation is stated to be ` +
      `only ${rolesOf(scoped)}. Correct the decision, or add the role.`,
    related: [{ path: system.path, span: scoped.span, message: 'The roles stand here.' }],
    fixes: [removeFix(decision, { system, snapshot })],
  };
}

function reportRoles(controls: readonly DecidedControl[], scoped: SystemStandard, snapshot: Snapshot): Report {
  const first = controls[0]!;
  const ids = controls.map(({ entry }) => entry.id);
  return {
    span: scoped.span,
    message:
      `${controls.length} controls of ${shortNameOf(first.entry, snapshot.catalog)} that are made for PII ${first.entry.role}s are applicable, ` +
      `but the organisation is stated to be only ${rolesOf(scoped)}: ${joinSome(ids, 8)}. ` +
      'Add the role, or correct the decisions.',
  };
}

function rolesOf({ roles }: SystemStandard): string {
  return joinWords((roles ?? []).map((role) => `a PII ${role}`));
}
