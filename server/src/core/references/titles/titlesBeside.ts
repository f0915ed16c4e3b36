/** Where the title of an id may stand: behind it, before it and a dash, or in the next cell of its row. */
import type { Catalog, CatalogEntry } from '../../catalog/types.js';
import type { Block } from '../../markdown/blocks.js';
import { detach, type Span } from '../../text.js';
import { firstWord } from '../evidence/documentEvidence.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { labelMentions } from '../evidence/systems.js';
import type { RawReference } from '../grammar.js';
import { isInRow } from '../tables/tableRows.js';
import { noWords, ofWords, otherColumnWords, relationWords, verbWords, yesWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isManagementSystem, standardNames } from '../text/standardNames.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { managementSystems } from './subjects.js';
import { entriesByTitle, firstWordsOfTitles, titleAfter } from './titles.js';

/** The pieces of a document and their tables. */
export interface TablePlaces {
  readonly runs: Runs;
  readonly scope: ScopeFinder;
  readonly catalog: Catalog;
}

const titleColumnWords = new Set(
  'title titles name control controls description titel bezeichnung maßnahme maßnahmen kontrolle intitulé titre nom mesure título titulo nombre nome controle controles titolo controllo benaming omschrijving clause requirement'.split(
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

/** "Title", "Name of the control", and not "Compensating control": farther off in the row only that is the title of the id. */
function isNothingButTitles(runs: Runs, index: number, scope: ScopeFinder): boolean {
  const header = scope.headerOf(index);
  if (header < 0) return false;
  return runs.of(header).tokens.every((token) => titleColumnWords.has(token.lower) || isWord(token, ofWords));
}

const foundOut = new WeakMap<Runs, Map<number, boolean>>();

/** So many titles in their right places make a column one of titles, whatever its head calls it. */
const enoughTitles = 3;

/**
 * Whether most cells of the column of a cell are the titles of the ids in the cells beside them, by default those before:
 * `| 5.2 | Policy |` below "Topic".
 */
function holdsTitles({ runs, scope, catalog }: TablePlaces, index: number, toIds: -1 | 1 = -1): boolean {
  const head = scope.headerOf(index);
  if (head < 0) return false;
  const known = foundOut.get(runs) ?? new Map<number, boolean>();
  foundOut.set(runs, known);
  const key = toIds < 0 ? head : ~head;
  let holds = known.get(key);
  if (holds === undefined) {
    holds = mostAreTitles(runs, head, toIds, catalog);
    known.set(key, holds);
  }
  return holds;
}

function mostAreTitles(runs: Runs, head: number, toIds: -1 | 1, catalog: Catalog): boolean {
  const { table, column } = runs.blocks[head]!;
  let cells = 0;
  let titles = 0;
  for (let at = head + 1; runs.blocks[at]?.table === table; at++) {
    if (runs.blocks[at]!.column !== column || !runs.hasDigit(at + toIds)) continue;
    cells++;
    const number = runs.of(at + toIds).tokens.find(({ kind }) => kind === 'number');
    const id = number?.parts.join('.');
    const titled = entriesByTitle(catalog, runs.of(at).prose);
    if (titled.some((entry) => entry.id === id || entry.id === `A.${id}`)) titles++;
  }
  return titles >= enoughTitles && titles * 2 > cells;
}

/** `| Control | Depends on |`: the title of another control beside an id, on purpose. */
function isRelation(runs: Runs, index: number, scope: ScopeFinder): boolean {
  const header = scope.headerOf(index);
  return header >= 0 && header !== index && runs.of(header).tokens.some((token) => isWord(token, relationWords));
}

/** In words: shorter titles are what people call other things, too. */
const tellingTitle = 3;

/**
 * Whether the words are exactly the title of a number, or a longer one of that before or behind it: `| 9.3.1 |
 * Management review inputs |`.
 */
function isTitleNear(words: string, number: Token | undefined, catalog: Catalog): boolean {
  if (number?.kind !== 'number') return false;
  const own = number.parts.join('.');
  const group = number.parts.slice(0, -1).join('.');
  const isOf = (id: string | undefined, number: string): boolean => id === number || id === `A.${number}`;
  const isLong = words.trim().split(/\s+/).length >= tellingTitle;
  // Below "2013" stands what the number was called.
  return entriesByTitle(catalog, words).some(
    ({ id, parent, standardKey }) =>
      (isOf(id, own) && catalog.standard(standardKey)?.status === 'current') || (isLong && isOf(parent, group)),
  );
}

/** The longest titles have so many words. */
const mostTitleTokens = 16;

/** The words beside an id that look like its title: behind it, or in the next cell of its row. */
export function titleOf(
  places: TablePlaces,
  index: number,
  block: Block,
  run: Run,
  raw: RawReference,
): { span: Span; words: string } | null {
  const { runs, scope, catalog } = places;
  // "- A.8.23 Web filtering": an item or line that is nothing but an id and a few words.
  const next = run.tokens[raw.last];
  const isNamed = next?.kind === 'word' && next.text[0] !== next.lower[0];
  const isShort = isNamed && raw.first === firstWord(run) && run.tokens.length - raw.last <= mostTitleTokens;
  const takesRest = block.kind === 'heading' || block.kind === 'table-cell' || isShort;
  const span =
    runningTitle(run, raw, catalog) ??
    titleBehindComma(run, raw, catalog) ??
    titleAfter(run.prose, raw.end, takesRest) ??
    titleBefore(run, raw, catalog);
  if (span) {
    const words = detach(run.prose.slice(span.start, span.end));
    return { span: { start: run.base + span.start, end: run.base + span.end }, words };
  }
  if (block.table < 0 || block.row === 0 || raw.last < run.tokens.length) return null;
  // In a table the title is often the next cell of the row.
  const at = cellOfTitle(runs, index, catalog);
  const cellBeside = runs.blocks[at];
  const cell = isInRow(cellBeside, block) && cellBeside.span.end - cellBeside.span.start <= 200 ? runs.of(at) : null;
  if (cell && isRelation(runs, at, scope)) return null;
  const isTitle =
    cell !== null &&
    (at === index + 1
      ? isTitleColumn(runs, at, scope) ||
        holdsTitles(places, at) ||
        isTitleNear(cell.prose, run.tokens[raw.last - 1], catalog)
      : isNothingButTitles(runs, at, scope));
  if (!isTitle) return titleInCellBefore(places, index, run, raw);
  const words = cell.prose.replace(/[*_]/g, '').trim();
  if (words.length < 3 || words.length > 160) return null;
  return { span: cellBeside!.span, words: detach(words) };
}

/**
 * `| Web filtering | A.8.23 |`: before a cell with nothing but one id exactly a title of two words and more, in a column of titles or
 * headed as nothing else, and behind no other id.
 */
function titleInCellBefore(
  places: TablePlaces,
  index: number,
  run: Run,
  { first, members }: RawReference,
): { span: Span; words: string } | null {
  const { runs, scope, catalog } = places;
  const at = index - 1;
  const beside = runs.blocks[at];
  const isOne = first === firstWord(run) && members.length === 1 && members[0]!.to === null;
  if (!isOne || !isInRow(beside, runs.blocks[index]!) || isRelation(runs, index, scope)) return null;
  if (runs.hasDigit(at) || (beside.column > 0 && runs.of(at - 1).tokens.some(({ parts }) => parts.length > 1)))
    return null;
  const words = runs.of(at).prose.replace(/[*_]/g, '').trim();
  if (!words.includes(' ') || entriesByTitle(catalog, words).length === 0) return null;
  const isTitle = isNothingButTitles(runs, at, scope) || holdsTitles(places, at, 1);
  return isTitle ? { span: beside.span, words: detach(words) } : null;
}

/** Between an id and its title: its standard, and whether it applies. */
const mostBetween = 2;

/** `| A.8.8 | ISO/IEC 27001 | yes | Configuration management |`: the next cell that is no standard and no mark. */
function cellOfTitle(runs: Runs, index: number, catalog: Catalog): number {
  const block = runs.blocks[index]!;
  let at = index + 1;
  while (at <= index + mostBetween && isInRow(runs.blocks[at], block) && isAside(runs.of(at), catalog)) at++;
  return at;
}

/** Whether a cell is nothing but the name of a standard or a mark. */
function isAside(run: Run, catalog: Catalog): boolean {
  const { tokens } = run;
  if (tokens.length > mostTitleTokens) return false;
  const says = run.prose.trim().toLowerCase();
  if (yesWords.has(says) || noWords.has(says)) return true;
  const mentions = labelMentions(run, standardNames(catalog));
  const isNamed = (at: number): boolean => mentions.some(({ first, end }) => first <= at && at < end);
  return mentions.length > 0 && tokens.every(({ kind }, at) => kind === 'mark' || isNamed(at));
}

/**
 * `A.8.11 Data masking was introduced in May`: right behind an id the whole title of a control or clause, with a capital letter,
 * where the title ends there and nothing nearer by has it. Null for anything less.
 */
function runningTitle(run: Run, raw: RawReference, catalog: Catalog): Span | null {
  const { tokens, prose } = run;
  const first = tokens[raw.last];
  if (first?.kind !== 'word' || first.gap !== 1 || first.text[0] === first.lower[0]) return null;
  if (!firstWordsOfTitles(catalog).has(first.lower)) return null;
  let found: Span | null = null;
  for (let at = raw.last + 1; at < raw.last + mostTitleTokens && isWithinTitle(tokens[at]); at++) {
    // The letter of the next id is no word of the title, although titles are compared without articles.
    if (tokens[at]!.kind !== 'word' || tokens[at]!.text.length === 1 || !endsTitle(tokens, at + 1, at - raw.last))
      continue;
    const span = { start: first.start, end: tokens[at]!.end };
    const titled = entriesByTitle(catalog, prose.slice(span.start, span.end));
    if (titled.length > 0 && !isCitedNear(tokens, raw, titled)) found = span;
  }
  return found;
}

/**
 * `(A.8.2, Secure authentication)`, `(A.10.2 Suppliers)`, `Clause 10.1, Improvement of all.`: the rest of brackets or sentence,
 * where it is exactly a title.
 */
function titleBehindComma(run: Run, raw: RawReference, catalog: Catalog): Span | null {
  const { prose, tokens } = run;
  const hasComma = tokens[raw.last]?.text === ',';
  const from = hasComma ? raw.last + 1 : raw.last;
  const first = tokens[from];
  if (first?.kind !== 'word' || !(hasComma || prose[raw.start - 1] === '(')) return null;
  let last = from;
  while (last < from + mostTitleTokens && isWithinTitle(tokens[last])) last++;
  const isBracketed = prose[raw.start - 1] === '(' && tokens[last]?.text === ')';
  const isNamed = first.text[0] !== first.lower[0];
  if (!isBracketed && !(hasComma && isNamed && endsSentence(tokens, last))) return null;
  const span = { start: first.start, end: tokens[last - 1]!.end };
  const titled = entriesByTitle(catalog, prose.slice(span.start, span.end));
  return titled.length > 0 && (isBracketed || !isCitedNear(tokens, raw, titled)) ? span : null;
}

/**
 * `- Capacity management – A.8.6.`, `Internal audit: clause 9.2`, `## Capacity management (A.8.6)`: before an id, and a dash, colon or
 * bracket, nothing but a whole title of two words and more, from the beginning of the item or sentence, and behind an id without brackets
 * nothing in its sentence.
 */
function titleBefore(run: Run, raw: RawReference, catalog: Catalog): Span | null {
  const { prose, tokens } = run;
  if (raw.members.length > 1 || raw.members[0]!.to !== null || !isApart(tokens, raw)) return null;
  let first = raw.first - 1;
  // The first token of an item or line stands apart from what is before it.
  while (first > raw.first - mostTitleTokens && tokens[first]!.gap < 2 && isPartOfTitle(tokens[first - 1])) first--;
  const isWhole = first === 0 || tokens[first]!.gap === 2 || '.:;|'.includes(tokens[first - 1]!.text);
  if (!isWhole || raw.first - 1 - first < longTitle) return null;
  const span = { start: tokens[first]!.start, end: tokens[raw.first - 2]!.end };
  const titled = entriesByTitle(catalog, prose.slice(span.start, span.end));
  return titled.length > 0 && !isCitedNear(tokens, raw, titled) ? span : null;
}

/** Whether an id is set off from what stands before it, in brackets or at the end of its sentence. */
function isApart(tokens: readonly Token[], { first, last }: RawReference): boolean {
  const mark = tokens[first - 1];
  if (mark?.kind !== 'mark') return false;
  if (mark.text === '(') return mark.gap > 0 && isMark(tokens[last], ')');
  return (mark.text === ':' || (mark.gap > 0 && '–—-'.includes(mark.text))) && endsSentence(tokens, last);
}

/** Whether nothing more follows in the sentence or line. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.gap === 2 || '.;'.includes(next.text);
}

function isWithinTitle(token: Token | undefined): boolean {
  return isPartOfTitle(token) && token!.gap < 2;
}

function isPartOfTitle(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'word' || '-,/'.includes(token.text));
}

/** In tokens, less one. */
const longTitle = 2;

/** Whether a title may end before the token: not in the middle of a longer name ("Access control policy"). */
function endsTitle(tokens: readonly Token[], at: number, length: number): boolean {
  const next = tokens[at];
  if (next === undefined || next.gap === 2 || isWord(next, verbWords)) return true;
  // "clause 10.1 Nonconformity and corrective action, in the same list": a title of three words and more is no beginning of something else.
  if (next.text === ',') return length >= longTitle || (tokens[at + 1]?.text === 'A' && tokens[at + 2]?.text === '.');
  return next.kind === 'mark' && '.;:()–—|!?'.includes(next.text);
}

/** In tokens: a sentence or two. */
const nearby = 40;

/** Whether another id near the reference is the one that has the title: the words may belong to that one. */
function isCitedNear(tokens: readonly Token[], raw: RawReference, titled: readonly CatalogEntry[]): boolean {
  for (let at = Math.max(0, raw.first - nearby); at < Math.min(tokens.length, raw.last + nearby); at++) {
    const { kind, text } = tokens[at]!;
    const isOther = kind === 'number' && (at < raw.first || at >= raw.last);
    if (isOther && titled.some(({ id }) => id === text || id === `A.${text}`)) return true;
  }
  return false;
}

/** Whether a number is that of a clause or a control of some edition in force. */
export function isInForce(number: Token, kind: 'clause' | 'control', catalog: Catalog): boolean {
  const id = (kind === 'control' ? 'A.' : '') + number.parts.join('.');
  return managementSystems(catalog).some(({ key }) => catalog.find(key, id)?.kind === kind);
}

/** Whether a number is that of a clause in any edition. */
export function isClauseOfAny(number: Token, catalog: Catalog): boolean {
  const id = number.parts.join('.');
  return catalog.standards.some((one) => isManagementSystem(one) && catalog.find(one.key, id)?.kind === 'clause');
}

/**
 * What a number is that has exactly its title behind it. Within a sentence the title must be one in force: "the template says
 * 10.1 Nonconformity and corrective action" quotes what is to be changed.
 */
export function titledForm(
  run: Run,
  number: Token,
  catalog: Catalog,
  { isHeading, isWithin }: { readonly isHeading: boolean; readonly isWithin: boolean },
): 'clause' | 'control' | null {
  const words = wordsFrom(run, number.end);
  const id = number.parts.join('.');
  for (const entry of entriesTitled(words, catalog)) {
    if (isWithin && catalog.standard(entry.standardKey)?.status !== 'current') continue;
    // "9.2 Internal audit" may head a section of a manual that is built like the standard, "5.15 Access control" hardly.
    if (entry.kind === 'clause' && entry.id === id && !isHeading) return 'clause';
    const isControl = entry.kind === 'control' && (entry.id === `A.${id}` || entry.id === `B.${id}`);
    if (isControl && !(isHeading && !words.includes(' '))) return 'control';
  }
  return null;
}

/** The words behind a place that may be a title; empty where there are none. */
function wordsFrom(run: Run, from: number): string {
  const span = titleAfter(run.prose, from, true);
  return span ? run.prose.slice(span.start, span.end) : '';
}

/** Behind a title the end of its emphasis or sentence, or the next number: "Logging and 8.16 Monitoring activities". */
const nextNumber = /[*.!?](?=\s|$)|\s(?:and|or|und|oder|sowie|et|ou|y|o|e|en|of)\s+[*_]*(?:A\.)?\d/u;

/** The entries whose exact title the words are, all of them or up to a remark. */
function entriesTitled(words: string, catalog: Catalog): readonly CatalogEntry[] {
  if (words === '') return [];
  // In a list of titles the next number follows behind a comma, a remark behind a dash.
  const upToComma = /^(?:(?! [–—-] |[,;%:]).)*/.exec(words)![0].trimEnd();
  const upToNext = words.slice(0, nextNumber.exec(words)?.index);
  return [...new Set([words, upToComma, upToNext])].flatMap((title) => entriesByTitle(catalog, title));
}

/** Whether the words behind a place of a run are exactly the title of a control, whatever number stands before them. */
export function isTitledAsControl(run: Run, from: number, catalog: Catalog): boolean {
  return entriesTitled(wordsFrom(run, from), catalog).some(({ kind }) => kind === 'control');
}
