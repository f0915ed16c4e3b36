/** Folders, places and edits, as the other messages name them. */

export interface PlaceMessage {
  readonly line: number;
  readonly character: number;
}

export interface RangeMessage {
  readonly start: PlaceMessage;
  readonly end: PlaceMessage;
}

/** A change of one text. */
export interface TextEditMessage {
  readonly range: RangeMessage;
  readonly newText: string;
}

export interface FolderParams {
  readonly folder: string;
}
