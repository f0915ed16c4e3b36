/** Evidence of a control in operation that holds no longer: past the time it states, or simply old. */
import { t } from '../l10n.js';
import { type StaleEvidence, staleEvidence } from '../soa/freshness.js';
import { applicableControls, type DecidedControl } from './support/decisions.js';
import { quoted, withTitle } from './support/wording.js';
import type { Report, Rule } from './types.js';

export const evidenceStale: Rule = {
  code: 'evidence-stale',
  defaultSeverity: 'information',
  title: 'Evidence that is past its time, or more than a year old',
  checkSystem(system, snapshot, report) {
    for (const control of applicableControls(system, snapshot)) {
      const status = control.decision.status?.value;
      if (status !== 'implemented' && status !== 'partial') continue;
      const stale = staleEvidence(control.decision.evidence, snapshot.today);
      for (const one of stale) {
        if (one.until !== null) report(reportPast(one, one.until, stale.length, control));
        else report(reportOld(one, control));
      }
    }
  },
};

/** Where nothing is left that holds, an auditor has nothing to look at; else one proof among several is to be renewed. */
function reportPast({ evidence }: StaleEvidence, until: string, count: number, control: DecidedControl): Report {
  const { decision, entry } = control;
  const isLast = count === decision.evidence.length;
  return {
    span: (evidence.validUntil ?? evidence.valid ?? evidence).span,
    message: `${
      isLast
        ? t('{0} proved {1} until {2}, and nothing else does since.', quoted(evidence.value), withTitle(entry), until)
        : t('{0} proved {1} until {2}.', quoted(evidence.value), withTitle(entry), until)
    } ${t('Name newer evidence, or take it out of the list.')}`,
    severity: isLast ? 'warning' : undefined,
  };
}

function reportOld({ evidence }: StaleEvidence, { entry }: DecidedControl): Report {
  return {
    span: evidence.date!.span,
    message: t(
      'The newest evidence for {0} is of {1}, more than a year ago. Surveillance audits look at the last twelve months: name newer evidence, or check that the control still works.',
      withTitle(entry),
      evidence.date!.value,
    ),
  };
}
