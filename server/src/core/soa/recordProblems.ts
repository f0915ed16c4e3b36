/** What is wrong with a statement as a whole: what its file says in vain, and what its head says that is not so. */
import { approvalIncomplete } from '../rules/approval-incomplete.js';
import { changedSinceApproval } from '../rules/changed-since-approval.js';
import { emptyFolder } from '../rules/empty-folder.js';
import { reviewOverdue } from '../rules/review-overdue.js';
import type { Report, Rule } from '../rules/types.js';
import { unknownDecision } from '../rules/unknown-decision.js';
import { versionNotRaised } from '../rules/version-not-raised.js';
import type { Snapshot } from '../snapshot.js';
import { lineAt } from '../text.js';
import type { StatementProblem } from './modelTypes.js';
import type { ManagementSystem } from './types.js';

/**
 * The rules that speak of no row of the statement: without them a pane or an export would call approved what was changed
 * since, and would say nothing of decisions that stand in no row.
 */
const rules: readonly Rule[] = [
  unknownDecision,
  changedSinceApproval,
  approvalIncomplete,
  versionNotRaised,
  reviewOverdue,
  emptyFolder,
];

/**
 * The problems of the text and what the rules say of the statement as a whole, by place. Settings and silencing comments do not
 * count: they are about what is reported to the author, and this is what the record is.
 */
export function recordProblems(system: ManagementSystem, snapshot: Snapshot): StatementProblem[] {
  const found: Omit<StatementProblem, 'line'>[] = system.problems.flatMap(({ detail, severity, span }) =>
    severity === 'information' ? [] : [{ text: detail, severity, span }],
  );
  for (const rule of rules) {
    const report = ({ message, span, severity = rule.defaultSeverity }: Report) => {
      found.push({ text: message, severity: severity === 'error' ? 'error' : 'warning', span });
    };
    rule.checkSystem?.(system, snapshot, report, () => false);
  }
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .map((problem) => ({ ...problem, line: lineAt(system.lineStarts, problem.span.start) + 1 }));
}
