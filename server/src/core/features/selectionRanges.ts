/** What “expand selection” takes, step by step: the reference, its words, the section, the sections above, all. */
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { spanAround, touches } from '../text.js';
import { referencesAt } from './support/at.js';

/** Spans around the offset from the innermost to the whole document, each within the next. */
export function selectionRanges(snapshot: Snapshot, path: string, offset: number): Span[] {
  const document = snapshot.documents.get(path);
  if (!document) return [];
  const spans: Span[] = [];
  const [reference] = referencesAt(document, offset);
  if (reference) {
    spans.push(reference.span);
    const { titleSpan } = reference;
    if (titleSpan) spans.push(spanAround(reference.span, titleSpan));
  }
  for (const law of document.laws ?? []) if (touches(law.span, offset)) spans.push(law.span);
  const { frontMatter } = document;
  if (frontMatter && touches(frontMatter.span, offset)) spans.push(frontMatter.contentSpan, frontMatter.span);
  for (const { span, sectionEnd } of document.headings) {
    if (touches(span, offset)) spans.push(span);
    if (span.start <= offset && offset <= sectionEnd) spans.push({ start: span.start, end: sectionEnd });
  }
  spans.push({ start: 0, end: document.length });
  return nested(spans, offset);
}

/** From the shortest to the longest, without what does not hold the one before. */
function nested(spans: readonly Span[], offset: number): Span[] {
  const sorted = spans.filter((span) => touches(span, offset)).sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept[kept.length - 1];
    if (last && (span.start > last.start || span.end < last.end)) continue;
    if (last && span.start === last.start && span.end === last.end) continue;
    kept.push(span);
  }
  return kept;
}
