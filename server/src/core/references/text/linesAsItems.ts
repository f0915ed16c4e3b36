/**
 * Paragraphs whose lines are items: `A.3 Certificates? …` and on the next line `A.4 Offices? …`, as forms are written. Markdown
 * makes one paragraph of them; to their author each line is one of its own, and what one names says nothing of the next.
 */
import type { Block } from '../../markdown/blocks.js';
import { accordWords, andWords, annexWords, controlWords, ofWords, seeWords, toWords } from './lexicon.js';

/** The blocks, and for each paragraph of such lines one block for each item. */
export function linesAsItems(text: string, blocks: readonly Block[]): readonly Block[] {
  let divided: Block[] | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const starts = mayHoldItems(text, block) ? startsOfItems(text, block) : [];
    if (starts.length > 0) {
      divided ??= blocks.slice(0, index);
      for (const item of divide(text, block, starts)) divided.push(item);
    } else divided?.push(block);
  }
  return divided ?? blocks;
}

/** Cheap, and false for nearly all paragraphs. */
function mayHoldItems(text: string, { kind, span, continuations }: Block): boolean {
  if (kind !== 'paragraph' || continuations.length === 0) return false;
  const first = text[span.start];
  return first === 'A' || first === 'B' || first === '*' || first === '_';
}

/** An id, and behind it nothing or what begins an item: `**A.3 Certificates?**`, `A.1: Name`; not "A.5.3 applies", "A.5.3, A.5.4". */
const item =
  /[ \t]{0,8}(?:\*\*|__)?([AB])\.(\d{1,2}(?:\.\d{1,2}){0,3})[.:)*_]{0,4}(?:[ \t]+(?:[–—-][ \t]+)?(?![\p{Ll},;&+(])|$)/muy;

/** Where the lines begin that are the second item, the third … of a paragraph that begins with one: their numbers rise. */
function startsOfItems(text: string, { span, continuations }: Block): number[] {
  const starts: number[] = [];
  let last = itemAt(text, span.start);
  for (const start of last ? continuations : []) {
    const next = itemAt(text, start);
    if (!next || !isBehind(next, last!) || goesOn(text, start)) continue;
    starts.push(start);
    last = next;
  }
  return starts;
}

/** The letter and the numbers of an item, to be compared; null where none begins there. */
function itemAt(text: string, at: number): number[] | null {
  item.lastIndex = at;
  const match = item.exec(text);
  return match && [match[1]!.charCodeAt(0), ...match[2]!.split('.').map(Number)];
}

function isBehind(next: readonly number[], last: readonly number[]): boolean {
  const at = next.findIndex((part, i) => part !== last[i]);
  return at >= 0 && next[at]! > (last[at] ?? -1);
}

/** Words after which an id is no beginning: "Access control and", "as asked by". */
const leading = [andWords, toWords, ofWords, seeWords, accordWords, annexWords, controlWords];
/** In UTF-16 units: the end of a line that is looked at, with the blanks of a hard break and the prefix of a quote. */
const longestEnd = 40;

/** Whether the line before goes on in the one that begins at the offset, which is so by the width of the page alone. */
function goesOn(text: string, start: number): boolean {
  const line = text.slice(Math.max(0, start - longestEnd), start).replace(/[\s>]{1,20}$/, '');
  const word = /\p{L}+$/u.exec(line)?.[0].toLowerCase();
  return word === undefined ? /[,(&+/–—-]$/.test(line) : leading.some((words) => words.has(word));
}

function divide(text: string, block: Block, starts: readonly number[]): Block[] {
  const begins = [block.span.start, ...starts];
  return begins.map((start, i) => {
    const next = begins[i + 1];
    const continuations = block.continuations.filter((one) => one > start && (next === undefined || one < next));
    return {
      ...block,
      span: { start, end: next === undefined ? block.span.end : endOfLineBefore(text, next) },
      continuations,
    };
  });
}

/** The end of the line before the one that holds the offset, without its line ending. */
function endOfLineBefore(text: string, at: number): number {
  let end = text.lastIndexOf('\n', at - 1);
  if (end < 0) end = text.lastIndexOf('\r', at - 1);
  return text[end - 1] === '\r' ? end - 1 : end;
}
