/** Runs the rules over one document or one management system: severities, silencing comments, order. */

import type { PolicyDocument, Suppression } from '../document.js';
import { t } from '../l10n.js';
import type { Settings, Severity } from '../settings.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { documentRules } from './documentRules.js';
import { ruleCodes } from './ruleCodes.js';
import { statementRules } from './statementRules.js';
import type { Finding, Report, Rule } from './types.js';
import { reportUnused, unusedSuppression } from './unused-suppression.js';

/**
 * All findings of one document, sorted by place. Rules that are switched off do not run; silenced findings are left out,
 * and comments that silenced nothing are findings themselves. Never throws: a rule that fails says so as a finding.
 */
export function checkDocument(
  document: PolicyDocument,
  snapshot: Snapshot,
  rules: readonly Rule[] = documentRules,
): Finding[] {
  const findings: Finding[] = [];
  const used: Used = new Map();
  for (const rule of rules) {
    if (!rule.checkDocument) continue;
    collect(rule, document.path, snapshot.settings, findings, (report) =>
      rule.checkDocument?.(document, snapshot, report, silencer(rule, document.suppressions, used)),
    );
  }
  return listenToComments(findings, document, used, snapshot);
}

/** All findings of one management system, at places in its soa.yaml; else like those of a document. */
export function checkSystem(
  system: ManagementSystem,
  snapshot: Snapshot,
  rules: readonly Rule[] = rulesOfSystems(),
): Finding[] {
  const findings: Finding[] = [];
  const suppressions = system.suppressions ?? [];
  const used: Used = new Map();
  for (const rule of rules) {
    if (!rule.checkSystem) continue;
    collect(rule, system.path, snapshot.settings, findings, (report) =>
      rule.checkSystem?.(system, snapshot, report, silencer(rule, suppressions, used)),
    );
  }
  return listenToComments(findings, { path: system.path, suppressions }, used, snapshot);
}

/** Those rules that look at statements; the list is made when the part of the program that holds them is there. */
function rulesOfSystems(): readonly Rule[] {
  ofSystems ??= [...documentRules, ...statementRules].filter((rule) => rule.checkSystem);
  return ofSystems;
}

let ofSystems: readonly Rule[] | null = null;

/** A document or soa.yaml with its silencing comments. */
type Commented = Pick<PolicyDocument, 'path' | 'suppressions'>;

/** The codes that each comment has silenced. */
type Used = Map<Suppression, Set<string>>;

/** For a rule that speaks of several places in one report: whether a comment silences it at a place. */
function silencer(rule: Rule, suppressions: readonly Suppression[], used: Used): (place: Span) => boolean {
  return ({ start }) => {
    const active = suppressions
      .slice(0, mostSuppressions)
      .filter(({ scope }) => scope.start <= start && start <= scope.end);
    return silences(active, rule.code, used);
  };
}

/** The findings that no comment silences, and those on comments that silence nothing, sorted by place. */
function listenToComments(findings: Finding[], subject: Commented, used: Used, snapshot: Snapshot): Finding[] {
  const loud = withoutSilenced(findings.sort(byPlace), subject.suppressions, used);
  collect(unusedSuppression, subject.path, snapshot.settings, loud, (report) =>
    checkSuppressions(subject, snapshot, used, report),
  );
  return loud.sort(byPlace);
}

/** The severity that a report of the rule has under the settings; null where the rule is switched off. */
export function severityOf(rule: Rule, report: Report | null, settings: Settings): Severity | null {
  const setting = settings.severities[rule.code];
  if (setting === 'off') return null;
  return setting ?? report?.severity ?? rule.defaultSeverity;
}

function collect(
  rule: Rule,
  path: string,
  settings: Settings,
  findings: Finding[],
  check: (report: (report: Report) => void) => void,
): void {
  if (severityOf(rule, null, settings) === null) return;
  const add = (report: Report) => {
    findings.push({ ...report, path, code: rule.code, severity: severityOf(rule, report, settings)! });
  };
  try {
    check(add);
  } catch (error) {
    // One broken rule must not silence the others, and must not be silent itself.
    const reason = error instanceof Error ? error.message : String(error);
    const message = t('The rule {0} could not check this file ({1}). Please report this as a bug.', rule.code, reason);
    findings.push({ span: { start: 0, end: 0 }, message, path, code: rule.code, severity: 'information' });
  }
}

/** A document with more comments than that is not written by a person; the rest of them is not listened to. */
const mostSuppressions = 2000;

/**
 * The findings that no comment silences. Both lists are walked through once in the order of the text.
 * @param findings sorted by place
 * @param used receives the codes that each suppression silenced
 */
function withoutSilenced(findings: readonly Finding[], suppressions: readonly Suppression[], used: Used): Finding[] {
  if (suppressions.length === 0) return [...findings];
  const waiting = suppressions.slice(0, mostSuppressions).sort((a, b) => a.scope.start - b.scope.start);
  let next = 0;
  let active: Suppression[] = [];
  return findings.filter((finding) => {
    const at = finding.span.start;
    while (next < waiting.length && waiting[next]!.scope.start <= at) active.push(waiting[next++]!);
    active = active.filter((suppression) => suppression.scope.end >= at);
    return !silences(active, finding.code, used);
  });
}

/** Whether one of the comments that hold for a place names the code, or none; those that do were of use. */
function silences(active: readonly Suppression[], code: string, used: Used): boolean {
  const silencing = active.filter(({ codes }) => codes.length === 0 || codes.includes(code));
  for (const suppression of silencing) used.set(suppression, (used.get(suppression) ?? new Set()).add(code));
  return silencing.length > 0;
}

/**
 * Codes of rules that are switched off are not called unused: they may be on elsewhere, in CI for example. One comment can
 * make several suppressions (codes that are enabled again at different places); it is judged as one.
 */
function checkSuppressions(
  subject: Commented,
  snapshot: Snapshot,
  used: ReadonlyMap<Suppression, ReadonlySet<string>>,
  report: (report: Report) => void,
): void {
  const comments = new Map<number, Suppression[]>();
  for (const suppression of subject.suppressions.slice(0, mostSuppressions)) {
    const { start } = suppression.span;
    comments.set(start, [...(comments.get(start) ?? []), suppression]);
  }
  for (const suppressions of comments.values()) {
    const [first] = suppressions;
    const codes = suppressions.flatMap((one) => one.codes);
    const isBare = codes.length === 0;
    const unused = suppressions.flatMap((one) =>
      one.codes.filter((code) => !used.get(one)?.has(code) && snapshot.settings.severities[code] !== 'off'),
    );
    if (isBare ? used.has(first!) : unused.length === 0) continue;
    const unknown = unused.filter((code) => !ruleCodes.includes(code));
    report(reportUnused({ ...first!, codes }, unused, unknown, subject.path, snapshot.textOf(subject.path)));
  }
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
