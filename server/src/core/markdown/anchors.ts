/** The anchors of headings (`#joiners-and-leavers`), made as GitHub and the editors make them. */
import type { Heading } from '../document.js';
import type { Span } from '../text.js';
import { atxContent } from './inline.js';

/** `{#own-anchor}` at the end of a heading, as some site generators read it. */
const ownAnchor = /[ \t]*\{#([^\s{}]+)\}$/;

/** Longer headings are no headings; bounds the time that their patterns take. */
const longestHeading = 2000;

/** The words of a heading as they stand in the source, without marks and without an anchor of its own. */
export function headingWords(text: string, heading: Heading): Span {
  const { start, end } = heading.span;
  const source = text.slice(start, Math.min(end, start + longestHeading));
  const content = /^#{1,6}(?:[ \t]|$)/.test(source) ? atxContent(text, start, end) : wordsAboveLine(text, heading.span);
  const own = ownAnchor.exec(text.slice(content.start, content.end));
  return own ? { start: content.start, end: content.start + own.index } : content;
}

/** An underlined heading: everything before its last line. */
function wordsAboveLine(text: string, { start, end }: Span): Span {
  let to = end;
  while (to > start && text[to - 1] !== '\n' && text[to - 1] !== '\r') to--;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  return { start, end: to };
}

/** The anchor that the heading states itself, if it does. */
export function statedAnchor(text: string, heading: Heading): string | null {
  const { end } = headingWords(text, heading);
  return /^[ \t]*\{#([^\s{}]+)\}/.exec(text.slice(end, Math.min(heading.span.end, end + 200)))?.[1] ?? null;
}

/** The anchor of a heading with these words (Markdown), were it the only one of its kind. */
export function anchorOf(words: string): string {
  return plainWords(words.slice(0, longestHeading))
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

function plainWords(words: string): string {
  return words
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#\w+|\w+);/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ');
}

/**
 * The anchors of all headings, in their order: the second heading of the same words gets `-1`, the third `-2`.
 * @param words replaces the words of single headings, by their index: to see the anchors as they would be
 */
export function anchorsOf(
  text: string,
  headings: readonly Heading[],
  words: ReadonlyMap<number, string> = new Map(),
): string[] {
  const times = new Map<string, number>();
  return headings.map((heading, index) => {
    const stated = statedAnchor(text, heading);
    if (stated !== null) return stated;
    const span = headingWords(text, heading);
    const plain = anchorOf(words.get(index) ?? text.slice(span.start, span.end));
    let anchor = plain;
    let count = times.get(plain) ?? 0;
    while (times.has(anchor)) anchor = `${plain}-${++count}`;
    times.set(plain, count);
    times.set(anchor, times.get(anchor) ?? 0);
    return anchor;
  });
}

/**
 * The index of the heading that a fragment names, -1 for none. Compared without case, decoded, and without hyphens at the
 * ends, which some editors leave out.
 */
export function headingNamed(fragment: string, anchors: readonly string[]): number {
  const wanted = decoded(fragment).toLowerCase();
  const exact = anchors.findIndex((anchor) => anchor.toLowerCase() === wanted);
  if (exact >= 0 || wanted === '') return exact;
  return anchors.findIndex((anchor) => trimmed(anchor) === trimmed(wanted));
}

function trimmed(anchor: string): string {
  return anchor.toLowerCase().replace(/^-+|-+$/g, '');
}

/** Percent signs that are no encoding stay as they are. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
