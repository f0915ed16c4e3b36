/** URIs of the editor ↔ paths of a workspace. */
import { URI } from 'vscode-uri';

/** A folder's URI, taken apart once. */
export interface FolderUri {
  readonly uri: string;
  readonly parsed: URI;
  /** Its path with a `/` at the end. */
  readonly prefix: string;
}

export function folderUri(uri: string): FolderUri {
  const parsed = URI.parse(uri);
  const path = comparable(parsed.path);
  return { uri, parsed, prefix: path.endsWith('/') ? path : path + '/' };
}

/** Where the folder lies: what holds it, and its name in that; null for the root of a disk. */
export function placeOf({ parsed, prefix }: FolderUri): { readonly parent: string; readonly name: string } | null {
  const path = prefix.slice(0, -1);
  const slash = path.lastIndexOf('/');
  if (slash < 0 || slash === path.length - 1) return null;
  return { parent: parsed.with({ path: path.slice(0, slash + 1) }).toString(), name: path.slice(slash + 1) };
}

/** The path of a document or folder below the folder, `''` for the folder itself, null for anything outside. */
export function pathBelow(folder: FolderUri, uri: string): string | null {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== folder.parsed.scheme || parsed.authority !== folder.parsed.authority) return null;
  const path = comparable(parsed.path);
  // Such an address begins like one inside and leads out. No editor writes one.
  if (path.includes('/../') || path.endsWith('/..')) return null;
  if (path.startsWith(folder.prefix)) return path.slice(folder.prefix.length);
  return path + '/' === folder.prefix ? '' : null;
}

/** The URI of a path below the folder, written as VS Code writes it. */
export function uriBelow(folder: FolderUri, path: string): string {
  return folder.parsed.with({ path: folder.prefix + path }).toString();
}

/** Windows writes drive letters in both cases. */
function comparable(path: string): string {
  return /^\/[A-Z]:/.test(path) ? '/' + path[1]!.toLowerCase() + path.slice(2) : path;
}
