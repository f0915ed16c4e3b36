/** A document that a decision lists and that nobody can find. */

import { t } from '../l10n.js';
import { allDecisions } from '../soa/allDecisions.js';
import { isAddress, listedDocuments } from '../soa/listedDocuments.js';
import { statusOf } from './support/decisions.js';
import { quoted } from './support/wording.js';
import type { Report, Rule } from './types.js';

export const documentMissing: Rule = {
  code: 'document-missing',
  defaultSeverity: 'warning',
  title: 'A decision that lists a document which does not exist',
  checkSystem(system, snapshot, report) {
    if (statusOf(system) === 'retired') return;
    for (const decision of allDecisions(system)) {
      if (!decision.documents?.length) continue;
      for (const { written, path, isOutside, isFolder } of listedDocuments(decision, system, snapshot)) {
        if (isFolder) report({ span: written.span, ...describeFolder(written.value) });
        else if (path === null && !isOutside) report({ span: written.span, ...describe(written.value) });
      }
    }
  },
};

/** It counts, as a file does of which we know no more than its name. */
function describeFolder(text: string): Pick<Report, 'message' | 'severity'> {
  const message = t(
    '{0} is a folder. An auditor asks for the document itself: list the documents in it, by their paths or ids.',
    quoted(text),
  );
  return { message, severity: 'information' };
}

/** A path that leads nowhere is a mistake; a name may be that of a document which is kept elsewhere. */
function describe(text: string): Pick<Report, 'message' | 'severity'> {
  if (isAddress(text)) {
    const message = t(
      '{0} is no document of this workspace, so it does not count. Name it as a link under evidence.',
      quoted(text),
    );
    return { message, severity: 'information' };
  }
  if (/[\\/]|\.[a-z][a-z0-9]{1,7}$/i.test(text)) {
    return {
      message: t(
        'There is no file {0}. An auditor will ask to see this document. Correct the path, which begins at the folder of this file, or add the document.',
        text,
      ),
    };
  }
  return {
    message: t(
      'No document of this workspace has the id {0}, so this one does not count. Give the id that stands in the document, or its path; what is kept elsewhere can be named under evidence.',
      quoted(text),
    ),
    severity: 'information',
  };
}
