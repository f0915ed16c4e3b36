/** A Statement of Applicability that calls itself approved without saying by whom or when. */

import { statusOf } from './support/decisions.js';
import { isPlaceholder } from './support/fields.js';
import { joinWords } from './support/wording.js';
import type { Rule } from './types.js';

export const approvalIncomplete: Rule = {
  code: 'approval-incomplete',
  defaultSeverity: 'warning',
  title: 'An approved Statement of Applicability without approver or approval date',
  checkSystem(system, _snapshot, report) {
    if (!system.status || statusOf(system) !== 'approved') return;
    const missing: string[] = [];
    if (isPlaceholder(system.approvedBy?.value ?? '')) missing.push('who approved it (approved_by)');
    // A date that is none is shown where it stands.
    if ((system.approved?.value.trim() ?? '') === '') missing.push('when (approved)');
    if (missing.length === 0) return;
    report({
      span: system.status.span,
      message:
        `This Statement of Applicability is approved, but it does not say ${joinWords(missing, 'or')}. ` +
        'An auditor asks for both: add what is missing, or set the status back to draft.',
    });
  },
};
