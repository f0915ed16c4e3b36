/** Help with writing references and a first soa.yaml. */
import type { PlaceMessage, TextEditMessage } from './places.js';

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
  readonly edits: readonly TextEditMessage[];
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
