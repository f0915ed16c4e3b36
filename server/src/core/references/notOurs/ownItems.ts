/** Whether an id is none of a standard, but of the document itself or of its organisation: its items, its register, "own controls". */
import { firstWord } from '../evidence/documentEvidence.js';
import type { RawReference } from '../grammar.js';
import { changeHeaders } from '../past/pastWords.js';
import type { Sections } from '../sections/sections.js';
import { firstOfRow } from '../tables/tableRows.js';
import { annexWords, clauseWords, controlWords, ownWords, sectionWords, standardWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isWord, type Token } from '../text/tokens.js';
import type { TablePlaces } from '../titles/titlesBeside.js';
import { isOwnCatalogue } from './ownIds.js';

/** The pieces of a document, its tables and sections. */
export interface DocumentPlaces extends TablePlaces {
  readonly sections: Sections;
  readonly sectionOf: (index: number) => number;
}

/** `| A.5.1 | Sickness certificate |` in the document's own "Appendix A", or below its "A. Personnel". */
export function isOwnItem(
  raw: RawReference,
  index: number,
  { runs, scope, sections, sectionOf }: DocumentPlaces,
): boolean {
  const run = runs.of(index);
  const startsLine = raw.first === firstWord(run) || run.tokens[raw.first]?.gap === 2;
  if (raw.form !== 'annex' || raw.attached !== null || !startsLine) return false;
  if (sections.ownLetterAbove(sectionOf(index)) !== raw.letter) return false;
  if (runs.blocks[index]!.table >= 0 && isBelowStandard(runs, scope.headerOf(index))) return false;
  // `| A.1 | Personnel | A.6.1 |`: the row has its number.
  const head = runs.blocks[index]!.table < 0 ? index : firstOfRow(runs.blocks, index);
  return head === index || runs.of(head).tokens[0]?.text !== raw.letter;
}

/** `| Requirement | ISO 27001 |`: whether the head of a column names a standard of ours. */
function isBelowStandard(runs: Runs, header: number): boolean {
  return header >= 0 && runs.of(header).mentions.some(({ standards }) => standards.some(({ known }) => known));
}

/** `| A.1.2 | Risk appetite? |` in a column of somebody's own ids. */
export function isOfOwnCatalogue(raw: RawReference, index: number, { runs, scope, catalog }: TablePlaces): boolean {
  if (raw.form !== 'annex' || raw.attached !== null || raw.first !== firstWord(runs.of(index))) return false;
  return runs.blocks[index]!.table >= 0 && isOwnCatalogue(runs, index, scope, catalog);
}

/** `| 9:00 | Access control (A.5.15) | A.2.14 |` below *Time*, *Topic* and *Room*: the number of a place. */
export function isPlaceInColumn(raw: RawReference, index: number, { runs, scope }: TablePlaces): boolean {
  if (raw.form === 'clause' || raw.attached !== null || runs.blocks[index]!.table < 0) return false;
  const header = scope.headerOf(index);
  if (header < 0 || header === index) return false;
  const { tokens, mentions } = runs.of(header);
  if (mentions.length > 0 || tokens.length > longestPlaceHead) return false;
  const isOfStandard = tokens.some((token) => ourWords.some((words) => isWord(token, words)));
  return !isOfStandard && (tokens.some(isRoomWord) || (tokens.length === 1 && isWord(tokens[0], locationWords)));
}

/** In tokens: "Meeting room / floor". */
const longestPlaceHead = 4;
const ourWords = [annexWords, clauseWords, controlWords, standardWords];
/** As the whole of a head; beside other words they may be places in a text. */
const locationWords = new Set('venue location ort standort lieu lugar local luogo plaats locatie'.split(' '));

function isRoomWord({ kind, lower }: Token): boolean {
  return kind === 'word' && roomWord.test(lower);
}

const roomWord =
  /^(?:rooms?|\p{L}*(?:raum|räume|zimmer|saal|schrank|gebäude|regal)|salles?|salas?|stanz[ae]|aul[ae]|zaal|\p{L}*kamer|kast|buildings?|bâtiments?|edifici?os?|gebouw|rack|shelf|cabinet)$/u;

/** `| 3.1 | 15.06.2022 | Kap. 5.3 ergänzt |`: in a revision history the chapter of the document that was changed. */
export function isChangedChapter({ head }: RawReference, index: number, { runs, scope }: TablePlaces): boolean {
  if (!isWord(runs.of(index).tokens[head], sectionWords) || runs.blocks[index]!.table < 0) return false;
  const header = scope.headerOf(index);
  return header >= 0 && runs.of(header).tokens.some((token) => isWord(token, changeHeaders));
}

/** In tokens: "own controls: A.5.38", "A.5.38 (ours)". */
const nearOwn = 3;

/** In tokens: "Own controls, numbered on from Annex A: A.5.38". */
const farOwn = 12;

/** Whether words beside an id say that it is one of the organisation's own. */
export function isOfOthers({ tokens }: Run, { first, last }: RawReference): boolean {
  for (let at = Math.max(0, first - farOwn); at < last + farOwn; at++) {
    const isNear = at >= first - nearOwn && at < last + nearOwn;
    if (isNear ? isWord(tokens[at], ownWords) : namesOwnControl(tokens, at)) return true;
  }
  return false;
}

/** "own control", "eigene Maßnahmen" */
function namesOwnControl(tokens: readonly Token[], at: number): boolean {
  return isWord(tokens[at + 1], controlWords) && /^(?:own|eigen|pr[oó]p)/.test(tokens[at]!.lower);
}
