/** The Statement of Applicability as a pane shows and changes it. */
import type { TextEditMessage } from './places.js';

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
  /** The lines of the soa.yaml that its problems stand on, from one, in their order. */
  readonly problemLines?: readonly number[];
}

export interface SoaChanges {
  readonly since: number;
  /** The SoaModel with an empty list of rows; absent where nothing of it changed. */
  readonly summary?: unknown;
  /** Whole rows (SoaRow), to be put in the place of those with the same key. */
  readonly changed: readonly unknown[];
}

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
  readonly edits: readonly TextEditMessage[];
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
