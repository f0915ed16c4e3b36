/** What has changed of a list with something around it, put into what is there. */
import type { Patch, TablePatch } from '../../../server/src/core/soa/paneTypes.js';

type Item = Readonly<Record<string, unknown>>;

/**
 * The value after a patch. Items that did not change are the same objects as before, and so is the table where nothing of it
 * changed, so that whoever shows them need not look at them again.
 */
export function applyPatch<T extends object>(value: T, { list, key, head, changed, order, table }: Patch): T {
  const before = itemsOf(value, list);
  const keyOf = (item: Item) => String(item[key]);
  const fresh = new Map((changed as readonly Item[]).map((item) => [keyOf(item), item]));
  const known = order ? new Map(before.map((item) => [keyOf(item), item])) : null;
  const items = known
    ? order!.flatMap((each) => fresh.get(each) ?? known.get(each) ?? [])
    : before.map((item) => fresh.get(keyOf(item)) ?? item);
  return { ...value, ...(head as Partial<T> | undefined), ...(table && tableAfter(value, table)), [list]: items };
}

function tableAfter(value: object, { list, key, changed, gone }: TablePatch): object {
  const items = new Map(itemsOf(value, list).map((item) => [item[key], item]));
  for (const each of gone) items.delete(each);
  for (const item of changed as readonly Item[]) items.set(item[key], item);
  return { [list]: [...items.values()] };
}

function itemsOf(value: object, list: string): readonly Item[] {
  return (value as Readonly<Record<string, readonly Item[]>>)[list] ?? [];
}
