/** Evidence that names a file which is not there. */

import { t } from '../l10n.js';
import { allDecisions } from '../soa/allDecisions.js';
import { evidencePlace, isCertainlyFile } from '../soa/evidence.js';
import { folderOfPattern } from '../soa/paths.js';
import { statusOf } from './support/decisions.js';
import type { Rule } from './types.js';

export const evidenceMissing: Rule = {
  code: 'evidence-missing',
  defaultSeverity: 'warning',
  title: 'Evidence that names a file which does not exist',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    const decisions = allDecisions(system);
    for (const evidence of decisions.flatMap((decision) => decision.evidence)) {
      const { path, exists } = evidencePlace(evidence, system.folder, snapshot);
      if (exists !== false || path === null) continue;
      report({
        span: evidence.span,
        message: path.includes('*')
          ? t(
              'There is no folder {0} for {1}. An auditor will ask to see this evidence: correct the path, or add the files. Paths begin at the folder of this file.',
              folderOfPattern(path),
              path,
            )
          : t(
              'There is no file {0}. An auditor will ask to see this evidence: correct the path, or add the file. Paths begin at the folder of this file.',
              path,
            ),
        severity: isCertainlyFile(evidence) ? undefined : 'information',
      });
    }
  },
};
