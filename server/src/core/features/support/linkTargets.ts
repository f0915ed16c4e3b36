/** Links between files: what a written address means, and how another target is written in the same style. */

import { decoded } from '../../markdown/anchors.js';
import { relativePath } from '../../relativePath.js';
import type { Snapshot } from '../../snapshot.js';
import { pathFrom } from '../../soa/paths.js';

/** What a relative address in a document means. */
export interface LinkTarget {
  /** Relative to the root; the document itself for an address that is only an anchor. */
  readonly path: string;
  /** What stands behind `#`, as written; null without one. */
  readonly fragment: string | null;
  /** Where the anchor begins in the address: at its `#`, or at the end. */
  readonly pathEnd: number;
  /** Whether the address leaves out the ending `.md`. */
  readonly isWithoutEnding: boolean;
}

/** The folder of a path, `''` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** What an address in the document of that path means; null for web addresses and for what lies outside of the workspace. */
export function targetOf(
  written: string,
  path: string,
  snapshot: { readonly documents: Pick<Snapshot['documents'], 'has'> },
): LinkTarget | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return null;
  const hash = written.indexOf('#');
  const pathEnd = hash < 0 ? written.length : hash;
  const fragment = hash < 0 ? null : written.slice(hash + 1);
  const plain = written.slice(0, pathEnd);
  if (plain === '') return fragment === null ? null : { path, fragment, pathEnd, isWithoutEnding: false };
  if (plain.includes('?')) return null;
  // A backslash before a mark is Markdown's; before a letter it parts folders, as Windows has it.
  const found = pathFrom(folderOf(path), decoded(plain.replace(/\\([!-/:-@[-`{-~])/g, '$1')));
  if (found === null || found === '') return null;
  const withEnding = `${found}.md`;
  const isWithoutEnding = !snapshot.documents.has(found) && snapshot.documents.has(withEnding);
  return { path: isWithoutEnding ? withEnding : found, fragment, pathEnd, isWithoutEnding };
}

/** Whether a text can hold a link to a path: its name stands in it, as it is or encoded, with or without its ending. */
export function mayName(text: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return text.includes(name) || text.includes(encodeURI(name)) || text.includes('%');
}

/**
 * The way to a path in the style of an old address: from the root where that began with `/`, with `./` where that had it,
 * with backslashes where that had them.
 */
export function pathLike(old: string, folder: string, path: string): string {
  const usesBackslash = old.includes('\\') && !old.includes('/');
  let written: string;
  if (/^[\\/]/.test(old)) written = `/${path}`;
  else {
    written = relativePath(folder, path);
    if (/^\.[\\/]/.test(old) && !written.startsWith('../')) written = `./${written}`;
  }
  if (/[\\/]$/.test(old)) written += '/';
  return usesBackslash ? written.replaceAll('/', '\\') : written;
}

/** The same for the address of a Markdown link, with what must not stand in one as it is encoded. */
export function addressLike(
  old: string,
  { isEnclosed, isWithoutEnding }: { readonly isEnclosed: boolean; readonly isWithoutEnding: boolean },
  folder: string,
  path: string,
): string {
  const plain = pathLike(old, folder, isWithoutEnding ? path.replace(/\.md$/, '') : path);
  if (old.includes('%')) return encodeURI(plain).replace(/[()#?]/g, encodeMark);
  return plain.replace(isEnclosed ? /[<>%#?]/g : /[\s()<>%#?]/g, encodeMark);
}

function encodeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
