/** Which method is answered by which file. */
import type { Guard } from '../guard.js';
import type { Session } from '../session.js';
import { codeActions } from './codeActions.js';
import { completion } from './completion.js';
import { hover } from './hover.js';
import { definition, documentLinks, highlights, references } from './navigation.js';
import { documentSymbols, workspaceSymbols } from './symbols.js';

export function registerFeatures(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onHover(guard.request('hover', null, (params) => hover(session, params)));
  connection.onCompletion(guard.request('completion', [], (params) => completion(session, params)));
  connection.onCodeAction(guard.request('codeAction', [], (params) => codeActions(session, params)));
  connection.onDefinition(guard.request('definition', [], (params) => definition(session, params)));
  connection.onReferences(guard.request('references', [], (params) => references(session, params)));
  connection.onDocumentHighlight(guard.request('documentHighlight', [], (params) => highlights(session, params)));
  connection.onDocumentLinks(guard.request('documentLink', [], (params) => documentLinks(session, params)));
  connection.onDocumentSymbol(guard.request('documentSymbol', [], (params) => documentSymbols(session, params)));
  connection.onWorkspaceSymbol(guard.request('workspaceSymbol', [], (params) => workspaceSymbols(session, params)));
}
