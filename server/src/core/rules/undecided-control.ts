/** A control of which the Statement of Applicability says that nobody has decided on it. */

import { t } from '../l10n.js';
import { decidedControls, statusOf } from './support/decisions.js';
import { decideFix } from './support/soaFix.js';
import { withTitleAndStandard } from './support/wording.js';
import type { Rule } from './types.js';

export const undecidedControl: Rule = {
  code: 'undecided-control',
  defaultSeverity: 'warning',
  title: 'A control on which the Statement of Applicability does not decide',
  checkSystem(system, snapshot, report) {
    const isApproved = statusOf(system) === 'approved';
    const place = { system, snapshot };
    // Of a word that decides nothing, malformed-soa speaks.
    const unread = new Set(system.problems.map(({ span }) => span.start));
    for (const { decision, entry, isInRole } of decidedControls(system, snapshot)) {
      if (decision.applicable.value !== 'undecided' || !isInRole) continue;
      if (unread.has(decision.applicable.span.start)) continue;
      const name = withTitleAndStandard(entry, snapshot.catalog);
      report({
        span: decision.keySpan,
        message: `${
          isApproved
            ? t('It is not decided whether {0} applies, although this Statement of Applicability is approved.', name)
            : t('It is not decided whether {0} applies.', name)
        } ${t('Set applicable to true or false and say why.')}`,
        severity: isApproved ? undefined : 'information',
        fixes: [decideFix(entry, decision, true, place), decideFix(entry, decision, false, place)],
      });
    }
  },
};
