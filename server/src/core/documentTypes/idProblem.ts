/** What can be the id of a document. */
import { documentsOf } from '../features/support/documentIds.js';
import { titleOf } from '../features/support/documents.js';
import type { Snapshot } from '../snapshot.js';

/**
 * Why these characters cannot be the id of a document, as a sentence for the user; null where they can.
 * @param path of the document that is to get it, which may have it already; null for a new one
 */
export function idProblem(snapshot: Snapshot, id: string, path: string | null): string | null {
  if (id === '') return 'Write the id, for example POL-AC-01.';
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._/-]*[\p{L}\p{N}])?$/u.test(id)) {
    return `“${id}” cannot be an id: write one word of letters, digits, dots, hyphens, underscores or slashes, for example POL-AC-01.`;
  }
  if (id.length < 3 || id.length > 100) return 'Write an id of 3 to 100 characters, for example POL-AC-01.';
  if (!/\p{L}/u.test(id)) return `Put a letter into the id: many tools read “${id}” as a number or a date.`;
  const [other] = documentsOf(snapshot, id).filter((one) => one.path !== path);
  return other ? `${id} is the id of “${titleOf(other)}” (${other.path}) already. Choose another one.` : null;
}
