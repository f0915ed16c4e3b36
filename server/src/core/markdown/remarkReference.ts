/**
 * The slow definition of what a document means: unified with remark-parse, remark-gfm and remark-frontmatter. The fast
 * scanner is held against it in the tests, and the command line can use it to find out which of the two is at fault.
 * Nothing on the fast path imports this file. It recurses by nesting and is slow on hostile input: not for the server.
 */
import type { Nodes, Root, Table } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '../text.js';
import { skipSpaces, trimEnd } from './characters.js';
import type { Block, BlockKind, MarkdownBlocks } from './types.js';

/** Blocks and comments as remark sees them. Labels are left empty. May throw on hostile input. */
export function remarkBlocks(text: string, start: number): MarkdownBlocks {
  const collector = new Collector(text, start);
  collector.visitChildren(parseBody(text, start), outside);
  return {
    blocks: collector.blocks,
    comments: collector.comments,
    labels: { definitions: new Set(), footnotes: new Set() },
  };
}

/** The syntax tree of the body; offsets in it count from `start`. */
export function parseBody(text: string, start: number): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(text.slice(start));
}

/**
 * The body of the whole document as remark-frontmatter splits it off: where it begins, or 0 without front matter. Only
 * for fenced front matter without a language.
 */
export function remarkBodyStart(text: string): number {
  const root = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text);
  const first = root.children[0];
  return first?.type === 'yaml' ? (first.position?.end.offset ?? 0) : 0;
}

interface Place {
  readonly list: number;
  readonly item: number;
  readonly listDepth: number;
  readonly quoted: boolean;
}

const outside: Place = { list: -1, item: -1, listDepth: 0, quoted: false };

class Collector {
  readonly blocks: Block[] = [];
  readonly comments: Span[] = [];
  private lists = 0;
  private items = 0;
  private tables = 0;
  /** The paragraphs that began with a task box. */
  private readonly boxed = new Set<Nodes>();
  /** micromark leaves a byte order mark out of its offsets. */
  private readonly shift: number;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.shift = start + (text.charCodeAt(start) === 0xfeff ? 1 : 0);
  }

  visitChildren(node: Nodes, place: Place): void {
    if ('children' in node) for (const child of node.children) this.visit(child, place);
  }

  private visit(node: Nodes, place: Place): void {
    switch (node.type) {
      case 'list':
        this.visitList(node, place);
        break;
      case 'blockquote':
        this.visitChildren(node, { ...place, quoted: true });
        break;
      case 'heading':
        this.add('heading', node, place, node.depth);
        break;
      case 'paragraph':
        this.add('paragraph', node, place, 0);
        break;
      case 'code':
        this.add('code', node, place, 0);
        break;
      case 'html':
        this.add('html', node, place, 0);
        this.addComments(this.spanOf(node));
        break;
      case 'table':
        this.addTable(node, place);
        break;
      default:
        this.visitChildren(node, place);
        break;
    }
  }

  /**
   * remark takes the task box out of the paragraph (here it is markup of the paragraph), and lets an underlined heading
   * begin with the link definitions above it.
   */
  private startOf(node: Nodes): number {
    const { start } = this.spanOf(node);
    if (this.boxed.has(node) && /\[[\sxX]\]\s+$/.test(this.text.slice(Math.max(0, start - 5), start))) {
      return this.text.lastIndexOf('[', start - 1);
    }
    const isUnderlined = node.type === 'heading' && this.text.charCodeAt(start) === 91;
    // Addresses that remark-gfm finds late have no position.
    return isUnderlined && node.children[0]?.position ? this.spanOf(node.children[0]).start : start;
  }

  private visitList(node: Extract<Nodes, { type: 'list' }>, place: Place): void {
    const number = this.lists++;
    const list = place.list >= 0 ? place.list : number;
    for (const item of node.children) {
      const inside = { list, item: this.items++, listDepth: place.listDepth + 1, quoted: place.quoted };
      const box =
        typeof item.checked === 'boolean' ? item.children.find((child) => child.type === 'paragraph') : undefined;
      if (box) this.boxed.add(box);
      this.visitChildren(item, inside);
    }
  }

  private add(kind: BlockKind, node: Nodes, place: Place, depth: number): void {
    this.push(kind, { start: this.startOf(node), end: this.spanOf(node).end }, place, depth, -1, -1, -1);
    if (kind === 'heading' || kind === 'paragraph') this.addInlineComments(node);
  }

  private addTable(node: Table, place: Place): void {
    const table = this.tables++;
    for (const [row, { children }] of node.children.entries()) {
      for (const [column, cell] of children.entries()) {
        const span = this.cellContent(this.spanOf(cell));
        if (span.end > span.start) this.push('table-cell', span, place, 0, table, row, column);
        this.addInlineComments(cell);
      }
    }
  }

  /** A cell node reaches over its pipes and padding. */
  private cellContent(span: Span): Span {
    const { text } = this;
    let start = skipSpaces(text, span.start, span.end);
    if (text.charCodeAt(start) === 124) start = skipSpaces(text, start + 1, span.end);
    let end = trimEnd(text, start, span.end);
    if (end > start && text.charCodeAt(end - 1) === 124 && !isEscaped(text, end - 1))
      end = trimEnd(text, start, end - 1);
    return { start: Math.min(start, end), end };
  }

  private addInlineComments(node: Nodes): void {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (child.type !== 'html') this.addInlineComments(child);
      else if (child.value.startsWith('<!--')) this.comments.push(this.spanOf(child));
    }
  }

  private addComments(span: Span): void {
    const source = this.text.slice(span.start, span.end);
    for (const match of source.matchAll(/<!--(?:>|->|[\s\S]*?-->)/g)) {
      this.comments.push({ start: span.start + match.index, end: span.start + match.index + match[0].length });
    }
  }

  private spanOf(node: Nodes): Span {
    return {
      start: this.shift + (node.position?.start.offset ?? 0),
      end: this.shift + (node.position?.end.offset ?? 0),
    };
  }

  private push(
    kind: BlockKind,
    span: Span,
    place: Place,
    depth: number,
    table: number,
    row: number,
    column: number,
  ): void {
    this.blocks.push({ kind, span, depth, ...place, table, row, column, continuations: [] });
  }
}

function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(offset - 1 - backslashes) === 92) backslashes++;
  return backslashes % 2 === 1;
}
