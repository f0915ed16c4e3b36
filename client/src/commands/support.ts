/** Help around the extension itself: pages, reports, and the first steps. */
import { commands, env, Uri } from 'vscode';
import type { CommandContext } from './context.js';

const documentation = 'https://github.com/clausemark/clausemark/blob/main/docs/README.md';

export async function openDocumentation(): Promise<void> {
  await env.openExternal(Uri.parse(documentation));
}

/** VS Code's own form, filled with the name of our extension; what is sent is up to the user. */
export async function reportIssue({ context }: CommandContext): Promise<void> {
  await commands.executeCommand('workbench.action.openIssueReporter', { extensionId: context.extension.id });
}

export async function getStarted({ context }: CommandContext): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#clausemark.start`, false);
}
