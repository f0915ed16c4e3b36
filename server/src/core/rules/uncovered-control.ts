/** An applicable control of a standard in scope that no document claims. */

import type { CatalogEntry } from '../catalog/types.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import { type DecidedControl, decidedControls, statusOf } from './support/decisions.js';
import { isClaimedWithin, systemOf } from './support/scope.js';
import { withTitleAndStandard } from './support/wording.js';
import type { RelatedPlace, Report, Rule } from './types.js';

export const uncoveredControl: Rule = {
  code: 'uncovered-control',
  defaultSeverity: 'warning',
  title: 'An applicable control that no document covers',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    // Of controls without a decision `missing-control` speaks.
    for (const control of decidedControls(system, snapshot)) {
      const found = checkControl(control, system, snapshot);
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
