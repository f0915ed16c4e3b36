/** What a hover is. */
import type { Span } from '../text.js';

export interface Hover {
  /** The characters that the hover is about. */
  readonly span: Span;
  /** Markdown without HTML; links only where somebody was given a way to make them. */
  readonly markdown: string;
}
