/** What the end-to-end tests do with the editor again and again. Paths are relative to the workspace folder. */
import * as vscode from 'vscode';

export const extensionId = 'clausemark.clausemark';

export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** What does not come about in so many milliseconds never will; a busy machine may need most of them. */
const longestWait = 45_000;

/** Calls `probe` until it gives something true, and returns that. Fails with `what` when that takes too long. */
export async function waitFor<T>(what: string, probe: () => T | Promise<T>): Promise<Truthy<T>> {
  let last: unknown;
  const end = Date.now() + longestWait;
  while (Date.now() < end) {
    const value = await probe();
    if (value) return value as Truthy<T>;
    last = value;
    await pause(100);
  }
  throw new Error(`${what} did not come about; last: ${JSON.stringify(last)}`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export async function open(path: string, column?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path), { preview: false, viewColumn: column });
}

/** Writes a file and opens it. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  return open(path);
}

let probes = 0;

/**
 * A path that no test has used: VS Code keeps a text for minutes after its editor was closed, and would go on with it
 * when a file of the same name comes.
 */
export function freshPath(): string {
  probes++;
  return `policies/probe-${probes}.md`;
}

export async function remove(path: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uriOf(path));
  } catch {
    // It is gone already.
  }
}

/** Throws unsaved changes away and closes everything, so that each test begins with an empty window. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our findings in a file as `line: code`, lines counted from one. */
export function findings(path: string): string[] {
  return ourDiagnostics(path).map(({ range, code }) => {
    return `${range.start.line + 1}: ${typeof code === 'object' ? code.value : code}`;
  });
}

export function ourDiagnostics(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path)).filter(({ source }) => source === 'clausemark');
}

/** Whether our findings in a file have this code. */
export function hasFinding(path: string, code: string): boolean {
  return findings(path).some((finding) => finding.endsWith(`: ${code}`));
}

/** The position of the first character of `text`, plus `offset`, in a document. Fails where it is not in it. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${text} is not in ${document.uri.path}`);
  return document.positionAt(at + offset);
}

/** Replaces the first occurrence of a text as an edit of the user would: undoable, not saved. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = positionOf(editor.document, from);
  const end = positionOf(editor.document, from, from.length);
  await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to));
}

/** The labels of the completions at a position, with what they insert. */
export async function completionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items;
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The first completion with this label, among those of the editor's own and of others. */
export function completionNamed(items: readonly vscode.CompletionItem[], label: string): vscode.CompletionItem {
  const found = items.find((item) => labelOf(item) === label);
  if (!found) throw new Error(`no completion ${label} among ${items.slice(0, 20).map(labelOf).join(', ')}`);
  return found;
}

/** The text of a file as the editor has it, with what is not saved. */
export async function textOf(file: string | vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(typeof file === 'string' ? uriOf(file) : file)).getText();
}

/** What all hovers at a position say. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

/** Does something and looks for its effect, again and again: what is drawn anew just then loses a click or a key. */
export async function until(what: string, act: () => unknown, isDone: () => boolean | Promise<boolean>): Promise<void> {
  await waitFor(what, async () => {
    await act();
    for (let tries = 0; tries < 20; tries++) {
      if (await isDone()) return true;
      await pause(100);
    }
    return false;
  });
}
