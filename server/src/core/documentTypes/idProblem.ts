/** What can be the id of a document. */

import { documentsOf } from '../features/support/documentIds.js';
import { titleOf } from '../features/support/documents.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { isNoText } from './writeFrontMatter.js';

/**
 * Why these characters cannot be the id of a document, as a sentence for the user; null where they can.
 * @param path of the document that is to get it, which may have it already; null for a new one
 */
export function idProblem(snapshot: Snapshot, id: string, path: string | null): string | null {
  if (id === '') return t('Write the id, for example POL-AC-01.');
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._/-]*[\p{L}\p{N}])?$/u.test(id)) {
    return t(
      '“{0}” cannot be an id: write one word of letters, digits, dots, hyphens, underscores or slashes, for example POL-AC-01.',
      id,
    );
  }
  if (id.length < 3 || id.length > 100) return t('Write an id of 3 to 100 characters, for example POL-AC-01.');
  if (!/\p{L}/u.test(id)) return t('Put a letter into the id: many tools read “{0}” as a number or a date.', id);
  if (isNoText(id)) return t('Choose another id: many tools read “{0}” as something else than a text.', id);
  const [other] = documentsOf(snapshot, id).filter((one) => one.path !== path);
  return other ? t('{0} is the id of “{1}” ({2}) already. Choose another one.', id, titleOf(other), other.path) : null;
}
