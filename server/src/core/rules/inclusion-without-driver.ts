/** An applicable control that does not say what made the organisation choose it, in a file whose other controls do. */
import { t } from '../l10n.js';
import type { Decision } from '../soa/types.js';
import { applicableControls, hasJustification, isHabit } from './support/decisions.js';
import { emptyFieldFix } from './support/soaFix.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const inclusionWithoutDriver: Rule = {
  code: 'inclusion-without-driver',
  defaultSeverity: 'information',
  title: 'An applicable control that names no driver while the others do',
  checkSystem(system, snapshot, report) {
    const controls = applicableControls(system, snapshot);
    const namesDrivers = isHabit(controls, ({ decision }) => hasDriver(decision));
    const givesReasons = isHabit(controls, ({ decision }) => hasDriver(decision) || hasJustification(decision));
    for (const { decision, entry } of controls) {
      if (hasDriver(decision)) continue;
      const isWithoutReason = !hasJustification(decision);
      if (!namesDrivers && !(givesReasons && isWithoutReason)) continue;
      report({
        span: decision.keySpan,
        message: `${
          isWithoutReason
            ? t('{0} is applicable, but neither a driver nor a justification is stated.', withTitle(entry))
            : t('{0} is applicable, but no driver is stated.', withTitle(entry))
        } ${t('An auditor asks why it was chosen: name the risk, law, contract or need behind it.')}`,
        fixes: [emptyFieldFix(t('Add drivers to fill in'), decision, 'drivers', { system, snapshot })],
      });
    }
  },
};

function hasDriver(decision: Decision): boolean {
  return decision.drivers.length > 0;
}
