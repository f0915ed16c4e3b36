/** What renaming gives. */
import type { TextEdit } from '../rules/types.js';
import type { Span } from '../text.js';

/** What would be renamed at a place. */
export interface RenameTarget {
  /** The characters that the new name is written over. */
  readonly span: Span;
  /** What the editor puts into its box. */
  readonly placeholder: string;
}

/** Why something is not renamed: one or two sentences for the user. */
export interface RenameRefusal {
  readonly refused: string;
}

/** The edits of all files, in the order of their paths and texts. */
export interface RenameEdits {
  readonly edits: readonly TextEdit[];
}

export function inOrderOfFiles(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}
