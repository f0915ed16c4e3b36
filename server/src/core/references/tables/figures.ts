/** Numbers below the name of a standard or a year that are none of its: scores, levels, budgets, the figures of a year. */
import type { Catalog } from '../../catalog/types.js';
import type { ScopeFinder } from '../evidence/scope.js';
import { labelMentions } from '../evidence/systems.js';
import { isOneOf } from '../grammar/bounds.js';
import { headsAmounts } from '../grammar/measures.js';
import { touchesTitle } from '../onSubject.js';
import { rangeWords } from '../text/lexicon.js';
import type { Run } from '../text/run.js';
import type { Runs } from '../text/runs.js';
import type { StandardNames } from '../text/standardNames.js';
import { isYear, type Token } from '../text/tokens.js';
import { cellsOfRow, labelOfRow, mostColumns } from './tableRows.js';

/** What is measured in points, in seven languages; what sums up others; what is measured only where its scale stands beside it. */
const scores =
  /^(?:maturity|scor(?:es?|ing)|ratings?|reife?grade?|erfüllungsgrade?|maturité|madurez|puntuaci[oó]n(?:es)?|maturidade|pontuaç(?:ão|ões)|maturità|punteggi[o]?|volwassenheid|benchmarks?)$/;
const sums = /^(?:averages?|mean|durchschnitt\w*|mittelwerte?|moyennes?|promedios?|médias?|gemiddelden?)$/;
const levels =
  /^(?:levels?|grades?|stufen?|niveaus?|niveles|nivel|níveis|nível|livell[oi]|points?|punkte?|puntos|pontos|punti|punten)$/;
/** Heads above and beside the figures of years. */
const indicators =
  /^(?:kpis?|metrics?|kennzahl(?:en)?|indi[ck]at(?:or(?:en|s|es|i)?|ores?|eurs?)|target|ziel(?:wert)?|cible|objetivo|meta|zielwerte|objectives?|actuals?|ist|results?|ergebnis)$/;

/** In tokens: longer texts speak of many things. */
const longestText = 40;

/**
 * Whether the bare numbers of a column are figures: all of its cells are numbers with one decimal, and the head, the
 * corner of the table, its heading or lead-in say so, or one of them ends in nought. Not where most labels of the rows
 * have a word of the title of their number, or where the scores have a column of their own.
 * @param isOfYear the head is a year and hardly anything else
 */
export function holdsFigures(
  runs: Runs,
  header: number,
  scope: ScopeFinder,
  names: StandardNames,
  catalog: Catalog,
  isOfYear: boolean,
): boolean {
  const heads = cellsOfRow(runs.blocks, header);
  const isFirst = runs.blocks[header]!.column === 0;
  if (isOfYear && isCalendar(runs, header, heads, scope, names, catalog)) return true;
  if (isFirst || !(isOfYear || labelMentions(runs.of(header), names).length > 0)) return false;
  const cells = figuresBelow(runs, header);
  if (cells === null || cells.filter((cell) => isTitled(runs, cell, catalog)).length * 2 >= cells.length) return false;
  if (cells.some((cell) => runs.of(cell).tokens[0]!.parts[1] === 0)) return true;
  // "2025 actual" in a text on ISO/IEC 27001:2022
  if (isOfYear && scope.namesStandard(header) && !isEditionNamed(yearIn(runs.of(header))!, scope, header, catalog))
    return true;
  const corner = runs.blocks[heads[0]!]!.column === 0 ? heads[0]! : -1;
  const others = heads.filter((head) => head !== header && head !== corner);
  const isOfPoints = ({ lower }: Token): boolean => scores.test(lower);
  if (others.some((head) => runs.of(head).tokens.some(({ lower }) => sums.test(lower)))) return true;
  const isOwnColumn = (head: number): boolean =>
    labelMentions(runs.of(head), names).length === 0 && runs.of(head).tokens.some(isOfPoints);
  if (others.some(isOwnColumn)) return false;
  const before = runs.blocks[heads[0]! - 1];
  const around = [runs.of(header), ...scope.headingsOf(header).slice(0, 1)];
  if (isOfYear) around.push(...heads.map((head) => runs.of(head)));
  else if (corner >= 0) around.push(runs.of(corner));
  if (before?.kind === 'paragraph' && before.table < 0) around.push(runs.of(heads[0]! - 1));
  return around.some(({ tokens }) => saysFigures(tokens, isOfYear));
}

/**
 * `| Budget (k€) | 8.2 | 5.3 |`, `| Average | 4.1 | 3.9 |`: whether the label of the row says that a cell with nothing
 * but a number is a figure.
 */
export function isInRowOfFigures(runs: Runs, index: number, catalog: Catalog): boolean {
  const label = labelOfRow(runs.blocks, index);
  if (label < 0 || !isFigure(runs.of(index).tokens)) return false;
  const { tokens } = runs.of(label);
  const isSaid = headsAmounts(tokens) || tokens.some(({ lower }) => isScoreWord(lower));
  return isSaid && tokens.length <= longestLabel && !isTitled(runs, index, catalog);
}

/** In tokens: "Average maturity (0–5)". */
const longestLabel = 8;

function isScoreWord(lower: string): boolean {
  return scores.test(lower) || sums.test(lower);
}

/** "Maturity", "Average score (1 to 5)", "Competence levels 0–5", "Budget (k€)"; above years also "KPI". */
function saysFigures(tokens: readonly Token[], areYears: boolean): boolean {
  if (tokens.length > longestText) return false;
  if (tokens.some(({ lower }) => isScoreWord(lower) || (areYears && indicators.test(lower)))) return true;
  if (tokens.some(({ lower }) => levels.test(lower)) && tokens.some((_, at) => isScale(tokens, at))) return true;
  return headsAmounts(tokens);
}

/** `0–5`, `1 to 5` */
function isScale(tokens: readonly Token[], at: number): boolean {
  const [from, joint, to] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (!(from.text === '0' || from.text === '1') || to?.kind !== 'number' || to.parts.length > 1) return false;
  return (isOneOf(joint, '-–—') || rangeWords.has(joint!.lower)) && to.parts[0]! > 2;
}

/** `4.1`, and no `5.15` */
function isFigure(tokens: readonly Token[]): boolean {
  const { kind, parts, text } = tokens[0] ?? { kind: 'mark', parts: [], text: '' };
  return tokens.length === 1 && kind === 'number' && parts.length === 2 && /^\d+\.\d$/.test(text);
}

/** The cells with digits below a head; null where one of them is more or less than a figure, or there is none. */
function figuresBelow(runs: Runs, header: number): number[] | null {
  const { table, column } = runs.blocks[header]!;
  if (column >= mostColumns) return null;
  const cells: number[] = [];
  for (let i = header + 1; i < runs.blocks.length && runs.blocks[i]!.table === table; i++) {
    if (runs.blocks[i]!.column !== column || !runs.hasDigit(i)) continue;
    const { tokens } = runs.of(i);
    // A whole number is no id of a control.
    if (tokens.length === 1 && tokens[0]!.parts.length === 1) continue;
    if (!isFigure(tokens)) return null;
    cells.push(i);
  }
  return cells.length > 0 ? cells : null;
}

/** Whether the label of a row has a word of the title of the number in a cell: `| Internal audit | 9.2 |`. */
function isTitled(runs: Runs, cell: number, catalog: Catalog): boolean {
  const label = labelOfRow(runs.blocks, cell);
  if (label < 0) return false;
  const number = runs.of(cell).tokens[0]!.parts.join('.');
  return ['', 'A.'].some((prefix) => touchesTitle(prefix + number, runs.of(label).prose, catalog));
}

/**
 * `| 2021 | 2022 | 2023 |`: whether the year of a head is one of the calendar, since that beside it is no edition, or the next one and no
 * edition of a standard that is named around.
 */
function isCalendar(
  runs: Runs,
  header: number,
  heads: readonly number[],
  scope: ScopeFinder,
  names: StandardNames,
  catalog: Catalog,
): boolean {
  const own = Number(runs.of(header).tokens[0]!.text);
  return heads.some((head) => {
    const { tokens } = runs.of(head);
    const year = tokens[0];
    if (head === header || tokens.length !== 1 || !isYear(year)) return false;
    const isEdition = [...names.byNumber.keys()].some((standard) => names.byYear.has(`${standard}:${year.text}`));
    if (isEdition && Math.abs(Number(year.text) - own) !== 1) return false;
    return !isEditionNamed(year.text, scope, header, catalog);
  });
}

/** Whether a year is that of an edition of a standard that is named around a head. */
function isEditionNamed(year: string, scope: ScopeFinder, header: number, catalog: Catalog): boolean {
  return scope.outside(header).some(({ standards }) => standards.some((one) => catalog.edition(one.standard, year)));
}

/** In tokens: "Abschnitt (2013)". */
export const longestYear = 4;

/** The year that is all, or nearly all, that a head says. */
export function yearIn({ tokens }: Run): string | undefined {
  return tokens.length <= longestYear ? tokens.find(isYear)?.text : undefined;
}
