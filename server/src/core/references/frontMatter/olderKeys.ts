/** `ISO27001: [A.9.2.1]` beside `ISO27001-2022: [A.5.16]`: a key without a year that holds the ids of the edition before. */
import type { Catalog } from '../../catalog/types.js';
import type { FrontMatter } from '../../document.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { factsOf } from './frontMatterKeys.js';

/** What stands below a key that names a standard. */
interface Below {
  readonly named: NamedStandard;
  /** The map that the key stands in. */
  readonly map: string;
  readonly ids: string[];
  readonly places: number[];
}

/**
 * The places (of `keySpan`) of such keys: in the same map another key names the edition in force of that standard, and
 * none of the ids below the key, of which the older edition has each, is one of it. Linear in the number of values.
 */
export function keysOfOlder({ scalars }: FrontMatter, names: StandardNames, catalog: Catalog): ReadonlySet<number> {
  const byKey = new Map<string, Below>();
  for (const { path, text, keySpan } of scalars) {
    const at = path.findLastIndex((part) => typeof part === 'string');
    const key = path[at];
    if (typeof key !== 'string' || !/\d{5}/.test(key)) continue;
    const [mention, ...others] = factsOf(key, names).run.mentions;
    const named = mention?.standards[0];
    if (!named?.known || others.length > 0 || mention!.standards.length > 1) continue;
    const whole = path.slice(0, at + 1).join('\n');
    const below = byKey.get(whole) ?? { named, map: path.slice(0, at).join('\n'), ids: [], places: [] };
    below.ids.push(text.trim());
    below.places.push(keySpan.start);
    byKey.set(whole, below);
  }
  const keys = [...byKey.values()];
  const inForce = new Set(
    keys.filter((key) => isInForce(key, catalog)).map(({ map, named }) => `${map}\n${named.standard}`),
  );
  const older = keys.filter(
    ({ named, map, ids }) =>
      named.edition === null &&
      inForce.has(`${map}\n${named.standard}`) &&
      ids.every((id) => isOnlyOlder(id, named.standard, catalog)),
  );
  return new Set(older.flatMap(({ places }) => places));
}

function isInForce({ named: { standard, edition } }: Below, catalog: Catalog): boolean {
  return edition !== null && catalog.edition(standard, edition)?.status === 'current';
}

function isOnlyOlder(id: string, standard: string, catalog: Catalog): boolean {
  const having = catalog.editions(standard).filter(({ key }) => catalog.find(key, id) !== undefined);
  return having.length > 0 && having.every(({ status }) => status === 'withdrawn');
}
