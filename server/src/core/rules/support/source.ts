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

/** The characters of a span with a line break at its end removed. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/[\r\n]+$/, '');
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

/** A place that says which edition of a standard is meant. */
export interface StatedEdition {
  readonly edition: string;
  /** The year. */
  readonly span: Span;
}

/** A name further away on a very long line is not what the reference leans on. */
const farthestEdition = 400;

/**
 * The edition that stands beside the standard's number on the same line before the end of a span, nearest first:
 * for `ISO/IEC 27001:2013 A.12.6.1` the year 2013. Null where the line names the standard without a year, or not at all.
 */
export function editionStatedOnLine(
  text: string,
  document: PolicyDocument,
  standard: string,
  span: Span,
): StatedEdition | null {
  const line = lineSpanAt(document, span.start);
  const from = Math.max(line.start, span.end - farthestEdition);
  const before = text.slice(from, span.end);
  let found: StatedEdition | null = null;
  for (let at = before.indexOf(standard); at >= 0; at = before.indexOf(standard, at + 1)) {
    if (/[0-9]/.test(before[at - 1] ?? '')) continue;
    const after = before.slice(at + standard.length, at + standard.length + 10);
    const year = /^\s?[:\-–(]\s?((?:19|20)\d\d)(?!\d)/.exec(after);
    if (!year) {
      found = null;
      continue;
    }
    const start = from + at + standard.length + year[0].length - 4;
    found = { edition: year[1]!, span: { start, end: start + 4 } };
  }
  return found;
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
