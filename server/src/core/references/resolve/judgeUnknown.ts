/** Ids that their standard does not have: which of them are slips of the author, and which are no citations at all. */
import type { Catalog } from '../../catalog/types.js';
import { isNote } from '../../document.js';
import type { DraftDocument, DraftReference, Evidence } from '../draft.js';
import type { NamedStandard } from '../text/standardNames.js';
import {
  factsOf,
  isSingleStandard,
  namedUpFront,
  namesNoFramework,
  numbersItself,
  spacedIds,
} from './documentFacts.js';
import { entryIn } from './lookup.js';
import { dropped, nearLayers, type Outcome } from './outcome.js';
import { isSlipInColumn } from './slipsInColumns.js';

/** What is left of an id that its standard does not have: a slip to be reported, or nothing. Judged most strictly. */
export function judgeUnknown(
  outcome: Extract<Outcome, { state: 'unknown' }>,
  draft: DraftReference,
  document: DraftDocument,
  catalog: Catalog,
): Outcome {
  // What an author notes in a comment is not for the reader: no word about it where it leads nowhere.
  if (isNote(draft) || draft.ofOthers) return dropped;
  if (outcome.tight) return isControlInList(draft, outcome.named, document, catalog) ? dropped : outcome;
  if (isSlipInColumn(draft, outcome, document, catalog)) return outcome;
  if (isSlipOfHabit(draft, outcome.named, document, catalog)) return outcome;
  if (isDotlessSlip(draft, outcome, document, catalog)) return outcome;
  if (isSlipOfControl(draft, outcome, document, catalog)) return outcome;
  if (draft.needsScope || draft.wildcard)
    return draft.isTag && !draft.isBare ? outcome : draft.isTag && nearLayers.has(outcome.by) ? outcome : dropped;
  // An unknown clause is a slip only where the standard is tied to it: "clause 8.5" of something else is none.
  const isTied = nearLayers.has(outcome.by) && (outcome.by !== 'block' || draft.isBare);
  if (draft.form !== 'annex' && !isTied) {
    return draft.isTag || isSlipOfClause(outcome.named, draft, document, catalog) ? outcome : dropped;
  }
  // "nach § 7.6" in a text with a "§ 7" of its own
  const isOwn = draft.isChapter && numbersItself(document, draft.members[0]!.parts[0]!);
  if (draft.form === 'clause' && (isOwn || document.ownNumbers.has(draft.number))) return dropped;
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
  if (entryIn(named, `A.${draft.number}`, catalog)?.kind !== 'control') return false;
  const isBeside = (other: DraftReference): boolean => other.block === draft.block && other.sentence === draft.sentence;
  return drafts.filter((other) => isBeside(other) && other.form === 'clause' && /^\d/.test(other.text)).length >= 3;
}

/** `B.5.1` in a document about ISO/IEC 27001, which has no such annex: an item of the document's own. */
function isOfNoAnnex(draft: DraftReference, named: NamedStandard, catalog: Catalog): boolean {
  if (draft.letter === 'A' || draft.isTag) return false;
  const group = `${draft.letter}.${draft.members[0]!.parts[0]}`;
  return catalog.editions(named.standard).every(({ key }) => !catalog.find(key, group));
}

/** A document that writes so many different controls without a dot, or in brackets, writes all of them so. */
const enoughForHabit = 8;

/** `A8.36` in a document that writes `A8.5`, `A5.17` and six more, and `[5.38]` in one that sets all controls in brackets. */
function isSlipOfHabit(
  draft: DraftReference,
  named: NamedStandard,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const { parts } = draft.members[0]!;
  const isBracketed = draft.form === 'control' && draft.ofStandard && /^\d/.test(draft.text);
  const isDotless = draft.form === 'annex' && draft.needsScope && factsOf(document).spaced >= enoughForHabit;
  if (!(isDotless || isBracketed) || parts.length !== 2 || draft.wildcard) return false;
  if (!entryIn(named, `A.${parts[0]}`, catalog)) return false;
  if (isBracketed) return true;
  // "A7.16" among "A4.1", "A2.12" is a question of Cyber Essentials.
  const numbers = [...spacedIds(document.drafts)];
  const known = numbers.filter((number) => entryIn(named, `A.${number}`, catalog)?.kind === 'control').length;
  return numbers.length - known <= Math.max(1, numbers.length / 10);
}

/**
 * `A5.39` beside `A5.15`, `A8.2` and `A8.15` in a text about that standard alone, or below its name. Not where the line
 * names another framework:
 * Cyber Essentials has an `A6.4` too, and nothing beyond its part 8.
 */
function isDotlessSlip(
  draft: DraftReference,
  { named, by }: Extract<Outcome, { state: 'unknown' }>,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const { parts } = draft.members[0]!;
  if (draft.form !== 'annex' || !draft.needsScope || parts.length < 2 || draft.wildcard) return false;
  const editions = catalog.editions(named.standard);
  const kindOf = (id: string): string | undefined =>
    editions.map(({ key }) => catalog.find(key, `A.${id}`)?.kind).find(Boolean);
  const group = kindOf(parts.slice(0, -1).join('.'));
  if (group === undefined || group === 'control' || !namesNoFramework(draft) || draft.near.some(isOfOther))
    return false;
  if (by === 'block' && draft.column >= 0 && draft.far.some(({ isLabel, isName }) => isLabel && isName)) return true;
  if (!namedUpFront(draft) || !isSingleStandard(draft)) return false;
  const numbers = [...(factsOf(document).spacedByBlock.get(draft.block) ?? [])];
  const known = numbers.filter((number) => kindOf(number) === 'control').length;
  const isOld = parts.length === 3 && parts[0]! > lastOfQuestions;
  return known >= (isOld ? 1 : enoughBeside) && (numbers.length - known) * 2 <= known + (isOld ? 1 : 0);
}

function isOfOther({ standards }: Evidence): boolean {
  return standards.some(({ known }) => !known);
}

const enoughBeside = 3;
const lastOfQuestions = 8;

/** "controls 5.15, 5.18 and 5.39" in a text that names no other standard or framework, and cites controls that exist. */
function isSlipOfControl(
  draft: DraftReference,
  { named, by }: Extract<Outcome, { state: 'unknown' }>,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const { parts } = draft.members[0]!;
  if (!draft.isNamedControl || parts.length !== 2 || draft.wildcard || document.isContract) return false;
  if (document.ownNumbers.has(draft.number) || !(nearLayers.has(by) || namedUpFront(draft))) return false;
  const standard = catalog.edition(named.standard, named.edition);
  if (!standard || !isSingleStandard(draft) || !catalog.find(standard.key, `A.${parts[0]}`)) return false;
  const exists = ({ form, number }: DraftReference): boolean =>
    form !== 'clause' && catalog.find(standard.key, `A.${number}`)?.kind === 'control';
  return namesNoFramework(draft) && document.drafts.some(exists);
}

/** "clause 6.1.5" in a text about one standard that has 6.1, where the document has no such section itself. */
function isSlipOfClause(
  named: NamedStandard,
  draft: DraftReference,
  document: DraftDocument,
  catalog: Catalog,
): boolean {
  const { parts } = draft.members[0]!;
  if (draft.form !== 'clause' || draft.isBare || parts.length < 2 || document.isContract) return false;
  if (draft.isChapter) return parts.length === 3 && standsBesideSibling(draft, document, named, catalog);
  if (parts.length === 3 && citesSibling(draft, document)) return true;
  if (numbersItself(document, parts[0]!)) return false;
  const isOfFolder = parts.length === 3 && citesClauses(document, named, catalog);
  if (!isOfFolder && (!namedUpFront(draft) || !isSingleStandard(draft))) return false;
  return entryIn(named, parts.slice(0, -1).join('.'), catalog)?.kind === 'clause';
}

/** Whether a document that names no standard cites several clauses of the folder's standard, and none that it does not have but this. */
function citesClauses({ drafts }: DraftDocument, named: NamedStandard, catalog: Catalog): boolean {
  const cited = drafts.filter(({ form, isBare, isChapter }) => form === 'clause' && !isBare && !isChapter);
  const known = cited.filter(({ number }) => entryIn(named, number, catalog)?.kind === 'clause').length;
  return known >= enoughClauses && cited.length - known === 1;
}

const enoughClauses = 3;

/** "clause 9.3.4" in a text that cites clause 9.3.2 as well. */
function citesSibling(draft: DraftReference, { drafts }: DraftDocument): boolean {
  const group = draft.number.slice(0, draft.number.lastIndexOf('.') + 1);
  return drafts.some((other) => other !== draft && !other.isBare && isClauseBelow(other, group));
}

/** "Abschnitte 9.2.1 und 9.2.3": words such as Abschnitt need a clause that exists beside them. */
function standsBesideSibling(
  draft: DraftReference,
  { drafts }: DraftDocument,
  named: NamedStandard,
  catalog: Catalog,
): boolean {
  const group = draft.number.slice(0, draft.number.lastIndexOf('.') + 1);
  return drafts.some(
    ({ block, sentence, number }) =>
      block === draft.block &&
      sentence === draft.sentence &&
      number.startsWith(group) &&
      entryIn(named, number, catalog)?.kind === 'clause',
  );
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
  return entryIn(named, `${draft.letter}.${parent}`, catalog)?.kind === 'control';
}
