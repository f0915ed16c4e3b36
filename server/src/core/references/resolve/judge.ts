/** Takes back what is more likely the document's own numbering than a citation. Silence beats a wrong accusation. */
import type { Catalog } from '../../catalog/types.js';
import type { ResolvedBy } from '../../document.js';
import type { DraftDocument, DraftReference, Evidence } from '../draft.js';
import { isAllClauses } from '../evidence/citing.js';
import type { NamedStandard } from '../text/standardNames.js';
import {
  enoughSpaced,
  factsOf,
  isSingleStandard,
  namedUpFront,
  namesNoFramework,
  numbersItself,
} from './documentFacts.js';
import { judgeUnknown } from './judgeUnknown.js';
import { entryIn } from './lookup.js';
import { dropped, nearLayers, type Outcome } from './outcome.js';

/** What is asked of a draft that has a standard. */
interface Judged {
  readonly draft: DraftReference;
  readonly document: DraftDocument;
  readonly by: ResolvedBy;
  /** Told by what stands near it. */
  readonly near: boolean;
  /** The first number: 6 of 6.1.3. */
  readonly first: number;
  readonly named: readonly NamedStandard[];
  readonly catalog: Catalog;
}

/** The outcome, or `dropped` where the document more likely speaks of itself. Unknown ids are judged most strictly. */
export function judge(outcome: Outcome, draft: DraftReference, document: DraftDocument, catalog: Catalog): Outcome {
  if (outcome.state === 'dropped' || outcome.state === 'external' || outcome.state === 'contested') return outcome;
  if (outcome.state === 'unknown') return judgeUnknown(outcome, draft, document, catalog);
  const by = outcome.state === 'unscoped' ? 'none' : outcome.by;
  const judged: Judged = {
    draft,
    document,
    by,
    near: nearLayers.has(by),
    first: draft.members[0]!.parts[0]!,
    named: outcome.state === 'unscoped' ? [] : outcome.named,
    catalog,
  };
  return doubts.some((isDoubtful) => isDoubtful(judged)) ? dropped : outcome;
}

/** The reasons to take a draft for something of the document's own, or of somebody else's. */
const doubts: readonly ((judged: Judged) => boolean)[] = [
  lacksStandard,
  isOwnClause,
  isOwnItem,
  lacksDot,
  isOfContract,
  isOldByFolder,
  isControlByFolder,
  isOwnControl,
  isBeyondClauses,
  isHeadOfRules,
  isOwnBracket,
  ({ draft, document, by, near }) => draft.isChapter && !isBeside(by) && isOwnChapter(draft, document, near),
  ({ draft, document, first }) => draft.isSection && numbersItself(document, first),
];

/** Told by the words right beside it. */
function isBeside(by: ResolvedBy): boolean {
  return by === 'line' || by === 'tag';
}

/** `A 8.15`, `A.5`, "control 5.1" need a text about a standard of ISO. */
function lacksStandard({ draft, document, by }: Judged): boolean {
  // The column or the key says what the number is; which standard, the other ids of the document may tell.
  const isInColumn = draft.isBare && (draft.where === 'table' || (draft.where === 'front-matter' && draft.isTag));
  const isHabit = draft.form === 'annex' && factsOf(document).spaced >= enoughSpaced;
  return draft.needsScope && by === 'none' && !isInColumn && !isHabit;
}

/** A section of the document itself, or of a text that it calls by its clauses. */
function isOwnClause({ draft, document, by, near, first }: Judged): boolean {
  if (draft.form !== 'clause' || draft.isTag || draft.isEither || draft.ofStandard || isBeside(by)) return false;
  // A column of the standard's numbers is none of the contract that the text below it cites.
  const isInColumn = draft.isBare && draft.where === 'table' && namedUpFront(draft);
  if (!isInColumn && document.ownClauses.has(`${draft.section}:${first}`)) return true;
  // "clauses 8.1 and 9.3 stay unaffected" in terms that have an 8.1.
  if (by === 'workspace' && factsOf(document).besideOwnNumbers.has(draft)) return true;
  const isOwnNumber = document.ownNumbers.has(draft.number) && !isAboutOneStandard(draft, document);
  return !near && isOwnNumber && !namedUpFront(draft);
}

/** "A.2 Countries of delivery" at the beginning of a cell or line, and the questions A.1, A.2, A.3 of a form. */
function isOwnItem({ draft, document, by, near }: Judged): boolean {
  const { controls, ids, ownSeries, controlColumns } = factsOf(document);
  // "(A.7.2)" in a tender whose own annex has an item of that number, or that has sections A.1 to A.9 itself.
  const hasOwn = document.ownNumbers.has(`${draft.letter}.${draft.number}`);
  const isOwn = ownSeries.has(draft.letter) || hasOwn;
  // "See B.2.2." in a form with a question of that number: guidance is hardly cited.
  if (hasOwn && draft.letter === 'B' && !draft.isTag && !isBeside(by)) return true;
  if (draft.form === 'annex' && by === 'workspace' && !draft.isTag && isOwn) return true;
  if (!isGroup(draft)) return false;
  if (ownSeries.has(draft.letter) || (hasOwn && !draft.isTag && !isBeside(by))) return true;
  // `| A.7 |` below `| A.7.6 |`: a group where controls are listed.
  if (draft.where === 'table' && controlColumns.has(`${draft.group} ${draft.column}`)) return false;
  if (by === 'workspace') return draft.startsBlock || controls < manyControls;
  // "shafts A.1 and A.2" in a register that names a standard in some cell.
  if (by === 'document' && !draft.wildcard && !namedUpFront(draft) && ids < manyControls) return true;
  const isAlone = draft.where === 'table' && draft.fillsBlock;
  return (
    draft.startsBlock && !near && !draft.wildcard && (isAlone || !namedUpFront(draft)) && /^[AB]\b/.test(draft.text)
  );
}

/** A document that cites so many means "all of A.6" as the group of them. */
const manyControls = 8;

/** A2.1 is of PCI DSS, too, A5.2 a question of Cyber Essentials: without its dot it needs our standard nearer than theirs. */
function lacksDot({ draft, by, first, near }: Judged): boolean {
  if (!/^[AB]\d/.test(draft.text)) return false;
  if (by === 'workspace' && (first < 5 || first > 8)) return true;
  return !near && draft.far.some(isOfFramework);
}

function isOfFramework({ by, standards }: Evidence): boolean {
  return nearLayers.has(by) && standards.length > 0 && standards.every(({ looksLikeIso }) => !looksLikeIso);
}

/** A clause or an item of the contract that the document is, "the form in Annex A.5". */
function isOfContract({ draft, document, by, near }: Judged): boolean {
  if (!document.isContract || draft.isTag) return false;
  // An annex B has most contracts; of the standards it is guidance, which they do not cite.
  const isOfAnnexB = draft.letter === 'B' && by === 'workspace';
  if (draft.form === 'annex') return !near && (headsOwnText(draft) || isGroup(draft) || isOfAnnexB);
  return draft.form === 'clause' && by !== 'line' && !draft.ofStandard && !isFarBelowContracts(draft);
}

/** "Control 9.4 switches the buzzer off": the folder's standard has no such control any more, and the text names none. */
function isOldByFolder({ draft, by, named, catalog }: Judged): boolean {
  if (draft.form !== 'control' || draft.isTag || by !== 'workspace' || draft.members[0]!.parts.length > 2) return false;
  return !named.some((one) => entryIn(one, `A.${draft.number}`, catalog)?.kind === 'control');
}

/**
 * "clause 5.7": that the folder's standard has a control of that number does not make it one; authors who say so name it. Nor is "Staff
 * Handbook, clause 7.2.3" a control.
 */
function isControlByFolder({ draft, by, named, catalog }: Judged): boolean {
  const isGuessed = by === 'workspace' || draft.ofOthers;
  if (draft.form !== 'clause' || draft.isTag || draft.isBare || !isGuessed || draft.titleWords !== null) return false;
  return !named.some(({ standard }) =>
    catalog.editions(standard).some(({ key }) => catalog.find(key, draft.number)?.kind === 'clause'),
  );
}

/** "Control 7.4 is tested" in a text that names no standard, and whose own paragraph 7.4 says what is done. */
function isOwnControl({ draft, document, by }: Judged): boolean {
  const isWord = draft.form === 'control' && !draft.isTag && draft.where !== 'table' && !draft.ofStandard;
  return isWord && by === 'workspace' && document.ownNumbers.has(draft.number);
}

/** The clauses of our standards end with 10: "clauses 12.3 and 14.2.1 of their code of conduct". */
function isBeyondClauses({ draft, by, first }: Judged): boolean {
  return draft.form === 'clause' && first > lastClause && !isBeside(by);
}

/** "7.2 Everybody …": the paragraphs of contracts and rules of work begin with their clauses. */
function isHeadOfRules({ draft, document, by }: Judged): boolean {
  return draft.form === 'clause' && by === 'workspace' && !draft.isTag && factsOf(document).headsWithClauses;
}

function isOwnBracket(judged: Judged): boolean {
  const { draft, document, by, first } = judged;
  if (!draft.isParenthesis) return false;
  // "Inputs as in clause 9.3.2 of ISO/IEC 27001:" leads in to a list of what is cited.
  const isLedIn = by === 'block' && draft.where === 'list';
  return (
    (!isLedIn && numbersItself(document, first)) ||
    !(citesDeep(judged) || citesTitled(judged) || citesOtherwise(document, by === 'workspace'))
  );
}

/** "Risks are assessed (6.1.2) … The management review (9.3)" in a text that says at its beginning which of our standards it follows. */
function citesTitled({ draft, document, by }: Judged): boolean {
  return by !== 'workspace' && factsOf(document).citesTitled && namedUpFront(draft) && namesNoFramework(draft);
}

/** `(5.4.1.2)`, `(6.6.2.1)` in a manual after ISO/IEC 27701:2019, which has both: numbers so deep are hardly anything else. */
function citesDeep({ draft, document, by, named, catalog }: Judged): boolean {
  const { deepBrackets } = factsOf(document);
  if (by === 'workspace' || deepBrackets.length < enoughDeep || !namedUpFront(draft)) return false;
  const editions = named.flatMap(({ standard }) => catalog.editions(standard));
  return editions.some(
    ({ key }) => deepBrackets.filter((number) => catalog.find(key, number) !== undefined).length >= enoughDeep,
  );
}

const enoughDeep = 2;

const lastClause = 10;

/** `A.5`, and not as a tag. */
function isGroup({ form, members, isTag }: DraftReference): boolean {
  return form === 'annex' && members[0]!.parts.length === 1 && !isTag;
}

/**
 * `A.12.6.1 Changes are announced.` at the beginning of a paragraph or heading: with words of its own it is an item of the text. Not
 * `A.3.25 = Logging`: few have so many.
 */
function headsOwnText(draft: DraftReference): boolean {
  const isFar = Math.max(...draft.members[0]!.parts.slice(1)) > mostItems && namedUpFront(draft);
  return draft.startsBlock && draft.where !== 'table' && !draft.fillsBlock && !isFar;
}

/** Items of one section of a contract. */
const mostItems = 12;

/** Whether the document names a standard of the catalog anywhere. */
function namesAnyStandard(draft: DraftReference): boolean {
  return draft.far.some((layer) => layer.standards.some(({ known }) => known));
}

/** "clause 6.9.4.1": contracts hardly number so deep, ISO/IEC 27701:2019 does. */
function isFarBelowContracts(draft: DraftReference): boolean {
  return draft.members[0]!.parts.length === 4 && namedUpFront(draft);
}

/** Whether the document names one standard only and cites several of its controls. */
function isAboutOneStandard(draft: DraftReference, document: DraftDocument): boolean {
  return factsOf(document).controls >= enoughControls && isSingleStandard(draft);
}

const enoughControls = 3;

/** "Kapitel 5" without its standard beside it: of a document that has a chapter 5 itself, or is about several standards. */
function isOwnChapter(draft: DraftReference, document: DraftDocument, near: boolean): boolean {
  const { parts } = draft.members[0]!;
  if (isAllClauses(draft.members[0]!)) return !near && !namesAnyStandard(draft);
  if (parts.length === 1 && draft.where !== 'heading') return true;
  if (namedUpFront(draft) && factsOf(document).besideCitations.has(draft)) return false;
  // "point 6.1.3 f)" of a document that has a 6.1.2, and no 6.1.3.
  const isItem = draft.members[0]!.items.length > 0 && parts.length === 3;
  if (namedUpFront(draft) && isItem && !document.ownNumbers.has(draft.number)) return false;
  // Its own 5.2 the document would have to have: a chapter 5 without any 5.1 is none.
  if (document.ownNumbers.has(parts.join('.')) || numbersItself(document, parts[0]!)) return true;
  return !near && !namedUpFront(draft) && !isSingleStandard(draft) && !draft.far.some(({ areAll }) => areAll);
}

/** Whether the document cites otherwise too; where it names no standard, it takes a control. */
function citesOtherwise(document: DraftDocument, isUnnamed: boolean): boolean {
  return isUnnamed ? factsOf(document).controls > 0 : factsOf(document).citesPlainly;
}
