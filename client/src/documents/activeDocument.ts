/** Keeps the context key by which menus know whether the active editor shows a policy. */
import { commands, Disposable, type TextDocument, window, workspace } from 'vscode';
import { lookedAt, looksLikePolicy } from './policyText.js';

/** True while the active editor shows a policy document. */
const policyContextKey = 'clausemark.isPolicy';

/** In milliseconds: menus need not follow every key. */
const patience = 400;

export function followActiveDocument(): Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(waiting);
    void commands.executeCommand('setContext', policyContextKey, isPolicy(window.activeTextEditor?.document));
  };
  look();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== window.activeTextEditor?.document) return;
      clearTimeout(waiting);
      waiting = setTimeout(look, patience);
    }),
    new Disposable(() => clearTimeout(waiting)),
  );
}

export function isPolicy(document: TextDocument | undefined): boolean {
  if (document?.languageId !== 'markdown') return false;
  return looksLikePolicy(beginningOf(document));
}

/** The first part of the text; a whole large document is not copied for this. */
function beginningOf(document: TextDocument): string {
  const lines: string[] = [];
  for (let line = 0, length = 0; line < document.lineCount && length < lookedAt; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n');
}
