/**
 * How much of one document is looked through for references. A handbook of a thousand pages stays below all of this; a text
 * that does not is a dump of data or was made to be slow. What is left out is said in a finding, never silently.
 */
import type { Block } from '../markdown/blocks.js';
import type { Span } from '../text.js';

/** Paragraphs, items, cells and headings. */
const mostBlocks = 10_000;
/** Characters of those that hold a digit; the others hold no reference and cost nothing. */
const mostCharacters = 300_000;
/** Characters of one block; of a longer one the beginning is read. */
const longestBlock = 50_000;
/** References that are kept. */
export const mostReferences = 3000;

export interface WithinBudget {
  readonly blocks: readonly Block[];
  /** Where the first thing stands that is left out; null where nothing is. */
  readonly unread: Span | null;
}

/** The blocks that are read. Blocks are left out at the end only, so that an index means the same block as before. */
export function withinBudget(text: string, blocks: readonly Block[]): WithinBudget {
  // Nearly every document: nothing is to be counted.
  const isShort = text.length <= mostCharacters && blocks.length <= mostBlocks;
  if (isShort && !blocks.some(({ span }) => span.end - span.start > longestBlock)) return { blocks, unread: null };
  let left = mostCharacters;
  let unread: Span | null = null;
  const long: number[] = [];
  let count = 0;
  for (; count < blocks.length && count < mostBlocks && left > 0; count++) {
    const { span } = blocks[count]!;
    const length = Math.min(span.end - span.start, longestBlock);
    if (hasDigit(text, span.start, span.start + length)) left -= length;
    if (span.end - span.start <= longestBlock) continue;
    long.push(count);
    if (hasDigit(text, span.start + longestBlock, span.end))
      unread ??= { start: span.start + longestBlock, end: span.end };
  }
  if (count === blocks.length && long.length === 0) return { blocks, unread: null };
  const read = blocks.slice(0, count);
  for (const index of long) {
    const block = blocks[index]!;
    const end = block.span.start + longestBlock;
    const continuations = block.continuations.filter((offset) => offset < end);
    read[index] = { ...block, span: { start: block.span.start, end }, continuations };
  }
  return { blocks: read, unread: unread ?? blocks[count]?.span ?? null };
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** The beginning of what is left out, short enough to be shown as a place. */
export function placeOf(unread: Span): Span {
  return { start: unread.start, end: Math.min(unread.end, unread.start + 200) };
}
