/** The extension's entry where VS Code runs extensions in Node: on the desktop, remotely, in containers. */
import type { ExtensionContext } from 'vscode';
import { type Extension, startExtension } from '../extension.js';
import type { CreateClient } from '../server/serverConnection.js';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): Pick<Extension, 'extendMarkdownIt'> {
  const createClient: CreateClient = async (output, errorHandler) => {
    const { createNodeClient } = await import('./createClient.js');
    return createNodeClient(context, output, errorHandler);
  };
  extension = startExtension(context, createClient, true);
  return { extendMarkdownIt: extension.extendMarkdownIt };
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
