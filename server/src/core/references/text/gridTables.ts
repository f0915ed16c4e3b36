/** Tables drawn with `+---+` and `|`, as pandoc writes those of a word processor: to Markdown they are paragraphs. */
import type { Block } from '../../markdown/blocks.js';

/** The tables that Markdown knows are counted from 0. */
const firstGrid = 1_000_000;

/** The blocks, and for each paragraph that is such a table one block for each cell with something in it. */
export function withGridTables(text: string, blocks: readonly Block[]): readonly Block[] {
  let made: Block[] | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    const cells = mayBeGrid(text, block) ? cellsOf(text, block, firstGrid + index) : [];
    if (cells.length > 0) made ??= blocks.slice(0, index);
    for (const one of cells.length > 0 ? cells : [block]) made?.push(one);
  }
  return made ?? blocks;
}

/** Cheap, and false for nearly all paragraphs. */
function mayBeGrid(text: string, { kind, span, continuations }: Block): boolean {
  return kind === 'paragraph' && continuations.length > 1 && text[span.start] === '+';
}

const border = /^\+(?:[-=:]+\+)+\s*$/;

/**
 * The cells of a grid, none for any other paragraph. Each line is a row: what goes on in the next one has no label
 * there. What stands above a border of `=` is the head.
 */
function cellsOf(text: string, block: Block, table: number): Block[] {
  const starts = [block.span.start, ...block.continuations].map((start) => behindBlanks(text, start));
  const lines = starts.map((start, i) => text.slice(start, starts[i + 1] ?? block.span.end).split(/[\r\n]/, 1)[0]!);
  if (!border.test(lines[0]!) || !lines.every((line) => line[0] === '|' || border.test(line))) return [];
  const headEnd = lines.findIndex((line) => line[1] === '=');
  return lines.flatMap((line, i) => {
    if (line[0] !== '|') return [];
    let at = starts[i]!;
    return line.split('|').flatMap((source, column) => {
      const start = at + source.length - source.trimStart().length;
      // "A.5.19\": the line goes on in the next row.
      const end = start + source.trim().replace(/\\$/, '').length;
      at += source.length + 1;
      if (start === end) return [];
      const row = i < headEnd ? 0 : i + 1;
      return {
        ...block,
        kind: 'table-cell' as const,
        span: { start, end },
        table,
        row,
        column: column - 1,
        continuations: [],
      };
    });
  });
}

function behindBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at;
}
