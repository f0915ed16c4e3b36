/** The references of one block as drafts: which numbers in it cite something, and what their place tells of each. */
import type { Catalog } from '../catalog/types.js';
import type { Where } from '../document.js';
import type { Block } from '../markdown/blocks.js';
import { BlockHints } from './blockHints.js';
import type { DraftReference, Evidence } from './draft.js';
import {
  citesByChapter,
  citingWord,
  continuesCitation,
  hasItsMention,
  isDeepClause,
  isNamedControl,
  namesItsStandard,
} from './evidence/citing.js';
import { firstWord } from './evidence/documentEvidence.js';
import { lineEvidence, type RunReferences, relate } from './evidence/lineEvidence.js';
import { passingLaws } from './evidence/passingLaws.js';
import { draftOf, type Placement } from './evidence/placement.js';
import type { ScopeFinder } from './evidence/scope.js';
import { isBehindSystem, systemBeside } from './evidence/systems.js';
import { systemsOfSentences } from './evidence/systemsOfSentence.js';
import { type BareNumbers, type NumberHints, type RawReference, readReferences } from './grammar.js';
import { citesChapter } from './notOurs/chapterOfBook.js';
import { isAnnexOfContract } from './notOurs/contractAnnexes.js';
import { goesOnWithContract, isOfNamedContract, isToldOfContract, mayBeNoClause } from './notOurs/contractSentences.js';
import type { Contracts } from './notOurs/contracts.js';
import { isOfOwnText, ofNamedText } from './notOurs/namedTexts.js';
import { holdsOwnIds, isPadded } from './notOurs/ownIds.js';
import { isChangedChapter, isOfOthers, isOfOwnCatalogue, isOwnItem, isPlaceInColumn } from './notOurs/ownItems.js';
import { withoutOthers } from './notOurs/unrelated.js';
import { touchesTitle } from './onSubject.js';
import { crosswalkFrom, isCalledFormer, isMarkedFormer, isSaidFormer } from './past/formerly.js';
import type { History } from './past/history.js';
import { formerWords } from './past/pastWords.js';
import { isRenamedInBrackets } from './past/renamed.js';
import { withListedControls } from './sections/controlsBehindName.js';
import type { HeadedNumbers } from './sections/headedNumbers.js';
import { listNumbers } from './sections/listedControls.js';
import type { Sections } from './sections/sections.js';
import { headsOwnTexts } from './tables/columnHeads.js';
import { columnNumbers } from './tables/columns.js';
import { withClauses } from './tables/mixedColumns.js';
import { isNumberOfOwn } from './tables/numberedThings.js';
import { clauseWords, controlWords, germanNumbers, standardWords } from './text/lexicon.js';
import type { Mention } from './text/mentions.js';
import { type Run, sentenceCounter } from './text/run.js';
import type { Runs } from './text/runs.js';
import type { StandardNames } from './text/standardNames.js';
import { isMark, isWord } from './text/tokens.js';
import { standardTitled, subjectBefore } from './titles/subjectBefore.js';
import { listSubject, subjectStandard, withNamedControls } from './titles/subjects.js';
import { titleOf } from './titles/titlesBeside.js';

/** What the blocks of a document are read with, and what those before have told. */
export interface BlockReader {
  readonly runs: Runs;
  readonly names: StandardNames;
  readonly scope: ScopeFinder;
  readonly history: History;
  readonly contracts: Contracts;
  readonly sectionOf: (index: number) => number;
  readonly drafts: DraftReference[];
  /** Numbers in brackets behind a contract: clauses of it, unless the document cites controls so. */
  readonly besideContract: DraftReference[];
  readonly catalog: Catalog;
  readonly headingBlocks: readonly number[];
  /** What holds in the whole document of the bare numbers in it. */
  readonly hints: NumberHints;
  readonly sections: Sections;
  readonly headed: HeadedNumbers;
  /** It is one chapter of a handbook that has others. */
  readonly isChapterOfBook: boolean;
  /** Words such as "article" that the document has used for clauses of a standard named beside them. */
  readonly citingWords: Set<string>;
  /** The numbers that the document gives its own sections and items. */
  readonly ownNumbers: Set<string>;
  /** The numbers of the rows of its lists of risks, actions, questions … */
  readonly ownRows: Set<string>;
  /** `section:first number` of clauses that are said to be of a contract or of the document itself. */
  readonly ownClauses: Set<string>;
  /** Clauses in brackets right behind words of their titles. */
  readonly titledBrackets: Set<string>;
}

/** What a block is read with: its words, and what all its references have in common. */
interface BlockReading {
  readonly index: number;
  readonly block: Block;
  readonly run: Run;
  readonly reader: BlockReader;
  readonly bare: BareNumbers;
  readonly section: number;
  readonly related: RunReferences;
  readonly outside: readonly Evidence[];
  readonly isHistory: boolean;
}

/** Reads the references of one block into the drafts, and notes what the blocks after it are read with. */
export function readBlock(index: number, block: Block, reader: BlockReader): void {
  const run = reader.runs.of(index);
  const bare: BareNumbers =
    block.table >= 0
      ? columnNumbers(reader.runs, index, reader.scope, reader.catalog)
      : listNumbers(reader.runs, index, reader.scope, reader.catalog);
  if (bare === 'none' && isNumberOfOwn(reader.runs, index, reader.scope)) {
    reader.ownRows.add(run.tokens[0]!.text);
    return;
  }
  const section = reader.sectionOf(index);
  const found = readReferences(run.tokens, run.mentions, bare, new BlockHints(index, run, section, bare, reader));
  if (found.length === 0) return;
  const isColumnOfControls = block.table >= 0 && bare === 'control';
  const listed = withListedControls(
    found,
    run,
    { index, bare, runs: reader.runs, scope: reader.scope },
    reader.catalog,
  );
  const told = isColumnOfControls
    ? withClauses(listed, reader.runs, index, reader.scope, reader.catalog)
    : isColumnOfEither(index, bare, reader)
      ? listed.map((raw) => (/^\d/.test(run.prose[raw.start]!) ? { ...raw, isEither: true } : raw))
      : listed;
  const joined = relate(run, withNamedControls(told, run, reader.catalog));
  const leadIn = joined.raws.length > 0 ? reader.scope.leadInOf(index) : -1;
  const raws = withoutOthers(run, joined.raws, leadIn < 0 ? null : reader.runs.of(leadIn));
  if (raws.length === 0) return;
  const outside = reader.scope.outside(index);
  const related = { ...withoutGlosses(joined, index, bare, reader), passing: passingLaws(run, outside) };
  const isHistory = reader.history.holds(index, block, section);
  readRaws(raws, { index, block, run, reader, bare, section, related, outside, isHistory });
}

/** "Clause / control": which of both a bare number means is left to its row. */
function isColumnOfEither(index: number, bare: BareNumbers, { runs, scope }: BlockReader): boolean {
  return bare === 'clause' && runs.blocks[index]!.table >= 0 && runs.eitherColumns.has(scope.headerOf(index));
}

/** `8.15, 8.16 (PCI DSS 10.2)` below "ISO ref.": what another framework calls them is said in brackets, and makes none of them its own. */
function withoutGlosses(
  related: RunReferences,
  index: number,
  bare: BareNumbers,
  { runs, scope }: BlockReader,
): RunReferences {
  if (related.followers.size === 0 || bare === 'none' || runs.blocks[index]!.table < 0) return related;
  const header = scope.headerOf(index);
  const { tokens } = runs.of(index);
  if (header < 0 || !runs.of(header).tokens.some(({ lower }) => lower.startsWith('iso'))) return related;
  const isGloss = ({ standards, end }: Mention): boolean =>
    !standards.some(({ looksLikeIso }) => looksLikeIso) && !isMark(tokens[end], ')');
  return { ...related, followers: new Map([...related.followers].filter(([, mention]) => !isGloss(mention))) };
}

function readRaws(raws: readonly RawReference[], reading: BlockReading): void {
  const { index, block, run, reader, section, related } = reading;
  const placeOf = placer(reading);
  let cited: RawReference | null = null;
  let ofContract: RawReference | null = null;
  let from = 0;
  for (const written of raws) {
    const partFrom = from;
    from = written.last;
    const goesOn: boolean = ofContract !== null && goesOnWithContract(run, ofContract, written);
    const raw: RawReference = goesOn ? { ...written, ofOwnDocument: true } : written;
    const line = lineEvidence(run, written, related, reader.names);
    if (goesOn || isOfNamedContract(run, raw) || isClauseOfText(run, raw)) ofContract = raw;
    if (raw.ofOwnDocument && raw.form === 'clause' && !raw.needsMention)
      for (const { parts } of raw.members) reader.ownClauses.add(`${section}:${parts[0]}`);
    const citation = citationOf(raw, line, cited, reading);
    if (!citation) continue;
    if (!raw.ofOwnDocument) cited = raw;
    if (raw.isParenthesis) noteTitled(raw, run, reader);
    const title = titleOf(reader, index, block, run, raw);
    const startsHeading = block.kind === 'heading' && raw.first === firstWord(run);
    if (block.kind === 'heading') reader.sections.note(section, raw, startsHeading);
    if (isOwnItem(raw, index, reader)) {
      reader.ownNumbers.add(`${raw.letter}.${raw.members[0]!.parts.join('.')}`);
      continue;
    }
    if (isOfOwnCatalogue(raw, index, reader) || isPlaceInColumn(raw, index, reader)) continue;
    (raw.ofOwnDocument ? reader.besideContract : reader.drafts).push(
      draftOf(run, raw, placeOf(raw, { ...citation, line, title, startsHeading, partFrom })),
    );
  }
}

/** "risks are assessed (6.1.2)" */
function noteTitled({ start, members }: RawReference, { prose }: Run, { titledBrackets, catalog }: BlockReader): void {
  const number = members[0]!.parts.join('.');
  const words = prose.slice(Math.max(0, start - longestSubject), start - 1).split(/[^\p{L} ]/u);
  if (touchesTitle(number, words.pop()!, catalog)) titledBrackets.add(number);
}

/** In characters. */
const longestSubject = 40;

/** How a raw reference cites: by a word that is usual in the document for clauses, of a text that is named beside it. */
interface Citation {
  readonly isUsual: boolean;
  readonly ofText: ReturnType<typeof ofNamedText>;
}

/** How a raw reference cites; null where it is a number of something else: a contract, the document itself, an item of a list. */
function citationOf(
  raw: RawReference,
  line: readonly Evidence[],
  cited: RawReference | null,
  { index, run, reader, related, outside, isHistory }: BlockReading,
): Citation | null {
  if (raw.form === 'clause' && raw.attached === null && reader.contracts.isColumn(index)) return null;
  if (raw.ofOwnDocument && !(raw.isParenthesis && mayBeNoClause(run, raw))) return null;
  if (raw.needsMention && !raw.ofStandard && isBehindSystem(run, raw, reader.names)) return null;
  if (isAnnexOfContract(raw, run, outside, reader.catalog)) return null;
  const isBesideStandard = line.some(({ tight, standards }) => tight && standards.length > 0);
  const isOfBook = reader.isChapterOfBook && citesChapter(run.tokens[raw.head]);
  if (isOfBook && !isBesideStandard && !raw.ofStandard) return null;
  const ofText = isBesideStandard ? 'no' : ofNamedText(raw, related.listEnds.get(raw) ?? raw, run);
  if (ofText === 'certain') return null;
  if (!isBesideStandard && (isToldOfContract(run, raw) || isOfOwnText(raw, run, reader.catalog))) return null;
  // `| ISO/IEC 27001 | A.8.13 | Abschnitt 5 |`, where the last column is headed "Umsetzung", tells where that is done.
  const header = headOfChapter(raw, index, reader);
  if (header >= 0 && !isBesideStandard && !raw.ofStandard && headsOwnTexts(reader.runs, header)) return null;
  if (raw.isParenthesis && reader.ownRows.has(run.prose.slice(raw.start, raw.end))) return null;
  // "Chapters 5–7 to ISO/IEC 27701:2025" says what they were adapted to.
  const isApart = !isBesideStandard || (raw.attached === null && isWord(run.tokens[raw.last], adaptedTo));
  if (isHistory && isApart && !raw.ofStandard && isChangedChapter(raw, index, reader)) return null;
  const word = citingWord(raw, run);
  // "Nr. 5.1, Nr. 9.3" below "Norm"
  const isBelow = header >= 0 && isWord(reader.runs.of(header).tokens[0], standardWords);
  const isUsual = isBelow || (word !== null && reader.citingWords.has(word));
  if (!(isUsual || hasItsMention(raw, line, run) || continuesCitation(raw, cited, run))) return null;
  if (word !== null && (isBelow || namesItsStandard(raw, line) || isDeepClause(raw))) reader.citingWords.add(word);
  // "Nr. 9.2 der Norm"
  const before = run.tokens[raw.first - (isMark(run.tokens[raw.first - 1], '.') ? 2 : 1)];
  if (germanNumbers.has(before?.text ?? '') && namesItsStandard(raw, line)) reader.citingWords.add(before!.lower);
  return { isUsual, ofText };
}

/** The head of the column in which a cell begins with a chapter (`| Abschnitt 5 |`, `| siehe Nr. 9.2 |`); -1 for all else. */
function headOfChapter({ needsMention, head }: RawReference, index: number, { runs, scope }: BlockReader): number {
  const header = needsMention && head < 2 && runs.blocks[index]!.table >= 0 ? scope.headerOf(index) : -1;
  return header === index ? -1 : header;
}

/** "the engagement letter, clause 12.4 and clause 4.9" */
function isClauseOfText(run: Run, raw: RawReference): boolean {
  return isWord(run.tokens[raw.head], clauseWords) && ofNamedText(raw, raw, run) === 'certain';
}

/** "to", "auf", "pour": before what a chapter was adapted to. */
const adaptedTo: ReadonlySet<string> = new Set('to for auf für an à pour a para per naar voor aan'.split(' '));

/** What was found of one citation before it is placed. */
interface Cited extends Citation {
  readonly line: readonly Evidence[];
  readonly title: ReturnType<typeof titleOf>;
  readonly startsHeading: boolean;
  /** The token where the part of the passage begins that is the reference's own. */
  readonly partFrom: number;
}

/** Gives each reference of a block its place; what holds for the whole block is found out once. */
function placer(reading: BlockReading): (raw: RawReference, cited: Cited) => Placement {
  const { index, block, run, reader, bare, section, related, outside, isHistory } = reading;
  const { names, catalog } = reader;
  const where = whereOf(block);
  const isCell = block.table >= 0;
  const formerly = crosswalkFrom(run);
  const sentenceOf = sentenceCounter(run);
  const spokenOf = systemsOfSentences(run, names);
  return (raw, { isUsual, ofText, line, title, startsHeading, partFrom }) => {
    const sentence = sentenceOf(raw.first);
    const spoken = spokenOf(raw, sentence);
    const ofWords =
      subjectBefore(run, raw, partFrom, names, catalog) ??
      (spoken?.subject ? subjectStandard(run, raw, partFrom, catalog) : null);
    const startsBlock = raw.first === firstWord(run);
    const short = isShort(run, raw);
    return {
      where,
      isTag: false,
      section,
      block: index,
      sentence,
      list: related.listEnds.get(raw)?.first ?? raw.first,
      group: isCell ? -2 - block.table : block.list >= 0 ? 1e6 + block.list : index,
      column: isCell ? block.column : -1,
      titleSpan: title?.span ?? null,
      titleWords: title?.words ?? null,
      near: line,
      far: outside,
      isBare:
        raw.isEither ||
        raw.isSection ||
        raw.isParenthesis ||
        (bare !== 'none' && raw.form !== 'annex' && run.tokens[raw.head]?.kind === 'number'),
      isTold: bare !== 'none' && isTold(index, reader),
      startsHeading,
      isChapter: !raw.ofStandard && (isUsual || citesByChapter(raw, run)),
      isNamedControl: isNamedControl(raw, run),
      startsBlock,
      fillsBlock: startsBlock && raw.last === run.tokens.length,
      system:
        ofWords ??
        systemBeside(run, raw.first, raw.last, names)?.named ??
        subjectStandard(run, raw, partFrom, catalog) ??
        standardTitled(reader.runs, index, raw, title?.words, catalog) ??
        reader.scope.systemOf(section),
      spoken: ofWords && ofWords.standard !== spoken?.subject?.standard ? null : spoken,
      above: startsHeading ? reader.sections.numbersAbove(section) : [],
      ofOthers: ofText === 'likely' || isAnothersId(raw, reading),
      contract: reader.contracts.near(index, run, raw),
      hasCrosswalkWord:
        isHistory ||
        isCalledFormer(run, formerly, raw.first, names) ||
        isMarkedFormer(run, raw.last) ||
        isRenamedInBrackets(run, raw.last) ||
        isSaidFormer(run, (related.listEnds.get(raw) ?? raw).last),
      isOld: isWord(run.tokens[raw.head - 1], formerWords),
      isUnquotedNumber: false,
      isMovedTo: related.movedTo.has(raw),
      isShort: short,
      listSubject: short ? listSubject(reader.runs, index, raw) : [],
    };
  };
}

function isAnothersId(raw: RawReference, { index, block, run, reader }: BlockReading): boolean {
  return (
    isOfOthers(run, raw) ||
    isPadded(run.prose.slice(raw.start, raw.end)) ||
    (block.table >= 0 && holdsOwnIds(reader.runs, index, reader.scope))
  );
}

/** Whether the head of the column, or what its list is about, leaves no doubt of what bare numbers are. */
function isTold(index: number, { runs, scope }: BlockReader): boolean {
  const { table, list } = runs.blocks[index]!;
  return table >= 0 ? runs.toldColumns.has(scope.headerOf(index)) : runs.controlLists.get(list) === true;
}

function isShort({ tokens }: Run, { form, first, head }: RawReference): boolean {
  if (first === head || form === 'clause') return false;
  return tokens[head]!.kind === 'word' || isWord(tokens[head - (isMark(tokens[head - 1], ':') ? 2 : 1)], controlWords);
}

function whereOf(block: Block): Where {
  if (block.kind === 'heading') return 'heading';
  if (block.table >= 0) return 'table';
  return block.list >= 0 ? 'list' : 'paragraph';
}
