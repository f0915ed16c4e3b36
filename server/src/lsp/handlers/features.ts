/** Which method is answered by which file. */
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './callHierarchy.js';
import { codeActions, resolveCodeAction } from './codeActions.js';
import { completion } from './completion.js';
import { codeLenses, foldingRanges, inlayHints, resolveCodeLens, selectionRanges, semanticTokens } from './display.js';
import { hover } from './hover.js';
import { definition, documentLinks, highlights, implementations, references } from './navigation.js';
import { prepareRename, rename, willRenameFiles } from './refactoring.js';
import { documentSymbols, workspaceSymbols } from './symbols.js';

export function registerFeatures(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onHover(guard.request('hover', null, (params) => hover(session, params)));
  connection.onCompletion(guard.request('completion', [], (params) => completion(session, params)));
  connection.onCodeAction(guard.request('codeAction', [], (params) => codeActions(session, params)));
  connection.onCodeActionResolve((action) =>
    guard.request('resolveCodeAction', action, () => resolveCodeAction(session, action))(action),
  );
  connection.onDefinition(guard.request('definition', [], (params) => definition(session, params)));
  connection.onImplementation(guard.request('implementation', [], (params) => implementations(session, params)));
  connection.onReferences(guard.request('references', [], (params) => references(session, params)));
  connection.onDocumentHighlight(guard.request('documentHighlight', [], (params) => highlights(session, params)));
  connection.onDocumentLinks(guard.request('documentLink', [], (params) => documentLinks(session, params)));
  connection.onDocumentSymbol(guard.request('documentSymbol', [], (params) => documentSymbols(session, params)));
  connection.onWorkspaceSymbol(guard.request('workspaceSymbol', [], (params) => workspaceSymbols(session, params)));
  connection.onCodeLens(guard.request('codeLens', [], (params) => codeLenses(session, params)));
  connection.onCodeLensResolve((lens) =>
    guard.request('resolveCodeLens', lens, () => resolveCodeLens(session, lens))(lens),
  );
  connection.onFoldingRanges(guard.request('foldingRange', [], (params) => foldingRanges(session, params)));
  connection.onSelectionRanges(guard.request('selectionRange', [], (params) => selectionRanges(session, params)));
  connection.onPrepareRename(guard.request('prepareRename', null, (params) => prepareRename(session, params)));
  connection.onRenameRequest(guard.request('rename', null, (params) => rename(session, params)));
  connection.workspace.onWillRenameFiles(
    guard.request('willRenameFiles', null, (params) => willRenameFiles(session, params)),
  );
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(guard.request('callHierarchy', null, (params) => prepareCallHierarchy(session, params)));
  callHierarchy.onIncomingCalls(guard.request('incomingCalls', [], (params) => incomingCalls(session, params)));
  callHierarchy.onOutgoingCalls(guard.request('outgoingCalls', [], (params) => outgoingCalls(session, params)));
  connection.languages.inlayHint.on(guard.request('inlayHint', [], (params) => inlayHints(session, params)));
  connection.languages.semanticTokens.on(
    guard.request('semanticTokens', { data: [] }, (params) => semanticTokens(session, params)),
  );
}
