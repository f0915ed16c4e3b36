/** A Statement of Applicability that calls itself approved without saying by whom or when. */
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import { statusOf } from './support/decisions.js';
import { isPlaceholder } from './support/fields.js';
import { soaFix } from './support/soaFix.js';
import { joinWords } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const approvalIncomplete: Rule = {
  code: 'approval-incomplete',
  defaultSeverity: 'warning',
  title: 'An approved Statement of Applicability without approver or approval date',
  checkSystem(system, snapshot, report) {
    if (!system.status || statusOf(system) !== 'approved') return;
    const missing: string[] = [];
    if (isPlaceholder(system.approvedBy?.value ?? '')) missing.push('who approved it (approved_by)');
    // A date that is none is shown where it stands.
    const hasDate = (system.approved?.value.trim() ?? '') !== '';
    if (!hasDate) missing.push('when (approved)');
    if (missing.length === 0) return;
    report({
      span: system.status.span,
      message:
        `This Statement of Applicability is approved, but it does not say ${joinWords(missing, 'or')}. ` +
        'An auditor asks for both: add what is missing, or set the status back to draft.',
      fixes: fixes(hasDate, system, snapshot),
    });
  },
};

function fixes(hasDate: boolean, system: ManagementSystem, snapshot: Snapshot): Fix[] {
  const place = { system, snapshot };
  const draft = { kind: 'header', field: 'status', value: 'draft' } as const;
  const today = { kind: 'header', field: 'approved', value: snapshot.today } as const;
  return [
    ...(hasDate ? [] : [soaFix(`Set the approval date to today, ${snapshot.today}`, [today], place)]),
    soaFix('Set the status back to draft', [draft], place),
  ];
}
