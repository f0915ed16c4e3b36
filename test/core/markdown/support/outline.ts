/** The blocks of a Markdown text as lines that can be read: kind, containers, source. */
import { scanBlocks } from '../../../../server/src/core/markdown/blocks.js';
import type { Block } from '../../../../server/src/core/markdown/types.js';

/** `h2`, `p`, `cell 1,0`, `code`, `html`; `> ` for a quote, `• ` for each list; then the source of the block. */
export function outlineOf(text: string, start = 0): string[] {
  return scanBlocks(text, start).blocks.map((block) => {
    const place = (block.quoted ? '> ' : '') + '• '.repeat(block.listDepth);
    return `${place}${nameOf(block)}: ${text.slice(block.span.start, block.span.end)}`;
  });
}

function nameOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.depth}`;
    case 'paragraph':
      return 'p';
    case 'table-cell':
      return `cell ${block.row},${block.column}`;
    default:
      return block.kind;
  }
}
