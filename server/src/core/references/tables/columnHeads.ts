/** What the head of a table column says of the bare numbers below it, before anybody looks at them. */

import { headsMeasures } from '../grammar/measures.js';
import { changeNouns, dateHeaders, versionHeaders } from '../past/pastWords.js';
import {
  andWords,
  annexWords,
  clauseWords,
  controlWords,
  isoWords,
  requirementWords,
  sectionWords,
  standardWords,
} from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import { isMark, isWord, type Token } from '../text/tokens.js';
import { numbersOfColumn } from './columnCells.js';
import { cellsOfRow } from './tableRows.js';

/** "Ref.", "Mapping", "ID": heads of columns with numbers of whatever the document is about. */
export const referenceWords = new Set([
  ...requirementWords,
  ...'mapping mappings reference references ref refs referenz bezug normbezug numbering correspondence soa id item nr no n num núm número numéro numero nummer réf référence références referencia referencias referência referências riferimento riferimenti rif code código codice kennung referentie verwijzing kapitel normkapitel abschnitt chapitre capítulo capitolo hoofdstuk apartado kontroll kontrol kontrolltiltak åtgärd säkerhetsåtgärd zabezpieczenie opatření hallintakeino krav 控制 控制项 控制措施 管理策 통제 통제항목'.split(
    ' ',
  ),
]);
const labelWords = [referenceWords, clauseWords, controlWords, annexWords, standardWords, isoWords];
const ownTextWords = new Set(
  'policy policies document documents procedure our own internal where manual handbook richtlinie handbuch dokument unser unsere eigene notre politique nuestro nuestra política nosso nossa nostro nostra ons onze eigen beleid'.split(
    ' ',
  ),
);

/** In tokens: "Section of the standard". */
export const longestHead = 6;

/**
 * Whether the head of a column leaves it to the labels of the rows what its numbers are: in a table of two columns, or below a word
 * such as "Reference", and not below "Score", below an amount or below a section of the organisation's own.
 */
export function leavesToLabels(runs: Runs, header: number): boolean {
  if (header < 0) return true;
  let leaves = runs.leftToLabels.get(header);
  if (leaves === undefined) {
    const { tokens, mentions } = runs.of(header);
    const says = tokens.some((token) => isSectionWord(token) || labelWords.some((words) => isWord(token, words)));
    const isOpen = tokens.length === 0 || mentions.length > 0 || says || cellsOfRow(runs.blocks, header).length === 2;
    leaves = isOpen && !headsMeasures(tokens) && !headsOwnSections(runs, header);
    runs.leftToLabels.set(header, leaves);
  }
  return leaves;
}

/**
 * `| Policy section |`, `| Unser Kapitel |`, "Section" alone behind a column of controls, and "Kapitel Leitlinie" at the beginning of a
 * mapping to the controls of a standard: whether the numbers below are those of the organisation's own texts.
 */
export function headsOwnSections(runs: Runs, header: number): boolean {
  const { tokens, mentions } = runs.of(header);
  const isOfStandard = mentions.length > 0 || tokens.some((token) => isWord(token, standardWords));
  if (isOfStandard || tokens.length > longestHead) return false;
  const isSection = tokens.some(isSectionWord);
  if (!isSection && !tokens.some((token) => isWord(token, clauseWords))) return false;
  if (tokens.some((token) => isWord(token, ownTextWords))) return true;
  const cells = cellsOfRow(runs.blocks, header);
  if (
    recordsChanges(
      cells.map((cell) => runs.of(cell).tokens),
      isSection,
    )
  )
    return true;
  if (!isSection) return false;
  const isFirst = runs.blocks[header]!.column === 0;
  return cells.some(
    (other) =>
      (isFirst ? runs.of(other).mentions.length > 0 : other < header) && numbersOfColumn(runs, other).hasLetters,
  );
}

/**
 * "Umsetzung im Konzept", "Geregelt in", "Where": whether the chapters that the cells of a column begin with are those of the
 * organisation's own texts, in which it does what the row is about.
 */
export function headsOwnTexts(runs: Runs, header: number): boolean {
  const { tokens, mentions } = runs.of(header);
  if (mentions.length > 0 || tokens.length > longestHead || tokens.some((token) => isWord(token, standardWords)))
    return false;
  return tokens.some((token) => isWord(token, ownTextWords) || doing.test(token.lower));
}

const doing = /^(?:umsetz|umgesetz|implement|geregelt|regelung|nachweis|evidence|konzept)/;

/** `| Ref | Topic | ISO 27001 |`: whether another column than the first has the ids of a standard, below its name. */
export function isBesideMapping(runs: Runs, header: number): boolean {
  if (runs.blocks[header]!.column > 0 || runs.of(header).mentions.length > 0) return false;
  return cellsOfRow(runs.blocks, header).some((other) => {
    const { hasLetters, numbers } = numbersOfColumn(runs, other);
    return (hasLetters || numbers.length > 0) && runs.of(other).mentions.some(({ standards }) => standards[0]!.known);
  });
}

/** `| Version | Datum | Kapitel |`, `| Clause | Page | Date | Details of amendment |`: what was changed in the document. */
function recordsChanges(heads: readonly (readonly Token[])[], isSection: boolean): boolean {
  const [first, second] = heads.map(([word]) => word);
  // An "Issue" may be what an audit found.
  if (isWord(first, versionHeaders) && isWord(second, dateHeaders) && (isSection || first!.lower !== 'issue'))
    return true;
  // Without its page, what changes in a clause may be told of the standard.
  return (
    heads.some(([word]) => isWord(word, dateHeaders)) &&
    heads.some(([word]) => pageHeads.test(word?.lower ?? '')) &&
    heads.some((tokens) => tokens.some((token) => isWord(token, changeNouns)))
  );
}

const pageHeads = /^(?:pages?|seiten?|páginas?|pagin[ae])$/;

/** "Kapitel/Maßnahme", "Section or control"; "control point" and "Punto de control" are something else. */
export function isSectionOrControl({ tokens }: Run): boolean {
  return tokens.some((joint, at) => {
    if (!isMark(joint, '/') && !isMark(joint, '|') && !isWord(joint, andWords)) return false;
    const beside = [tokens[at - 1], tokens[at + 1]];
    const isBeside = (is: (token: Token) => boolean): boolean => beside.some((token) => token && is(token));
    return isBeside(isSectionWord) && isBeside((token) => isWord(token, controlWords));
  });
}

/** "Section", "Kapitel": a part of any text. */
function isSectionWord(token: Token): boolean {
  return isWord(token, sectionWords) && !isWord(token, requirementWords);
}

/** `ISO 27001 A.8.10 Information deletion`: whether a label cites a control; what stands beside it is no other one. */
export function citesControl({ tokens }: Run): boolean {
  return tokens.some(({ kind, parts }, at) => {
    const letter = tokens[isMark(tokens[at - 1], '.') ? at - 2 : at - 1];
    return kind === 'number' && parts.length > 1 && letter?.text === 'A';
  });
}
