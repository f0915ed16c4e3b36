/** The tables of a Markdown text as sheets, with the headings above them. */
import { scanBlocks } from '../../markdown/blocks.js';
import { decodeReference } from '../../markdown/characterReferences.js';
import { readFrontMatter } from '../../markdown/frontMatter.js';
import { sourceOf } from '../../markdown/inline.js';
import type { Block } from '../../markdown/types.js';
import { findLineStarts, lineAt } from '../../text.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

/** Every table of the text; front matter and lines such as `**Version:** 2.0` become a table of labels and values. */
export function markdownSheets(text: string): Sheet[] {
  const { frontMatter, bodyStart } = readFrontMatter(text);
  const lineStarts = findLineStarts(text);
  const lineOf = (offset: number) => lineAt(lineStarts, offset) + 1;
  const facts: SheetRow[] = (frontMatter?.scalars ?? [])
    .filter(({ path, text: value }) => path.length === 1 && value !== '')
    .map(({ path, text: value, span }) => {
      return { number: lineOf(span.start), cells: [{ text: String(path[0]).replace(/_/g, ' ') }, { text: value }] };
    });
  const sheets: Sheet[] = [];
  const headings: { depth: number; text: string }[] = [];
  const { blocks } = scanBlocks(text, bodyStart);
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'heading') {
      while (headings.length > 0 && headings[headings.length - 1]!.depth >= block.depth) headings.pop();
      headings.push({ depth: block.depth, text: plainCell(sourceOf(text, block)).text });
    } else if (block.kind === 'paragraph') facts.push(...labelledLines(text, block, lineOf));
    else if (block.kind === 'table-cell') {
      let end = index;
      while (blocks[end]?.kind === 'table-cell' && blocks[end]!.table === block.table) end++;
      const names = headings.map((heading) => heading.text);
      const rows = tableRows(text, blocks.slice(index, end), lineOf);
      sheets.push({ name: names[names.length - 1] ?? '', context: names.slice(0, -1), rows, counts: 'line' });
      index = end - 1;
    }
  }
  if (facts.length === 0) return sheets;
  return [{ name: '', context: [], rows: facts, counts: 'line' }, ...sheets];
}

function tableRows(text: string, cells: readonly Block[], lineOf: (offset: number) => number): SheetRow[] {
  const rows = new Map<number, { number: number; cells: SheetCell[] }>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? { number: lineOf(cell.span.start), cells: [] as SheetCell[] };
    rows.set(cell.row, row);
    while (row.cells.length < cell.column) row.cells.push({ text: '' });
    row.cells[cell.column] = plainCell(text.slice(cell.span.start, cell.span.end));
  }
  return [...rows.values()];
}

/** `**Owner:** CISO`, `**Owner**: CISO`, each on a line of its own. */
function labelledLines(text: string, block: Block, lineOf: (offset: number) => number): SheetRow[] {
  const source = text.slice(block.span.start, Math.min(block.span.end, block.span.start + 4000));
  const rows: SheetRow[] = [];
  let offset = block.span.start;
  for (const line of source.split('\n')) {
    const match = /^\s*(?:[-*]\s+)?\*\*([^*:]{2,40}):?\*\*:?\s+(\S.*?)\s*\\?$/.exec(line);
    if (match) rows.push({ number: lineOf(offset), cells: [{ text: match[1]!.trim() }, plainCell(match[2]!)] });
    offset += line.length + 1;
  }
  return rows;
}

/** Stands for an escaped character while marks are looked for: 0xE000 and the character's code. */
const escaped = 0xe000;

/** The text of a cell without the marks of Markdown; `<br>` is a line break, and links are kept beside it. */
function plainCell(source: string): SheetCell {
  const links: { text: string; target: string }[] = [];
  const short = source.slice(0, 50_000);
  const text = short
    .replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => String.fromCharCode(escaped + character.charCodeAt(0)))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(
      /!?\[([^[\]]{0,500})\]\(<?([^()<>\s]{0,500})>?(?:\s+"[^"]{0,200}")?\)/g,
      (_, name: string, target: string) => {
        links.push({ text: withoutMarks(name), target: readableTarget(unescaped(target)) });
        return name;
      },
    )
    .replace(/<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>/gi, '')
    .replace(/<((?:https?|mailto):[^<>\s]{1,500})>/gi, '$1');
  const plain = withoutMarks(text);
  return links.length > 0 ? { text: plain, links } : { text: plain };
}

function withoutMarks(text: string): string {
  const bare = text
    .replace(/(\*{1,3}|~~)(?=[^\s*~])([^*~]{1,2000}?)(?<=[^\s*~])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,2})(?=\S)([^_]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/(`{1,2})([^`]+)\1/g, '$2')
    .replace(/&#?\w{1,10};/g, (reference) => decodeReference(reference).trimEnd() || ' ');
  return unescaped(bare)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function unescaped(text: string): string {
  return text.replace(/[\uE021-\uE07E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - escaped));
}

function readableTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
