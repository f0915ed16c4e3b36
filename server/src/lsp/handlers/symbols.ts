/** Outline of a document, and search over the whole workspace. */

import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  type DocumentSymbol as CoreSymbol,
  documentSymbols as symbolsOf,
} from '../../core/features/documentSymbols.js';
import {
  type WorkspaceSymbol as CoreWorkspaceSymbol,
  workspaceSymbols as findSymbols,
} from '../../core/features/workspaceSymbols.js';
import { t } from '../../core/l10n.js';
import { toLocation, toRange } from '../convert.js';
import type { Session, Subject } from '../session.js';

const symbolKinds: Readonly<Record<CoreSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  'front-matter': SymbolKind.Object,
  standard: SymbolKind.Namespace,
  decision: SymbolKind.Property,
};

const workspaceKinds: Readonly<Record<CoreWorkspaceSymbol['kind'], SymbolKind>> = {
  control: SymbolKind.Constant,
  document: SymbolKind.File,
  heading: SymbolKind.String,
};

/** A tree where the client can show one, else a list. */
export function documentSymbols(
  session: Session,
  params: DocumentSymbolParams,
): DocumentSymbol[] | SymbolInformation[] {
  const subject = session.subject(params.textDocument.uri);
  if (!subject) return [];
  const symbols = symbolsOf(subject.snapshot, subject.path);
  if (session.client.hierarchicalSymbols) return symbols.map((symbol) => toSymbol(symbol, subject));
  return symbols.flatMap((symbol) => toList(symbol, '', subject));
}

export function workspaceSymbols(session: Session, params: WorkspaceSymbolParams): SymbolInformation[] {
  return session.allFolders().flatMap((folder) => {
    const snapshot = folder.workspace?.snapshot();
    if (!snapshot) return [];
    return findSymbols(snapshot, params.query).map(({ name, container, kind, path, span }) => {
      const location = toLocation(path, span, snapshot, folder);
      return { name, containerName: container, kind: workspaceKinds[kind], location };
    });
  });
}

function toSymbol(symbol: CoreSymbol, subject: Subject): DocumentSymbol {
  return {
    // VS Code refuses a symbol without a name.
    name: symbol.name || t('(no title)'),
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: toRange(subject.lineStarts, symbol.span),
    selectionRange: toRange(subject.lineStarts, symbol.selection),
    children: symbol.children.map((child) => toSymbol(child, subject)),
  };
}

function toList(symbol: CoreSymbol, containerName: string, subject: Subject): SymbolInformation[] {
  const location = { uri: subject.folder.uriOf(subject.path), range: toRange(subject.lineStarts, symbol.span) };
  const own = { name: symbol.name || t('(no title)'), kind: symbolKinds[symbol.kind], location, containerName };
  return [own, ...symbol.children.flatMap((child) => toList(child, symbol.name, subject))];
}
