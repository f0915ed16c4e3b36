/** A folder that the management system covers and in which there is no document. */
import { t } from '../l10n.js';
import { isInFolder } from '../soa/coveredFolders.js';
import { statusOf } from './support/decisions.js';
import { quoted } from './support/wording.js';
import type { Rule } from './types.js';

export const emptyFolder: Rule = {
  code: 'empty-folder',
  defaultSeverity: 'warning',
  title: 'A folder of the management system without any document',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const { value, span, path } of system.folders ?? []) {
      if (path === null || hasDocument(path, snapshot.documents.keys())) continue;
      report({
        span,
        message: t(
          'There is no document in {0}, so it covers nothing. Correct the path, which begins at the folder of this file, or take it out of the list.',
          quoted(value),
        ),
      });
    }
  },
};

function hasDocument(folder: string, paths: Iterable<string>): boolean {
  for (const path of paths) if (isInFolder(path, folder)) return true;
  return false;
}
