/**
 * What a pane shows of the statement: the model and the views beside it, without places; how it asks for a place, and how
 * it is told what changed. Imports nothing but types, so that the pane can use it without the core.
 */
import type { ClauseCell, ClauseDocument, ClauseMatrix, ClauseRow } from './clauseMatrixTypes.js';
import type { RowDocument, RowEvidence, SoaModel, SoaRow } from './modelTypes.js';

/** The names under which the model keeps offsets into files and lines of them. */
export type PlaceKey = 'span' | 'decisionSpan' | 'insertAt' | 'line';

/** The same data without offsets into files, all the way down. */
export type WithoutPlaces<T> = T extends readonly (infer Item)[]
  ? readonly WithoutPlaces<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as Key extends PlaceKey ? never : Key]: WithoutPlaces<T[Key]> }
    : T;

export interface PaneRow extends Omit<WithoutPlaces<SoaRow>, 'documents' | 'mentions'> {
  readonly documents: readonly PaneDocument[];
  readonly mentions: readonly PaneDocument[];
  /** Whether the soa.yaml has an entry for the control. */
  readonly hasDecision: boolean;
}

export interface PaneModel extends Omit<WithoutPlaces<SoaModel>, 'rows'> {
  readonly rows: readonly PaneRow[];
}

/** A large statement names thousands: without what no page reads, and what `concern` says already. */
export type PaneDocument = Omit<WithoutPlaces<RowDocument>, 'isDraftOrOverdue'>;

/** What is known of a document, however many rows name it. */
export type PaneFile = Pick<PaneDocument, 'path' | 'title' | 'id' | 'status' | 'concern'>;

/** A document of a row as it is sent: its path, and where there is more to say, who names it and in which sections. */
export type SentDocument = string | readonly [path: string, statedBy: PaneDocument['statedBy'], ...headings: string[]];

export interface SentRow extends Omit<PaneRow, 'documents' | 'mentions'> {
  readonly documents: readonly SentDocument[];
  readonly mentions: readonly SentDocument[];
}

/** The statement as it is sent: a document that five controls name is described once. */
export interface SentModel extends Omit<PaneModel, 'rows'> {
  readonly rows: readonly SentRow[];
  /** Those that the rows name, in no order. */
  readonly files: readonly PaneFile[];
}

export type PaneEvidence = WithoutPlaces<RowEvidence>;
export type PaneMatrix = WithoutPlaces<ClauseMatrix>;
export type PaneClauseCell = WithoutPlaces<ClauseCell>;
export type PaneClauseRow = WithoutPlaces<ClauseRow>;
export type PaneClauseDocument = WithoutPlaces<ClauseDocument>;

/** What is to be opened. Documents go by their path: a place in a list could be another one's by now. */
export type SoaTarget =
  | { readonly what: 'soa' }
  /** `path` relative to the workspace root: opened where it was left. */
  | { readonly what: 'file'; readonly path: string }
  | { readonly what: 'problem'; readonly index: number }
  /** The decision on a control; without `existing` the place where it would go, too. */
  | { readonly what: 'decision'; readonly key: string; readonly existing?: boolean }
  /** Where a document names a control; `section` counts those of its sections that do. */
  | { readonly what: 'document'; readonly key: string; readonly path: string; readonly section?: number }
  /** Where a document names a clause; `key` is that of the cell. */
  | { readonly what: 'clause'; readonly key: string; readonly path: string };

/** Which property holds the list, and which property of an item is its key: unique in the list. */
export interface ListNames {
  readonly list: string;
  readonly key: string;
}

/** What has changed of a value with a list of keyed items. */
export interface Patch extends ListNames {
  /** Everything but the list, which is empty, and the table, which is absent; itself absent where nothing of it changed. */
  readonly head?: unknown;
  /** New items, and those that differ, whole. */
  readonly changed: readonly unknown[];
  /** The keys of all items in their order; absent where the same ones stand in the same order. */
  readonly order?: readonly string[];
  /** What has changed of the table; absent where nothing has. */
  readonly table?: TablePatch;
}

/** What has changed of a second list, in no order, of what items refer to. */
export interface TablePatch extends ListNames {
  /** New items, and those that differ, whole. */
  readonly changed: readonly unknown[];
  /** The keys of those that nothing refers to any more. */
  readonly gone: readonly string[];
}
