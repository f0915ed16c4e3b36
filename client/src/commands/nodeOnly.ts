/** Commands that need what runs in Node alone (readers of spreadsheets, git): hidden in a browser, and plain when called. */
import { commands, l10n, window } from 'vscode';

/** True where there is no Node. Menus hide such commands by it; before we are activated they are shown. */
const inBrowserKey = 'clausemark.isInBrowser';

export type NodeOnly = <Args extends unknown[]>(run: (...args: Args) => unknown) => (...args: Args) => unknown;

/** Sets the key for menus, and gives what to put around such commands. */
export function nodeOnlyCommands(hasNode: boolean): NodeOnly {
  void commands.executeCommand('setContext', inBrowserKey, !hasNode);
  return (run) => (hasNode ? run : () => void window.showInformationMessage(words()));
}

function words(): string {
  return l10n.t(
    'This needs a program that a browser cannot start. Open the folder in VS Code on a computer, or use the command line of Clausemark.',
  );
}
