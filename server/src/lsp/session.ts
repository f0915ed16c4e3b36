/** What every handler gets: the connection, the folders, the open documents, and what the client can take. */
import type { Connection, Position, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyDocument } from '../core/document.js';
import type { Snapshot } from '../core/snapshot.js';
import type { ManagementSystem } from '../core/soa/types.js';
import { offsetAt } from '../core/text.js';
import type { Workspace } from '../workspace/workspace.js';
import type { ClientAbilities } from './convert.js';
import type { Environment } from './environment.js';
import { Folder } from './folder.js';
import { Publisher } from './publisher.js';

/** What the client said it can do, as far as anybody asks. */
export interface Client extends ClientAbilities {
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  /** What it asks for again when we say that the answer may be another one. */
  readonly refresh: {
    readonly codeLens: boolean;
    readonly inlayHint: boolean;
    readonly semanticTokens: boolean;
    readonly diagnostics: boolean;
  };
  /** The edit of a code action may come when the user has chosen it. */
  readonly resolvesActions: boolean;
  /** It asks for diagnostics, and has said that it wants none pushed. */
  readonly pullsDiagnostics: boolean;
  /** Files can be made as part of an edit. */
  readonly createsFiles: boolean;
  /** Our own client, which knows the messages of protocol.ts. */
  readonly clausemarkMessages: boolean;
  /** It reads files for us where we cannot. */
  readonly clausemarkFiles: boolean;
}

/** A document of a folder at one moment. Everything in it belongs to the same snapshot. */
export interface Subject {
  readonly folder: Folder;
  readonly workspace: Workspace;
  readonly path: string;
  readonly snapshot: Snapshot;
  /** One of the two is there. */
  readonly document: PolicyDocument | null;
  readonly system: ManagementSystem | null;
  readonly lineStarts: Uint32Array;
  readonly length: number;
}

export class Session {
  folders: Folder[] = [];
  /** For documents that lie in no folder; made when the first is opened. */
  private loose: Folder | null = null;
  readonly publisher: Publisher;

  constructor(
    readonly connection: Connection,
    readonly environment: Environment,
    readonly documents: TextDocuments<TextDocument>,
    readonly client: Client,
  ) {
    this.publisher = new Publisher(connection, client.pullsDiagnostics);
  }

  /** All folders, the one for documents without a folder last. */
  allFolders(): Folder[] {
    return this.loose ? [...this.folders, this.loose] : this.folders;
  }

  workspaces(): Workspace[] {
    return this.allFolders().flatMap((folder) => folder.workspace ?? []);
  }

  /** The innermost folder that holds the document, or the place for documents without one. */
  folderOf(uri: string): { folder: Folder; path: string } | null {
    let best: { folder: Folder; path: string } | null = null;
    for (const folder of this.folders) {
      const path = folder.pathOf(uri);
      if (path !== null && (best === null || path.length < best.path.length)) best = { folder, path };
    }
    if (best) return best;
    return this.loose && { folder: this.loose, path: uri };
  }

  looseFolder(): Folder {
    this.loose ??= new Folder(null, '', this.environment.createEmptyHost(), this.documents);
    return this.loose;
  }

  /** The document of a request as it is now; null where it is none of ours. */
  subject(uri: string): Subject | null {
    const found = this.folderOf(uri);
    const workspace = found?.folder.workspace;
    if (!found || !workspace) return null;
    const { folder, path } = found;
    const snapshot = workspace.snapshot();
    const document = snapshot.documents.get(path) ?? null;
    const system = document ? null : (snapshot.systems.find((candidate) => candidate.path === path) ?? null);
    const text = document ?? system;
    if (!text) return null;
    return { folder, workspace, path, snapshot, document, system, lineStarts: text.lineStarts, length: text.length };
  }
}

/** The offset of a position in a document. */
export function offsetIn(subject: Subject, position: Position): number {
  return offsetAt(subject.lineStarts, subject.length, position);
}
