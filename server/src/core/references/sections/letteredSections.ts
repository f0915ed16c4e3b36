/** `## B. Data`, `## Part A – Company`: sections that a form numbers by letters, so that B.1 and B.2.1 are its own questions. */
import type { Catalog } from '../../catalog/types.js';
import { isControlOfAny } from '../resolve/lookup.js';
import { isInRow } from '../tables/tableRows.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, type Token } from '../text/tokens.js';
import { entriesByTitle, titleAfter } from '../titles/titles.js';

/** So many blocks of a section are looked at. */
const mostBlocks = 200;
/** So many items that no standard has a control for make the numbers of a section its own; and this share of all. */
const fewestOwn = 2;
const leastShare = 1 / 3;

/**
 * Whether the items of a section that begin with its letter are numbered by the document: several are no controls or
 * guidance of any edition (A.1, B.2), and none stands beside the title that its number has in a standard.
 *
 * @param heading block index of the heading
 */
export function numbersOwnItems(runs: Runs, heading: number, letter: string, catalog: Catalog): boolean {
  const { items, own } = countItems(runs, heading, letter, catalog);
  return own >= fewestOwn && own >= items * leastShare;
}

/** The same where a word for the annex of a document is the heading: half of its items are no controls. */
export function isMostlyOwn(runs: Runs, heading: number, letter: string, catalog: Catalog): boolean {
  const { items, own } = countItems(runs, heading, letter, catalog);
  return own > 0 && own * 2 >= items;
}

function countItems(runs: Runs, heading: number, letter: string, catalog: Catalog): { items: number; own: number } {
  const { depth } = runs.blocks[heading]!;
  const end = Math.min(runs.blocks.length, heading + 1 + mostBlocks);
  let items = 0;
  let own = 0;
  for (let index = heading + 1; index < end; index++) {
    const block = runs.blocks[index]!;
    if (block.kind === 'heading' && block.depth <= depth) break;
    const number = runs.hasDigit(index) && block.column <= 0 ? numberBehind(runs.of(index), letter) : null;
    if (!number) continue;
    if (isBesideTitle(runs, index, letter, number, catalog)) return noItems;
    items++;
    if (!isControlOfAny(`${letter}.${number.parts.join('.')}`, catalog)) own++;
  }
  return { items, own };
}

const noItems = { items: 0, own: 0 };

/** Whether rows or items among the blocks begin with "A.1", "A.2", as no control does, and none with the title of such a group. */
export function listsOwnItems(runs: Runs, indexes: readonly number[], letter: string, catalog: Catalog): boolean {
  let items = 0;
  for (const index of indexes) {
    if (!runs.hasDigit(index) || !isMark(runs.of(index).tokens[1], '.')) continue;
    const number = numberBehind(runs.of(index), letter);
    if (number?.parts.length !== 1) continue;
    if (isBesideTitle(runs, index, letter, number, catalog)) return false;
    items++;
  }
  return items >= fewestOwn;
}

/** Whether an item has the title that its number has in a standard: "A.2 Policies related to AI", ": done" perhaps behind it. */
function isBesideTitle(runs: Runs, index: number, letter: string, { parts, end }: Token, catalog: Catalog): boolean {
  const id = `${letter}.${parts.join('.')}`;
  const words = wordsOf(runs, index, end);
  const titled = [words, words.split(':', 1)[0]!].flatMap((title) => entriesByTitle(catalog, title));
  return titled.some((entry) => entry.id === id);
}

/** The number of an item that begins with the letter: `B.2.1 Where …`, `**A1**`. */
function numberBehind({ tokens }: Run, letter: string): Token | null {
  if (tokens[0]?.text !== letter) return null;
  const number = tokens[isMark(tokens[1], '.') ? 2 : 1];
  return number?.kind === 'number' ? number : null;
}

/** What is said beside the number: the rest of its item, else the next cell of its row. */
function wordsOf(runs: Runs, index: number, end: number): string {
  const { prose } = runs.of(index);
  const span = titleAfter(prose, end, true);
  if (span) return prose.slice(span.start, span.end);
  const [block, next] = [runs.blocks[index]!, runs.blocks[index + 1]];
  return block.table >= 0 && isInRow(next, block) ? runs.of(index + 1).prose : '';
}
