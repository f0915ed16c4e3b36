/** Asking the editor for code actions, as its menus do. */
import * as vscode from 'vscode';
import { waitFor } from './editor.js';

async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind: vscode.CodeActionKind) {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind.value,
      20,
    );
  } catch (error) {
    // The editor gives up where it is just being told of new findings; then it is asked again.
    if (error instanceof Error && error.name === 'Canceled') return [];
    throw error;
  }
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

/** The one action that puts right what leaves no doubt, once it is offered. */
export function fixAll(document: vscode.TextDocument, at: vscode.Range): Promise<vscode.CodeAction> {
  return offered(document, at, /./, vscode.CodeActionKind.SourceFixAll.append('clausemark'));
}

function offered(document: vscode.TextDocument, range: vscode.Range, title: RegExp, kind: vscode.CodeActionKind) {
  return waitFor(`the action ${title}`, async () => {
    const actions = await actionsAt(document, range, kind);
    return actions.find((action) => title.test(action.title));
  });
}
