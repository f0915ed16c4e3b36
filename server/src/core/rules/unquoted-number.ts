/** A control number in YAML that other tools read as another control: 5.10 without quotes is the number 5.1. */
import type { PolicyDocument, Reference } from '../document.js';
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
            title: `Put quotes round ${written}`,
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
  const meant = looked?.entry ? ` (${looked.entry.title})` : '';
  const prefix = /^[A-Z]\./.exec(reference.id)?.[0] ?? '';
  const other = looked && snapshot.catalog.find(looked.standard.key, prefix + readAs);
  return (
    `Without quotes, YAML reads ${written}${meant} as the number ${readAs}` +
    `${other ? `, which is ${quoted(other.title)}` : ''}. We read it as written; other tools do not. Put it in quotes.`
  );
}

function quoteEdit(document: PolicyDocument, reference: Reference, written: string) {
  return { path: document.path, span: reference.span, newText: `"${written}"` };
}
