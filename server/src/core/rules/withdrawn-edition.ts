/** A management system that works by an edition which has been replaced. */
import { t } from '../l10n.js';
import { statusOf } from './support/decisions.js';
import { replacementOf } from './support/editions.js';
import { standardOf } from './support/scope.js';
import { shortName } from './support/wording.js';
import type { Rule } from './types.js';

export const withdrawnEdition: Rule = {
  code: 'withdrawn-edition',
  defaultSeverity: 'information',
  title: 'A management system that works by an edition which has been replaced',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const scoped of system.standards) {
      const standard = standardOf(scoped, snapshot.catalog);
      const newer = standard && replacementOf(standard, snapshot.catalog);
      if (!standard || !newer) continue;
      report({
        span: scoped.span,
        message: t(
          'This Statement of Applicability works by {0}, which was replaced by {1}. A certificate by the older edition ends with the transition period: plan the change. “clausemark migrate” moves the decisions and the tags of the documents.',
          shortName(standard),
          shortName(newer),
        ),
      });
    }
  },
};
