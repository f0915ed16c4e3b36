/** What a refactoring is: a change that the user asks for and that leaves what the documents say as it was. */
import type { TextEdit } from '../rules/types.js';

export interface NewFile {
  /** Relative to the root. Nothing lies there yet. */
  readonly path: string;
  readonly text: string;
}

export interface Refactoring {
  /** Begins with a verb and names what will stand there. */
  readonly title: string;
  /** `rewrite` changes how something is written, `move` where it stands, `extract` makes a file of it. */
  readonly kind: 'rewrite' | 'move' | 'extract';
  readonly edits: readonly TextEdit[];
  readonly newFile?: NewFile;
  /** True where edits of other files are left out. */
  readonly isPart?: boolean;
}
