/** The Statement of Applicability as a pane shows and changes it. */
import type { RangeMessage, TextEditMessage } from './places.js';

/** Server → client: the models of the folder are other ones now. */
export const soaChangedNotification = 'clausemark/soaChanged';

export interface SoaChangedMessage {
  readonly folder: string;
  /** Rises with every change. */
  readonly version: number;
}

/** Client → server: the model to show. The answer is null where there is nothing (no folder, no standard in scope). */
export const soaRequest = 'clausemark/soa';

/** The lists that a statement consists of: its controls, the clauses 4–10, the reuse of its documents. */
export type SoaViewName = 'controls' | 'clauses' | 'reuse';

export interface SoaParams {
  /** Any document, soa.yaml or folder; the management system it belongs to is meant. Without it the first folder's. */
  readonly uri?: string;
  /** Without it, `controls`. */
  readonly view?: SoaViewName;
  /** The version that the client shows already: the answer then holds only what changed since, where that is known. */
  readonly since?: number;
}

export interface SoaMessage {
  readonly folder: string;
  readonly version: number;
  /** URI of the soa.yaml; null where the standards in scope come from the settings or the documents. */
  readonly system: string | null;
  /** A SentModel, PaneMatrix or ReuseMatrix of the core, as JSON; absent where `patch` says it all. */
  readonly model?: unknown;
  /** What changed since the version that the client named, as a Patch of the core, as JSON. */
  readonly patch?: unknown;
  /** With `patch`: that version. */
  readonly since?: number;
  /** The lines of the soa.yaml that its problems stand on, from one, in their order. */
  readonly problemLines?: readonly number[];
}

/**
 * Client → server: where something that a pane shows stands now, in a `SoaTarget` of the core. Null where it is no more.
 * The views have no places in them, because those change with every letter.
 */
export const soaPlaceRequest = 'clausemark/soaPlace';

export interface SoaPlaceParams {
  /** As in `SoaParams`. */
  readonly uri: string;
  /** A SoaTarget of the core, as JSON. */
  readonly target: unknown;
}

export interface SoaPlaceAnswer {
  readonly uri: string;
  /** Null: the file as it was left. */
  readonly range: RangeMessage | null;
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
