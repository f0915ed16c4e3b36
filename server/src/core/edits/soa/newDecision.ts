/** A first decision on a control: beside its neighbours in the standard, in their style. */

import type { CatalogEntry } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { type DecisionField, decisionKeys, fieldNamed, headerKeys } from '../../soa/fieldNames.js';
import type { Replacement } from '../applyEdits.js';
import {
  addPair,
  indentStep,
  type PairPlace,
  setValue,
  type ValuePlace,
  type WriteValue,
  writePair,
} from './collections.js';
import type { Ground } from './decisions.js';
import { type KeyModel, keyLike, keyModel, titleComment } from './entryKeys.js';
import type { FieldValue } from './fields.js';
import {
  contentOf,
  endOfEntry,
  isFlow,
  isMap,
  keyText,
  pairSpan,
  pairsOf,
  Refusal,
  spanOf,
  type Tree,
  unshared,
  type YAMLMap,
  type YamlPair,
} from './tree.js';
import { writeValue } from './write.js';

type Written = Exclude<FieldValue, { type: 'nothing' }>;

/** A mapping with decisions, and what stands above its keys: `''`, or `27001:` where ids are grouped by standard. */
interface Home {
  readonly map: YAMLMap;
  readonly prefix: string;
}

export function addDecision(
  change: { readonly control: string; readonly field: DecisionField },
  value: Written,
  ground: Ground,
): Replacement[] {
  const target = ground.catalog.entry(change.control);
  if (!target) throw new Refusal(t('{0} is not a control of the catalog.', change.control));
  const { tree } = ground;
  const controls = controlsPair(tree);
  const content = controls ? unshared(contentOf(controls), tree) : null;
  if (controls && isMap(content) && (pairsOf(content).length > 0 || !isFlow(content) || isFlow(tree.root!))) {
    return [insertBeside(homeOf(target, content, ground), target, change.field, value, ground)];
  }
  if (content !== null && !isMap(content))
    throw new Refusal(t('Below “controls:” stands something that is no decision.'));
  const key = keyLike(target, null, '', ground);
  const below: WriteValue = (place) => block(key, '', change.field, value, place);
  if (controls) return setValue(controls, below, tree, topPlace(tree));
  return [addToTop('controls', below, tree)];
}

function controlsPair(tree: Tree): YamlPair | undefined {
  return tree.root
    ? pairsOf(tree.root).find((pair) => fieldNamed(headerKeys, keyText(pair)) === 'controls')
    : undefined;
}

export function topPlace(tree: Tree): ValuePlace {
  return { isFlow: tree.root !== null && isFlow(tree.root), indent: indentStep, lineBreak: tree.lineBreak };
}

/** A new key at the end of the file. */
export function addToTop(key: string, write: WriteValue, tree: Tree): Replacement {
  const { root, text, lineBreak } = tree;
  const pairs = root ? pairsOf(root) : [];
  if (root && (pairs.length > 0 || isFlow(root))) {
    return addPair(root, pairs.length > 0 ? { after: pairs[pairs.length - 1]! } : null, key, write, tree);
  }
  const isOnNewLine = text === '' || /[\n\r\ufeff]$/.test(text);
  const newText = (isOnNewLine ? '' : lineBreak) + writePair(key, write, topPlace(tree)) + lineBreak;
  return { span: { start: text.length, end: text.length }, newText };
}

/** `27001:A.5.15:` with its first field, below a key that has nothing below it yet. */
function block(key: string, comment: string, field: FieldOf, value: Written, place: ValuePlace): string {
  const name = decisionKeys[field][0]!;
  if (place.isFlow) return `{ ${key}: { ${writePair(name, writeValue(value), place)} } }`;
  const inner = place.indent + indentStep;
  const pair = writePair(name, writeValue(value), { ...place, indent: inner + indentStep });
  const { lineBreak } = place;
  return `${lineBreak}${' '.repeat(place.indent)}${key}:${comment}${lineBreak}${' '.repeat(inner)}${pair}`;
}

type FieldOf = DecisionField;

/** Among the ids of the standard, where there is such a group. */
function homeOf(target: CatalogEntry, controls: YAMLMap, ground: Ground): Home {
  const { catalog, tree } = ground;
  for (const pair of pairsOf(controls)) {
    const standard = catalog.edition(keyText(pair).toLowerCase());
    const below = contentOf(pair);
    if (standard?.key !== target.standardKey || !isMap(below) || pairsOf(below).length === 0) continue;
    return { map: unshared(below, tree), prefix: `${keyText(pair)}:` };
  }
  return { map: controls, prefix: '' };
}

function insertBeside(home: Home, target: CatalogEntry, field: FieldOf, value: Written, ground: Ground): Replacement {
  const { tree } = ground;
  const models = modelsIn(home, target, ground);
  const { place, model } = neighbourOf(target, models, home.map, ground);
  const key = keyLike(target, model, home.prefix, ground);
  if (isFlow(home.map)) {
    const write: WriteValue = (where) => `{ ${writePair(decisionKeys[field][0]!, writeValue(value), where)} }`;
    return addPair(home.map, place, key, write, tree);
  }
  const comment = titleComment(model, target, tree);
  const step = stepIn(home.map, tree);
  const write: WriteValue = (where) => {
    const column = where.indent - indentStep + step;
    const inner: ValuePlace = { ...where, indent: column + indentStep };
    const pair = writePair(decisionKeys[field][0]!, writeValue(value), inner);
    return `${comment}${where.lineBreak}${' '.repeat(column)}${pair}`;
  };
  return addPair(home.map, place, key, write, tree, isSpaced(home.map, tree));
}

/** The decisions of the mapping that are on controls of the same standard. */
function modelsIn({ map, prefix }: Home, target: CatalogEntry, { system, catalog, tree }: Ground): KeyModel[] {
  const byStart = new Map(system.decisions.map((decision) => [decision.keySpan.start, decision]));
  return pairsOf(map).flatMap((pair) => {
    const key = byStart.get(spanOf(pair.key, tree).start)?.entryKey;
    const entry = key ? catalog.entry(key) : undefined;
    return entry?.standardKey === target.standardKey ? [keyModel(pair, prefix, entry)] : [];
  });
}

/** Behind the control before it in the standard, or before the one behind it; first among those of the same group. */
function neighbourOf(
  target: CatalogEntry,
  models: readonly KeyModel[],
  map: YAMLMap,
  { catalog }: Ground,
): { place: PairPlace; model: KeyModel | null } {
  const order = new Map(catalog.controls(target.standardKey).map((entry, index) => [entry.key, index]));
  const own = order.get(target.key) ?? Number.MAX_SAFE_INTEGER;
  const at = ({ entry }: KeyModel) => order.get(entry.key) ?? -1;
  const before = models.filter((model) => at(model) < own).sort((a, b) => at(b) - at(a))[0];
  const behind = models.filter((model) => at(model) > own).sort((a, b) => at(a) - at(b))[0];
  const isNear = (model: KeyModel | undefined) => model !== undefined && model.entry.parent === target.parent;
  if (before && (isNear(before) || !isNear(behind))) return { place: { after: before.pair }, model: before };
  if (behind) return { place: { before: behind.pair }, model: behind };
  const last = pairsOf(map).at(-1);
  return { place: last ? { after: last } : null, model: null };
}

/** How much deeper than the keys of the decisions their fields are. */
function stepIn(map: YAMLMap, tree: Tree): number {
  for (const pair of pairsOf(map)) {
    const content = contentOf(pair);
    const first = isMap(content) && !isFlow(content) ? pairsOf(content)[0] : undefined;
    if (!first) continue;
    const { text } = tree;
    const column = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);
    const step = column(spanOf(first.key, tree).start) - column(spanOf(pair.key, tree).start);
    if (step > 0 && step <= 8) return step;
  }
  return indentStep;
}

/** Whether the entries of a mapping are set apart by empty lines. */
function isSpaced(map: YAMLMap, tree: Tree): boolean {
  const pairs = pairsOf(map);
  let spaced = 0;
  for (const pair of pairs.slice(0, -1)) {
    const end = endOfEntry(pairSpan(pair, tree), tree);
    if (/^(?:\r\n|\n)[ \t]*(?:\r\n|\n)/.test(tree.text.slice(end, end + 100))) spaced++;
  }
  return spaced > (pairs.length - 1) / 2;
}
