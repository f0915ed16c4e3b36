/** A list of a soa.yaml → another list: what both have stays byte for byte, with its comments. */
import type { Replacement } from '../applyEdits.js';
import { addItem, itemsOf, removeItems, replaceItem, type WriteValue } from './collections.js';
import { type Node, type Tree, unshared, type YAMLSeq } from './tree.js';

export interface ListItem {
  /** Equal for items that say the same. */
  readonly identity: string;
  readonly write: WriteValue;
  /** Changes an item that says something else so that it says this; null where it has to be written anew. */
  readonly change?: (node: Node) => Replacement[] | null;
}

/**
 * @param identityOf of an item that is there; null for one that says nothing (an empty one stays as it is)
 * @param wanted at least one item; neither list may be empty
 */
export function editList(
  list: YAMLSeq,
  wanted: readonly ListItem[],
  identityOf: (node: Node) => string | null,
  tree: Tree,
): Replacement[] {
  unshared(list, tree);
  const present = itemsOf(list);
  const old = present.map(identityOf);
  const kept = commonItems(
    old,
    wanted.map(({ identity }) => identity),
  );
  const edits: Replacement[] = [];
  const gone: Node[] = [];
  let oldIndex = 0;
  let newIndex = 0;
  let after: Node | null = null;
  const flush = (oldEnd: number, newEnd: number) => {
    while (oldIndex < oldEnd && newIndex < newEnd) {
      const node = present[oldIndex++]!;
      const item = wanted[newIndex++]!;
      edits.push(...(item.change?.(node) ?? [replaceItem(list, node, item.write, tree)]));
      after = node;
    }
    for (; oldIndex < oldEnd; oldIndex++) if (old[oldIndex] !== null) gone.push(present[oldIndex]!);
    for (; newIndex < newEnd; newIndex++) edits.push(addItem(list, after, wanted[newIndex]!.write, tree));
  };
  for (const [oldAt, newAt] of kept) {
    flush(oldAt, newAt);
    after = present[oldAt]!;
    oldIndex = oldAt + 1;
    newIndex = newAt + 1;
  }
  flush(present.length, wanted.length);
  return [...edits, ...removeItems(list, gone, tree)];
}

/** The longest list of items that both have in the same order, as pairs of indices. */
function commonItems(old: readonly (string | null)[], wanted: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(wanted.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === wanted[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < wanted.length; ) {
    if (old[i] === wanted[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
