/** Fixes for findings: those at a place, and all that may be applied without asking. */

import type { Finding, Fix, TextEdit } from '../rules/types.js';
import type { Span } from '../text.js';

/** A fix together with the finding that it puts right. */
export interface QuickFix extends Fix {
  readonly finding: Finding;
}

/**
 * The fixes of the findings that a range touches, preferred ones first. Costly ones are not made yet: their edits are made
 * when asked for, and may turn out to be none.
 */
export function quickFixes(findings: readonly Finding[], range: Span): QuickFix[] {
  const fixes: QuickFix[] = [];
  for (const finding of findings) {
    if (finding.span.start > range.end || finding.span.end < range.start) continue;
    for (const fix of finding.fixes ?? []) fixes.push(withFinding(fix, finding));
  }
  return fixes.sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false));
}

/** The fix with its finding; what is made when asked for stays so. */
function withFinding(fix: Fix, finding: Finding): QuickFix {
  const { title, isPreferred, isCostly, newDocument } = fix;
  return {
    title,
    isPreferred,
    isCostly,
    newDocument,
    finding,
    get edits() {
      return fix.edits;
    },
  };
}

/**
 * The edits of all preferred fixes of warnings and errors, in the order of the text and free of overlaps. What is said for
 * information only may be meant as it stands. Fixes that would touch the same characters in different ways are left for the
 * next run, when the first of them has been applied.
 */
export function fixAll(findings: readonly Finding[]): TextEdit[] {
  const accepted: TextEdit[] = [];
  for (const finding of findings) {
    const isGrave = finding.severity === 'error' || finding.severity === 'warning';
    const fix = isGrave ? finding.fixes?.find((one) => one.isPreferred) : undefined;
    if (!fix) continue;
    const edits = fix.edits.filter((edit) => !accepted.some((other) => isSameEdit(edit, other)));
    if (edits.every((edit) => !accepted.some((other) => overlaps(edit, other)))) accepted.push(...edits);
  }
  return accepted.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}

function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && a.newText === b.newText && a.span.start === b.span.start && a.span.end === b.span.end;
}

/** Two insertions at one place overlap, too: nobody says which comes first. */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  if (a.path !== b.path) return false;
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
