/** A control that a supplier runs, at least in part, without saying which. */
import { t } from '../l10n.js';
import { lacksSupplier } from '../soa/asked.js';
import { applicableControls } from './support/decisions.js';
import { emptyFieldFix } from './support/soaFix.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const supplierMissing: Rule = {
  code: 'supplier-missing',
  defaultSeverity: 'information',
  title: 'A shared or inherited control that names no supplier',
  checkSystem(system, snapshot, report) {
    for (const { decision, entry } of applicableControls(system, snapshot)) {
      const { model } = decision;
      if (!model || !lacksSupplier(decision)) continue;
      report({
        span: model.span,
        message: `${
          model.value === 'shared'
            ? t('{0} is shared with a supplier, and it is not said which.', withTitle(entry))
            : t('{0} is inherited from a supplier, and it is not said which.', withTitle(entry))
        } ${t('An auditor asks for the contract and the proof that the supplier does its part.')}`,
        fixes: [emptyFieldFix(t('Add a supplier to fill in'), decision, 'supplier', { system, snapshot })],
      });
    }
  },
};
