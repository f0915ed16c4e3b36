/** Asking the editor for code actions, as its menus do. */
import * as vscode from 'vscode';
import { waitFor } from './editor.js';

async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind: vscode.CodeActionKind) {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    20,
  );
}

/** The refactoring whose title fits, once it is offered. */
export function refactoring(
  document: vscode.TextDocument,
  at: vscode.Position,
  title: RegExp,
): Promise<vscode.CodeAction> {
  return offered(document, new vscode.Range(at, at), title, vscode.CodeActionKind.Refactor);
}

/** The quick fix whose title fits, once it is offered. */
export function quickFix(document: vscode.TextDocument, at: vscode.Range, title: RegExp): Promise<vscode.CodeAction> {
  return offered(document, at, title, vscode.CodeActionKind.QuickFix);
}

function offered(document: vscode.TextDocument, range: vscode.Range, title: RegExp, kind: vscode.CodeActionKind) {
  return waitFor(`the action ${title}`, async () => {
    const actions = await actionsAt(document, range, kind);
    return actions.find((action) => title.test(action.title));
  });
}
