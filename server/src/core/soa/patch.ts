/** What has changed of a value that is a list of keyed items with something around it. */

import type { ListNames, Patch } from './paneTypes.js';

/** A value in pieces, each as JSON: what is kept to compare the next one with. */
export interface Pieces {
  readonly names: ListNames;
  /** Everything but the list. */
  readonly head: string;
  /** By key, in the order of the list. */
  readonly items: ReadonlyMap<string, string>;
}

/** @param value plain data: what one function makes of equal input has equal JSON */
export function piecesOf(value: object, names: ListNames): Pieces {
  const { list, key } = names;
  const items = (value as Record<string, readonly Record<string, unknown>[]>)[list] ?? [];
  return {
    names,
    head: JSON.stringify({ ...value, [list]: [] }),
    items: new Map(items.map((item) => [String(item[key]), JSON.stringify(item)])),
  };
}

/** What makes the second out of the first; both are pieces of the same kind of value. */
export function patchBetween(before: Pieces, after: Pieces): Patch {
  const changed: unknown[] = [];
  for (const [key, text] of after.items) if (before.items.get(key) !== text) changed.push(JSON.parse(text));
  const patch: Patch = {
    ...after.names,
    changed,
    ...(isSameOrder(before, after) ? {} : { order: [...after.items.keys()] }),
  };
  return before.head === after.head ? patch : { ...patch, head: JSON.parse(after.head) };
}

function isSameOrder(before: Pieces, after: Pieces): boolean {
  if (before.items.size !== after.items.size) return false;
  const keys = after.items.keys();
  for (const key of before.items.keys()) if (key !== keys.next().value) return false;
  return true;
}
