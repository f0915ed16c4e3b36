/**
 * The way from a folder of the workspace to a file of it: `('soa', 'policies/a.md')` → `../policies/a.md`. Both are
 * relative to the root.
 */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
