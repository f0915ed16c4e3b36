/** What completion offers. */
import type { Span } from '../text.js';

/** Characters after which an editor should ask again: they begin an id, a tag, a value or a comment. */
export const completionTriggers: readonly string[] = ['.', ':', ' ', '[', ',', '-'];

export type CompletionKind = 'control' | 'clause' | 'key' | 'value' | 'person' | 'date' | 'rule';

export interface Completion {
  readonly kind: CompletionKind;
  /** What stands in the list: `27001:A.8.8`, `next_review`. */
  readonly label: string;
  /** Shown behind the label: the title of a control. */
  readonly title?: string;
  /** Shown at the side: the standard and group, `tagged already`. */
  readonly detail?: string;
  /** A sentence of plain text. */
  readonly documentation?: string;
  /** What is replaced; holds the cursor. */
  readonly span: Span;
  readonly newText: string;
  /** What the editor compares with the typed characters. */
  readonly filterText: string;
  readonly sortText: string;
  /** For controls: the document tags it already. */
  readonly isTagged?: boolean;
}
