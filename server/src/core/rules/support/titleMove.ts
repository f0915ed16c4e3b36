/** The title beside a number goes with it when the number moves on: the old title beside the new number is another error. */
import type { CatalogEntry } from '../../catalog/types.js';
import type { FrontMatterScalar, PolicyDocument, Reference } from '../../document.js';
import { isTitleOf, normaliseTitle } from '../../references/titles/titles.js';
import type { Span } from '../../text.js';
import { scalarAt } from './replace.js';
import { lineSpanAt } from './source.js';

/** A replacement in one document. */
interface Written {
  readonly span: Span;
  readonly newText: string;
}

/** Whether the words beside a reference are exactly a title of what it was. */
function hasTitleOf(before: CatalogEntry, { titleSpan }: Reference, text: string): boolean {
  return titleSpan !== null && isTitleOf(before, text.slice(titleSpan.start, titleSpan.end));
}

/**
 * The edits that write the new title in the place of the old one; none where the words are not exactly that, or stay the same.
 * @param before what the reference was
 * @param after what takes its place
 */
export function titleMove(
  reference: Reference,
  before: CatalogEntry,
  after: CatalogEntry,
  document: PolicyDocument,
  text: string,
): Written[] {
  const span = reference.titleSpan;
  if (!span || !hasTitleOf(before, reference, text)) return [];
  const words = text.slice(span.start, span.end);
  return normaliseTitle(words) === normaliseTitle(after.title) ? [] : writeTitle(after.title, span, document, text);
}

/** The edits that put a title in the place of words; a value between brackets gets quotes where the title has a comma. */
export function writeTitle(title: string, span: Span, document: PolicyDocument, text: string): Written[] {
  const scalar = title.includes(',') ? scalarAt(document, span) : null;
  const edit = { span, newText: title };
  if (!scalar || scalar.quoted || !isInBrackets(scalar, document, text)) return [edit];
  if (/["\\]/.test(scalar.text)) return [];
  const quote = (at: number) => ({ span: { start: at, end: at }, newText: '"' });
  return [quote(scalar.span.start), edit, quote(scalar.span.end)];
}

/** Whether a plain value stands in a list or map between brackets, where a comma would end it. */
function isInBrackets({ span, path }: FrontMatterScalar, document: PolicyDocument, text: string): boolean {
  const before = text.slice(lineSpanAt(document, span.start).start, span.start);
  return typeof path[path.length - 1] === 'number' ? !/-[ \t]+$/.test(before) : /[{[,]/.test(before);
}

/** Where a reference ends together with its title, if that is exactly the old one: what goes when the number is removed. */
export function endWithTitle(reference: Reference, before: CatalogEntry, text: string): number {
  if (!hasTitleOf(before, reference, text)) return reference.span.end;
  const { end } = reference.titleSpan!;
  // "Capacity management – A.8.6": what stands before the number stays.
  if (end <= reference.span.start) return reference.span.end;
  return text[end] === ')' ? end + 1 : end;
}
