/**
 * All references of a document as drafts: front matter, section comments and body. What a draft means is decided by
 * resolve.ts, when the standards of the workspace are known; everything here depends on this text alone.
 */
import type { Catalog } from '../catalog/types.js';
import type { FrontMatter, Heading, NamedEdition, Where } from '../document.js';
import type { Block, LinkLabels } from '../markdown/blocks.js';
import type { Settings } from '../settings.js';
import { detach, type Span } from '../text.js';
import { columnNumbers, listNumbers } from './columns.js';
import { commentDrafts } from './commentTags.js';
import { type CountStatement, readCounts } from './counts.js';
import {
  bracketedNumbers,
  documentLayers,
  firstWord,
  isContract,
  namedEditions,
  noteOwnNumber,
} from './documentEvidence.js';
import type { DraftReference, Evidence } from './draft.js';
import { frontMatterDrafts, frontMatterLayer } from './frontMatterReferences.js';
import { type BareNumbers, type NumberHints, type RawReference, readReferences } from './grammar.js';
import { type LawReference, readLawReferences } from './laws.js';
import { clauseLikeWords, crosswalkWords, formerWords, historyWords } from './lexicon.js';
import { isWord, standardNames } from './mentions.js';
import type { Run } from './run.js';
import { Runs } from './runs.js';
import { lineEvidence, prefixesOf, ScopeFinder } from './scope.js';
import { entriesByTitle, titleAfter } from './titles.js';
import type { Token } from './tokens.js';

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
}

export interface Recognised {
  readonly drafts: readonly DraftReference[];
  readonly ownNumbers: ReadonlySet<string>;
  readonly isContract: boolean;
  readonly laws: readonly LawReference[];
  readonly counts: readonly CountStatement[];
  readonly named: readonly NamedEdition[];
}

/** Finds every draft reference of a document, in the order of the text. Linear in its length. */
export function recognise(input: RecognitionInput, context: RecognitionContext): Recognised {
  const names = standardNames(context.catalog);
  const runs = new Runs(input.text, input.blocks, names, context.settings.inlineCode, input.labels);
  const headingBlocks = indexesOfHeadings(input.blocks);
  const numbered = input.blocks.map((_, index) => index).filter((index) => runs.hasDigit(index));
  const frontLayers = input.frontMatter ? frontMatterLayer(input.frontMatter, names) : [];
  const outermost = [...frontLayers, ...documentLayers(runs, numbered, headingBlocks, input.frontMatter, names)];
  const sectionOf = (index: number): number => sectionAt(headingBlocks, index);
  const scope = new ScopeFinder(runs, names, headingBlocks, sectionOf, outermost);
  const drafts: DraftReference[] = [];
  if (input.frontMatter)
    for (const draft of frontMatterDrafts(input.text, input.frontMatter, outermost, context)) drafts.push(draft);
  const ownNumbers = new Set<string>();
  const laws: LawReference[] = [];
  const counts: CountStatement[] = [];
  const hints = {
    years: names.years,
    bracketed: bracketedNumbers(runs, headingBlocks, context.catalog),
    sectionClauses: noClauses,
    titled: null,
  };
  const reader: BlockReader = {
    runs,
    scope,
    sectionOf,
    drafts,
    catalog: context.catalog,
    headingBlocks,
    hints,
    sectionNumbers: [],
    sectionClauses: new Map(),
  };
  for (const index of numbered) {
    const block = input.blocks[index]!;
    if (block.kind === 'code' || block.kind === 'html') continue;
    if (block.kind === 'heading' || (block.kind === 'paragraph' && block.list < 0))
      noteOwnNumber(runs.of(index), ownNumbers, block.kind === 'heading');
    readBlock(index, block, reader);
    for (const law of readLawReferences(runs.of(index), context.catalog)) laws.push(law);
    for (const count of readCounts(runs.of(index))) counts.push(count);
  }
  for (const draft of commentDrafts(input, context, headingBlocks, scope, outermost)) drafts.push(draft);
  drafts.sort((a, b) => a.span.start - b.span.start);
  return {
    drafts,
    ownNumbers,
    isContract: isContract(runs, headingBlocks, input.frontMatter),
    laws,
    counts,
    named: namedEditions(runs, numbered),
  };
}

interface BlockReader {
  readonly runs: Runs;
  readonly scope: ScopeFinder;
  readonly sectionOf: (index: number) => number;
  readonly drafts: DraftReference[];
  readonly catalog: Catalog;
  readonly headingBlocks: readonly number[];
  readonly hints: NumberHints;
  /** Per section the number with which its heading begins, if any. */
  readonly sectionNumbers: (string | undefined)[];
  /** Per section the clauses that its heading begins with: "Clause 9 – Performance evaluation". */
  readonly sectionClauses: Map<number, ReadonlySet<number>>;
}

function readBlock(index: number, block: Block, reader: BlockReader): void {
  const run = reader.runs.of(index);
  const bare: BareNumbers =
    block.table >= 0
      ? columnNumbers(reader.runs, index, reader.scope, reader.catalog)
      : listNumbers(reader.runs, index, reader.scope);
  const section = reader.sectionOf(index);
  const hints: NumberHints = {
    ...reader.hints,
    sectionClauses: block.kind === 'heading' ? noClauses : clausesAbove(reader, section),
    onlyAtStart: block.table < 0,
    titled: block.kind === 'heading' ? null : (number) => titledForm(run, number, reader),
  };
  const raws = readReferences(run.tokens, run.mentions, bare, hints);
  if (raws.length === 0) return;
  const outside = reader.scope.outside(index);
  const where = whereOf(block);
  const prefixes = prefixesOf(raws);
  const crosswalkFrom = run.tokens.findIndex((token) => crosswalkWords.has(token.lower));
  const isHistory = isInHistory(reader, index, block, section);
  for (const raw of raws) {
    const line = lineEvidence(run, raw, prefixes);
    if (raw.ofOwnDocument || !hasItsMention(raw, line, run)) continue;
    const title = titleOf(reader, index, block, run, raw);
    const startsHeading = block.kind === 'heading' && raw.first === firstWord(run);
    if (startsHeading && raw.form === 'clause') noteClauseSection(reader, section, raw);
    if (startsHeading && raw.form === 'annex')
      reader.sectionNumbers[section] = raw.letter + raw.members[0]!.parts.join('.');
    reader.drafts.push({
      ...draftOf(run, raw),
      where,
      isTag: false,
      section,
      block: index,
      group: block.table >= 0 ? -2 - block.table : block.list >= 0 ? 1e6 + block.list : index,
      titleSpan: title?.span ?? null,
      titleWords: title?.words ?? null,
      near: line,
      far: outside,
      isBare: raw.isEither || raw.isSection || raw.isParenthesis || (bare !== 'none' && raw.form !== 'annex'),
      startsHeading,
      isChapter: raw.needsMention && !raw.ofStandard && isWord(run.tokens[raw.first], clauseLikeWords),
      startsBlock: raw.first === firstWord(run),
      fillsBlock: raw.first === firstWord(run) && raw.last === run.tokens.length,
      above: startsHeading ? numbersAbove(reader, section) : [],
      hasCrosswalkWord:
        isHistory || (crosswalkFrom >= 0 && crosswalkFrom < raw.first && raw.first - crosswalkFrom < 80),
    });
  }
}

/** The parts of a draft that come from the run alone. */
export function draftOf(
  run: Run,
  raw: RawReference,
): Pick<
  DraftReference,
  | 'span'
  | 'text'
  | 'form'
  | 'letter'
  | 'members'
  | 'wildcard'
  | 'needsScope'
  | 'isUnquotedNumber'
  | 'isEither'
  | 'isSection'
  | 'isParenthesis'
> {
  return {
    span: { start: run.base + raw.start, end: run.base + raw.end },
    text: detach(run.prose.slice(raw.start, raw.end)),
    form: raw.form,
    letter: raw.letter,
    members: raw.members,
    wildcard: raw.wildcard,
    needsScope: raw.needsScope,
    isEither: raw.isEither,
    isSection: raw.isSection,
    isParenthesis: raw.isParenthesis,
    isUnquotedNumber: false,
  };
}

const titleColumnWords = new Set(
  'title titles name control controls description titel bezeichnung maßnahme maßnahmen kontrolle intitulé titre nom mesure título titulo nombre nome controle controles titolo controllo benaming omschrijving clause requirement'.split(
    ' ',
  ),
);

/** "Control area", "Policy title": the column is about something else than the control itself. */
const otherColumnWords = new Set(
  'area areas domain domains theme themes category categories family group groups type objective objectives owner policy policies document documents procedure evidence related status bereich kategorie richtlinie dokument domaine'.split(
    ' ',
  ),
);

/** Whether the column is headed as one that holds titles: what stands beside an id in another column is no title. */
function isTitleColumn(runs: Runs, index: number, scope: ScopeFinder): boolean {
  const header = scope.headerOf(index);
  if (header < 0) return false;
  const { tokens } = runs.of(header);
  return (
    tokens.some((token) => titleColumnWords.has(token.lower)) &&
    !tokens.some((token) => otherColumnWords.has(token.lower))
  );
}

function titleOf(
  reader: BlockReader,
  index: number,
  block: Block,
  run: Run,
  raw: RawReference,
): { span: Span; words: string } | null {
  const { runs, scope } = reader;
  const takesRest = block.kind === 'heading' || block.kind === 'table-cell';
  const span = titleAfter(run.prose, raw.end, takesRest);
  if (span) {
    const words = detach(run.prose.slice(span.start, span.end));
    return { span: { start: run.base + span.start, end: run.base + span.end }, words };
  }
  // In a table the title is often the next cell of the row.
  const next = runs.blocks[index + 1];
  if (block.table < 0 || raw.last < run.tokens.length || !next || next.table !== block.table || next.row !== block.row)
    return null;
  if (block.row === 0 || next.span.end - next.span.start > 200 || !isTitleColumn(runs, index + 1, scope)) return null;
  const cell = runs.of(index + 1);
  const words = cell.prose.replace(/[*_]/g, '').trim();
  if (words.length < 3 || words.length > 160) return null;
  return { span: next.span, words: detach(words) };
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

/** Whether the block stands in a revision history: below a heading that says so, or in a table of versions and dates. */
function isInHistory(reader: BlockReader, index: number, block: Block, section: number): boolean {
  const { runs, scope } = reader;
  const says = (run: Run): boolean => run.tokens.some((token) => historyWords.has(token.lower));
  for (let above = section; above >= 0; above = scope.parentSection(above)) {
    if (says(runs.of(reader.headingBlocks[above]!))) return true;
  }
  if (block.table < 0 || block.row === 0) return false;
  const header = scope.headerOf(index);
  const labels = [index - block.column, header].filter((label) => label >= 0 && label !== index);
  if (labels.some((label) => runs.of(label).tokens.some((token) => formerWords.has(token.lower)))) return true;
  if (header < 0) return false;
  const first = header - block.column;
  const words = new Set<string>();
  for (let i = first; runs.blocks[i]?.table === block.table && runs.blocks[i]!.row === 0; i++) {
    for (const token of runs.of(i).tokens) words.add(token.lower);
  }
  const has = (list: readonly string[]): boolean => list.some((word) => words.has(word));
  return (
    has(['version', 'rev', 'revision', 'versione', 'versión', 'versão', 'versie']) &&
    has(['date', 'datum', 'data', 'fecha', 'stand'])
  );
}

const noClauses: ReadonlySet<number> = new Set();

/** Whether the words behind a number are exactly the title of the clause or control of that number. */
function titledForm(run: Run, number: Token, reader: BlockReader): 'clause' | 'control' | null {
  const span = titleAfter(run.prose, number.end, true);
  if (!span) return null;
  const id = number.parts.join('.');
  for (const entry of entriesByTitle(reader.catalog, run.prose.slice(span.start, span.end))) {
    if (entry.kind === 'clause' && entry.id === id) return 'clause';
    if (entry.kind === 'control' && entry.id === `A.${id}`) return 'control';
  }
  return null;
}

/** `Section 9.2` and `§ 9.3` need their standard right beside them, or "of the standard" behind. */
export function hasItsMention(raw: RawReference, line: readonly Evidence[], run: Run): boolean {
  // "Kapitel 9.3", "chapitre 9.3": in these languages the word for a clause of a standard; judge.ts looks at the document.
  if (isWord(run.tokens[raw.first], clauseLikeWords)) return true;
  return !raw.needsMention || raw.ofStandard || line.some((layer) => layer.tight && layer.standards.length > 0);
}

function noteClauseSection(reader: BlockReader, section: number, raw: RawReference): void {
  const clauses = raw.members.flatMap((member) => {
    const last = member.to?.[0] ?? member.parts[0]!;
    return Array.from({ length: Math.min(10, last) - member.parts[0]! + 1 }, (_, i) => member.parts[0]! + i);
  });
  reader.sectionClauses.set(section, new Set(clauses));
}

/** The clauses named by the nearest heading above that names any. */
function clausesAbove(reader: BlockReader, section: number): ReadonlySet<number> {
  for (let above = section; above >= 0; above = reader.scope.parentSection(above)) {
    const clauses = reader.sectionClauses.get(above);
    if (clauses) return clauses;
  }
  return noClauses;
}

/** The numbers with which the sections above a section begin, inner first. */
function numbersAbove(reader: BlockReader, section: number): string[] {
  const numbers: string[] = [];
  for (let above = reader.scope.parentSection(section); above >= 0; above = reader.scope.parentSection(above)) {
    const number = reader.sectionNumbers[above];
    if (number) numbers.push(number);
  }
  return numbers;
}
