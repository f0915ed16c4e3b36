/** Where a change of a decision goes: into its entry, or into a new one beside its neighbours in the standard. */

import type { Catalog } from '../../catalog/types.js';
import { t } from '../../l10n.js';
import { allDecisions } from '../../soa/allDecisions.js';
import { additionalKeys, type DecisionField, decisionKeys, fieldNamed } from '../../soa/fieldNames.js';
import type { Decision, ManagementSystem } from '../../soa/types.js';
import type { Replacement } from '../applyEdits.js';
import {
  addPair,
  endOfKeyLine,
  indentStep,
  lineAfter,
  type PairPlace,
  removePairs,
  setValue,
  writePair,
} from './collections.js';
import { changeDrivers } from './drivers.js';
import { keyLike, keyModel, quotedKey, readOwnId } from './entryKeys.js';
import { type FieldValue, readFieldValue } from './fields.js';
import { addDecision } from './newDecision.js';
import {
  colonEnd,
  columnOf,
  contentOf,
  isFlow,
  isMap,
  isScalar,
  keyText,
  type Node,
  pairSpan,
  pairsOf,
  Refusal,
  spanOf,
  type Tree,
  unshared,
  type YAMLMap,
  type YamlPair,
} from './tree.js';
import type { SoaChange } from './types.js';
import { changeValue, writeValue } from './write.js';

/** What the changes of one round are planned on: a text, read both ways. */
export interface Ground {
  readonly tree: Tree;
  readonly system: ManagementSystem;
  readonly catalog: Catalog;
  /** Write values anew instead of changing them piece by piece. */
  readonly isCoarse: boolean;
}

/** A decision of the file: its pair, and the mapping that it is an entry of. */
export interface Entry {
  readonly decision: Decision;
  readonly pair: YamlPair;
  readonly map: YAMLMap;
}

export function findDecision(control: string, system: ManagementSystem): Decision | null {
  const byKey = system.decisions.find(({ entryKey }) => entryKey === control);
  const all = byKey ? [] : allDecisions(system);
  return byKey ?? all.find(({ written }) => written === control) ?? null;
}

/** Whether the control is one of the organisation's own. */
export function isOwn(control: string, system: ManagementSystem): boolean {
  const decision = findDecision(control, system);
  return decision !== null && (system.additional ?? []).some((own) => own === decision);
}

/** The pair of a decision, with checks that nothing of it is used elsewhere. */
export function findEntry(control: string, ground: Ground): Entry | null {
  const decision = findDecision(control, ground.system);
  if (!decision) return null;
  const { tree } = ground;
  const inMap = (map: YAMLMap): Entry | null => {
    for (const pair of pairsOf(map)) {
      const span = pairSpan(pair, tree);
      if (decision.keySpan.start < span.start || decision.keySpan.end > span.end) continue;
      if (spanOf(pair.key, tree).start === decision.keySpan.start) return { decision, pair, map };
      const below = contentOf(pair);
      return isMap(below) ? inMap(unshared(below, tree)) : null;
    }
    return null;
  };
  const entry = tree.root && inMap(tree.root);
  if (!entry) throw new Refusal(t('This decision is a copy of another one. Change it in soa.yaml itself.'));
  return entry;
}

/** The keys of an own control in the order in which they are written. */
const ownKeys: Readonly<Record<string, readonly string[]>> = { ...additionalKeys, ...decisionKeys };

function keysFor(control: string, { system }: Ground): Readonly<Record<string, readonly string[]>> {
  return isOwn(control, system) ? ownKeys : decisionKeys;
}

export function planDecision(change: Extract<SoaChange, { kind: 'decision' }>, ground: Ground): Replacement[] {
  const value = readFieldValue(change.field, change.value);
  const entry = findEntry(change.control, ground);
  if ((change.field === 'title' || change.field === 'source') && !isOwn(change.control, ground.system))
    throw new Refusal(t('Only a control of your own has a title and a source of its own.'));
  if (!entry)
    return value.type === 'nothing'
      ? []
      : addDecision({ ...change, field: change.field as DecisionField }, value, ground);
  const content = unshared(contentOf(entry.pair), ground.tree);
  if (isMap(content) && pairsOf(content).length > 0)
    return changeField(content, change.field, value, keysFor(change.control, ground), ground);
  if (value.type === 'nothing') return isScalar(content) && change.field === 'applicable' ? emptied(entry, ground) : [];
  if (isScalar(content) && change.field === 'applicable') {
    return changeValue(entry.pair, value, entry.map, ground.tree, ground.isCoarse);
  }
  return unfold(entry, content, keysFor(change.control, ground)[change.field]![0]!, value, ground);
}

/** Sets, adds or takes away a key of a decision that has keys. */
function changeField(
  map: YAMLMap,
  field: string,
  value: FieldValue,
  keys: Readonly<Record<string, readonly string[]>>,
  ground: Ground,
): Replacement[] {
  const { tree } = ground;
  const pairs = pairsOf(map);
  const pair = pairs.find((each) => fieldNamed(keys, keyText(each)) === field);
  if (value.type === 'nothing') return pair ? removePairs(map, [pair], tree) : [];
  if (pair && value.type === 'drivers') return changeDrivers(pair, value.drivers, map, tree, ground.isCoarse);
  if (pair) return changeValue(pair, value, map, tree, ground.isCoarse);
  return [addPair(map, fieldPlace(field, keys, pairs), keys[field]![0]!, writeValue(value), tree)];
}

/** Where a key goes among others: behind the nearest that comes before it in our order, else before all. */
export function fieldPlace<Field extends string>(
  field: Field,
  names: Readonly<Record<Field, readonly string[]>>,
  pairs: readonly YamlPair[],
): PairPlace {
  const order = Object.keys(names) as Field[];
  const own = order.indexOf(field);
  let best: YamlPair | null = null;
  let bestIndex = -1;
  for (const pair of pairs) {
    const name = fieldNamed(names, keyText(pair));
    const index = name ? order.indexOf(name) : -1;
    if (index < own && index >= bestIndex) {
      best = index === -1 ? best : pair;
      bestIndex = index;
    }
  }
  if (best) return { after: best };
  return pairs[0] ? { before: pairs[0] } : null;
}

/** A decision of one word, or of nothing, gets keys: `27001:A.7.4: no # why` keeps its comment behind the key. */
function unfold(
  entry: Entry,
  content: Node | null,
  key: string,
  value: Exclude<FieldValue, { type: 'nothing' }>,
  ground: Ground,
): Replacement[] {
  const { tree } = ground;
  const { pair, map } = entry;
  const word =
    isScalar(content) && !isMap(content)
      ? tree.text.slice(spanOf(content, tree).start, spanOf(content, tree).end)
      : null;
  const isNull = isScalar(content) && content.value === null;
  const first = word !== null && !isNull ? [`${decisionKeys.applicable[0]!}: ${word}`] : [];
  if (isFlow(map)) {
    const place = { isFlow: true, indent: 0, lineBreak: tree.lineBreak };
    const pairs = [...first, writePair(key, writeValue(value), place)];
    return setValue(pair, () => `{ ${pairs.join(', ')} }`, tree, place);
  }
  const column = columnOf(tree.text, spanOf(pair.key, tree).start) + indentStep;
  const place = { isFlow: false, indent: column + indentStep, lineBreak: tree.lineBreak };
  const lines = [...first, writePair(key, writeValue(value), place)].map((line) => ' '.repeat(column) + line);
  const below = lineAfter(endOfKeyLine(pair, tree), lines.join(tree.lineBreak), tree);
  return [...emptied(entry, ground), below];
}

/** The value of a decision taken away, and nothing put in its place. */
function emptied({ pair }: Entry, { tree }: Ground): Replacement[] {
  const content = contentOf(pair);
  if (content === null) return [];
  const span = spanOf(content, tree);
  if (/[\r\n]/.test(tree.text.slice(span.start, span.end)))
    throw new Refusal(t('This decision is a text of several lines. Change it in soa.yaml itself.'));
  return [{ span: { start: colonEnd(pair, tree), end: span.end }, newText: '' }];
}

export function planRename(change: Extract<SoaChange, { kind: 'rename' }>, ground: Ground): Replacement[] {
  const entry = findEntry(change.control, ground);
  if (!entry) throw new Refusal(t('{0} has no decision in soa.yaml.', change.control));
  const span = spanOf(entry.pair.key, ground.tree);
  const target = ground.catalog.entry(change.to);
  const { pair, decision } = entry;
  if (!target) {
    const isNewId = isOwn(change.control, ground.system) && change.to.trim() !== change.control.trim();
    const key = isNewId ? readOwnId(change.to, ground) : change.to;
    return [{ span, newText: quotedKey(key, pair, ground.tree) }];
  }
  const own = keyText(pair);
  const prefix = decision.written.endsWith(own) ? decision.written.slice(0, -own.length) : '';
  const old = decision.entryKey === null ? undefined : ground.catalog.entry(decision.entryKey);
  const model = keyModel(pair, prefix, old ?? target);
  return [{ span, newText: keyLike(target, model, prefix, ground) }];
}

export function planRemove(change: Extract<SoaChange, { kind: 'remove' }>, ground: Ground): Replacement[] {
  const entry = findEntry(change.control, ground);
  return entry ? removePairs(entry.map, [entry.pair], ground.tree) : [];
}
