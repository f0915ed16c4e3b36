/**
 * Columns with the ids of a catalogue of somebody's own: the questions of a form, a register of assets, a framework of
 * the organisation.
 */
import type { Catalog } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { isControlOfAny } from '../resolve/lookup.js';
import { numbersOfColumn } from '../tables/columnCells.js';
import { thingsNumbered } from '../tables/numberedThings.js';
import { cellsOfRow, labelOfRow, mostColumns } from '../tables/tableRows.js';
import {
  annexWords,
  clauseWords,
  contractWords,
  controlWords,
  isoWords,
  numberWords,
  possessiveWords,
  requirementWords,
  standardWords,
} from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

/** In tokens: "Customer's no." */
const longestHead = 6;

/** `| Their no. | Requirement |`: the ids of the column are those of somebody's own list, unless they exist. */
export function holdsOwnIds(runs: Runs, index: number, scope: ScopeFinder): boolean {
  const header = scope.headerOf(index);
  if (header < 0 || header === index) return false;
  const { tokens, mentions } = runs.of(header);
  if (mentions.length > 0 || tokens.length > longestHead) return false;
  return isWord(tokens[0], possessiveWords) && tokens.some(isIdWord);
}

/**
 * `| Ser No | Question |` above A.1.2, B.1.1, C.2.1; `| Asset ID | Controls |`; `| ID | Control | ISO 27001 |` above A.9.7: whether
 * the ids with which the cells of a column begin are none of a standard, whichever of them exist there too.
 */
export function isOwnCatalogue(runs: Runs, index: number, scope: ScopeFinder, catalog: Catalog): boolean {
  const header = scope.headerOf(index);
  const { column } = runs.blocks[index]!;
  if (header < 0 || header === index || column >= mostColumns) return false;
  // `| ISO 27001 | A.5.1 |` says whose it is.
  const label = labelOfRow(runs.blocks, index);
  if (label >= 0 && runs.of(label).mentions.length > 0) return false;
  let is = runs.ownCatalogues.get(header);
  if (is === undefined) {
    is = readColumn(runs, header, catalog);
    runs.ownCatalogues.set(header, is);
  }
  return is;
}

function readColumn(runs: Runs, header: number, catalog: Catalog): boolean {
  const head = runs.of(header);
  if (head.mentions.length > 0) return false;
  if (numbersContracts(head)) return true;
  const { known, unknown, others, padded } = idsOf(runs, header, catalog);
  if (others > 1 && others >= known + unknown) return true;
  const named = nameOf(head);
  if (named === 'catalogue' && standsBeside(runs, header, true)) return true;
  const strange = unknown + others + padded;
  if (strange < Math.max(1, known) || head.tokens.some((token) => isWord(token, annexWords))) return false;
  // A slip for each number that is right is more than anybody makes; beside the column of the standard one is enough to doubt.
  const isOwn = named !== null || others + padded > 0 || thingsNumbered(runs, header) === 'own';
  return (strange > known && isOwn) || standsBeside(runs, header, false);
}

/** `| Contract no. |`, `| Vertragsnr. |`: the file numbers of contracts, whatever they look like. */
function numbersContracts({ tokens }: Run): boolean {
  if (tokens.length > longestHead || tokens.some((token) => ourWords.some((words) => isWord(token, words))))
    return false;
  if (tokens.some(({ kind, lower }) => kind === 'word' && /^vertragsn(?:r|ummer)$/.test(lower))) return true;
  return (
    tokens.some((token) => isWord(token, contractWords)) &&
    tokens.some((token) => isIdWord(token) && !isWord(token, vagueWords))
  );
}

/** What a short head with a word such as "ID" or "no." says of whose ids they are; null where it says nothing. */
function nameOf({ tokens }: Run): 'catalogue' | 'list' | null {
  if (tokens.length > longestHead || !tokens.some(isIdWord) || tokens.some((one) => isWord(one, possessiveWords)))
    return null;
  const nouns = tokens.filter((token) => token.kind === 'word' && !isIdWord(token));
  if (nouns.some((token) => ourWords.some((words) => isWord(token, words)))) return null;
  if (nouns.length === 0) return null;
  return nouns.some((token) => isWord(token, listWords) || isWord(token, requirementWords)) ? 'list' : 'catalogue';
}

/** "Contract ref.", "contract item" may be the control that the contract is about. */
const vagueWords = new Set('ref refs art arts item'.split(' '));

const ourWords = [annexWords, controlWords, clauseWords, standardWords];
/** "Ser. no.", "Lfd. Nr.", "Req. no.": a list of anything, of controls too. */
const listWords = new Set('s sl sr ser serial row line lfd laufende req reqt anf exig'.split(' '));

export function isIdWord(token: Token): boolean {
  return isWord(token, numberWords) || isWord(token, idWords);
}

const idWords = new Set('id ids number code'.split(' '));

/**
 * How many cells begin with an id of Annex A or B that some standard has, with one that none has, with one that only its own list
 * pads, and with one of another letter.
 */
function idsOf(
  runs: Runs,
  header: number,
  catalog: Catalog,
): Record<'known' | 'unknown' | 'padded' | 'others', number> {
  const { table, column } = runs.blocks[header]!;
  const found = { known: 0, unknown: 0, padded: 0, others: 0 };
  for (let i = header + 1; runs.blocks[i]?.table === table; i++) {
    if (runs.blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
    const { tokens } = runs.of(i);
    const number = tokens[2];
    const letter = tokens[0]!.text;
    if (!/^[A-Z]$/.test(letter) || !isMark(tokens[1], '.') || number?.kind !== 'number' || number.gap > 0) continue;
    const id = `${letter}.${number.parts.join('.')}`;
    if (letter <= 'B') {
      if (isPadded(number.text)) found.padded++;
      else if (number.parts.length > 1) found[isControlOfAny(id, catalog) ? 'known' : 'unknown']++;
    } else if (!/^C\.(?:[4-9]|10)\b/.test(id)) found.others++; // "C.9.2" is how some write clause 9.2 beside A.5.1.
  }
  return found;
}

/** `A.05.1`: who pads the numbers of the standards pads all of them, `A.05.01`. */
export function isPadded(id: string): boolean {
  return /(?:^|\.)0\d+\.[1-9]$/.test(id);
}

/** Whether another column names a standard of ours and holds its ids; with `isByWord`, or is headed "Controls". */
export function standsBeside(runs: Runs, header: number, isByWord: boolean): boolean {
  return cellsOfRow(runs.blocks, header).some((other) => {
    const { mentions, tokens } = runs.of(other);
    const isOurs =
      mentions.some(({ standards }) => standards.some(({ known }) => known)) ||
      (tokens.length === 1 && isWord(tokens[0], isoWords)) ||
      tokens.some((token) => isWord(token, annexWords) || (isByWord && isWord(token, controlWords)));
    if (other === header || !isOurs) return false;
    const { hasLetters, numbers } = numbersOfColumn(runs, other);
    return hasLetters || (numbers.length > 0 && mentions.length > 0);
  });
}
