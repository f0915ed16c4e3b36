/** Renaming what stands at an offset, everywhere: the id of a document, or a heading with the links to it. */
import type { Snapshot } from '../snapshot.js';
import { documentIdAt, renameDocumentId } from './renameDocumentId.js';
import { headingAt, renameHeading } from './renameHeading.js';
import type { RenameEdits, RenameRefusal, RenameTarget } from './renameTypes.js';

export type { RenameEdits, RenameRefusal, RenameTarget } from './renameTypes.js';

/** What can be renamed at the offset of a document or soa.yaml; null for nothing of ours. An id wins over its heading. */
export function prepareRename(snapshot: Snapshot, path: string, offset: number): RenameTarget | RenameRefusal | null {
  const id = documentIdAt(snapshot, path, offset);
  if (id) return 'refused' in id ? id : { span: id.span, placeholder: id.written };
  const heading = headingAt(snapshot, path, offset);
  if (!heading || 'refused' in heading) return heading;
  return { span: heading.span, placeholder: heading.words };
}

/** The edits that rename it; null for nothing of ours. */
export function rename(
  snapshot: Snapshot,
  path: string,
  offset: number,
  newName: string,
): RenameEdits | RenameRefusal | null {
  const id = documentIdAt(snapshot, path, offset);
  if (id) return 'refused' in id ? id : renameDocumentId(snapshot, id, newName.trim());
  const heading = headingAt(snapshot, path, offset);
  if (!heading || 'refused' in heading) return heading;
  return renameHeading(snapshot, heading, newName.trim());
}
