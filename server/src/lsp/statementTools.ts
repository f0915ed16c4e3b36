/** What only a program with a disk can do for the Statement of Applicability: read spreadsheets, and ask git. */
import type { Snapshot } from '../core/snapshot.js';
import type { StatementSide } from '../core/soa/compare/types.js';
import type { SheetFile } from '../core/soa/import/sheet.js';

/** Something that could not be done, in a sentence for the user. */
export interface ToolProblem {
  readonly problem: string;
}

export interface StatementTools {
  /** The tables of a file, or the content of a JSON file. Never rejects. */
  readFile(
    name: string,
    bytes: Uint8Array,
  ): Promise<{ readonly sheets: SheetFile } | { readonly json: unknown } | ToolProblem>;
  /** What the history of a soa.yaml has to compare with, the newest first. Runs git; never rejects. */
  versions(subject: HistorySubject): Promise<History | ToolProblem>;
  /** The statement of a version or revision. Runs git; never rejects. */
  statement(subject: HistorySubject, name: string): Promise<{ readonly side: StatementSide } | ToolProblem>;
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
