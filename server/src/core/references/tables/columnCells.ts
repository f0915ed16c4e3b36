/** What stands in the cells of a table column, and what the numbers in them are: clauses or controls of which edition? */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import { oncePer } from '../../oncePer.js';
import { touchesTitle } from '../onSubject.js';
import { annexWords, clauseWords, controlWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord } from '../text/tokens.js';
import { isInRow, mostColumns } from './tableRows.js';
import type { NumberedRow } from './titledNumbers.js';

/** The cells of a column that begin with a number, with the words behind it or in the next cell. */
export function rowsOf(runs: Runs, header: number): NumberedRow[] {
  const { table, column } = runs.blocks[header]!;
  const rows: NumberedRow[] = [];
  if (column >= mostColumns) return rows;
  for (let i = header + 1; i < runs.blocks.length && runs.blocks[i]!.table === table; i++) {
    const block = runs.blocks[i]!;
    if (block.column !== column || block.row === 0 || !runs.hasDigit(i)) continue;
    const row = numberedRow(runs, i);
    if (row) rows.push(row);
  }
  return rows;
}

/** The number with which a cell begins, and the words behind it or in the next cell; null where it begins with none. */
export function numberedRow(runs: Runs, index: number): NumberedRow | null {
  const { tokens, prose } = runs.of(index);
  const first = tokens[0];
  if (first?.kind !== 'number' || first.parts.length < 2) return null;
  const isBeside = tokens.length === 1 && isInRow(runs.blocks[index + 1], runs.blocks[index]!);
  return { number: first.parts.join('.'), words: isBeside ? runs.of(index + 1).prose : prose.slice(first.end) };
}

export interface ColumnNumbers {
  /** The numbers with which cells begin. */
  readonly numbers: readonly string[];
  /** Cells that begin with an id and hold one with its letter. */
  readonly withLetter: number;
  /** Whether any cell writes an id with its letter. */
  readonly hasLetters: boolean;
  /** The numbers behind a semicolon in cells that begin with the word for a clause. */
  readonly behindClauses: readonly string[];
}

/** The numbers and ids of a column, below its header. */
export function numbersOfColumn(runs: Runs, header: number): ColumnNumbers {
  let found = runs.numbersOfColumns.get(header);
  if (!found) {
    found = readColumn(runs, header);
    runs.numbersOfColumns.set(header, found);
  }
  return found;
}

function readColumn(runs: Runs, header: number): ColumnNumbers {
  const { table, column } = runs.blocks[header]!;
  const numbers: string[] = [];
  const behindClauses: string[] = [];
  let hasLetters = false;
  let withLetter = 0;
  for (let i = header + 1; i < runs.blocks.length && runs.blocks[i]!.table === table; i++) {
    if (runs.blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
    const { tokens } = runs.of(i);
    const isId = (at: number): boolean =>
      tokens[at]?.text === 'A' && tokens[at + (tokens[at + 1]?.text === '.' ? 2 : 1)]?.kind === 'number';
    if (tokens.some((_, at) => isId(at))) hasLetters = true;
    const first = tokens[isWord(tokens[0], annexWords) || isWord(tokens[0], controlWords) ? 1 : 0];
    if ((first?.text === 'A' || first?.kind === 'number') && tokens.some((_, at) => isId(at))) withLetter++;
    if (first?.kind === 'number' && first.parts.length >= 2) numbers.push(first.parts.join('.'));
    if (!isWord(first, clauseWords)) continue;
    for (const [at, { kind, parts }] of tokens.entries())
      if (kind === 'number' && parts.length >= 2 && isMark(tokens[at - 1], ';')) behindClauses.push(parts.join('.'));
  }
  return { numbers, withLetter, hasLetters, behindClauses };
}

/** Whether an entry is one that a column of numbers lists: a clause or a control. */
export function isListable(entry: CatalogEntry | undefined): boolean {
  return entry?.kind === 'clause' || entry?.kind === 'control';
}

/** Whether the numbers, behind one of the prefixes, are clauses or controls of the edition; of many, one may be a slip. */
export function nearlyAllAre(
  numbers: readonly string[],
  prefixes: readonly string[],
  edition: Standard,
  catalog: Catalog,
): boolean {
  const missing = numbers.filter(
    (number) => !prefixes.some((prefix) => isListable(catalog.find(edition.key, prefix + number))),
  );
  return missing.length <= numbers.length / 10;
}

/**
 * `cl. 9.2; 5.35`, `cl. 7.2; 6.3`: where clauses have a word, numbers without one are controls, of which one at least
 * can be nothing else.
 */
export function kindBehind(
  numbers: readonly string[],
  editions: readonly Standard[],
  catalog: Catalog,
): 'control' | 'none' {
  const areControls = (edition: Standard): boolean =>
    nearlyAllAre(numbers, ['A.'], edition, catalog) && !numbers.every((number) => catalog.find(edition.key, number));
  return numbers.length > 0 && editions.some(areControls) ? 'control' : 'none';
}

/** `7.1`, `7.2`, `7.3` … down the whole column: the items of somebody's seventh meeting, and hardly what a standard is cited for. */
export function isCountedUp(numbers: readonly string[]): boolean {
  const [chapter] = numbers[0]!.split('.');
  return numbers.length > 2 && numbers.every((number, at) => number === `${chapter}.${at + 1}`);
}

/** `6.1`, `6.2` below "6 Objectives": whether numbers go on from that of their heading, which has no word of what a standard calls it. */
export function isOfSection(numbers: readonly string[], heading: Run | undefined, catalog: Catalog): boolean {
  const own = heading?.tokens[0];
  if (own?.kind !== 'number') return false;
  const above = own.parts.join('.');
  return (
    numbers.every((number, at) => number === `${above}.${at + 1}`) &&
    !['', 'A.'].some((prefix) => touchesTitle(prefix + above, heading!.prose, catalog))
  );
}

/** Whether the numbers of a column are those of headings of the document that have no word of their titles: "## 5.2 Sign-in". */
export function areHeadings(runs: Runs, header: number, catalog: Catalog): boolean {
  const rows = rowsOf(runs, header);
  const isOwn = (number: string): boolean => {
    const words = headingsByNumber(runs).get(number);
    return words !== undefined && !touchesTitle(number, words, catalog);
  };
  return rows.length > 0 && rows.every(({ number }) => isOwn(number));
}

const headingsByNumber = oncePer(
  (runs: Runs): ReadonlyMap<string, string> =>
    new Map(
      runs.blocks.flatMap(({ kind }, index) =>
        kind === 'heading' ? [[runs.of(index).tokens[0]?.text ?? '', runs.of(index).prose]] : [],
      ),
    ),
);

/** What nearly all of the numbers are in some edition. */
export function kindOfAll(
  numbers: readonly string[],
  editions: readonly Standard[],
  catalog: Catalog,
): 'clause' | 'control' | null {
  if (editions.some((edition) => nearlyAllAre(numbers, [''], edition, catalog))) return 'clause';
  return editions.some((edition) => nearlyAllAre(numbers, ['A.'], edition, catalog)) ? 'control' : null;
}

/** How many of the numbers the edition has that has the most of them. */
export function mostOf(
  numbers: readonly string[],
  prefix: string,
  editions: readonly Standard[],
  catalog: Catalog,
): number {
  const isEntry = (edition: Standard, number: string): boolean =>
    isListable(catalog.find(edition.key, prefix + number));
  return Math.max(...editions.map((edition) => numbers.filter((number) => isEntry(edition, number)).length));
}
