/** What the document as a whole tells: the standards that it names, and its own ways of numbering and citing. */
import type { Catalog } from '../../catalog/types.js';
import type { FrontMatter, NamedEdition } from '../../document.js';
import { normaliseKey } from '../../settings.js';
import type { Evidence } from '../draft.js';
import { runOf, standardKeys } from '../frontMatter/frontMatterKeys.js';
import { isScore } from '../grammar/bounds.js';
import {
  andWords,
  annexWords,
  appendixWords,
  contractWords,
  otherManagementSystems,
  rangeWords,
} from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { type Run, sentencesOf } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import type { NamedStandard, StandardNames } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { trait } from '../text/words.js';
import { aboutSeveral } from './aboutSeveral.js';
import { commonClauses, inCommon } from './commonClauses.js';
import { knownOnly, layersOfNamed, mainStandard, namedIn } from './documentNames.js';
import { layerOf } from './scope.js';
import { systemsIn } from './systems.js';

/** The preface (title and what stands before the second heading), then everything the document names. */
export function documentLayers(
  runs: Runs,
  numbered: readonly number[],
  headingBlocks: readonly number[],
  frontMatter: FrontMatter | null,
  names: StandardNames,
  frontLayers: readonly Evidence[] = [],
): Evidence[] {
  const prefaceEnd = endOfPreface(runs, headingBlocks);
  const { preface, body } = namedIn(runs, numbered, prefaceEnd, names);
  const layers: Evidence[] = [];
  const byDefault = standardByDefault(runs, numbered);
  if (byDefault) layers.push(byDefault);
  const title = titleInFront(frontMatter);
  const titles = title ? [runOf(title, 0, names)] : [];
  const titleLayer = layerOf(
    'document',
    titles.flatMap(({ mentions }) => mentions),
  );
  if (titleLayer) layers.push(titleLayer);
  const isField = numbered.some((index) => index < prefaceEnd && isFieldOfStandard(runs, index));
  for (const layer of layersOfNamed(preface)) layers.push({ ...layer, isField });
  const other = otherSystem(runs, headingBlocks, frontMatter, names);
  if (other) layers.push(other);
  const main = mainStandard(body.all);
  if (main) layers.push(main);
  for (const layer of layersOfNamed(body)) layers.push({ ...layer, isFaint: true });
  const common = commonClauses(runs, numbered, [...frontLayers, ...layers]);
  if (common) layers.push(common);
  const end = headingBlocks.find((index) => index > prefaceEnd) ?? prefaceEnd + longestSection;
  const opening = body.said.size > 1 ? numbered.filter((index) => index < end && runs.isProse(index)) : [];
  const several = aboutSeveral([...titles, ...opening.map((index) => runs.of(index))], names);
  if (several) layers.push(several);
  const ofTitle = several ? null : standardOfTitle(runs, headingBlocks);
  if (ofTitle) layers.push(ofTitle);
  return layers;
}

/**
 * "# Gap analysis ISO/IEC 42001", and below it what is there of ISO/IEC 27001: the one standard that the title names has the clauses
 * that its opening leaves open.
 */
function standardOfTitle(runs: Runs, headingBlocks: readonly number[]): Evidence | null {
  const titles = headingsOfTitle(runs, headingBlocks).map((index) => runs.of(index));
  const layer = layerOf('document', knownOnly(titles.flatMap(({ mentions }) => mentions)));
  return layer?.standards.length === 1 ? { ...layer, onlyFor: 'clauses' } : null;
}

/** The title that front matter gives the document; empty where it gives none. */
export function titleInFront(frontMatter: FrontMatter | null): string {
  const isTitle = ({ path }: { path: readonly (string | number)[] }): boolean =>
    path.length === 1 && normaliseKey(String(path[0])) === 'title';
  return frontMatter?.scalars.find(isTitle)?.text ?? '';
}

/** In blocks, with the title: what follows tells of the subject, and no longer what the document is. */
const opening = 3;

/**
 * The management system that is not ours and that the document is about: title, opening or front matter name ISO 9001, and neither they
 * nor the rest of the preface name a standard of the catalog or its management system. Its clauses are then none of ours, whatever
 * the folder is about.
 */
function otherSystem(
  runs: Runs,
  headingBlocks: readonly number[],
  frontMatter: FrontMatter | null,
  names: StandardNames,
): Evidence | null {
  const values = frontMatter?.scalars ?? [];
  const prefaceEnd = Math.min(endOfPreface(runs, headingBlocks), runs.blocks.length);
  const openingEnd = Math.min(prefaceEnd, (headingBlocks[0] ?? 0) + opening);
  const upTo = (end: number): number[] => Array.from({ length: end }, (_, i) => i).filter((i) => runs.isProse(i));
  // Such a standard is named by its number: most documents need not be looked at further.
  const numbered = [
    ...values.filter(({ text }) => /\d/.test(text)).map(({ text }) => runOf(text, 0, names)),
    ...upTo(openingEnd)
      .filter((index) => runs.hasDigit(index))
      .map((index) => runs.of(index)),
  ];
  const others = numbered.flatMap(({ mentions }) => mentions.filter(({ standards }) => standards.some(isOtherSystem)));
  if (others.length === 0) return null;
  const upFront = [
    ...values.map(({ text }) => runOf(text, 0, names)),
    ...upTo(prefaceEnd).map((index) => runs.of(index)),
  ];
  const isOurs = upFront.some((run) => knownOnly([...run.mentions, ...systemsIn(run, names)]).length > 0);
  return isOurs ? null : layerOf('document', others);
}

/** `ISO 9001`, `ISO 22301` */
export function isOtherSystem({ standard, known }: NamedStandard): boolean {
  return !known && otherManagementSystems.has(standard);
}

/** What the title says, that of the front matter and its `framework` too: the standards and frameworks named by each. */
export function standardsInTitles(
  runs: Runs,
  headingBlocks: readonly number[],
  frontMatter: FrontMatter | null,
  names: StandardNames,
): readonly (readonly NamedStandard[])[] {
  const inFront = (frontMatter?.scalars ?? [])
    .filter(({ path }) => path.length > 0 && titleKeys.has(normaliseKey(String(path[0]))))
    .map(({ text }) => runOf(text, 0, names).mentions);
  const heading = headingBlocks[0] === undefined ? [] : runs.of(headingBlocks[0]).mentions;
  return [heading, ...inFront].map((mentions) => mentions.flatMap(({ standards }) => standards));
}

const titleKeys: ReadonlySet<string> = new Set(['title', ...standardKeys]);

/** "Unless said otherwise", in seven languages. */
const otherwise =
  /\b(?:unless|otherwise|(?:wenn|wo|soweit|sofern) nichts? ander(?:e)?s|sauf (?:mention|indication|précision)|salvo|cuando no se (?:dice|diga|indica|indique)|exceto|a menos que|tenzij|se non (?:diversamente|altrimenti))\b/iu;

/** "Numbers without further indication", whose standard the rest of the sentence names. */
const unmarked =
  /\b(?:ohne (?:weitere|andere|nähere) angaben?|sans autre (?:indication|précision|mention)|(?:sin|sem) (?:otra|outra|más|mais) (?:indicación|indicação|precisión|menção)|senza (?:altra|ulteriore) indicazione|zonder (?:andere|nadere) (?:aanduiding|vermelding)|without (?:further|any other|another) (?:qualification|indication|mention|name)|with no (?:standard|other name))\b/iu;

/**
 * "Unless said otherwise, numbers are those of ISO/IEC 27701": the one standard that such a sentence names. Where it says that clauses
 * are common to several, a layer of all of them, which goes for clauses only.
 */
function standardByDefault(runs: Runs, numbered: readonly number[]): Evidence | null {
  for (const index of numbered) {
    if (!runs.isProse(index)) continue;
    const run = runs.of(index);
    if (run.mentions.length === 0 || run.mentions.length > mostInPreface) continue;
    if (!saysWhatHoldsByDefault(run.traits)) continue;
    const sentence = sentencesOf(run).find(({ start, end }) => {
      const words = run.prose.slice(start, end);
      return otherwise.test(words) || unmarked.test(words);
    });
    const layer = sentence ? layerOf('document', namedByDefault(run, sentence)) : null;
    if (!layer?.standards.every(({ known }) => known)) continue;
    if (new Set(layer.standards.map(({ standard }) => standard)).size === 1) return layer;
    if (inCommon.test(run.prose.slice(sentence!.start, sentence!.end))) return { ...layer, joined: true };
  }
  return null;
}

/** Whether the words of `otherwise`, or those of `unmarked`, are among those of a run at all. */
export function saysWhatHoldsByDefault(traits: number): boolean {
  const both = trait.without | trait.indication;
  return (traits & trait.otherwise) !== 0 || (traits & both) === both;
}

/**
 * What holds by default, and not the exception: "ids are of ISO/IEC 42001, unless ISO/IEC 27001 is named" says it before its
 * words, "unless ISO/IEC 27001 is named, ids are of ISO/IEC 42001" behind the comma, where the first one counts.
 */
function namedByDefault(run: Run, { start, end }: { start: number; end: number }): readonly Mention[] {
  const words = run.prose.slice(start, end);
  const at = words.search(otherwise);
  const named = run.mentions.filter((mention) => mention.start >= start && mention.stop <= end);
  // "Numbers without further indication are those of 27001": there is no exception.
  if (at < 0) return named;
  if (/\p{L}+\s+\p{L}+/u.test(words.slice(0, at))) {
    const before = named.filter(({ stop }) => stop <= start + at);
    // "Made for ISO/IEC 42001. Ids are of that standard, unless …"
    return before.length > 0 ? before : run.mentions.filter(({ stop }) => stop <= start);
  }
  const comma = words.indexOf(',', at);
  return named.filter((mention) => comma >= 0 && mention.start > start + comma).slice(0, 1);
}

/** In mentions: who says what holds by default names few. */
const mostInPreface = 6;

/**
 * Index of the first block behind the preface; a title may run over several headings. A page that begins with text, and whose first
 * heading is one of several of its depth, has no title.
 */
function endOfPreface(runs: Runs, headingBlocks: readonly number[]): number {
  const ofTitle = headingsOfTitle(runs, headingBlocks);
  if (ofTitle.length === 0 && headingBlocks.length > 0) return headingBlocks[0]!;
  const next = Math.max(1, ofTitle.length);
  const end = headingBlocks[next] ?? Math.min(runs.blocks.length, 40);
  if (!isOnlyFields(runs, headingBlocks[next - 1], headingBlocks[next])) return end;
  // What vendors are certified to stands in tables, too.
  const sectionEnd = headingBlocks[next + 1] ?? runs.blocks.length;
  const last = Math.min(sectionEnd, end + longestSection);
  let at = end;
  while (at < last && runs.blocks[at]!.table < 0) at++;
  return at;
}

/**
 * Whether nothing but document control stands between two headings: cells, `Version: 2.4`. Then the preface is the
 * section that follows.
 */
function isOnlyFields(runs: Runs, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined || to === undefined || to === from + 1) return false;
  for (let index = from + 1; index < to; index++)
    if (runs.blocks[index]!.table < 0 && !(runs.isProse(index) && isField(runs, index))) return false;
  return true;
}

/** "Norm: ISO/IEC 27001:2022" */
function isFieldOfStandard(runs: Runs, index: number): boolean {
  const { tokens, mentions } = runs.of(index);
  const { first } = mentions[0] ?? { first: 0 };
  return first <= wordsOfLabel && isMark(tokens[first - 1], ':');
}

function isField(runs: Runs, index: number): boolean {
  const { start, end } = runs.blocks[index]!.span;
  if (end - start > longestField) return false;
  const beginning = runs.beginningOf(index, longestLabel);
  const label = beginning.split(/[:：]/, 1)[0]!;
  return label.length < beginning.length && label.trim().split(/\s+/).length <= wordsOfLabel;
}

/** In characters: lines that belong together are one paragraph. */
const longestField = 500;
const longestLabel = 60;
const wordsOfLabel = 5;
/** In blocks. */
const longestSection = 40;

/** The headings that are the title of the document, as indexes of blocks; none where it has no title. */
export function headingsOfTitle(runs: Runs, headingBlocks: readonly number[]): readonly number[] {
  const [first, second] = headingBlocks;
  const isPage = first !== undefined && first > 0 && second !== undefined;
  if (isPage && runs.blocks[first]!.depth === runs.blocks[second]!.depth) return [];
  let next = 1;
  while (headingBlocks[next] !== undefined && headingBlocks[next] === headingBlocks[next - 1]! + 1) next++;
  return headingBlocks.slice(0, next);
}

/** The editions that the body names with their year, each at its first place. */
export function namedEditions(runs: Runs, numbered: readonly number[]): NamedEdition[] {
  const named = new Map<string, NamedEdition>();
  for (const index of numbered) {
    if (!runs.isProse(index)) continue;
    const run = runs.of(index);
    for (const mention of run.mentions) {
      for (const { standard, edition, known } of mention.standards) {
        const key = `${standard}:${edition}`;
        if (!known || edition === null || named.has(key)) continue;
        named.set(key, { standard, edition, span: { start: run.base + mention.start, end: run.base + mention.stop } });
      }
    }
  }
  return [...named.values()];
}

/**
 * Numbers in brackets at the end of headings (`## 14. Operational planning (8.1)`), where at least three headings have one
 * and all of them are clauses or controls of one edition: then brackets are how this document cites.
 */
export function bracketedNumbers(
  runs: Runs,
  headingBlocks: readonly number[],
  catalog: Catalog,
): ReadonlyMap<string, BracketedForm> {
  const numbers = new Set<string>();
  let headings = 0;
  for (const index of headingBlocks) {
    if (!runs.hasDigit(index)) continue;
    const found = numbersInBrackets(runs.of(index).tokens);
    for (const number of found) numbers.add(number);
    if (found.length > 0) headings++;
  }
  if (headings < 3) return new Map();
  for (const { type, key } of catalog.standards) {
    const [clauses, controls] = ['', 'A.'].map((prefix) =>
      [...numbers].filter((number) => catalog.find(key, prefix + number) !== undefined),
    );
    if (type !== 'management-system' || new Set([...clauses!, ...controls!]).size < numbers.size) continue;
    // Where all of them are controls and only some are clauses as well, controls are what is cited.
    const areControls = controls!.length === numbers.size && clauses!.length < numbers.size;
    const areClauses = clauses!.length === numbers.size && controls!.length < numbers.size;
    const form = areControls ? 'control' : areClauses ? 'clause' : 'either';
    return new Map([...numbers].map((number) => [number, form]));
  }
  return new Map();
}

/** What the numbers in brackets of all headings are together. */
export type BracketedForm = 'clause' | 'control' | 'either';

/** The numbers in brackets at the end of a heading, which may be followed by those of another framework: `(8.32; OPS.1.1.3)`. */
function numbersInBrackets(tokens: readonly Token[]): readonly string[] {
  const open = isMark(tokens[tokens.length - 1], ')') ? tokens.findLastIndex((token) => isMark(token, '(')) : -1;
  const numbers: string[] = [];
  for (let at = open + 1; open > 0 && at < tokens.length && !isMark(tokens[at], ';'); at++) {
    const token = tokens[at]!;
    // "Fairness (7.2/10)"
    if (token.kind === 'number' && isScore(tokens, at)) return [];
    if (token.kind === 'number' && token.parts.length >= 2 && token.parts[0]! >= 4) numbers.push(token.text);
    // A capital is the letter of a control: those are read wherever they stand.
    else if (
      token.kind === 'word' &&
      (token.text !== token.lower || !(isWord(token, rangeWords) || isWord(token, andWords)))
    )
      return [];
  }
  return numbers;
}

/** `5.1 Purpose`, `A.6 Contacts`: the numbers that the document gives its own sections. */
export function noteOwnNumber(run: Run, ownNumbers: Set<string>, isHeading: boolean): void {
  const at = firstWord(run);
  const first = run.tokens[at];
  // `6.1.2        No method        0` is the row of a table that was written with blanks.
  if (first && run.prose.startsWith(columnGap, first.end)) return;
  // A numbered paragraph ("4.1 Risk management. …") has two numbers at least; a lone one may be anything.
  if (first?.kind === 'number' && (isHeading || (first.parts.length > 1 && run.tokens.length > 3))) {
    ownNumbers.add(first.parts.join('.'));
    // "§ 7 Exceptions": what is cited as "§ 7.6" is a paragraph of it.
    if (isMark(run.tokens[at - 1], '§')) ownNumbers.add(`${first.parts[0]}.0`);
    if (first.parts.length > 1) noteFurtherLines(run, first.parts[0]!, ownNumbers);
  }
}

/** `7.1 Models are validated.`, and on the next lines of the same paragraph `7.2 …`, `7.3 …`. */
function noteFurtherLines({ tokens }: Run, chapter: number, ownNumbers: Set<string>): void {
  for (let at = 1; at < tokens.length - 1; at++) {
    const { kind, gap, parts } = tokens[at]!;
    if (kind !== 'number' || gap !== 2 || parts.length < 2 || parts[0] !== chapter) continue;
    if (isMark(tokens[at - 1], '.') && tokens[at + 1]!.kind === 'word') ownNumbers.add(parts.join('.'));
  }
}

const columnGap = '    ';

/** Whether the title of the document says that it is a contract or a part of one. */
export function isContract(runs: Runs, headingBlocks: readonly number[], frontMatter: FrontMatter | null): boolean {
  const heading = headingBlocks[0] === undefined ? '' : runs.of(headingBlocks[0]).prose;
  const words = wordsOf(`${titleInFront(frontMatter)} ${heading}`);
  if (words.some((word) => contractWords.has(word) || word === 'schedule')) return true;
  // "Allegato B – Misure di sicurezza" / "al contratto quadro n. 77"
  const isAnnex = words.some((word) => annexWords.has(word) || appendixWords.has(word));
  const first = isAnnex && headingBlocks[0] !== undefined ? runs.blocks[headingBlocks[0] + 1] : undefined;
  return (
    first?.kind === 'paragraph' && wordsOf(runs.of(headingBlocks[0]! + 1).prose).some((word) => contractWords.has(word))
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}]+/u);
}

export function firstWord(run: Run): number {
  let at = 0;
  while (at < run.tokens.length && run.tokens[at]!.kind === 'mark') at++;
  return at;
}
