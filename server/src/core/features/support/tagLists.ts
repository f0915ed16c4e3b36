/** The list of tags around a place: in the front matter (in brackets, one on each line, or in one value) or in a comment. */
import type { FrontMatterScalar, PolicyDocument, Reference } from '../../document.js';
import { scalarAt } from '../../rules/support/replace.js';
import { prefixSpan } from '../../rules/support/source.js';
import { type Span, touches } from '../../text.js';

export interface TagItem {
  /** What can be put elsewhere: with quotes, and with a remark at the end of its line. */
  readonly span: Span;
  /** Without that remark. */
  readonly value: Span;
  /** At least one; with their prefixes they lie in the value. */
  readonly references: readonly Reference[];
}

export interface TagList {
  /** `[a, b]`, one item on each line, or words with commas between them. */
  readonly kind: 'flow' | 'block' | 'words';
  /** In the order of the text. */
  readonly items: readonly TagItem[];
}

/** The list whose tag (or key) stands at the offset. Null for none, and for one that holds anything but tags. */
export function tagListAt(document: PolicyDocument, text: string, offset: number): TagList | null {
  const tag = document.references.find(
    (one) => one.isTag && touches({ start: prefixSpan(text, one).start, end: one.span.end }, offset),
  );
  if (tag?.where === 'comment') return listInComment(document, text, tag);
  const scalar = tag ? scalarAt(document, tag.span) : scalarOfKey(document, offset);
  return scalar ? listInFrontMatter(document, text, scalar) : null;
}

function scalarOfKey(document: PolicyDocument, offset: number): FrontMatterScalar | null {
  return document.frontMatter?.scalars.find(({ keySpan }) => touches(keySpan, offset)) ?? null;
}

function listInComment(document: PolicyDocument, text: string, tag: Reference): TagList | null {
  const start = text.lastIndexOf('<!--', tag.span.start);
  const end = text.indexOf('-->', tag.span.end);
  const colon = start < 0 ? -1 : text.indexOf(':', start);
  return colon < 0 || end < 0 ? null : listOfWords(document, text, { start: colon + 1, end });
}

function listInFrontMatter(document: PolicyDocument, text: string, scalar: FrontMatterScalar): TagList | null {
  const all = document.frontMatter!.scalars.filter((one) => one.keySpan.start === scalar.keySpan.start);
  if (document.frontMatter!.container === 'json') return null;
  const isItem = (one: FrontMatterScalar) =>
    typeof one.path.at(-1) === 'number' && one.path.filter((part) => typeof part === 'number').length === 1;
  if (all.length === 1 && !isItem(scalar)) return listOfWords(document, text, scalar.contentSpan);
  if (!all.every(isItem)) return null;
  const first = all[0]!;
  const isFlow = /:\s*\[/.test(text.slice(scalar.keySpan.end, first.span.start));
  const items = all.map((one) =>
    itemOf(document, text, one.span, isFlow ? one.span.end : endWithRemark(text, one.span.end)),
  );
  const between = all.slice(1).map((_, index) => text.slice(items[index]!.span.end, items[index + 1]!.span.start));
  const separator = isFlow ? /^\s*,\s*$/ : /^\s*-[ \t]+$/;
  if (!between.every((one) => separator.test(one))) return null;
  return listOf(isFlow ? 'flow' : 'block', items);
}

function endWithRemark(text: string, end: number): number {
  const remark = /^[ \t]+#[^\r\n]*/.exec(text.slice(end, end + 500));
  return end + (remark ? remark[0].trimEnd().length : 0);
}

function listOfWords(document: PolicyDocument, text: string, within: Span): TagList | null {
  const items: TagItem[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(/[^,;]+/g)) {
    const words = match[0].trim();
    const start = within.start + match.index + match[0].indexOf(words);
    items.push(itemOf(document, text, { start, end: start + words.length }, start + words.length));
  }
  return listOf('words', items);
}

function itemOf(document: PolicyDocument, text: string, value: Span, end: number): TagItem {
  const references = document.references.filter(
    (one) => prefixSpan(text, one).start >= value.start && one.span.end <= value.end,
  );
  return { span: { start: value.start, end }, value, references };
}

function listOf(kind: TagList['kind'], items: readonly TagItem[]): TagList | null {
  const isOfTags = items.length > 0 && items.every(({ references }) => references.some((one) => one.isTag));
  return isOfTags ? { kind, items } : null;
}
