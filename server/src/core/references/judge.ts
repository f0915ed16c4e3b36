/** Takes back what is more likely the document's own numbering than a citation. Silence beats a wrong accusation. */
import type { Catalog, CatalogEntry } from '../catalog/types.js';
import type { ResolvedBy } from '../document.js';
import { isNote } from '../document.js';
import { isAllClauses } from './citing.js';
import type { DraftDocument, DraftReference } from './draft.js';
import { dropped, nearLayers, type Outcome } from './outcome.js';
import type { NamedStandard } from './standardNames.js';

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

/** So many different ids with a blank (`A 5.15`) are a document's way to cite. */
export const enoughSpaced = 5;

/** A section of the document itself, or of a text that it calls by its clauses. */
function isOwnClause({ draft, document, by, near, first }: Judged): boolean {
  if (draft.form !== 'clause' || draft.isTag || draft.isEither || isBeside(by)) return false;
  if (document.ownClauses.has(`${draft.section}:${first}`)) return true;
  const isOwnNumber = document.ownNumbers.has(draft.number) && !isAboutOneStandard(draft, document);
  return !near && isOwnNumber && !namedUpFront(draft);
}

/** "A.2 Countries of delivery" at the beginning of a cell or line, and the questions A.1, A.2, A.3 of a form. */
function isOwnItem({ draft, document, by, near }: Judged): boolean {
  if (!isGroup(draft)) return false;
  if (factsOf(document).ownSeries.has(draft.letter)) return true;
  const { controls, ids } = factsOf(document);
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

/** A2.1 is of PCI DSS, too: without its dot it needs a document that names our standard. */
function lacksDot({ draft, by, first }: Judged): boolean {
  return by === 'workspace' && /^[AB]\d/.test(draft.text) && (first < 5 || first > 8);
}

/** A clause or an item of the contract that the document is, "the form in Annex A.5". */
function isOfContract({ draft, document, by, near }: Judged): boolean {
  if (!document.isContract || draft.isTag) return false;
  if (draft.form === 'annex') return !near && (headsOwnText(draft) || isGroup(draft));
  return draft.form === 'clause' && by !== 'line' && !draft.ofStandard && !isFarBelowContracts(draft);
}

/** "Control 9.4 switches the buzzer off": the folder's standard has no such control any more, and the text names none. */
function isOldByFolder({ draft, by, named, catalog }: Judged): boolean {
  if (draft.form !== 'control' || draft.isTag || by !== 'workspace' || draft.members[0]!.parts.length > 2) return false;
  return !named.some(({ standard, edition }) => {
    const scoped = catalog.edition(standard, edition);
    return scoped !== undefined && catalog.find(scoped.key, `A.${draft.number}`)?.kind === 'control';
  });
}

/** "Control 7.4 is tested" in a text whose own paragraph 7.4 says what is done. */
function isOwnControl({ draft, document, near }: Judged): boolean {
  const isWord = draft.form === 'control' && !draft.isTag && draft.where !== 'table';
  return isWord && !near && document.ownNumbers.has(draft.number);
}

/** The clauses of our standards end with 10: "clauses 12.3 and 14.2.1 of their code of conduct". */
function isBeyondClauses({ draft, by, first }: Judged): boolean {
  return draft.form === 'clause' && first > lastClause && !isBeside(by);
}

/** "7.2 Everybody …": the paragraphs of contracts and rules of work begin with their clauses. */
function isHeadOfRules({ draft, document, by }: Judged): boolean {
  return draft.form === 'clause' && by === 'workspace' && !draft.isTag && factsOf(document).headsWithClauses;
}

function isOwnBracket({ draft, document, by, first }: Judged): boolean {
  if (!draft.isParenthesis) return false;
  return numbersItself(document, first) || !citesOtherwise(document, by === 'workspace');
}

const lastClause = 10;

/** `A.5`, and not as a tag. */
function isGroup({ form, members, isTag }: DraftReference): boolean {
  return form === 'annex' && members[0]!.parts.length === 1 && !isTag;
}

/** `A.12.6.1 Changes are announced.` at the beginning of a paragraph or heading: with words of its own it is an item of the text. */
function headsOwnText(draft: DraftReference): boolean {
  return draft.startsBlock && draft.where !== 'table' && !draft.fillsBlock;
}

/** Whether the title, preface or front matter of the document names a standard: then "clause" means a clause of it. */
function namedUpFront(draft: DraftReference): boolean {
  return draft.far.some(
    (layer) => (layer.by === 'front-matter' || layer.by === 'document') && !layer.isFaint && layer.standards.length > 0,
  );
}

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
  // Its own 5.2 the document would have to have: a chapter 5 without any 5.1 is none.
  if (document.ownNumbers.has(parts.join('.')) || numbersItself(document, parts[0]!)) return true;
  return !near && !namedUpFront(draft) && !isSingleStandard(draft);
}

/** "(Kapitel 5.3, A.5.2)", "Kapitel 5.1 und 7.1" in a document that has no 7.2 either: in one list with what is cited plainly. */
function besideCitations({ drafts }: DraftDocument, ownChapters: ReadonlySet<number>): Set<DraftReference> {
  const isPlain = ({ form, members, needsScope, isBare }: DraftReference): boolean => {
    const { parts } = members[0]!;
    if (form === 'annex') return parts.length > 1 && !needsScope;
    return form === 'clause' && !isBare && parts.length > 1 && !ownChapters.has(parts[0]!);
  };
  const beside = new Set<DraftReference>();
  for (let i = 1; i < drafts.length; i++) {
    const [one, next] = [drafts[i - 1]!, drafts[i]!];
    if (one.block !== next.block || one.sentence !== next.sentence) continue;
    if (next.span.start - one.span.end > longestJoint) continue;
    if (isPlain(next)) beside.add(one);
    if (isPlain(one)) beside.add(next);
  }
  return beside;
}

/** In characters: " und ", ", ", "; ". */
const longestJoint = 5;

/** What the document as a whole tells; found out once, because every draft asks. */
interface Facts {
  /** First numbers of the sections of two numbers and more that the document has itself. */
  readonly sections: ReadonlySet<number>;
  /** Citations of controls that leave no doubt. */
  readonly controls: number;
  /** Citations of controls and groups in any form. */
  readonly ids: number;
  /** Different ids that are written with a blank: `A 5.15`. */
  readonly spaced: number;
  /** Whether it cites clauses or controls in some form that leaves no doubt. */
  readonly citesPlainly: boolean;
  /** Whether its paragraphs begin with clauses, as those of contracts and rules of work do. */
  readonly headsWithClauses: boolean;
  /** Letters whose numbers the document gives its own items and questions: "**A.1** Do you have …", "**A.2** Who …". */
  readonly ownSeries: ReadonlySet<string>;
  /** The references that stand in one list with a plain citation. */
  readonly besideCitations: ReadonlySet<DraftReference>;
  /** The bare numbers of its columns of controls and of clauses, by column. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

const remembered = new WeakMap<DraftDocument, Facts>();

function factsOf(document: DraftDocument): Facts {
  let facts = remembered.get(document);
  if (!facts) {
    const sections = [...document.ownNumbers].filter((number) => number.includes('.')).map(Number.parseFloat);
    const chapters = new Set(sections.map(Math.floor));
    facts = {
      sections: chapters,
      besideCitations: besideCitations(document, chapters),
      controls: document.drafts.filter((draft) => draft.form === 'annex' && !draft.needsScope).length,
      ids: document.drafts.filter(({ form }) => form === 'annex').length,
      spaced: spacedIds(document.drafts).size,
      citesPlainly: document.drafts.some((draft) => !draft.isBare && !draft.isChapter),
      headsWithClauses: document.drafts.filter(headsParagraph).length >= enoughHeads,
      ownSeries: ownSeriesOf(document),
      columns: listedNumbers(document),
    };
    remembered.set(document, facts);
  }
  return facts;
}

/** The numbers that are written with a blank behind their letter. */
export function spacedIds(drafts: readonly DraftReference[]): ReadonlySet<string> {
  return new Set(drafts.filter(isSpaced).map(({ number }) => number));
}

function isSpaced({ form, needsScope, members }: DraftReference): boolean {
  return form === 'annex' && needsScope && members[0]!.parts.length === 2;
}

/** The letters with which at least three paragraphs or items begin whose numbers start from 1: A.1, A.2, A.3. */
function ownSeriesOf(document: DraftDocument): ReadonlySet<string> {
  const firsts = new Map<string, Set<number>>();
  for (const { form, members, startsBlock, isTag, where, letter } of document.drafts) {
    if (form !== 'annex' || isTag || !startsBlock || where === 'table' || members[0]!.parts.length !== 1) continue;
    firsts.set(letter, (firsts.get(letter) ?? new Set()).add(members[0]!.parts[0]!));
  }
  return new Set([...firsts].filter(([, numbers]) => [1, 2, 3].every((one) => numbers.has(one))).map(([one]) => one));
}

function listedNumbers(document: DraftDocument): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  for (const draft of document.drafts) {
    if (!isListed(draft)) continue;
    const numbers = columns.get(columnName(draft)) ?? [];
    numbers.push(draft.number);
    columns.set(columnName(draft), numbers);
  }
  return columns;
}

const enoughHeads = 3;

function headsParagraph(draft: DraftReference): boolean {
  return draft.form === 'clause' && draft.startsBlock && (draft.where === 'paragraph' || draft.where === 'heading');
}

/** Whether the document has sections 6.1, 6.2 … of its own: then such numbers below "Clause 6" are its sections. */
function numbersItself(document: DraftDocument, first: number): boolean {
  return factsOf(document).sections.has(first);
}

/** Whether the document cites otherwise too; where it names no standard, it takes a control. */
function citesOtherwise(document: DraftDocument, isUnnamed: boolean): boolean {
  return isUnnamed ? factsOf(document).controls > 0 : factsOf(document).citesPlainly;
}

/** Whether all standards that the document names are one. */
function isSingleStandard(draft: DraftReference): boolean {
  const named = draft.far.flatMap((layer) => layer.standards).filter((one) => one.known);
  return named.length > 0 && named.every((one) => one.standard === named[0]!.standard);
}

function judgeUnknown(
  outcome: Extract<Outcome, { state: 'unknown' }>,
  draft: DraftReference,
  document: DraftDocument,
  catalog: Catalog,
): Outcome {
  // What an author notes in a comment is not for the reader: no word about it where it leads nowhere.
  if (isNote(draft) || draft.ofOthers) return dropped;
  if (outcome.tight) return isControlInList(draft, outcome.named, document, catalog) ? dropped : outcome;
  if (isSlipInColumn(draft, outcome.named, document, catalog)) return outcome;
  if (draft.needsScope || draft.wildcard)
    return draft.isTag && !draft.isBare ? outcome : draft.isTag && nearLayers.has(outcome.by) ? outcome : dropped;
  // An unknown clause is a slip only where the standard is tied to it: "clause 8.5" of something else is none.
  const isTied = nearLayers.has(outcome.by) && (outcome.by !== 'block' || draft.isBare);
  if (draft.form !== 'annex' && !isTied) {
    return draft.isTag || isSlipOfClause(outcome.named, draft, document, catalog) ? outcome : dropped;
  }
  if (draft.form === 'clause' && document.ownNumbers.has(draft.number)) return dropped;
  if (continuesControl(draft, outcome.named, catalog)) return dropped;
  if (!nearLayers.has(outcome.by) && isOfNoAnnex(draft, outcome.named, catalog)) return dropped;
  return outcome;
}

/** "ISO/IEC 27001:2022: 7.1, 7.2, 7.6" of a document about visitors: one of several bare numbers that only a control has. */
function isControlInList(
  draft: DraftReference,
  named: NamedStandard,
  { drafts }: DraftDocument,
  catalog: Catalog,
): boolean {
  if (draft.form !== 'clause' || !/^\d/.test(draft.text)) return false;
  const standard = catalog.edition(named.standard, named.edition);
  if (!standard || catalog.find(standard.key, `A.${draft.number}`)?.kind !== 'control') return false;
  const isBeside = (other: DraftReference): boolean => other.block === draft.block && other.sentence === draft.sentence;
  return drafts.filter((other) => isBeside(other) && other.form === 'clause' && /^\d/.test(other.text)).length >= 3;
}

/** `B.5.1` in a document about ISO/IEC 27001, which has no such annex: an item of the document's own. */
function isOfNoAnnex(draft: DraftReference, named: NamedStandard, catalog: Catalog): boolean {
  if (draft.letter === 'A' || draft.isTag) return false;
  const group = `${draft.letter}.${draft.members[0]!.parts[0]}`;
  return catalog.editions(named.standard).every(({ key }) => !catalog.find(key, group));
}

/** So many numbers of one column make it a list of controls. */
const enoughInColumn = 5;

/** `| 5.38 | … |` in a column of bare numbers all others of which are controls, or clauses, of the standard: a slip, not something else. */
function isSlipInColumn(
  draft: DraftReference,
  named: NamedStandard,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  if (!isListed(draft) || draft.members[0]!.parts.length > 3) return false;
  const standard = catalog.edition(named.standard, named.edition);
  const prefix = draft.form === 'control' ? 'A.' : '';
  if (!standard || !catalog.find(standard.key, `${prefix}${draft.members[0]!.parts[0]}`)) return false;
  const column = factsOf(document).columns.get(columnName(draft)) ?? [];
  const known = column.filter((number) => isListable(catalog.find(standard.key, `${prefix}${number}`))).length;
  return known >= enoughInColumn && column.length - known <= Math.max(1, column.length / 10);
}

function isListable(entry: CatalogEntry | undefined): boolean {
  return entry?.kind === 'control' || entry?.kind === 'clause';
}

/** A bare number at the beginning of a cell, in a column of controls or clauses. */
function isListed(draft: DraftReference): boolean {
  return draft.isBare && draft.form !== 'annex' && draft.where === 'table' && draft.startsBlock;
}

function columnName({ form, group, column }: DraftReference): string {
  return `${form} ${group} ${column}`;
}

/** "clause 6.1.5" in a text about one standard that has 6.1, where the document has no such section itself. */
function isSlipOfClause(
  named: NamedStandard,
  draft: DraftReference,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const { parts } = draft.members[0]!;
  if (draft.form !== 'clause' || draft.isBare || draft.isChapter || parts.length < 2 || document.isContract)
    return false;
  if (parts.length === 3 && citesSibling(draft, document)) return true;
  if (numbersItself(document, parts[0]!)) return false;
  const isOfFolder = parts.length === 3 && citesClauses(document, named, catalog);
  if (!isOfFolder && (!namedUpFront(draft) || !isSingleStandard(draft))) return false;
  const standard = catalog.edition(named.standard, named.edition);
  return standard !== undefined && catalog.find(standard.key, parts.slice(0, -1).join('.'))?.kind === 'clause';
}

/** Whether a document that names no standard cites several clauses of the folder's standard, and none that it does not have but this. */
function citesClauses({ drafts }: DraftDocument, named: NamedStandard, catalog: Catalog): boolean {
  const standard = catalog.edition(named.standard, named.edition);
  const cited = drafts.filter(({ form, isBare, isChapter }) => form === 'clause' && !isBare && !isChapter);
  const known = cited.filter(({ number }) => standard && catalog.find(standard.key, number)?.kind === 'clause').length;
  return known >= enoughClauses && cited.length - known === 1;
}

const enoughClauses = 3;

/** "clause 9.3.4" in a text that cites clause 9.3.2 as well. */
function citesSibling(draft: DraftReference, { drafts }: DraftDocument): boolean {
  const group = draft.number.slice(0, draft.number.lastIndexOf('.') + 1);
  return drafts.some((other) => other !== draft && !other.isBare && isClauseBelow(other, group));
}

function isClauseBelow({ form, isChapter, number, members }: DraftReference, group: string): boolean {
  return form === 'clause' && !isChapter && members[0]!.parts.length === 3 && number.startsWith(group);
}

/**
 * `### A.9.2.1 Purpose` below `## A.9.2 …`, and `(A.9.2.1)` in a list of contents: the document numbers its own sections
 * below a control of the standard.
 */
function continuesControl(draft: DraftReference, named: NamedStandard, catalog: Catalog): boolean {
  const { parts } = draft.members[0]!;
  if (parts.length < 3) return false;
  const parent = parts.slice(0, -1).join('.');
  if (draft.startsHeading && draft.above.some((number) => number === draft.letter + parent)) return true;
  const standard = catalog.edition(named.standard, named.edition);
  return standard !== undefined && catalog.find(standard.key, `${draft.letter}.${parent}`)?.kind === 'control';
}
