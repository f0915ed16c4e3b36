/** A soa.yaml that cannot be read as written, or a value in it that means nothing. */
import type { Rule } from './types.js';

export const malformedSoa: Rule = {
  code: 'malformed-soa',
  defaultSeverity: 'error',
  title: 'A soa.yaml, or a value in it, that cannot be read',
  checkSystem(system, _snapshot, report) {
    for (const problem of system.problems) {
      if (problem.rule === undefined)
        report({ span: problem.span, message: problem.detail, severity: problem.severity });
    }
  },
};
