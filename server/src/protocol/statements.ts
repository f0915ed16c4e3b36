/** Import, comparison, release and export of the Statement of Applicability. */
import type { FolderParams, RangeMessage, TextEditMessage } from './places.js';

/** Client → server: what an existing Statement of Applicability in a file comes to. Nothing is written. */
export const importSoaRequest = 'clausemark/importSoa';

export interface ImportSoaParams extends FolderParams {
  readonly fileName: string;
  /** The bytes of the file in base64. */
  readonly content: string;
  /** URI of the soa.yaml to merge into; without it a new one is made. */
  readonly into?: string;
  /** With `into`: fill what is empty and replace nothing. */
  readonly keepsExisting?: boolean;
  /** Only the sheet of that name. */
  readonly sheet?: string;
  /** The standards that the file is about, as the user says: `27001:2022`. Without them the file itself tells. */
  readonly standards?: readonly string[];
  /** Move ids of the edition before to what became of them, where that is exactly one control. */
  readonly migrates?: boolean;
}

export interface ImportSoaAnswer {
  /** Why nothing could be read, in a sentence for the user; null where something was. */
  readonly problem: string | null;
  /** An ImportPreview of the core, as JSON; null where nothing could be read. */
  readonly preview: unknown;
  /** The report in Markdown; empty where there is nothing to report. */
  readonly report: string;
  /** URI of the soa.yaml that the result is for. */
  readonly uri: string;
  /** The whole text of the soa.yaml as it will be. */
  readonly text: string;
  /** Of the existing soa.yaml; empty for a new one. */
  readonly edits: readonly TextEditMessage[];
  /** Length of the text that the edits are for, in UTF-16 units. */
  readonly length: number;
  readonly controls: number;
  readonly lost: number;
}

/** Client → server: versions of the statement in the history of git, the newest first. */
export const soaVersionsRequest = 'clausemark/soaVersions';

export interface HistoryParams {
  /** Any document, soa.yaml or folder; the management system it belongs to is meant. */
  readonly uri: string;
  /** Whether the user trusts the workspace: git runs in no other. */
  readonly isTrusted: boolean;
}

export interface SoaVersionsAnswer {
  readonly problem: string | null;
  readonly versions: readonly {
    readonly version: string;
    readonly commit: string;
    readonly date: string;
    readonly isReleased: boolean;
  }[];
  /** Tags of git, the newest first. */
  readonly tags: readonly RevisionMessage[];
  /** Commits that touched the soa.yaml or documents of its system, the newest first. */
  readonly commits: readonly RevisionMessage[];
}

export interface RevisionMessage {
  /** What git knows it by: the name of a tag, or the hash of a commit. */
  readonly name: string;
  readonly commit: string;
  readonly date: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Whether it touched the soa.yaml itself. */
  readonly touchesStatement: boolean;
}

/** Client → server: what changed between two versions of the statement. */
export const compareSoaRequest = 'clausemark/compareSoa';

export interface CompareSoaParams extends HistoryParams {
  /** A version or a revision of git. */
  readonly before: string;
  /** The same; null for the texts as they are now. */
  readonly after: string | null;
}

export interface CompareSoaAnswer {
  readonly problem: string | null;
  /** A Comparison of the core, as JSON; null with a problem. */
  readonly comparison: unknown;
  /** The same in Markdown. */
  readonly report: string;
  /** `2.1 → 2.2`: the name of the report. */
  readonly title: string;
}

/** Client → server: what a release would say, to begin its questions with. Null where there is no soa.yaml. */
export const releaseDefaultsRequest = 'clausemark/releaseDefaults';

export interface ReleaseDefaults {
  readonly uri: string;
  readonly lastReleased: string | null;
  /** The version that the file states, or the next one where that was released already. */
  readonly version: string;
  readonly approvedBy: string;
  readonly today: string;
}

/** Client → server: the edits that release the statement, or why it cannot be. Nothing is written. */
export const releaseSoaRequest = 'clausemark/releaseSoa';

export interface ReleaseSoaParams {
  readonly uri: string;
  readonly version: string;
  readonly approvedBy: string;
  readonly date: string;
  readonly change: string;
}

export interface ReleaseSoaAnswer {
  /** Empty where it can be released. */
  readonly reasons: readonly { readonly text: string; readonly range: RangeMessage | null }[];
  readonly edits: readonly TextEditMessage[];
  readonly length: number;
  /** Warnings that stand. */
  readonly warnings: number;
}

/** Client → server: the Statement of Applicability as a file. Nothing is written. */
export const exportSoaRequest = 'clausemark/exportSoa';

export interface ExportSoaParams {
  /** Any document, soa.yaml or folder; the management system it belongs to is meant. Without it the first folder's. */
  readonly uri?: string;
  /** `xlsx`, `docx`, `html`, `pdf`, `markdown`, `csv`, `json`, `oscal-component`, `oscal-ssp`, `oscal-mapping`. */
  readonly format: string;
  /** URI of the file that will be written, for links to documents. */
  readonly target?: string;
  /** Whether git may be asked for the commit. */
  readonly isTrusted: boolean;
}

/** The bytes in base64, or a sentence on what is missing. */
export type ExportSoaAnswer = { readonly content: string } | { readonly problem: string };
