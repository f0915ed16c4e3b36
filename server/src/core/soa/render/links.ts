/** Links of exported files: relative paths and web addresses, nothing else. */
import { relativePath } from '../../relativePath.js';
import type { RowEvidence } from '../modelTypes.js';

/**
 * The path as a link target: every segment is encoded, so that a file called `javascript:…` or `a) b` is still a file
 * name and nothing else.
 */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  // Half of a surrogate pair cannot be encoded; a file name can hold one.
  const wellFormed = segment.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(wellFormed).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Where a click on a piece of evidence leads, from a file in `folder`: a file that is there, or a web address. Null for
 * everything else: nothing that a document names is opened by a click because it looks like an address.
 */
export function evidenceLink({ kind, path, exists, text }: RowEvidence, folder: string): string | null {
  if (kind === 'file' && path !== null && exists !== false) return encodePath(relativePath(folder, path));
  return kind === 'link' && /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(text) ? text : null;
}
