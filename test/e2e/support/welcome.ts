/** The texts of views that have nothing to show. */
import * as vscode from 'vscode';
import { evalInWindow } from './bridge.js';
import { waitFor } from './editor.js';

/** Opens our container in the side bar, with all its views, and waits until a text in it fits. */
export async function welcomeWith(pattern: RegExp): Promise<string> {
  for (const view of ['reviews', 'documents', 'coverage']) {
    await vscode.commands.executeCommand(`clausemark.${view}.focus`);
  }
  return waitFor(`a welcome text like ${pattern}`, async () => {
    const text = await evalInWindow<string>(
      `() => [...document.querySelectorAll('.part.sidebar .welcome-view')].map((view) => view.innerText).join('\\n')`,
    );
    return pattern.test(text) && text;
  });
}
