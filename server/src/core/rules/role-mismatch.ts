/** A control made for PII controllers that applies although the organisation is only a processor, and the reverse. */

import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import { type DecidedControl, decidedControls } from './support/decisions.js';
import { joinSome, joinWords, shortNameOf, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

/** More than this is no slip at a control: then the roles are what is wrong, and one finding says so. */
const mostSlips = 5;

export const roleMismatch: Rule = {
  code: 'role-mismatch',
  defaultSeverity: 'warning',
  title: 'An applicable control that is made for a role which the organisation does not have',
  checkSystem(system, snapshot, report) {
    const byStandard = new Map<DecidedControl['scoped'], DecidedControl[]>();
    for (const control of decidedControls(system, snapshot)) {
      if (control.isInRole || control.decision.applicable.value !== 'yes') continue;
      byStandard.set(control.scoped, [...(byStandard.get(control.scoped) ?? []), control]);
    }
    for (const controls of byStandard.values()) {
      if (controls.length > mostSlips) report(reportRoles(controls, snapshot));
      else for (const control of controls) report(reportControl(control, system, snapshot));
    }
  },
};

function reportControl(control: DecidedControl, system: ManagementSystem, snapshot: Snapshot): Report {
  const { decision, entry, scoped } = control;
  return {
    span: decision.applicable.span,
    message:
      `${withTitle(entry)} of ${shortNameOf(entry, snapshot.catalog)} is made for PII ${entry.role}s, but the organisation is stated to be ` +
      `only ${rolesOf(control)}. Correct the decision, or add the role.`,
    related: [{ path: system.path, span: scoped.span, message: 'The roles stand here.' }],
  };
}

function reportRoles(controls: readonly DecidedControl[], snapshot: Snapshot): Report {
  const first = controls[0]!;
  const ids = controls.map(({ entry }) => entry.id);
  return {
    span: first.scoped.span,
    message:
      `${controls.length} controls of ${shortNameOf(first.entry, snapshot.catalog)} that are made for PII ${first.entry.role}s are applicable, ` +
      `but the organisation is stated to be only ${rolesOf(first)}: ${joinSome(ids, 8)}. ` +
      'Add the role, or correct the decisions.',
  };
}

function rolesOf({ scoped }: DecidedControl): string {
  return joinWords((scoped.roles ?? []).map((role) => `a PII ${role}`));
}
