/** Paths as a soa.yaml writes them → paths of the workspace. */

/**
 * The path relative to the workspace root, `''` for the root itself; null where it leads out of the workspace.
 * @param folder the folder in which the text begins, relative to the root; a text that begins with `/` begins at the root
 * @param text as written, with `/` or `\`; what follows `#` is a place in the file and is left out
 */
export function pathFrom(folder: string, text: string): string | null {
  const withoutAnchor = text.replace(/#\S*$/, '').replaceAll('\\', '/');
  const parts = withoutAnchor.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of withoutAnchor.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
