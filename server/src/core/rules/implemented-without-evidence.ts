/** An implemented control without evidence, in a file whose other implemented controls name theirs. */
import { t } from '../l10n.js';
import { withoutEvidence } from '../soa/asked.js';
import { emptyFieldFix } from './support/soaFix.js';
import { withTitle } from './support/wording.js';
import type { Rule } from './types.js';

export const implementedWithoutEvidence: Rule = {
  code: 'implemented-without-evidence',
  defaultSeverity: 'information',
  title: 'An implemented control that names no evidence while the others do',
  checkSystem(system, snapshot, report) {
    for (const { decision, entry } of withoutEvidence(system, snapshot)) {
      report({
        span: decision.status!.span,
        message: t(
          '{0} is said to be implemented, but no evidence is named. An auditor asks for proof that it works: name the record that shows it, or correct the status.',
          withTitle(entry),
        ),
        fixes: [emptyFieldFix(t('Add evidence to fill in'), decision, 'evidence', { system, snapshot })],
      });
    }
  },
};
