/** What client and server tell each other about themselves. */
import {
  type ClientCapabilities,
  CodeActionKind,
  MarkupKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { completionTriggers } from '../core/features/completionTypes.js';
import type { InitializationOptions } from '../protocol.js';
import { tokenLegend } from './handlers/display.js';
import type { Client } from './session.js';

/** The kind of code action that applies every fix that leaves no doubt. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.clausemark`;

/** Every file that comes or goes may be a document, or evidence that a decision names. */
const everyFile = { filters: [{ pattern: { glob: '**' } }] };

/** Findings of one document depend on others: on soa.yaml, and on who else claims a control. */
const diagnosticProvider = { identifier: 'clausemark', interFileDependencies: true, workspaceDiagnostics: true };

export function serverCapabilities({ pullsDiagnostics }: Pick<Client, 'pullsDiagnostics'>): ServerCapabilities {
  return {
    ...(pullsDiagnostics ? { diagnosticProvider } : {}),
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers, '('], resolveProvider: false },
    definitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
      resolveProvider: true,
    },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: true },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    callHierarchyProvider: true,
    renameProvider: { prepareProvider: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: everyFile, didRename: everyFile, didDelete: everyFile, didCreate: everyFile },
    },
  };
}

export function clientOf(capabilities: ClientCapabilities, options: unknown): Client {
  const { workspace, textDocument } = capabilities;
  const own = (options ?? {}) as InitializationOptions;
  return {
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? true,
    refresh: {
      codeLens: workspace?.codeLens?.refreshSupport ?? false,
      inlayHint: workspace?.inlayHint?.refreshSupport ?? false,
      semanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
      diagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    },
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    pullsDiagnostics: own.pullDiagnostics === true && textDocument?.diagnostic !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    clausemarkMessages: own.clausemarkMessages === true,
    clausemarkFiles: own.clausemarkFiles === true,
  };
}
