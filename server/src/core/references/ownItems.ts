/** Whether an id is none of a standard, but of the document itself or of its organisation: its items, its register, "own controls". */
import { firstWord } from './documentEvidence.js';
import type { RawReference } from './grammar.js';
import { numberWords, ownWords, riskWord, sectionWords } from './lexicon.js';
import { isOwnCatalogue } from './ownIds.js';
import { changeHeaders } from './pastWords.js';
import type { Run } from './run.js';
import type { Sections } from './sections.js';
import { firstOfRow, isInRow } from './tableRows.js';
import type { TablePlaces } from './titlesBeside.js';
import { isWord } from './tokens.js';

/** The pieces of a document, its tables and sections. */
export interface DocumentPlaces extends TablePlaces {
  readonly sections: Sections;
  readonly sectionOf: (index: number) => number;
}

/** `| A.5.1 | Sickness certificate |` in the document's own "Appendix A", or below its "A. Personnel". */
export function isOwnItem(raw: RawReference, index: number, { runs, sections, sectionOf }: DocumentPlaces): boolean {
  const run = runs.of(index);
  const startsLine = raw.first === firstWord(run) || run.tokens[raw.first]?.gap === 2;
  if (raw.form !== 'annex' || raw.attached !== null || !startsLine) return false;
  if (sections.ownLetterAbove(sectionOf(index)) !== raw.letter) return false;
  // `| A.1 | Personnel | A.6.1 |`: the row has its number.
  const head = runs.blocks[index]!.table < 0 ? index : firstOfRow(runs.blocks, index);
  return head === index || runs.of(head).tokens[0]?.text !== raw.letter;
}

/** `| A.1.2 | Risk appetite? |` in a column of somebody's own ids. */
export function isOfOwnCatalogue(raw: RawReference, index: number, { runs, scope, catalog }: TablePlaces): boolean {
  if (raw.form !== 'annex' || raw.attached !== null || raw.first !== firstWord(runs.of(index))) return false;
  return runs.blocks[index]!.table >= 0 && isOwnCatalogue(runs, index, scope, catalog);
}

/** Whether a cell is the number of a row in a list of risks: `| 4.1 | Server fails |` below *No.* and *Risk*. */
export function isNumberOfRisk(index: number, { runs, scope }: TablePlaces): boolean {
  const { table, column, row } = runs.blocks[index]!;
  const { tokens } = runs.of(index);
  if (table < 0 || column !== 0 || row === 0 || tokens.length !== 1 || tokens[0]!.kind !== 'number') return false;
  const header = scope.headerOf(index);
  const beside = runs.blocks[header + 1];
  if (header < 0 || !isInRow(beside, runs.blocks[header]!)) return false;
  const isNumbered = runs.of(header).tokens.every((token) => token.kind === 'mark' || isWord(token, numberWords));
  return isNumbered && runs.of(header + 1).tokens.some((token) => riskWord.test(token.lower));
}

/** `| 3.1 | 15.06.2022 | Kap. 5.3 ergänzt |`: in a revision history the chapter of the document that was changed. */
export function isChangedChapter({ head }: RawReference, index: number, { runs, scope }: TablePlaces): boolean {
  if (!isWord(runs.of(index).tokens[head], sectionWords) || runs.blocks[index]!.table < 0) return false;
  const header = scope.headerOf(index);
  return header >= 0 && runs.of(header).tokens.some((token) => isWord(token, changeHeaders));
}

/** In tokens: "own controls: A.5.38", "A.5.38 (ours)". */
const nearOwn = 3;

/** Whether words right beside an id say that it is one of the organisation's own. */
export function isOfOthers({ tokens }: Run, { first, last }: RawReference): boolean {
  const beside = [...tokens.slice(Math.max(0, first - nearOwn), first), ...tokens.slice(last, last + nearOwn)];
  return beside.some((token) => isWord(token, ownWords));
}
