/** HTML comments of the body, wherever Markdown lets them stand. */
import type { Span } from '../text.js';
import { sourceOf } from './inline.js';
import { scanInline } from './inlineScanner.js';
import type { Block, LinkLabels } from './types.js';

const open = '<!--';
const close = '-->';

/** The closed comments outside code, in the order of the text. Blocks without any cost nothing. */
export function findComments(text: string, start: number, blocks: readonly Block[], labels: LinkLabels): Span[] {
  const comments: Span[] = [];
  let index = 0;
  let from = text.indexOf(open, start);
  while (from >= 0) {
    while (index < blocks.length && blocks[index]!.span.end <= from) index++;
    if (index === blocks.length) break;
    const block = blocks[index]!;
    if (block.span.start <= from) {
      if (block.kind === 'html') findInHtml(text, block.span, comments);
      else if (block.kind !== 'code') findInProse(text, block, labels, comments);
      from = block.span.end;
    }
    from = text.indexOf(open, Math.max(from, block.span.start));
  }
  return comments;
}

function findInHtml(text: string, span: Span, comments: Span[]): void {
  // A search in the whole text could run past the block again and again.
  const source = text.slice(span.start, span.end);
  let start = source.indexOf(open);
  while (start >= 0) {
    // The dashes of `<!-->` count for both ends.
    const end = source.indexOf(close, start + 2);
    if (end < 0) return;
    comments.push({ start: span.start + start, end: span.start + end + close.length });
    start = source.indexOf(open, end + close.length);
  }
}

function findInProse(text: string, block: Block, labels: LinkLabels, comments: Span[]): void {
  const offset = block.span.start;
  scanInline(sourceOf(text, block), labels, false, (kind, start, end) => {
    if (kind === 'comment') comments.push({ start: offset + start, end: offset + end });
  });
}
