/** An applicable control that does not say what made the organisation choose it, in a file whose other controls do. */
import { t } from '../l10n.js';
import { withoutDriver } from '../soa/asked.js';
import { hasJustification } from './support/decisions.js';
import { emptyFieldFix } from './support/soaFix.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const inclusionWithoutDriver: Rule = {
  code: 'inclusion-without-driver',
  defaultSeverity: 'information',
  title: 'An applicable control that names no driver while the others do',
  checkSystem(system, snapshot, report) {
    for (const { decision, entry } of withoutDriver(system, snapshot)) {
      report({
        span: decision.keySpan,
        message: `${
          !hasJustification(decision)
            ? t('{0} is applicable, but neither a driver nor a justification is stated.', withTitle(entry))
            : t('{0} is applicable, but no driver is stated.', withTitle(entry))
        } ${t('An auditor asks why it was chosen: name the risk, law, contract or need behind it.')}`,
        fixes: [emptyFieldFix(t('Add drivers to fill in'), decision, 'drivers', { system, snapshot })],
      });
    }
  },
};
