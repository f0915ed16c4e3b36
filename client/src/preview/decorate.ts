/**
 * The tokens of a Markdown preview with our chips and our table put in. No editor in here. What the server knows is told
 * by lines of the source; a preview gives us the source of each inline block, line by line, which is a part of such a line.
 */
import type { PreviewChipMessage, PreviewMessage } from '../../../server/src/protocol.js';

/** As much of a token of markdown-it as we look at. */
export interface MarkdownToken {
  type: string;
  tag: string;
  content: string;
  hidden: boolean;
  block: boolean;
  level: number;
  map: [number, number] | null;
  children: MarkdownToken[] | null;
  meta: unknown;
}

export type MakeToken = (type: string) => MarkdownToken;

/** Types of the tokens that we put in; `html.ts` renders them. */
export const chipToken = 'clausemark_chip';
export const tagsToken = 'clausemark_tags';
export const tableToken = 'clausemark_table';

export interface Chip {
  readonly text: string;
  readonly titles: readonly string[];
  readonly state: PreviewChipMessage['state'];
}

export interface ControlTable {
  readonly fields: PreviewMessage['fields'];
  readonly tags: readonly Chip[];
}

type Line = PreviewMessage['lines'][number];

/** New tokens; those given stay as they are, because the preview keeps them for the next time. */
export function decorate(tokens: readonly MarkdownToken[], page: PreviewMessage, make: MakeToken): MarkdownToken[] {
  const lines = new Map(page.lines.map((line) => [line.line, line]));
  const used = new Map<Line, number>();
  let row = 0;
  return tokens.map((token) => {
    if (token.type === 'tr_open' && token.map) row = token.map[0];
    if (token.type === 'front_matter') return tableFrom(page, make) ?? token;
    // The cells of a table do not say where they stand; their row does.
    if (token.type === 'inline' && token.children) {
      return withChips(token, placesIn(token, token.map?.[0] ?? row, lines, used), make);
    }
    if (token.type === 'html_block' && token.map && /^\s*<!--/.test(token.content)) {
      return tagsFrom(token, lines, make) ?? token;
    }
    return token;
  });
}

function tableFrom(page: PreviewMessage, make: MakeToken): MarkdownToken | null {
  const tags = page.lines.filter((line) => line.isFrontMatter).flatMap(chipsIn);
  if (page.fields.length === 0 && tags.length === 0) return null;
  const token = make(tableToken);
  token.block = true;
  token.meta = { fields: page.fields, tags } satisfies ControlTable;
  return token;
}

/** A comment that tags its section is shown as the tags; any other comment stays what it is: invisible. */
function tagsFrom(token: MarkdownToken, lines: ReadonlyMap<number, Line>, make: MakeToken): MarkdownToken | null {
  const [first, end] = token.map!;
  const written = token.content.split('\n');
  const tags: Chip[] = [];
  for (let line = first; line < end; line++) {
    const known = lines.get(line);
    if (known && (written[line - first] ?? '').trim() === known.text.trim()) tags.push(...tagsIn(known));
  }
  if (tags.length === 0) return null;
  const replacement = make(tagsToken);
  replacement.block = true;
  replacement.meta = tags;
  return replacement;
}

function chipsIn(line: Line): Chip[] {
  return line.chips.map((chip) => toChip(chip, line.text));
}

function tagsIn(line: Line): Chip[] {
  return line.chips.filter(({ isTag }) => isTag).map((chip) => toChip(chip, line.text));
}

function toChip({ start, end, titles, state }: PreviewChipMessage, text: string): Chip {
  return { text: text.slice(start, end), titles, state };
}

/** A piece of an inline block's source that is a reference. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly chip: Chip;
}

function withChips(token: MarkdownToken, places: readonly Place[], make: MakeToken): MarkdownToken {
  if (places.length === 0) return token;
  let cursor = 0;
  const children = token.children!.flatMap((child) => {
    if (child.type !== 'text') return [child];
    const at = child.content === '' ? -1 : token.content.indexOf(child.content, cursor);
    // Escapes and entities are another text than their source: such a piece stays without chips.
    if (at < 0) return [child];
    cursor = at + child.content.length;
    return split(child, at, places, make);
  });
  return { ...cloned(token, make), children };
}

/** Where the references of the server's lines are in the source of an inline block. */
function placesIn(
  token: MarkdownToken,
  first: number,
  lines: ReadonlyMap<number, Line>,
  used: Map<Line, number>,
): Place[] {
  const places: Place[] = [];
  let offset = 0;
  for (const [index, written] of token.content.split('\n').entries()) {
    const line = lines.get(first + index);
    if (line && written !== '') {
      // The cells of one row are blocks of one line: each begins behind the one before.
      const from = line.text.indexOf(written, used.get(line) ?? 0);
      if (from >= 0) {
        used.set(line, from + written.length);
        for (const chip of line.chips) {
          const start = chip.start - from;
          if (start < 0 || chip.end - from > written.length) continue;
          places.push({ start: offset + start, end: offset + chip.end - from, chip: toChip(chip, line.text) });
        }
      }
    }
    offset += written.length + 1;
  }
  return places;
}

/** A text as texts and chips; `at` is where it begins in the source. */
function split(child: MarkdownToken, at: number, places: readonly Place[], make: MakeToken): MarkdownToken[] {
  const pieces: MarkdownToken[] = [];
  let cursor = 0;
  const addText = (end: number) => {
    if (end > cursor) pieces.push({ ...cloned(child, make), content: child.content.slice(cursor, end) });
    cursor = end;
  };
  for (const { start, end, chip } of places) {
    if (start < at || end > at + child.content.length || start - at < cursor) continue;
    addText(start - at);
    const piece = make(chipToken);
    piece.level = child.level;
    piece.content = chip.text;
    piece.meta = chip;
    pieces.push(piece);
    cursor = end - at;
  }
  addText(child.content.length);
  return pieces;
}

/** A copy that keeps the methods of markdown-it's own tokens. */
function cloned(token: MarkdownToken, make: MakeToken): MarkdownToken {
  return Object.assign(make(token.type), token);
}
