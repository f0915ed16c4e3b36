/** The extension's entry where VS Code runs in a browser, without Node. */
import type { ExtensionContext } from 'vscode';
import { type Extension, startExtension } from '../extension.js';
import { createBrowserClient } from './createClient.js';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): Pick<Extension, 'extendMarkdownIt'> {
  extension = startExtension(context, async (output, errorHandler) =>
    createBrowserClient(context, output, errorHandler),
  );
  return { extendMarkdownIt: extension.extendMarkdownIt };
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
