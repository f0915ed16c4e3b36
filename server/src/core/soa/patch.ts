/** What has changed of a value that is a list of keyed items with something around it. */

import type { ListNames, Patch } from './paneTypes.js';

/** A value in pieces: what is kept to compare the next one with. */
export interface Pieces {
  readonly names: ListNames;
  /** Everything but the list. */
  readonly head: unknown;
  /** By key, in the order of the list. */
  readonly items: ReadonlyMap<string, unknown>;
}

/** @param value plain data that nobody changes any more */
export function piecesOf(value: object, names: ListNames): Pieces {
  const { list, key } = names;
  const items = (value as Record<string, readonly Record<string, unknown>[]>)[list] ?? [];
  return {
    names,
    head: { ...value, [list]: [] },
    items: new Map(items.map((item) => [String(item[key]), item])),
  };
}

/** What makes the second out of the first; both are pieces of the same kind of value. */
export function patchBetween(before: Pieces, after: Pieces): Patch {
  const changed: unknown[] = [];
  for (const [key, item] of after.items) if (!isSame(before.items.get(key), item)) changed.push(item);
  const patch: Patch = {
    ...after.names,
    changed,
    ...(isSameOrder(before, after) ? {} : { order: [...after.items.keys()] }),
  };
  return isSame(before.head, after.head) ? patch : { ...patch, head: after.head };
}

function isSameOrder(before: Pieces, after: Pieces): boolean {
  if (before.items.size !== after.items.size) return false;
  const keys = after.items.keys();
  for (const key of before.items.keys()) if (key !== keys.next().value) return false;
  return true;
}

/** Whether two plain values say the same. Nearly always they are the same objects, so that nothing in them is looked at. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index]));
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}
