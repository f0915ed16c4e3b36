/** Changes of the top of the file: version, dates, approval, the history of changes. */
import { t } from '../../l10n.js';
import { fieldNamed, type HeaderField, headerKeys } from '../../soa/fieldNames.js';
import type { Replacement } from '../applyEdits.js';
import { addItem, addPair, itemsOf, removePairs, setValue, type WriteValue } from './collections.js';
import { fieldPlace, type Ground } from './decisions.js';
import { readFieldValue, tidyItem } from './fields.js';
import { addToTop, topPlace } from './newDecision.js';
import {
  contentOf,
  isFlow,
  isMap,
  isSeq,
  keyText,
  pairsOf,
  Refusal,
  type Tree,
  unshared,
  type YamlPair,
} from './tree.js';
import type { SoaChange } from './types.js';
import { changeValue, writeItem, writeValue } from './write.js';

export function planHeader(change: Extract<SoaChange, { kind: 'header' }>, ground: Ground): Replacement[] {
  const { tree } = ground;
  const value = readFieldValue(change.field, change.value);
  const pair = headerPair(change.field, tree);
  if (value.type === 'nothing') return pair ? removePairs(tree.root!, [pair], tree) : [];
  if (pair) return changeValue(pair, value, tree.root!, tree, ground.isCoarse);
  return [addHeader(change.field, writeValue(value), tree)];
}

export function planAppend(change: Extract<SoaChange, { kind: 'append' }>, ground: Ground): Replacement[] {
  const { tree } = ground;
  const item = tidyItem(change.item);
  if (Object.keys(item).length === 0) throw new Refusal(t('There is nothing to add.'));
  const pair = headerPair(change.list as HeaderField, tree);
  const content = pair ? unshared(contentOf(pair), tree) : null;
  if (isSeq(content) && itemsOf(content).length > 0) {
    const last = itemsOf(content).at(-1)!;
    const isBlock = isMap(last) && !isFlow(last);
    const write: WriteValue = (place) => writeItem(item, { ...place, isFlow: place.isFlow || !isBlock });
    return [addItem(content, last, write, tree)];
  }
  if (content !== null && !isSeq(content)) throw new Refusal(t('“{0}” is not a list in this file.', change.list));
  const write: WriteValue = (place) => {
    const flow = writeItem(item, { ...place, isFlow: true });
    return place.isFlow ? `[${flow}]` : `${place.lineBreak}${' '.repeat(place.indent)}- ${flow}`;
  };
  if (pair) return setValue(pair, write, tree, topPlace(tree));
  return [addHeader(change.list as HeaderField, write, tree)];
}

/** The pair of a key of the top. */
export function headerPair(field: HeaderField, tree: Tree): YamlPair | undefined {
  return tree.root ? pairsOf(tree.root).find((pair) => fieldNamed(headerKeys, keyText(pair)) === field) : undefined;
}

/** A key of the top that is not there yet, in the order of our keys. */
export function addHeader(field: HeaderField, write: WriteValue, tree: Tree): Replacement {
  const key = headerKeys[field][0]!;
  const pairs = tree.root ? pairsOf(tree.root) : [];
  if (pairs.length === 0) return addToTop(key, write, tree);
  return addPair(tree.root!, fieldPlace(field, headerKeys, pairs), key, write, tree);
}
