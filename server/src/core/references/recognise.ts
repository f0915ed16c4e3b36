/**
 * All references of a document as drafts: front matter, section comments and body. What a draft means is decided by
 * resolve.ts, when the standards of the workspace are known; everything here depends on this text alone.
 */
import type { Catalog } from '../catalog/types.js';
import type { FrontMatter, Heading, NamedEdition, Where } from '../document.js';
import type { Block, LinkLabels } from '../markdown/blocks.js';
import type { Settings } from '../settings.js';
import type { Span } from '../text.js';
import { withBracketedControls } from './bracketConvention.js';
import { mostReferences } from './budget.js';
import {
  citesByChapter,
  citingWord,
  continuesCitation,
  hasItsMention,
  isDeepClause,
  isNamedControl,
  namesItsStandard,
} from './citing.js';
import { columnNumbers, listNumbers, listsBareControls } from './columns.js';
import { commentDrafts } from './commentTags.js';
import { isToldOfContract } from './contractSentences.js';
import { Contracts } from './contracts.js';
import { type CountStatement, readCounts } from './counts.js';
import {
  bracketedNumbers,
  documentLayers,
  firstWord,
  isContract,
  namedEditions,
  noteOwnNumber,
  standardsInTitles,
  titleInFront,
} from './documentEvidence.js';
import type { DraftReference } from './draft.js';
import { crosswalkFrom, isCalledFormer } from './formerly.js';
import { frontMatterDrafts, frontMatterLayer } from './frontMatterReferences.js';
import { type BareNumbers, type NumberHints, type RawReference, readReferences } from './grammar.js';
import { type HeadedNumbers, headedNumbers } from './headedNumbers.js';
import { History, isAboutOld, isOldControl, tellsOld } from './history.js';
import { type LawReference, readLaws } from './laws.js';
import { lineEvidence, relate } from './lineEvidence.js';
import { withClauses } from './mixedColumns.js';
import { ofNamedText } from './namedTexts.js';
import { isNumberOfOwn } from './numberedThings.js';
import { isOnSubject } from './onSubject.js';
import { holdsOwnIds, isPadded } from './ownIds.js';
import { isChangedChapter, isOfOthers, isOfOwnCatalogue, isOwnItem } from './ownItems.js';
import { passingLaws } from './passingLaws.js';
import { draftOf } from './placement.js';
import { type KeptRuns, type Run, sentenceCounter } from './run.js';
import { Runs } from './runs.js';
import { ScopeFinder } from './scope.js';
import { Sections } from './sections.js';
import { type StandardNames, standardNames } from './standardNames.js';
import { withDates } from './standardOfYear.js';
import { subjectBefore } from './subjectBefore.js';
import { listSubject, namedForm, subjectStandard } from './subjects.js';
import { isSystem, systemBeside } from './systems.js';
import { systemsOfSentences } from './systemsOfSentence.js';
import { isClauseOfAny, isInForce, titledForm, titleOf } from './titlesBeside.js';
import { withoutOthers } from './unrelated.js';

export interface RecognitionInput {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly blocks: readonly Block[];
  readonly comments: readonly Span[];
  readonly labels?: LinkLabels;
  readonly headings: readonly Heading[];
}

export interface RecognitionContext {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** What is known of the runs of this document; absent for one that is read once. */
  readonly runs?: KeptRuns | undefined;
}

export interface Recognised {
  readonly drafts: readonly DraftReference[];
  readonly ownNumbers: ReadonlySet<string>;
  readonly ownClauses: ReadonlySet<string>;
  readonly isContract: boolean;
  readonly isOnSubject: boolean;
  readonly laws: readonly LawReference[];
  readonly counts: readonly CountStatement[];
  readonly named: readonly NamedEdition[];
  /** Where reading ended early, because there were too many references; null where everything was read. */
  readonly unread: Span | null;
}

/** Finds every draft reference of a document, in the order of the text. Linear in its length. */
export function recognise(input: RecognitionInput, context: RecognitionContext): Recognised {
  const names = standardNames(context.catalog);
  const { inlineCode } = context.settings;
  const runs = new Runs(input.text, input.blocks, names, inlineCode, input.labels, context.runs?.begin());
  const headingBlocks = indexesOfHeadings(input.blocks);
  const numbered = input.blocks.map((_, index) => index).filter((index) => runs.hasDigit(index));
  const frontLayers = input.frontMatter ? frontMatterLayer(input.frontMatter, names) : [];
  const outermost = [...frontLayers, ...documentLayers(runs, numbered, headingBlocks, input.frontMatter, names)];
  const sectionOf = (index: number): number => sectionAt(headingBlocks, index);
  const scope = new ScopeFinder(runs, names, headingBlocks, sectionOf, outermost, titleInFront(input.frontMatter));
  const drafts: DraftReference[] = [];
  if (input.frontMatter)
    for (const draft of frontMatterDrafts(input.text, input.frontMatter, outermost, context)) drafts.push(draft);
  const ownNumbers = new Set<string>();
  const counts: CountStatement[] = [];
  const named = namedEditions(runs, numbered);
  const hints = {
    years: names.years,
    bracketed: bracketedNumbers(runs, headingBlocks, context.catalog),
    sectionClauses: new Set<number>(),
    sectionControls: new Set<number>(),
    listsControls: listsBareControls(runs, numbered, scope, context.catalog),
    isAboutOld: isAboutOld(named, names),
    titled: null,
  };
  const reader: BlockReader = {
    runs,
    names,
    scope,
    history: new History(runs, scope, headingBlocks),
    contracts: new Contracts(runs, scope, headingBlocks, sectionOf),
    sectionOf,
    drafts,
    catalog: context.catalog,
    headingBlocks,
    hints,
    sections: new Sections(runs, scope, headingBlocks, frontLayers.length > 0, context.catalog),
    ownClauses: new Set(),
    ownNumbers,
    ownRows: new Set(),
    citingWords: new Set(),
    headed: headedNumbers(runs, headingBlocks, context.catalog),
  };
  // Tags beyond the limit are left out like what comes after them.
  const last = drafts.length >= mostReferences ? drafts[drafts.length - 1]! : null;
  let unread: Span | null = last && { start: last.span.end, end: input.frontMatter!.span.end };
  for (const index of numbered) {
    const block = input.blocks[index]!;
    if (!runs.isProse(index)) continue;
    if (drafts.length >= mostReferences) {
      unread ??= block.span;
      break;
    }
    if (block.kind === 'heading' || (block.kind === 'paragraph' && block.list < 0))
      noteOwnNumber(runs.of(index), ownNumbers, block.kind === 'heading');
    readBlock(index, block, reader);
    for (const count of readCounts(runs.of(index))) counts.push(count);
  }
  const tags = commentDrafts(input, context, headingBlocks, scope, outermost);
  for (const draft of tags) drafts.push(draft);
  if (tags.length >= mostReferences) unread ??= tags[tags.length - 1]!.span;
  drafts.sort((a, b) => a.span.start - b.span.start);
  const found = withDates(withBracketedControls(drafts, context.catalog), context.catalog);
  const { text, frontMatter, blocks } = input;
  const titles = standardsInTitles(runs, headingBlocks, frontMatter, names);
  const about = {
    isContract: isContract(runs, headingBlocks, frontMatter),
    isOnSubject: isOnSubject({ text, blocks, drafts: found, outermost, titles }, context.catalog),
  };
  const around = { ...about, runs, scope, catalog: context.catalog, frontMatter, headingBlocks, sectionOf };
  return {
    ...about,
    drafts: found,
    ownNumbers,
    ownClauses: reader.ownClauses,
    laws: readLaws({ ...around, text, taken: found }),
    counts,
    named,
    unread,
  };
}

interface BlockReader {
  readonly runs: Runs;
  readonly names: StandardNames;
  readonly scope: ScopeFinder;
  readonly history: History;
  readonly contracts: Contracts;
  readonly sectionOf: (index: number) => number;
  readonly drafts: DraftReference[];
  readonly catalog: Catalog;
  readonly headingBlocks: readonly number[];
  readonly hints: NumberHints;
  readonly sections: Sections;
  readonly headed: HeadedNumbers;
  /** Words such as "article" that the document has used for clauses of a standard named beside them. */
  readonly citingWords: Set<string>;
  /** The numbers that the document gives its own sections and items. */
  readonly ownNumbers: Set<string>;
  /** The numbers of the rows of its lists of risks, actions, questions … */
  readonly ownRows: Set<string>;
  /** `section:first number` of clauses that are said to be of a contract or of the document itself. */
  readonly ownClauses: Set<string>;
}

/** What the document and the place of a block tell about the bare numbers in it. */
function hintsFor(index: number, bare: BareNumbers, reader: BlockReader): NumberHints {
  const block = reader.runs.blocks[index]!;
  const run = reader.runs.of(index);
  const section = reader.sectionOf(index);
  return {
    years: reader.hints.years,
    bracketed: reader.hints.bracketed,
    listsControls: reader.hints.listsControls ?? false,
    bareIsClause: block.table >= 0 && bare === 'clause',
    sectionClauses:
      block.kind === 'heading' ? reader.hints.sectionClauses : reader.sections.clausesAbove(section, block.table < 0),
    isHeadedClauses: block.kind !== 'heading' && reader.sections.isHeadedClauses(section),
    sectionControls: block.kind === 'heading' ? reader.hints.sectionControls : reader.sections.controlsAbove(section),
    onlyAtStart: block.table < 0,
    titled: (number) => titledForm(run, number, reader.catalog, block.kind === 'heading'),
    isSystem: (token) => isSystem(run, token, reader.names),
    isClause: block.kind === 'heading' ? null : (number) => isInForce(number, 'clause', reader.catalog),
    isControl: (number) => isInForce(number, 'control', reader.catalog),
    isCell: block.table >= 0,
    isItem: block.list >= 0,
    isOldControl: (number) => isOldControl(number, reader.catalog),
    tellsOld: () => block.kind !== 'heading' && tellsOld(run, reader.catalog),
    isAboutOld: reader.hints.isAboutOld ?? false,
    isDeepClause: (number) => number.parts.length === 4 && isClauseOfAny(number, reader.catalog),
    isHeaded: (token) => reader.headed.get(index)?.includes(token) ?? false,
    named: block.kind === 'heading' ? null : (token) => namedForm(run, token, reader.catalog),
  };
}

function readBlock(index: number, block: Block, reader: BlockReader): void {
  const run = reader.runs.of(index);
  const bare: BareNumbers =
    block.table >= 0
      ? columnNumbers(reader.runs, index, reader.scope, reader.catalog)
      : listNumbers(reader.runs, index, reader.scope);
  if (bare === 'none' && isNumberOfOwn(reader.runs, index, reader.scope)) {
    reader.ownRows.add(run.tokens[0]!.text);
    return;
  }
  const section = reader.sectionOf(index);
  const found = readReferences(run.tokens, run.mentions, bare, hintsFor(index, bare, reader));
  const isColumnOfControls = block.table >= 0 && bare === 'control';
  const joined = relate(
    run,
    isColumnOfControls ? withClauses(found, reader.runs, index, reader.scope, reader.catalog) : found,
  );
  const raws = withoutOthers(run, joined.raws);
  if (raws.length === 0) return;
  const outside = reader.scope.outside(index);
  const related = { ...joined, passing: passingLaws(run, outside) };
  const where = whereOf(block);
  const formerly = crosswalkFrom(run);
  const isHistory = reader.history.holds(index, block, section);
  const sentenceOf = sentenceCounter(run);
  const spokenOf = systemsOfSentences(run, reader.names);
  let cited: RawReference | null = null;
  let from = 0;
  for (const raw of raws) {
    const partFrom = from;
    from = raw.last;
    const line = lineEvidence(run, raw, related, reader.names);
    if (raw.ofOwnDocument && raw.form === 'clause' && !raw.needsMention)
      for (const { parts } of raw.members) reader.ownClauses.add(`${section}:${parts[0]}`);
    if (raw.form === 'clause' && raw.attached === null && reader.contracts.isColumn(index)) continue;
    const word = citingWord(raw, run);
    const isUsual = word !== null && reader.citingWords.has(word);
    const isBesideStandard = line.some(({ tight, standards }) => tight && standards.length > 0);
    const ofText = isBesideStandard ? 'no' : ofNamedText(raw, related.listEnds.get(raw) ?? raw, run);
    if (
      raw.ofOwnDocument ||
      ofText === 'certain' ||
      (!isBesideStandard && isToldOfContract(run, raw)) ||
      (raw.isParenthesis && reader.ownRows.has(run.prose.slice(raw.start, raw.end))) ||
      (isHistory && !isBesideStandard && !raw.ofStandard && isChangedChapter(raw, index, reader)) ||
      !(isUsual || hasItsMention(raw, line, run) || continuesCitation(raw, cited, run))
    )
      continue;
    if (word !== null && (namesItsStandard(raw, line) || isDeepClause(raw))) reader.citingWords.add(word);
    cited = raw;
    const title = titleOf(reader, index, block, run, raw);
    const startsHeading = block.kind === 'heading' && raw.first === firstWord(run);
    if (block.kind === 'heading') reader.sections.note(section, raw, startsHeading);
    if (isOwnItem(raw, index, reader)) {
      reader.ownNumbers.add(`${raw.letter}.${raw.members[0]!.parts.join('.')}`);
      continue;
    }
    if (isOfOwnCatalogue(raw, index, reader)) continue;
    const sentence = sentenceOf(raw.first);
    const spoken = spokenOf(raw, sentence);
    const ofWords =
      subjectBefore(run, raw, partFrom, reader.names, reader.catalog) ??
      (spoken?.subject ? subjectStandard(run, raw, partFrom, reader.catalog) : null);
    const draft = draftOf(run, raw, {
      where,
      isTag: false,
      section,
      block: index,
      sentence,
      list: related.listEnds.get(raw)?.first ?? raw.first,
      group: block.table >= 0 ? -2 - block.table : block.list >= 0 ? 1e6 + block.list : index,
      column: block.table >= 0 ? block.column : -1,
      titleSpan: title?.span ?? null,
      titleWords: title?.words ?? null,
      near: line,
      far: outside,
      isBare:
        raw.isEither ||
        raw.isSection ||
        raw.isParenthesis ||
        (bare !== 'none' && raw.form !== 'annex' && run.tokens[raw.head]?.kind === 'number'),
      isTold: block.table >= 0 && bare !== 'none' && reader.runs.toldColumns.has(reader.scope.headerOf(index)),
      startsHeading,
      isChapter: !raw.ofStandard && (isUsual || citesByChapter(raw, run)),
      isNamedControl: isNamedControl(raw, run),
      startsBlock: raw.first === firstWord(run),
      fillsBlock: raw.first === firstWord(run) && raw.last === run.tokens.length,
      system:
        ofWords ??
        systemBeside(run, raw.first, raw.last, reader.names)?.named ??
        subjectStandard(run, raw, partFrom, reader.catalog) ??
        reader.scope.systemOf(section),
      spoken: ofWords && ofWords.standard !== spoken?.subject?.standard ? null : spoken,
      above: startsHeading ? reader.sections.numbersAbove(section) : [],
      ofOthers:
        ofText === 'likely' ||
        isOfOthers(run, raw) ||
        isPadded(run.prose.slice(raw.start, raw.end)) ||
        (block.table >= 0 && holdsOwnIds(reader.runs, index, reader.scope)),
      contract: reader.contracts.near(index, run, raw),
      hasCrosswalkWord: isHistory || isCalledFormer(run, formerly, raw.first, reader.names),
      isUnquotedNumber: false,
      isMovedTo: related.movedTo.has(raw),
      isShort: isShort(run, raw),
      listSubject: isShort(run, raw) ? listSubject(reader.runs, index, raw) : [],
    });
    reader.drafts.push(draft);
  }
}

function isShort({ tokens }: Run, { form, first, head }: RawReference): boolean {
  return form === 'annex' && first !== head && tokens[head]!.kind === 'word';
}

function whereOf(block: Block): Where {
  if (block.kind === 'heading') return 'heading';
  if (block.table >= 0) return 'table';
  return block.list >= 0 ? 'list' : 'paragraph';
}

function indexesOfHeadings(blocks: readonly Block[]): number[] {
  const indexes: number[] = [];
  for (let i = 0; i < blocks.length; i++) if (blocks[i]!.kind === 'heading') indexes.push(i);
  return indexes;
}

/** Index of the last heading at or before the block, -1 before the first. */
function sectionAt(headingBlocks: readonly number[], index: number): number {
  let low = 0;
  let high = headingBlocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headingBlocks[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
