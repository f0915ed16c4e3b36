/** Quick fixes of the findings at the cursor, ways to silence them, and one action for all fixes that leave no doubt. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { fixAll, quickFixes, silenceFixes } from '../../core/features/quickFixes.js';
import type { Finding } from '../../core/rules/types.js';
import { fixAllKind } from '../capabilities.js';
import { toDiagnostic, toQuickFix, toWorkspaceEdit } from '../convert.js';
import { offsetIn, type Session, type Subject } from '../session.js';

export function codeActions(session: Session, params: CodeActionParams): CodeAction[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const { only } = params.context;
  const wants = (kind: string) => !only || only.some((wanted) => kind === wanted || kind.startsWith(wanted + '.'));
  const findings = subject.workspace.findings(subject.path);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...fixesAt(session, subject, findings, params.range));
  // Without `only` the editor asks for its light bulb, where an action for the whole file would stand in the way.
  if (only && wants(fixAllKind)) actions.push(...fixesOfAll(session, subject, findings));
  return actions;
}

function fixesAt(
  session: Session,
  subject: Subject,
  findings: readonly Finding[],
  at: CodeActionParams['range'],
): CodeAction[] {
  const { snapshot, folder, document } = subject;
  const range = { start: offsetIn(subject, at.start), end: offsetIn(subject, at.end) };
  const diagnostics = new Map<Finding, Diagnostic>();
  const diagnosticOf = (finding: Finding) => {
    const known = diagnostics.get(finding) ?? toDiagnostic(finding, snapshot, folder, session.client);
    diagnostics.set(finding, known);
    return known;
  };
  const touched = findings.filter(({ span }) => span.start <= range.end && span.end >= range.start);
  const text = snapshot.textOf(subject.path) ?? '';
  const silencing = document ? touched.flatMap((finding) => silenceFixes(finding, document, text)) : [];
  return [...quickFixes(findings, range), ...silencing].map((fix) => {
    return toQuickFix(fix, diagnosticOf(fix.finding), snapshot, folder, session.client);
  });
}

function fixesOfAll(session: Session, { snapshot, folder }: Subject, findings: readonly Finding[]): CodeAction[] {
  const edits = fixAll(findings);
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(edits, snapshot, folder, session.client);
  return [{ title: 'Fix all Clausemark problems that leave no doubt', kind: fixAllKind, edit }];
}
