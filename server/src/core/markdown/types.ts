/** What the block scanner hands out. All offsets are UTF-16 code units of the whole text. */
import type { Span } from '../text.js';

export type BlockKind = 'heading' | 'paragraph' | 'table-cell' | 'code' | 'html';

/** A leaf block: what holds text and no further blocks. Empty headings are reported, empty table cells are not. */
export interface Block {
  readonly kind: BlockKind;
  /**
   * Heading: the whole line or lines with their marks. Paragraph: from its first character to the end of its last line,
   * including the container prefixes of its further lines. Table cell: its content without surrounding spaces. Code: with
   * the fences. No line ending at the end.
   */
  readonly span: Span;
  /** 1–6 for headings, else 0. */
  readonly depth: number;
  /** Running number of the outermost list it is in, or -1. */
  readonly list: number;
  /** Running number of the innermost list item it is in, or -1. */
  readonly item: number;
  /** How many lists it is in. */
  readonly listDepth: number;
  /** Whether it is in a block quote. */
  readonly quoted: boolean;
  /** Running number of the table, or -1. */
  readonly table: number;
  /** 0 is the header row; -1 outside tables. */
  readonly row: number;
  readonly column: number;
  /** A cell that HTML marks as one of a head (`<th>`). */
  readonly isHead?: boolean;
  /**
   * For paragraphs and underlined headings of more than one line: the offset at which the content of each further line
   * begins, after the prefixes of quotes and lists.
   */
  readonly continuations: readonly number[];
}

/** Labels that link references and footnote calls can name, normalised by `normaliseLabel`. */
export interface LinkLabels {
  readonly definitions: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

export interface MarkdownBlocks {
  /** In the order of the text, not overlapping. */
  readonly blocks: readonly Block[];
  /** Every closed HTML comment outside code, with its marks, in the order of the text. */
  readonly comments: readonly Span[];
  readonly labels: LinkLabels;
}
