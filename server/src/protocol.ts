/**
 * Messages beyond the Language Server Protocol, between our server and our own client. Everything here only adds: a
 * client that knows none of it loses the panes and views and nothing else. This file imports nothing, because the
 * libraries of client and server bring different versions of the protocol.
 *
 * Folders and documents are named by URI, places by zero-based line and UTF-16 character.
 */

/** What our client says of itself when it starts the server, and what any client may set there. */
export interface InitializationOptions {
  /**
   * The folder in which the index of a workspace is kept from one start to the next; by itself the user's cache folder.
   * False: nothing is kept.
   */
  readonly storage?: string | false;
  /** The client understands the notifications below. Without it none is sent. */
  readonly clausemarkMessages?: boolean;
  /** The client answers the requests for files below, so that folders which are not on a disk of ours can be read. */
  readonly clausemarkFiles?: boolean;
  /** Settings for clients that cannot be asked for them (`workspace/configuration`): the content of `clausemark.…`. */
  readonly settings?: unknown;
}

export interface PlaceMessage {
  readonly line: number;
  readonly character: number;
}

export interface RangeMessage {
  readonly start: PlaceMessage;
  readonly end: PlaceMessage;
}

// ---- status: server → client, whenever it changed ----

export const statusNotification = 'clausemark/status';

export interface StatusMessage {
  /** `working` while files are being read or checked. */
  readonly state: 'working' | 'ready';
  readonly documents: number;
  readonly systems: number;
  /** The standards in scope anywhere: `27001:2022`. */
  readonly standards?: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Files that were left out, with the reason in words. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  /** What is wrong with settings or catalog files, each a sentence. */
  readonly problems: readonly string[];
}

/** Client → server: answered (with the status) when everything that is to be done by then is done. For tests and tools. */
export const settledRequest = 'clausemark/settled';

// ---- Statement of Applicability ----

/** Server → client: the models of the folder are other ones now. */
export const soaChangedNotification = 'clausemark/soaChanged';

export interface SoaChangedMessage {
  readonly folder: string;
  /** Rises with every change. */
  readonly version: number;
}

/** Client → server: the model to show. The answer is null where there is nothing (no folder, no standard in scope). */
export const soaRequest = 'clausemark/soa';

export interface SoaParams {
  /** Any document, soa.yaml or folder; the management system it belongs to is meant. Without it the first folder's. */
  readonly uri?: string;
  /** The version that the client shows already: the answer then holds only what changed since, where that is known. */
  readonly since?: number;
}

export interface SoaMessage {
  readonly folder: string;
  readonly version: number;
  /** URI of the soa.yaml; null where the standards in scope come from the settings or the documents. */
  readonly system: string | null;
  /** A SoaModel of the core, as JSON; absent where `changes` says it all. */
  readonly model?: unknown;
  /** What changed since the version that the client named. */
  readonly changes?: SoaChanges;
}

export interface SoaChanges {
  readonly since: number;
  /** The SoaModel with an empty list of rows; absent where nothing of it changed. */
  readonly summary?: unknown;
  /** Whole rows (SoaRow), to be put in the place of those with the same key. */
  readonly changed: readonly unknown[];
}

/** Client → server: where a path and span of a model (or of anything else that speaks in offsets) are in the editor. */
export const placeRequest = 'clausemark/place';

export interface PlaceParams {
  readonly folder: string;
  readonly path: string;
  /** UTF-16 offsets; without it the beginning of the file. */
  readonly span?: { readonly start: number; readonly end: number };
}

export interface PlaceAnswer {
  readonly uri: string;
  readonly range: RangeMessage;
}

// ---- coverage ----

/** Client → server: who covers what, without the documents, which are asked for control by control. */
export const coverageRequest = 'clausemark/coverage';

export type CoverageState = 'covered' | 'mentioned' | 'uncovered' | 'excluded';

export interface CoverageCount {
  /** Controls that must be covered: all in scope less those excluded. */
  readonly total: number;
  readonly covered: number;
}

export interface CoverageEntryMessage {
  /** Catalog key, `iso27001-2022:A.5.15`. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly state: CoverageState;
  /** How many documents claim it and how many only mention it. */
  readonly claims: number;
  readonly mentions: number;
}

export interface CoverageGroupMessage extends CoverageCount {
  readonly id: string;
  readonly title: string;
  /** Clauses are listed, but are no part of the standard's count. */
  readonly kind: 'controls' | 'clauses';
  readonly entries: readonly CoverageEntryMessage[];
}

export interface CoverageStandardMessage extends CoverageCount {
  readonly key: string;
  /** The number alone, `27001`, as tags name it. */
  readonly standard: string;
  /** `ISO/IEC 27001:2022` */
  readonly name: string;
  readonly groups: readonly CoverageGroupMessage[];
}

/** One management system, or the whole folder where there is no soa.yaml. */
export interface CoverageMessage {
  readonly folder: string;
  readonly folderName: string;
  readonly system: string | null;
  readonly organisation: string | null;
  readonly standards: readonly CoverageStandardMessage[];
}

/** Client → server: the places that claim or mention an entry. */
export const coveragePlacesRequest = 'clausemark/coveragePlaces';

export interface CoveragePlacesParams {
  readonly folder: string;
  readonly system: string | null;
  readonly key: string;
}

export interface CoveragePlaceMessage {
  readonly uri: string;
  /** The document's title, or its path. */
  readonly title: string;
  readonly path: string;
  readonly range: RangeMessage;
  readonly isClaim: boolean;
  /** The heading above, if any. */
  readonly section: string | null;
}

/** Command of our own client that shows places beside a line: URI, position, locations. */
export const showPlacesCommand = 'clausemark.showPlaces';

// ---- writing ----

/** Client → server: which controls and clauses the text at a place names. */
export const entriesAtRequest = 'clausemark/entriesAt';

export interface DocumentPlaceParams {
  readonly uri: string;
  readonly position: PlaceMessage;
}

export interface EntryMessage {
  /** Catalog key, `iso27001-2022:A.5.15`. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
}

/** Client → server: ways to write the reference at a place with its standard (see `DocumentPlaceParams`). */
export const qualifyRequest = 'clausemark/qualify';

export interface QualificationMessage {
  /** What the reference then means: `27001:2022: A.8.3 Information access restriction`. */
  readonly title: string;
  readonly edits: readonly { readonly range: RangeMessage; readonly newText: string }[];
}

/** Client → server: the text of a first soa.yaml, from what the documents of a folder claim. Nothing is written. */
export const newSystemRequest = 'clausemark/newSystem';

export interface NewSystemParams {
  readonly folder: string;
  /** Name of the organisation; may be empty. */
  readonly organisation: string;
  /** Standards chosen by the user (`27001:2022`); without it those that the settings or the documents put in scope. */
  readonly standards?: readonly string[];
}

export interface NewSystemAnswer {
  /** Where the file belongs. */
  readonly uri: string;
  /** URI of the soa.yaml that is there already, or null. */
  readonly existing: string | null;
  /** Null where no standard is in scope: the user has to choose from `offered`. */
  readonly text: string | null;
  /** The current standards that have a statement of applicability. */
  readonly offered: readonly { readonly standard: string; readonly name: string; readonly title: string }[];
}

/** Client → server: what a new document can be made of, and what is proposed for a type and title. */
export const documentTemplatesRequest = 'clausemark/documentTemplates';

export interface DocumentTemplatesParams {
  readonly folder: string;
  /** What the user has said so far; without it there are no proposals. */
  readonly type?: string;
  readonly title?: string;
  /** An id to be judged. */
  readonly id?: string;
}

export interface DocumentTemplatesAnswer {
  readonly types: readonly { readonly name: string; readonly sections: readonly string[] }[];
  /** People and roles that documents name, the most frequent first. */
  readonly people: readonly string[];
  /** Folders that hold documents, relative to the folder of the window; `''` is that folder itself. */
  readonly folders: readonly string[];
  /** For the type and title given. */
  readonly proposedId: string;
  readonly proposedFolder: string;
  /** Why the id given cannot be taken; null where it can. */
  readonly idProblem: string | null;
}

/** Client → server: the text of a new document and where it goes. Nothing is written. */
export const newDocumentRequest = 'clausemark/newDocument';

export interface NewDocumentParams {
  /** The folder of the window. */
  readonly folder: string;
  readonly type: string;
  readonly title: string;
  /** May be empty, like the owner. */
  readonly id: string;
  readonly owner: string;
  /** Below the folder of the window; `''` is that folder itself. */
  readonly within: string;
}

export interface NewDocumentAnswer {
  readonly uri: string;
  readonly text: string;
}

// ---- moving to the next edition of a standard ----

/** Client → server: editions that the folder still names and that another one has replaced. */
export const editionMovesRequest = 'clausemark/editionMoves';

export interface FolderParams {
  readonly folder: string;
}

export interface EditionMoveMessage {
  /** `27001:2013` */
  readonly from: string;
  readonly to: string;
  /** `ISO/IEC 27001:2013` */
  readonly fromName: string;
  readonly toName: string;
  /** Places that would change or need a person. */
  readonly places: number;
}

/** Client → server: what a move changes and what it leaves to a person. Nothing is written. */
export const migrateRequest = 'clausemark/migrate';

export interface MigrateParams extends FolderParams {
  readonly from: string;
  readonly to: string;
}

export interface MigrateAnswer {
  readonly files: readonly FileEditsMessage[];
  readonly changed: number;
  readonly needsPerson: number;
  readonly leftAlone: number;
  /** The report in Markdown, with the places before the change … */
  readonly plan: string;
  /** … and with those after it. */
  readonly report: string;
}

export interface FileEditsMessage {
  readonly uri: string;
  /** The version of the open document that the edits are for; null where it is not open. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: RangeMessage; readonly newText: string; readonly label: string }[];
}

// ---- deciding in the pane ----

/** Client → server: the edits of a soa.yaml that make some changes, all of them one edit. Nothing is written. */
export const editSoaRequest = 'clausemark/editSoa';

export interface EditSoaParams {
  /** URI of the soa.yaml. */
  readonly uri: string;
  /** SoaChanges of the core, as JSON. */
  readonly changes: readonly unknown[];
}

export interface EditSoaAnswer {
  readonly uri: string;
  /** Length of the text that the edits are for, in UTF-16 units: a text of another length is another one. */
  readonly length: number;
  readonly edits: readonly { readonly range: RangeMessage; readonly newText: string }[];
  /** What was refused, by its place among the changes, with a sentence for the user. The other changes are in the edits. */
  readonly refused: readonly { readonly index: number; readonly reason: string }[];
}

/** Client → server: a view of the statement beside the table of controls. Null where there is nothing to show. */
export const soaViewRequest = 'clausemark/soaView';

export type SoaViewName = 'clauses' | 'reuse';

export interface SoaViewParams {
  /** As in `SoaParams`. */
  readonly uri: string;
  readonly view: SoaViewName;
}

export interface SoaViewMessage {
  readonly view: SoaViewName;
  /** A ClauseMatrix or ReuseMatrix of the core, as JSON. */
  readonly data: unknown;
}

// ---- import, comparison and release of the statement ----

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
}

export interface ImportSoaAnswer {
  /** Why nothing could be read, in a sentence for the user; null where something was. */
  readonly problem: string | null;
  /** The report in Markdown; empty where there is nothing to report. */
  readonly report: string;
  /** URI of the soa.yaml that the result is for. */
  readonly uri: string;
  /** The whole text of the soa.yaml as it will be. */
  readonly text: string;
  /** Of the existing soa.yaml; empty for a new one. */
  readonly edits: readonly { readonly range: RangeMessage; readonly newText: string }[];
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
}

/** Client → server: what changed between two versions of the statement, in Markdown. */
export const compareSoaRequest = 'clausemark/compareSoa';

export interface CompareSoaParams extends HistoryParams {
  /** A version or a revision of git. */
  readonly before: string;
  /** The same; null for the texts as they are now. */
  readonly after: string | null;
}

export interface CompareSoaAnswer {
  readonly problem: string | null;
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
  readonly edits: readonly { readonly range: RangeMessage; readonly newText: string }[];
  readonly length: number;
  /** Warnings that stand. */
  readonly warnings: number;
}

// ---- export ----

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

// ---- files that only the editor can read (virtual file systems): server → client ----

/** The text of one file. */
export const readFileRequest = 'clausemark/files/read';

export interface ReadFileParams {
  readonly uri: string;
  /** Larger files are not read. In bytes. */
  readonly largest: number;
}

export type ReadFileAnswer =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: string }
  | {
      readonly kind: 'skipped';
      readonly reason: 'too-large' | 'binary' | 'not-utf8' | 'unreadable';
      readonly bytes: number;
      readonly stamp: string;
    }
  | { readonly kind: 'missing' };

/** What is in one folder, without links; null where it cannot be read. */
export const readFolderRequest = 'clausemark/files/folder';

export interface FolderEntryMessage {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** What is at each of some URIs. The stamp is another one when the content may be another. */
export const statRequest = 'clausemark/files/stat';

export interface UrisParams {
  readonly uris: readonly string[];
}

export interface StatMessage {
  readonly kind: 'file' | 'folder' | 'nothing';
  readonly stamp: string;
}

/** The text of `catalog.json`, which comes with the extension; asked for by a server that has no disk. */
export const builtInCatalogRequest = 'clausemark/files/catalog';

// ---- documents by state ----

/** Client → server: every controlled document with its state and the day of its next review, folder by folder. */
export const documentsRequest = 'clausemark/documents';

/** As in the core: `DocumentLifeState`. */
export type DocumentStateName = 'overdue' | 'due' | 'in-review' | 'draft' | 'unstated' | 'approved' | 'retired';

export interface DocumentMessage {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly id: string | null;
  readonly owner: string | null;
  readonly version: string | null;
  /** As written. */
  readonly status: string | null;
  readonly state: DocumentStateName;
  /** `2027-03-01`, or null where no day is named. */
  readonly review: string | null;
  /** Until that day; negative once it has passed. */
  readonly days: number | null;
  /** Where the review date stands, else where the document begins. */
  readonly range: RangeMessage;
}

export interface FolderDocumentsMessage {
  readonly folder: string;
  readonly folderName: string;
  readonly documents: readonly DocumentMessage[];
}

// ---- the built-in Markdown preview ----

/** Client → server: what the preview of a document shows beyond its text. Null where it is none of ours. */
export const previewRequest = 'clausemark/preview';

export interface PreviewParams {
  readonly uri: string;
}

export interface PreviewChipMessage {
  /** UTF-16 units from the beginning of the line. */
  readonly start: number;
  readonly end: number;
  /** `27001:2022 A.5.15 Access control`; empty where nothing is known of it. */
  readonly titles: readonly string[];
  readonly isTag: boolean;
  /** As in the core: `ReferenceState`. */
  readonly state: 'external' | 'ambiguous' | 'unknown' | 'superseded' | 'excluded' | 'uncovered' | null;
}

export interface PreviewMessage {
  /** Lines that hold references, with their text: a preview may show another version of the document. */
  readonly lines: readonly {
    readonly line: number;
    readonly text: string;
    readonly isFrontMatter: boolean;
    readonly chips: readonly PreviewChipMessage[];
  }[];
  /** Names of the core (`FieldName`) with their values. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}
