/** What the language client is told: which documents are ours, and what we can do beyond the protocol. */
import { type LogOutputChannel, workspace } from 'vscode';
import type { DocumentSelector, ErrorHandler, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../../server/src/protocol.js';

/** The name of our settings section, of the diagnostics' owner, and the id by which VS Code knows the client. */
export const clientId = 'clausemark';

/**
 * Where documents may lie: on disk, not yet saved, on the machine that a browser is connected to, in a virtual workspace.
 * Not listed and so left alone are other views of the same text, such as the old side of a comparison.
 */
const usualSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** Documents of ours, wherever the folders of the workspace lie. */
function documentSelector(): DocumentSelector {
  const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...usualSchemes, ...ofFolders])].flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, pattern: '**/soa.{yaml,yml}' },
    { scheme, pattern: '**/.clausemark.yaml' },
  ]);
}

/**
 * The options that do not depend on where the extension runs. `storage` is the folder in which the server may keep its
 * index; false where it may not.
 */
export function makeClientOptions(
  output: LogOutputChannel,
  errorHandler: ErrorHandler,
  storage: string | false = false,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { clausemarkMessages: true, clausemarkFiles: true, storage };
  return {
    documentSelector: documentSelector(),
    initializationOptions,
    outputChannel: output,
    errorHandler,
    diagnosticCollectionName: clientId,
    // Hover texts hold document titles: they are shown as Markdown without HTML and without commands.
    markdown: { isTrusted: false, supportHtml: false },
  };
}
