/**
 * The function, which finds its answer out once for each object and keeps it as long as that object is in use. For what
 * follows from a value that does not change: a catalog, a document.
 */
export function oncePer<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, Value>();
  return (key) => {
    let value = kept.get(key);
    if (value === undefined) {
      value = find(key);
      kept.set(key, value);
    }
    return value;
  };
}
