/** A Statement of Applicability that calls itself approved without saying by whom or when. */
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import { statusOf } from './support/decisions.js';
import { isPlaceholder } from './support/fields.js';
import { soaFix } from './support/soaFix.js';
import type { Fix, Rule } from './types.js';

export const approvalIncomplete: Rule = {
  code: 'approval-incomplete',
  defaultSeverity: 'warning',
  title: 'An approved Statement of Applicability without approver or approval date',
  checkSystem(system, snapshot, report) {
    if (!system.status || statusOf(system) !== 'approved') return;
    const hasApprover = !isPlaceholder(system.approvedBy?.value ?? '');
    // A date that is none is shown where it stands.
    const hasDate = (system.approved?.value.trim() ?? '') !== '';
    if (hasApprover && hasDate) return;
    report({
      span: system.status.span,
      message: messageOf(hasApprover, hasDate),
      fixes: fixes(hasDate, system, snapshot),
    });
  },
};

function messageOf(hasApprover: boolean, hasDate: boolean): string {
  const missing = hasApprover
    ? t('This Statement of Applicability is approved, but it does not say when (approved).')
    : hasDate
      ? t('This Statement of Applicability is approved, but it does not say who approved it (approved_by).')
      : t(
          'This Statement of Applicability is approved, but it does not say who approved it (approved_by) or when (approved).',
        );
  return `${missing} ${t('An auditor asks for both: add what is missing, or set the status back to draft.')}`;
}

function fixes(hasDate: boolean, system: ManagementSystem, snapshot: Snapshot): Fix[] {
  const place = { system, snapshot };
  const draft = { kind: 'header', field: 'status', value: 'draft' } as const;
  const today = { kind: 'header', field: 'approved', value: snapshot.today } as const;
  return [
    ...(hasDate ? [] : [soaFix(t('Set the approval date to today, {0}', snapshot.today), [today], place)]),
    soaFix(t('Set the status back to draft'), [draft], place),
  ];
}
