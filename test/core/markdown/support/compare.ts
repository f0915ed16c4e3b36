/** Says where the fast scanner and remark differ on a text, or null. */
import { scanBlocks } from '../../../../server/src/core/markdown/blocks.js';
import { proseOf } from '../../../../server/src/core/markdown/inline.js';
import { RemarkProse } from '../../../../server/src/core/markdown/remarkProse.js';
import { remarkBlocks } from '../../../../server/src/core/markdown/remarkReference.js';
import type { Block, MarkdownBlocks } from '../../../../server/src/core/markdown/types.js';

/**
 * Blocks are equal when kind, depth, containers and table place agree, and the span from the first to the last character
 * that is not white space. Lists and items are compared by which blocks share them, not by their numbers.
 */
export function describeBlocks(text: string, { blocks, comments }: MarkdownBlocks): string[] {
  const lists = new Map<number, number>();
  const items = new Map<number, number>();
  const tables = new Map<number, number>();
  const lines: string[] = [];
  for (const block of blocks) {
    const { start, end } = trimmed(text, block);
    if (start >= end) continue;
    lines.push(
      `${block.kind} ${start}-${end} depth=${block.depth} list=${rename(lists, block.list)} item=${rename(items, block.item)} ` +
        `listDepth=${block.listDepth} quoted=${block.quoted} table=${rename(tables, block.table)} cell=${block.row},${block.column}`,
    );
  }
  for (const comment of comments) lines.push(`comment ${comment.start}-${comment.end}`);
  return lines;
}

export function differenceOf(text: string, start = 0): string | null {
  const fast = describeBlocks(text, scanBlocks(text, start));
  const slow = describeBlocks(text, remarkBlocks(text, start));
  for (let i = 0; i < Math.max(fast.length, slow.length); i++) {
    if (fast[i] !== slow[i]) return `fast: ${fast[i] ?? '-'}\nslow: ${slow[i] ?? '-'}`;
  }
  return null;
}

/** Where `proseOf` and micromark's tokens differ, white space aside, or null. */
export function proseDifferenceOf(text: string, start = 0): string | null {
  const { blocks, labels } = scanBlocks(text, start);
  const slow = new RemarkProse(text, start);
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'html') continue;
    const fast = proseOf(text, block, { inlineCode: false, labels });
    if (fast.length !== block.span.end - block.span.start) return `length of ${JSON.stringify(fast)}`;
    const expected = slow.of(block);
    if (comparable(fast) !== comparable(expected)) {
      return `fast: ${JSON.stringify(fast)}\nslow: ${JSON.stringify(expected)}`;
    }
  }
  return null;
}

/** White space alike; without a task box at the start, which micromark also sees in some lines that no longer are in the item. */
function comparable(prose: string): string {
  return prose.replace(/[^\S\r\n]/g, ' ').replace(/^\[[\sxX]\]/, '   ');
}

function rename(names: Map<number, number>, id: number): number {
  if (id < 0) return -1;
  if (!names.has(id)) names.set(id, names.size);
  return names.get(id)!;
}

function trimmed(text: string, block: Block): { start: number; end: number } {
  let { start, end } = block.span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  // remark counts the prefixes of blank lines at the end of code and HTML in a quote.
  const ending = (block.kind === 'code' || block.kind === 'html') && block.quoted ? /[\s>]/ : /\s/;
  while (end > start && ending.test(text.charAt(end - 1))) end--;
  return { start, end };
}
