/**
 * The indented parts of MkDocs (`!!! note`, `??? tip`, `=== "Tab"`): text to whoever reads the site, and code to Markdown.
 * Their first line is shown to the block reader as the mark of a list item, which takes in what is indented by four, with
 * everything that can stand there; afterwards the items are taken out of the blocks again. The reader itself stays as it is.
 */
import type { Span } from '../text.js';
import type { Block } from './types.js';

/** The first line of such a part: blanks, mark, words for its type, title in quotation marks. */
const firstLine =
  /^([ \t]*)((?:!!!|\?\?\?\+?) ?(?=["\w-])|===(?:\+!?|!\+?)? {1,8}(?="))(?:[\w-]{1,60}(?: {1,8}[\w-]{1,60}){0,8})?(?: {0,8}"(.{0,300})")?[ \t]{0,20}$/gm;
const marks = ['!!!', '???', '=== ', '===!', '===+'];
/** In UTF-16 units: how far text below such a line is indented. */
const indentation = 4;

interface Opening {
  /** The words in quotation marks; null without any. */
  readonly title: Span | null;
}

/** A text in which such parts are list items, as long as the text itself, line by line. */
export interface AsItems {
  readonly text: string;
  /** By the offset at which the item has its content. */
  readonly openings: ReadonlyMap<number, Opening>;
}

/** The text for the block reader; null where it has no such part. */
export function withPartsAsItems(text: string, bodyStart: number): AsItems | null {
  if (!marks.some((mark) => text.includes(mark))) return null;
  const openings = new Map<number, Opening>();
  const pieces: string[] = [];
  let done = 0;
  firstLine.lastIndex = bodyStart;
  for (let match = firstLine.exec(text); match; match = firstLine.exec(text)) {
    const [line, blanks, mark, title] = match;
    const start = match.index + blanks!.length;
    const shown = '+'.padEnd(Math.min(mark!.length, indentation)).padEnd(mark!.length, 'x');
    pieces.push(text.slice(done, start), shown);
    done = start + shown.length;
    const titleStart = match.index + line.lastIndexOf('"') - (title?.length ?? 0);
    const span = title?.trim() ? { start: titleStart, end: titleStart + title.length } : null;
    openings.set(start + Math.min(mark!.length, indentation), { title: span });
  }
  if (openings.size === 0) return null;
  return { text: pieces.join('') + text.slice(done), openings };
}

/** The blocks of such a text as those of the text itself. */
export function withoutItems(text: string, blocks: readonly Block[], { openings }: AsItems): readonly Block[] {
  const remover = new ItemRemover(text, openings, 1 + blocks.reduce((most, { list }) => Math.max(most, list), -1));
  for (const block of blocks) remover.take(block);
  return remover.blocks;
}

interface OpenPart {
  readonly list: number;
  readonly item: number;
  readonly depth: number;
  readonly isTitled: boolean;
}

/**
 * What stands in a part with a title is placed as if it were listed below that title: a tab `ISO/IEC 27001:2013` says whose
 * its ids are. A part without one leaves its blocks as they would be outside.
 */
class ItemRemover {
  readonly blocks: Block[] = [];
  private readonly open: OpenPart[] = [];
  /** The list that stands for those in a part without a title: what follows each other there. */
  private inside = { item: -1, list: -1 };

  constructor(
    private readonly text: string,
    private readonly openings: ReadonlyMap<number, Opening>,
    private nextList: number,
  ) {}

  take(block: Block): void {
    const opening = block.kind === 'paragraph' ? this.openings.get(block.span.start) : undefined;
    this.closeBefore(block, opening !== undefined);
    if (opening) this.begin(block, opening);
    else this.add(block);
  }

  /** The line itself, and what goes on below it: one paragraph to Markdown. */
  private begin(block: Block, { title }: Opening): void {
    const { list, item, listDepth: depth } = block;
    if (title) this.add({ ...block, span: title, continuations: [] });
    this.open.push({ list, item, depth, isTitled: title !== null });
    const [next, ...further] = block.continuations;
    if (next !== undefined)
      this.add({ ...block, span: { start: this.behindBlanks(next), end: block.span.end }, continuations: further });
  }

  private closeBefore({ list, item, listDepth }: Block, opens: boolean): void {
    const { open } = this;
    for (let last = open.at(-1); last; last = open.at(-1)) {
      const isInside =
        list === last.list && (listDepth > last.depth || (listDepth === last.depth && item === last.item));
      if (isInside && !(opens && listDepth === last.depth)) break;
      open.pop();
    }
  }

  private add(block: Block): void {
    const { open } = this;
    if (open.length === 0) {
      this.blocks.push(block);
      return;
    }
    const listDepth = block.listDepth + open.reduce((sum, { isTitled }) => sum + (isTitled ? 1 : -1), 0);
    if (listDepth === 0) this.inside = { item: -1, list: -1 };
    const list = listDepth === 0 ? -1 : this.listIn(open[0]!, block);
    this.blocks.push({ ...block, list, item: listDepth === 0 ? -1 : block.item, listDepth });
  }

  private listIn({ depth, item, isTitled }: OpenPart, block: Block): number {
    if (isTitled || depth > 1) return block.list;
    if (this.inside.item !== item) this.inside = { item, list: this.nextList++ };
    return this.inside.list;
  }

  private behindBlanks(offset: number): number {
    let at = offset;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at;
  }
}
