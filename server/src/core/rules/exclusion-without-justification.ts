/** A control that is excluded without a word on why. */
import { t } from '../l10n.js';
import { excludedControls, hasJustification, isBeingWritten } from './support/decisions.js';
import { emptyFieldFix } from './support/soaFix.js';
import { withTitleAndStandard } from './support/wording.js';
import type { Rule } from './types.js';

export const exclusionWithoutJustification: Rule = {
  code: 'exclusion-without-justification',
  defaultSeverity: 'warning',
  title: 'An excluded control without a justification',
  checkSystem(system, snapshot, report) {
    const severity = isBeingWritten(system) ? 'information' : undefined;
    for (const { decision, entry } of excludedControls(system, snapshot)) {
      if (hasJustification(decision)) continue;
      report({
        span: decision.keySpan,
        message: t(
          '{0} is excluded without a justification. The Statement of Applicability has to say why a control does not apply: add a justification.',
          withTitleAndStandard(entry, snapshot.catalog),
        ),
        severity,
        fixes: [emptyFieldFix(t('Add a justification to fill in'), decision, 'justification', { system, snapshot })],
      });
    }
  },
};
