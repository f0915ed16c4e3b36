/** A control on which the Statement of Applicability decides twice. */
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import type { DuplicateDecision, ManagementSystem } from '../soa/types.js';
import { withTitle } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const duplicateDecision: Rule = {
  code: 'duplicate-decision',
  defaultSeverity: 'error',
  title: 'A control on which the Statement of Applicability decides twice',
  checkSystem(system, snapshot, report) {
    for (const duplicate of system.duplicates ?? []) {
      const { first, keySpan, written } = duplicate;
      const entry = first.entryKey === null ? undefined : snapshot.catalog.entry(first.entryKey);
      report({
        span: keySpan,
        message: t(
          '{0} has a decision further up already, and that one counts. An auditor must not find two answers: keep one of them.',
          entry ? withTitle(entry) : written,
        ),
        related: [{ path: system.path, span: first.keySpan, message: t('The first decision stands here.') }],
        fixes: removal(duplicate, system, snapshot),
      });
    }
  },
};

/** Takes away the lines of the second decision, where nothing else stands on them. */
function removal({ span, written }: DuplicateDecision, system: ManagementSystem, snapshot: Snapshot): Fix[] {
  const text = snapshot.textOf(system.path);
  if (text === null) return [];
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const rest = /^[ \t]*(?:\r\n|\n|$)/.exec(text.slice(span.end, span.end + 200));
  if (!rest || /\S/.test(text.slice(start, span.start))) return [];
  const edits = [{ path: system.path, span: { start, end: span.end + rest[0].length }, newText: '' }];
  return [{ title: t('Remove the second decision on {0}', written), edits }];
}
