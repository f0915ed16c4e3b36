/** Keys that stand twice in a mapping. The parser's own check compares each key with all before it, which takes minutes for many. */
import { isScalar, type Node, type Scalar, visit, type YAMLMap } from 'yaml';

export interface RepeatedKey {
  /** Where the parser found it the second time, or another time after that. */
  readonly key: Scalar;
  readonly first: Scalar;
}

/** Of all mappings below the root, in the order of the text. Keys that are no single values are not compared. */
export function* repeatedKeys(root: Node): Generator<RepeatedKey> {
  const maps: YAMLMap[] = [];
  visit(root, {
    Map: (_, map) => {
      maps.push(map);
    },
  });
  for (const map of maps) {
    const seen = new Map<unknown, Scalar>();
    for (const { key } of map.items) {
      if (!isScalar(key)) continue;
      const first = seen.get(key.value);
      if (first) yield { key, first };
      else seen.set(key.value, key);
    }
  }
}
