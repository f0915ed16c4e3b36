/** What only a program with a disk can do for the Statement of Applicability: read spreadsheets, and ask git. */
import type { Snapshot } from '../core/snapshot.js';
import type { StatementSide } from '../core/soa/compare/types.js';
import type { SheetFile } from '../core/soa/import/sheet.js';

/** Something that could not be done, in a sentence for the user. */
export interface ToolProblem {
  readonly problem: string;
}

/** Tells when nobody waits for an answer any more. A cancellation token of the protocol is one. */
export interface Cancellation {
  onCancellationRequested(listener: () => void): { dispose(): void };
}

export interface StatementTools {
  /** The tables of a file, or the content of a JSON file. Never rejects. */
  readFile(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ readonly sheets: SheetFile } | { readonly json: unknown } | ToolProblem>;
  /**
   * What the history of a soa.yaml has to compare with, the newest first. Runs git; rejects where the token says that nobody
   * waits any more, which ends git, and nowhere else.
   */
  versions(subject: HistorySubject, token?: Cancellation): Promise<History | ToolProblem>;
  /** The statement of a version or revision. Runs git and rejects like `versions`. */
  statement(
    subject: HistorySubject,
    name: string,
    token?: Cancellation,
  ): Promise<{ readonly side: StatementSide } | ToolProblem>;
}

export interface HistorySubject {
  readonly folderUri: string;
  /** Path of the soa.yaml in the folder. */
  readonly path: string;
  /** The folders whose documents count, relative to the folder; `''` is that folder itself. */
  readonly folders: readonly string[];
  /** For settings, catalog and date. */
  readonly snapshot: Snapshot;
}

export interface History {
  readonly versions: readonly VersionInHistory[];
  readonly tags: readonly RevisionInHistory[];
  readonly commits: readonly RevisionInHistory[];
}

/** A tag, or a commit that touched the statement or its documents. */
export interface RevisionInHistory {
  readonly name: string;
  readonly commit: string;
  readonly date: string;
  readonly subject: string;
  readonly touchesStatement: boolean;
}

export interface VersionInHistory {
  readonly version: string;
  readonly commit: string;
  readonly date: string;
  readonly isReleased: boolean;
}
