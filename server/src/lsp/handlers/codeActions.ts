/** Quick fixes of the findings at the cursor, ways to silence them, one action for all fixes that leave no doubt, refactorings. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import { newDocumentText, pathOfNew, proposeDocument } from '../../core/documentTypes/newDocument.js';
import { fixAll, type QuickFix, quickFixes } from '../../core/features/quickFixes.js';
import { refactorings } from '../../core/features/refactorings.js';
import { silenceFixes, silenceSystemFixes } from '../../core/features/silence.js';
import { t } from '../../core/l10n.js';
import type { Finding, WantedDocument } from '../../core/rules/types.js';
import { createDocumentCommand, type WantedDocumentMessage } from '../../protocol.js';
import { fixAllKind } from '../capabilities.js';
import { makingFile, toCodeAction, toDiagnostic, toQuickFix, toWorkspaceEdit } from '../convert.js';
import { offsetIn, type Session, type Subject } from '../session.js';

export function codeActions(session: Session, params: CodeActionParams): CodeAction[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const { only, triggerKind } = params.context;
  const wants = (kind: string) =>
    !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(wanted + '.'));
  const findings = subject.workspace.findings(subject.path);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...fixesAt(session, subject, findings, params.range));
  // The light bulb that an editor shows by itself is for findings; who asks gets everything.
  const isAsked = triggerKind !== CodeActionTriggerKind.Automatic;
  if (isAsked && wantsRefactoring(only)) {
    actions.push(...refactoringsAt(session, subject, params.range).filter(({ kind }) => wants(kind!)));
  }
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
  const system = snapshot.systems.find(({ path }) => path === subject.path);
  // The text is read again for each comment before it is offered: for the findings at a cursor, not for those of a whole file.
  const few = touched.slice(0, Math.min(mostSilenced, Math.ceil(mostReadAgain / (text.length + 1))));
  const silencing = few.flatMap((finding) => {
    if (document) return silenceFixes(finding, document, text, snapshot);
    return system ? silenceSystemFixes(finding, system, text) : [];
  });
  return [...quickFixes(findings, range), ...withoutRepeats(silencing)].flatMap((fix) => {
    const diagnostic = diagnosticOf(fix.finding);
    if (fix.newDocument) return creationOf(fix, fix.newDocument, diagnostic, session, subject);
    if (fix.isCostly && session.client.resolvesActions) {
      const data: ActionData = {
        uri: folder.uriOf(subject.path),
        position: diagnostic.range.start,
        code: fix.finding.code,
      };
      return { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], data };
    }
    return fix.edits.length > 0 ? toQuickFix(fix, diagnostic, snapshot, folder, session.client) : [];
  });
}

/** Who selects a whole file asks for no menu of fifty comments. */
const mostSilenced = 12;

/** In characters, of all texts that are read to silence findings. */
const mostReadAgain = 1_000_000;

/** One comment silences all findings of its rule in a line or file. */
function withoutRepeats(fixes: readonly QuickFix[]): QuickFix[] {
  const seen = new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix]));
  return [...seen.values()];
}

/** Our own client asks the writer for what is not known yet; for others the document is made of what is known. */
function creationOf(
  { title }: QuickFix,
  wanted: WantedDocument,
  diagnostic: Diagnostic,
  { client }: Session,
  { folder, snapshot, document }: Subject,
): CodeAction[] {
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  if (client.clausemarkMessages) {
    const known: WantedDocumentMessage = { folder: folder.uri ?? '', ...wanted };
    return [{ ...action, command: { title, command: createDocumentCommand, arguments: [known] } }];
  }
  if (!client.createsFiles || !client.versionedEdits) return [];
  const within = proposeDocument(snapshot, wanted.type, wanted.title).folder;
  const made = { ...wanted, title: wanted.title || wanted.id, folder: within };
  const text = newDocumentText(snapshot, made, document?.lineEnding);
  return [{ ...action, edit: { documentChanges: makingFile({ path: pathOfNew(snapshot, made), text }, folder) } }];
}

/** `refactor` asks for all of them, `refactor.extract` for some; those are sorted out afterwards. */
function wantsRefactoring(only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || wanted.split('.')[0] === CodeActionKind.Refactor);
}

function refactoringsAt(session: Session, subject: Subject, { start }: CodeActionParams['range']): CodeAction[] {
  const { snapshot, folder, path } = subject;
  const offset = offsetIn(subject, start);
  const isWhole = !session.client.resolvesActions;
  return refactorings(snapshot, path, { start: offset, end: offset }, isWhole)
    .filter(({ newFile }) => !newFile || (session.client.versionedEdits && session.client.createsFiles))
    .map((one) => {
      const action = toCodeAction(one, snapshot, folder, session.client);
      if (!one.isPart) return action;
      const data: ActionData = { uri: folder.uriOf(path), position: start };
      return { title: action.title, kind: action.kind, data };
    });
}

interface ActionData {
  readonly uri: string;
  readonly position: CodeActionParams['range']['start'];
  /** The rule, for a fix of a finding; absent for a refactoring. */
  readonly code?: string;
}

/** The edits of an action that was offered without them, for the text as it is now. */
export function resolveCodeAction(session: Session, action: CodeAction): CodeAction {
  const data = action.data as ActionData | undefined;
  const subject = data && session.subject(data.uri);
  if (!subject) return action;
  const { snapshot, folder, path } = subject;
  const offset = offsetIn(subject, data.position);
  if (data.code !== undefined) {
    const fixes = quickFixes(subject.workspace.findings(path), { start: offset, end: offset });
    const fix = fixes.find(({ title, finding }) => title === action.title && finding.code === data.code);
    return fix ? { ...action, edit: toWorkspaceEdit(fix.edits, snapshot, folder, session.client) } : action;
  }
  const found = refactorings(snapshot, path, { start: offset, end: offset }).find(
    ({ title }) => title === action.title,
  );
  return found ? { ...action, ...toCodeAction(found, snapshot, folder, session.client) } : action;
}

function fixesOfAll(session: Session, { snapshot, folder }: Subject, findings: readonly Finding[]): CodeAction[] {
  const edits = fixAll(findings);
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(edits, snapshot, folder, session.client);
  return [{ title: t('Fix all Clausemark problems that leave no doubt'), kind: fixAllKind, edit }];
}
