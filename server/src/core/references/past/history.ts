/** Whether a place tells what was once: then an older number there is a record, not a mistake. */
import type { Catalog } from '../../catalog/types.js';
import { possibleDates } from '../../dates/writtenDates.js';
import type { NamedEdition } from '../../document.js';
import type { Block } from '../../markdown/blocks.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { firstOfRow, labelOfRow } from '../tables/tableRows.js';
import { monthWords, versionWords } from '../text/lexicon.js';
import { mentionAtToken, type Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import type { StandardNames } from '../text/standardNames.js';
import { isWord, isYearNumber, type Token } from '../text/tokens.js';
import { isFormerLabel } from './formerly.js';
import {
  beforeHeaders,
  changeHeaders,
  changeNouns,
  dateHeaders,
  formerWords,
  historyWords,
  recordWords,
  textWords,
  versionHeaders,
} from './pastWords.js';

/** Answers for one document, per section remembered. */
export class History {
  private readonly sections = new Map<number, boolean>();
  private readonly tables = new Map<number, boolean>();

  constructor(
    private readonly runs: Runs,
    private readonly scope: ScopeFinder,
    private readonly headingBlocks: readonly number[],
  ) {}

  /**
   * Whether the block stands in a revision history: below a heading that says so or that is a version and its date, in a
   * table of versions and dates, or begins with a version or date itself.
   */
  holds(index: number, block: Block, section: number): boolean {
    return (
      this.isHistorySection(section) ||
      (block.kind !== 'heading' && beginsAsEntry(this.runs.of(index))) ||
      (block.table >= 0 && block.row > 0 && this.isHistoryCell(index, block))
    );
  }

  private isHistorySection(section: number): boolean {
    if (section < 0) return false;
    let is = this.sections.get(section);
    if (is === undefined) {
      const run = this.runs.of(this.headingBlocks[section]!);
      is = isHistoryHeading(run) || beginsAsEntry(run) || this.isHistorySection(this.scope.parentSection(section));
      this.sections.set(section, is);
    }
    return is;
  }

  private isHistoryCell(index: number, block: Block): boolean {
    const { runs, scope } = this;
    const header = scope.headerOf(index);
    const labels = [labelOfRow(runs.blocks, index), header].filter((label) => label >= 0 && label !== index);
    if (labels.some((label) => isFormerLabel(runs.of(label)))) return true;
    return (
      header >= 0 &&
      (isBeforeHeader(runs.of(header)) ||
        isWas(runs.of(header), runs.of(index)) ||
        this.isHistoryTable(firstOfRow(runs.blocks, header), block.table))
    );
  }

  /** Whether the headers of a table, beginning at a block, are those of versions and dates. */
  private isHistoryTable(first: number, table: number): boolean {
    const cached = this.tables.get(table);
    if (cached !== undefined) return cached;
    const words = new Set<string>();
    const row = this.runs.blocks[first]?.row;
    let body = first;
    for (; this.runs.blocks[body]?.table === table && this.runs.blocks[body]!.row === row; body++) {
      for (const token of this.runs.of(body).tokens) words.add(token.lower);
    }
    const has = (list: ReadonlySet<string>): boolean => [...words].some((word) => list.has(word));
    const is =
      (has(versionHeaders) && (has(dateHeaders) || has(changeHeaders))) || hasVersionsAndDates(this.runs, body);
    this.tables.set(table, is);
    return is;
  }
}

/** So many cells of a table are looked at. */
const mostCells = 300;
/** `1.0`, `v2.1`, and no number of an item: the first version of all is 0.x, or ends in 0. */
const version = /^v?\d{1,2}(?:\.\d{1,2}){1,2}$/i;
const firstVersion = /^v?(?:0\.\d+|\d+\.0)(?:\.\d+)?$/i;

/**
 * Whether the rows of a table have a version in one column and a date in another, both growing or both falling: a history, whatever
 * its heads are called.
 *
 * @param body block index of the first cell below the heads
 */
function hasVersionsAndDates(runs: Runs, body: number): boolean {
  const { blocks } = runs;
  const columns = new Map<number, string[]>();
  const table = blocks[body]?.table;
  for (let i = body; i < body + mostCells && blocks[i]?.table === table; i++) {
    const column = columns.get(blocks[i]!.column) ?? [];
    column.push(runs.of(i).prose.trim());
    columns.set(blocks[i]!.column, column);
  }
  const all = [...columns.values()];
  const versions = all.find(
    (cells) => cells.every((cell) => version.test(cell)) && cells.some((cell) => firstVersion.test(cell)),
  );
  const dates = versions && all.map((cells) => cells.map(dayOf)).find((days) => days.every((day) => day !== ''));
  if (!versions || !dates) return false;
  const sorted = versions.map((cell) => cell.replace(/\d+/g, (digits) => digits.padStart(2, '0')));
  return (isRising(sorted) && isRising(dates)) || (isRising(sorted.reverse()) && isRising(dates.reverse()));
}

function dayOf(cell: string): string {
  return /\d{4}/.test(cell) && cell.length < longestDate ? (possibleDates(cell)[0] ?? '') : '';
}

/** In characters: "14. September 2026". */
const longestDate = 24;

function isRising(values: readonly string[]): boolean {
  return values.every((value, i) => i === 0 || values[i - 1]! <= value);
}

/** "Document history", "Änderungen", "Modification record", "Changes since version 2", "Old text of 2021". */
function isHistoryHeading({ tokens }: Run): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ lower }) => lower);
  if (words.some((word) => historyWords.has(word))) return true;
  const isRecord = words.some((word) => changeNouns.has(word));
  if (isRecord && words.every((word) => changeNouns.has(word) || recordWords.has(word))) return true;
  return words.some((word, at) => formerWords.has(word) && textWords.has(words[at + 1] ?? ''));
}

/** "Before", "Name then", "Bisherige Nummer": a column of a few words that says what was before. */
function isBeforeHeader({ tokens }: Run): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.length <= 3 && words.some(({ lower }) => beforeHeaders.has(lower));
}

/** `| Was |` above a cell of nothing but ids and names; in German such a column says what is to be done, in words. */
function isWas(header: Run, { tokens }: Run): boolean {
  if (header.tokens.length !== 1 || header.tokens[0]!.lower !== 'was') return false;
  return tokens.every(({ kind, text, lower }) => kind !== 'word' || text !== lower || text.length <= longestJoint);
}

/** In letters: "and", "et". */
const longestJoint = 3;

/** `[4.3.1] – 2022-03-09`, `v2.1 (March 2023)`, `Rev. 4 (2024): …`, `2.0, 03.06.2024`, `| 1.0 | 05.10.2015`, `12 March 2023`. */
export function beginsAsEntry(run: Run): boolean {
  const { tokens } = run;
  let at = 0;
  let hasVersion = false;
  while (at < tokens.length && at < 12) {
    const token = tokens[at]!;
    if (mentionAtToken(run, at)) return false;
    if (token.kind === 'number') {
      if (endsWithYear(token)) return true;
      // "5.1 Scope 2024": a lone number before words is that of a section.
      hasVersion = true;
    } else if (token.kind === 'word') {
      if (isWord(token, versionWords) || isWord(token, monthWords)) hasVersion = true;
      else if (!hasVersion || !ordinalWords.has(token.lower)) return false;
    } else if (!'[]()–—-.,:/#*|'.includes(token.text)) {
      return false;
    }
    at++;
  }
  return false;
}

const ordinalWords = new Set('of de del di du st nd rd th vom from dated den'.split(' '));

/** 2024, or 03.06.2024. */
function endsWithYear({ parts }: Token): boolean {
  return parts.length !== 2 && isYearNumber(parts[parts.length - 1]!);
}

/** Whether a text says that it speaks of a withdrawn edition: by a year ("2013 mapping") or by words such as "formerly". */
export function tellsOld(run: Run, catalog: Catalog): boolean {
  const isOldYear = (year: string): boolean =>
    catalog.standards.some(({ edition, status }) => status === 'withdrawn' && edition === year);
  return run.tokens.some(
    ({ kind, lower }) => (kind === 'number' && isOldYear(lower)) || (kind === 'word' && formerWords.has(lower)),
  );
}

/** Whether a number is that of a control of a withdrawn edition alone: no clause of today has it. */
export function isOldControl({ parts }: Token, catalog: Catalog): boolean {
  const id = parts.join('.');
  let isOld = false;
  for (const { key, type, status } of catalog.standards) {
    if (type !== 'management-system') continue;
    if (status === 'current' && catalog.find(key, id)) return false;
    if (status === 'withdrawn' && catalog.find(key, `A.${id}`)?.kind === 'control') isOld = true;
  }
  return isOld;
}

/** Whether the only editions that a document names are withdrawn: it is about them. */
export function isAboutOld(named: readonly NamedEdition[], names: StandardNames): boolean {
  return named.length > 0 && named.every(({ standard, edition }) => names.withdrawn.has(`${standard}:${edition}`));
}
