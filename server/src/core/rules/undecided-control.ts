/** A control of a standard in scope on which the Statement of Applicability does not decide. */
import type { CatalogEntry } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { normaliseStatus } from './support/fields.js';
import { requiredControls, standardOf } from './support/scope.js';
import { countOf, joinSome, shortName, shortNameOf, withTitle } from './support/wording.js';
import type { Fix, Report, Rule } from './types.js';

export const undecidedControl: Rule = {
  code: 'undecided-control',
  defaultSeverity: 'warning',
  title: 'A control on which the Statement of Applicability does not decide',
  checkSystem(system, snapshot, report) {
    const isApproved = normaliseStatus(system.status?.value ?? '') === 'approved';
    for (const decision of system.decisions) {
      const entry = decision.entryKey ? snapshot.catalog.entry(decision.entryKey) : undefined;
      if (!entry || decision.applicable.value !== 'undecided') continue;
      report({
        span: decision.keySpan,
        message:
          `It is not decided whether ${withTitle(entry)} of ${shortNameOf(entry, snapshot.catalog)} applies` +
          `${isApproved ? ', although this Statement of Applicability is approved' : ''}. ` +
          'Set applicable to true or false and say why.',
        severity: isApproved ? undefined : 'information',
      });
    }
    for (const scoped of system.standards) {
      const found = checkMissing(scoped, system, snapshot, isApproved);
      if (found) report(found);
    }
  },
};

function checkMissing(
  scoped: ScopedStandard & { readonly span: Span },
  system: ManagementSystem,
  snapshot: Snapshot,
  isApproved: boolean,
): Report | null {
  const standard = standardOf(scoped, snapshot.catalog);
  const required = requiredControls(scoped, snapshot.catalog);
  const decided = new Set(system.decisions.map((decision) => decision.entryKey));
  const missing = required.filter((entry) => !decided.has(entry.key));
  if (!standard || missing.length === 0) return null;
  const names =
    missing.length === 1
      ? withTitle(missing[0]!)
      : joinSome(
          missing.map((entry) => entry.id),
          8,
        );
  return {
    span: scoped.span,
    message:
      `The Statement of Applicability has to list all ${countOf(required.length, 'control')} of ${shortName(standard)}; ` +
      `${missing.length} ${missing.length === 1 ? 'is' : 'are'} missing: ${names}. Add each with a decision and the reason.`,
    severity: isApproved ? undefined : 'information',
    fixes: addMissing(missing, standard.standard, system, snapshot),
  };
}

/** Writes the missing controls as undecided entries at the end of the decisions, for a person to decide. */
function addMissing(
  missing: readonly CatalogEntry[],
  standard: string,
  system: ManagementSystem,
  snapshot: Snapshot,
): Fix[] {
  const text = snapshot.textOf(system.path);
  if (text === null) return [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentOfDecisions(text, system);
  const entries = missing.map(
    (entry) => `${indent}${standard}:${entry.id}:${eol}${indent}${indent}applicable: undecided`,
  );
  const body = (system.controlsSpan ? '' : `controls:${eol}`) + entries.join(eol);
  const at = system.controlsSpan?.end ?? text.length;
  const startsLine = at === 0 || /[\r\n]/.test(text[at - 1]!);
  const endsLine = /[\r\n]/.test(text[at] ?? '');
  const newText = (startsLine ? '' : eol) + body + (startsLine || !endsLine ? eol : '');
  return [
    {
      title: `Add the ${countOf(missing.length, 'missing control')} as undecided`,
      edits: [{ path: system.path, span: { start: at, end: at }, newText }],
    },
  ];
}

function indentOfDecisions(text: string, system: ManagementSystem): string {
  const first = system.decisions[0];
  if (!first) return '  ';
  const lineStart = text.lastIndexOf('\n', first.keySpan.start) + 1;
  const indent = text.slice(lineStart, first.keySpan.start);
  return /^ +$/.test(indent) ? indent : '  ';
}
