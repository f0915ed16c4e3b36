/** The title beside a number goes with it when the number moves on: the old title beside the new number is another error. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { Reference } from '../../document.js';
import { isTitleOf, normaliseTitle } from '../../references/titles/titles.js';
import type { Span } from '../../text.js';

/** Whether the words beside a reference are exactly a title of what it was. */
function hasTitleOf(before: CatalogEntry, { titleSpan }: Reference, text: string): boolean {
  return titleSpan !== null && isTitleOf(before, text.slice(titleSpan.start, titleSpan.end));
}

/**
 * The new title with its place, in the place of the old one; null where the words are not exactly that, or stay the same.
 * @param before what the reference was
 * @param after what takes its place
 */
export function titleMove(
  reference: Reference,
  before: CatalogEntry,
  after: CatalogEntry,
  text: string,
): { span: Span; newText: string } | null {
  const span = reference.titleSpan;
  if (!span || !hasTitleOf(before, reference, text)) return null;
  const words = text.slice(span.start, span.end);
  return normaliseTitle(words) === normaliseTitle(after.title) ? null : { span, newText: after.title };
}

/** Where a reference ends together with its title, if that is exactly the old one: what goes when the number is removed. */
export function endWithTitle(reference: Reference, before: CatalogEntry, text: string): number {
  if (!hasTitleOf(before, reference, text)) return reference.span.end;
  const { end } = reference.titleSpan!;
  // "Capacity management – A.8.6": what stands before the number stays.
  if (end <= reference.span.start) return reference.span.end;
  return text[end] === ')' ? end + 1 : end;
}
