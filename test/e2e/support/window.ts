/** What tests do with the window itself. */
import * as vscode from 'vscode';
import { evalInWindow } from './bridge.js';
import { waitFor } from './editor.js';

/** Takes another colour theme, and waits until the window has its colours. */
export async function setTheme(name: string): Promise<void> {
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);
  const kind = /High Contrast/.test(name) ? 'hc-black' : / Dark /.test(name) ? 'vs-dark' : 'vs';
  await waitFor(`the theme ${name}`, () =>
    evalInWindow<boolean>(`(kind) => document.querySelector('.monaco-workbench').classList.contains(kind)`, kind),
  );
}

/** Waits until the first of the choices that are shown is the only one, or fits best: Enter would take it. */
export function focusedChoice(pattern: RegExp): Promise<string> {
  return waitFor(`the choice ${pattern}`, async () => {
    const label = await evalInWindow<string>(
      `() => document.querySelector('.quick-input-widget:not([style*="display: none"]) .monaco-list-row.focused')?.textContent ?? ''`,
    );
    return pattern.test(label) && label;
  });
}
