/** A whole text cut into front matter, blocks and comments: where everybody who reads a document begins. */
import { withoutItems, withPartsAsItems } from './admonitions.js';
import { type Block, type MarkdownBlocks, scanBlocks } from './blocks.js';
import { type FrontMatterReading, readFrontMatter } from './frontMatter.js';
import { withHtmlTables } from './htmlTables.js';

export interface DocumentText extends FrontMatterReading, MarkdownBlocks {
  /** As Markdown has them, and indented parts of MkDocs as text; those of `blocks` with tables in HTML split into their cells. */
  readonly markdownBlocks: readonly Block[];
}

let last: { text: string; read: DocumentText } | null = null;

/**
 * The parts of a text. Never throws; linear in its length. A document is checked right after it was parsed, and rules ask
 * for its blocks as well: those of the text that was asked for last are kept, and only those.
 */
export function readDocumentText(text: string): DocumentText {
  if (last?.text === text) return last.read;
  const front = readFrontMatter(text);
  const items = withPartsAsItems(text, front.bodyStart);
  const { blocks: scanned, comments, labels } = scanBlocks(items?.text ?? text, front.bodyStart);
  const blocks = items ? withoutItems(text, scanned, items) : scanned;
  const read = { ...front, markdownBlocks: blocks, blocks: withHtmlTables(text, blocks), comments, labels };
  last = { text, read };
  return read;
}
