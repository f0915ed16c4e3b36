/** A soa.yaml that cannot be read as written, or a value in it that means nothing. */
import { t } from '../l10n.js';
import type { Rule } from './types.js';

export const malformedSoa: Rule = {
  code: 'malformed-soa',
  defaultSeverity: 'error',
  title: 'A soa.yaml, or a value in it, that cannot be read',
  checkSystem(system, _snapshot, report) {
    for (const { span, detail, severity, rule, meant } of system.problems) {
      if (rule !== undefined) continue;
      const edits = [{ path: system.path, span, newText: meant ?? '' }];
      const fixes = meant === undefined ? [] : [{ title: t('Replace with {0}', meant), edits, isPreferred: true }];
      report({ span, message: detail, severity, fixes });
    }
  },
};
