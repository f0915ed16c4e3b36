/** Controls beyond those of the standards: a new one at the end of their list. */
import { t } from '../../l10n.js';
import { additionalKeys } from '../../soa/fieldNames.js';
import type { Replacement } from '../applyEdits.js';
import { addPair, indentStep, setValue, type ValuePlace, type WriteValue, writePair } from './collections.js';
import type { Ground } from './decisions.js';
import { quotedKey, readOwnId } from './entryKeys.js';
import { readFieldValue } from './fields.js';
import { addHeader, headerPair } from './header.js';
import { topPlace } from './newDecision.js';
import { contentOf, isFlow, isMap, pairsOf, Refusal, type Tree, unshared, type YAMLMap } from './tree.js';
import type { SoaChange } from './types.js';
import { writeValue } from './write.js';

export function planAddOwn(change: Extract<SoaChange, { kind: 'addOwn' }>, ground: Ground): Replacement[] {
  const { tree } = ground;
  const id = readOwnId(change.control, ground);
  const fields = (['title', 'source'] as const).flatMap((field): [string, WriteValue][] => {
    const value = readFieldValue(field, change[field]);
    return value.type === 'nothing' ? [] : [[additionalKeys[field][0]!, writeValue(value)]];
  });
  if (fields[0]?.[0] !== 'title') throw new Refusal(t('Say what this control is: it has no title.'));
  const pair = headerPair('additional', tree);
  const content = pair ? unshared(contentOf(pair), tree) : null;
  if (content !== null && !isMap(content))
    throw new Refusal(t('Below “additional:” stands something that is no control.'));
  if (content !== null && pairsOf(content).length > 0) return [insertLast(content, id, fields, tree)];
  const below: WriteValue = (place) => {
    const key = quotedKey(id, null, tree);
    if (place.isFlow) return `{ ${key}: ${inFlow(fields, tree)} }`;
    return `${tree.lineBreak}${' '.repeat(place.indent)}${key}:${inBlock(fields, place.indent + indentStep, tree)}`;
  };
  if (pair) return setValue(pair, below, tree, topPlace(tree));
  return [addHeader('additional', below, tree)];
}

function insertLast(map: YAMLMap, id: string, fields: readonly [string, WriteValue][], tree: Tree): Replacement {
  const last = pairsOf(map).at(-1)!;
  const key = quotedKey(id, last, tree);
  if (isFlow(map)) return addPair(map, { after: last }, key, () => inFlow(fields, tree), tree);
  return addPair(map, { after: last }, key, (place) => inBlock(fields, place.indent, tree), tree);
}

function inFlow(fields: readonly [string, WriteValue][], { lineBreak }: Tree): string {
  const place: ValuePlace = { isFlow: true, indent: 0, lineBreak };
  return `{ ${fields.map(([key, write]) => writePair(key, write, place)).join(', ')} }`;
}

/** One key to a line, below the key of the control. */
function inBlock(fields: readonly [string, WriteValue][], indent: number, { lineBreak }: Tree): string {
  const place: ValuePlace = { isFlow: false, indent: indent + indentStep, lineBreak };
  return fields.map(([key, write]) => `${lineBreak}${' '.repeat(indent)}${writePair(key, write, place)}`).join('');
}
