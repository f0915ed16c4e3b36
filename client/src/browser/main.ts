/** The extension's entry where VS Code runs in a browser, without Node. */
import type { ExtensionContext } from 'vscode';
import { type Extension, startExtension } from '../extension.js';
import type { CreateClient } from '../server/serverConnection.js';
import { createBrowserClient } from './createClient.js';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): Pick<Extension, 'extendMarkdownIt'> {
  const createClient: CreateClient = async (output, errorHandler) => createBrowserClient(context, output, errorHandler);
  extension = startExtension(context, createClient, false);
  return { extendMarkdownIt: extension.extendMarkdownIt };
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
