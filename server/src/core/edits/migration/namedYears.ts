/** Where a text names the older edition by its year (`ISO/IEC 27001:2013`), and what leans on it. */
import type { PolicyDocument } from '../../document.js';
import type { Block } from '../../markdown/blocks.js';
import { readDocumentText } from '../../markdown/documentText.js';
import { tagComment } from '../../references/frontMatter/commentTags.js';
import type { Mention } from '../../references/text/mentions.js';
import { makeRun, type Run } from '../../references/text/run.js';
import { Runs } from '../../references/text/runs.js';
import { standardNames } from '../../references/text/standardNames.js';
import { behindNoOrdinal } from '../../rules/support/passage.js';
import type { Span } from '../../text.js';
import type { Kept } from './records.js';
import { type Statement, statementIn } from './statements.js';
import type { MigrationPlan } from './types.js';

export interface NamedYear {
  /** The four digits. */
  readonly year: Span;
  /** The year of the new edition under the same name; null where the catalog does not know one. */
  readonly newYear: string | null;
  /** The name with its year. */
  readonly name: Span;
  /** The paragraph, cell, value or comment that it stands in. */
  readonly within: Span;
  /** The sentence of it. */
  readonly sentence: Span;
  /** Where references lean on it although they stand elsewhere: the section below a heading, the rows below a header. */
  readonly reach: Span | null;
  /** The new edition is named in the same place, or the words say that the older one is the past. */
  readonly isOnPurpose: boolean;
  /** The fact that its words state about the edition, which no migration makes true of another; null where there is none. */
  readonly statement: Statement | null;
  /** Why it stays, where the place is a record; absent or null elsewhere. */
  readonly kept?: Kept | null;
  /** The sentence, row or section that such a fact is stated in. */
  readonly stated: Span;
  /** All names of the standard in the same place, with or without a year, in order. */
  readonly namesWithin: readonly Span[];
}

/** All places that name the older edition with its year, in the order of the text. */
export function findNamedYears(document: PolicyDocument, text: string, plan: MigrationPlan): NamedYear[] {
  const found: NamedYear[] = [];
  for (const place of placesOf(document, text, plan)) found.push(...yearsIn(place, plan));
  return found.sort((a, b) => a.year.start - b.year.start);
}

/** The names of the older edition with its year in any text, a soa.yaml for example. */
export function findNamesWithYear(text: string, plan: MigrationPlan): Span[] {
  const run = makeRun(text, 0, standardNames(plan.catalog));
  return run.mentions
    .filter((mention) => yearsOf(run, mention, plan).length > 0)
    .map((mention) => spanOf(run, mention));
}

interface Place {
  readonly run: Run;
  readonly within: Span;
  readonly reach: Span | null;
  /** What says of which thing it speaks: the key of a value, the heads of its column and of the first, the first cell of its row. */
  readonly label: string;
  /** The row of a table that it stands in. */
  readonly row: Span | null;
  /** Whether it stands over others: a heading, a value of front matter. */
  readonly isTitle: boolean;
}

function placesOf(document: PolicyDocument, text: string, plan: MigrationPlan): Place[] {
  const names = standardNames(plan.catalog);
  const whole = { start: 0, end: text.length };
  const places: Place[] = [];
  for (const scalar of document.frontMatter?.scalars ?? []) {
    const run = makeRun(scalar.text, scalar.contentSpan.start, names);
    const label = scalar.path.join(' ');
    if (run.mentions.length > 0)
      places.push({ run, within: scalar.span, reach: whole, label, row: null, isTitle: true });
  }
  const { markdownBlocks: blocks, comments, labels } = readDocumentText(text);
  const runs = new Runs(text, blocks, names, plan.settings.inlineCode, labels);
  const preface = prefaceEnd(blocks);
  const heads = new Map<number, number>();
  blocks.forEach(({ table }, index) => {
    if (table >= 0 && !heads.has(table)) heads.set(table, index);
  });
  blocks.forEach((block, index) => {
    if (block.kind === 'code' || block.kind === 'html' || !runs.hasDigit(index)) return;
    const run = runs.of(index);
    if (run.mentions.length === 0) return;
    const reach = reachOf(index, run, blocks, document, preface);
    const isTitle = block.kind === 'heading';
    places.push({ run, within: block.span, reach, ...rowOf(index, blocks, heads, text), isTitle });
  });
  for (const comment of comments) {
    const content = text.slice(comment.start + 4, Math.max(comment.start + 4, comment.end - 3));
    if (!tagComment(content, plan.settings)) continue;
    const run = makeRun(content, comment.start + 4, names);
    if (run.mentions.length > 0)
      places.push({ run, within: comment, reach: null, label: '', row: null, isTitle: false });
  }
  return places;
}

/** The offset of the second heading: what stands before it is the title and the document's own particulars. */
function prefaceEnd(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.kind === 'heading')[1]?.span.start ?? Number.POSITIVE_INFINITY;
}

/**
 * The row of a cell below the head of a table, and what its first cell, the head above that and the head of its column say.
 * @param heads index of the first cell of each table
 */
function rowOf(
  index: number,
  blocks: readonly Block[],
  heads: ReadonlyMap<number, number>,
  text: string,
): { readonly row: Span | null; readonly label: string } {
  const { table, row, column } = blocks[index]!;
  if (table < 0 || row < 1) return { row: null, label: '' };
  let first = index;
  while (blocks[first - 1]?.table === table && blocks[first - 1]!.row === row) first--;
  let head = heads.get(table)!;
  while (blocks[head]!.row === 0 && blocks[head]!.column < column) head++;
  const firstHead = blocks[heads.get(table)!]!;
  const words = [firstHead, blocks[head]!, blocks[first]!]
    .filter((one, at) => at === 0 || one.column === column || one.row === row)
    .map(({ span }) => text.slice(span.start, span.end));
  const end = lastOf(blocks, index, (one) => one.table === table && one.row === row);
  return { row: { start: blocks[first]!.span.start, end }, label: words.join(' ') };
}

function reachOf(
  index: number,
  run: Run,
  blocks: readonly Block[],
  document: PolicyDocument,
  preface: number,
): Span | null {
  const block = blocks[index]!;
  const { start } = block.span;
  if (block.kind === 'heading') {
    const heading = document.headings.find((one) => one.span.start === start);
    return { start, end: heading?.sectionEnd ?? document.length };
  }
  if (block.table >= 0 && block.row === 0)
    return { start, end: lastOf(blocks, index, (one) => one.table === block.table) };
  const isParticular = block.table >= 0 || /^[*_\s]*[\p{L} ]{2,40}[*_]*:[*_]*\s/u.test(run.prose);
  if (start < preface && isParticular && block.span.end - start < 200) return { start, end: document.length };
  if (block.table >= 0) {
    return { start, end: lastOf(blocks, index, (one) => one.table === block.table && one.row === block.row) };
  }
  const next = blocks[index + 1];
  if (!next || !/:\s*[*_]*$/.test(run.prose)) return null;
  // A sentence that leads in the list or table behind it.
  if (next.table >= 0) return { start, end: lastOf(blocks, index, (one) => one === block || one.table === next.table) };
  return next.list >= 0
    ? { start, end: lastOf(blocks, index, (one) => one === block || one.list === next.list) }
    : null;
}

/** The end of the last block, from the index on, of those that belong together. */
function lastOf(blocks: readonly Block[], index: number, belongs: (block: Block) => boolean): number {
  let { end } = blocks[index]!.span;
  for (let at = index; at < blocks.length && belongs(blocks[at]!); at++) end = blocks[at]!.span.end;
  return end;
}

const pastWords =
  /\b(?:former(?:ly)?|previous(?:ly)?|until|since|replace[sd]?|supersed\w+|withdrawn|transition\w*|migrat\w+|was|were|old(?:er)?|ehemals|früher\w*|bis|ancien\w*)\b/iu;

function yearsIn({ run, within, reach, label, row, isTitle }: Place, plan: MigrationPlan): NamedYear[] {
  const { standard } = plan.from;
  const ofStandard = run.mentions.filter((mention) => mention.standards.some((named) => named.standard === standard));
  const namesWithin = ofStandard.map((mention) => spanOf(run, mention));
  const newYear = new RegExp(`(?<![\\d-])${plan.to.edition}(?![\\d-]|\\.\\d)`);
  return ofStandard.flatMap((mention) => {
    const sentence = sentenceOf(run, mention);
    const words = run.prose.slice(sentence.start - run.base, sentence.end - run.base);
    const about = `${label} ${withoutNames(row ? within : sentence, run)}`;
    const statement = statementIn(about, isCited(run, mention));
    // "We have been certified to ISO/IEC 27001:2013 since 2018": and still are.
    const past = statement === 'certificate' ? words.replace(/\bsince\b/gi, '') : words;
    const isOnPurpose = newYear.test(words) || (reach === null && pastWords.test(past));
    const stated = row ?? (isTitle && statement === 'audit' ? reach : null) ?? sentence;
    const place = { name: spanOf(run, mention), within, sentence, reach, namesWithin, isOnPurpose, statement, stated };
    return yearsOf(run, mention, plan).map((year) => ({ ...year, ...place }));
  });
}

/** The words of a span; a name of a standard has a year of its own. */
function withoutNames({ start, end }: Span, { prose, base, mentions }: Run): string {
  let words = '';
  let from = start - base;
  for (const mention of mentions) {
    if (mention.start < from || mention.stop > end - base) continue;
    words += prose.slice(from, mention.start);
    from = mention.stop;
  }
  return words + prose.slice(from, end - base);
}

/** Whether a number stands right behind a name: `ISO/IEC 27001:2013, Annex A.10.1.2`; or before it: "A.10.1.2 of ISO/IEC 27001:2013". */
function isCited({ prose }: Run, { start, stop }: Mention): boolean {
  return numberBehind.test(prose.slice(stop, stop + farthestNumber)) || numberBefore.test(prose.slice(0, start));
}

/** In characters. */
const farthestNumber = 24;
const numberBehind = /^[\s,:(–-]*(?:(?:clause|control|annex|anhang|ziffer|annexe|anexo)\s+)?(?:[AB][.\s]?)?\d+\.\d/iu;
const numberBefore = /\d\.\d+\)?\s+(?:of|der|des|von|de|del|da|van)\s+(?:the\s+)?$/iu;

/**
 * From the end of the sentence before the mention to the end of its own: "Certificate no. 4711 (ISO/IEC 27001:2013)" goes on behind its
 * point.
 */
function sentenceOf({ prose, base }: Run, mention: Mention): Span {
  let start = 0;
  for (const end of prose.slice(0, mention.start).matchAll(startOfSentence)) start = end.index + end[0].length;
  endOfSentence.lastIndex = mention.stop;
  const end = endOfSentence.exec(prose)?.index ?? prose.length;
  endOfSentence.lastIndex = 0;
  return { start: base + start, end: base + end };
}

const fullStop = `(?<!(?<!\\p{L})(?:[Nn]o|[Nn]r|[CcZz]ert|[Rr]ef))[.!?]${behindNoOrdinal}`;
const startOfSentence = new RegExp(`(?:;|${fullStop})\\s+(?![\\p{Ll}\\d])`, 'gu');
const endOfSentence = new RegExp(`;(?:\\s|$)|${fullStop}(?:\\s+(?![\\p{Ll}\\d])|\\s*$)`, 'gu');

function spanOf(run: Run, mention: Mention): Span {
  return { start: run.base + mention.start, end: run.base + mention.stop };
}

/** The years of a mention that mean the older edition: of `27001:2013 and 27002:2013` two. */
function yearsOf(run: Run, mention: Mention, plan: MigrationPlan): { year: Span; newYear: string | null }[] {
  const names = standardNames(plan.catalog);
  const years: { year: Span; newYear: string | null }[] = [];
  let number = '';
  for (let at = mention.first; at < mention.end; at++) {
    const token = run.tokens[at]!;
    if (token.kind !== 'number' || token.parts.length !== 1) continue;
    if (names.byNumber.has(token.text)) {
      number = token.text;
      continue;
    }
    const known = names.byYear.get(`${number}:${token.text}`);
    if (known?.standard !== plan.from.standard || known.edition !== plan.from.edition) continue;
    const year = { start: run.base + token.start, end: run.base + token.end };
    years.push({ year, newYear: newYearOf(number, token.text, plan) });
  }
  return years;
}

/** An adoption (EN ISO/IEC 27001:2017) has years of its own, which only a person can look up. */
function newYearOf(number: string, year: string, { from, to }: MigrationPlan): string | null {
  if (number === from.standard) return year === from.edition ? to.edition : null;
  return to.companions?.find((companion) => companion.number === number)?.edition ?? null;
}
