/**
 * Adding and removing a tag in a list of the front matter, or in a section comment, without touching what stands around
 * it: flow or block style, quotes, indentation, comments and line ends stay as the writer has them.
 */
import type { CatalogEntry, Standard } from '../catalog/types.js';
import type { FrontMatterScalar, PolicyDocument, Reference } from '../document.js';
import { plainWords } from '../plainWords.js';
import { scalarAt } from '../rules/support/replace.js';
import { firstFrom, prefixSpan } from '../rules/support/source.js';
import { normaliseKey, type Settings } from '../settings.js';
import { lineAt, type Span } from '../text.js';
import { endOfLine, lineBreakAt, removeWithLine } from './removeWithLine.js';

/** A replacement in one document; an insertion has an empty span. */
export interface ListEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The values that stand under one key of the front matter. */
interface TagList {
  readonly keyEnd: number;
  readonly scalars: readonly FrontMatterScalar[];
}

/**
 * The edit that adds a tag to the front matter: to the list that already holds tags of that kind, else to the first key
 * that is meant for them, else as a new `controls: [...]` at the end. Null where the front matter is missing or has a
 * form that cannot be extended safely (a list of mappings, JSON without such a key).
 */
export function addTag(
  text: string,
  document: PolicyDocument,
  entry: CatalogEntry,
  standard: Standard,
  settings: Settings,
): ListEdit | null {
  const { frontMatter } = document;
  if (!frontMatter || document.problems.length > 0) return null;
  const kind = entry.kind === 'control' ? 'control' : 'clause';
  const list =
    listOfTags(document, kind, standard.standard) ??
    listByName(document, kind === 'control' ? settings.controlKeys : settings.clauseKeys);
  const tag = tagInStyleOf(document, list, entry, standard);
  if (list) return addToList(text, document, list, tag);
  return addKey(text, document, kind === 'control' ? 'controls' : 'clauses', `[${quoteIfNumber(tag)}]`);
}

/**
 * The edit that adds a key with its value at the end of the front matter, as deep as the keys above it. Null where the key
 * stands there already, in whatever writing, and in braces, where lines cannot be added.
 */
export function addKey(text: string, document: PolicyDocument, key: string, value: string): ListEdit | null {
  const { frontMatter, lineEnding } = document;
  if (!frontMatter || frontMatter.container === 'json') return null;
  const { keys, contentSpan } = frontMatter;
  const last = keys[keys.length - 1]?.span.start ?? contentSpan.start;
  const lineStart = document.lineStarts[lineAt(document.lineStarts, last)]!;
  const indent = text.slice(lineStart, last).replace(/^\ufeff|["'?]/g, '');
  if (keys.some(({ name }) => normaliseKey(name) === normaliseKey(key)) || indent.trim() !== '') return null;
  const at = contentSpan.end;
  const startsLine = at === 0 || /[\r\n\ufeff]/.test(text[at - 1]!);
  const line = `${indent}${key}: ${value}`;
  return { span: { start: at, end: at }, newText: startsLine ? line + lineEnding : lineEnding + line };
}

/** The list that holds the first tag of the kind in the front matter; of several lists the one that has tags of the standard. */
function listOfTags(document: PolicyDocument, kind: 'control' | 'clause', standard: string): TagList | null {
  const scalars = document.frontMatter!.scalars;
  const tags = document.references.filter((one) => one.where === 'front-matter' && one.isTag && one.kind === kind);
  for (const reference of [...tags.filter((one) => one.standard === standard), ...tags]) {
    const scalar = scalars.find((one) => contains(one.span, reference.span));
    if (!scalar) continue;
    const { keySpan } = scalar;
    return { keyEnd: keySpan.end, scalars: scalars.filter((one) => one.keySpan.start === keySpan.start) };
  }
  return null;
}

/** The first top-level key of one of these names. */
function listByName(document: PolicyDocument, names: readonly string[]): TagList | null {
  const { keys, scalars } = document.frontMatter!;
  for (const name of names) {
    const key = keys.find((one) => normaliseKey(one.name) === normaliseKey(name));
    if (!key) continue;
    const below = scalars.filter((one) => one.path[0] === key.name);
    if (below.every((one) => one.keySpan.start === key.span.start)) return { keyEnd: key.span.end, scalars: below };
  }
  return null;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** Writes the tag of an entry as the tags of a list are written. */
export type TagStyle = (entry: CatalogEntry, standard: Standard) => string;

/** The style of the tags below the key that ends at the offset. */
export function tagStyleOf(document: PolicyDocument, keyEnd: number): TagStyle {
  const scalars = document.frontMatter?.scalars.filter((one) => one.keySpan.end === keyEnd) ?? [];
  return (entry, standard) => tagInStyleOf(document, { keyEnd, scalars }, entry, standard);
}

/** `27001:A.8.8`, or without the prefix (or letter) where the whole list does without and means the same standard. */
function tagInStyleOf(document: PolicyDocument, list: TagList | null, entry: CatalogEntry, standard: Standard): string {
  const prefix = standard.status === 'current' ? standard.standard : `${standard.standard}:${standard.edition}`;
  const samples = document.references.filter(
    (one) => one.isTag && list?.scalars.some((scalar) => contains(scalar.span, one.span)),
  );
  const isPlain =
    samples.length > 0 &&
    samples.every((one) => one.standard === standard.standard && !one.text.includes(':') && one.resolvedBy !== 'tag');
  if (!isPlain) return `${prefix}:${entry.id}`;
  const isBare = samples.every((one) => /^\d/.test(one.text)) && entry.id.startsWith('A.');
  return isBare ? entry.id.slice(2) : entry.id;
}

function quoteIfNumber(tag: string): string {
  return /^\d+(\.\d+)?$/.test(tag) ? `"${tag}"` : tag;
}

function addToList(text: string, document: PolicyDocument, list: TagList, tag: string): ListEdit | null {
  const items = list.scalars.filter((one) => one.span.end > one.span.start);
  const last = items[items.length - 1];
  const opening = /^["']?\s*:[ \t]*/.exec(text.slice(list.keyEnd, list.keyEnd + 200));
  if (!opening) return null;
  const valueStart = list.keyEnd + opening[0].length;
  if (!last) return addToEmptyList(text, valueStart, tag);
  // Below a list of mappings another id would need keys of its own.
  if (last.path.slice(0, -1).some((part) => typeof part === 'number')) return null;
  if (text[valueStart] === '[') return addToFlowList(text, items, last, tag);
  if (typeof last.path[last.path.length - 1] !== 'number') return addToScalar(last, tag);
  return addToBlockList(text, document, last, tag);
}

function addToEmptyList(text: string, valueStart: number, tag: string): ListEdit | null {
  const rest = text.slice(valueStart, valueStart + 200);
  const quoted = quoteIfNumber(tag);
  const brackets = /^\[\s*\]/.exec(rest);
  if (brackets) return { span: { start: valueStart, end: valueStart + brackets[0].length }, newText: `[${quoted}]` };
  const nothing = /^(?:null|~|""|'')?(?=[ \t]*(?:#|\r|\n|$))/.exec(rest);
  if (!nothing) return null;
  const blank = text[valueStart - 1] === ':' ? ' ' : '';
  const span = { start: valueStart, end: valueStart + nothing[0].length };
  return { span, newText: `${blank}[${quoted}]${/^[ \t]*#/.test(rest) ? ' ' : ''}` };
}

function addToFlowList(
  text: string,
  items: readonly FrontMatterScalar[],
  last: FrontMatterScalar,
  tag: string,
): ListEdit | null {
  if (typeof last.path[last.path.length - 1] !== 'number') return null;
  const before = items[items.length - 2];
  const between = before ? text.slice(before.span.end, last.span.start) : ', ';
  const separator = /^\s*,\s*$/.test(between) ? between : ', ';
  return { span: { start: last.span.end, end: last.span.end }, newText: separator + inQuotesOf(last, text, tag) };
}

function addToScalar(last: FrontMatterScalar, tag: string): ListEdit {
  const at = last.contentSpan.end;
  return { span: { start: at, end: at }, newText: `${/[,;]\s*$/.test(last.text) ? ' ' : ', '}${tag}` };
}

function addToBlockList(text: string, document: PolicyDocument, last: FrontMatterScalar, tag: string): ListEdit | null {
  const line = lineAt(document.lineStarts, last.span.start);
  const lineStart = document.lineStarts[line]!;
  const marker = text.slice(lineStart, last.span.start);
  if (!/^[ \t]*-[ \t]+$/.test(marker)) return null;
  const lineEnd = endOfLine(text, last.span.end);
  const newText = document.lineEnding + marker + inQuotesOf(last, text, tag);
  return { span: { start: lineEnd, end: lineEnd }, newText };
}

function inQuotesOf(sample: FrontMatterScalar, text: string, tag: string): string {
  const quote = sample.quoted ? (text[sample.span.start] ?? '"') : '';
  return quote === '' ? quoteIfNumber(tag) : quote + tag + quote;
}

/**
 * The edit that removes a tag with its comma or its line. For a tag in a section comment that holds nothing else the
 * comment goes too. Null where the reference is no tag, and where it cannot be taken out of its text so that the rest keeps
 * its meaning: an end of a range (`A.5.22-A.5.19`), a number of a phrase.
 */
export function removeTag(text: string, document: PolicyDocument, reference: Reference): ListEdit | null {
  if (!reference.isTag) return null;
  const isComment = reference.where === 'comment';
  const scalar = isComment ? null : scalarAt(document, reference.span);
  const bounds = isComment ? insideOfComment(text, reference.span) : scalar?.contentSpan;
  if (!bounds || (scalar && (isInEntry(scalar) || isCutByComma(scalar, document)))) return null;
  const span = { start: prefixSpan(text, reference).start, end: reference.span.end };
  const { before, after, isShared } = neighboursIn(bounds, document, reference);
  if (isShared) return null;
  if (scalar && !before && !after) return removeValue(text, document, scalar, scalar.span);
  const isFree =
    isGap(text, before?.span.end ?? bounds.start, span.start, !before) &&
    isGap(text, span.end, after ? prefixSpan(text, after).start : bounds.end, !after) &&
    !(before && leansOn(before, reference, text)) &&
    !(after && hasLetter(reference) && !hasLetter(after));
  if (!isFree) return null;
  // `42001:9.2 and 9.3`: the prefix is that of the next one, too.
  if (after && leansOn(after, reference, text)) {
    const saysEdition = /:\d{4}:$/.test(text.slice(span.start, reference.span.start));
    const isSame = after.standard === reference.standard && (!saysEdition || after.edition === reference.edition);
    return isSame ? { span: { start: reference.span.start, end: after.span.start }, newText: '' } : null;
  }
  return scalar ? removeValue(text, document, scalar, span) : removeFromComment(text, span, bounds);
}

/** `[A.5.16 (people, guests), A.5.22 Monitoring, review and …]`: to YAML each comma begins another value, to its writer it does not. */
function isCutByComma(scalar: FrontMatterScalar, { frontMatter, references }: PolicyDocument): boolean {
  if (scalar.text.split('(').length !== scalar.text.split(')').length) return true;
  const { scalars } = frontMatter!;
  const next = scalars[scalars.indexOf(scalar) + 1];
  const isFollowed = next?.keySpan.start === scalar.keySpan.start && /^\p{Ll}/u.test(next.text);
  return isFollowed && !references.some(({ span }) => contains(next.span, span));
}

/** What separates two tags of one text; at its ends nothing does. */
function isGap(text: string, from: number, to: number, isEnd: boolean): boolean {
  const between = text.slice(from, Math.min(to, from + 200));
  return isEnd ? /^[\s,;]*$/.test(between) : /^(?:\s*[,;]\s*|\s+)(?:(?:and|und)\s+)?$/.test(between);
}

function hasLetter(reference: Reference): boolean {
  return /^\D/.test(reference.text);
}

/** Whether a tag may have its standard or its letter from the one beside it. */
function leansOn(one: Reference, other: Reference, text: string): boolean {
  const isPrefixed = (reference: Reference) => prefixSpan(text, reference).start < reference.span.start;
  return (isPrefixed(other) && !isPrefixed(one)) || (hasLetter(other) && !hasLetter(one));
}

/**
 * What a removal of a tag takes with it: `words` behind the id (`27001:A.5.15 (for guests)`), a `remark` behind a hash, or
 * nothing but the tag. The titles of its entries, and words that `other` has as well, are nothing.
 */
export function takenWith(
  text: string,
  reference: Reference,
  { span }: ListEdit,
  entries: readonly (CatalogEntry | null | undefined)[],
  other = '',
): 'words' | 'remark' | null {
  // Of a comment a tag goes alone, or with the whole comment.
  if (reference.where === 'comment') return null;
  const { start } = prefixSpan(text, reference);
  const behind = text.slice(reference.span.end, Math.max(reference.span.end, span.end));
  const hash = behind.search(/\s#/);
  const words = `${text.slice(Math.min(span.start, start), start)} ${hash < 0 ? behind : behind.slice(0, hash)}`;
  const known = new Set(
    entries.flatMap((entry) => (entry ? [entry.title, ...(entry.aliases ?? [])] : [])).map(plainWords),
  );
  const isNothing = (said: string) => said === '' || known.has(said);
  const said = plainWords(words.replace(/\s(?:and|und)\s+$/, ''));
  if (!isNothing(said) && !plainWords(other).endsWith(said)) return 'words';
  return hash >= 0 && !isNothing(plainWords(behind.slice(hash))) ? 'remark' : null;
}

/**
 * The edit that removes a part of a value with its comma, or the whole value: with its comma or line where it is an item of
 * a list. Null for an item that has an anchor or a list of its own before it.
 */
export function removeValue(
  text: string,
  document: PolicyDocument,
  scalar: FrontMatterScalar,
  part: Span,
): ListEdit | null {
  if (part.start > scalar.contentSpan.start || part.end < scalar.contentSpan.end) {
    return removeFromText(text, part, scalar.contentSpan);
  }
  if (typeof scalar.path[scalar.path.length - 1] !== 'number') return { span: scalar.span, newText: '' };
  return removeListItem(text, document, scalar);
}

/** Whether a value is one of several keys of an entry of a list: the others would be left. */
export function isInEntry({ path }: FrontMatterScalar): boolean {
  return typeof path.at(-1) === 'string' && typeof path.at(-2) === 'number';
}

/** The references beside one in the same text, and whether it shares its place with another. They are in the order of the text. */
function neighboursIn(bounds: Span, document: PolicyDocument, reference: Reference) {
  const { references } = document;
  const at = firstFrom(references, reference.span.start);
  const next = firstFrom(references, reference.span.start + 1);
  const within = (one: Reference | undefined) => (one && contains(bounds, one.span) ? one : undefined);
  return { before: within(references[at - 1]), after: within(references[next]), isShared: next - at > 1 };
}

function removeListItem(text: string, document: PolicyDocument, scalar: FrontMatterScalar): ListEdit | null {
  const lineStart = document.lineStarts[lineAt(document.lineStarts, scalar.span.start)]!;
  const isBlockItem = /^[ \t]*-[ \t]+$/.test(text.slice(lineStart, scalar.span.start));
  if (!isBlockItem) {
    const isFlowItem =
      /[[,]\s*$/.test(text.slice(lineStart, scalar.span.start)) ||
      /^\s*[,\]]/.test(text.slice(scalar.span.end, scalar.span.end + 200));
    // The comma of the line above may be one of its remark.
    const start = text.slice(lineStart, scalar.span.start).trim() === '' ? lineStart : 0;
    return isFlowItem ? removeFromText(text, scalar.span, { start, end: text.length }) : null;
  }
  const end = endOfLine(text, scalar.span.end);
  return { span: { start: lineStart, end: end + lineBreakAt(text, end) }, newText: '' };
}

/** Removes a span with the comma after it, else with the comma or "and" before it, else with the "and" after it, looking no further than the bounds. */
function removeFromText(text: string, span: Span, bounds: Span): ListEdit {
  const behind = text.slice(span.end, Math.min(bounds.end, span.end + 200));
  const from = Math.max(bounds.start, span.start - 200);
  const after = /^\s*[,;][ \t]*/.exec(behind);
  const before = after ? null : /\s*[,;]?\s+(?:and|und)\s+$|\s*[,;]\s*$/.exec(text.slice(from, span.start));
  if (before) return { span: { start: from + before.index, end: span.end }, newText: '' };
  const removed = after ?? /^\s+(?:and|und)\s+/.exec(behind);
  return { span: { start: span.start, end: span.end + (removed?.[0].length ?? 0) }, newText: '' };
}

/** The tags of a section comment, behind its key; null where the comment has no end. */
function insideOfComment(text: string, span: Span): Span | null {
  const start = text.lastIndexOf('<!--', span.start);
  const end = text.indexOf('-->', span.end);
  return start < 0 || end < 0 ? null : { start: text.indexOf(':', start) + 1, end };
}

function removeFromComment(text: string, span: Span, inner: Span): ListEdit {
  const edit = removeFromText(text, span, inner);
  const rest = text.slice(inner.start, edit.span.start) + text.slice(edit.span.end, inner.end);
  if (rest.trim() !== '') return edit;
  return removeWithLine(text, { start: text.lastIndexOf('<!--', span.start), end: inner.end + 3 });
}
