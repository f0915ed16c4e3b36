/** Changes of the `standards:` of the file: one comes, one goes, one gets other roles or amendments. */
import { t } from '../../l10n.js';
import { normaliseKey } from '../../settings.js';
import { standardNamed } from '../../soa/controlKey.js';
import type { SystemStandard } from '../../soa/types.js';
import type { Replacement } from '../applyEdits.js';
import { addPair, removePairs, setValue, type ValuePlace, type WriteValue, writePair } from './collections.js';
import type { Ground } from './decisions.js';
import { readFieldValue } from './fields.js';
import { addHeader, headerPair } from './header.js';
import { topPlace } from './newDecision.js';
import {
  contentOf,
  isMap,
  isScalar,
  keyText,
  pairsOf,
  Refusal,
  spanOf,
  unshared,
  type YAMLMap,
  type YamlPair,
} from './tree.js';
import type { SoaChange, StandardField } from './types.js';
import { changeValue, valuePlace, writeValue } from './write.js';

/** What a standard in scope says. */
interface Stated {
  readonly standard: string;
  readonly edition: string | null;
  readonly roles: readonly string[];
  readonly amendments: readonly string[];
}

const fieldKeys: Readonly<Record<StandardField, readonly string[]>> = {
  roles: ['roles', 'role'],
  amendments: ['amendments', 'amendment'],
};

type StandardChange = Extract<SoaChange, { kind: 'addStandard' | 'removeStandard' | 'standard' }>;

export function planStandard(change: StandardChange, ground: Ground): Replacement[] {
  const { tree, system } = ground;
  const after = statedAfter(change, system.standards.map(stated), ground);
  const pair = headerPair('standards', tree);
  const content = pair ? unshared(contentOf(pair), tree) : null;
  if (isMap(content) && pairsOf(content).length > 0) {
    const own = pairsOf(content).find((each) => nameOf(each, ground) === nameIn(change, ground));
    if (change.kind === 'addStandard') return [insert(content, after.at(-1)!, ground)];
    if (own && change.kind === 'removeStandard') return removePairs(content, [own], tree);
    if (own && change.kind === 'standard') return changeEntry(content, own, change, ground);
  }
  if (pair && content !== null) {
    const { start, end } = spanOf(content, tree);
    if (/(?:^|\s)#/.test(tree.text.slice(start, end)))
      throw new Refusal(
        t('There are comments among the standards that would be lost. Change them in soa.yaml itself.'),
      );
  }
  const below: WriteValue = (place) => writeAll(after, place);
  return pair ? setValue(pair, below, tree, topPlace(tree)) : [addHeader('standards', below, tree)];
}

/** The standards as they are to be. @throws Refusal where the change makes no sense */
export function statedAfter(
  change: StandardChange,
  before: readonly Stated[],
  { catalog }: Pick<Ground, 'catalog'>,
): Stated[] {
  const named = standardNamed(change.standard, catalog);
  const standard = named && catalog.edition(named.standard, named.edition);
  if (!named || (change.kind === 'addStandard' && !standard))
    throw new Refusal(t('{0} is not a standard of the catalog.', change.standard));
  const known = before.find((one) => one.standard === named.standard);
  switch (change.kind) {
    case 'addStandard':
      if (known) throw new Refusal(t('{0} is in scope already.', named.standard));
      return [...before, { standard: named.standard, edition: standard!.edition, roles: [], amendments: [] }];
    case 'removeStandard':
      if (!known) throw new Refusal(t('{0} is not in scope.', named.standard));
      if (before.length === 1) throw new Refusal(t('A statement has at least one standard.'));
      return before.filter((one) => one !== known);
    case 'standard':
      if (!known) throw new Refusal(t('{0} is not in scope.', named.standard));
      return before.map((one) => (one === known ? { ...one, [change.field]: textsOf(change) } : one));
  }
}

/** A standard of the system in the words of a change. */
export function stated({ standard, edition, roles = [], amendments = [] }: SystemStandard): Stated {
  return { standard, edition, roles, amendments: amendments.map(({ value }) => value) };
}

function textsOf({ value }: Extract<SoaChange, { kind: 'standard' }>): string[] {
  const read = readFieldValue('documents', value);
  return read.type === 'list' ? read.items.filter((item) => typeof item === 'string') : [];
}

function nameIn({ standard }: StandardChange, { catalog }: Ground): string | null {
  return standardNamed(standard, catalog)?.standard ?? null;
}

function nameOf(pair: YamlPair, { catalog }: Ground): string | null {
  return standardNamed(keyText(pair), catalog)?.standard ?? null;
}

function insert(map: YAMLMap, { standard, ...facts }: Stated, { tree }: Ground): Replacement {
  const place = { after: pairsOf(map).at(-1)! };
  return addPair(map, place, standard, () => writeFacts(facts, tree.lineBreak), tree);
}

function changeEntry(
  map: YAMLMap,
  own: YamlPair,
  change: Extract<SoaChange, { kind: 'standard' }>,
  ground: Ground,
): Replacement[] {
  const { tree, system, catalog } = ground;
  const content = unshared(contentOf(own), tree);
  const items = textsOf(change);
  if (isMap(content) && pairsOf(content).length > 0) {
    const field = pairsOf(content).find((each) => fieldKeys[change.field].includes(normaliseKey(keyText(each))));
    if (items.length === 0) return field ? removePairs(content, [field], tree) : [];
    const value = { type: 'list', items } as const;
    if (field) return changeValue(field, value, content, tree, ground.isCoarse);
    return [
      addPair(content, { after: pairsOf(content).at(-1)! }, fieldKeys[change.field][0]!, writeValue(value), tree),
    ];
  }
  if (content !== null && !isScalar(content))
    throw new Refusal(t('This standard is written in a way that can only be changed in soa.yaml itself.'));
  const after = statedAfter(change, system.standards.map(stated), { catalog });
  const facts = after.find(({ standard }) => standard === nameIn(change, ground))!;
  return setValue(own, () => writeFacts(facts, tree.lineBreak), tree, valuePlace(own, map, tree));
}

/** `{ edition: 2022, roles: [controller] }` */
function writeFacts({ edition, roles, amendments }: Omit<Stated, 'standard'>, lineBreak: string): string {
  const place: ValuePlace = { isFlow: true, indent: 0, lineBreak };
  const pairs = [
    ...(edition === null ? [] : [`edition: ${edition}`]),
    ...(roles.length === 0 ? [] : [writePair('roles', writeValue({ type: 'list', items: roles }), place)]),
    ...(amendments.length === 0
      ? []
      : [writePair('amendments', writeValue({ type: 'list', items: amendments }), place)]),
  ];
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function writeAll(standards: readonly Stated[], place: ValuePlace): string {
  const entries = standards.map(({ standard, ...facts }) => `${standard}: ${writeFacts(facts, place.lineBreak)}`);
  if (place.isFlow) return `{ ${entries.join(', ')} }`;
  return entries.map((entry) => `${place.lineBreak}${' '.repeat(place.indent)}${entry}`).join('');
}
