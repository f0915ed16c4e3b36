/** The changes that the editor offers at a place besides the fixes of findings. */
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import { qualifyAll } from './refactorQualify.js';
import { listToRange, rangeToList } from './refactorRanges.js';
import { sortTags } from './refactorSortTags.js';
import { splitAtHeading } from './refactorSplit.js';
import { moveTags, tagSection } from './refactorTagSection.js';
import type { Refactoring } from './refactorTypes.js';

export type { NewFile, Refactoring } from './refactorTypes.js';

/**
 * Refactorings at the beginning of a selection of a document. Each has been tried: the document is read again with the
 * change, and what would then say something else is not offered.
 * @param isWhole false leaves out edits of other files that take long to find, for the list that the user chooses from
 */
export function refactorings(snapshot: Snapshot, path: string, at: Span, isWhole = true): Refactoring[] {
  const document = snapshot.documents.get(path);
  const text = snapshot.textOf(path);
  if (!document || text === null || document.problems.length > 0) return [];
  return [
    ...rangeToList(snapshot, document, text, at),
    ...listToRange(snapshot, document, text, at),
    ...sortTags(snapshot, document, text, at),
    ...moveTags(snapshot, document, text, at),
    ...tagSection(snapshot, document, text, at),
    ...qualifyAll(snapshot, document, text),
    ...splitAtHeading(snapshot, document, text, at, isWhole),
  ];
}
