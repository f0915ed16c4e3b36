/** What the server wants from where it runs: Node or a browser. */
import type { Catalog } from '../core/catalog/types.js';
import type { Host, MaybePromise } from '../workspace/host.js';
import type { ExportTools } from './exportTools.js';
import type { StatementTools } from './statementTools.js';

export interface Environment {
  /** Hears first where the client wants things to be kept: a folder, false for nowhere, or what it did not say. Absent in a browser. */
  keepIn?(storageFolder: unknown): void;
  /**
   * The host for a folder given by URI, or null where such folders cannot be read from here (another scheme).
   * `storageFolder` is where the client wants the index to be kept; false where it wants none.
   */
  createHost(folderUri: string, storageFolder?: unknown): Host | null;
  /** The host for texts that belong to no folder: it has no files. */
  createEmptyHost(): Host;
  /**
   * The catalog with the additions that the settings name. `folderUri` is where relative paths start, and `files` what is in
   * that folder. Throws where our own catalog is missing.
   */
  loadCatalog(
    folderUri: string | null,
    additions: readonly string[],
    files: Host,
  ): MaybePromise<{ catalog: Catalog; print?: string; problems: readonly string[] }>;
  /** The text of `l10n/server.l10n.LANGUAGE.json`; null where there is no such file. `language` is two or three letters. */
  readTranslations(language: string): MaybePromise<string | null>;
  /** Resolves when every message that has arrived was handled. */
  pause(): Promise<void>;
  /** Resolves, with nothing, after so many milliseconds. For giving up on somebody who does not answer, and nothing else. */
  wait(milliseconds: number): Promise<void>;
  /** Milliseconds of work between two pauses, where a pause costs so little that there can be more of them than usual. */
  readonly sliceLength?: number;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** Reading spreadsheets and the history in git; absent in a browser. */
  readonly statementTools?: StatementTools;
  /** Formats that need libraries, and a browser to print with; absent in a browser. */
  readonly exportTools?: ExportTools;
  /** Hears when there is much to be done and when it is done, to decide how much memory may be in use; absent in a browser. */
  readonly memory?: { workTakesLong(): void; workIsDone(): void };
  /** Hears when something was done and a document is open: what a start needs of the program has run then. Absent in a browser. */
  keepProgram?(): void;
  /** Of the server, for clients that ask. */
  readonly version: string;
}
