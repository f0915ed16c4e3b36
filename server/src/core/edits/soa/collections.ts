/** Putting pairs and items into YAML mappings and lists, and taking them out, in block and in flow form. */
import { t } from '../../l10n.js';
import type { Span } from '../../text.js';
import type { Replacement } from '../applyEdits.js';
import { endOfLine, lineBreakAt } from '../removeWithLine.js';
import {
  checkUnsharedInside,
  colonEnd,
  columnOf,
  contentOf,
  endOfEntry,
  isFlow,
  lineStartOf,
  type Node,
  pairSpan,
  pairsOf,
  Refusal,
  spanOf,
  type Tree,
  type YAMLMap,
  type YAMLSeq,
  type YamlPair,
} from './tree.js';

/** Text of a value for a place; blocks need to know how far to indent. */
export type WriteValue = (place: ValuePlace) => string;

export interface ValuePlace {
  readonly isFlow: boolean;
  /** Spaces before lines below the key. */
  readonly indent: number;
  readonly lineBreak: string;
}

/** How much deeper what stands below a key is written. */
export const indentStep = 2;

/** `key: value`, or `key:` with a block below it. */
export function writePair(key: string, write: WriteValue, place: ValuePlace): string {
  const value = write(place);
  // A block, or a comment before one, brings its own blanks.
  return /^$|^[\r\n]|^[ \t]*#/.test(value) ? `${key}:${value}` : `${key}: ${value}`;
}

/** The column of the keys of a block mapping. @throws Refusal where tabs or other marks stand before them */
function columnOfMap(map: YAMLMap, tree: Tree): number {
  const first = pairsOf(map)[0];
  if (!first) throw new Refusal(t('There is nothing here yet that shows how it is indented.'));
  return columnOf(tree.text, spanOf(first.key, tree).start);
}

/** Beside which pair of the mapping a new one goes. A mapping without pairs has no such place. */
export type PairPlace = { readonly after: YamlPair } | { readonly before: YamlPair } | null;

/** A new pair in a mapping. @param isSpaced with an empty line between it and its neighbour */
export function addPair(
  map: YAMLMap,
  place: PairPlace,
  key: string,
  write: WriteValue,
  tree: Tree,
  isSpaced = false,
): Replacement {
  const { text, lineBreak } = tree;
  if (isFlow(map)) {
    const pair = writePair(key, write, { isFlow: true, indent: 0, lineBreak });
    const inner = spanOf(map, tree);
    if (place === null) return { span: { start: inner.start + 1, end: inner.end - 1 }, newText: ` ${pair} ` };
    return flowInsertion('after' in place ? pairSpan(place.after, tree).end : null, place, pair, tree);
  }
  const column = columnOfMap(map, tree);
  const line = ' '.repeat(column) + writePair(key, write, { isFlow: false, indent: column + indentStep, lineBreak });
  const space = isSpaced ? lineBreak : '';
  if (place && 'before' in place) {
    const start = spanOf(place.before.key, tree).start;
    const at = lineStartOf(text, start);
    if (text.slice(at, start).trim() === '') return { span: { start: at, end: at }, newText: line + lineBreak + space };
  }
  const neighbour = place && 'after' in place ? place.after : pairsOf(map)[0]!;
  return lineAfter(endOfEntry(pairSpan(neighbour, tree), tree), space + line, tree);
}

/** A whole line behind the end of another one; also where the text ends without a line break. */
export function lineAfter(lineEnd: number, line: string, tree: Tree): Replacement {
  return { span: { start: lineEnd, end: lineEnd }, newText: tree.lineBreak + line };
}

function flowInsertion(end: number | null, place: NonNullable<PairPlace>, newText: string, tree: Tree): Replacement {
  const at = end ?? spanOf('after' in place ? place.after.key : place.before.key, tree).start;
  return { span: { start: at, end: at }, newText: end === null ? `${newText}, ` : `, ${newText}` };
}

/** Another value for a pair; a comment behind it on the line stays there. */
export function setValue(pair: YamlPair, write: WriteValue, tree: Tree, place: ValuePlace): Replacement[] {
  const content = contentOf(pair);
  const newText = write(place);
  const colon = colonEnd(pair, tree);
  checkUnsharedInside(content, tree);
  const span = content === null ? { start: colon, end: colon } : spanOf(content, tree);
  const keyLineEnd = endOfLine(tree.text, colon);
  if (!/^[\r\n]/.test(newText)) {
    if (content === null) return [{ span, newText: newText === '' ? '' : ` ${newText}` }];
    if (span.start < keyLineEnd) return [{ span, newText }];
    // What stood below the key in lines of its own moves up to it.
    const start = lineStartOf(tree.text, span.start) - tree.lineBreak.length;
    return [
      { span: { start: colon, end: colon }, newText: ` ${newText}` },
      { span: { start: Math.max(start, keyLineEnd), end: span.end }, newText: '' },
    ];
  }
  const end = endOfLine(tree.text, span.end);
  const start = tree.text.slice(colon, span.start).trim() === '' ? colon : span.start;
  return [
    { span: { start, end: span.end }, newText: '' },
    { span: { start: end, end }, newText },
  ];
}

/** Takes pairs out, with their lines or their commas. */
export function removePairs(map: YAMLMap, gone: readonly YamlPair[], tree: Tree): Replacement[] {
  for (const pair of gone) checkUnsharedInside(pair.value, tree);
  const pairs = pairsOf(map);
  const spans = pairs.map((pair) => pairSpan(pair, tree));
  const indices = gone.map((pair) => pairs.indexOf(pair));
  if (isFlow(map)) return flowRemovals(spans, new Set(indices), spanOf(map, tree));
  return indices.map((index) => blockRemoval(spans[index]!, spans[index + 1] ?? null, tree));
}

/** With the comma that stood between it and its neighbour; the last one takes the blanks in the brackets along. */
function flowRemovals(spans: readonly Span[], gone: ReadonlySet<number>, outer: Span): Replacement[] {
  const last = spans.findLastIndex((_span, index) => !gone.has(index));
  if (last < 0) return [{ span: { start: outer.start + 1, end: outer.end - 1 }, newText: '' }];
  return [...gone].map((index) => {
    const start = index < last ? spans[index]!.start : spans[index - 1]!.end;
    return { span: { start, end: index < last ? spans[index + 1]!.start : spans[index]!.end }, newText: '' };
  });
}

/** An entry that begins its line goes with its lines; behind a dash the next key moves up to it. */
function blockRemoval(span: Span, next: Span | null, tree: Tree): Replacement {
  const { text } = tree;
  const lineStart = lineStartOf(text, span.start);
  const end = endOfEntry(span, tree);
  if (text.slice(lineStart, span.start).trim() !== '') {
    return { span: { start: span.start, end: next ? next.start : end }, newText: '' };
  }
  const breakLength = lineBreakAt(text, end);
  if (breakLength > 0 || text.slice(0, lineStart).trim() === '')
    return { span: { start: lineStart, end: end + breakLength }, newText: '' };
  // The last line of a text without a line break at its end stays one.
  const before = text.startsWith('\r\n', lineStart - 2) ? 2 : 1;
  return { span: { start: Math.max(lineStart - before, 0), end }, newText: '' };
}

// ---- lists ----

export function itemsOf(list: YAMLSeq): Node[] {
  return list.items.filter((item): item is Node => item !== null && typeof item === 'object' && 'range' in item);
}

/** A new item behind another one, or (null) before the first. The list must not be empty. */
export function addItem(list: YAMLSeq, after: Node | null, write: WriteValue, tree: Tree): Replacement {
  const { text, lineBreak } = tree;
  const start = spanOf(list, tree).start;
  if (isFlow(list)) {
    const item = write({ isFlow: true, indent: 0, lineBreak });
    const at = spanOf(after ?? itemsOf(list)[0]!, tree)[after ? 'end' : 'start'];
    return { span: { start: at, end: at }, newText: after ? `, ${item}` : `${item}, ` };
  }
  const column = columnOf(text, start);
  const line = `${' '.repeat(column)}- ${write({ isFlow: false, indent: column + indentStep, lineBreak })}`;
  if (after) return lineAfter(endOfEntry({ start, end: spanOf(after, tree).end }, tree), line, tree);
  const at = lineStartOf(text, start);
  if (text.slice(at, start).trim() !== '') throw new Refusal(t('This list begins behind another mark.'));
  return { span: { start: at, end: at }, newText: line + lineBreak };
}

/** Takes items out, with their lines or their commas. */
export function removeItems(list: YAMLSeq, gone: readonly Node[], tree: Tree): Replacement[] {
  for (const item of gone) checkUnsharedInside(item, tree);
  const items = itemsOf(list);
  const spans = items.map((item) => spanOf(item, tree));
  const indices = gone.map((item) => items.indexOf(item));
  if (isFlow(list)) return flowRemovals(spans, new Set(indices), spanOf(list, tree));
  return indices.map((index) => {
    const { start, end } = spans[index]!;
    return blockRemoval({ start: dashBefore(start, tree.text), end }, null, tree);
  });
}

/** The dash that begins the item of a block list. */
function dashBefore(offset: number, text: string): number {
  let at = offset - 1;
  while (at >= 0 && text[at] !== '-') {
    if (!' \t\r\n'.includes(text[at]!)) throw new Refusal(t('This item of the list has marks of its own.'));
    at--;
  }
  return Math.max(at, 0);
}

export function replaceItem(list: YAMLSeq, item: Node, write: WriteValue, tree: Tree): Replacement {
  checkUnsharedInside(item, tree);
  const span = spanOf(item, tree);
  const indent = isFlow(list) ? 0 : columnOf(tree.text, spanOf(list, tree).start) + indentStep;
  return { span, newText: write({ isFlow: isFlow(list), indent, lineBreak: tree.lineBreak }) };
}

/** The end of the line on which a key stands: where a block below it begins. */
export function endOfKeyLine(pair: YamlPair, tree: Tree): number {
  return endOfLine(tree.text, colonEnd(pair, tree));
}
