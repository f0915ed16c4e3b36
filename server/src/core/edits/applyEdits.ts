/** Applying replacements to a text, and finding places again afterwards. */
import type { Span } from '../text.js';

/** A replacement; an insertion has an empty span, a removal an empty text. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** In the order of the text; of replacements that overlap an earlier one the later is left out. */
export function inOrder<T extends Replacement>(edits: readonly T[]): T[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: T[] = [];
  for (const edit of sorted) {
    const last = kept[kept.length - 1];
    if (!last || edit.span.start >= last.span.end) kept.push(edit);
  }
  return kept;
}

/** The text after the replacements, which must be in order and not overlap (`inOrder`). */
export function applyInOrder(text: string, edits: readonly Replacement[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Where an offset is after the replacements; one inside a replaced span is at the beginning of the new text. */
export function movedOffset(offset: number, edits: readonly Replacement[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.start >= offset) break;
    if (span.end > offset) return span.start + shift;
    shift += newText.length - (span.end - span.start);
  }
  return offset + shift;
}
