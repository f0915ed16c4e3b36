/** Do the numbers that a document sets in brackets behind its sentences mean controls? `It is personal (5.16).` */
import type { Catalog } from '../catalog/types.js';
import type { DraftReference } from './draft.js';
import { managementSystems } from './subjects.js';

/** So many numbers in brackets that only a control has show how a document cites. */
const fewest = 3;

/** Among so many one may be a slip: "[5.38]". */
const enoughForSlip = 10;

/**
 * The drafts with the numbers in brackets read as controls, where all of them are controls of one edition and at least three can be
 * nothing else in it: then `(6.6)` and `(7.5)` are controls too. Else the same drafts.
 */
export function withBracketedControls(drafts: DraftReference[], catalog: Catalog): DraftReference[] {
  const isBracketed = (draft: DraftReference): boolean => draft.isParenthesis && draft.form === 'clause';
  const members = drafts.filter(isBracketed).flatMap((draft) => draft.members);
  if (members.length < fewest || members.some(({ items }) => items.length > 0)) return drafts;
  const numbers = members.map(({ parts }) => parts.join('.'));
  const areControls = managementSystems(catalog).some(({ key }) => {
    const others = numbers.filter((number) => catalog.find(key, `A.${number}`)?.kind !== 'control');
    const areSlips = others.every((number) => isOfGroup(number, key, catalog));
    if (others.length * enoughForSlip > numbers.length || !areSlips) return false;
    return numbers.filter((number) => catalog.find(key, number) === undefined).length >= fewest;
  });
  if (!areControls) return drafts;
  // Of so many even the numbers that the document gives its own sections are controls.
  const isHabit = numbers.length >= enoughForSlip;
  return drafts.map((draft) =>
    isBracketed(draft)
      ? { ...draft, form: 'control', isParenthesis: !isHabit, ofStandard: draft.ofStandard || isHabit }
      : draft,
  );
}

/** Whether the number would be a control of a group that the edition has. */
function isOfGroup(number: string, key: string, catalog: Catalog): boolean {
  const [group, control, more] = number.split('.');
  return control !== undefined && more === undefined && catalog.find(key, `A.${group}`) !== undefined;
}
