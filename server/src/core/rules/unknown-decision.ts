/** A decision in soa.yaml on something that is not in the catalog. */

import type { CatalogEntry, Standard } from '../catalog/types.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { Decision, ManagementSystem } from '../soa/types.js';
import { historySentence, successorsOf } from './support/editions.js';
import { lookUpId, replaces } from './support/lookup.js';
import { decisionOn, isInScope } from './support/scope.js';
import { removeFix, renameFix } from './support/soaFix.js';
import { suggestEntries } from './support/suggest.js';
import { joinOr, quoted, shortName, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const unknownDecision: Rule = {
  code: 'unknown-decision',
  defaultSeverity: 'error',
  title: 'A decision on a control that the standard does not have',
  checkSystem(system, snapshot, report) {
    const place = { system, snapshot };
    for (const decision of system.decisions) {
      if (decision.entryKey === null) report(reportUnknown(decision, place));
      else reportIf(report, checkScope(decision, place));
    }
  },
};

/** Where the decision stands. */
interface Place {
  readonly system: ManagementSystem;
  readonly snapshot: Snapshot;
}

function reportIf(report: (report: Report) => void, found: Report | null): void {
  if (found) report(found);
}

/** `27001:A.7.4`, `27001:2022:A.7.4`: the standard, the edition and the id of a key. */
function partsOfKey(written: string): { standard: string; edition: string | null; id: string } | null {
  const match = /^\s*([^:]+):(?:(\d{4}):)?\s*(.+?)\s*$/.exec(written);
  return match ? { standard: match[1]!, edition: match[2] ?? null, id: match[3]! } : null;
}

function standardOfKey(written: string, system: ManagementSystem, snapshot: Snapshot): Standard | undefined {
  const parts = partsOfKey(written);
  if (!parts) return undefined;
  const scoped = system.standards.find((one) => one.standard === parts.standard);
  return snapshot.catalog.edition(parts.standard, parts.edition ?? scoped?.edition);
}

function reportUnknown(decision: Decision, place: Place): Report {
  const { system, snapshot } = place;
  const parts = partsOfKey(decision.written);
  const standard = standardOfKey(decision.written, system, snapshot);
  if (!parts || !standard) {
    return {
      span: decision.keySpan,
      message: t(
        '{0} names no control. Write the standard, a colon and the id, as in {1}.',
        quoted(decision.written),
        quoted(exampleKey(system, snapshot)),
      ),
    };
  }
  const looked = lookUpId(parts.id, standard, snapshot.catalog);
  const old = looked.state === 'other-edition' ? looked.entry! : null;
  if (old && replaces(standard, snapshot.catalog.standard(old.standardKey)!, snapshot.catalog)) {
    const successors = successorsOf(old, standard, snapshot.catalog);
    return {
      span: decision.keySpan,
      message: `${t('{0} has no {1}.', shortName(standard), parts.id)} ${historySentence(old, successors, standard, snapshot.catalog)}`,
      fixes: replacements(successors, decision, place),
    };
  }
  const nearest = suggestEntries(parts.id, null, standard, snapshot.catalog).map(({ entry }) => entry);
  const advice =
    nearest.length > 0
      ? t('Did you mean {0}?', joinOr(nearest.map(withTitle)))
      : t('Correct the id, or remove the decision.');
  return {
    span: decision.keySpan,
    message: `${t('{0} has no {1}, so this decision counts for nothing.', shortName(standard), parts.id)} ${advice}`,
    fixes: replacements(nearest, decision, place),
  };
}

function exampleKey(system: ManagementSystem, snapshot: Snapshot): string {
  for (const scoped of system.standards) {
    const standard = snapshot.catalog.edition(scoped.standard, scoped.edition);
    const first = standard && snapshot.catalog.controls(standard.key)[0];
    if (first) return `${scoped.standard}:${first.id}`;
  }
  return 'standard:id';
}

/** A key that is taken already would give the control a second decision, so it is not offered. */
function replacements(entries: readonly CatalogEntry[], decision: Decision, place: Place): Fix[] {
  const free = entries.filter((entry) => !decisionOn(entry.key, place.system));
  return [...free.map((entry) => renameFix(decision, entry, place)), removeFix(decision, place)];
}

/** A decision on a control of a standard that `standards` does not list is not part of the statement. */
function checkScope(decision: Decision, place: Place): Report | null {
  const { system } = place;
  const { catalog } = place.snapshot;
  const entry = catalog.entry(decision.entryKey!);
  const standard = entry && catalog.standard(entry.standardKey);
  if (!entry || !standard || system.standards.length === 0) return null;
  if (isInScope(standard, system.standards, catalog)) return null;
  const scoped = system.standards.find((one) => one.standard === standard.standard);
  const newer = scoped && catalog.edition(scoped.standard, scoped.edition);
  if (newer && replaces(newer, standard, catalog)) {
    const successors = successorsOf(entry, newer, catalog);
    return {
      span: decision.keySpan,
      message: `${t(
        '{0} belongs to {1}, but this system works by {2}, so this decision counts for nothing.',
        withTitle(entry),
        shortName(standard),
        shortName(newer),
      )} ${historySentence(entry, successors, newer, catalog)}`,
      fixes: replacements(successors, decision, place),
    };
  }
  return {
    span: decision.keySpan,
    message: t(
      '{0} belongs to {1}, which is not among the standards of this system, so this decision counts for nothing. Add the standard above, or remove the decision.',
      withTitle(entry),
      shortName(standard),
    ),
    severity: 'warning',
    fixes: [removeFix(decision, place)],
  };
}
