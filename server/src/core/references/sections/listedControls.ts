/** How bare numbers at the beginning of list items are to be read: a Statement of Applicability may be a list, too. */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import type { BareNumbers } from '../grammar.js';
import { isSaidApplicable } from '../tables/columns.js';
import { isInStatement } from '../tables/numberedThings.js';
import { sharesWord } from '../tables/titledNumbers.js';
import {
  annexWords,
  clauseWords,
  controlWords,
  noWords,
  severalControls,
  standardWords,
  yesWords,
} from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isManagementSystem } from '../text/standardNames.js';
import { isWord, type Token } from '../text/tokens.js';
import { isTitleOf } from '../titles/titles.js';
import { isTitledAsControl } from '../titles/titlesBeside.js';

/**
 * How bare numbers at the beginning of a list item are to be read: the sentence that leads in to the list says so ("… the following
 * Annex A controls:"), or the list is one of controls with their titles or with whether they apply.
 */
export function listNumbers(runs: Runs, index: number, scope: ScopeFinder, catalog: Catalog): BareNumbers {
  const leadIn = scope.leadInOf(index);
  const said = leadIn < 0 ? 'none' : ofLeadIn(runs, leadIn);
  return said !== 'clause' && isListOfControls(runs, index, scope, catalog) ? 'control' : said;
}

function ofLeadIn(runs: Runs, leadIn: number): BareNumbers {
  const cached = runs.columnNumbers.get(leadIn);
  if (cached !== undefined) return cached;
  const run = runs.of(leadIn);
  const last = run.tokens[run.tokens.length - 1];
  let numbers: BareNumbers = 'none';
  const isNamed = run.mentions.some((mention) => mention.standards.some((named) => named.known));
  if (last?.text === ':' && (isNamed || run.tokens.some((token) => isWord(token, standardWords)))) {
    const has = (set: ReadonlySet<string>): boolean => run.tokens.some((token) => isWord(token, set));
    if (has(clauseWords)) numbers = 'clause';
    else if (has(annexWords) || has(controlWords)) numbers = 'control';
  }
  runs.columnNumbers.set(leadIn, numbers);
  return numbers;
}

/** Whether the list of an item is one of controls by their bare numbers; found out once for all of its items. */
function isListOfControls(runs: Runs, index: number, scope: ScopeFinder, catalog: Catalog): boolean {
  const { list, table, kind } = runs.blocks[index]!;
  if (list < 0 || table >= 0 || kind !== 'paragraph' || numberOf(runs.of(index)) === null) return false;
  let is = runs.controlLists.get(list);
  if (is === undefined) {
    is = findOut(runs, index, scope, catalog);
    runs.controlLists.set(list, is);
  }
  return is;
}

/** An item that begins with a number. */
interface Item {
  readonly number: string;
  readonly after: number;
  readonly run: Run;
}

const enoughItems = 2;
/** So many of a list that counts up may say that they apply; the entries of a history are fewer, and not all of them do. */
const enoughCounted = 3;

function findOut(runs: Runs, index: number, scope: ScopeFinder, catalog: Catalog): boolean {
  const place = placeOf(runs, index, scope);
  if (place === 'none') return false;
  const items = itemsOf(runs, index);
  const numbers = new Set(items.map(({ number }) => number));
  if (numbers.size < enoughItems || numbers.size < items.length || headsSections(runs, numbers)) return false;
  return catalog.standards.some((edition) => {
    if (!isManagementSystem(edition) || !mostAreControls(items, edition, catalog)) return false;
    const titled = items.filter(({ run, after }) => isTitledAsControl(run, after, catalog)).length;
    if (titled * 2 >= items.length) return true;
    if (isOwnChapter(items, index, scope, edition, catalog)) return false;
    const named = items.filter((item) => isNamed(item, edition, catalog)).length;
    if (named * 2 >= items.length) return true;
    if (place === 'named') return false;
    // Below "Annex A" numbers with gaps, some of which only controls have.
    if (place === 'annex' && !isCounted(items) && onlyControls(items, edition, catalog) >= enoughItems) return true;
    const saying = items.filter((item) => saysWhetherApplicable(item, place === 'statement')).length;
    return isCounted(items) ? saying >= enoughCounted && saying === items.length : saying * 2 >= items.length;
  });
}

/** Whether more than half of the numbers are controls of the edition, and all others stand where it could have some. */
function mostAreControls(items: readonly Item[], { key }: Standard, catalog: Catalog): boolean {
  const missing = items.filter(({ number }) => catalog.find(key, `A.${number}`)?.kind !== 'control');
  return (
    missing.length * 2 < items.length &&
    missing.every(({ number }) => catalog.find(key, `A.${number.slice(0, number.lastIndexOf('.'))}`) !== undefined)
  );
}

function onlyControls(items: readonly Item[], { key }: Standard, catalog: Catalog): number {
  return items.filter(({ number }) => catalog.find(key, `A.${number}`) && !catalog.find(key, number)).length;
}

/** "8.13 Backups" */
function isNamed({ number, after, run }: Item, { key }: Standard, catalog: Catalog): boolean {
  return sharesWord(catalog.find(key, `A.${number}`), run.prose.slice(after));
}

/** "not applicable"; in a Statement of Applicability also "yes". */
function saysWhetherApplicable({ after, run }: Item, isStatement: boolean): boolean {
  const isAnswer = ({ lower }: Token): boolean => lower.length > 1 && (yesWords.has(lower) || noWords.has(lower));
  return run.tokens.some(
    (token) => token.start >= after && (isSaidApplicable(token) || (isStatement && isAnswer(token))),
  );
}

/** `5.1`, `5.2`, `5.3`: every number is the next one, as those of sections and versions are. */
function isCounted(items: readonly Item[]): boolean {
  const lasts = items.map(({ number }) => Number(number.slice(number.lastIndexOf('.') + 1)));
  return lasts.every((last, at) => at === 0 || last === lasts[at - 1]! + 1);
}

/** Whether a heading above numbers the chapter of the items and does not call it what the standard calls its own: "5 Our controls". */
function isOwnChapter(
  items: readonly Item[],
  index: number,
  scope: ScopeFinder,
  { key }: Standard,
  catalog: Catalog,
): boolean {
  return scope.headingsOf(index).some(({ tokens, prose }) => {
    const first = tokens[0];
    if (first?.kind !== 'number' || !items.some(({ number }) => number.startsWith(`${first.text}.`))) return false;
    const group = catalog.find(key, `A.${first.text}`);
    return group === undefined || !isTitleOf(group, prose.slice(first.end));
  });
}

/** The items of a list, from a block on, that begin with a number of two parts or more. */
function itemsOf(runs: Runs, index: number): Item[] {
  const { list } = runs.blocks[index]!;
  const items: Item[] = [];
  for (let at = index; runs.blocks[at]?.list === list; at++) {
    if (runs.blocks[at]!.table >= 0 || runs.blocks[at]!.kind !== 'paragraph' || !runs.hasDigit(at)) continue;
    const run = runs.of(at);
    const number = numberOf(run);
    if (number) items.push({ number: number.parts.join('.'), after: number.end, run });
  }
  return items;
}

/** In tokens: `**`, `[x]`. */
const mostMarks = 4;

/** The number with which an item begins, behind marks alone; null where it has none or one of one part. */
function numberOf({ tokens }: Run): Token | null {
  let at = 0;
  while (at < mostMarks && tokens[at]?.kind === 'mark') at++;
  const token = tokens[at];
  return token?.kind === 'number' && token.parts.length >= 2 && token.parts.length <= 3 ? token : null;
}

/**
 * What the nearest of lead-in and headings says the list holds that speaks of controls or clauses ("Annex A controls", "Technische
 * Maßnahmen"; 'annex' where that is "Annex A" and hardly more), in a text that names a standard; 'named' where they say
 * no more than the standard ("What applies from ISO 27001"); else whether the text is a Statement of Applicability.
 */
function placeOf(runs: Runs, index: number, scope: ScopeFinder): 'annex' | 'controls' | 'statement' | 'named' | 'none' {
  const leadIn = scope.leadInOf(index);
  const above = leadIn < 0 ? scope.headingsOf(index) : [runs.of(leadIn), ...scope.headingsOf(index)];
  const isStatement = isInStatement(index, scope);
  for (const { tokens, mentions } of above) {
    const isSaid = tokens.some((token) => isWord(token, severalControls) || isWord(token, annexWords));
    if (isSaid && !isStatement && !scope.namesStandard(index)) return 'none';
    if (isSaid && isStatement) return 'statement';
    if (isSaid) return tokens.length <= shortHead && tokens.some(({ text }) => text === 'A') ? 'annex' : 'controls';
    if (tokens.some((token) => isWord(token, clauseWords))) return 'none';
    const namesOurs = mentions.some(({ standards }) => standards.some(({ known }) => known));
    if (namesOurs && !isStatement) return 'named';
  }
  return isStatement ? 'statement' : 'none';
}

/** In tokens: "Annex A controls". */
const shortHead = 3;

const foundOut = new WeakMap<Runs, ReadonlySet<string>>();

/** Whether a heading of the document begins with one of the numbers: then a list of them is one of its own sections. */
function headsSections(runs: Runs, numbers: ReadonlySet<string>): boolean {
  let headed = foundOut.get(runs);
  if (!headed) {
    headed = numbersOfHeadings(runs);
    foundOut.set(runs, headed);
  }
  return [...numbers].some((number) => headed.has(number));
}

function numbersOfHeadings(runs: Runs): ReadonlySet<string> {
  const numbers = new Set<string>();
  runs.blocks.forEach((block, index) => {
    const number = block.kind === 'heading' && runs.hasDigit(index) ? numberOf(runs.of(index)) : null;
    if (number) numbers.add(number.parts.join('.'));
  });
  return numbers;
}
