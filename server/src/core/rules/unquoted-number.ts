/** A control number in YAML that other tools read as another control: 5.10 without quotes is the number 5.1. */

import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { lookUp } from './support/lookup.js';
import { quoted } from './support/wording.js';
import type { Rule } from './types.js';

export const unquotedNumber: Rule = {
  code: 'unquoted-number',
  defaultSeverity: 'warning',
  title: 'An unquoted number in YAML that other tools read as another control',
  checkDocument(document, snapshot, report) {
    for (const reference of document.references) {
      if (!reference.isUnquotedNumber) continue;
      const written = reference.text.trim();
      const readAs = numberOf(written);
      if (readAs === null) continue;
      report({
        span: reference.span,
        message: messageOf(written, readAs, reference, snapshot),
        fixes: [
          {
            title: t('Put quotes round {0}', written),
            edits: [quoteEdit(document, reference, written)],
            isPreferred: true,
          },
        ],
      });
    }
  },
};

/** What YAML makes of the characters; null where nothing is lost (5.15 stays 5.15). */
function numberOf(written: string): string | null {
  const match = /^(\d+)\.(\d*?)0+$/.exec(written);
  if (!match) return null;
  return match[2] === '' ? match[1]! : `${match[1]}.${match[2]}`;
}

function messageOf(written: string, readAs: string, reference: Reference, snapshot: Snapshot): string {
  const looked = lookUp(reference, snapshot.catalog)[0];
  const named = looked?.entry ? `${written} (${looked.entry.title})` : written;
  const prefix = /^[A-Z]\./.exec(reference.id)?.[0] ?? '';
  const other = looked && snapshot.catalog.find(looked.standard.key, prefix + readAs);
  const lead = other
    ? t('Without quotes, YAML reads {0} as the number {1}, which is {2}.', named, readAs, quoted(other.title))
    : t('Without quotes, YAML reads {0} as the number {1}.', named, readAs);
  return `${lead} ${t('We read it as written; other tools do not. Put it in quotes.')}`;
}

function quoteEdit(document: PolicyDocument, reference: Reference, written: string) {
  return { path: document.path, span: reference.span, newText: `"${written}"` };
}
