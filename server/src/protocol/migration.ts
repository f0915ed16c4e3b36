/** Moving to the next edition of a standard. */
import type { FolderParams, TextEditMessage } from './places.js';

/** Client → server: editions that the folder still names and that another one has replaced. */
export const editionMovesRequest = 'clausemark/editionMoves';

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
  readonly edits: readonly (TextEditMessage & { readonly label: string })[];
}
