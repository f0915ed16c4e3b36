/** Naming the standard of every reference of a document that leaves it to its surroundings. */

import type { PolicyDocument } from '../document.js';
import { t } from '../l10n.js';
import { isSuperseded } from '../rules/support/superseded.js';
import type { TextEdit } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { qualify } from './qualify.js';
import type { Refactoring } from './refactorTypes.js';
import { afterEdits, sayingsOf } from './support/readAgain.js';

/** One change for the whole document; references with several meanings and numbers of an edition before that in force are left to the user. Empty where none is bare. */
export function qualifyAll(snapshot: Snapshot, document: PolicyDocument, text: string): Refactoring[] {
  let edits = new Map<number, TextEdit>();
  document.references.forEach((reference, index) => {
    if (reference.readings.length > 1 || reference.isCrosswalk) return;
    // Named with its old edition it would be cited on purpose: nobody has decided that.
    if (isSuperseded(reference, document, snapshot)) return;
    const [way, ...others] = qualify(snapshot, document.path, reference.span.start);
    const edit = way?.edits[0];
    if (edit && others.length === 0 && edit.span.start === reference.span.start) edits.set(index, edit);
  });
  // What would be read as something else afterwards stays as it is; without it another may come out right or wrong.
  for (let round = 0; round < 4 && edits.size > 0; round++) {
    const wrong = misread(snapshot, document, text, edits);
    if (wrong === null) return [];
    if (wrong.length === 0) break;
    edits = new Map([...edits].filter(([index]) => !wrong.includes(index)));
    if (round === 3) return [];
  }
  if (edits.size === 0) return [];
  const title =
    edits.size === 1
      ? t('Name the standard of 1 reference of this file')
      : t('Name the standard of {0} references of this file', edits.size);
  return [{ title, kind: 'rewrite', edits: [...edits.values()] }];
}

/** Indexes of edited references that mean something else afterwards; null where others do, or their number changed. */
function misread(
  snapshot: Snapshot,
  document: PolicyDocument,
  text: string,
  edits: ReadonlyMap<number, TextEdit>,
): number[] | null {
  const after = afterEdits(snapshot, document.path, text, [...edits.values()]);
  if (after?.references.length !== document.references.length) return null;
  const wrong = document.references.flatMap((reference, index) => {
    const same = sayingsOf(reference).join() === sayingsOf(after.references[index]!).join();
    return same ? [] : [index];
  });
  return wrong.length > 0 && !wrong.some((index) => edits.has(index)) ? null : wrong;
}
