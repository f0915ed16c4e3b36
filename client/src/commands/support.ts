/** Help around the extension itself: pages, reports, and the first steps. */
import { commands, env, Uri, workspace } from 'vscode';
import type { CommandContext } from './context.js';

const documentation = 'https://github.com/clausemark/clausemark/blob/main/docs/README.md';

export async function openDocumentation(): Promise<void> {
  await env.openExternal(Uri.parse(documentation));
}

/** VS Code's own form, filled with the name of our extension; what is sent is up to the user. */
export async function reportIssue({ context }: CommandContext): Promise<void> {
  await commands.executeCommand('workbench.action.openIssueReporter', { extensionId: context.extension.id });
}

/** True from when the first steps were opened with a folder. */
const folderKey = 'clausemark.hasFolder';

export async function getStarted({ context }: CommandContext): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#clausemark.start`, false);
  // VS Code ticks a step off only when a key changes, not for one that is true already.
  await commands.executeCommand('setContext', folderKey, (workspace.workspaceFolders ?? []).length > 0);
}
