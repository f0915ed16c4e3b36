/** What has changed of a list with something around it, put into what is there. */
import type { Patch } from '../../../server/src/core/soa/paneTypes.js';

/**
 * The value after a patch. Items that did not change are the same objects as before, so that whoever shows them need not
 * look at them again.
 */
export function applyPatch<T extends object>(value: T, { list, key, head, changed, order }: Patch): T {
  type Item = Readonly<Record<string, unknown>>;
  const before = (value as Readonly<Record<string, readonly Item[]>>)[list] ?? [];
  const keyOf = (item: Item) => String(item[key]);
  const fresh = new Map((changed as readonly Item[]).map((item) => [keyOf(item), item]));
  const known = order ? new Map(before.map((item) => [keyOf(item), item])) : null;
  const items = known
    ? order!.flatMap((each) => fresh.get(each) ?? known.get(each) ?? [])
    : before.map((item) => fresh.get(keyOf(item)) ?? item);
  return { ...value, ...(head as Partial<T> | undefined), [list]: items };
}
