/** Do the numbers that a document sets in brackets behind its sentences mean controls? `It is personal (5.16).` */
import type { Catalog } from '../../catalog/types.js';
import type { DraftReference } from '../draft.js';
import type { Member } from '../grammar.js';
import { managementSystems } from '../titles/subjects.js';

/** So many numbers in brackets that only a control has show how a document cites. */
const fewest = 3;

/** Among so many one may be a slip: "[5.38]". */
const enoughForSlip = 10;

/**
 * The drafts with the numbers in brackets read as controls, where all of them are controls of one edition and at least three can be
 * nothing else in it: then `(6.6)` and `(7.5)` are controls too. Else those that the document tags or cites as controls: `(5.20)`
 * below `A.5.20`.
 * @param besideContract numbers in brackets behind a contract, which are left out unless they are controls so
 */
export function withBracketedControls(
  drafts: DraftReference[],
  besideContract: readonly DraftReference[],
  catalog: Catalog,
): readonly DraftReference[] {
  const bracketed = drafts.filter(isBracketed);
  const open = drafts.filter(isOpen);
  if (bracketed.length + besideContract.length + open.length === 0) return drafts;
  const isTold = toldAmong(drafts, [...bracketed, ...besideContract, ...open], catalog);
  const members = [...bracketed, ...besideContract.filter(isTold)].flatMap((draft) => draft.members);
  const numbers = members.map(numberOf);
  const areControls =
    numbers.length >= fewest && members.every(({ items }) => items.length === 0) && areOfEdition(numbers, catalog);
  // Of so many even the numbers that the document gives its own sections are controls.
  const isHabit = areControls && numbers.length >= enoughForSlip;
  const control = (draft: DraftReference): DraftReference => ({
    ...draft,
    form: 'control',
    // Contracts have clauses.
    contract: -1,
    isParenthesis: !isHabit,
    ofStandard: draft.ofStandard || isHabit,
  });
  const besideControls = behindControls(bracketed, catalog);
  const isControl = (draft: DraftReference): boolean =>
    (isBracketed(draft) && (areControls || besideControls.has(draft) || isTold(draft))) ||
    (isOpen(draft) && isTold(draft));
  const found = drafts.map((draft) => (isControl(draft) ? control(draft) : draft));
  const more = besideContract.filter((draft) => isTold(draft) || (areControls && isControlOnly(draft, catalog)));
  return more.length === 0 ? found : [...found, ...more.map(control)].sort((a, b) => a.span.start - b.span.start);
}

/** `(5.15, 8.3)`: brackets that begin with what only a control has go on with controls, where the edition has them. */
function behindControls(bracketed: readonly DraftReference[], catalog: Catalog): ReadonlySet<DraftReference> {
  const found = new Set<DraftReference>();
  let first: DraftReference | null = null;
  let end = 0;
  for (const draft of bracketed) {
    if (first?.block !== draft.block || draft.span.start - end > longestSeparator) first = draft;
    else if (isControlOnly(first, catalog) && areControlsOfOne([first, draft], catalog)) found.add(draft);
    end = draft.span.end;
  }
  return found;
}

/** In characters: " und ". */
const longestSeparator = 5;

function areControlsOfOne(drafts: readonly DraftReference[], catalog: Catalog): boolean {
  return managementSystems(catalog).some(({ key }) =>
    drafts.every(({ number }) => catalog.find(key, `A.${number}`)?.kind === 'control'),
  );
}

function isBracketed(draft: DraftReference): boolean {
  return draft.isParenthesis && draft.form === 'clause';
}

/** In the headings of a document that cites so, or behind a label: a clause, or else the control. */
function isOpen(draft: DraftReference): boolean {
  return draft.isEither && draft.form === 'clause' && !draft.isTag;
}

function numberOf({ parts }: Member): string {
  return parts.join('.');
}

/** Whether all of the numbers, but for a slip among many, are controls of one edition, and enough of them nothing else in it. */
function areOfEdition(numbers: readonly string[], catalog: Catalog): boolean {
  return managementSystems(catalog).some(({ key }) => {
    const others = numbers.filter((number) => catalog.find(key, `A.${number}`)?.kind !== 'control');
    const areSlips = others.every((number) => isOfGroup(number, key, catalog));
    if (others.length * enoughForSlip > numbers.length || !areSlips) return false;
    return numbers.filter((number) => catalog.find(key, number) === undefined).length >= fewest;
  });
}

/**
 * Which of the numbers in brackets the document tags as controls, and not as clauses, or cites with their letter. `(8.2)`, which is a
 * clause as well, must be tagged and takes one beside it that is no clause.
 */
function toldAmong(
  drafts: readonly DraftReference[],
  bracketed: readonly DraftReference[],
  catalog: Catalog,
): (draft: DraftReference) => boolean {
  const tags = drafts.filter(({ isTag }) => isTag);
  const clauses = numbersIn(tags.filter(({ form }) => form === 'clause'));
  const tagged = numbersIn(tags.filter(isOfAnnexA));
  const cited = numbersIn(drafts.filter((draft) => isOfAnnexA(draft) && draft.form === 'annex' && !draft.needsScope));
  const areAll = ({ members }: DraftReference, numbers: ReadonlySet<string>): boolean =>
    members.every((one) => one.to === null && numbers.has(numberOf(one)) && !clauses.has(numberOf(one)));
  const besideClauses = tagged.size > 0 ? thoseBesideClauses(drafts) : null;
  const telling = new Set(
    bracketed
      .filter((draft) => areAll(draft, cited) || areAll(draft, tagged))
      .filter((draft) => isControlOnly(draft, catalog) || (besideClauses?.has(draft) && areAll(draft, tagged))),
  );
  return (draft) => telling.has(draft) || (telling.size > 0 && areAll(draft, tagged));
}

/** `(6.3 / clause 7.3)`: those right before a number that has the word for a clause: without it they are something else. */
function thoseBesideClauses(drafts: readonly DraftReference[]): ReadonlySet<DraftReference> {
  return new Set(
    drafts.filter((draft, at) => {
      const next = drafts[at + 1];
      if (next?.form !== 'clause' || next.isBare || next.block !== draft.block) return false;
      return (
        (isBracketed(draft) || isOpen(draft)) &&
        next.span.start - draft.span.end <= longestJoint &&
        !/^\d/.test(next.text)
      );
    }),
  );
}

/** In characters: " / ". */
const longestJoint = 3;

function isOfAnnexA({ form, letter }: DraftReference): boolean {
  return form !== 'clause' && letter === 'A';
}

/** Whether the numbers of a draft are controls in force, and no clauses. */
function isControlOnly({ members }: DraftReference, catalog: Catalog): boolean {
  const isOfAny = (id: string): boolean =>
    managementSystems(catalog).some(({ key }) => catalog.find(key, id) !== undefined);
  return members.every((one) => isOfAny(`A.${numberOf(one)}`) && !isOfAny(numberOf(one)));
}

/** The numbers of the members, with those inside of a range. */
function numbersIn(drafts: readonly DraftReference[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { parts, to } of drafts.flatMap(({ members }) => members)) {
    const [group, first] = [parts.slice(0, -1), parts[parts.length - 1]!];
    const last = Math.min(to?.[to.length - 1] ?? first, first + longestRange);
    for (let number = first; number <= last; number++) numbers.add([...group, number].join('.'));
  }
  return numbers;
}

/** In controls: the longest group has 37. */
const longestRange = 40;

/** Whether the number would be a control of a group that the edition has. */
function isOfGroup(number: string, key: string, catalog: Catalog): boolean {
  const [group, control, more] = number.split('.');
  return control !== undefined && more === undefined && catalog.find(key, `A.${group}`) !== undefined;
}
