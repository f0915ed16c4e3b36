/** The drivers of a decision: kinds with ids, as a mapping, a list or a word. */
import { driverKindOf } from '../../soa/values.js';
import type { Replacement } from '../applyEdits.js';
import { addPair, removePairs, setValue } from './collections.js';
import { editList } from './lists.js';
import { contentOf, isMap, isSeq, keyText, pairsOf, type Tree, unshared, type YAMLMap, type YamlPair } from './tree.js';
import type { WrittenDriver } from './types.js';
import { changeValue, identityOf, styleOf, textIdentity, valuePlace, writeIds, writeValue } from './write.js';

/** @param pair the key `drivers` with its value @param map the decision that it stands in */
export function changeDrivers(
  pair: YamlPair,
  drivers: readonly WrittenDriver[],
  map: YAMLMap,
  tree: Tree,
  isCoarse: boolean,
): Replacement[] {
  const content = unshared(contentOf(pair), tree);
  const kindsOnly = drivers.every(({ ids }) => ids.length === 0);
  if (!isCoarse && isMap(content) && pairsOf(content).length > 0) return changeKinds(content, drivers, tree);
  if (!isCoarse && isSeq(content) && kindsOnly) {
    const kinds = drivers.map(({ kind }) => kind);
    return changeValue(pair, { type: 'list', items: kinds }, map, tree, false);
  }
  return setValue(pair, writeValue({ type: 'drivers', drivers }), tree, valuePlace(pair, map, tree));
}

function changeKinds(map: YAMLMap, drivers: readonly WrittenDriver[], tree: Tree): Replacement[] {
  const wanted = new Map(drivers.map((driver) => [driver.kind as string, driver]));
  const edits: Replacement[] = [];
  const gone: YamlPair[] = [];
  const pairs = pairsOf(map);
  for (const pair of pairs) {
    const kind = driverKindOf(keyText(pair)) ?? '';
    const driver = wanted.get(kind);
    wanted.delete(kind);
    if (driver) edits.push(...changeIds(pair, driver, map, tree));
    else if (kind !== '') gone.push(pair);
  }
  const last = pairs[pairs.length - 1]!;
  for (const driver of wanted.values()) {
    edits.push(addPair(map, { after: last }, driver.kind, (place) => writeIds(driver, place), tree));
  }
  return [...edits, ...removePairs(map, gone, tree)];
}

function changeIds(pair: YamlPair, driver: WrittenDriver, map: YAMLMap, tree: Tree): Replacement[] {
  const content = unshared(contentOf(pair), tree);
  const place = valuePlace(pair, map, tree);
  if (isSeq(content) && content.items.length > 0 && driver.ids.length > 0) {
    const items = driver.ids.map((id) => ({
      identity: textIdentity(id),
      write: writeValue({ type: 'text', text: id, isDate: false, isApplicability: false }),
    }));
    return editList(content, items, identityOf, tree);
  }
  const [only] = driver.ids;
  if (
    content &&
    !isSeq(content) &&
    driver.ids.length === 1 &&
    only !== undefined &&
    identityOf(content) === textIdentity(only)
  )
    return [];
  if (
    content &&
    driver.ids.length === 0 &&
    styleOf(content) === 'plain' &&
    identityOf(content) === textIdentity('true')
  )
    return [];
  return setValue(pair, (where) => writeIds(driver, where), tree, place);
}
