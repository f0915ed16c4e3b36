/** The fix that takes a tag out of a document. */

import type { PolicyDocument, Reference } from '../../document.js';
import { removeTag } from '../../edits/frontMatterList.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import type { Fix } from '../types.js';

/** None for a range or list, of which a part may be right, and where the tag cannot be taken out of what stands around it. */
export function removeTagFix(reference: Reference, document: PolicyDocument, snapshot: Snapshot): Fix[] {
  const text = snapshot.textOf(document.path);
  const edit = text === null || reference.ids.length > 1 ? null : removeTag(text, document, reference);
  return edit ? [{ title: t('Remove the tag {0}', reference.id), edits: [{ path: document.path, ...edit }] }] : [];
}
