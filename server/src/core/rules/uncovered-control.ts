/** An applicable control of a standard in scope that no document claims. */

import type { CatalogEntry } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { type DecidedControl, decidedControls, statusOf } from './support/decisions.js';
import { decisionOn, isClaimedWithin, requiredControls, standardOf, systemOf } from './support/scope.js';
import { countOfControls, joinSome, shortName, withTitle, withTitleAndStandard } from './support/wording.js';
import type { RelatedPlace, Report, Rule } from './types.js';

export const uncoveredControl: Rule = {
  code: 'uncovered-control',
  defaultSeverity: 'warning',
  title: 'An applicable control that no document covers',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const control of decidedControls(system, snapshot)) {
      const found = checkControl(control, system, snapshot);
      if (found) report(found);
    }
    // Of an approved statement `missing-control` warns of the same controls.
    if (statusOf(system) === 'approved') return;
    for (const scoped of system.standards) {
      const found = checkUndecided(scoped, system, snapshot);
      if (found) report(found);
    }
  },
};

function checkControl(control: DecidedControl, system: ManagementSystem, snapshot: Snapshot): Report | null {
  const { decision, entry, isInRole } = control;
  // Of controls made for another role `role-mismatch` speaks.
  if (decision.applicable.value !== 'yes' || !isInRole) return null;
  // A listed document that is nowhere is reported where it stands.
  if (decision.documents?.length || isClaimedWithin(entry.key, system, snapshot)) return null;
  const status = decision.status?.value;
  const isImplemented = status === 'implemented' || status === 'partial';
  const isLater = status === 'planned' || status === 'not-started' || status === 'not-assessed';
  return {
    span: decision.keySpan,
    message: `${
      isImplemented
        ? t(
            'No document covers {0}, although its status is {1}.',
            withTitleAndStandard(entry, snapshot.catalog),
            status,
          )
        : t('No document covers {0}.', withTitleAndStandard(entry, snapshot.catalog))
    } ${
      control.scoped
        ? t('Tag the document that fulfils it, or write one: an auditor will ask where the control is described.')
        : t('List the document that fulfils it, or write one: an auditor will ask where the control is described.')
    }`,
    severity: isLater ? 'information' : undefined,
    related: mentionsOf(entry, system, snapshot),
  };
}

/** Documents that cite the control without claiming it: often the tag was only forgotten. */
function mentionsOf(entry: CatalogEntry, system: ManagementSystem, snapshot: Snapshot): RelatedPlace[] {
  const places: RelatedPlace[] = [];
  const seen = new Set<string>();
  for (const { path, reference } of snapshot.coverage.of(entry.key).mentions) {
    if (seen.has(path) || systemOf(path, snapshot) !== system) continue;
    seen.add(path);
    places.push({ path, span: reference.span, message: t('This document cites {0} without a tag.', entry.id) });
    if (places.length === 3) break;
  }
  return places;
}

/** One finding for all controls of a standard that nobody has decided on: ninety would hide everything else. */
function checkUndecided(
  scoped: ScopedStandard & { readonly span: Span },
  system: ManagementSystem,
  snapshot: Snapshot,
): Report | null {
  const standard = standardOf(scoped, snapshot.catalog);
  const required = requiredControls(scoped, snapshot.catalog);
  const uncovered = required.filter(
    (entry) => !decisionOn(entry.key, system) && !isClaimedWithin(entry.key, system, snapshot),
  );
  if (!standard || uncovered.length === 0) return null;
  const names =
    uncovered.length === 1
      ? withTitle(uncovered[0]!)
      : joinSome(
          uncovered.map((entry) => entry.id),
          8,
        );
  return {
    span: scoped.span,
    message: `${describeUncovered(uncovered.length, required.length, shortName(standard), names)} ${t(
      'Tag the documents that fulfil them, or decide below why they do not apply.',
    )}`,
  };
}

function describeUncovered(part: number, whole: number, standard: string, names: string): string {
  if (part === whole && whole > 1)
    return t('All {0} controls of {1} have no document and no decision: {2}.', whole, standard, names);
  if (part === 1)
    return t('1 of the {0} of {1} has no document and no decision: {2}.', countOfControls(whole), standard, names);
  return t('{0} of the {1} controls of {2} have no document and no decision: {3}.', part, whole, standard, names);
}
