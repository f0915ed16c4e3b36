/** Do the headings of a document end in the numbers of what they are about? `### Risk assessment 6.1.2 and risk treatment 6.1.3` */
import type { Catalog } from '../../catalog/types.js';
import { mostReferences } from '../budget.js';
import { meaningOfRows, type NumberedRow } from '../tables/titledNumbers.js';
import { andWords, numberWords, sectionWords, versionWords } from '../text/lexicon.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** Fewer headings may end in a number by chance: "PostgreSQL 9.2". */
const enoughHeadings = 3;

/** So many tell what all of them are. */
const mostRows = 100;

/** Per heading that ends in numbers: which of its tokens they are. */
export type HeadedNumbers = ReadonlyMap<number, readonly number[]>;

const none: HeadedNumbers = new Map();

/**
 * The clauses at the end of headings, where at least three headings have some and nearly all of them share words with the title
 * of their number in one edition. Controls are not looked for: they have their letter.
 */
export function headedNumbers(runs: Runs, headingBlocks: readonly number[], catalog: Catalog): HeadedNumbers {
  const found = new Map<number, readonly number[]>();
  const rows: NumberedRow[] = [];
  for (const index of headingBlocks) {
    if (found.size >= mostReferences) break;
    if (!runs.hasDigit(index)) continue;
    const { tokens } = runs.of(index);
    const parts = partsOf(tokens);
    if (parts.length === 0) continue;
    found.set(
      index,
      parts.map(({ at }) => at),
    );
    if (rows.length >= mostRows) continue;
    for (const { at, words } of parts) rows.push({ number: tokens[at]!.parts.join('.'), words });
  }
  return found.size >= enoughHeadings && meaningOfRows(rows, catalog) === 'clause' ? found : none;
}

/** "Competence 7.2, awareness 7.3": words and a number, again and again to the end; empty for anything else. */
function partsOf(tokens: readonly Token[]): { at: number; words: string }[] {
  const parts: { at: number; words: string }[] = [];
  let words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const isBetween = words.length === 0 && parts.length > 0;
    if (isBetween && (isWord(token, andWords) || [',', ';', '/', '&', '+'].some((mark) => isMark(token, mark))))
      continue;
    if (token.kind === 'word') {
      words.push(token.text);
      continue;
    }
    const last = tokens[at - 1];
    const isOther = [versionWords, sectionWords, numberWords].some((kind) => isWord(last, kind));
    if (token.kind !== 'number' || last?.kind !== 'word' || isOther || token.gap === 0 || words.length === 0) return [];
    parts.push({ at, words: words.join(' ') });
    words = [];
  }
  return words.length === 0 ? parts : [];
}
