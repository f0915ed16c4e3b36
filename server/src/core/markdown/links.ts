/** Where a Markdown text links to: inline links and images, link definitions, and addresses in HTML tags. */
import type { Span } from '../text.js';
import { skipDestination } from './definitions.js';
import { readDocumentText } from './documentText.js';
import { sourceOf } from './inline.js';
import { scanInline } from './inlineScanner.js';
import type { Block, LinkLabels } from './types.js';

export interface MarkdownLink {
  /** The address as written, without the `<` and `>` that may stand around it. */
  readonly destination: Span;
  /** Whether it stands in `<` and `>`, or in the quotes of an HTML tag: blanks and brackets may then stand in it as they are. */
  readonly isEnclosed: boolean;
  /** The words that are the link; null for a definition and for an HTML tag. */
  readonly label: Span | null;
}

/** How many nested brackets a bare address may have, as in CommonMark. */
const deepestDestination = 32;

/** `[label]: address`, with what can stand before it in lists and quotes. */
const definition =
  /^[ \t>*+\-\d.)]*\[(?!\^)(?:[^[\]\\\r\n]|\\[^\r\n])+\]:[ \t]*(?:(?:\r\n|\r|\n)[ \t>]*)?(<[^<>\r\n]*>|[^\s<]\S*)/gm;

/** The links of a document outside code and front matter, in the order of the text. */
export function findLinks(text: string): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  const { bodyStart, markdownBlocks: blocks, labels } = readDocumentText(text);
  let at = bodyStart;
  for (const block of blocks) {
    // Definitions belong to no block, so they stand between the blocks.
    findDefinitions(text, at, block.span.start, links);
    if (block.kind === 'html') findInTag(text, block.span, links);
    else if (block.kind !== 'code') findInProse(text, block, labels, links);
    at = Math.max(at, block.span.end);
  }
  findDefinitions(text, at, text.length, links);
  return links.sort((a, b) => a.destination.start - b.destination.start);
}

function findDefinitions(text: string, start: number, end: number, links: MarkdownLink[]): void {
  if (end - start < 5) return;
  const between = text.slice(start, end);
  if (!between.includes(']:')) return;
  for (const match of between.matchAll(definition)) {
    const written = match[1]!;
    const isEnclosed = written.startsWith('<');
    const from = start + match.index + match[0].length - written.length;
    const destination = isEnclosed
      ? { start: from + 1, end: from + written.length - 1 }
      : { start: from, end: from + written.length };
    links.push({ destination, isEnclosed, label: null });
  }
}

function findInProse(text: string, block: Block, labels: LinkLabels, links: MarkdownLink[]): void {
  const source = sourceOf(text, block);
  if (!source.includes('](') && !source.includes('<')) return;
  const offset = block.span.start;
  let labelStart = -1;
  scanInline(source, labels, false, (kind, start, end) => {
    if (kind === 'html') findInTag(text, { start: offset + start, end: offset + end }, links);
    if (kind !== 'markup') return;
    const closes = source[start] === ']' && source[start + 1] === '(';
    if (!closes) {
      labelStart = end;
      return;
    }
    const found = destinationIn(source, start + 2, end - 1);
    if (!found) return;
    const destination = { start: offset + found.span.start, end: offset + found.span.end };
    const label = labelStart < 0 ? null : { start: offset + labelStart, end: offset + start };
    links.push({ destination, isEnclosed: found.isEnclosed, label });
  });
}

function destinationIn(source: string, from: number, to: number): { span: Span; isEnclosed: boolean } | null {
  let start = from;
  while (start < to && /\s/.test(source[start]!)) start++;
  const end = skipDestination(source, start, to, deepestDestination);
  if (end <= start) return null;
  const isEnclosed = source[start] === '<';
  return isEnclosed ? { span: { start: start + 1, end: end - 1 }, isEnclosed } : { span: { start, end }, isEnclosed };
}

function findInTag(text: string, { start, end }: Span, links: MarkdownLink[]): void {
  for (const match of text.slice(start, end).matchAll(/\s(?:href|src)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi)) {
    const written = match[1] ?? match[2] ?? '';
    const to = start + match.index + match[0].length - 1;
    links.push({ destination: { start: to - written.length, end: to }, isEnclosed: true, label: null });
  }
}
