/** Fixes for findings: those at a place, and all that may be applied without asking. */

import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { lineSpanAt } from '../rules/support/source.js';
import type { Finding, Fix, TextEdit } from '../rules/types.js';
import { allDecisions } from '../soa/allDecisions.js';
import type { ManagementSystem } from '../soa/types.js';
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

/** Fixes that silence a finding of a document with a comment: for its line, where one can stand there, and for the file. */
export function silenceFixes(finding: Finding, document: PolicyDocument, text: string): QuickFix[] {
  const { frontMatter, path, lineEnding } = document;
  const line = lineSpanAt(document, finding.span.start);
  const isInFrontMatter = frontMatter !== null && isWithin(finding.span, frontMatter.contentSpan);
  // A comment between two rows would end the table, and JSON knows no comments.
  const isTableRow = document.references.some((one) => one.where === 'table' && isWithin(one.span, line));
  const fixes: QuickFix[] = [];
  if (isInFrontMatter ? frontMatter.container !== 'json' : !isTableRow && line.start >= (frontMatter?.span.end ?? 0)) {
    const words = `clausemark-disable-next-line ${finding.code}`;
    const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))![0];
    const newText = `${indent}${isInFrontMatter ? `# ${words}` : `<!-- ${words} -->`}${lineEnding}`;
    const edits = [{ path, span: { start: line.start, end: line.start }, newText }];
    fixes.push({ title: t('Silence {0} on this line', finding.code), edits, finding });
  }
  const at = frontMatter ? lineSpanAt(document, frontMatter.span.end).end : 0;
  const isNewLine = at === 0 || /[\r\n]/.test(text[at - 1] ?? '');
  const newText = `${isNewLine ? '' : lineEnding}<!-- clausemark-disable-file ${finding.code} -->${lineEnding}`;
  const edits = [{ path, span: { start: at, end: at }, newText }];
  fixes.push({ title: t('Silence {0} in this file', finding.code), edits, finding });
  return fixes;
}

/** The same for a finding of a soa.yaml: for the control it stands in (else for its line), and for the file. */
export function silenceSystemFixes(finding: Finding, system: ManagementSystem, text: string): QuickFix[] {
  const { path } = system;
  const lineEnding = text.includes('\r\n') ? '\r\n' : '\n';
  const decision = allDecisions(system).find((one) => isWithin(finding.span, one.span));
  const line = lineSpanAt(system, (decision?.keySpan ?? finding.span).start);
  const indent = /^ */.exec(text.slice(line.start, line.end))![0];
  const insert = (at: number, words: string) => [
    { path, span: { start: at, end: at }, newText: `${words} ${finding.code}${lineEnding}` },
  ];
  return [
    {
      title: decision
        ? t('Silence {0} for {1}', finding.code, decision.written)
        : t('Silence {0} on this line', finding.code),
      edits: insert(line.start, `${indent}# clausemark-disable-next-line`),
      finding,
    },
    {
      title: t('Silence {0} in this file', finding.code),
      edits: insert(startOfText(text), '# clausemark-disable-file'),
      finding,
    },
  ];
}

/** Behind the byte order mark, if there is one. */
function startOfText(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
