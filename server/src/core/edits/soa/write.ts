/** Values of fields → YAML, in the style of what is there. */
import { evidenceKeys, fieldNamed, historyKeys, releaseKeys } from '../../soa/fieldNames.js';
import type { Replacement } from '../applyEdits.js';
import {
  addPair,
  indentStep,
  itemsOf,
  removePairs,
  setValue,
  type ValuePlace,
  type WriteValue,
  writePair,
} from './collections.js';
import type { FieldValue } from './fields.js';
import { editJoinedTexts } from './joinedTexts.js';
import { editList, type ListItem } from './lists.js';
import { type QuoteStyle, type ScalarPlace, writeScalar } from './scalars.js';
import {
  columnOf,
  contentOf,
  isFlow,
  isMap,
  isScalar,
  isSeq,
  keyText,
  type Node,
  pairsOf,
  spanOf,
  type Tree,
  unshared,
  type YAMLMap,
  type YamlPair,
} from './tree.js';
import type { WrittenDriver, WrittenItem } from './types.js';

type Writable = Exclude<FieldValue, { type: 'nothing' }>;

/** Lists that would be longer than this go one item to a line. */
const lineWidth = 100;

/** The text of a value where nothing is there yet. */
export function writeValue(value: Writable): WriteValue {
  switch (value.type) {
    case 'text':
      return (place) => (value.isApplicability ? value.text : writeText(value.text, place, 'plain', value.isDate));
    case 'item':
      return (place) => writeItem(value.item, { ...place, isFlow: true });
    case 'drivers':
      return (place) => writeDrivers(value.drivers, place);
    case 'list':
      return (place) => writeList(value.items, place);
  }
}

function writeText(text: string, place: ValuePlace, style: QuoteStyle, isDate = true): string {
  return writeScalar(text, { ...place, style, isDate } satisfies ScalarPlace);
}

/** `{ file: review.pdf, date: 2026-03-31 }`, or one key to a line. */
export function writeItem(item: WrittenItem, place: ValuePlace): string {
  const inner: ValuePlace = { ...place, indent: place.indent + indentStep };
  const pairs = Object.entries(item).map(([key, text]) => writePair(key, () => writeText(text, inner, 'plain'), inner));
  return place.isFlow ? `{ ${pairs.join(', ')} }` : pairs.join(place.lineBreak + ' '.repeat(place.indent));
}

function writeAny(item: string | WrittenItem, place: ValuePlace): string {
  return typeof item === 'string' ? writeText(item, place, 'plain') : writeItem(item, place);
}

function writeList(items: readonly (string | WrittenItem)[], place: ValuePlace): string {
  const flow: ValuePlace = { ...place, isFlow: true };
  const line = `[${items.map((item) => writeAny(item, flow)).join(', ')}]`;
  if (place.isFlow || line.length + place.indent <= lineWidth) return line;
  const start = `${place.lineBreak}${' '.repeat(place.indent)}- `;
  const below: ValuePlace = { ...place, indent: place.indent + indentStep };
  return items
    .map((item) => start + (typeof item === 'string' ? writeAny(item, below) : writeItem(item, flow)))
    .join('');
}

function writeDrivers(drivers: readonly WrittenDriver[], place: ValuePlace): string {
  const flow: ValuePlace = { ...place, isFlow: true };
  if (drivers.every(({ ids }) => ids.length === 0)) return `[${drivers.map(({ kind }) => kind).join(', ')}]`;
  return `{ ${drivers.map((driver) => `${driver.kind}: ${writeIds(driver, flow)}`).join(', ')} }`;
}

export function writeIds({ ids }: WrittenDriver, place: ValuePlace): string {
  return ids.length === 0 ? 'true' : writeList(ids, { ...place, isFlow: true });
}

/**
 * Another value for a pair that is there.
 * @param isCoarse write the whole value anew instead of changing it piece by piece
 */
export function changeValue(
  pair: YamlPair,
  value: Writable,
  map: YAMLMap,
  tree: Tree,
  isCoarse: boolean,
): Replacement[] {
  const content = contentOf(pair);
  unshared(content, tree);
  const place = valuePlace(pair, map, tree);
  if (content !== null && !isCoarse) {
    if (value.type === 'text' && isScalar(content)) return changeText(pair, content, value, place, tree);
    if (value.type === 'text') {
      const write = (text: string): WriteValue => writeValue({ ...value, text });
      const edits = editJoinedTexts(pair, value.text, write, tree);
      if (edits) return edits;
    }
    if (value.type === 'list' && isSeq(content) && itemsOf(content).length > 0) {
      return editList(
        content,
        value.items.map((item) => listItem(item, tree)),
        identityOf,
        tree,
      );
    }
    if (value.type === 'item' && isMap(content)) return changeItem(content, value.item, tree) ?? [];
  }
  return setValue(pair, writeValue(value), tree, place);
}

export function valuePlace(pair: YamlPair, map: YAMLMap, tree: Tree): ValuePlace {
  const column = columnOf(tree.text, spanOf(pair.key, tree).start);
  return { isFlow: isFlow(map), indent: isFlow(map) ? 0 : column + indentStep, lineBreak: tree.lineBreak };
}

const styles: Readonly<Record<string, QuoteStyle>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export function styleOf(node: Node): QuoteStyle {
  return (isScalar(node) && node.type ? styles[node.type] : undefined) ?? 'plain';
}

function changeText(
  pair: YamlPair,
  content: Node,
  value: Extract<Writable, { type: 'text' }>,
  place: ValuePlace,
  tree: Tree,
): Replacement[] {
  const span = spanOf(content, tree);
  const old = tree.text.slice(span.start, span.end);
  const style = styleOf(content);
  const written = value.isApplicability && style === 'plain' ? inWordsOf(old, value.text) : null;
  const isBlock = style === 'literal' || style === 'folded';
  // Behind a block there is no place for a comment on the same line.
  const hasComment = !isBlock && /^[ \t]*#/.test(tree.text.slice(span.end));
  const isFlowPlace = place.isFlow || hasComment;
  const newText = written ?? writeText(value.text, { ...place, isFlow: isFlowPlace }, style, value.isDate);
  // A comment behind the mark of a block belongs to the key and not to the text.
  const comment = isBlock ? /^[^\r\n]*?([ \t]+#[^\r\n]*)/.exec(old)?.[1] : undefined;
  if (comment === undefined) return setValue(pair, () => newText, tree, place);
  const end = /\r?\n|$/.exec(newText)!.index;
  return [{ span, newText: newText.slice(0, end) + comment + newText.slice(end) }];
}

/** `no` where the file says `yes`, and `False` where it says `True`. */
function inWordsOf(old: string, value: string): string | null {
  const words = [
    { true: 'yes', false: 'no' },
    { true: 'Yes', false: 'No' },
    { true: 'True', false: 'False' },
  ] as const;
  const known = words.find((pair) => Object.values(pair).some((word) => word === old));
  return known && value !== 'undecided' ? known[value as 'true' | 'false'] : value;
}

/** An item for `editList`. */
function listItem(item: string | WrittenItem, tree: Tree): ListItem {
  const isText = typeof item === 'string';
  return {
    identity: isText ? textIdentity(item) : itemIdentity(Object.entries(item)),
    write: (place) => writeAny(item, { ...place, isFlow: place.isFlow || !isText }),
    change: (node) => (isMap(node) && !isText ? changeItem(node, item, tree) : null),
  };
}

/** Equal for items that say the same: `keys.md` is as good as `{ path: keys.md }`. */
export function identityOf(node: Node): string | null {
  if (isScalar(node)) {
    const text = (node.source ?? String(node.value ?? '')).trim();
    return node.value === null && !node.source ? null : textIdentity(text);
  }
  if (!isMap(node)) return `other ${node.range?.[0]}`;
  return itemIdentity(pairsOf(node).map((pair) => [keyText(pair), textOf(pair)]));
}

export function textIdentity(text: string): string {
  return JSON.stringify([['place', text]]);
}

function textOf(pair: YamlPair): string {
  return isScalar(pair.value) ? (pair.value.source ?? String(pair.value.value ?? '')).trim() : '';
}

function itemIdentity(entries: readonly (readonly [string, string])[]): string {
  const named = namesOf(entries.map(([key]) => key));
  return JSON.stringify(entries.map(([, value], index) => [named[index], value]).sort());
}

/** The keys of an item by their meaning. The first of file, link, path and note is the place, however it is called. */
function namesOf(keys: readonly string[]): string[] {
  const named = keys.map((key) => {
    const field = fieldNamed(evidenceKeys, key) ?? fieldNamed(historyKeys, key) ?? fieldNamed(releaseKeys, key);
    return field ?? key.toLowerCase();
  });
  const place = ['file', 'link', 'path', 'note'].find((name) => named.includes(name));
  return named.map((name) => (name === place ? 'place' : name));
}

/** Key by key, in the spelling that is there; null where the item is used elsewhere, too. */
function changeItem(map: YAMLMap, item: WrittenItem, tree: Tree): Replacement[] | null {
  unshared(map, tree);
  const pairs = pairsOf(map);
  const named = namesOf(Object.keys(item));
  const wanted = new Map(Object.entries(item).map(([key, text], index) => [named[index]!, { key, text }]));
  const names = namesOf(pairs.map(keyText));
  const edits: Replacement[] = [];
  const gone: YamlPair[] = [];
  let last: YamlPair | null = null;
  for (const [index, pair] of pairs.entries()) {
    const name = names[index]!;
    const value = wanted.get(name);
    wanted.delete(name);
    if (!value) gone.push(pair);
    else {
      last = pair;
      if (textOf(pair) === value.text) continue;
      const text = { type: 'text', text: value.text, isDate: true, isApplicability: false } as const;
      edits.push(...changeValue(pair, text, map, tree, false));
    }
  }
  if (last === null) return null;
  for (const { key, text } of wanted.values()) {
    edits.push(addPair(map, { after: last }, key, (place) => writeText(text, place, 'plain'), tree));
  }
  return [...edits, ...removePairs(map, gone, tree)];
}
