/**
 * All references of a document as drafts: front matter, section comments and body. What a draft means is decided by
 * resolve.ts, when the standards of the workspace are known; everything here depends on this text alone.
 */
import type { Catalog } from '../catalog/types.js';
import type { FrontMatter, Heading, NamedEdition } from '../document.js';
import type { Block, LinkLabels } from '../markdown/blocks.js';
import { findBoxes } from '../markdown/boxes.js';
import { withoutNotes } from '../markdown/notes.js';
import type { Settings } from '../settings.js';
import type { Span } from '../text.js';
import { mostReferences } from './budget.js';
import { type CountStatement, readCounts } from './counts.js';
import type { DraftReference } from './draft.js';
import {
  bracketedNumbers,
  documentLayers,
  isContract,
  namedEditions,
  noteOwnNumber,
  standardsInTitles,
  titleInFront,
} from './evidence/documentEvidence.js';
import { ScopeFinder } from './evidence/scope.js';
import { withoutPassing } from './evidence/withoutPassing.js';
import { commentDrafts } from './frontMatter/commentTags.js';
import { draftsOfFrontMatter, layersOfFrontMatter } from './frontMatter/keptFrontMatter.js';
import { type LawReference, readLaws } from './laws.js';
import { isChapterOfBook } from './notOurs/chapterOfBook.js';
import { Contracts } from './notOurs/contracts.js';
import { isOnSubject } from './onSubject.js';
import { History, isAboutOld } from './past/history.js';
import { type BlockReader, readBlock } from './readBlock.js';
import { withDates } from './resolve/standardOfYear.js';
import { withBracketedControls } from './sections/bracketConvention.js';
import { headedNumbers } from './sections/headedNumbers.js';
import { Sections } from './sections/sections.js';
import { titledBoxes } from './sections/titledBoxes.js';
import { editionsListed } from './tables/columns.js';
import { withGridTables } from './text/gridTables.js';
import { linesAsItems } from './text/linesAsItems.js';
import type { KeptRuns } from './text/run.js';
import { Runs } from './text/runs.js';
import { standardNames } from './text/standardNames.js';
import type { Token } from './text/tokens.js';
import { isInForce } from './titles/titlesBeside.js';

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
  readonly titledBrackets: ReadonlySet<string>;
  readonly isContract: boolean;
  readonly isOnSubject: boolean;
  readonly laws: readonly LawReference[];
  readonly counts: readonly CountStatement[];
  readonly named: readonly NamedEdition[];
  /** Where reading ended early, because there were too many references; null where everything was read. */
  readonly unread: Span | null;
}

/** Finds every draft reference of a document, in the order of the text. Linear in its length. */
export function recognise(document: RecognitionInput, context: RecognitionContext): Recognised {
  const { inlineCode } = context.settings;
  const text = withoutNotes(document.text, inlineCode);
  const input = { ...document, text, blocks: withGridTables(text, linesAsItems(text, document.blocks)) };
  const names = standardNames(context.catalog);
  const runs = new Runs(input.text, input.blocks, names, inlineCode, input.labels, context.runs?.begin());
  const headingBlocks = indexesOfHeadings(input.blocks);
  const numbered = input.blocks.map((_, index) => index).filter((index) => runs.hasDigit(index));
  const frontLayers = input.frontMatter ? layersOfFrontMatter(text, input.frontMatter, context) : [];
  const outermost = [
    ...frontLayers,
    ...documentLayers(runs, numbered, headingBlocks, input.frontMatter, names, frontLayers),
  ];
  const sectionOf = (index: number): number => sectionAt(headingBlocks, index);
  const title = titleInFront(input.frontMatter);
  const boxes = titledBoxes(input.blocks, findBoxes(text), names);
  const scope = new ScopeFinder(runs, names, headingBlocks, sectionOf, outermost, title, boxes);
  const drafts: DraftReference[] = [];
  if (input.frontMatter)
    for (const draft of draftsOfFrontMatter(input.text, input.frontMatter, outermost, context)) drafts.push(draft);
  const ownNumbers = new Set<string>();
  const counts: CountStatement[] = [];
  const named = namedEditions(runs, numbered);
  const listed = editionsListed(runs, numbered, scope, context.catalog);
  const hints = {
    years: names.years,
    bracketed: bracketedNumbers(runs, headingBlocks, context.catalog),
    sectionClauses: new Set<number>(),
    sectionControls: new Set<number>(),
    isListed: ({ parts }: Token): boolean =>
      listed.some(({ key }) => context.catalog.find(key, `A.${parts.join('.')}`)?.kind === 'control'),
    isAboutOld: isAboutOld(named, names),
    isClause: (number: Token): boolean => isInForce(number, 'clause', context.catalog),
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
    besideContract: [],
    catalog: context.catalog,
    headingBlocks,
    hints,
    sections: new Sections(runs, scope, headingBlocks, frontLayers.length > 0, context.catalog),
    ownClauses: new Set(),
    titledBrackets: new Set(),
    ownNumbers,
    ownRows: new Set(),
    citingWords: new Set(),
    headed: headedNumbers(runs, headingBlocks, context.catalog),
    isChapterOfBook: isChapterOfBook(runs, headingBlocks, context.catalog),
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
  const dated = withDates(withBracketedControls(drafts, reader.besideContract, context.catalog), context.catalog);
  const { frontMatter, blocks } = input;
  const naming = { runs, numbered, headingBlocks, title: titleInFront(frontMatter), inFront: frontLayers, names };
  const found = withoutPassing(dated, naming, context.catalog);
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
    titledBrackets: reader.titledBrackets,
    laws: readLaws({ ...around, text, taken: found }),
    counts,
    named,
    unread,
  };
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
