/**
 * Messages beyond the Language Server Protocol, between our server and our own client. Everything here only adds: a
 * client that knows none of it loses the panes and views and nothing else. This file imports nothing, because the
 * libraries of client and server bring different versions of the protocol.
 *
 * Folders and documents are named by URI, places by zero-based line and UTF-16 character.
 */

/** What our client says of itself when it starts the server, and what any client may set there. */
export interface InitializationOptions {
  /** The client understands the notifications below. Without it none is sent. */
  readonly clausemarkMessages?: boolean;
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
