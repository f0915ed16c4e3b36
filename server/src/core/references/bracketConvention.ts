/** Do the numbers that a document sets in brackets behind its sentences mean controls? `It is personal (5.16).` */
import type { Catalog } from '../catalog/types.js';
import type { DraftReference } from './draft.js';

/** So many numbers in brackets that only a control has show how a document cites. */
const fewest = 3;

/**
 * The drafts with the numbers in brackets read as controls, where all of them are controls of one edition and at least three can be
 * nothing else in it: then `(6.6)` and `(7.5)` are controls too. Else the same drafts.
 */
export function withBracketedControls(drafts: DraftReference[], catalog: Catalog): DraftReference[] {
  const isBracketed = (draft: DraftReference): boolean => draft.isParenthesis && draft.form === 'clause';
  const members = drafts.filter(isBracketed).flatMap((draft) => draft.members);
  if (members.length < fewest || members.some(({ items }) => items.length > 0)) return drafts;
  const numbers = members.map(({ parts }) => parts.join('.'));
  const areControls = catalog.standards.some(
    ({ key, type, status }) =>
      type === 'management-system' &&
      status === 'current' &&
      numbers.every((number) => catalog.find(key, `A.${number}`)?.kind === 'control') &&
      numbers.filter((number) => catalog.find(key, number) === undefined).length >= fewest,
  );
  return areControls ? drafts.map((draft) => (isBracketed(draft) ? { ...draft, form: 'control' } : draft)) : drafts;
}
