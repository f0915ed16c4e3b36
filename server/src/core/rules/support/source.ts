/** Small looks at the source text around a span. */
import type { PolicyDocument } from '../../document.js';
import { lineAt, type Span } from '../../text.js';

/** The span of the line that holds the offset, without its line break. */
export function lineSpanAt(document: { lineStarts: Uint32Array; length: number }, offset: number): Span {
  const line = lineAt(document.lineStarts, offset);
  const start = document.lineStarts[line]!;
  const next = line + 1 < document.lineStarts.length ? document.lineStarts[line + 1]! : document.length;
  return { start, end: next };
}

/** Where a finding about the document as a whole is shown: its first line that has characters on it. */
export function documentSpan(document: PolicyDocument): Span {
  const heading = document.headings[0];
  if (document.frontMatter) return firstLine(document, document.frontMatter.span.start);
  return heading ? heading.span : firstLine(document, 0);
}

function firstLine(document: PolicyDocument, offset: number): Span {
  const line = lineSpanAt(document, offset);
  const hasBreak = line.end < document.length;
  return { start: line.start, end: Math.max(line.start, hasBreak ? line.end - document.lineEnding.length : line.end) };
}

/** Index of the first reference that begins at or behind an offset. References are in the order of the text. */
export function firstFrom(references: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (references[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The standard written before an id with a colon, which is not part of the reference: `27001:` before `A.5.15`, `27001:2013:`
 * before `A.12.6.1`. Its span ends where the reference begins; empty where there is none.
 */
export function prefixSpan(text: string, reference: { readonly span: Span }): Span {
  const { start } = reference.span;
  const before = text.slice(Math.max(0, start - 20), start);
  const prefix = /(?<![\w.:-])\d{4,5}:(?:\d{4}:)?$/.exec(before);
  return { start: prefix ? start - prefix[0].length : start, end: start };
}
